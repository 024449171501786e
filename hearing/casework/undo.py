"""Taking an event back, whatever its verb: by what it says of each record before and after."""

from collections import Counter

from sqlite_utils import Database

from hearing.casework import inheritance
from hearing.casework.departures import left_alone
from hearing.casework.derived import Derived
from hearing.casework.raising import in_step
from hearing.casework.refusal import Refused
from hearing.enums import Verb
from hearing.records import By, Change, Echo, Event
from hearing.store import echoes, events, points, verdicts
from hearing.store.transaction import TOGETHER, StillReferred, Transaction, transaction

_NOUNS = {
    "hearing": "Høringens oplysninger",
    "party": "Høringsparten",
    "response": "Høringssvaret",
    "theme": "Temaet",
    "decision": "Håndteringen",
    "point": "Bemærkningen",
    "echo": "Gentagelsen",
    "draft": "Planens tekst",
    "verdict": "Vurderingen",
    "account": "Rapporten fra indlæsningen",
}
_LINKED = ("point", "echo", "verdict")
# What a party is called in print is given once, and stays when what gave it is taken back.
_FOR_GOOD = {"party": {"citizen_number"}}


def undo(db: Database, by: By, event_id: int) -> int:
    """Bring every record that the event touched back to what it was before; return the event that says so.

    What was changed later in other columns stays, and so does a point that has left the group it was changed with.
    What a point has only of its group, and the sentence of who raised a wish, stand in nobody's way.
    Versions go on counting, so that a form opened in between is stale. An undo can itself be undone. Raises
    Refused if something newer stands in the way.
    """
    try:
        with transaction(db, by, Verb.UNDO, undoes=event_id) as tx:
            event = events.find(db, event_id)
            if event is None:
                raise Refused("Det, der skulle fortrydes, findes ikke.")
            if events.is_undone(db, event_id):
                raise Refused("Det er allerede fortrudt.")
            tx.hearing_id = event.hearing_id
            left, derived = left_alone(tx, event), Derived.of(tx, event)
            with in_step(tx, _about(tx, event)) as back:
                for change in reversed(event.changes):
                    if change.table != "point" or change.id not in left:
                        _take_back(tx, change, event, derived)
                _settle_echoes(tx, event)
                back |= derived.back
            if not tx.changed:
                raise Refused("Det kan ikke fortrydes. Indlæs filen igen.")
    except StillReferred as error:
        raise Refused(
            "Det kan ikke fortrydes, fordi noget nyere hænger sammen med det. Fortryd det nyere først."
        ) from error
    return tx.event_id


def _about(tx: Transaction, event: Event) -> set[int]:
    """The ids of the points that the event is about, what they repeat or what their party is called."""
    found = set()
    for change in event.changes:
        if change.series:
            continue
        if change.table == "point":
            found.add(change.id)
        elif change.table == "party":
            found |= {point.id for point in points.of_party(tx.db, change.id)}
        elif change.table == "echo":
            found |= {row["point_id"] for row in (change.before, change.after) if row}
    return found


def _settle_echoes(tx: Transaction, event: Event) -> None:
    """Let every point that follows another follow it also now; refuse links that no longer fit the others."""
    touched = {table: {c.id for c in event.changes if c.table == table and not c.series} for table in _LINKED}
    follows = set()
    if touched["echo"] or touched["verdict"]:
        links = echoes.of(tx.db, tx.hearing_id)
        _refuse_misfits(tx, links)
        follows = {link.point_id for link in links if link.id in touched["echo"] and not link.as_read}
    inheritance.settle(tx, touched["point"] | follows)


def _refuse_misfits(tx: Transaction, links: list[Echo]) -> None:
    """Refuse an echo of an echo, unless it is as read (those may go in a ring), and a pair judged and linked."""
    echoing = {link.point_id for link in links}
    if any(link.source_id in echoing for link in links if not link.as_read):
        raise Refused(
            "Det kan ikke fortrydes, fordi det, der gentages, er ændret siden. Fortryd den nyere ændring først."
        )
    linked = {frozenset((link.point_id, link.source_id)) for link in links}
    if any(frozenset((said.one_id, said.other_id)) in linked for said in verdicts.of(tx.db, tx.hearing_id)):
        raise Refused(
            "Det kan ikke fortrydes, fordi parret er afgjort på en anden måde siden. Fortryd det nyere først."
        )


def _take_back(tx: Transaction, change: Change, event: Event, derived: Derived) -> None:
    if change.series:
        _remove_series(tx, change, event)
    elif change.before is None:
        _expect(tx, change, list(change.after))
        tx.delete(change.table, change.id)
    elif change.after is None:
        _bring_back(tx, change)
    else:
        columns, own = derived.own(change, _changed(change))
        _expect(tx, change, own)
        _set(tx, change, columns)


def _changed(change: Change) -> list[str]:
    """The columns that the change was about, with those that only make sense together with them."""
    changed = {name for name, value in change.after.items() if value != change.before[name]}
    changed -= {"version"} | _FOR_GOOD.get(change.table, set())
    for group in TOGETHER.get(change.table, ()):
        if changed & set(group):
            changed |= set(group)
    return sorted(changed)


def _expect(tx: Transaction, change: Change, columns: list[str]) -> None:
    """Refuse if the record no longer says what the event left it at."""
    row = tx.row(change.table, change.id)
    noun = _NOUNS.get(change.table, "Det")
    if row is None:
        raise Refused(f"{noun} er slettet siden, så det kan ikke fortrydes. Fortryd sletningen først.")
    compared = set(columns) & set(row) - {"version"} - _FOR_GOOD.get(change.table, set())
    if any(row[name] != change.after[name] for name in compared):
        raise Refused(f"{noun} er rettet siden, så det kan ikke fortrydes. Fortryd den nyere rettelse først.")


def _set(tx: Transaction, change: Change, columns: list[str]) -> None:
    if columns == ["position"] and change.before.get("version") == change.after.get("version"):
        tx.place(change.table, change.id, change.before["position"])
    elif columns:
        version = tx.row(change.table, change.id)["version"]
        tx.update(change.table, change.id, version, {name: change.before[name] for name in columns})


def _bring_back(tx: Transaction, change: Change) -> None:
    # A file that was looked through before it became a hearing is gone for good once it has.
    if change.table != "upload":
        tx.insert(change.table, change.before)


def _remove_series(tx: Transaction, change: Change, event: Event) -> None:
    if change.before is not None:
        raise Refused("Det kan ikke fortrydes. Indlæs filen igen i stedet.")
    rows, versions = tx.versions(change.table, change.id, change.after["last"])
    if rows != change.after["rows"] or versions != _own_saves(event, change.table):
        raise Refused("Der er arbejdet videre siden, så det hele kan ikke fortrydes på en gang.")
    tx.delete_many(change.table, change.id, change.after["last"])


def _own_saves(event: Event, table: str) -> dict[int, int]:
    """The versions of records that the event itself saved after it had brought them: once, and once taken back."""
    saved = Counter(
        change.id
        for change in event.changes
        if change.table == table and not change.series and change.before and change.after
        if change.before.get("version") != change.after.get("version")
    )
    return {id: 1 + 2 * times for id, times in saved.items()}
