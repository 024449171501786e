"""What becomes of the groups of two points that are made one."""

from hearing.casework.inheritance import alike, hand_on_verdicts, name, repeat, spelt_out
from hearing.casework.refusal import Refused
from hearing.records import Echo, Point
from hearing.store import echoes, points
from hearing.store.transaction import Transaction


def standing_alone(tx: Transaction, one: Point, other: Point) -> Point:
    """The first point as it is joined: an echo as read spelt out where it becomes the source of other points."""
    own = echoes.of_point(tx.db, one.id)
    if own and own.as_read and any(not link.as_read for link in echoes.members(tx.db, other.id)):
        return spelt_out(tx, one)
    return one


def take_over(tx: Transaction, one: Point, other: Point, joined: Point) -> None:
    """Let the first point stand in the other's place wherever that one is named.

    What the other repeats, the first repeats if it may: if it repeats nothing yet, and says the same. Refused
    where the first follows a point and would say more than that one, or deviates and would have followers.
    """
    own, theirs = echoes.of_point(tx.db, one.id), echoes.of_point(tx.db, other.id)
    followed = any(not link.as_read for link in echoes.members(tx.db, other.id))
    if own and (own.source_id == other.id or (own.as_read and followed)):
        echoes.remove(tx, own)
        own = None
    if own and ((own.follows and not alike(joined, one)) or (own.deviation and followed)):
        source = points.find(tx.db, own.source_id)
        raise Refused(
            f"{name(tx, one)} gentager {name(tx, source)}. Tag den ud af den gruppe, før den lægges sammen med "
            f"{name(tx, other)}."
        )
    if theirs:
        if own is None and _may_be_moved(tx, theirs, one, other, joined):
            repeat(tx, theirs, point_id=one.id)
        else:
            echoes.remove(tx, theirs)
    for link in echoes.members(tx.db, other.id):
        repeat(tx, link, source_id=one.id)
    _attach_followers(tx, one)
    hand_on_verdicts(tx, other.id, one.id)


def _may_be_moved(tx: Transaction, link: Echo, one: Point, other: Point, joined: Point) -> bool:
    if echoes.root_of(tx.db, link.source_id) in (one.id, other.id):
        return False
    if link.follows:
        return alike(joined, other)
    return all(member.as_read for id in (one.id, other.id) for member in echoes.members(tx.db, id))


def _attach_followers(tx: Transaction, one: Point) -> None:
    """What follows an echo is attached to the source of its group; nothing comes to repeat itself."""
    link = echoes.of_point(tx.db, one.id)
    if link and one.id in echoes.chain(one.id, echoes.links_from(tx.db, [one.id])):
        echoes.remove(tx, link)
    source_id = echoes.root_of(tx.db, one.id)
    for link in echoes.members(tx.db, one.id):
        if not link.as_read and link.source_id != source_id:
            repeat(tx, link, source_id=source_id)
