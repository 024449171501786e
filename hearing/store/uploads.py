"""Files that wait for a person to look them through, as they are stored."""

from datetime import datetime

from sqlite_utils import Database

from hearing.records import Upload
from hearing.store.transaction import Stale, Transaction

_COLUMNS = "id, name, title, parties, at, version"


def _record(row: dict) -> Upload:
    return Upload(**{**row, "at": datetime.fromisoformat(row["at"])})


def find(db: Database, id: int) -> Upload | None:
    """The upload, or None."""
    row = next(db.query(f"select {_COLUMNS} from upload where id = ?", [id]), None)  # noqa: S608
    return row and _record(row)


def all(db: Database) -> list[Upload]:
    """Every upload, the newest first."""
    return [_record(row) for row in db.query(f"select {_COLUMNS} from upload order by id desc")]  # noqa: S608


def content(db: Database, id: int) -> bytes:
    """The file as it was sent."""
    return db.execute("select content from upload where id = ?", [id]).fetchone()[0]


def reading(db: Database, id: int) -> bytes:
    """What was read in it, as ``add`` got it."""
    return db.execute("select reading from upload where id = ?", [id]).fetchone()[0]


def add(tx: Transaction, upload: Upload, content: bytes, reading: bytes) -> int:
    """Store an upload and return its id; the record's own id does not count."""
    values = {"name": upload.name, "title": upload.title, "parties": upload.parties}
    return tx.insert("upload", {**values, "at": upload.at.isoformat(), "content": content, "reading": reading})


def change(tx: Transaction, id: int, version: int, title: str, reading: bytes) -> None:
    """Store another title and another reading; Stale if it was read again meanwhile."""
    tx.update("upload", id, version, {"title": title, "reading": reading})


def remove(tx: Transaction, id: int) -> None:
    """Remove an upload; Stale if it is gone."""
    tx.delete("upload", id)


def take(tx: Transaction, id: int, version: int) -> None:
    """Remove an upload that became something else, which is what the event is about; Stale as for ``change``."""
    if tx.db.conn.execute("delete from upload where id = ? and version = ?", [id, version]).rowcount != 1:
        raise Stale("upload", id)
