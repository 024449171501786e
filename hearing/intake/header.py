"""Where in a grid the table begins: the rows of titles above it, and a header of one row, of two, or none."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from statistics import median

from hearing.enums import PartyKind
from hearing.intake import decisions, headings, labels, party_kinds, records, silence
from hearing.intake.rows import Cell, Grid
from hearing.wording import fold, one_line

_WITHIN = 15
"""A header stands among so many rows at the top."""

_LOOKED_AT = 200
_LONGEST = 300
_SENTENCE = 40
_FULL_ABOVE = 3

Cells = tuple[Cell, ...]


@dataclass(frozen=True)
class Header:
    """``titles`` are the texts above; ``rows`` the header's own rows, folded, to know them again further down.

    ``headings`` has a text for every column, "" where there is none; ``first`` is the first row below.
    ``lower`` is the second row of a header, where it names other columns than the first row does.
    """

    headings: tuple[str, ...]
    first: int
    titles: tuple[str, ...] = ()
    rows: frozenset[tuple[str, ...]] = frozenset()
    lower: tuple[str, ...] = ()


def find(grid: Grid, named: Collection[str] = ()) -> Header:
    """The header of a grid; ``named`` are headings, folded, that stand in a row which no other sign tells of."""
    width = max(map(len, grid.rows), default=0)
    at = _row_naming(grid, named) if named else None
    at = _row_of_headings(grid) if at is None else at
    if at is None:
        top = _titles_above(grid, width)
        return Header(("",) * width, top, _texts(grid.rows[:top]))
    if (
        at
        and sum(bool(cell.text.strip()) for cell in grid.rows[at - 1]) > 1
        and records.alternate(grid.rows[at + 1 :])
    ):
        at -= 1
    upper = _spread(grid.rows[at], width)
    spanned = any(cell.span > 1 for cell in grid.rows[at] if cell.text.strip())
    second = grid.rows[at + 1] if at + 1 < len(grid.rows) else ()
    alternating = not spanned and records.alternate(grid.rows[at + 2 :]) and not _is_data(grid, at + 1)
    two = alternating or _is_second(second, grid, at, spanned)
    lower = _spread(second, width) if two else ()
    records_of_two = two and not spanned and (alternating or _names_others(upper, lower))
    known = frozenset(folded(row) for row in grid.rows[at : at + 1 + two])
    titles = _texts(grid.rows[:at])
    if records_of_two:
        return Header(upper, at + 2, titles, known, _spread(_narrow(second), width))
    joined = tuple(_joined(a, b) for a, b in zip(upper, lower, strict=True)) if two else upper
    return Header(joined, at + 1 + two, titles, known)


def stands_again(row: Cells, header: Header) -> bool:
    """Whether a row further down is one of the header's own rows, as at the top of every page."""
    return max((len(cell.text) for cell in row), default=0) <= _LONGEST and folded(row) in header.rows


def folded(row: Cells) -> tuple[str, ...]:
    """A row's texts for comparing, without the empty cells at its end."""
    texts = [fold(cell.text) for cell in row]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)


def _row_naming(grid: Grid, named: Collection[str]) -> int | None:
    """The row at the top that holds most of the named headings; None if none does."""
    counts = [
        sum(fold(cell.text) in named for cell in row if not cell.joined_above) for row in grid.rows[:_WITHIN]
    ]
    most = max(counts, default=0)
    return counts.index(most) if most else None


def _row_of_headings(grid: Grid) -> int | None:
    """The row with most headings in it, the first among equals; by contrast with what is below if none has."""
    best, at = 1, None
    widths: list[int] = []
    for n, row in enumerate(grid.rows[:_WITHIN]):
        filled = [cell.text for cell in row if cell.text.strip() and not cell.joined_above]
        hits = sum(_could_head(text) for text in filled)
        # A row that many as full ones stand above is one of them, whatever its words.
        first = sum(width >= len(filled) for width in widths) <= _FULL_ABOVE
        if hits > best and hits * 2 >= len(filled) and first and not _is_data(grid, n):
            best, at = hits, n
        widths.append(len(filled))
    if at is None:
        at = min(grid.header_rows, len(grid.rows)) - 1 if grid.header_rows else _by_contrast(grid)
    return at


