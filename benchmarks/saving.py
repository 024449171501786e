"""How long a save waits when sixteen write at once, beside SQLite's own queue.

Once on a disk in memory, where only the queue costs, and once on this machine's disk, beside one who writes alone.
"""

import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks import Figure, at_least, at_most
from hearing.casework import imports
from hearing.enums import Verb
from hearing.intake.rows import Reading, Row
from hearing.records import By
from hearing.store import connection, schema
from hearing.store.transaction import transaction

WRITERS, SAVES = 16, 150
_ME = By("abc")


def run() -> Iterator[Figure]:
    """Every save reads a point and writes it with one more; every thread has a connection of its own."""
    memory = Path("/dev/shm") if Path("/dev/shm").is_dir() else None
    ours, saved = _longest(_ours, memory)
    peers, peers_saved = _longest(_peers, memory)
    yield at_least(f"saves kept of {WRITERS * SAVES}", saved, WRITERS * SAVES, "saves")
    yield Figure("saves kept by SQLite's queue alone (BEGIN IMMEDIATE, busy_timeout)", peers_saved, "saves")
    yield at_most("longest wait of a save, in memory", ours, 0.5, "s")
    yield Figure("longest wait with SQLite's queue alone, in memory", peers, "s")
    yield at_most("longest wait in memory, ours to SQLite's queue alone", ours / peers, 1)
    yield Figure("longest save of one who writes alone, on the disk", _longest(_ours, None, writers=1)[0], "s")
    yield at_most("longest wait of a save, on the disk", _longest(_ours, None)[0], 0.5, "s")


def _longest(
    save: Callable[[connection.Database], None], folder: Path | None, writers: int = WRITERS
) -> tuple[float, int]:
    """The longest that any of the saves took, by the clock, and how many of them are there at the end."""
    with tempfile.TemporaryDirectory(dir=folder) as made:
        path = Path(made) / "hearing.db"
        db = schema.open(path)
        imports.create(db, _ME, "Måling", Reading(rows=(Row(party="Rådet", summary="x", page="0"),)))

        def write(_: int) -> float:
            own, waits = connection.connect(path), []
            for _ in range(SAVES):
                began = time.perf_counter()
                save(own)
                waits.append(time.perf_counter() - began)
            own.conn.close()
            return max(waits)

        with ThreadPoolExecutor(writers) as pool:
            longest = max(pool.map(write, range(writers)))
        saved = int(db.execute("select page from point").fetchone()[0])
        db.conn.close()
    return longest, saved


def _ours(db: connection.Database) -> None:
    with transaction(db, _ME, Verb.POINT_CHANGE) as tx:
        row = tx.row("point", 1)
        tx.update("point", 1, row["version"], {"page": str(int(row["page"]) + 1)})


def _peers(db: connection.Database) -> None:
    try:
        db.conn.execute("begin immediate")
        page, version = db.conn.execute("select page, version from point where id = 1").fetchone()
        db.conn.execute("update point set page = ?, version = ? where id = 1", [str(int(page) + 1), version + 1])
        db.conn.execute("insert into event (at, by, verb, changes) values ('', '', '', '[]')")
        db.conn.execute("commit")
    except sqlite3.OperationalError:
        if db.conn.in_transaction:
            db.conn.execute("rollback")
