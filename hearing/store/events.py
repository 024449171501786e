"""Events as they are stored; they are only ever added, by ``transaction``."""

import json
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


def of(db: Database, hearing_id: int) -> list[Event]:
    """The events of a hearing, the newest first."""
    rows = db.query("select * from event where hearing_id = ? order by id desc", [hearing_id])
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
