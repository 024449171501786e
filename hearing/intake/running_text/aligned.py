"""The text of a table whose columns stand side by side on each line (``pdftotext -layout``) -> a grid of cells.

The left edges of the columns move from page to page and from row to row, but within a row every column begins on
the row's first line and keeps its edge. So a row begins where a piece of text stands under no other.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from hearing.intake.rows import Cell, Grid
from hearing.intake.running_text import over_pages, shape
from hearing.intake.running_text.glyphs import FACE, width
from hearing.intake.running_text.headings import headings, starts_of_headings
from hearing.intake.running_text.pages import Line
from hearing.intake.running_text.segments import Segment, columns_of, continues, part, segments
from hearing.intake.running_text.words import BULLETS, LABEL

_HEADER_WITHIN = 12
_QUOTES = "\"'”“»«’‘…("
_MOVED = 4
"""How many characters a column's edge may move on the line where the cell before it fills its column."""
_SURELY, _HARDLY = 9.0, 1.0
"""How much speaks for a row where there is no doubt, and up to how much there is doubt."""
_UNSURE = "Det kan ikke ses sikkert, hvor rækken begynder og slutter i teksten."


@dataclass
class _Row:
    """The lines of a row as pieces, with the page it begins on."""

    page: int
    number: int
    lines: list[list[Segment]] = field(default_factory=list)
    unsure: bool = False

    def edges(self) -> list[int]:
        """The left edges of the row's columns, from left to right."""
        found: list[int] = []
        for line in self.lines:
            found += [piece.at for piece in line if not any(abs(piece.at - edge) <= 1 for edge in found)]
        return sorted(found)


@dataclass(frozen=True)
class _Table:
    """Where the columns begin, how wide each prints, which is the party's, and whether all rows name one.

    ``pairs`` counts which text stands under which in the party's column: what does so often is one name.
    ``spaced`` says that blank lines stand between the rows and hardly anywhere else.
    """

    reference: list[int]
    widths: list[float]
    party: int
    named: bool
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    spaced: bool = False


@dataclass
class Aligned:
    """The table as a grid, its heading row first; what is ``above``; by row's place what to look at."""

    rows: list[list[str]]
    places: list[str]
    above: list[str]
    unsure: dict[str, str] = field(default_factory=dict)

    @property
    def grid(self) -> Grid:
        """The rows for the layout room."""
        cells = tuple(tuple(Cell(text) for text in row) for row in self.rows)
        return Grid(cells, tuple(self.above), tuple(self.places), header_rows=1)


def read(pages: Sequence[Sequence[Line]], aside: Sequence[Line]) -> Aligned | None:
    """The table in the pages; None if no heading row can be found.

    ``aside`` are the lines that stand on every page, among them a heading row that is repeated.
    """
    header, pages = _header(pages, aside)
    if not header:
        return None
    above = [line.text.strip() for line in pages[0] if line.number < header.number]
    pages = [[line for line in page if line.number >= header.number] for page in pages]
    reference = header.edges()
    party = _party_column(header, reference)
    pairs = shape.pairs(pages, reference, party)
    widths, named = shape.widths(pages, reference), shape.named(pages, reference, party)
    table = _Table(reference, widths, party, named, pairs, named and shape.spaced(pages, reference, party))
    made = Aligned([_cells(header, table)], ["overskrifter"], above)
    found: list[tuple[list[str], _Row, bool]] = []
    for page in pages:
        at = {line.page: line for line in page}
        repeated = [line for line in aside if line.page in at and len(segments(line)) >= 3]
        if repeated:
            table = replace(table, reference=_edges(repeated[0], len(reference)) or table.reference)
        found += [(_cells(row, table), row, not number) for number, row in enumerate(_rows(page, table))]
    names = Counter(cells[party] for cells, _, first in found if not first)
    for cells, row, first in found:
        joins = first and len(made.rows) > 1 and over_pages.goes_on(cells, made.rows, party, names)
        if joins:
            made.rows[-1] = [f"{above} {here}".strip() for above, here in zip(made.rows[-1], cells, strict=True)]
        else:
            made.rows.append(cells)
            made.places.append(f"side {row.page}, linje {row.number}")
        if row.unsure or first and over_pages.is_open(cells, made.rows, joins, party, names):
            made.unsure[made.places[-1]] = _UNSURE
    return made


def _header(pages: Sequence[Sequence[Line]], aside: Sequence[Line]) -> tuple[_Row | None, list[list[Line]]]:
    """The heading row, from what is repeated or from the first page, and the pages without it."""
    first = pages[0][0].page
    top = [line for line in aside if line.page == first and line.number < pages[0][0].number]
    for lines, own in ((top, False), (list(pages[0][:_HEADER_WITHIN]), True)):
        for number, line in enumerate(lines):
            edges = starts_of_headings(line.text)
            if len(edges) >= 3:
                edges = sorted({*edges, *(piece.at for piece in segments(line))})
                row = _Row(first, line.number, [part(segments(line), edges)])
                below = number + 1
                while below < len(lines) and _is_more_heading(lines[below], edges, own):
                    row.lines.append(part(segments(lines[below]), edges))
                    below += 1
                rest = [list(page) for page in pages]
                return row, [rest[0][:number] + rest[0][below:], *rest[1:]] if own else rest
    return None, [list(page) for page in pages]


def _is_more_heading(line: Line, edges: Sequence[int], own: bool) -> bool:
    """Whether a line goes on with headings of several lines: pieces under headings, none in the first column."""
    found = segments(line)
    under = all(any(abs(piece.at - edge) <= 1 for edge in edges) for piece in found)
    return under and found[0].at > edges[0] + 1 if own else under and len(found) > 0


