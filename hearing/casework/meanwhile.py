"""What others may have done with two points since a person saw them; asked inside the transaction that decides.

So of two who decide about one pair at the same time exactly one does it, and the other is told who was first.
"""

from operator import attrgetter

from hearing.casework.inheritance import name
from hearing.casework.refusal import Overtaken, Refused
from hearing.enums import VerdictKind
from hearing.records import Echo, Point
from hearing.store import echoes, events, points, verdicts
from hearing.store.transaction import Transaction

Seen = tuple[int, int]
"""The id and version of a link, as a person saw it; (0, 0) where there was none."""


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
        raise Overtaken(f"{who} har rettet {name(tx, point)} i mellemtiden. Se den igen, som den er nu.")


def refuse_relinked(tx: Transaction, point: Point, seen: Seen | None) -> None:
    """Refuse where what the point repeats, how it is printed or why it deviates was changed since it was seen.

    The point's own version does not tell: its texts may be the same. None as above.
    """
    link = echoes.of_point(tx.db, point.id)
    if seen is not None and seen != (link.seen if link else (0, 0)):
        who = _who(tx, "echo", link.id if link else seen[0])
        raise Overtaken(
            f"{who} har i mellemtiden ændret, hvad {name(tx, point)} gentager: {_linked(tx, link)}. "
            "Se den igen, som den er nu."
        )


def _linked(tx: Transaction, link: Echo | None) -> str:
    """How a point repeats another now."""
    if link is None:
        return "den gentager ikke længere en anden bemærkning"
    source = name(tx, points.find(tx.db, link.source_id))
    if link.deviation:
        return f"den afviger nu fra {source} med begrundelsen »{link.deviation}«"
    if link.as_read:
        return f"den gentager nu {source}, som det blev indlæst"
    return f"den følger nu {source} og trykkes {link.printing.label.lower()}"


def refuse_judged(tx: Transaction, one: Point, other: Point, *, copied: bool = True) -> None:
    """Refuse where a person has judged the two; without ``copied`` only where they are to be handled apart."""
    verdict = verdicts.between(tx.db, one.id, other.id)
    if verdict and (copied or verdict.kind is not VerdictKind.COPIED):
        raise _decided(tx, _who(tx, "verdict", verdict.id), one, other, verdict.kind.label)


def refuse_linked(tx: Transaction, one: Point, other: Point) -> None:
    """Refuse where the two are in one group."""
    if echoes.root_of(tx.db, one.id) != echoes.root_of(tx.db, other.id):
        return
    links = echoes.among(tx.db, [one.id, other.id]).values()
    if own_way := next((link for link in links if link.deviation), None):
        point, source = points.find(tx.db, own_way.point_id), points.find(tx.db, own_way.source_id)
        raise Refused(
            f"{name(tx, point)} afviger fra {name(tx, source)} med begrundelsen »{own_way.deviation}«. "
            "Lad den følge gruppen igen, hvis den skal håndteres på samme måde."
        )
    said = [event for link in links for event in events.about(tx.db, "echo", link.id)]
    made = [event for event in said if event.changes[0].before is None]
    if made:
        raise _decided(tx, max(made, key=attrgetter("id")).by, one, other, "Samme håndtering")
    raise Refused(
        f"{name(tx, one)} og {name(tx, other)} er i samme gruppe. Tag den ene ud af gruppen først, "
        "hvis de ikke er det samme."
    )


def _decided(tx: Transaction, who: str, one: Point, other: Point, what: str) -> Overtaken:
    return Overtaken(f"{who} har allerede afgjort det om {name(tx, one)} og {name(tx, other)}: {what}.")


def _who(tx: Transaction, table: str, id: int) -> str:
    """Who saved a record last."""
    said = events.about(tx.db, table, id)
    return said[0].by if said else "En kollega"
