"""A backup holds every save; a wrong file never replaces the database."""

import errno
import os
import sqlite3
import threading

import pytest
from click.testing import CliRunner

from hearing import report
from hearing.casework import backups, imports
from hearing.cli import main
from hearing.records import By
from hearing.store import connection, hearings, schema
from tests import world


def test_a_backup_restored_is_the_same_hearing(db, path, hearing_id, tmp_path):
    before = list(report.load(db, hearing_id).lines)
    copy, other = tmp_path / "kopi.db", tmp_path / "anden.db"
    backups.make(path, copy)
    assert backups.restore(other, copy) is None
    assert list(report.load(schema.open(other), hearing_id).lines) == before
    assert os.stat(copy).st_mode & 0o077 == 0


def test_the_replaced_database_is_kept_and_open_connections_see_the_restored_one(db, path, hearing_id, tmp_path):
    copy = tmp_path / "kopi.db"
    backups.make(path, copy)
    imports.create(db, By("abc"), "Kom til senere", world.READING)
    kept = backups.restore(path, copy)
    assert [hearing.title for hearing in hearings.all(db)] == [world.TITLE]
    assert [hearing.title for hearing in hearings.all(schema.open(kept))] == ["Kom til senere", world.TITLE]


def test_backups_taken_while_others_write_hold_every_save_made_before(db, path, hearing_id, tmp_path):
    saved, stop = [], threading.Event()

    def write():
        mine = connection.connect(path)
        while not stop.is_set():
            saved.append(imports.create(mine, By("abc"), "Samtidig", world.READING))
        mine.conn.close()

    writers = [threading.Thread(target=write) for _ in range(2)]
    for writer in writers:
        writer.start()
    try:
        for n in range(5):
            acknowledged = set(saved)
            backups.make(path, tmp_path / f"{n}.db")
            assert {hearing.id for hearing in hearings.all(schema.open(tmp_path / f"{n}.db"))} >= acknowledged
    finally:
        stop.set()
        for writer in writers:
            writer.join()


def _wrong_files(good: bytes) -> dict[str, bytes]:
    # A whole page: what lies between two pages' contents belongs to nobody, and no check can miss it.
    flipped, page = bytearray(good), len(good) // 2 // 4096 * 4096
    flipped[page : page + 4096] = os.urandom(4096)
    return {
        "tom": b"",
        "tekst": "Kære sekretariat. Hermed vores høringssvar.".encode(),
        "json": b'{"rows": []}',
        "zip": b"PK\x03\x04" + bytes(600),
        "hoved-alene": b"SQLite format 3\x00" + bytes(84),
        "afkortet": good[: len(good) // 2],
        "halv-side": good[: len(good) // 2 + 777],
        "vendt": bytes(flipped),
    }


def test_wrong_files_are_refused_and_the_database_is_untouched(db, path, hearing_id, tmp_path):
    copy = tmp_path / "kopi.db"
    backups.make(path, copy)
    wrong = {name: tmp_path / name for name in _wrong_files(copy.read_bytes())}
    for name, content in _wrong_files(copy.read_bytes()).items():
        wrong[name].write_bytes(content)
    wrong["findes-ikke"] = tmp_path / "findes-ikke"
    wrong["mappe"] = tmp_path
    wrong["sig-selv"] = path
    other = sqlite3.connect(tmp_path / "andet-program")
    other.execute("create table bog (titel)")
    other.close()
    wrong["andet-program"] = tmp_path / "andet-program"
    backups.make(path, tmp_path / "nyere")
    newer = sqlite3.connect(tmp_path / "nyere")
    newer.execute(
        "insert into _sqlite_migrations (migration_set, name, applied_at) values ('hearing','m999_fra','x')"
    )
    newer.commit()
    newer.close()
    wrong["nyere"] = tmp_path / "nyere"
    before = path.read_bytes()
    for name, file in wrong.items():
        result = CliRunner().invoke(main, ["--db", str(path), "restore", str(file)])
        assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (1, "", 1), (name, result.output)
        assert path.read_bytes() == before, name
    assert not list(tmp_path.glob("*erstattet*"))


def test_a_damaged_database_is_kept_and_replaced(db, path, hearing_id, tmp_path):
    copy = tmp_path / "kopi.db"
    backups.make(path, copy)
    db.conn.close()
    path.write_bytes(b"ikke en database")
    kept = backups.restore(path, copy)
    assert kept.read_bytes() == b"ikke en database"
    assert [hearing.id for hearing in hearings.all(schema.open(path))] == [hearing_id]


def test_a_restoring_that_fails_leaves_everything_as_it_was(db, path, hearing_id, tmp_path, monkeypatch):
    copy, whole = tmp_path / "kopi.db", backups.backups.copy
    backups.make(path, copy)

    def fail(source, target):
        if source == copy:
            target.touch()
            raise OSError(errno.ENOSPC, "full")
        whole(source, target)

    monkeypatch.setattr(backups.backups, "copy", fail)
    for content in (path.read_bytes(), b"ikke en database"):
        path.write_bytes(content)
        with pytest.raises(OSError):
            backups.restore(path, copy)
        assert path.read_bytes() == content
        assert sorted(file.name for file in tmp_path.iterdir()) == ["hearing.db", "kopi.db"]
    path.write_bytes(copy.read_bytes())


def test_a_backup_never_overwrites_what_is_not_a_backup(db, path, hearing_id, tmp_path):
    letter = tmp_path / "brev.txt"
    letter.write_text("Kære sekretariat")
    for target in (letter, path, tmp_path, tmp_path / "ingen" / "mappe.db"):
        with pytest.raises(backups.Refused):
            backups.make(path, target)
    assert letter.read_text() == "Kære sekretariat"
    backups.make(path, tmp_path / "ugens.db")
    backups.make(path, tmp_path / "ugens.db")
    assert not list(tmp_path.glob(".*"))
