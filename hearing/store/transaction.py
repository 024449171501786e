"""The one place that opens a write: BEGIN IMMEDIATE, the changes, their event, commit.

``db.atomic()`` alone begins deferred and loses saves under concurrent writers; a read made before the write
began may be stale. So everything a save relies on is read inside the transaction, and every update names the
version it was made from.
"""

import json
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache

from sqlite_utils import Database

from hearing.enums import Verb
from hearing.records import By
from hearing.store.connection import path

_TIES = (sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY, sqlite3.SQLITE_CONSTRAINT_UNIQUE)

TOGETHER = {
    "point": (
        ("comment", "marks", "mentions"),
        ("theme_id", "theme_printed"),
        ("decision_id", "decision_printed"),
    ),
}
"""Columns that mean something only together."""

# What the history calls a record by; of a link, all that it says.
_CALLED = {
    "point": {"party_id", "label"},
    "response": {"party_id"},
    "party": {"name"},
    "theme": {"name"},
    "decision": {"phrase"},
    "echo": {"point_id", "source_id", "printing", "deviation"},
}


class Stale(Exception):
    """The record was saved by somebody else since the version that this change was made from."""

    def __init__(self, table: str, id: int):
        super().__init__(f"{table} {id} has changed")
        self.table, self.id = table, id


class AlreadyDone(Exception):
    """The form with this one-use token has been carried out before; ``event_id`` is what it did.

    ``same`` says whether the same stood in it; other text under the same token is not saved.
    """

    def __init__(self, event_id: int, same: bool):
        super().__init__(f"done as event {event_id}")
        self.event_id, self.same = event_id, same


class StillReferred(Exception):
    """The record cannot go, or come back: others refer to it, it refers to what is gone, or its place is taken."""


