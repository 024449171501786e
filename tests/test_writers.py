"""Many who write at once: no save is lost, nobody is told that the database is locked, nothing is overwritten."""

import random
import subprocess
import sys
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from hearing.casework import imports
from hearing.enums import Verb
from hearing.intake.rows import Reading, Row
from hearing.records import By
from hearing.store import connection, schema
from hearing.store import points as stored
from hearing.store.transaction import transaction
from tests.pages import filled
from tests.server import Server, cookie

pytestmark = pytest.mark.slow
ME = By("abc")


@pytest.fixture
def path():
    """Where the database lies: in memory where there is such a place, since thousands of saves are about locks."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder) / "hearing.db"


def _sound(db) -> None:
    assert db.execute("pragma integrity_check").fetchone() == ("ok",)
    assert db.execute("pragma foreign_key_check").fetchall() == []


def _rows(number: int) -> Reading:
    return Reading(rows=tuple(Row(party="Rådet", summary="x", page="0") for _ in range(number)))


_SAVES = """
import sys
from hearing.casework import points
from hearing.records import By
from hearing.store import connection
path, journal, level = sys.argv[1:]
connection.wal_is_safe = lambda version: journal == "wal"
db = connection.connect(path)
assert db.execute("pragma journal_mode").fetchone() == (journal,)
if level:
    db.execute(f"pragma synchronous = {level}")
for version in range(1, 101):
    points.change(db, By("abc"), 1, version, page=str(version))
"""


def _syncs(path, journal: str, level: str = "") -> int:
    """How often the system was asked to bring something to the disk while a process made a hundred saves."""
    db = schema.open(path)
    imports.create(db, ME, "Plan", _rows(1))
    db.conn.close()
    trace = path.with_name("trace")
    command = ["strace", "-f", "-o", trace, "-e", "trace=fsync,fdatasync"]
    subprocess.run([*command, sys.executable, "-c", _SAVES, str(path), journal, level], check=True)
    return trace.read_text().count("sync(")


@pytest.mark.strace
@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_every_save_is_brought_to_the_disk_before_it_is_confirmed(tmp_path, journal):
    if subprocess.run(["strace", "-o", tmp_path / "nothing", "true"], capture_output=True).returncode:
        pytest.skip("Testen tæller med strace, og det er ikke tilladt på denne maskine.")
    counted = _syncs(tmp_path / "ours.db", journal)
    assert counted >= 100
    # A rollback journal is synced at every level, but less than enough for a power cut.
    assert counted - _syncs(tmp_path / "weaker.db", journal, "normal") >= 100


def _count_up(path, times: int) -> None:
    """Read a point and save it with one more."""
    db = connection.connect(path)
    for _ in range(times):
        with transaction(db, ME, Verb.POINT_CHANGE) as tx:
            row = tx.row("point", 1)
            tx.update("point", 1, row["version"], {"page": str(int(row["page"]) + 1)})
    db.conn.close()


def test_sixteen_writers_lose_no_save(path, db):
    imports.create(db, ME, "Plan", _rows(1))
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(lambda _: _count_up(path, 150), range(16)))
    assert stored.find(db, 1).page == "2400"
    assert db.execute("select count(*) from event where verb = 'point.change'").fetchone() == (2400,)


def _save_often(app, name: str, rows: int, times: int) -> int:
    """A person who opens one of the points, writes a name into it and saves; how many saves were accepted."""
    chance, accepted = random.Random(name), 0
    client = app.test_client()
    with client.session_transaction() as session:
        session.update(initials=name, csrf="token")
    for n in range(times):
        address = f"/points/{chance.randint(1, rows)}"
        form = filled(client.get(address).text, address)
        answer = client.post(address, data=form | {"note": f"{form['note']} {name}{n}".strip()})
        assert answer.status_code in (303, 409)
        accepted += answer.status_code == 303
    return accepted


def test_four_people_on_the_same_points_overwrite_nothing_in_silence(db, app):
    imports.create(db, ME, "Plan", _rows(10))
    with ThreadPoolExecutor(4) as pool:
        accepted = sum(pool.map(lambda name: _save_often(app, name, 10, 50), ["anna", "bo", "carl", "dea"]))
    found = stored.of(db, 1)
    assert sum(point.version - 1 for point in found) == accepted
    assert db.execute("select count(*) from event where verb = 'point.change'").fetchone() == (accepted,)
    assert sum(len(point.note.split()) for point in found) == accepted


_IMPORTS = """
import sys
from hearing.cli import main
for _ in range(20):
    main(sys.argv[1:], standalone_mode=False)
"""


def test_the_command_line_imports_while_the_server_writes(path, db):
    imports.create(db, ME, "Plan", _rows(4))
    server, stop = Server(path, cookie(path)), threading.Event()

    def save(id: int) -> int:
        version = 1
        while not stop.wait(0.05):
            assert server.save(id, version, version)
            version += 1
        return version - 1

    file = path.with_name("tabel.json")
    file.write_text('{"rows": [{"party": "Rådet", "summary": "Et ønske", "label": "a"}]}')
    command = ["--db", str(path), "import", str(file), "--title", "Plan"]
    with ThreadPoolExecutor(4) as pool:
        saving = [pool.submit(save, id) for id in range(1, 5)]
        try:
            done = subprocess.run([sys.executable, "-c", _IMPORTS, *command], capture_output=True, text=True)
        finally:
            stop.set()
        saved = [job.result() for job in saving]
    server.kill()
    assert (done.returncode, done.stderr) == (0, "")
    assert [point.version - 1 for point in stored.of(db, 1)] == saved
    assert db.execute("select count(*) from event where verb = 'point.change'").fetchone() == (sum(saved),)
    assert db.execute("select count(*) from hearing").fetchone() == (21,)
    _sound(db)
