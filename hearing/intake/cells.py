"""What every reader of tables does with cells: text with marks out of pieces, and columns that are columns."""

from collections.abc import Sequence
from dataclasses import replace
from unicodedata import combining

from hearing.intake.rows import Cell, Refused
from hearing.wording import clean

LONGEST = 200_000
MOST_ROWS = 50_000
MOST_COLUMNS = 200
_EMPTY = Cell()


def marked_text(pieces: Sequence[str], emphasised: Sequence[int]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The pieces cleaned and joined, and the ranges of the text that the emphasised pieces (by index) cover.

    A lone line feed between two emphasised pieces belongs to the range.
    """
    if not emphasised:
        return clean("".join(pieces)), ()
    bold = set(emphasised)
    bold |= {i for i, piece in enumerate(pieces) if piece == "\n" and i - 1 in bold and i + 1 in bold}
    texts, marks, end = [], [], 0
    for i, piece in enumerate(_whole_letters(pieces)):
        text = clean(piece)
        texts.append(text)
        start, end = end, end + len(text)
        if i in bold and text:
            if marks and marks[-1][1] == start:
                start = marks.pop()[0]
            marks.append((start, end))
    return "".join(texts), tuple(marks)


def under(upper: Cell | None, lower: Cell) -> Cell:
    """Two cells of one text, the lower after a line break; empty ones add nothing."""
    if upper is None or not upper.text.strip():
        return lower
    if not lower.text.strip():
        return upper
    shift = len(upper.text) + 1
    marks = tuple((start + shift, end + shift) for start, end in lower.marks)
    return replace(upper, text=f"{upper.text}\n{lower.text}", marks=upper.marks + marks)


def _whole_letters(pieces: Sequence[str]) -> list[str]:
    """The pieces with an accent that begins one moved to the letter before it, so that both are cleaned as one."""
    whole = list(pieces)
    for i in range(1, len(whole)):
        while whole[i] and combining(whole[i][0]):
            whole[i - 1] += whole[i][0]
            whole[i] = whole[i][1:]
    return whole


def aligned(rows: Sequence[Sequence[tuple[int, Cell]]]) -> tuple[tuple[Cell, ...], ...]:
    """Rows of cells with the grid column each begins in -> rows in which column n is the same column everywhere.

    Raises Refused for more than MOST_COLUMNS.

    Word and PDF count a column for every edge that any row has; those in which no row begins a cell are dropped.
    """
    starts = sorted({start for row in rows for start, _ in row})
    if len(starts) > MOST_COLUMNS:
        raise too_many_columns()
    number = {start: n for n, start in enumerate(starts)}
    result = []
    for row in rows:
        cells: list[Cell] = []
        for start, cell in row:
            cells += [_EMPTY] * (number[start] - len(cells))
            span = sum(start <= other < start + cell.span for other in starts) if cell.span > 1 else 1
            cells.append(cell if span == cell.span else replace(cell, span=span))
            cells += [_EMPTY] * (span - 1)
        result.append(tuple(cells))
    return tuple(result)


def too_many_rows() -> Refused:
    """What to raise for a table with more rows than can be understood while a person waits."""
    return Refused("Filen har mere end 50.000 rækker. Det er flere, end programmet læser; del den i flere filer.")


def too_many_columns() -> Refused:
    """What to raise for a table with more columns than any handling table has."""
    return Refused("Filen har en tabel med mere end 200 kolonner. Det er ikke en håndteringstabel.")


def too_long(place: str) -> Refused:
    """What to raise for a cell longer than any of a handling table."""
    return Refused(f"En celle i {place} har mere end 200.000 tegn. Det er ikke en håndteringstabel.")
