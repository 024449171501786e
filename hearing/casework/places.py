"""Where rows stand in the table: room for a new one, and a row that goes somewhere else."""

from dataclasses import replace

from sqlite_utils import Database

from hearing.casework import themes
from hearing.casework.order import STEP
from hearing.casework.points import answering, check, standing, there
from hearing.casework.raising import in_step
from hearing.casework.refusal import Refused
from hearing.enums import Verb
from hearing.records import By, Point
from hearing.store import parties, points, responses
from hearing.store.transaction import Transaction, transaction

# Between rows that are added one behind the other; STEP lies between rows that came together.
_ROOM = 16


def behind(tx: Transaction, hearing_id: int, position: int) -> int:
    """A position right behind ``position``; where there is no room, the rows that follow move on a little."""
    following = points.rows_behind(tx.db, hearing_id, position, most=1)
    if not following:
        return position + STEP
    gap = following[0][0] - position
    if gap > 1:
        return position + min(_ROOM, gap // 2)
    made = position + _ROOM
    _move_on(tx, points.rows_behind(tx.db, hearing_id, position), made)
    return made


def _move_on(tx: Transaction, rows: list[tuple[int, str, int]], last: int) -> None:
    """Give the rows positions behind ``last``, up to the first that has one already."""
    moved: dict[int, int] = {}
    for position, table, id in rows:
        if position not in moved:
            if position > last:
                break
            last += _ROOM
            moved[position] = last
        tx.place(table, id, moved[position])


def at_end(tx: Transaction, party_id: int) -> int:
    """A position behind the party's last point; where it has none, its own."""
    own = points.of_party(tx.db, party_id)
    party = parties.find(tx.db, party_id)
    return behind(tx, party.hearing_id, own[-1].position) if own else party.position


def response_of(tx: Transaction, party_id: int) -> int | None:
    """The response that a point of the party belongs to if nothing else is said: the latest."""
    found = responses.of_party(tx.db, party_id)
    return found[-1].id if found else None


def add(db: Database, by: By, point: Point, after_id: int | None = None, theme_name: str = "") -> int:
    """Store a new point behind another of its party, or last; return its id (the record's own does not count).

    ``theme_name`` names its theme, which is added if it is new.
    It belongs to that point's response, or else to the one it names, or else to the party's latest.
    """
    with transaction(db, by, Verb.POINT_ADD, point.hearing_id) as tx:
        after = points.find(db, after_id) if after_id else None
        if after is not None and after.party_id == point.party_id:
            place, response_id = behind(tx, point.hearing_id, after.position), after.response_id
        else:
            place = at_end(tx, point.party_id)
            response_id = point.response_id or response_of(tx, point.party_id)
        new = replace(point, position=place, response_id=response_id)
        if theme_name:
            new = replace(new, theme_id=themes.named(tx, point.hearing_id, theme_name))
        check(new)
        return points.add(tx, answering(tx, new))


def step(db: Database, by: By, id: int, direction: int) -> int | None:
    """Let the point change places with the one of its party before (-1) or behind (1) it; at the end it stays."""
    with transaction(db, by, Verb.POINT_MOVE) as tx:
        point = there(tx, id)
        own = points.of_party(db, point.party_id)
        index = next(n for n, other in enumerate(own) if other.id == id)
        if not 0 <= index + direction < len(own):
            return None
        other = own[index + direction]
        tx.place("point", id, other.position)
        tx.place("point", other.id, point.position)
    return tx.event_id


def move(db: Database, by: By, id: int, version: int, party_id: int, after_id: int | None) -> int | None:
    """Put the point behind another one of the party, or last with it; the label stays as it is."""
    with transaction(db, by, Verb.POINT_MOVE) as tx, in_step(tx, [id]):
        point = standing(tx, id, version)
        party = parties.find(db, party_id)
        after = points.find(db, after_id) if after_id else None
        if party is None or party.hearing_id != point.hearing_id:
            raise Refused("Høringsparten findes ikke i denne høring.", "party")
        if after is not None and after.party_id != party_id:
            raise Refused("Den bemærkning hører til en anden høringspart.", "after")
        if after is not None and after.id == id:
            return None
        if party_id != point.party_id:
            moved = replace(point, party_id=party_id, response_id=response_of(tx, party_id))
            points.change(tx, point, answering(tx, moved))
        tx.place("point", id, behind(tx, point.hearing_id, after.position) if after else at_end(tx, party_id))
    return tx.event_id
