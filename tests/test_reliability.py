"""What a person was told is saved stays saved: many writers at once, killed processes, readers in between."""

import http.client
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from urllib.parse import urlencode

import pytest

from hearing.casework import imports, points
from hearing.enums import Verb
from hearing.intake.rows import Reading, Row
from hearing.records import By
from hearing.store import connection
from hearing.store import points as stored
from hearing.store.transaction import AlreadyDone, Stale, transaction
from hearing.web import create_app
from tests import world
from tests.pages import filled

ME = By("abc")


def _sound(db) -> None:
    assert db.execute("pragma integrity_check").fetchone() == ("ok",)
    assert db.execute("pragma foreign_key_check").fetchall() == []


def test_every_write_begins_immediate(db, hearing_id):
    said: list[str] = []
    db.conn.set_trace_callback(lambda sql: said.append(sql.strip().lower()))
    points.change(db, ME, 1, 1, page="9")
    imports.create(db, ME, world.TITLE, world.READING)
    db.conn.set_trace_callback(None)
    begun = False
    for sql in said:
        if sql.startswith("begin"):
            assert sql == "begin immediate"
            begun = True
        elif sql.startswith(("insert", "update", "delete")):
            assert begun, sql
        elif sql.startswith(("commit", "rollback")):
            begun = False
    assert sum(sql == "begin immediate" for sql in said) == 2


def test_a_form_sent_twice_acts_once(db, hearing_id):
    once = By("abc", "token-of-the-form")
    points.change(db, once, 1, 1, page="9")
    with pytest.raises(AlreadyDone):
        points.change(db, once, 1, 2, page="10")
    assert stored.find(db, 1).page == "9"


def test_an_event_can_be_neither_changed_nor_removed(db, hearing_id):
    for sql in ("update event set by = 'x'", "delete from event"):
        with pytest.raises(Exception, match="events are never"):
            db.execute(sql)


def test_a_large_transaction_does_not_shut_readers_out(path, db, hearing_id):
    reader = connection.connect(path, readonly=True)
    reader.execute("pragma busy_timeout = 0")
    with transaction(db, ME, Verb.POINT_CHANGE, hearing_id) as tx:
        for _ in range(40):
            tx.insert("theme", {"hearing_id": hearing_id, "name": "x" * 200_000, "position": 1})
        assert reader.execute("select count(*) from theme").fetchone() == (2,)
    assert reader.execute("select count(*) from theme").fetchone() == (42,)
    reader.conn.close()


def _count_up(path, times: int) -> float:
    """Read a point and save it with one more, ``times`` times; return the longest wait."""
    db, longest = connection.connect(path), 0.0
    for _ in range(times):
        began = time.monotonic()
        with transaction(db, ME, Verb.POINT_CHANGE) as tx:
            row = tx.row("point", 1)
            tx.update("point", 1, row["version"], {"page": str(int(row["page"]) + 1)})
        longest = max(longest, time.monotonic() - began)
    db.conn.close()
    return longest


@pytest.mark.slow
def test_sixteen_writers_lose_no_save(path, db, hearing_id):
    points.change(db, ME, 1, 1, page="0")
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(lambda _: _count_up(path, 40), range(16)))
    assert stored.find(db, 1).page == "640"
    assert db.execute("select count(*) from event where verb = 'point.change'").fetchone() == (641,)


def _save_often(app, name: str, times: int) -> int:
    """A person who opens one of the points, writes a name into it and saves; how many saves were accepted."""
    chance, accepted = random.Random(name), 0
    client = app.test_client()
    with client.session_transaction() as session:
        session.update(initials=name, csrf="token")
    for n in range(times):
        address = f"/points/{chance.randint(1, 5)}"
        form = filled(client.get(address).text, address)
        answer = client.post(address, data=form | {"note": f"{form['note']} {name}{n}".strip()})
        assert answer.status_code in (303, 409)
        accepted += answer.status_code == 303
    return accepted


@pytest.mark.slow
def test_four_people_on_the_same_points_overwrite_nothing_in_silence(path, db, hearing_id, app):
    with ThreadPoolExecutor(4) as pool:
        accepted = sum(pool.map(lambda name: _save_often(app, name, 50), ["anna", "bo", "carl", "dea"]))
    found = stored.of(db, hearing_id)
    assert sum(point.version - 1 for point in found) == accepted
    assert db.execute("select count(*) from event where verb = 'point.change'").fetchone() == (accepted,)
    assert sum(len(point.note.split()) for point in found) == accepted


