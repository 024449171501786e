"""The shapes of a report: its lines, and what it was limited to."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from hearing.enums import Meaning
from hearing.records import Decision, Hearing, Party, Point, Theme


class Unknown(Exception):
    """There is no such hearing, theme or party. The message is one Danish sentence; it lists the nearest names."""


class Order(StrEnum):
    """How the rows of a document are ordered: as in the table, party by party, or theme by theme."""

    ROW = "row"
    PARTY = "party"
    THEME = "theme"


@dataclass(frozen=True)
class Filter:
    """What a document is limited to; empty means everything. Any filter leaves the silent parties out.

    ``parties`` and ``themes`` are ids; ``points``, where given, are the ids that a search found.
    ``words`` says the filter to a person, in Danish.
    """

    parties: tuple[int, ...] = ()
    themes: tuple[int, ...] = ()
    meanings: tuple[Meaning, ...] = ()
    points: frozenset[int] | None = None
    words: str = ""

    def __bool__(self) -> bool:
        """Whether anything is filtered at all."""
        return bool(self.parties or self.themes or self.meanings) or self.points is not None


Named = tuple[tuple[int, int, Party], ...]


@dataclass(frozen=True, slots=True)
class Source:
    """The row that an echo row repeats: where it stands, and the decision that one as read derives from it."""

    number: int
    party: Party
    label: str
    decision: Decision | None


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a document. ``point`` is None for a silent party; ``number`` is its place in table order, from 1.

    ``source`` is the row that this one repeats. A party that answered but has no points yet has a line whose
    point is in no table (id 0). ``remark`` says whether the line is a remark: not that of a party which has none.
    The point's texts are those that are printed: an echo may name its source instead of saying the same again, and
    the comment calls the points that it mentions by their names of today. ``named`` are the ranges of it where a
    party's name stands so; ``referring`` those of the summary and of the decision's phrase. ``deviation`` is why
    it is handled otherwise than its source, which is printed nowhere.
    """

    number: int
    party: Party
    point: Point | None = None
    theme: Theme | None = None
    decision: Decision | None = None
    source: Source | None = None
    remark: bool = True
    named: Named = ()
    referring: tuple[Named, Named] = ((), ())
    deviation: str = ""

    @property
    def silent(self) -> bool:
        """Whether the party did not answer."""
        return self.point is None

    @property
    def meaning(self) -> Meaning | None:
        """What the decision means; an echo row has its source's meaning."""
        decision = self.decision or (self.source and self.source.decision)
        return decision.meaning if decision else None

    @property
    def decision_phrase(self) -> str:
        """The phrase that is printed in the row."""
        if self.point is None:
            return ""
        return self.point.decision_printed or (self.decision.phrase if self.decision else "")


@dataclass(frozen=True)
class Report:
    """A hearing and the lines of a document about it. The lines can be walked more than once.

    ``parties`` are all parties of the hearing, also those that the filter leaves out.
    """

    hearing: Hearing
    lines: Collection[Line]
    parties: tuple[Party, ...] = ()
    filter: Filter = Filter()
    order: Order = Order.ROW
