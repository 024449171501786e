"""Opening the database: what every connection has in common."""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from hearing.store import drive
from hearing.wording import fold, searchable

BUSY_MILLISECONDS = 15_000
Unreadable = sqlite3.DatabaseError
"""What reading a database raises that is busy, broken, or no longer there."""
# SQLite before these can corrupt a WAL database when two connections write at the same instant.
_WAL_SAFE_FROM = (3, 51, 3)
_WAL_SAFE_BACKPORT = (3, 50, 7)

_ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyzæøå"
_RANK = {letter: chr(0x100 + n) for n, letter in enumerate(_ALPHABET)}
_SAME_AS = str.maketrans({"é": "e", "è": "e", "ü": "y", "ö": "ø", "ä": "æ"})


def danish_key(text: str) -> str:
    """A key that sorts as a Danish list does: case folded, aa as å, and æ, ø, å last.

    >>> sorted(["Ærø", "Aarhus", "Zoo", "alm"], key=danish_key)
    ['alm', 'Zoo', 'Ærø', 'Aarhus']
    """
    folded = fold(text).replace("aa", "å").translate(_SAME_AS)
    return "".join(_RANK.get(letter, letter) for letter in folded)


def _compare_danish(left: str, right: str) -> int:
    one, other = danish_key(left), danish_key(right)
    return (one > other) - (one < other)


def wal_is_safe(version: tuple[int, int, int]) -> bool:
    """Whether this SQLite library has the WAL-reset fix (sqlite.org/wal.html#walresetbug)."""
    return version >= _WAL_SAFE_FROM or (version[:2] == (3, 50) and version >= _WAL_SAFE_BACKPORT)


def connect(path: str | Path, *, readonly: bool = False) -> Database:
    """Open ``path`` with our collation, functions, and storage rules. A connection belongs to one thread.

    ``readonly`` connections cannot write, whatever is asked of them. A new file is made for its owner alone.
    """
    path = str(path)
    if path != ":memory:" and not readonly and not Path(path).exists():
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    # No isolation level: Python's own would begin writes by itself, and deferred.
    connection = sqlite3.connect(
        path, timeout=BUSY_MILLISECONDS / 1000, isolation_level=None, cached_statements=256
    )
    db = Database(connection)
    connection.create_collation("DANISH", _compare_danish)
    connection.create_function("fold", 1, lambda text: fold(text or ""), deterministic=True)
    connection.create_function("searchable", 1, lambda text: searchable(text or ""), deterministic=True)
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    # A large transaction that spills its cache takes the exclusive lock early and shuts readers out.
    connection.execute("PRAGMA cache_spill = OFF")
    if readonly:
        connection.execute("PRAGMA query_only = ON")
    else:
        safe = wal_is_safe(sqlite3.sqlite_version_info) and drive.is_trusted(path)
        mode = "WAL" if safe else "DELETE"
        if connection.execute("PRAGMA journal_mode").fetchone()[0].upper() != mode and path != ":memory:":
            connection.execute(f"PRAGMA journal_mode = {mode}")
    return db


@contextmanager
def reading(file: str, patience: int = BUSY_MILLISECONDS) -> Iterator[Database]:
    """A connection of one's own that only reads, for as long as it is needed; ``patience`` in milliseconds."""
    db = connect(file, readonly=True)
    db.conn.execute(f"PRAGMA busy_timeout = {int(patience)}")
    try:
        yield db
    finally:
        db.conn.close()


def path(db: Database) -> str:
    """The file that the connection has open; "" where the database is in memory only."""
    return db.conn.execute("pragma database_list").fetchone()[2]


def is_full(error: BaseException) -> bool:
    """Whether a write failed because there was no room for it."""
    if isinstance(error, sqlite3.OperationalError):
        return getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL
    return isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)


def is_busy(error: BaseException) -> bool:
    """Whether somebody else kept the database longer than we wait."""
    code = getattr(error, "sqlite_errorcode", 0)
    return isinstance(error, sqlite3.OperationalError) and code & 0xFF == sqlite3.SQLITE_BUSY


def hold(db: Database) -> None:
    """Let everything that is read from now on be the database at one moment, until the connection is closed."""
    db.conn.execute("begin")


@contextmanager
def snapshot(db: Database) -> Iterator[None]:
    """Everything read inside is the database at one moment, whatever others write meanwhile."""
    if db.conn.in_transaction:
        yield
        return
    db.conn.execute("begin")
    try:
        yield
    finally:
        db.conn.execute("rollback")
