"""Settings of the installation: a name and a value."""

from collections.abc import Callable

from sqlite_utils import Database


def find(db: Database, name: str) -> str | None:
    """The setting's value, or None."""
    row = db.execute("select value from setting where name = ?", [name]).fetchone()
    return row and row[0]


def ensure(db: Database, name: str, make: Callable[[], str]) -> str:
    """The setting's value, made and stored if it was missing; whoever comes first decides."""
    value = find(db, name)
    if value is None:
        db.conn.execute("insert or ignore into setting (name, value) values (?, ?)", [name, make()])
        value = find(db, name)
    return value
