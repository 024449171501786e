"""Echoes as they are printed, for the rows that a page shows."""

from collections.abc import Iterable

from sqlite_utils import Database

from hearing import mentions
from hearing.echoes.printing import Style, printed
from hearing.records import Party, Point
from hearing.store import echoes, hearings, points


def now(db: Database, hearing_id: int, stored: Iterable[Point], known: Iterable[Party]) -> list[Point]:
    """The points with the texts that are printed of them; ``known`` are the parties of the hearing."""
    stored = list(stored)
    echo_of = {
        id: echo for id, echo in echoes.among(db, [point.id for point in stored]).items() if not echo.as_read
    }
    if not echo_of:
        return stored
    style = Style.of(hearings.find(db, hearing_id))
    source_of = points.among(db, [echo.source_id for echo in echo_of.values()])
    called = mentions.called(known)

    def as_printed(point: Point) -> Point:
        echo = echo_of.get(point.id)
        if echo is None:
            return point
        source = source_of[echo.source_id]
        return printed(point, echo, style, called[source.party_id], source.label).point

    return [as_printed(point) for point in stored]
