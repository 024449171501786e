"""What a person does to the parties of a hearing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count

from sqlite_utils import Database

from hearing.casework.order import STEP
from hearing.casework.raising import in_step
from hearing.casework.refusal import Refused, has_points
from hearing.enums import PartyKind, Verb
from hearing.intake import party_kinds, party_names
from hearing.records import By, Party
from hearing.store import parties, points, responses, rows
from hearing.store.transaction import Stale, Transaction, transaction
from hearing.wording import blank, one_line

AT_ONCE = 2_000
"""How many parties are added in one go; more are more likely the wrong file."""


@dataclass(frozen=True)
class NewParty:
    """A party to add. ``confirmed`` says that a person has chosen the kind."""

    name: str
    short_name: str = ""
    kind: PartyKind = PartyKind.OTHER
    confirmed: bool = False
    deadline: date | None = None


def to_add(listed: Sequence[party_names.Listed]) -> list[NewParty]:
    """The parties of a list; refused if it holds none or too many.

    A kind that a heading of the list states is a person's word; any other is guessed.
    """
    if not listed:
        raise Refused("Der er ingen navne i listen. Skriv én høringspart på hver linje.", "text")
    if len(listed) > AT_ONCE:
        raise Refused(f"Listen har {len(listed)} navne. Der kan tilføjes {AT_ONCE} ad gangen.", "text")
    return [
        NewParty(
            entry.name,
            entry.short_name,
            entry.kind or party_kinds.guess(entry.name),
            confirmed=entry.kind is not None,
        )
        for entry in listed
    ]


class Known:
    """The parties that are there, by every name they go by, to tell when one comes again."""

    def __init__(self, there: Iterable[Party]):
        self._by_key: dict[str, Party] = {}
        for party in there:
            for name in (party.name, party_names.plain(party.name), *party.other_names):
                self._by_key.setdefault(_key(name), party)

    def like(self, name: str) -> Party | None:
        """The party of that name, whatever its case, blanks, hyphens, letters' form and "&" for "og"."""
        return self._by_key.get(_key(name)) or self._by_key.get(_key(party_names.plain(name)))


def _key(name: str) -> str:
    return party_names.key(name.replace("&", " og "))


def add(db: Database, by: By, hearing_id: int, new: Iterable[NewParty]) -> list[int]:
    """Add parties, silent until they answer, after the last row of the table; returns their ids."""
    with transaction(db, by, Verb.PARTY_ADD, hearing_id) as tx:
        position = rows.end(db, hearing_id)
        numbers = _numbers(db, hearing_id)
        ids = []
        for party in new:
            position += STEP
            number = next(numbers) if _is_citizen(party.kind, party.confirmed) else None
            ids.append(parties.add(tx, _made(hearing_id, party, position, number)))
        if not ids:
            raise Refused("Vælg mindst én høringspart.")
        return ids


def _made(hearing_id: int, new: NewParty, position: int, number: int | None) -> Party:
    name = _name(new.name)
    return Party(
        id=0,
        hearing_id=hearing_id,
        name=name,
        position=position,
        short_name=one_line(new.short_name) or party_names.short_name(name),
        kind=new.kind,
        kind_confirmed=new.confirmed,
        represents=party_names.represents(name),
        deadline=new.deadline,
        citizen_number=number,
    )


def _is_citizen(kind: PartyKind, confirmed: bool) -> bool:
    """Whether the party is printed as "Borger n": a private citizen, and a person has said so."""
    return confirmed and kind is PartyKind.CITIZEN


def _numbers(db: Database, hearing_id: int) -> Iterator[int]:
    """The next n of "Borger n", and those after it; the database is asked once, when the first is needed."""
    yield from count(parties.last_citizen_number(db, hearing_id) + 1)


def _numbered(party: Party, numbers: Iterator[int]) -> Party:
    """The party with the number of a citizen if it is one and has none."""
    if party.citizen_number is not None or not _is_citizen(party.kind, party.kind_confirmed):
        return party
    return replace(party, citizen_number=next(numbers))


def _name(text: str) -> str:
    name = one_line(text)
    if blank(name):
        raise Refused("Skriv høringspartens navn.", "name")
    return name


