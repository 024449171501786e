"""What other processes do to a database that this one has in memory: the answer is what stands there now."""

import os
import shutil
import signal
import subprocess
import sys
import threading

import pytest

from hearing import likeness
from hearing.casework import hearings, imports, points
from hearing.echoes.texts import Text
from hearing.intake.rows import Reading, Row
from hearing.likeness import kept
from hearing.likeness.filling import Filling
from hearing.store import backups, connection, drive, schema
from hearing.store import hearings as hearing_store
from hearing.store import points as point_store
from tests.conftest import ME

BUS = "Vi foreslår, at natbussen standser ved plejehjemmet på Kastanievej hver halve time."
QUAY = "Kajen ved det gamle pakhus bør sikres med et rækværk, før de nye boliger tages i brug."
TREES = "Bevar de store lindetræer på torvet, også når pladsen får ny belægning."
WRITER = """
import sys
from hearing.casework import points
from hearing.records import By
from hearing.store import connection
from hearing.store import points as store

db = connection.connect(sys.argv[1])
for n in range(1000):
    id = 1 + n % 6
    points.change(db, By("xyz"), id, store.find(db, id).version, excerpt=f"{sys.argv[2]} {'Tak. ' * (n % 5)}")
    print(n, flush=True)
"""
WAL = "connection.wal_is_safe = drive.is_trusted = lambda _: True\n"


def _imported(db, *texts) -> int:
    rows = tuple(Row(party=f"Lodsejer {n}", label="a", excerpt=text) for n, text in enumerate(texts))
    return imports.create(db, ME, "Havneplan", Reading(rows=rows))


def _database(path, *texts) -> None:
    db = connection.connect(path)
    schema.migrate(db)
    _imported(db, *texts)
    db.conn.close()


def _suggested(path, hearing_id=1) -> set[tuple[int, int]]:
    with connection.reading(str(path)) as db:
        return {(pair.a, pair.b) for pair in likeness.suggestions(db, hearing_id)}


def _like(path, text) -> list[int]:
    with connection.reading(str(path)) as db:
        return [match.id for match in likeness.of_text(db, 1, Text("", text))]


def _wait(path, hearing_id=1) -> None:
    for _ in range(2000):
        with connection.reading(str(path)) as db:
            if likeness.state(db, hearing_id).ready:
                return
        threading.Event().wait(0.005)
    raise AssertionError("the background does not get ready")


@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
def test_a_writer_that_is_killed_leaves_what_it_has_written_and_no_more(path, monkeypatch, mode):
    monkeypatch.setattr(connection, "wal_is_safe", lambda version: mode == "WAL")
    monkeypatch.setattr(drive, "is_trusted", lambda path: True)
    _database(
        path, BUS, QUAY, TREES, "Cykelstien mangler lys.", "Støjen fra motorvejen er for høj.", "Flere bænke."
    )
    assert _suggested(path) == set()
    program = WRITER if mode == "DELETE" else f"from hearing.store import connection, drive\n{WAL}{WRITER}"
    writer = subprocess.Popen([sys.executable, "-c", program, str(path), BUS], stdout=subprocess.PIPE)
    try:
        for _ in range(9):
            assert writer.stdout.readline()
            _suggested(path)
    finally:
        os.kill(writer.pid, signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
    with connection.reading(str(path)) as db:
        assert db.conn.execute("pragma journal_mode").fetchone()[0].upper() == mode
        new = Filling.begin(db, 1)
        for turn in new.turns(db):
            turn()
        found = {(pair.a, pair.b) for pair in new.alike.pairs()}
    assert len(found) == 15
    assert _suggested(path) == found


def test_another_database_at_the_same_place_is_read_anew(path, tmp_path):
    _database(path, BUS, BUS, QUAY)
    assert _suggested(path) == {(1, 2)}
    _database(tmp_path / "anden.db", TREES, QUAY, QUAY)
    os.replace(tmp_path / "anden.db", path)
    assert (_suggested(path), _like(path, BUS)) == ({(2, 3)}, [])


def test_another_database_that_comes_while_the_points_are_read_is_read_anew(path, tmp_path, monkeypatch):
    monkeypatch.setattr(kept, "AT_ONCE", 1)
    _database(path, BUS, BUS, QUAY)
    with kept._ONE_AT_A_TIME:
        assert _suggested(path) == set()
        _database(tmp_path / "anden.db", TREES, QUAY, QUAY)
        os.replace(tmp_path / "anden.db", path)
    _wait(path)
    assert (_suggested(path), _like(path, BUS)) == ({(2, 3)}, [])


def test_texts_read_before_an_older_backup_came_back_are_not_kept(path, tmp_path):
    _database(path, BUS, QUAY, TREES)
    with connection.reading(str(path)) as db:
        filling = Filling.begin(db, 1)
    backups.copy(path, tmp_path / "kopi.db")
    with connection.reading(str(path)) as reader:
        turns = filling.turns(reader)
        db = connection.connect(path)
        points.change(db, ME, 2, 1, excerpt=BUS)
        for turn in turns:
            turn()
    db.conn.close()
    # The event is not in the copy, and nobody has followed it before.
    shutil.copy(tmp_path / "kopi.db", path)
    with connection.reading(str(path)) as db:
        assert not filling.follow(db)


def test_a_hearing_that_takes_the_number_of_another_never_shows_its_texts(path, tmp_path):
    _database(path, TREES)
    backups.copy(path, tmp_path / "kopi.db")
    db = connection.connect(path)
    second = _imported(db, BUS, BUS)
    assert {(2, 3)} == _suggested(path, second)
    hearings.remove(db, ME, second, hearing_store.find(db, second).version)
    db.conn.close()
    backups.copy(tmp_path / "kopi.db", path)
    db = connection.connect(path)
    assert _imported(db, QUAY, TREES, QUAY) == second
    assert [point.id for point in point_store.of(db, second)] == [2, 3, 4]
    db.conn.close()
    assert _suggested(path, second) == {(2, 4)}
