"""Cells cut out of running text -> a grid for the layout room, with every word accounted for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from hearing.intake.rows import FIELDS, Cell, Grid, Remark
from hearing.intake.running_text.cuts import CONTINUED, HEADER, SILENT, STRAY, Cut
from hearing.intake.running_text.headings import Heading, heading_row
from hearing.intake.running_text.learning import Rows
from hearing.intake.running_text.words import Text

_LOOSE = "Temaet står løst nederst på siden i teksten; se efter, om det gælder denne række."


@dataclass
class Assembled:
    """The table as a grid; what was left out; and by row's place what a person should look at."""

    kinds: tuple[str, ...]
    titles: tuple[str, ...]
    rows: list[dict[str, str]] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    unsure: dict[str, str] = field(default_factory=dict)
    left_out: list[Remark] = field(default_factory=list)
    strays: list[tuple[int, str]] = field(default_factory=list)

    @property
    def grid(self) -> Grid:
        """The heading row and the rows; running numbers are no column."""
        kinds = [kind for kind in self.kinds if kind != "number"]
        titles = [title for kind, title in zip(self.kinds, self.titles, strict=True) if kind != "number"]
        rows = [tuple(Cell(row.get(kind, "")) for kind in kinds) for row in self.rows]
        header = tuple(Cell(title) for title in titles)
        return Grid((header, *rows), places=("overskrifter", *self.places), header_rows=1)

    @property
    def out_of_order(self) -> bool:
        """Whether the text does not follow the table's rows at all: most is unsure, and many rows lack cells."""
        talking = [row for row in self.rows if len(row) > 2]
        whole = [row for row in talking if {"summary", "decision"} & set(self.kinds) <= set(row)]
        unsure = len(self.unsure) - sum(text == _LOOSE for text in self.unsure.values())
        return unsure > 0.2 * len(self.rows) and len(whole) < 0.7 * len(self.rows)


def assemble(
    text: Text, heads: Sequence[Heading], kinds: Sequence[str], rows: Rows, doubts: Sequence[str]
) -> Assembled:
    """The rows put together: the rest of a row on the next page is joined, loose themes are placed."""
    titles = tuple(head.text for head in heads) or tuple(FIELDS.get(kind, "Nr.") for kind in kinds)
    made = Assembled(tuple(kinds), titles)
    for cuts, doubt in zip(rows, doubts, strict=True):
        _add(made, text, cuts, doubt)
    _place_strays(made)
    for row, place in zip(made.rows, made.places, strict=True):
        if "number" in row:
            made.left_out.append(Remark(f"Løbenummer ({place}): {row.pop('number')}"))
    return made


def _add(made: Assembled, text: Text, cuts: list[Cut], doubt: str) -> None:
    cells: dict[str, str] = {}
    first = None
    for cut in cuts:
        said = text.cell(cut.first, cut.last)
        if cut.column == HEADER:
            made.left_out.append(Remark(f"Over tabellen: {said}"))
            heads = heading_row([line.text for line in text.lines[: text.line_of[cut.last - 1] + 1]])
            if tuple(head.kind for head in heads) == made.kinds:
                made.titles = tuple(head.text for head in heads)
        elif cut.column == STRAY:
            made.strays.append((text.lines[text.line_of[cut.first]].page, said))
        elif cut.column != CONTINUED:
            first = cut if first is None else first
            cells["summary" if cut.column == SILENT else made.kinds[cut.column]] = said
    if cuts[0].column == CONTINUED and made.rows:
        above = made.rows[-1]
        above.update({kind: f"{above.get(kind, '')} {said}".strip() for kind, said in cells.items()})
    elif first is not None:
        line = text.lines[text.line_of[first.first]]
        made.rows.append(cells)
        made.pages.append(line.page)
        made.places.append(f"side {line.page}, linje {line.number}")
    if doubt and made.places:
        made.unsure[made.places[-1]] = doubt


def _place_strays(made: Assembled) -> None:
    """Themes of merged cells given to the first row of each party on their page that has none.

    The file does not say how far down such a cell reaches, so all the party's rows there are for a person to see.
    """
    for page in dict.fromkeys(page for page, _ in made.strays):
        themes = [theme for at, theme in made.strays if at == page]
        groups = list(_without_theme(made, page))
        for theme, group in zip(themes, groups, strict=False):
            made.rows[group[0]]["theme"] = theme
            for number in group:
                place = made.places[number]
                made.unsure[place] = f"{made.unsure.get(place, '')} {_LOOSE}".strip()
        made.left_out += [
            Remark(f"Side {page}: temaet »{theme}« står løst; det kan ikke ses, hvilken række det hører til.")
            for theme in themes[len(groups) :]
        ]


def _without_theme(made: Assembled, page: int) -> Iterator[list[int]]:
    """For each party on the page whose first row has no theme: its rows there down to the next theme."""
    groups: dict[str, list[int]] = {}
    party = ""
    for number, row in enumerate(made.rows):
        party = row.get("party", party)
        if made.pages[number] == page and len(row) > 2:
            groups.setdefault(party, []).append(number)
    for group in groups.values():
        upto = next((n for n, number in enumerate(group) if made.rows[number].get("theme")), len(group))
        if upto:
            yield group[:upto]
