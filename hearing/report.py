"""Everything a document needs, loaded once and in document order."""

from dataclasses import dataclass
from enum import StrEnum

from sqlite_utils import Database

from hearing.records import Decision, Echo, Hearing, Meaning, Party, Point, Theme
from hearing.store import decisions, echoes, hearings, parties, points, themes


class Order(StrEnum):
    """How the rows of a document are ordered: as in the table, party by party, or theme by theme."""

    ROW = "row"
    PARTY = "party"
    THEME = "theme"


@dataclass(frozen=True)
class Filter:
    """What a document is limited to; empty means everything. Any filter leaves the silent parties out.

    ``parties``, ``themes`` and ``decisions`` are ids; ``points``, where given, are the ids that a search found.
    """

    parties: tuple[int, ...] = ()
    themes: tuple[int, ...] = ()
    decisions: tuple[int, ...] = ()
    meanings: tuple[Meaning, ...] = ()
    points: frozenset[int] | None = None
    words: str = ""

    def __bool__(self) -> bool:
        """Whether anything is filtered at all."""
        return bool(self.parties or self.themes or self.decisions or self.meanings) or self.points is not None


@dataclass(frozen=True)
class Line:
    """One row of a document. ``point`` is None for a silent party; ``number`` is its place in table order, from 1.

    ``source`` is the line that this one repeats.
    """

    number: int
    party: Party
    point: Point | None = None
    theme: Theme | None = None
    decision: Decision | None = None
    source: "Line | None" = None

    @property
    def silent(self) -> bool:
        """Whether the party did not answer."""
        return self.point is None

    @property
    def meaning(self) -> Meaning | None:
        """What the decision means; an echo row has its source's meaning."""
        if self.decision is None and self.source is not None:
            return self.source.decision and self.source.decision.meaning
        return self.decision and self.decision.meaning

    @property
    def decision_phrase(self) -> str:
        """The phrase that is printed in the row."""
        if self.point is None:
            return ""
        return self.point.decision_printed or (self.decision.phrase if self.decision else "")


@dataclass(frozen=True)
class Report:
    """A hearing and the lines of a document about it."""

    hearing: Hearing
    lines: tuple[Line, ...]
    filter: Filter = Filter()
    order: Order = Order.ROW


def load(db: Database, hearing_id: int, filter: Filter = Filter(), order: Order = Order.ROW) -> Report:
    """Load the lines that the filter lets through, in the given order."""
    hearing = hearings.find(db, hearing_id)
    lines = [line for line in _table(db, hearing) if _passes(line, filter)]
    if order is Order.PARTY:
        lines.sort(key=lambda line: (line.party.position, line.party.id, line.number))
    if order is Order.THEME:
        lines.sort(key=lambda line: (line.theme is None, line.theme.position if line.theme else 0, line.number))
    return Report(hearing, tuple(lines), filter, order)


def _table(db: Database, hearing: Hearing) -> list[Line]:
    """Every row of the table, in table order."""
    party_of = {party.id: party for party in parties.of(db, hearing.id)}
    theme_of = {theme.id: theme for theme in themes.of(db, hearing.id)}
    decision_of = {decision.id: decision for decision in decisions.of(db, hearing.id)}
    all_points = points.of(db, hearing.id)
    answered = {point.party_id for point in all_points}
    rows: list[tuple[int, Party, Point | None]] = [
        (point.position, party_of[point.party_id], point) for point in all_points
    ]
    rows += [(party.position, party, None) for party in party_of.values() if party.id not in answered]
    rows.sort(key=lambda row: (row[0], row[2] is not None))
    lines = [
        Line(number, party, point, theme_of.get(point.theme_id), decision_of.get(point.decision_id))
        if point
        else Line(number, party)
        for number, (_, party, point) in enumerate(rows, 1)
    ]
    return _with_sources(lines, echoes.of(db, hearing.id))


def _with_sources(lines: list[Line], links: list[Echo]) -> list[Line]:
    line_of = {line.point.id: line for line in lines if line.point}
    source_of = {link.point_id: line_of[link.source_id] for link in links}
    return [
        Line(line.number, line.party, line.point, line.theme, line.decision, source_of[line.point.id])
        if line.point and line.point.id in source_of
        else line
        for line in lines
    ]


def _passes(line: Line, filter: Filter) -> bool:
    if not filter:
        return True
    if line.point is None:
        return False
    decision = line.source.decision if line.decision is None and line.source else line.decision
    return (
        (not filter.parties or line.party.id in filter.parties)
        and (not filter.themes or line.point.theme_id in filter.themes)
        and (not filter.decisions or (decision is not None and decision.id in filter.decisions))
        and (not filter.meanings or line.meaning in filter.meanings)
        and (filter.points is None or line.point.id in filter.points)
    )
