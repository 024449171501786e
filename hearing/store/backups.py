"""Copies of the whole database, made with SQLite's online backup, never by copying a live file."""

import errno
import os
import sqlite3
from pathlib import Path

from hearing.store import connection, schema

TABLES = {"hearing", "party", "response", "point", "event", "file", "setting"}
_PATIENCE = connection.BUSY_MILLISECONDS / 1000


def copy(source: Path, target: Path) -> None:
    """Bring ``target`` to what ``source`` holds, all at once; others may read and write ``source`` meanwhile.

    A ``target`` that is a database keeps its file, so that a server that has it open goes on with the new content.
    Raises OSError where there is no room.
    """
    if not target.exists():
        os.close(os.open(target, os.O_CREAT | os.O_RDWR, 0o600))
    origin = sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True, timeout=_PATIENCE)
    try:
        made = connection.connect(target)
        try:
            _take_over(origin, made.conn)
            if not connection.wal_is_safe(sqlite3.sqlite_version_info):
                made.conn.execute("pragma journal_mode = delete")
        finally:
            made.conn.close()
    finally:
        origin.close()


def _take_over(origin: sqlite3.Connection, made: sqlite3.Connection) -> None:
    try:
        origin.backup(made)
    except sqlite3.OperationalError as error:
        if connection.is_full(error):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)) from error
        raise


def fault(path: Path, *, live: bool = False) -> str:
    """Why ``path`` cannot be taken for a backup of this program, in Danish; "" if it can. Writes nothing.

    A ``live`` database may be written by others meanwhile; a backup is taken as it lies there.
    """
    if not path.is_file():
        return f"Filen {path} findes ikke."
    if path.stat().st_size == 0:
        return f"Filen {path} er tom."
    probe = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro{'' if live else '&immutable=1'}", uri=True, timeout=_PATIENCE
    )
    try:
        return _fault(connection.Database(probe), path)
    except sqlite3.DatabaseError:
        return f"Filen {path} er ikke en sikkerhedskopi fra dette program, eller den er beskadiget."
    finally:
        probe.close()


def _fault(db: connection.Database, path: Path) -> str:
    if not set(db.table_names()) >= TABLES:
        return f"Filen {path} er en database fra et andet program."
    if schema.newer_migrations(db):
        return f"Filen {path} er fra en nyere udgave af programmet."
    db.conn.create_collation("DANISH", lambda one, other: (one > other) - (one < other))
    if (
        db.execute("pragma integrity_check").fetchone()[0] != "ok"
        or db.execute("pragma foreign_key_check").fetchone()
    ):
        return f"Filen {path} er beskadiget og kan ikke bruges."
    return ""
