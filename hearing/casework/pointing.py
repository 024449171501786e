"""No answer of a group points back into the group: whoever reads it would be sent round and round."""

from collections.abc import Collection
from dataclasses import replace

from hearing.casework.inheritance import name
from hearing.casework.refusal import Refused
from hearing.mentions import pointing
from hearing.records import Point
from hearing.store import points
from hearing.store.transaction import Transaction
from hearing.wording import listed


def own_answer(tx: Transaction, source: Point, other: Point, group: Collection[int]) -> Point:
    """The source with the answer that it can give for a group which ``other`` comes into with it.

    What only points at points of the group is left out. Refused, with the way round that works, where the comment
    says something by naming one of them, and where it says nothing else.
    """
    said = _spared(source, group)
    if said is not None and (said.comment or not source.comment):
        return said
    back = _spared(other, group)
    turned = back is not None and bool(back.comment or not other.comment)
    who, instead, inner = name(tx, source), name(tx, other), _named(tx, source, group)
    if said is None:
        way = f"Vælg {instead} som den oprindelige, eller ret" if turned else "Ret"
        raise Refused(f"Svaret på {who} nævner {inner}, som selv ville henvise hertil. {way} kommentaren først.")
    if not turned:
        raise Refused(
            f"Svarene på {who} og {instead} henviser kun til hinanden. Skriv svaret ved en af dem først."
        )
    raise Refused(f"Svaret på {who} er kun en henvisning til {inner}. Vælg {instead} som den oprindelige.")


def spared_answer(tx: Transaction, source: Point, group: Collection[int]) -> Point:
    """The source without what in its answer only points at points of its group; perhaps nothing is left.

    Refused where it says something by naming one of them.
    """
    said = _spared(source, group)
    if said is None:
        inner = _named(tx, source, group)
        raise Refused(f"Svaret på {name(tx, source)} nævner {inner}, som selv henviser hertil. Ret svaret først.")
    return said


def _spared(point: Point, group: Collection[int]) -> Point | None:
    """The point without what in its comment only points at the group; None where a sentence needs the name."""
    if not any(id in group for *_, id in point.mentions):
        return point
    left = pointing.without(point.comment, point.marks, point.mentions, group)
    return left and replace(point, comment=left.text, marks=left.marks, mentions=left.mentions)


def _named(tx: Transaction, source: Point, group: Collection[int]) -> str:
    ids = dict.fromkeys(id for *_, id in source.mentions if id in group)
    found = points.among(tx.db, ids)
    return listed([name(tx, found[id]) for id in ids if id in found])
