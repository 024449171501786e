"""The part of a table that stands on one page, and the table that such parts make."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from hearing.intake.cells import LONGEST, aligned, too_long
from hearing.intake.pdf.breaks import joined
from hearing.intake.rows import Cell, Grid
from hearing.wording import clean

_NEAR = 4.0


@dataclass
class Piece:
    """A cell or the part of one on a page: where its column begins and ends, its printed lines, its bold texts."""

    left: float
    right: float
    lines: list[str] = field(default_factory=list)
    bold: list[str] = field(default_factory=list)
    joined_above: bool = False


@dataclass
class Part:
    """What one page holds of a table."""

    page: int
    rows: list[list[Piece]]
    left: float
    right: float
    before: tuple[str, ...] = ()


@dataclass
class Table:
    """A table over one or more pages."""

    parts: list[Part]

    def goes_on_with(self, part: Part) -> bool:
        """Whether a part at the top of the next page has this table's frame and columns, and no text before it."""
        last = self.parts[-1]
        if part.before or part.page != last.page + 1:
            return False
        if abs(part.left - last.left) > _NEAR or abs(part.right - last.right) > _NEAR:
            return False
        known = self.columns()
        lefts = {piece.left for row in part.rows for piece in row}
        return sum(any(abs(left - column) <= _NEAR for column in known) for left in lefts) >= 0.8 * len(lefts)

    def columns(self) -> list[float]:
        """Where the table's columns begin, from the left."""
        columns: list[float] = []
        for left in sorted(piece.left for part in self.parts for row in part.rows for piece in row):
            if not columns or left - columns[-1] > _NEAR:
                columns.append(left)
        return columns

    def drop_repeated_header(self) -> int:
        """Leave out the first rows of a page that repeat those of the first; how many rows that header has."""
        first, *others = self.parts
        header = 0
        for part in others:
            same = 0
            while same < min(len(part.rows), len(first.rows)) and _printed(part, same) == _printed(first, same):
                same += 1
            del part.rows[:same]
            header = max(header, same)
        return header


def grid(
    rows: Sequence[tuple[int, Sequence[Piece]]], table: Table, header_rows: int, words: frozenset[str]
) -> Grid:
    """The finished rows (with the page each begins on) as a grid."""
    columns = table.columns()
    placed = [[_placed(piece, columns, words, page) for piece in row] for page, row in rows]
    places = tuple(f"side {page}" for page, _ in rows)
    return Grid(aligned(placed), table.parts[0].before, places, header_rows)


def _placed(piece: Piece, columns: list[float], words: frozenset[str], page: int) -> tuple[int, Cell]:
    start = min(range(len(columns)), key=lambda n: abs(columns[n] - piece.left))
    span = max(1, sum(piece.left - _NEAR <= column < piece.right - _NEAR for column in columns))
    text = clean(joined(piece.lines, words))
    if len(text) > LONGEST:
        raise too_long(f"tabellen på side {page}")
    return start, Cell(text, tuple(_ranges(text, piece.bold)), piece.joined_above, span)


def _ranges(text: str, bold: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where the bold texts stand, whatever became of their blanks and line breaks; neighbours as one range."""
    if not bold:
        return
    at = [n for n, letter in enumerate(text) if not letter.isspace()]
    letters = "".join(text[n] for n in at)
    begin = end = position = 0
    for piece in bold:
        wanted = "".join(clean(piece).split())
        found = letters.find(wanted, position) if wanted else -1
        if found < 0:
            continue
        position = found + len(wanted)
        start = at[found]
        if end and not text[end:start].strip():
            start = begin
        elif end:
            yield begin, end
        begin, end = start, at[position - 1] + 1
    if end:
        yield begin, end


def _printed(part: Part, row: int) -> list[str]:
    return [" ".join(piece.lines) for piece in part.rows[row]]
