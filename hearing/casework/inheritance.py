"""One handling for a whole group: what follows a point holds a copy of its decision and comment.

The copies are written in the transaction that changes the source, so that every row has its change in the event,
and filters, searches and documents need no chain. A verb that changes the handling of a point calls ``hand_down``
at its end, and ``refuse_own_way`` before it changes a point that follows another.

An echo as read (imported, and not yet touched by a person) holds no copy: it says what its texts say, also where
they name a row that is an echo itself, and its decision is derived from what it points at. So an imported table
keeps naming the rows that it named. The first verb that gives it a copy attaches it to the source of its group.
"""

from collections.abc import Iterable
from dataclasses import replace

from hearing.casework.refusal import Refused
from hearing.enums import Printing, Remaining
from hearing.records import Echo, Point
from hearing.store import echoes, mentions, points, verdicts
from hearing.store.transaction import Transaction
from hearing.wording import count

INHERITED = ("decision_id", "decision_printed", "comment", "marks", "mentions")
"""What an echo that follows its source has from it."""


def handled_as(point: Point, source: Point) -> Point:
    """The point with the source's decision and comment."""
    return replace(point, **{name: getattr(source, name) for name in INHERITED})


def alike(one: Point, other: Point) -> bool:
    """Whether the two have the same decision and comment."""
    return handled_as(one, other) == one


def is_handled(point: Point) -> bool:
    """Whether the point has a decision or a comment."""
    return bool(point.decision_id or point.decision_printed or point.comment)


def name(tx: Transaction, point: Point) -> str:
    """What a refusal calls a point: »PIU, bemærkning j«."""
    return f"»{mentions.called(tx.db, point)}«"


def root_point(tx: Transaction, id: int) -> Point:
    """The source of the group that the point is in, as it stands; Refused where they go in a ring."""
    found = echoes.root_of(tx.db, id)
    if echoes.of_point(tx.db, found):
        raise Refused("Bemærkningerne gentager hinanden i ring. Tag en af dem ud først.")
    return points.find(tx.db, found)


def hand_down(tx: Transaction, source_id: int, new: Iterable[int] | None = None) -> None:
    """Give all that follow a point its decision and comment, whatever their versions: nobody else's text is lost,
    since it is the source's. ``new`` are those of them that may have others, where that is known.
    """
    found = echoes.members(tx.db, source_id) if new is None else echoes.among(tx.db, new).values()
    links = [link for link in found if link.follows]
    if not links:
        return
    source = points.find(tx.db, source_id)
    for member in points.among(tx.db, [link.point_id for link in links]).values():
        points.change(tx, member, handled_as(member, source))


def settle(tx: Transaction, ids: Iterable[int]) -> None:
    """The same for all groups that these points are in, after they were changed for themselves."""
    for source_id in echoes.sources_followed(tx.db, ids):
        hand_down(tx, source_id)


def refuse_own_way(tx: Transaction, old: Point, new: Point) -> None:
    """Refuse to change the decision or comment of a point that follows another."""
    link = echoes.of_point(tx.db, old.id)
    if link and link.follows and not alike(old, new):
        source = points.find(tx.db, link.source_id)
        raise Refused(
            f"Bemærkningen håndteres som {name(tx, source)}. Ret håndtering og kommentar dér, "
            "eller skriv her, hvorfor denne afviger.",
            "deviation",
        )


def spelt_out(tx: Transaction, point: Point) -> Point:
    """An echo as read with the decision and comment that it points at, where it has none of its own."""
    source_of = echoes.links_from(tx.db, [point.id], as_read=True)
    chain = list(echoes.chain(point.id, source_of))
    point_of = points.among(tx.db, chain)
    along = [point_of[id] for id in chain]
    handled = next((other for other in along if other.decision_id is not None), None) or (along or [point])[-1]
    if point.decision_id is not None:
        taken = replace(handled, decision_id=point.decision_id, decision_printed=point.decision_printed)
    else:
        taken = handled
    if point.comment:
        taken = replace(taken, comment=point.comment, marks=point.marks, mentions=point.mentions)
    return handled_as(point, taken)


def deviates_as_read(tx: Transaction, link: Echo, point: Point) -> bool:
    """Whether an echo as read has a decision of its own that is not that of its source."""
    source = points.find(tx.db, echoes.root_of(tx.db, link.source_id))
    return link.as_read and point.decision_id is not None and point.decision_id != source.decision_id


def attach(tx: Transaction, link: Echo, **fields: object) -> Echo:
    """Attach an echo to the source of its group, with other values; one as read is printed as the hearing says."""
    if link.as_read:
        fields.setdefault("printing", Printing.HEARING)
    return repeat(tx, link, source_id=root_point(tx, link.source_id).id, **fields)


def repeat(tx: Transaction, link: Echo, **fields: object) -> Echo:
    """Store a link with other values, or a new one, whose id is 0; what was said of the two points gives way."""
    new = replace(link, **fields)
    if verdict := verdicts.between(tx.db, new.point_id, new.source_id):
        verdicts.remove(tx, verdict)
    if new.id:
        echoes.change(tx, link, new)
    else:
        echoes.add(tx, new)
    return new


def let_go(tx: Transaction, point: Point, remaining: Remaining | None) -> None:
    """Take away everything that names a point before it is removed; ``remaining`` is about those that repeat it.

    The one that takes its place follows it, or is as read if none does; there is none where all of them deviate.
    What was said of the point holds for that one. Refused where points repeat it and nothing is said of them.
    """
    members = echoes.members(tx.db, point.id)
    if members and remaining is None:
        which = count(len(members), "bemærkning", "bemærkninger")
        raise Refused(f"{which} gentager denne. Vælg, hvad der skal ske, når den er slettet.", "remaining")
    heir = _heir(members) if remaining is Remaining.FIRST else None
    for link in members:
        member = points.find(tx.db, link.point_id)
        if link.as_read and (heir is None or link == heir):
            points.change(tx, member, spelt_out(tx, member))
        if heir is None or link == heir:
            echoes.remove(tx, link)
        else:
            repeat(tx, link, source_id=heir.point_id)
    own = echoes.of_point(tx.db, point.id)
    if own:
        echoes.remove(tx, own)
    hand_on_verdicts(tx, point.id, heir.point_id if heir else None)


def hand_on_verdicts(tx: Transaction, gone_id: int, heir_id: int | None) -> None:
    """What was said of a point that goes and another holds for the one in its place, unless that is linked to the
    other, or something is said of those two.
    """
    for verdict in verdicts.touching(tx.db, gone_id):
        third = verdict.one_id + verdict.other_id - gone_id
        verdicts.remove(tx, verdict)
        if heir_id in (None, third) or echoes.root_of(tx.db, heir_id) == echoes.root_of(tx.db, third):
            continue
        if verdicts.between(tx.db, heir_id, third) is None:
            verdicts.add(tx, verdict.hearing_id, heir_id, third, verdict.kind)


def _heir(members: list[Echo]) -> Echo | None:
    following = [link for link in members if link.follows]
    return next(iter(following or [link for link in members if link.as_read]), None)