def _edges(line: Line, wanted: int) -> list[int]:
    edges = sorted({*starts_of_headings(line.text), *(piece.at for piece in segments(line))})
    return edges if len(edges) == wanted else []


def _party_column(header: _Row, reference: Sequence[int]) -> int:
    """The column of the parties by its heading; the first where no heading says so."""
    cells = _cells(header, _Table(reference, [99.0] * len(reference), 0, True))
    kinds = [heading.kind for heading in headings(" ".join(cells))]
    return kinds.index("party") if len(kinds) == len(reference) and "party" in kinds else 0


def _rows(page: Sequence[Line], table: _Table) -> list[_Row]:
    """The rows of a page: a new one where a column begins anew and no other column goes on."""
    rows: list[_Row] = []
    above: list[Segment] = []
    for line in page:
        here = segments(line)
        begins = _begins(here, above, table, line.gap) if rows else _SURELY
        if begins > 0 or rows and _resumes(here, above, rows[-1], table):
            rows.append(_Row(line.page, line.number))
        rows[-1].lines.append(here)
        rows[-1].unsure |= abs(begins) <= _HARDLY
        above = here
    return rows


def _begins(here: list[Segment], above: list[Segment], table: _Table, gap: int) -> float:
    """What speaks for (positive) or against a line beginning a row: pieces under no other, cells that go on.

    Where blank lines part the rows, the ``gap`` above the line decides.
    """
    new = [piece for piece in here if not continues(piece, above)]
    columns = columns_of([piece.at for piece in here], table.reference)
    if columns[0] > table.party and table.named:
        return -_SURELY
    if table.spaced:
        return _SURELY if gap else -_SURELY
    if len(new) >= 2 or new and new[0] is here[0] and columns[0] <= table.party:
        return _SURELY
    if len(here) < 2:
        return -_SURELY
    return sum(_ended(piece, column, above, table) for piece, column in zip(here, columns, strict=True)) - 0.5


def _resumes(here: list[Segment], above: list[Segment], row: _Row, table: _Table) -> bool:
    """Whether a line alone begins a cell anew below a blank in it, where rows do not all name their party."""
    if table.named or any(continues(piece, above) for piece in here):
        return False
    edges = row.edges()
    return all(any(abs(piece.at - edge) <= 1 for edge in edges) for piece in here) and here[0].text[0].isupper()


def _ended(piece: Segment, column: int, above: list[Segment], table: _Table) -> int:
    """What speaks for (positive) or against the cell above a piece having ended before it."""
    over = next((other for other in above if abs(other.at - piece.at) <= 1), None)
    if over is None or LABEL.match(piece.text.split()[0]):
        return 3
    if table.named and piece.text == over.text:
        return 3
    if piece.text.isdecimal() and over.text.isdecimal() and int(piece.text) == int(over.text) + 1:
        return 3
    if piece.text[0].islower() or column == table.party and table.pairs[over.text, piece.text] > 1:
        return -3
    if piece.text[0] in BULLETS:
        return 0
    if not (piece.text[0].isupper() or piece.text[0] in _QUOTES):
        return -2
    if width(f"{over.text} {piece.text.split()[0]}", FACE) <= table.widths[column] + 0.5:
        return 2
    return 1 if over.text[-1] in ".!?" else -1


def _cells(row: _Row, table: _Table) -> list[str]:
    """The row's pieces by column, each cell's lines joined with a blank."""
    reference = table.reference
    edges = _with_hidden(row.edges(), row, reference)
    columns = columns_of(edges, reference)
    cells: list[list[str]] = [[] for _ in reference]
    for line in row.lines:
        for piece in _parted(part(line, edges), edges, columns, table):
            nearest = min(range(len(edges)), key=lambda n: abs(edges[n] - piece.at))
            cells[columns[nearest]].append(piece.text)
    return [" ".join(cell) for cell in cells]


def _parted(
    line: Sequence[Segment], edges: Sequence[int], columns: Sequence[int], table: _Table
) -> Iterator[Segment]:
    """The pieces, parted where the next column's text was drawn over by a cell as wide as its column.

    Its left edge has moved then; it begins with the last word that leaves the cell before no wider than it can be.
    """
    for piece in line:
        rest = piece
        for edge, column in zip(edges, columns, strict=True):
            if not rest.at + 2 < edge < rest.end or column == 0:
                continue
            starts = [n + 1 for n, letter in enumerate(rest.text) if letter == " "]
            near = [n for n in starts if abs(rest.at + n - edge) <= _MOVED]
            fit = [n for n in near if width(rest.text[: n - 1], FACE) <= table.widths[column - 1] + 0.5]
            if near:
                cut = min(fit or near[:1], key=lambda n: abs(rest.at + n - edge))
                yield Segment(rest.at, rest.text[: cut - 1])
                rest = Segment(edge, rest.text[cut:])
        yield rest


def _with_hidden(edges: list[int], row: _Row, reference: Sequence[int]) -> list[int]:
    """The edges, with those of columns that have one line in the row and one blank before it."""
    if len(edges) >= len(reference):
        return edges
    found = list(edges)
    for column in sorted(set(range(len(reference))) - set(columns_of(edges, reference))):
        for piece in row.lines[0]:
            shift = min((edge - at for edge in edges for at in reference), key=abs)
            wanted = reference[column] + shift
            if piece.at < wanted - 2 and piece.end > wanted + 2:
                blanks = [piece.at + n + 1 for n, letter in enumerate(piece.text) if letter == " "]
                near = [at for at in blanks if abs(at - wanted) <= 4]
                if near:
                    found.append(min(near, key=lambda at: abs(at - wanted)))
    return sorted(set(found))
