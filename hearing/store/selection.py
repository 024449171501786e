"""What a person picks of a table, and how many rows every further choice would leave. Pure.

A hearing's outline is a list of plain tuples in table order (``table.outline``). At 100,000 points one pass over
it answers the page, the order and all counts together in less time than SQL needs for the counts alone.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from operator import itemgetter

ID, POSITION = 0, 1
Brief = tuple
"""One row of an outline: id, position, then the facets in the order of ``Facet``."""
NO_REMARKS = -1
"""Stands for a decision in a Brief where the party answered that it has no remarks: nothing to decide."""


class Facet(IntEnum):
    """What can be filtered by; the value is its place in a Brief. None (or "") is "without"."""

    PARTY = 2
    THEME = 3
    DECISION = 4
    STATUS = 5
    RESPONSIBLE = 6
    UNSURE = 7
    ECHO = 8


@dataclass(frozen=True)
class Selection:
    """The choices of every facet that has any, and the search. Facets combine by and, choices of one by or."""

    chosen: Mapping[Facet, frozenset] = field(default_factory=dict)
    words: str = ""

    def __bool__(self) -> bool:
        """Whether anything is picked at all."""
        return bool(self.chosen or self.words.strip())


@dataclass(frozen=True)
class Picked:
    """The rows that pass, in table order, and per facet how many rows each of its choices has.

    A facet's counts obey the other facets, not itself: they say what one more choice would bring.
    """

    rows: Sequence[Brief]
    counts: Mapping[Facet, Counter]


def pick(outline: Sequence[Brief], selection: Selection) -> Picked:
    """Filter and count."""
    passing = _narrow(outline, selection, None)
    counts = {
        facet: Counter(
            map(itemgetter(facet), _narrow(outline, selection, facet) if facet in selection.chosen else passing)
        )
        for facet in Facet
    }
    return Picked(passing, counts)


def _narrow(rows: Sequence[Brief], selection: Selection, but: Facet | None) -> Sequence[Brief]:
    for facet, choices in selection.chosen.items():
        if facet is not but:
            rows = [row for row in rows if row[facet] in choices]
    return rows


def ordered(rows: Sequence[Brief], facet: Facet, rank: Callable[[object], object]) -> list[Brief]:
    """The rows by a facet's rank, table order inside each; ``rank`` is asked once per choice."""
    ranks = {choice: rank(choice) for choice in set(map(itemgetter(facet), rows))}
    return sorted(rows, key=lambda row: ranks[row[facet]])
