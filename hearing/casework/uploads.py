"""A file on its way to becoming a hearing: kept while it is looked through, then stored as one, or thrown away."""

import json
import zlib
from datetime import UTC, datetime, timedelta

from sqlite_utils import Database

from hearing.casework import imports
from hearing.casework.refusal import Refused
from hearing.enums import Verb
from hearing.intake import plain
from hearing.intake.rows import Reading
from hearing.records import By, Upload
from hearing.store import uploads
from hearing.store.transaction import transaction
from hearing.wording import blank

KEPT = timedelta(days=7)


def add(db: Database, by: By, name: str, title: str, parties: str, content: bytes, reading: Reading) -> int:
    """Keep a file and its reading until a person has looked it through; older ones that nobody took up go."""
    now = datetime.now(UTC)
    upload = Upload(0, name, title, parties, now)
    with transaction(db, by, Verb.UPLOAD_ADD) as tx:
        for old in uploads.all(db):
            if old.at < now - KEPT:
                uploads.remove(tx, old.id)
        return uploads.add(tx, upload, content, _pack(reading))


def reading(db: Database, id: int) -> Reading:
    """What was read in the file."""
    return plain.reading(json.loads(zlib.decompress(uploads.reading(db, id))))


def read_again(db: Database, by: By, id: int, version: int, title: str, reading: Reading) -> None:
    """Keep another reading of the same file."""
    with transaction(db, by, Verb.UPLOAD_CHANGE) as tx:
        uploads.change(tx, id, version, title, _pack(reading))


def become_hearing(db: Database, by: By, id: int, version: int, title: str) -> int:
    """Store the reading as a new hearing, all of it or nothing, and return the hearing's id."""
    if blank(title):
        raise Refused("Høringen skal have en titel.", "title")
    read = reading(db, id)
    with transaction(db, by, Verb.HEARING_IMPORT) as tx:
        uploads.take(tx, id, version)
        tx.hearing_id = imports.add_hearing(tx, title, read)
    return tx.hearing_id


def remove(db: Database, by: By, id: int) -> None:
    """Throw the file away."""
    with transaction(db, by, Verb.UPLOAD_REMOVE) as tx:
        uploads.remove(tx, id)


def _pack(reading: Reading) -> bytes:
    return zlib.compress(json.dumps(plain.data(reading), ensure_ascii=False).encode(), level=1)
