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
