"""Lines whose columns stand side by side, cut where wide gaps are, and followed downwards."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hearing.intake.running_text.pages import Line

_PIECE = re.compile(r"\S+(?: \S+)*")
_NEAR = 1
"""How many characters a column's left edge may move from one line of a row to the next."""


@dataclass(frozen=True)
class Segment:
    """A piece of a line without a wide gap in it, and where on the line it begins."""

    at: int
    text: str

    @property
    def end(self) -> int:
        """Where the piece ends on its line."""
        return self.at + len(self.text)


def segments(line: Line) -> list[Segment]:
    """The pieces of a line between gaps of two blanks or more."""
    return [Segment(match.start(), match.group()) for match in _PIECE.finditer(line.text)]


def are_aligned(pages: Sequence[Sequence[Line]]) -> bool:
    """Whether the columns of a table stand side by side: many lines begin far in or have several pieces.

    Where cells follow each other line by line there are hardly any such lines.
    """
    lines = [line for page in pages for line in page]
    wide = sum(len(segments(line)) > 1 or segments(line)[0].at > 8 for line in lines)
    gaps = sum(bool(re.search(r"\S {3,}\S", line.text)) for line in lines)
    return wide > 0.5 * len(lines) and gaps > 0.1 * len(lines)


def continues(segment: Segment, above: Sequence[Segment]) -> bool:
    """Whether a piece stands under one of the pieces of the line above."""
    return any(abs(segment.at - other.at) <= _NEAR for other in above)


def part(found: Sequence[Segment], edges: Sequence[int]) -> list[Segment]:
    """The pieces, parted also where only one blank separates two columns: at a column's left edge."""
    parted: list[Segment] = []
    for segment in found:
        rest = segment
        for edge in edges:
            cut = edge - rest.at
            if 0 < cut < len(rest.text) and rest.text[cut - 1] == " ":
                parted.append(Segment(rest.at, rest.text[:cut].rstrip()))
                rest = Segment(edge, rest.text[cut:])
        parted.append(rest)
    return parted


def columns_of(edges: Sequence[int], reference: Sequence[int]) -> list[int]:
    """Which column each left edge belongs to: in order, as near to the reference edges as can be."""
    if len(edges) >= len(reference):
        return list(range(len(reference))) + [len(reference) - 1] * (len(edges) - len(reference))
    best: list[tuple[float, list[int]]] = [(0.0, [])]
    for number, edge in enumerate(edges):
        left = len(edges) - number - 1
        grown: dict[int, tuple[float, list[int]]] = {}
        for cost, chosen in best:
            first = chosen[-1] + 1 if chosen else 0
            for column in range(first, len(reference) - left):
                total = cost + abs(edge - reference[column])
                if column not in grown or total < grown[column][0]:
                    grown[column] = (total, [*chosen, column])
        best = list(grown.values())
    return min(best)[1]
