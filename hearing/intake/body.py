"""The rows below the header -> raw rows: what stands across, merged, printed once or on two rows is gathered."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from hearing.intake import alone, bands, listed, silence
from hearing.intake.bands import text_of
from hearing.intake.cells import under
from hearing.intake.lines import Line, field_at
from hearing.intake.listed import Listed
from hearing.intake.rows import Cell, Remark, Row
from hearing.wording import one_line

_OF_A_POINT = ("summary", "label", "theme", "party")
_LONG = 60
_NO_TEXT = "Parten står uden tekst og er læst som en part, der ikke har svaret."


@dataclass
class Body:
    """Reads the lines of one table (or of several with the same columns) from top to bottom.

    ``rows`` are the raw rows found, ``left_out`` what is no content. Cells that are empty take the party above;
    a theme goes on only where its cell is merged downwards, or where it stands across the table. ``numbers`` is
    the column of running numbers.
    """

    fields: Sequence[str]
    numbers: int | None = None
    rows: list[Row] = field(default_factory=list)
    left_out: list[Remark] = field(default_factory=list)
    _party: str = ""
    _theme: str = ""
    _band: str = ""
    _decision: str = ""

    def read(self, lines: Sequence[Line]) -> None:
        """Read every line, in order."""
        lines = [line for line in lines if line.filled]
        found = bands.unnumbered([alone.heading(line, self.fields) for line in lines])
        runs = [list(run) for filled, run in groupby(found, key=bool) if filled]
        outer, inner = bands.roles(runs, party="party" in self.fields, theme="theme" in self.fields)
        names = alone.role_of_names(lines, self.fields)
        lists = listed.found([alone.listing(line, self.fields) for line in lines], in_table=True)
        for n, (line, heading) in enumerate(zip(lines, found, strict=True)):
            following = found[n + 1] if n + 1 < len(found) else ""
            if line.listed or n in lists:
                self._list(line.listed or lists[n], line)
            elif heading:
                self._head(heading, outer if following else inner, outer == "party", line.place)
            elif names and alone.is_name(line, self.fields):
                self._name(line, lines[n + 1] if n + 1 < len(lines) else None, names)
            else:
                self._row(line)

    def _list(self, parties: Sequence[Listed], line: Line) -> None:
        """Take the parties that are named together; the text above them is none."""
        self.rows += [party.row for party in parties]
        if not parties:
            self.left_out.append(Remark(f"Over en liste ({line.place}): {text_of(line.cells)[1].text}"))

    def _name(self, line: Line, following: Line | None, role: str) -> None:
        text = text_of(line.cells)[1].text
        if role == "theme":
            self._band = one_line(text)
        elif following is not None and alone.names_no_party(following, self.fields):
            self._party, self._theme = text, ""
        else:
            self.rows.append(Row(party=text, silent=True, place=line.place, unsure=_NO_TEXT))

    def _head(self, text: str, role: str, outer: bool, place: str) -> None:
        """Take a heading; a party that stands above themes begins without one."""
        said, rest = bands.said_role(text)
        if said and said not in self.fields:
            role, text = said, rest
        if role == "party":
            self._party = text
            self._band = "" if outer else self._band
        elif role == "theme":
            self._band = text
        else:
            self.left_out.append(Remark(f"Over rækkerne ({place}): {text}" if place else f"Over tabellen: {text}"))

    def _row(self, line: Line) -> None:
        only = text_of(line.cells)
        first = next((cell.text for cell in line.cells if cell.text.strip()), "")
        if bands.is_footer(first):
            self.left_out.append(Remark(f"Ikke indhold ({line.place}): {one_line(first)}"))
        elif only and only[1].span > 2 and not silence.is_silent(only[1].text) and self.rows:
            self._add_across(*only, line)
        else:
            self._point(line)

    def _add_across(self, n: int, cell: Cell, line: Line) -> None:
        """A text across the table below a point is the answer to it."""
        name, text = bands.answer(cell.text)
        if (
            len(cell.text) < _LONG
            and name == "comment"
            and text == cell.text
            and field_at(self.fields, n) == "party"
        ):
            self._point(line)
        else:
            self._add({name: replace(cell, text=text, marks=cell.marks if text == cell.text else ())})

    def _point(self, line: Line) -> None:
        found = self._cells(line)
        own = {name: cell for name, cell in found.items() if cell.text.strip() and not cell.joined_above}
        if self._goes_on(own):
            self._add(own)
            return
        self._follow(found)
        texts = {name: cell.text for name, cell in own.items() if name not in ("party", "theme")}
        if "decision" in found and found["decision"].joined_above:
            texts["decision"] = self._decision
        self._decision = texts.get("decision", "")
        theme = self._theme or ("" if "theme" in self.fields else self._band)
        marks = own["comment"].marks if "comment" in own else ()
        number = self._number(line)
        self.rows.append(
            Row(party=self._party, theme=theme, marks=marks, place=line.place, number=number, **texts)
        )

    def _number(self, line: Line) -> str:
        counted = self.numbers is not None and self.numbers < len(line.cells)
        return one_line(line.cells[self.numbers].text).rstrip(".") if counted else ""

    def _cells(self, line: Line) -> dict[str, Cell]:
        """The cells by field, those of one field as one; that a party has nothing to say counts in any column."""
        found = {}
        for n, cell in enumerate(line.cells):
            name = field_at(self.fields, n)
            if name != "ignore":
                found[name] = under(found.get(name), cell)
            elif silence.is_silent(cell.text) or silence.is_without_remarks(cell.text):
                found.setdefault("summary", cell)
                if not found["summary"].text.strip():
                    found["summary"] = cell
        return found

    def _goes_on(self, own: dict[str, Cell]) -> bool:
        """Whether a row only brings what the point above it still lacks."""
        if not self.rows or not own or any(name in own for name in _OF_A_POINT):
            return False
        above = self.rows[-1]
        return not above.silent and not any(getattr(above, name) for name in own)

    def _add(self, cells: dict[str, Cell]) -> None:
        """Give cells to the point above; a field that it has already goes on after a line break."""
        above = self.rows[-1]
        for name, cell in cells.items():
            had = getattr(above, name)
            text = f"{had}\n{cell.text}" if had.strip() else cell.text
            if name == "comment":
                shift = len(text) - len(cell.text)
                marks = tuple((start + shift, end + shift) for start, end in cell.marks)
                above = replace(above, marks=above.marks + marks)
            above = replace(above, **{name: text})
        self.rows[-1] = above
        self._decision = above.decision

    def _follow(self, found: dict[str, Cell]) -> None:
        """What the party and the theme are from this row on."""
        party = found.get("party")
        if party is not None and party.text.strip():
            self._party = party.text
        theme = found.get("theme")
        if theme is None:
            self._theme = ""
        elif not theme.joined_above or theme.text.strip():
            self._theme = theme.text
