"""The schema: strict, upgraded by one process at a time, copied before it changes."""

import sqlite3
import stat
import subprocess
import sys

import pytest

from hearing.store import connection, schema
from hearing.store.schema import migrations


def test_every_table_is_strict(db):
    names = [name for (name,) in db.execute("select name from sqlite_master where type = 'table'")]
    ours = [name for name in names if not name.startswith(("sqlite_", "_sqlite_", "point_search"))]
    assert len(ours) > 8
    strict = {row["name"] for row in db.query("pragma table_list") if row["strict"]}
    assert set(ours) <= strict


def test_an_orphan_is_refused_on_every_connection(path, db):
    assert db.execute("pragma foreign_keys").fetchone()[0] == 1
    again = connection.connect(path)
    assert again.execute("pragma foreign_keys").fetchone()[0] == 1
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        again.execute("insert into theme (hearing_id, name, position) values (99, 'Adgang', 1)")
    again.conn.close()


def test_an_id_is_never_used_twice(db):
    for _ in range(2):
        db.execute("insert into hearing (title) values ('Plan')")
        db.execute("delete from hearing")
    db.execute("insert into hearing (title) values ('Plan')")
    assert db.execute("select id from hearing").fetchall() == [(3,)]


def test_the_database_belongs_to_its_owner_alone(path, db):
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_full_sync_on_every_writing_connection(db):
    assert db.execute("pragma synchronous").fetchone()[0] == 2
    assert db.execute("pragma cache_spill").fetchone()[0] == 0


@pytest.mark.parametrize(
    ("version", "safe"),
    [((3, 40, 1), False), ((3, 50, 6), False), ((3, 50, 7), True), ((3, 51, 2), False), ((3, 51, 3), True)],
)
def test_a_write_ahead_log_only_where_the_library_is_repaired(version, safe):
    assert connection.wal_is_safe(version) is safe


def test_the_journal_is_what_the_library_can_be_trusted_with(db):
    mode = db.execute("pragma journal_mode").fetchone()[0]
    assert mode == ("wal" if connection.wal_is_safe(sqlite3.sqlite_version_info) else "delete")


def test_a_reading_connection_cannot_write(path, db):
    reader = connection.connect(path, readonly=True)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        reader.execute("insert into hearing (title) values ('Plan')")
    reader.conn.close()


def test_a_database_with_something_in_it_is_copied_before_it_changes(path, db, monkeypatch):
    db.execute("insert into hearing (title) values ('Før')")
    later = [
        *migrations._migrations,
        migrations._Migration("m999_later", lambda db: db.execute("drop table echo")),
    ]
    monkeypatch.setattr(migrations, "_migrations", later)
    schema.migrate(db)
    assert "echo" not in db.table_names()
    copy = path.with_name(f"{path.name}.before-m999_later")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    kept = sqlite3.connect(copy)
    assert kept.execute("select title from hearing").fetchall() == [("Før",)]
    assert kept.execute("select count(*) from echo").fetchone() == (0,)
    kept.close()


def test_a_failing_migration_leaves_nothing(path, db, monkeypatch):
    def half(db):
        db.execute("create table half (id integer primary key) strict")
        raise RuntimeError("in the middle")

    later = [*migrations._migrations, migrations._Migration("m999_half", half)]
    monkeypatch.setattr(migrations, "_migrations", later)
    with pytest.raises(RuntimeError):
        schema.migrate(db)
    assert "half" not in db.table_names()
    assert [m.name for m in migrations.pending(db)] == ["m999_half"]


_START = """
import sys
from hearing.store import connection, schema
db = connection.connect(sys.argv[1])
schema.migrate(db)
assert "point" in db.table_names()
"""


@pytest.mark.slow
def test_four_processes_may_start_on_an_empty_database_at_once(tmp_path):
    for n in range(20):
        path = tmp_path / f"{n}.db"
        started = [
            subprocess.Popen([sys.executable, "-c", _START, str(path)], stderr=subprocess.PIPE) for _ in range(4)
        ]
        for process in started:
            _, complaint = process.communicate(timeout=60)
            assert process.returncode == 0, complaint.decode()
