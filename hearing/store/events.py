"""Events as they are stored; they are only ever added, by ``transaction``."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from operator import attrgetter

from sqlite_utils import Database

from hearing.records import Change, Event

Mark = tuple[int, str]
"""Up to which event a hearing is known: its id, and its time, which tells two databases apart that stood at the
same path, as after a restored backup."""


def record(row: dict) -> Event:
    """A stored row as an Event."""
    return Event(
        id=row["id"],
        hearing_id=row["hearing_id"],
        at=datetime.fromisoformat(row["at"]),
        by=row["by"],
        verb=row["verb"],
        reason=row["reason"],
        undoes=row["undoes"],
        changes=tuple(Change(**change) for change in json.loads(row["changes"])),
    )


def of(db: Database, hearing_id: int, before: int | None = None, most: int = -1) -> list[Event]:
    """The events of a hearing, the newest first; those older than ``before``, ``most`` of them."""
    rows = db.query(
        "select * from event where hearing_id = ? and id < ? order by id desc limit ?",
        [hearing_id, 2**63 - 1 if before is None else before, most],
    )
    return [record(row) for row in rows]


def newest(db: Database, hearing_id: int, limit: int) -> list[Event]:
    """The last events of a hearing, the newest first, without the changes of those that changed very much."""
    rows = db.query(
        """
        select id, hearing_id, at, by, verb, reason, undoes,
            case when length(changes) < 100000 then changes else '[]' end as changes
        from event where hearing_id = ? order by id desc limit ?
        """,
        [hearing_id, limit],
    )
    return [record(row) for row in rows]


def mark(db: Database, hearing_id: int) -> Mark | None:
    """The newest event of a hearing; None where there is none."""
    return db.execute(
        "select id, at from event where hearing_id = ? order by id desc limit 1", [hearing_id]
    ).fetchone()


def knows(db: Database, mark: Mark | None) -> bool:
    """Whether the event happened in this database."""
    return (
        mark is not None and db.execute("select 1 from event where id = ? and at = ?", mark).fetchone() is not None
    )


def changes_since(
    db: Database, hearing_id: int, since: Mark | None, most_events: int, most_letters: int
) -> list[Change] | None:
    """What the events behind a mark did, in their order; None where they do not tell, or are more than that.

    What is kept in memory of a hearing follows its events by this, whichever process wrote them.
    """
    if not knows(db, since):
        return None
    query = "from event where hearing_id = ? and id > ?"
    events, letters = db.execute(
        f"select count(*), sum(length(changes)) {query}",  # noqa: S608 - a text of ours
        [hearing_id, since[0]],
    ).fetchone()
    if not 0 < events <= most_events or letters > most_letters:
        return None
    rows = db.execute(f"select changes {query} order by id", [hearing_id, since[0]])  # noqa: S608
    return [Change(**change) for (written,) in rows for change in json.loads(written)]


def find(db: Database, id: int) -> Event | None:
    """The event, or None."""
    row = next(db.query("select * from event where id = ?", [id]), None)
    return row and record(row)


def about(db: Database, table: str, id: int) -> list[Event]:
    """The events that changed a record one by one, the newest first, with what they did to it alone.

    Not the import that brought it. What was done to a point includes what became of its link to another.
    """
    rows = db.query(
        """
        select event.id, hearing_id, at, by, verb, reason, undoes,
            '[' || substr(changes, start, length) || ']' as changes
        from event_row join event on event.id = event_id
        where table_name = ? and row_id = ? order by event.id desc, start
        """,
        [table, id],
    )
    parts = (list(of_event) for _, of_event in groupby(map(record, rows), key=attrgetter("id")))
    return [replace(one[0], changes=tuple(change for part in one for change in part.changes)) for one in parts]


def state(db: Database, table: str, id: int, version: int) -> dict | None:
    """The columns of a record as they were at a version; None if no event tells."""
    row = next(db.query(f"select * from [{table}] where id = ?", [id]), None)  # noqa: S608 - names are ours
    for event in about(db, table, id):
        for change in (change for change in reversed(event.changes) if change.table == table):
            if row and row["version"] == version:
                return row
            row = change.before and (row or {}) | change.before
    return row if row and row["version"] == version else None


def undone(db: Database, ids: Iterable[int]) -> frozenset[int]:
    """Those of the events that have been taken back and not brought back since."""
    return frozenset(id for id in ids if is_undone(db, id))


def is_undone(db: Database, id: int) -> bool:
    """Whether the event has been taken back, and that was not itself undone."""
    rows = db.execute("select id from event where undoes = ?", [id]).fetchall()
    return any(not is_undone(db, undo) for (undo,) in rows)


def is_done(db: Database, once: str) -> bool:
    """Whether the form with this one-use token has been carried out."""
    return db.execute("select 1 from event where once = ?", [once]).fetchone() is not None


def before(db: Database, event_id: int, table: str, id: int) -> dict | None:
    """What an event changed of a record, as it was before; None if it did not change it."""
    changes = (change for event in about(db, table, id) if event.id == event_id for change in event.changes)
    return next((change.before for change in changes), None)
