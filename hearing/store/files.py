"""Files from outside as they are stored: byte for byte, never changed, never removed.

That is why they stand outside the changes of an event: what a person adds, exchanges or removes is the response
that names the file, and undoing that must find the file again.
"""

import hashlib

from sqlite_utils import Database

from hearing.records import File
from hearing.store.transaction import Transaction

_COLUMNS = "file.id, file.hearing_id, file.name, file.media_type, file.size, file.sha256"


def find(db: Database, id: int) -> File | None:
    """What is known of a file, or None; its content is fetched apart."""
    row = next(db.query(f"select {_COLUMNS} from file where id = ?", [id]), None)  # noqa: S608 - names are ours
    return row and File(**row)


def content(db: Database, id: int) -> bytes:
    """The file as it came."""
    return db.execute("select content from file where id = ?", [id]).fetchone()[0]


def of(db: Database, hearing_id: int) -> dict[int, File]:
    """The files of a hearing by id."""
    rows = db.query(f"select {_COLUMNS} from file where hearing_id = ?", [hearing_id])  # noqa: S608
    return {row["id"]: File(**row) for row in rows}


def holders(db: Database, file: File) -> list[tuple[int, str]]:
    """The responses that came with a file of the same content: response and party's name."""
    return db.execute(
        """
        select response.id, party.name from response
        join file on file.id = response.file_id
        join party on party.id = response.party_id
        where file.hearing_id = ? and file.sha256 = ? order by response.id
        """,
        [file.hearing_id, file.sha256],
    ).fetchall()


def add(tx: Transaction, hearing_id: int, name: str, media_type: str, data: bytes) -> int:
    """Keep a file and return its id."""
    return tx.db.conn.execute(
        "insert into file (hearing_id, name, media_type, size, sha256, content) values (?, ?, ?, ?, ?, ?)",
        [hearing_id, name, media_type, len(data), hashlib.sha256(data).hexdigest(), data],
    ).lastrowid
