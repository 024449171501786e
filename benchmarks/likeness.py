"""The likenesses held per process: what a person waits for while 100,000 points are compared, and afterwards.

Every figure is what single answers take by the clock, with the server's own work only (Flask's test client).
"""

import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from rapidfuzz import fuzz, process

from benchmarks import Figure, at_most, full
from benchmarks._corpus import make
from hearing import likeness
from hearing.casework import imports
from hearing.casework import points as casework
from hearing.intake.rows import Reading, Row
from hearing.records import By
from hearing.store import connection, points, schema
from hearing.web import create_app

SIZES, ALL_SIZES = (10_000,), (10_000, 100_000)
# What the panel may take, in milliseconds.
LIMIT = {10_000: 50, 100_000: 150}
_ME = By("bench")
_TIMES = 60


def run() -> Iterator[Figure]:
    """The build with people at work beside it, then single answers; the larger size only if there is time."""
    for size in ALL_SIZES if full() else SIZES:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "hearing.db"
            hearing_id = _store(path, size)
            yield from _built(path, hearing_id, f"{size:,} points")
            yield from _answered(path, hearing_id, size)


def _store(path: Path, size: int) -> int:
    corpus = make(size, 11)
    rows = tuple(
        Row(party=made.party, label="a", summary=made.text[:120], excerpt=made.text)
        for made in sorted(corpus.texts, key=lambda made: made.party)
    )
    db = connection.connect(path)
    schema.migrate(db)
    hearing_id = imports.create(db, _ME, "Høring", Reading(rows=rows))
    db.conn.close()
    return hearing_id


def _built(path: Path, hearing_id: int, name: str) -> Iterator[Figure]:
    """Saves and pages while the background compares, beside the same when it is done."""
    db = connection.connect(path)
    client = _client(path)
    ids = points.ids(db, hearing_id)[:_TIMES]
    clock, processor = time.perf_counter(), time.process_time()
    likeness.state(db, hearing_id)
    saves, pages = [], []
    while not likeness.state(db, hearing_id).ready:
        saves.append(_taken(lambda: _save(db, ids[len(saves) % _TIMES])))
        pages.append(_taken(lambda: client.get(f"/points/{ids[-1]}")))
        time.sleep(0.2)
    yield Figure(f"{name}, compared in the background with people at work", time.perf_counter() - clock, "s")
    yield Figure(f"{name}, the same, CPU of the whole process", time.process_time() - processor, "s")
    calm_saves = [_taken(partial(_save, db, id)) for id in ids]
    calm_pages = [_taken(lambda: client.get(f"/points/{ids[-1]}")) for _ in ids]
    for what, during, calm in (("a save", saves, calm_saves), ("a point's page", pages, calm_pages)):
        yield Figure(f"{name}, {what} meanwhile, 95th percentile", _percentile(during), "ms")
        yield Figure(f"{name}, {what} when it is done, 95th percentile", _percentile(calm), "ms")
    db.conn.close()


def _answered(path: Path, hearing_id: int, size: int) -> Iterator[Figure]:
    """The panel while typing, and what one save by somebody costs the next who asks."""
    db = connection.connect(path)
    client, name = _client(path), f"{size:,} points"
    chosen = points.ids(db, hearing_id)[:: size // _TIMES][:_TIMES]
    texts = points.texts(db, chosen)

    def panel(row: tuple) -> Callable[[], object]:
        sent = {"csrf_token": "token", "summary": row[2], "excerpt": row[3] + " Og vi vil gerne mødes."}
        return lambda: client.post(f"/points/{row[0]}/likeness", data=sent)

    taken = [_taken(panel(row)) for row in texts]
    yield at_most(f"{name}, the panel while typing, 95th percentile", _percentile(taken), LIMIT[size], "ms")
    yield Figure(f"{name}, the panel while typing, median", _median(taken), "ms")
    said = [row[3] for row in points.texts(db, points.ids(db, hearing_id))]
    peer = [_taken(partial(process.extract, row[3], said, scorer=fuzz.token_set_ratio)) for row in texts[:5]]
    faster = _median(peer) / _median(taken)
    yield Figure(f"{name}, the same against rapidfuzz's extract(token_set_ratio), faster", faster, "x")
    follow = []
    for id, _, _, excerpt in texts:
        casework.change(db, _ME, id, points.find(db, id).version, excerpt=f"{excerpt} Tak.")
        follow.append(_taken(lambda: likeness.state(db, hearing_id)))
    yield at_most(f"{name}, catching up after one save, 95th percentile", _percentile(follow), 20, "ms")
    listed = _taken(lambda: likeness.suggestions(db, hearing_id))
    yield Figure(f"{name}, the list of suggestions after a save", listed, "ms")
    counted = [_taken(lambda: likeness.waiting(db, hearing_id)) for _ in range(_TIMES)]
    yield at_most(f"{name}, the count in the navigation, 95th percentile", _percentile(counted), 2, "ms")
    db.conn.close()


def _client(path: Path):
    client = create_app(path).test_client()
    with client.session_transaction() as session:
        session.update(initials="bench", csrf="token")
    return client


def _save(db: connection.Database, id: int) -> None:
    point = points.find(db, id)
    casework.change(db, _ME, id, point.version, page=f"{point.version}")


def _taken(work: Callable[[], object]) -> float:
    """Milliseconds by the clock."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def _median(taken: list[float]) -> float:
    return sorted(taken)[len(taken) // 2]


def _percentile(taken: list[float]) -> float:
    return sorted(taken)[-(-len(taken) * 95 // 100) - 1] if taken else 0
