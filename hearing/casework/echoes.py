"""Points that repeat others: linked, handled as one, going their own way, and back.

Every verb takes the point that is decided about with the version that the person saw, and one about its link also
that link as the person saw it; it is refused with a sentence that names the points where it may not be done.
"""

from collections.abc import Iterable

from sqlite_utils import Database

from hearing.casework.inheritance import (
    alike,
    attach,
    deviates_as_read,
    hand_down,
    handled_as,
    is_handled,
    name,
    refuse_own_way,
    repeat,
    root_point,
    spelt_out,
)
from hearing.casework.meanwhile import Seen, both, refuse_judged, refuse_linked, refuse_relinked, refuse_unseen
from hearing.casework.pointing import own_answer, spared_answer
from hearing.casework.points import answering, changed, check, standing, themed
from hearing.casework.raising import in_step
from hearing.casework.refusal import Refused
from hearing.enums import Printing, Verb, VerdictKind
from hearing.records import By, Echo, Point
from hearing.store import echoes, points, verdicts
from hearing.store.transaction import Transaction, transaction
from hearing.wording import blank, one_line


def confirm(
    db: Database, by: By, point_id: int, version: int, source_id: int, seen: int | None = None
) -> int | None:
    """ "Samme håndtering": the point repeats the source from now on, and takes over its decision and comment.

    It is attached to the source of the source's group, and what repeats the point moves along. A group without a
    decision and a comment takes over those of the point first. An echo as read becomes one that follows.
    ``seen`` is the version of the source that the person saw. What only points at those that come to follow it is
    taken out of the answer.
    Refused where the source was saved since, where somebody has decided about the two, where the answer says no
    more than that it stands at the point, and where the point repeats something else already; then the caller
    offers ``keep``.
    """
    with transaction(db, by, Verb.ECHO_CONFIRM) as tx, in_step(tx, [point_id, source_id]):
        _join(tx, point_id, version, source_id, seen, set())
    return tx.event_id


def confirm_many(db: Database, by: By, pairs: Iterable[tuple[int, int, int, int | None]]) -> int | None:
    """The same for many points at once: each with its version, its source and that one's; all of them or none."""
    pairs = list(pairs)
    about = {id for point_id, _, source_id, _ in pairs for id in (point_id, source_id)}
    with transaction(db, by, Verb.ECHO_CONFIRM) as tx, in_step(tx, about):
        moved: set[int] = set()
        for pair in pairs:
            moved |= _join(tx, *pair, moved)
    return tx.event_id


def _join(
    tx: Transaction, point_id: int, version: int, source_id: int, seen: int | None, moved: set[int]
) -> set[int]:
    """Let the point repeat the source; the ids of the points whose texts may be others now.

    What this transaction has ``moved`` before was not changed by anybody else.
    """
    point, named = both(tx, point_id, source_id)
    _refuse_decided(tx, point, named)
    if point.id not in moved:
        standing(tx, point.id, version)
    if named.id not in moved:
        refuse_unseen(tx, named, seen)
    first = _source(tx, point, named)
    handled = _handle_first(tx, first, point)
    joined = _attach(tx, point, first)
    hand_down(tx, first.id, joined)
    return handled | joined


def _refuse_decided(tx: Transaction, point: Point, named: Point) -> None:
    """Refuse where the two are judged, or in one group; but one as read may come to follow."""
    refuse_judged(tx, point, named)
    link = echoes.of_point(tx.db, point.id)
    if link is None or not link.as_read:
        refuse_linked(tx, point, named)


def _handle_first(tx: Transaction, source: Point, point: Point) -> set[int]:
    """Give the source the answer of the group that the point comes into; the ids of its points if it is another.

    A group that nobody has handled takes over the decision and comment of the point.
    """
    theirs = spelt_out(tx, point)
    group = {source.id, point.id, *(link.point_id for link in echoes.members(tx.db, point.id) if link.follows)}
    if is_handled(source) or not is_handled(theirs):
        new = own_answer(tx, source, theirs, group)
    else:
        new = spared_answer(tx, handled_as(source, theirs), group)
    if alike(new, source):
        return set()
    points.change(tx, source, new)
    hand_down(tx, source.id)
    return {source.id, *(member.point_id for member in echoes.members(tx.db, source.id))}


def _attach(tx: Transaction, point: Point, source: Point) -> set[int]:
    """Attach the point and what follows it to the source; their ids. Refused where a person keeps them apart."""
    own = echoes.of_point(tx.db, point.id) or Echo(0, point.hearing_id, point.id, source.id, Printing.HEARING)
    along = [member for member in echoes.members(tx.db, point.id) if not member.as_read]
    for moving in points.among(tx.db, [point.id, *(member.point_id for member in along)]).values():
        refuse_judged(tx, moving, source, copied=False)
    printing = Printing.HEARING if own.as_read else own.printing
    repeat(tx, own, source_id=source.id, printing=printing, deviation="")
    for member in along:
        repeat(tx, member, source_id=source.id)
    return {point.id, *(member.point_id for member in along)}


def _source(tx: Transaction, point: Point, named: Point) -> Point:
    """The source of the group of the one that was named; Refused where the point cannot come into it."""
    link = echoes.of_point(tx.db, named.id)
    if link and link.deviation:
        raise Refused(
            f"{name(tx, named)} afviger fra den bemærkning, den gentager. Vælg den oprindelige, "
            "eller kopiér håndteringen."
        )
    found = root_point(tx, named.id)
    if echoes.of_point(tx.db, point.id) and echoes.root_of(tx.db, point.id) != found.id:
        other = points.find(tx.db, echoes.root_of(tx.db, point.id))
        raise Refused(
            f"{name(tx, point)} gentager allerede {name(tx, other)}. Tag den ud af den gruppe først, "
            "eller behold den anden som »Se også«."
        )
    return found


