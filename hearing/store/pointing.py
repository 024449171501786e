"""Which answers send whoever reads them round in a ring, or on to one that only sends them on."""

from sqlite_utils import Database

from hearing.echoes.printing import Style
from hearing.enums import Printing
from hearing.mentions import pointing
from hearing.records import Echo
from hearing.store import echoes, hearings, points


def astray(db: Database, hearing_id: int) -> list[int]:
    """The points whose own answers do, in table order; see ``mentions.pointing.astray``."""
    rows = db.query(
        "select * from point where hearing_id = ? and mentions <> '[]' order by position, id", [hearing_id]
    )
    holders = [points.record(row) for row in rows]
    if not holders:
        return []
    led = _led(db, hearing_id)
    named = {point.id: [id for *_, id in point.mentions] for point in holders}
    bare = {point.id for point in holders if pointing.only_points(point.comment, point.mentions)}
    followers = {link.point_id for link in echoes.of(db, hearing_id) if link.follows}
    own = {id: targets for id, targets in named.items() if id not in followers}
    found = pointing.astray(own, led, bare)
    return [point.id for point in holders if point.id in found]


def _led(db: Database, hearing_id: int) -> dict[int, int]:
    """Where the points lead that are printed as a reference to what they repeat."""
    style = Style.of(hearings.find(db, hearing_id))
    silent = _without_answer(db, hearing_id)

    def leads(link: Echo) -> bool:
        return link.point_id in silent if link.as_read else style.of_echo(link) is Printing.REFERENCE

    return {link.point_id: link.source_id for link in echoes.of(db, hearing_id) if leads(link)}


def _without_answer(db: Database, hearing_id: int) -> set[int]:
    rows = db.execute(
        "select point_id from echo join point on point.id = point_id where echo.hearing_id = ? and comment = ''",
        [hearing_id],
    )
    return {id for (id,) in rows}
