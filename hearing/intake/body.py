"""The rows below the header -> raw rows: what stands across, merged, printed once or on two rows is gathered."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from hearing.intake import bands, silence
from hearing.intake.bands import text_of
from hearing.intake.lines import Line
from hearing.intake.rows import Cell, Remark, Row
from hearing.wording import one_line

_OF_A_POINT = ("summary", "label", "theme", "party")
_ANSWERS = ("decision", "comment", "excerpt", "page", "responsible", "status", "note")
_LONG = 60


@dataclass
class Body:
    """Reads the lines of one table (or of several with the same columns) from top to bottom.

    ``rows`` are the raw rows found, ``left_out`` what is no content. Cells that are empty take the party above;
    a theme goes on only where its cell is merged downwards, or where it stands across the table.
    """

    fields: Sequence[str]
    rows: list[Row] = field(default_factory=list)
    left_out: list[Remark] = field(default_factory=list)
    _party: str = ""
    _theme: str = ""
    _band: str = ""
    _decision: str = ""

    def read(self, lines: Sequence[Line]) -> None:
        """Read every line, in order."""
        runs = _runs([self._heading_of(line) for line in lines if self._heading_of(line) or line.filled])
        outer, inner = bands.roles(runs, party="party" in self.fields, theme="theme" in self.fields)
        for n, line in enumerate(lines):
            heading = self._heading_of(line)
            if heading:
                below = next((self._heading_of(other) for other in lines[n + 1 :] if other.filled), "")
                self._head(heading, outer if below else inner, line.place)
            elif line.filled:
                self._row(line)

    def _heading_of(self, line: Line) -> str:
        """The text of a line that is a heading across the table; "" for any other line."""
        if line.heading:
            return line.heading
        only = text_of(line.cells)
        if only is None or not bands.is_heading(only[1].text):
            return ""
        n, cell = only
        if cell.span > 1 and cell.span * 2 >= len(line.cells):
            return one_line(cell.text)
        alone = self._field(n) in ("theme", "label", "ignore") or (n == 0 and "party" not in self.fields)
        return one_line(cell.text) if alone and not any(c.joined_above for c in line.cells) else ""

    def _head(self, text: str, role: str, place: str) -> None:
        if role == "party":
            self._party, self._band = text, ""
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
        if len(cell.text) < _LONG and name == "comment" and text == cell.text and self._field(n) == "party":
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
        self.rows.append(Row(party=self._party, theme=theme, marks=marks, place=line.place, **texts))

    def _cells(self, line: Line) -> dict[str, Cell]:
        """The cells by field; a party's word that it has nothing to say counts in any column."""
        found = {}
        for n, cell in enumerate(line.cells):
            name = self._field(n)
            if name != "ignore":
                found[name] = cell
            elif silence.is_silent(cell.text) or silence.is_without_remarks(cell.text):
                found.setdefault("summary", cell)
                if not found["summary"].text.strip():
                    found["summary"] = cell
        return found

    def _field(self, n: int) -> str:
        return self.fields[n] if n < len(self.fields) else "ignore"

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


def _runs(found: Sequence[str]) -> list[list[str]]:
    """The headings that follow each other without a row between them."""
    return [list(run) for run in _split(found)]


def _split(found: Sequence[str]) -> Iterator[list[str]]:
    run: list[str] = []
    for heading in found:
        if heading:
            run.append(heading)
        elif run:
            yield run
            run = []
    if run:
        yield run
