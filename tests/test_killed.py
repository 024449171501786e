"""A process that is killed has done what it confirmed, and nothing by halves."""

import http.client
import json
import random
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from hearing.casework import demonstration, imports
from hearing.intake import plain, reading, working_copy
from hearing.intake.rows import Reading, Row
from hearing.records import By
from hearing.store import points as stored
from tests.server import Server, cookie

pytestmark = pytest.mark.slow
ME = By("abc")


def _sound(db) -> None:
    assert db.execute("pragma integrity_check").fetchone() == ("ok",)
    assert db.execute("pragma foreign_key_check").fetchall() == []


_IMPORT = """
import itertools, json, os, random, signal, sys, time
from hearing.casework import imports
from hearing.intake import plain
from hearing.records import By
from hearing.store import connection

path, file = sys.argv[1:]
with open(file, encoding="utf-8") as data:
    reading = plain.reading(json.load(data))


def run(at, told):
    db, said = connection.connect(path), itertools.count(1)

    def look(sql):
        if next(said) == at:
            os.kill(os.getpid(), signal.SIGKILL)
        if sql == "commit":
            os.write(told, b"c")

    db.conn.set_trace_callback(look)
    imports.create(db, By("abc"), "Plan", reading)
    print(next(said) - 1, flush=True)
    if at < 0:
        signal.pause()


for line in sys.stdin:
    heard, told = os.pipe()
    child = os.fork()
    if not child:
        run(int(line), told)
        os._exit(0)
    os.close(told)
    if int(line) < 0 and os.read(heard, 1):
        # A moment in the commit, or right behind it.
        time.sleep(0.03 * random.random() ** 2)
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(heard)
    print("over", flush=True)
"""


class _Importer:
    """A process that imports a reading again and again, each time in a process of its own that may be killed."""

    def __init__(self, path, read: Reading):
        file = path.with_name("reading.json")
        file.write_text(json.dumps(plain.data(read)), encoding="utf-8")
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        self.process = subprocess.Popen([sys.executable, "-c", _IMPORT, str(path), str(file)], **pipes)

    def run(self, killed_at: int) -> int | None:
        """Import, killed at that statement (0: never, -1: about the commit); how many there were, if done."""
        self.process.stdin.write(f"{killed_at}\n")
        self.process.stdin.flush()
        said = self.process.stdout.readline()
        if said == "over\n":
            return None
        assert self.process.stdout.readline() == "over\n"
        return int(said)

    def close(self) -> None:
        self.process.stdin.close()
        assert self.process.wait() == 0
        self.process.stdout.close()


@pytest.fixture
def read(request) -> Reading:
    """The rows of the demonstration, or of the real table."""
    if request.param == "demonstration":
        return working_copy.read((demonstration.FOLDER / "handling-table.json").read_bytes())
    table = request.getfixturevalue("seed_table")
    return reading.read(table.read_bytes(), table.name)


@pytest.mark.parametrize(
    "read", ["demonstration", pytest.param("the real table", marks=pytest.mark.seeds)], indirect=True
)
def test_an_import_that_is_killed_is_there_whole_or_not_at_all(path, db, read):
    importer, chance = _Importer(path, read), random.Random(3)
    statements = importer.run(0)
    moments = [1, 2, statements, *(chance.randint(3, statements - 1) for _ in range(37)), *[-1] * 10]
    done = [importer.run(moment) is not None for moment in moments]
    assert not any(done[:40])
    importer.close()
    _sound(db)
    rows = db.execute(
        """
        select (select count(*) from point where hearing_id = hearing.id) + (
            select count(*) from party where hearing_id = hearing.id
            and not exists (select 1 from response where party_id = party.id)
        ) from hearing
        """
    ).fetchall()
    assert set(rows) == {(len(read.rows),)}
    assert db.execute("select count(*) from event").fetchone() == (len(rows),)
    assert 1 + sum(done) <= len(rows) <= 11


@pytest.mark.seeds
def test_the_command_that_is_killed_has_imported_the_real_table_whole_or_not_at_all(path, db, seed_table):
    command = [sys.executable, "-m", "hearing", "--db", str(path), "import", str(seed_table), "--title", "Plan"]
    chance = random.Random(7)
    for _ in range(3):
        with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
            time.sleep(chance.uniform(0.2, 6))
            process.kill()
        _sound(db)
        hearings, points, events = db.execute(
            "select (select count(*) from hearing), (select count(*) from point), (select count(*) from event)"
        ).fetchone()
        assert (points, events) == (211 * hearings, hearings)


def _write_until_killed(server: Server, id: int, version: int, number: int) -> int:
    """Save ever higher page numbers; return the last that the server said was saved."""
    while True:
        try:
            assert server.save(id, version, number + 1)
        except (OSError, http.client.HTTPException):
            return number
        version, number = version + 1, number + 1


def test_a_killed_server_has_kept_every_save_that_it_confirmed(path, db):
    rows = tuple(Row(party="Rådet", summary="x", page="0") for _ in range(4))
    imports.create(db, ME, "Plan", Reading(rows=rows))
    browser, chance, confirmed = cookie(path), random.Random(5), 0
    for _ in range(20):
        server = Server(path, browser)
        before = {point.id: point for point in stored.of(db, 1)}
        with ThreadPoolExecutor(4) as pool:
            jobs = {
                id: pool.submit(_write_until_killed, server, id, point.version, int(point.page))
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
