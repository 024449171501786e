"""When a point is cut, what it is tied to goes with the part that is most like it."""

from collections.abc import Sequence
from dataclasses import replace

from hearing.casework.inheritance import hand_down, handled_as, repeat
from hearing.echoes.index import Index
from hearing.echoes.texts import Text
from hearing.enums import VerdictKind
from hearing.records import Point
from hearing.store import echoes, points, verdicts
from hearing.store.transaction import Transaction


def part_ties(tx: Transaction, old: Point, made: Sequence[Point]) -> None:
    """Give every part of a point its own ties; the first is the point itself as it was cut.

    Of a point that follows another one part follows it, and the rest waits for a handling. What follows the point
    follows the part that is most like it, and has that one's answer. What was read says which letter it repeats,
    and what deviates has an answer of its own: they stay with the first.
    """
    index = Index()
    for n, one in enumerate(made):
        index.put(n, _text(one))

    def nearest(id: int) -> int:
        return index.alike(_text(points.find(tx.db, id)), range(len(made)))[0][1]

    # An answer that nobody has cut stands in the first part, as it was edited: no follower loses it.
    uncut = not any(one.comment for one in made[1:])
    own = echoes.of_point(tx.db, old.id)
    if own and own.follows:
        _follow(tx, old, made, nearest(own.source_id))
    for link in echoes.members(tx.db, old.id):
        if link.follows and (n := nearest(link.point_id)):
            if uncut:
                now = points.find(tx.db, made[n].id)
                points.change(tx, now, handled_as(now, made[0]))
            repeat(tx, link, source_id=made[n].id)
            hand_down(tx, made[n].id)
    for verdict in verdicts.touching(tx.db, old.id):
        other = verdict.one_id + verdict.other_id - old.id
        if verdict.kind is VerdictKind.REFERENCE and (n := nearest(other)):
            verdicts.remove(tx, verdict)
            verdicts.add(tx, old.hearing_id, made[n].id, other, verdict.kind)


def _follow(tx: Transaction, old: Point, made: Sequence[Point], n: int) -> None:
    """Let only this part follow what the point followed."""
    link = echoes.of_point(tx.db, old.id)
    if n:
        repeat(tx, link, point_id=made[n].id)
    for m, one in enumerate(made):
        now = points.find(tx.db, one.id)
        bare = replace(now, decision_id=None, decision_printed="", comment="", marks=(), mentions=())
        points.change(tx, now, handled_as(now, old) if m == n else bare)


def _text(point: Point) -> Text:
    return Text(point.summary, point.excerpt)
