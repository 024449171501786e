"""The schema: strict, upgraded by one process at a time, copied before it changes."""

import sqlite3
import stat
import subprocess
import sys
from functools import partial

import pytest
from click.testing import CliRunner

from hearing.cli import main
from hearing.store import connection, hearings, points, schema
from hearing.store.schema import migrations
from hearing.web import create_app


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


class _Watched(sqlite3.Connection):
    """A connection that says at its end how it was set up, if it wrote anything."""

    opened: list["_Watched"] = []
    setups: list[tuple[int, ...]] = []

    def __init__(self, *told, **options):
        super().__init__(*told, **options)
        self.wrote = False
        self.opened.append(self)
        self.set_trace_callback(self._note)

    def _note(self, sql: str) -> None:
        self.wrote |= sql.split()[0].lower() in ("insert", "update", "delete", "replace", "create")

    def close(self) -> None:
        if self in self.opened:
            self.opened.remove(self)
            names = ("foreign_keys", "synchronous", "cache_spill") if self.wrote else ()
            setup = tuple(self.execute(f"pragma {name}").fetchone()[0] for name in names)
            self.setups += [setup] if setup else []
        super().close()


def test_every_connection_that_writes_checks_references_and_syncs_in_full(path, tmp_path, monkeypatch):
    monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=_Watched))
    file, copy = tmp_path / "tabel.json", str(tmp_path / "kopi.db")
    file.write_text('{"rows": [{"party": "Rådet", "summary": "Et ønske", "label": "a"}]}')
    for command in (["import", str(file), "--title", "Plan"], ["backup", copy], ["restore", copy]):
        done = CliRunner().invoke(main, ["--db", str(path), *command])
        assert done.exit_code == 0, done.output
    client = create_app(path).test_client()
    with client.session_transaction() as session:
        session.update(initials="abc", csrf="token")
    assert client.post("/hearings/1/themes", data={"csrf_token": "token", "name": "Adgang"}).status_code == 303
    for left in [*_Watched.opened]:
        left.close()
    assert len(_Watched.setups) >= 3
    assert set(_Watched.setups) == {(1, 2, 0)}


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


@pytest.fixture
def old(path):
    """A database with a hearing in it, to be brought to a schema of its own."""
    opened = connection.connect(path)
    schema.migrate(opened)
    opened.execute("insert into hearing (title) values ('Før')")
    yield opened
    opened.conn.close()


def test_a_database_with_something_in_it_is_copied_before_it_changes(path, old, monkeypatch):
    later = [
        *migrations._migrations,
        migrations._Migration("m999_later", lambda db: db.execute("drop table echo")),
    ]
    monkeypatch.setattr(migrations, "_migrations", later)
    schema.migrate(old)
    assert "echo" not in old.table_names()
    copy = path.with_name(f"{path.name}.before-m999_later")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    kept = sqlite3.connect(copy)
    assert kept.execute("select title from hearing").fetchall() == [("Før",)]
    assert kept.execute("select count(*) from echo").fetchone() == (0,)
    kept.close()


def test_a_failing_migration_leaves_nothing(old, monkeypatch):
    def half(db):
        db.execute("create table half (id integer primary key) strict")
        raise RuntimeError("in the middle")

    later = [*migrations._migrations, migrations._Migration("m999_half", half)]
    monkeypatch.setattr(migrations, "_migrations", later)
    with pytest.raises(RuntimeError):
        schema.migrate(old)
    assert "half" not in old.table_names()
    assert [m.name for m in migrations.pending(old)] == ["m999_half"]


_START = """
import sys
from hearing.store import connection, schema
from hearing.web import create_app
if sys.argv[1] == "old":
    later = schema.migrations._Migration("m999_later", lambda db: db.execute("alter table hearing add later text"))
    schema.migrations._migrations.append(later)
print("ready", flush=True)
for path in map(str.strip, sys.stdin):
    schema.open(path).conn.close()
    print(create_app(path).config["SECRET_KEY"], flush=True)
"""


@pytest.mark.slow
@pytest.mark.parametrize("age", ["empty", "old"])
def test_four_processes_start_on_one_database_at_once(tmp_path, age):
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    started = [subprocess.Popen([sys.executable, "-c", _START, age], **pipes) for _ in range(4)]
    assert [process.stdout.readline() for process in started] == ["ready\n"] * 4
    for n in range(20):
        path = tmp_path / f"{n}.db"
        if age == "old":
            made = schema.open(path)
            made.execute("insert into hearing (title) values ('Før')")
            made.conn.close()
        for process in started:
            process.stdin.write(f"{path}\n")
            process.stdin.flush()
        keys = {process.stdout.readline() for process in started}
        assert len(keys) == 1 and len(keys.pop()) == 65
        made = connection.connect(path)
        applied = [name for (name,) in made.execute("select name from _sqlite_migrations")]
        assert len(applied) == len(set(applied)) == len(migrations._migrations) + (age == "old")
        assert made.execute("select title from hearing").fetchall() == [("Før",)] * (age == "old")
        made.conn.close()
    for process in started:
        process.stdin.close()
        assert process.wait() == 0
        process.stdout.close()


def test_a_row_that_an_event_kept_before_there_were_echo_settings_is_still_read(db, hearing_id):
    [point] = db.query("select * from point where id = 1")
    old = {name: value for name, value in point.items() if name != "mentions"}
    assert points.record(old) == points.find(db, 1)
    [hearing] = db.query("select * from hearing where id = 1")
    old = {name: value for name, value in hearing.items() if not name.startswith("echo_")}
    assert hearings.record(old) == hearings.find(db, 1)