class Transaction:
    """The changes of one verb. Every table it touches has the columns ``id`` and, if editable, ``version``.

    ``event_id`` is the event that the changes were written as, once the transaction is over; None if nothing
    was changed.
    """

    def __init__(self, db: Database, hearing_id: int | None = None):
        self.db = db
        self.hearing_id = hearing_id
        self.event_id: int | None = None
        self._changes: list[dict] = []

    @property
    def changed(self) -> bool:
        """Whether anything was changed so far."""
        return bool(self._changes)

    def row(self, table: str, id: int) -> dict | None:
        """The record's columns as they stand inside this transaction."""
        return next(self.db.query(f"select * from [{table}] where id = ?", [id]), None)  # noqa: S608

    def insert(self, table: str, values: dict) -> int:
        """Add a record and return its id. ``values`` may carry the id, when something removed comes back."""
        columns = ", ".join(f"[{name}]" for name in values)
        marks = ", ".join("?" for _ in values)
        cursor = self.db.conn.execute(
            f"insert into [{table}] ({columns}) values ({marks})",  # noqa: S608 - names are ours
            list(values.values()),
        )
        self._record(table, cursor.lastrowid, None, self.row(table, cursor.lastrowid))
        return cursor.lastrowid

    def insert_many(self, table: str, rows: list[dict]) -> None:
        """Add records that bring ids in one unbroken series from ``next_id``.

        The event keeps the series, not each record: an import of 100,000 rows would be stored twice.
        """
        if not rows:
            return
        columns = ", ".join(f"[{name}]" for name in rows[0])
        marks = ", ".join(f":{name}" for name in rows[0])
        self.db.conn.executemany(
            f"insert into [{table}] ({columns}) values ({marks})",  # noqa: S608 - names are ours
            rows,
        )
        series = {"rows": len(rows), "last": rows[-1]["id"]}
        self._changes.append({"table": table, "id": rows[0]["id"], "before": None, "after": series})

    def update(self, table: str, id: int, version: int, values: dict) -> None:
        """Change a record that still stands at ``version``, if any value differs; raises Stale otherwise."""
        before = self.row(table, id)
        if before and before["version"] == version and all(before[name] == values[name] for name in values):
            return
        columns = ", ".join(f"[{name}] = ?" for name in values)
        cursor = self.db.conn.execute(
            f"update [{table}] set {columns}, version = version + 1 where id = ? and version = ?",  # noqa: S608
            [*values.values(), id, version],
        )
        if cursor.rowcount != 1:
            raise Stale(table, id)
        self._record(table, id, before, self.row(table, id))

    def place(self, table: str, id: int, position: int) -> None:
        """Give a record another position without a step of its version: nobody's open form is about its place."""
        before = self.row(table, id)
        self.db.conn.execute(f"update [{table}] set position = ? where id = ?", [position, id])  # noqa: S608
        self._record(table, id, before, self.row(table, id))

    def delete(self, table: str, id: int, version: int | None = None) -> None:
        """Remove a record that still stands at ``version`` (None: whatever its version); else Stale."""
        before = self.row(table, id)
        if before is None or (version is not None and before["version"] != version):
            raise Stale(table, id)
        self.db.conn.execute(f"delete from [{table}] where id = ?", [id])  # noqa: S608
        self._record(table, id, before, None)

    def versions(self, table: str, first: int, last: int) -> tuple[int, dict[int, int]]:
        """How many records of a series are there, and the versions of those that were saved since."""
        rows = self.db.conn.execute(
            f"select id, version from [{table}] where id between ? and ?",  # noqa: S608 - names are ours
            [first, last],
        ).fetchall()
        return len(rows), {id: version for id, version in rows if version > 1}

    def delete_many(self, table: str, first: int, last: int) -> int:
        """Remove the records of a series, as ``insert_many`` added them; return how many there were."""
        rows = self.db.conn.execute(
            f"delete from [{table}] where id between ? and ?",  # noqa: S608
            [first, last],
        ).rowcount
        series = {"rows": rows, "last": last}
        self._changes.append({"table": table, "id": first, "before": series, "after": None})
        return rows

    def next_id(self, table: str) -> int:
        """The first id that was never used, for records that are added many at a time."""
        row = self.db.conn.execute("select seq + 1 from sqlite_sequence where name = ?", [table]).fetchone()
        return row[0] if row else 1

    def _record(self, table: str, id: int, before: dict | None, after: dict | None) -> None:
        before, after = _plain(before), _plain(after)
        if before and after:
            names = _told(table, before, after)
            before, after = ({name: row[name] for name in row if name in names} for row in (before, after))
        self._changes.append({"table": table, "id": id, "before": before, "after": after})

    def write_event(self, by: By, verb: Verb, reason: str, undoes: int | None) -> None:
        """Store what was changed as one event, and under each record that it touched."""
        if not self._changes:
            return
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        told = [json.dumps(change, ensure_ascii=False) for change in self._changes]
        changes = f"[{','.join(told)}]"
        self.event_id = self.db.conn.execute(
            """
            insert into event (hearing_id, at, by, verb, reason, undoes, once, sent, changes)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [self.hearing_id, now, by.initials, verb.value, reason, undoes, by.once, by.sent, changes],
        ).lastrowid
        self.db.conn.executemany("insert into event_row values (?, ?, ?, ?, ?)", sorted(self._touched(told)))

    def _touched(self, told: list[str]) -> Iterator[tuple[str, int, int | None, int, int]]:
        """Under which record each change is found, and where in the event's text it stands."""
        start = 2
        for change, text in zip(self._changes, told, strict=True):
            if "rows" not in (change["before"] or change["after"]):
                yield change["table"], change["id"], self.event_id, start, len(text)
                if change["table"] == "echo":
                    # What becomes of its repetition is part of what was done to a point.
                    about = {(row or {}).get("point_id") for row in (change["before"], change["after"])} - {None}
                    yield from (("point", id, self.event_id, start, len(text)) for id in about)
            start += len(text) + 1


def _told(table: str, before: dict, after: dict) -> set[str]:
    """The columns that an event keeps of a changed record: a merge of 20,000 points is not their texts again."""
    changed = {name for name in after if before[name] != after[name]}
    for group in TOGETHER.get(table, ()):
        if changed & set(group):
            changed |= set(group)
    return changed | {"id", "version"} | _CALLED.get(table, set())


def _plain(row: dict | None) -> dict | None:
    """A row as JSON can hold it: file contents stay in their table."""
    if row is None:
        return None
    return {name: value for name, value in row.items() if not isinstance(value, bytes)}


@cache
def _writer_lock(place: str) -> threading.Lock:
    """One lock per database file: threads queue here, because SQLite's own busy handler is unfair."""
    return threading.Lock()


def _place(db: Database) -> str:
    return path(db) or f"memory-{id(db.conn)}"


@contextmanager
def transaction(
    db: Database,
    by: By,
    verb: Verb,
    hearing_id: int | None = None,
    *,
    reason: str = "",
    undoes: int | None = None,
) -> Iterator[Transaction]:
    """Everything inside happens with its event, or not at all.

    A verb that makes a hearing sets ``tx.hearing_id`` inside. A transaction that changes nothing leaves no
    event. Raises AlreadyDone when ``by.once`` has been used.
    """
    with _writer_lock(_place(db)):
        db.conn.execute("begin immediate")
        try:
            _refuse_second_use(db, by)
            tx = Transaction(db, hearing_id)
            yield tx
            tx.write_event(by, verb, reason, undoes)
            db.conn.execute("commit")
        except BaseException as error:
            if db.conn.in_transaction:
                db.conn.execute("rollback")
            if getattr(error, "sqlite_errorcode", None) in _TIES:
                raise StillReferred(str(error)) from error
            raise


def _refuse_second_use(db: Database, by: By) -> None:
    if by.once is None:
        return
    done = db.conn.execute("select id, sent from event where once = ?", [by.once]).fetchone()
    if done:
        raise AlreadyDone(done[0], same=done[1] == by.sent)