def _could_head(text: str) -> bool:
    """Whether a text may be a heading of a column; a longer text that ends in a full stop is a sentence."""
    sentence = len(text) > _SENTENCE and text.rstrip().endswith(".") and not text.endswith(").")
    return not sentence and headings.is_heading(text) and not labels.split(text)[2]


def _is_data(grid: Grid, n: int) -> bool:
    """Whether a row says what rows of points say: a label, or texts that stand again in their column."""
    row = grid.rows[n]
    below = [other for other in grid.rows[n + 1 : n + _LOOKED_AT] if sum(_could_head(c.text) for c in other) < 2]
    # "Ingen bemærkninger" among three other headings is the heading of a column of ticks.
    ticks = sum(_could_head(cell.text) for cell in row) >= 3
    for column, cell in enumerate(row):
        text = fold(cell.text)
        if text and (labels.split(text)[2] or (not ticks and _says_nothing(text))):
            return True
        if text and any(len(other) > column and fold(other[column].text) == text for other in below):
            return True
    return False


def _says_nothing(text: str) -> bool:
    return silence.is_silent(text) or silence.is_without_remarks(text)


def _by_contrast(grid: Grid) -> int | None:
    """A first full row of short texts above columns of longer ones, with no name, label or decision in it."""
    width = max(map(len, grid.rows), default=0)
    top = _titles_above(grid, width)
    if top + 2 >= len(grid.rows):
        return None
    row, below = grid.rows[top], grid.rows[top + 1 :]
    texts = [one_line(cell.text) for cell in row]
    if sum(map(bool, texts)) < max(3, width - 1) or max(map(len, texts)) > 40 or _is_data(grid, top):
        return None
    if any(
        decisions.meaning_of(t) or party_kinds.guess(t) is not PartyKind.OTHER or t.isdecimal() for t in texts if t
    ):
        return None
    longer = 0
    for n, text in enumerate(texts):
        lengths = [len(other[n].text) for other in below if n < len(other) and other[n].text.strip()]
        longer += bool(lengths) and median(lengths) > 2 * len(text) + 10
    return top if longer else None


def _titles_above(grid: Grid, width: int) -> int:
    """How many rows at the top hold one text only, above a table that is wider."""
    top = 0
    while top < len(grid.rows) - 1 and width > 2 and sum(bool(c.text.strip()) for c in grid.rows[top]) <= 1:
        top += 1
    return top if top < _WITHIN else 0


def _is_second(row: Cells, grid: Grid, at: int, spanned: bool) -> bool:
    """Whether the row below the header belongs to it."""
    texts = [one_line(cell.text) for cell in row if cell.text.strip() and not cell.joined_above]
    if not texts or _is_data(grid, at + 1) or max(map(len, texts)) > 160:
        return False
    if grid.header_rows > at + 1 or any(cell.joined_above for cell in row):
        return True
    hits = sum(_could_head(text) for text in texts)
    # Below cells that span, some of the lower headings may be words of the table's own; elsewhere a row with a
    # word that heads nothing is the first row of points.
    return hits * 2 >= len(texts) if spanned else hits == len(texts) > 1


def _names_others(upper: tuple[str, ...], lower: tuple[str, ...]) -> bool:
    """Whether two rows of headings name different things in the same columns: records of two rows."""
    pairs = [(headings.strongest(a), headings.strongest(b)) for a, b in zip(upper, lower, strict=True) if a and b]
    return sum(bool(a and b and a != b) for a, b in pairs) >= 2


def _spread(row: Cells, width: int) -> tuple[str, ...]:
    """The texts of a row, a spanning cell's text in every column that it covers."""
    texts = [""] * width
    for n, cell in enumerate(row):
        if cell.text.strip() and not cell.joined_above:
            for column in range(n, min(n + max(1, cell.span), width)):
                texts[column] = one_line(cell.text)
    return tuple(texts)


def _narrow(row: Cells) -> Cells:
    """The cells without the columns that they span: in a record of two rows a text stands in the first of them."""
    return tuple(replace(cell, span=1) for cell in row)


def _joined(upper: str, lower: str) -> str:
    return upper if fold(upper) == fold(lower) else f"{upper} {lower}".strip()


def _texts(rows: Sequence[Cells]) -> tuple[str, ...]:
    return tuple(text for row in rows if (text := one_line(" ".join(c.text for c in row if not c.joined_above))))