_IMPORT = """
import sys
from hearing.casework import imports
from hearing.intake.rows import Reading, Row
from hearing.records import By
from hearing.store import schema
db = schema.open(sys.argv[1])
rows = tuple(Row(party=f"Kommune {n % 46}", theme="Adgang", label="a", summary="Ønske " * 40) for n in range(228))
print("ready", flush=True)
while True:
    imports.create(db, By("abc"), "Plan", Reading(rows=rows))
"""


@pytest.mark.slow
def test_an_import_that_is_killed_is_there_whole_or_not_at_all(path, db):
    chance = random.Random(3)
    for _ in range(12):
        process = subprocess.Popen([sys.executable, "-c", _IMPORT, str(path)], stdout=subprocess.PIPE)
        assert process.stdout.readline() == b"ready\n"
        time.sleep(chance.uniform(0, 0.15))
        process.kill()
        process.communicate()
    _sound(db)
    counts = db.execute(
        "select count(point.id) from hearing left join point on hearing_id = hearing.id group by hearing.id"
    )
    assert {count for (count,) in counts} == {228}
    hearings, events = db.execute("select (select count(*) from hearing), (select count(*) from event)").fetchone()
    assert hearings == events > 0


class _Server:
    """The program as a process of its own, for a test that kills it."""

    def __init__(self, path):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        command = [sys.executable, "-m", "hearing", "--db", str(path), "serve", "--port", str(self.port)]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(600):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                time.sleep(0.02)
        raise AssertionError("the server did not start")

    def save(self, cookie: str, id: int, version: int, page: int) -> bool:
        """Save a point; whether the server said that it is saved."""
        typed = {"version": version, "summary": "x", "page": page, "status": "ny", "theme": "", "decision": ""}
        body = urlencode({"csrf_token": "token", **typed})
        kind = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": f"hearing={cookie}"}
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)) as link:
            link.request("POST", f"/points/{id}", body, kind)
            with link.getresponse() as answer:
                return answer.status == 303

    def kill(self) -> None:
        """As a power cut would: without a chance to say goodbye."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


def _write_until_killed(server: _Server, cookie: str, id: int, version: int, number: int) -> int:
    """Save ever higher page numbers; return the last that the server said was saved."""
    while True:
        try:
            assert server.save(cookie, id, version, number + 1)
        except (OSError, http.client.HTTPException):
            return number
        version, number = version + 1, number + 1


@pytest.mark.slow
def test_a_killed_server_has_kept_every_save_that_it_confirmed(path, db):
    rows = tuple(Row(party="Rådet", summary="x", page="0") for _ in range(4))
    imports.create(db, ME, "Plan", Reading(rows=rows))
    client = create_app(path).test_client()
    with client.session_transaction() as session:
        session.update(initials="abc", csrf="token")
    cookie, chance, confirmed = client.get_cookie("hearing").value, random.Random(5), 0
    for _ in range(20):
        server = _Server(path)
        before = {point.id: point for point in stored.of(db, 1)}
        with ThreadPoolExecutor(4) as pool:
            jobs = {
                id: pool.submit(_write_until_killed, server, cookie, id, point.version, int(point.page))
                for id, point in before.items()
            }
            time.sleep(chance.uniform(0.05, 0.25))
            server.kill()
        for id, job in jobs.items():
            confirmed += job.result() - int(before[id].page)
            assert int(stored.find(db, id).page) in (job.result(), job.result() + 1)
    _sound(db)
    assert confirmed > 20
    saves = db.execute("select count(*) from event where verb = 'point.change'").fetchone()[0]
    assert saves == sum(point.version - 1 for point in stored.of(db, 1))


@pytest.mark.slow
def test_the_command_line_imports_while_the_server_writes(path, db, hearing_id):
    stop, failures = threading.Event(), []

    def write() -> None:
        own = connection.connect(path)
        while not stop.is_set():
            try:
                points.change(own, ME, 1, stored.find(own, 1).version, page=str(random.random()))
            except Stale as error:
                failures.append(error)
            time.sleep(0.002)
        own.conn.close()

    writer = threading.Thread(target=write)
    writer.start()
    file = path.with_name("tabel.json")
    file.write_text('{"rows": [{"party": "Rådet", "summary": "Et ønske", "label": "a"}]}')
    command = [sys.executable, "-m", "hearing", "--db", str(path), "import", str(file), "--title", "Plan"]
    for _ in range(5):
        done = subprocess.run(command, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
    stop.set()
    writer.join()
    assert not failures
    _sound(db)