def copy(db: Database, by: By, point_id: int, version: int, source_id: int, seen: int | None = None) -> int | None:
    """ "Kopiér håndtering": the source's decision and comment as they are now, once, without a link.

    The pair is not suggested again. Refused where there is nothing to copy, and as ``confirm`` is where somebody
    saved the source, or has decided.
    """
    with transaction(db, by, Verb.ECHO_COPY) as tx, in_step(tx, [point_id, source_id]):
        point, source = both(tx, point_id, source_id)
        _refuse_decided(tx, point, source)
        standing(tx, point_id, version)
        refuse_unseen(tx, source, seen)
        taken = spelt_out(tx, source)
        if not is_handled(taken):
            raise Refused(f"{name(tx, source)} har hverken håndtering eller kommentar, der kan kopieres.")
        new = handled_as(point, taken)
        refuse_own_way(tx, point, new)
        points.change(tx, point, answering(tx, new))
        hand_down(tx, point.id)
        if echoes.root_of(tx.db, point.id) != echoes.root_of(tx.db, source.id):
            verdicts.add(tx, point.hearing_id, point.id, source.id, VerdictKind.COPIED)
    return tx.event_id


def deviate(
    db: Database, by: By, point_id: int, version: int, reason: str, seen: Seen | None = None, **fields: object
) -> int | None:
    """Let an echo be handled in its own way, and say why; ``fields`` are those of ``points.change``."""
    with transaction(db, by, Verb.ECHO_DEVIATE) as tx:
        old = standing(tx, point_id, version)
        link = _link(tx, old, seen)
        if blank(reason):
            raise Refused("Skriv, hvorfor bemærkningen afviger.", "reason")
        new = changed(spelt_out(tx, old), **themed(tx, old.hearing_id, fields))
        check(new)
        attach(tx, link, deviation=one_line(reason))
        points.change(tx, old, answering(tx, new))
    return tx.event_id


def follow(db: Database, by: By, point_id: int, version: int, seen: Seen | None = None) -> int | None:
    """Let an echo that deviates be handled as its source again."""
    with transaction(db, by, Verb.ECHO_FOLLOW) as tx:
        point = standing(tx, point_id, version)
        link = attach(tx, _link(tx, point, seen), deviation="")
        source = points.find(tx.db, link.source_id)
        points.change(tx, source, own_answer(tx, source, point, {point.id}))
        hand_down(tx, source.id)
    return tx.event_id


def leave(db: Database, by: By, point_id: int, version: int, seen: Seen | None = None) -> int | None:
    """Take an echo out of its group; it keeps its last text, one as read that which it points at.

    A person has judged the two then: however alike, they are not suggested again until that is taken back.
    """
    with transaction(db, by, Verb.ECHO_LEAVE) as tx, in_step(tx, [point_id]):
        point = standing(tx, point_id, version)
        link = _link(tx, point, seen)
        points.change(tx, point, spelt_out(tx, point))
        echoes.remove(tx, link)
        # Those as read may still be in one group, by way of others.
        unlinked = echoes.root_of(tx.db, point.id) != echoes.root_of(tx.db, link.source_id)
        if unlinked and verdicts.between(tx.db, point.id, link.source_id) is None:
            verdicts.add(tx, point.hearing_id, point.id, link.source_id, VerdictKind.APART)
    return tx.event_id


def make_source(db: Database, by: By, point_id: int, version: int, seen: Seen | None = None) -> int | None:
    """Let an echo change places with the source of its group. Those as read go on naming what they named."""
    with transaction(db, by, Verb.ECHO_SOURCE) as tx, in_step(tx, [point_id]):
        point = standing(tx, point_id, version)
        link = _link(tx, point, seen)
        if link.deviation or deviates_as_read(tx, link, point):
            raise Refused(
                f"{name(tx, point)} afviger fra resten af gruppen. Lad den følge gruppen først, "
                "hvis den skal være den oprindelige."
            )
        old = root_point(tx, point_id)
        echoes.remove(tx, link)
        for other in echoes.members(tx.db, old.id):
            if not other.as_read:
                repeat(tx, other, source_id=point_id)
        repeat(tx, Echo(0, point.hearing_id, old.id, point_id, Printing.HEARING))
        group = {point.id, *(link.point_id for link in echoes.members(tx.db, point.id) if link.follows)}
        points.change(tx, point, spared_answer(tx, handled_as(point, old), group))
        hand_down(tx, point.id)
    return tx.event_id


def print_as(
    db: Database, by: By, point_id: int, version: int, printing: Printing, seen: Seen | None = None
) -> int | None:
    """Choose how an echo is printed; one as read takes over its source's decision and comment then."""
    with transaction(db, by, Verb.ECHO_PRINT) as tx:
        point = standing(tx, point_id, version)
        link = _link(tx, point, seen)
        if printing is link.printing:
            return None
        if printing is Printing.AS_READ:
            raise Refused("Kun en indlæst gentagelse kan trykkes, som den blev læst.", "printing")
        if deviates_as_read(tx, link, point):
            raise Refused(
                f"{name(tx, point)} er håndteret anderledes end den bemærkning, den gentager. "
                "Vælg samme håndtering, eller skriv, hvorfor den afviger.",
                "printing",
            )
        hand_down(tx, attach(tx, link, printing=printing).source_id)
    return tx.event_id


def _link(tx: Transaction, point: Point, seen: Seen | None) -> Echo:
    refuse_relinked(tx, point, seen)
    link = echoes.of_point(tx.db, point.id)
    if link is None:
        raise Refused(f"{name(tx, point)} gentager ikke længere en anden bemærkning.")
    return link
