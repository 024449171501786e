"""What a table whose columns stand side by side is like as a whole, learned from all its pages."""

from collections import Counter
from collections.abc import Sequence

from hearing.intake.running_text.glyphs import FACE, width
from hearing.intake.running_text.pages import Line
from hearing.intake.running_text.segments import columns_of, continues, segments


def named(pages: Sequence[Sequence[Line]], reference: Sequence[int], party: int) -> bool:
    """Whether the lines on which several columns begin at once nearly all reach up to the party's column."""
    starts = []
    for page in pages:
        for above, line in zip(page, page[1:], strict=False):
            new = [piece for piece in segments(line) if not continues(piece, segments(above))]
            if len(new) >= 2:
                starts.append(columns_of([piece.at for piece in segments(line)], reference)[0] <= party)
    return sum(starts) >= 0.9 * len(starts)


def spaced(pages: Sequence[Sequence[Line]], reference: Sequence[int], party: int) -> bool:
    """Whether a blank line stands above nearly all lines on which several columns begin, and not inside rows."""
    starts, inside, gaps = [], [], 0
    for page in pages:
        for above, line in zip(page, page[1:], strict=False):
            pieces = segments(line)
            gaps += line.gap > 0
            new = sum(not continues(piece, segments(above)) for piece in pieces)
            if new >= 2:
                starts.append(line.gap > 0)
            elif columns_of([piece.at for piece in pieces], reference)[0] > party or pieces[0].text[0].islower():
                inside.append(line.gap > 0)
    return gaps >= 3 and sum(starts) >= 0.95 * len(starts) and sum(inside) <= 0.05 * len(inside)


def pairs(pages: Sequence[Sequence[Line]], reference: Sequence[int], party: int) -> Counter[tuple[str, str]]:
    """Which text stands under which in the party's column, and how often."""
    found: Counter[tuple[str, str]] = Counter()
    for page in pages:
        above = ""
        for line in page:
            pieces = segments(line)
            columns = columns_of([piece.at for piece in pieces], reference)
            here = next((piece.text for piece, n in zip(pieces, columns, strict=True) if n == party), "")
            if here and above and here != above:
                found[above, here] += 1
            above = here
    return found


def widths(pages: Sequence[Sequence[Line]], reference: Sequence[int]) -> list[float]:
    """How wide each column prints: as wide as nearly all of its pieces."""
    found: list[list[float]] = [[0.0] for _ in reference]
    for page in pages:
        for line in page:
            pieces = segments(line)
            for piece, column in zip(pieces, columns_of([piece.at for piece in pieces], reference), strict=True):
                found[column].append(width(piece.text, FACE))
    return [sorted(pieces)[int(0.97 * (len(pieces) - 1))] for pieces in found]