def change(db: Database, by: By, changed: Party) -> int | None:
    """Save a party over the version it was read at. A citizen once numbered keeps the number for good.

    Another kind than the one that stood there is the person's word, and so confirmed.
    """
    with transaction(db, by, Verb.PARTY_CHANGE, changed.hearing_id) as tx, in_step(tx, _said_by(db, changed.id)):
        stored = _party(db, changed.id)
        changed = replace(
            changed,
            name=_name(changed.name),
            position=stored.position,
            kind_confirmed=changed.kind_confirmed or changed.kind is not stored.kind,
            citizen_number=stored.citizen_number,
        )
        parties.change(tx, _numbered(changed, _numbers(db, changed.hearing_id)))
    return tx.event_id


def _said_by(db: Database, id: int) -> list[int]:
    """The ids of the party's points."""
    return [point.id for point in points.of_party(db, id)]


def guessed(db: Database, hearing_id: int) -> list[Party]:
    """The parties whose kind nobody has confirmed yet, in the order of the table."""
    return [party for party in parties.of(db, hearing_id) if not party.kind_confirmed]


def confirm(db: Database, by: By, hearing_id: int, seen: list[tuple[int, int]]) -> int | None:
    """Confirm every kind that was guessed; private citizens are numbered in the order of the table.

    ``seen`` are the ids and versions of the guessed ones as the person saw them; else Stale, because a confirmed
    kind decides whose name is printed.
    """
    with transaction(db, by, Verb.PARTY_CONFIRM, hearing_id) as tx:
        waiting = guessed(db, hearing_id)
        if [(party.id, party.version) for party in waiting] != seen:
            raise Stale("hearing", hearing_id)
        numbers = _numbers(db, hearing_id)
        for party in waiting:
            parties.change(tx, _numbered(replace(party, kind_confirmed=True), numbers))
    return tx.event_id


def move(db: Database, by: By, id: int, step: int) -> int | None:
    """Let a party change places with the one before (-1) or after (1); its rows go along where they can.

    They can where the two parties' rows stand next to each other. In a table that goes theme by theme only the
    order of the parties changes.
    """
    party = _party(db, id)
    with transaction(db, by, Verb.PARTY_ORDER, party.hearing_id) as tx:
        ordered = parties.of(db, party.hearing_id)
        index = next((n for n, other in enumerate(ordered) if other.id == id), None)
        if index is None:
            raise Stale("party", id)
        if 0 <= index + step < len(ordered):
            _exchange(tx, ordered, min(index, index + step))
    return tx.event_id


def _exchange(tx: Transaction, ordered: list[Party], index: int) -> None:
    earlier, later = ordered[index : index + 2]
    ahead, behind = rows.of_party(tx.db, earlier), rows.of_party(tx.db, later)
    places = [position for position, _ in ahead + behind]
    neighbours = places == sorted(set(places)) and len(places) == rows.between(
        tx.db, earlier.hearing_id, places[0], places[-1]
    )
    if not neighbours:
        _reorder(tx, ordered[index:], [later, earlier, *ordered[index + 2 :]])
        return
    for (_, point_id), position in zip(behind + ahead, places, strict=True):
        if point_id:
            tx.place("point", point_id, position)
    tx.place("party", later.id, places[0])
    tx.place("party", earlier.id, places[len(behind)])


def _reorder(tx: Transaction, before: list[Party], after: list[Party]) -> None:
    """Let parties stand in another order at the same positions; those at one position are moved apart."""
    last = before[0].position - 1
    for party, slot in zip(after, before, strict=True):
        last = max(slot.position, last + 1)
        if party.position != last:
            tx.place("party", party.id, last)


def remove(db: Database, by: By, id: int, version: int) -> int | None:
    """Remove a party with its responses; refused while it has points."""
    party = _party(db, id)
    with transaction(db, by, Verb.PARTY_REMOVE, party.hearing_id) as tx:
        left = points.count_of_party(db, id)
        if left:
            raise has_points(party.name, left)
        for response in responses.of_party(db, id):
            tx.delete("response", response.id)
        parties.remove(tx, id, version)
    return tx.event_id


def _party(db: Database, id: int) -> Party:
    party = parties.find(db, id)
    if party is None:
        raise Stale("party", id)
    return party
