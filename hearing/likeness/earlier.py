"""What earlier hearings of the same authority say to a text."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

from hearing.echoes.pairs import Match
from hearing.echoes.texts import Text
from hearing.likeness.shelf import shelf
from hearing.records import Hearing, Point
from hearing.store import hearings, points
from hearing.wording import blank, fold

_MOST, _OF_EACH, _HEARINGS = 3, 10, 20
_AT_ONCE = 100


@dataclass(frozen=True)
class Earlier:
    """A point of an earlier hearing that is like a text, and was handled there."""

    hearing: Hearing
    point: Point
    match: Match


def earlier(db: Database, hearing: Hearing, text: Text) -> list[Earlier]:
    """The handled points of this authority's earlier hearings that are most like a text, best first, a few.

    A hearing without a named authority counts as this one's, and one without dates as earlier: it may well have
    been imported today for what was answered in it. All but a few points are read in the background first.
    """
    found = [
        Earlier(one, point, match)
        for one, at_once in _soon(db, _of_this_authority(db, hearing)[:_HEARINGS])
        if (held := shelf.beside(db, one.id))
        for match in held.ask(db, lambda filling: filling.alike.matches(text), patient=at_once, whole=False)[
            :_OF_EACH
        ]
        if (point := points.find(db, match.id)) and _is_handled(point)
    ]
    return sorted(found, key=lambda one: (-one.match.score, -one.hearing.id, one.point.id))[:_MOST]


def earlier_is_read(db: Database, hearing: Hearing) -> bool:
    """Whether everything that ``earlier`` asks is in memory; until it is, more may be found a moment later."""
    return all(
        held.ask(db, lambda filling: filling.filled or filling.failed, patient=False, whole=False)
        for one in _of_this_authority(db, hearing)[:_HEARINGS]
        if (held := shelf.beside(db, one.id))
    )


def _soon(db: Database, others: list[Hearing]) -> Iterator[tuple[Hearing, bool]]:
    """The hearings, and which of them are so small that all those together may be read while a person waits."""
    left = _AT_ONCE
    for one in others:
        size = points.count(db, one.id)
        yield one, size <= left
        left -= size if size <= left else 0


def _of_this_authority(db: Database, hearing: Hearing) -> list[Hearing]:
    """The other hearings that may be earlier, the newest first; the demonstration is nobody's past."""
    left_out = {hearing.id, *hearings.demonstrations(db)}
    found = [
        other
        for other in hearings.all(db)
        if other.id not in left_out
        and (not other.authority or not hearing.authority or fold(other.authority) == fold(hearing.authority))
        and _may_be_earlier(other, hearing)
    ]
    return sorted(found, key=lambda one: (one.period_from or one.period_to or date.min, one.id), reverse=True)


def _may_be_earlier(one: Hearing, other: Hearing) -> bool:
    """Whether one began before another, or ended where it is not known when both began, or nothing is known."""
    for mine, theirs in ((one.period_from, other.period_from), (one.period_to, other.period_to)):
        if mine and theirs:
            return mine < theirs
    mine, theirs = one.period_from or one.period_to, other.period_from or other.period_to
    return mine < theirs if mine and theirs else True


def _is_handled(point: Point) -> bool:
    return point.decision_id is not None or not blank(point.comment)
