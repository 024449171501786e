"""Events as they are stored; they are only ever added, by ``transaction``."""

import json
from collections.abc import Iterable
from datetime import datetime

from sqlite_utils import Database

from hearing.records import Change, Event


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


def find(db: Database, id: int) -> Event | None:
    """The event, or None."""
    row = next(db.query("select * from event where id = ?", [id]), None)
    return row and record(row)


def about(db: Database, table: str, id: int) -> list[Event]:
    """The events that changed a record one by one, the newest first; not the import that brought it."""
    rows = db.query(
        """
        select event.* from event_row join event on event.id = event_id
        where table_name = ? and row_id = ? order by event.id desc
        """,
        [table, id],
    )
    return [record(row) for row in rows]


def state(db: Database, table: str, id: int, version: int) -> dict | None:
    """The columns of a record as they were at a version; None if no event tells."""
    for event in about(db, table, id):
        for change in event.changes:
            for side in (change.before, change.after):
                if change.table == table and change.id == id and side and side.get("version") == version:
                    return side
    return None


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
    """The columns of a record before an event; None if the event did not change it."""
    event = find(db, event_id)
    changes = event.changes if event else ()
    return next((change.before for change in changes if (change.table, change.id) == (table, id)), None)
