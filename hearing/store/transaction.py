"""The one place that opens a write: BEGIN IMMEDIATE, the changes, their event, commit.

``db.atomic()`` alone begins deferred and loses saves under concurrent writers; a read made before the write
began may be stale. So everything a save relies on is read inside the transaction, and every update names the
version it was made from.
"""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache

from sqlite_utils import Database

from hearing.records import By, Verb


class Stale(Exception):
    """The record was saved by somebody else since the version that this change was made from."""

    def __init__(self, table: str, id: int):
        super().__init__(f"{table} {id} has changed")
        self.table, self.id = table, id


class AlreadyDone(Exception):
    """The form with this one-use token has been carried out before; ``event_id`` is what it did."""

    def __init__(self, event_id: int):
        super().__init__(f"done as event {event_id}")
        self.event_id = event_id


class Transaction:
    """The changes of one verb. Every table it touches has the columns ``id`` and, if editable, ``version``."""

    def __init__(self, db: Database):
        self.db = db
        self._changes: list[dict] = []

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
        """Add records that bring their ids; the event keeps how many, not each: an import is undone whole."""
        if not rows:
            return
        columns = ", ".join(f"[{name}]" for name in rows[0])
        marks = ", ".join(f":{name}" for name in rows[0])
        self.db.conn.executemany(
            f"insert into [{table}] ({columns}) values ({marks})",  # noqa: S608 - names are ours
            rows,
        )
        self._changes.append({"table": table, "id": 0, "before": None, "after": {"rows": len(rows)}})

    def update(self, table: str, id: int, version: int, values: dict) -> None:
        """Change a record that still stands at ``version``; raises Stale otherwise."""
        before = self.row(table, id)
        columns = ", ".join(f"[{name}] = ?" for name in values)
        cursor = self.db.conn.execute(
            f"update [{table}] set {columns}, version = version + 1 where id = ? and version = ?",  # noqa: S608
            [*values.values(), id, version],
        )
        if cursor.rowcount != 1:
            raise Stale(table, id)
        self._record(table, id, before, self.row(table, id))

    def delete(self, table: str, id: int, version: int | None = None) -> None:
        """Remove a record that still stands at ``version`` (None: whatever its version); else Stale."""
        before = self.row(table, id)
        if before is None or (version is not None and before["version"] != version):
            raise Stale(table, id)
        self.db.conn.execute(f"delete from [{table}] where id = ?", [id])  # noqa: S608
        self._record(table, id, before, None)

    def next_id(self, table: str) -> int:
        """The first free id, for records that are added many at a time."""
        return self.db.execute(f"select coalesce(max(id), 0) + 1 from [{table}]").fetchone()[0]  # noqa: S608

    def _record(self, table: str, id: int, before: dict | None, after: dict | None) -> None:
        self._changes.append({"table": table, "id": id, "before": _plain(before), "after": _plain(after)})


def _plain(row: dict | None) -> dict | None:
    """A row as JSON can hold it: file contents stay in their table."""
    if row is None:
        return None
    return {name: value for name, value in row.items() if not isinstance(value, bytes)}


@cache
def _writer_lock(path: str) -> threading.Lock:
    """One lock per database file: threads queue here, because SQLite's own busy handler is unfair."""
    return threading.Lock()


def _path(db: Database) -> str:
    return db.conn.execute("pragma database_list").fetchone()[2] or f"memory-{id(db.conn)}"


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
    with _writer_lock(_path(db)):
        db.conn.execute("begin immediate")
        try:
            tx = Transaction(db)
            tx.hearing_id = hearing_id
            _refuse_second_use(db, by)
            yield tx
            if tx._changes:
                _write_event(tx, by, verb, reason, undoes)
            db.conn.execute("commit")
        except BaseException:
            if db.conn.in_transaction:
                db.conn.execute("rollback")
            raise


def _refuse_second_use(db: Database, by: By) -> None:
    if by.once is None:
        return
    done = db.conn.execute("select id from event where once = ?", [by.once]).fetchone()
    if done:
        raise AlreadyDone(done[0])


def _write_event(tx: Transaction, by: By, verb: Verb, reason: str, undoes: int | None) -> None:
    tx.event_id = tx.db.conn.execute(
        """
        insert into event (hearing_id, at, by, verb, reason, undoes, once, changes)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
            tx.hearing_id,
            datetime.now(UTC).isoformat(timespec="milliseconds"),
            by.initials,
            verb.value,
            reason,
            undoes,
            by.once,
            json.dumps(tx._changes, ensure_ascii=False),
        ],
    ).lastrowid
