"""What others may have done with two points since a person saw them; asked inside the transaction that decides.

So of two who decide about one pair at the same time exactly one does it, and the other is told who was first.
"""

from operator import attrgetter

from hearing.casework.inheritance import name, root
from hearing.casework.refusal import Refused
from hearing.enums import VerdictKind
from hearing.records import Point
from hearing.store import echoes, events, points, verdicts
from hearing.store.transaction import Transaction


def both(tx: Transaction, one_id: int, other_id: int) -> tuple[Point, Point]:
    """Two different points of one hearing; the event becomes one of theirs. Refused where they are not that."""
    found = points.among(tx.db, [one_id, other_id])
    if len(found) < len({one_id, other_id}):
        raise Refused("En af de to bemærkninger er slettet i mellemtiden.")
    one, other = found[one_id], found[other_id]
    if one.id == other.id or one.hearing_id != other.hearing_id:
        raise Refused("Vælg en anden bemærkning i samme høring.")
    tx.hearing_id = one.hearing_id
    return one, other


def refuse_unseen(tx: Transaction, point: Point, version: int | None) -> None:
    """Refuse to take over the handling of a point that was saved since the version that the person saw.

    None where the verb is not a person's answer to what stood on a screen.
    """
    if version is not None and point.version != version:
        who = _who(tx, "point", point.id)
        raise Refused(f"{who} har rettet {name(tx, point)} i mellemtiden. Se den igen, som den er nu.")


def refuse_judged(tx: Transaction, one: Point, other: Point, *, copied: bool = True) -> None:
    """Refuse where a person has judged the two; without ``copied`` only where they are to be handled apart."""
    verdict = verdicts.between(tx.db, one.id, other.id)
    if verdict and (copied or verdict.kind is not VerdictKind.COPIED):
        raise _decided(tx, _who(tx, "verdict", verdict.id), one, other, verdict.kind.label)


def refuse_linked(tx: Transaction, one: Point, other: Point) -> None:
    """Refuse where the two are in one group."""
    if root(tx, one.id) != root(tx, other.id):
        return
    links = echoes.among(tx.db, [one.id, other.id]).values()
    said = [event for link in links for event in events.about(tx.db, "echo", link.id)]
    made = [event for event in said if event.changes[0].before is None]
    if made:
        raise _decided(tx, max(made, key=attrgetter("id")).by, one, other, "Samme håndtering")
    raise Refused(
        f"{name(tx, one)} og {name(tx, other)} er i samme gruppe. Tag den ene ud af gruppen først, "
        "hvis de ikke er det samme."
    )


def _decided(tx: Transaction, who: str, one: Point, other: Point, what: str) -> Refused:
    return Refused(f"{who} har allerede afgjort det om {name(tx, one)} og {name(tx, other)}: {what}.")


def _who(tx: Transaction, table: str, id: int) -> str:
    """Who saved a record last."""
    said = events.about(tx.db, table, id)
    return said[0].by if said else "En kollega"
