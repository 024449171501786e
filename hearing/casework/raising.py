"""Keeps the sentence true that says who has raised a wish, whatever becomes of those who have.

A verb that changes who is in a group, or what its parties are called, does so inside ``in_step``.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from sqlite_utils import Database

from hearing import raised
from hearing.casework.inheritance import hand_down
from hearing.records import Event, Party, Point
from hearing.store import echoes, events, parties, points
from hearing.store.transaction import Transaction


@contextmanager
def in_step(tx: Transaction, ids: Iterable[int]) -> Iterator[set[int]]:
    """While these points, or the groups that they are in, change: a sentence that was right is right afterwards.

    One that a person has edited is left as it is. What follows a source has its comment, as always. Whoever brings
    a sentence back that was right on an earlier day adds its point to the set.
    """
    ids, back = set(ids), set()
    before = [(group, who_raised(tx.db, group)) for group in _saying(tx, ids)]
    told = [who for group, who in before if any(raised.find(point, who) for point in group)]
    yield back
    if told or back:
        ids |= {point.id for group, _ in before for point in group}
        for group in _saying(tx, ids):
            _renew(tx, group, told, back)


def who_raised(db: Database, group: Iterable[Point]) -> list[Party]:
    """The parties of these points, in the order of the table."""
    party_of = {id: parties.find(db, id) for id in {point.party_id for point in group}}
    return [party_of[point.party_id] for point in sorted(group, key=lambda point: (point.position, point.id))]


def _saying(tx: Transaction, ids: Iterable[int]) -> list[list[Point]]:
    """The groups of these points in which a comment says who raised the wish, each with its source first.

    A point may be alone in its group.
    """
    inside = echoes.inside(tx.db, ids)
    point_of = points.among(tx.db, [id for some in inside.values() for id in some])
    groups = [[point_of[id] for id in some] for some in inside.values()]
    return [group for group in groups if any(raised.BEGINNING in point.comment for point in group)]


def names_ever(tx: Transaction) -> set[str]:
    """What the parties of the hearing are called, and were."""
    names = set()
    for party in parties.of(tx.db, tx.hearing_id):
        told = events.about(tx.db, "party", party.id) if party.version > 1 else ()
        names |= {party.name, *(row["name"] for row in _rows(told) if "name" in row)}
    return names


def _rows(told: Iterable[Event]) -> Iterator[dict]:
    for event in told:
        for change in event.changes:
            yield from (row for row in (change.before, change.after) if row)


def _renew(tx: Transaction, group: list[Point], told: list[list[Party]], back: set[int]) -> None:
    source, *_ = group
    now = who_raised(tx.db, group)
    links = echoes.among(tx.db, [point.id for point in group])
    for point in group:
        if point.id in links and links[point.id].follows:
            continue
        new = point
        for before in told:
            new = raised.renewed(new, before, now)
        if point.id in back and not raised.find(new, now) and (place := raised.find_any(new, names_ever(tx))):
            new = raised.renewed_at(new, place, now)
        points.change(tx, point, new)
        if point.id == source.id and new != point:
            hand_down(tx, source.id)
