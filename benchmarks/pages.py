"""The pages a caseworker works in, at 100,000 points: the table, its filters with counts, the search.

Every figure is the 95th percentile of what single answers take by the clock, from the request to the last byte,
with the server's own work only (Flask's test client); the processor's time stands beside it, and is as long where
nothing else runs. All texts are made of syllables: 6,000 words, as frequent as a language's.
"""

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import accumulate, cycle, islice
from pathlib import Path

from benchmarks import Figure, at_most
from hearing.casework import imports
from hearing.casework import points as casework
from hearing.enums import Meaning, Status
from hearing.intake.rows import Reading, Row
from hearing.records import By
from hearing.store import connection, points, schema
from hearing.web import create_app

POINTS = 100_000
# The front page counts every hearing.
_OTHERS, _ROWS_OF_OTHERS = 6, 10_000
LIMIT = 500
REQUESTS = 40
_PARTIES, _THEMES = 500, 60
_PHRASES = [
    ("Inddrages i implementeringsarbejdet", Meaning.IMPLEMENT),
    ("Giver ikke anledning til ændringer i planen", Meaning.NO_CHANGE),
    ("Giver anledning til ændring i planen", Meaning.CHANGE),
    ("Imødekommes delvist", Meaning.PARTLY_MET),
    ("", None),
]


class _Language:
    """Words by frequency, the same on every run."""

    def __init__(self, chance: random.Random):
        onsets, vowels = ["b", "d", "f", "g", "k", "l", "m", "n", "r", "s", "t", "br", "fl", "sk"], "aeiouyæøå"
        made = {
            "".join(chance.choice(onsets) + chance.choice(vowels) for _ in range(chance.randint(1, 3)))
            + chance.choice(["n", "t", "r", "s", "ng", "l", "de", "ning"])
            for _ in range(8000)
        }
        self.words = sorted(made)[:6000]
        chance.shuffle(self.words)
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(len(self.words))))
        self._chance = chance

    def text(self, words: int) -> str:
        """So many words as one sentence."""
        return " ".join(self._chance.choices(self.words, cum_weights=self._weights, k=words)).capitalize() + "."


def _rows(language: _Language, chance: random.Random) -> Iterator[Row]:
    """One hearing: every twentieth party silent, every tenth point the repetition of another."""
    themes = [language.text(3)[:-1] for _ in range(_THEMES)]
    of_each = POINTS // (_PARTIES * 19 // 20)
    index = 0
    for party in range(_PARTIES):
        name = f"{language.text(2)[:-1]} Kommune {party}"
        if party % 20 == 0:
            yield Row(party=name, silent=True)
            index += 1
            continue
        for n in range(of_each):
            echo_of = index - 1 if n % 10 == 1 else None
            phrase, meaning = chance.choices(_PHRASES, weights=[60, 15, 10, 2, 5])[0]
            yield Row(
                party=name,
                theme=chance.choice(themes),
                label=chr(97 + n % 26),
                summary=language.text(28),
                decision="Samme håndtering som ovenfor" if echo_of is not None else phrase,
                meaning=None if echo_of is not None else meaning,
                echo_of=echo_of,
                comment=language.text(20),
                excerpt=language.text(88),
                page=str(n % 40),
                status=chance.choice(list(Status)).value,
                responsible=chance.choice(["mkh", "abc", "lop", ""]),
                unsure="Grænsen mellem kommentar og citat." if n % 12 == 0 else "",
            )
            index += 1


def _addresses(language: _Language, hearing_id: int) -> dict[str, list[str]]:
    """What is asked for, by the name of its figure; several variants of each."""
    table = f"/hearings/{hearing_id}/points"
    common, medium, rare = language.words[0], language.words[60], language.words[5000]
    return {
        "table, page of 50 rows with counts": [table, f"{table}?page=7", f"{table}?silent=0"],
        "table, page 1,990": [f"{table}?page=1990", f"{table}?silent=0&page=1990"],
        "filter with counts": [
            f"{table}?theme=3&theme=4&status=ny",
            f"{table}?decision=1",
            f"{table}?party=7&unsure=1",
            f"{table}?status=ny&status=i+gang&responsible=mkh&responsible=0",
        ],
        "filter and search with counts": [
            f"{table}?q={common}&theme=5&decision=1",
            f"{table}?q={medium}&status=ny",
            f"{table}?q={common}&theme=5&theme=6&decision=1&status=ny",
        ],
        "search": [
            f"{table}?q={common}",
            f"{table}?q={medium}",
            f"{table}?q={rare}",
            f"{table}?q={common[:3]}+{medium}",
            f'{table}?q="{common}+{medium}"',
        ],
        "sorted by party, theme, decision, status": [
            f"{table}?sort={by}&page={page}"
            for by in ("party", "theme", "decision", "status")
            for page in (1, 900)
        ],
        "til implementering": [f"/hearings/{hearing_id}/implementation"],
        "filter by repetitions": [f"{table}?echo=repeats", f"{table}?echo=repeated", f"{table}?echo=deviates"],
        "repetitions": [f"/hearings/{hearing_id}/echoes{part}" for part in ("", "?at=60-0-0", "?page=50")],
        "overview of the hearing": [f"/hearings/{hearing_id}"],
        "front page": ["/"],
    }


def run() -> Iterator[Figure]:
    """Build the hearing in a temporary file, then ask for every page several times."""
    chance = random.Random(20)
    language = _Language(chance)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "hearing.db"
        began = time.perf_counter()
        hearing_id = _build(path, tuple(_rows(language, chance)))
        yield Figure(f"import of {POINTS:,} points, their making included", time.perf_counter() - began, "s")
        client = create_app(path).test_client()
        with client.session_transaction() as session:
            session["initials"] = "bench"
        yield from _figures("table right after a save by somebody", _after_saves(path, client, hearing_id))
        for name, addresses in _addresses(language, hearing_id).items():
            turns = islice(cycle(addresses), REQUESTS)
            yield from _figures(name, [_taken(client, address) for address in turns])
        yield Figure("memory of a server with the hearing in use", _memory(path, hearing_id), "MB")


def _build(path: Path, rows: tuple[Row, ...]) -> int:
    db = connection.connect(path)
    schema.migrate(db)
    hearing_id = imports.create(db, By("bench"), "Stor høring", Reading(rows=rows))
    for number in range(_OTHERS):
        imports.create(db, By("bench"), f"Anden høring {number}", Reading(rows=rows[:_ROWS_OF_OTHERS]))
    db.conn.close()
    return hearing_id


Taken = tuple[float, float]
"""Milliseconds by the clock, and of the processor."""


def _taken(client, address: str) -> Taken:
    clock, processor = time.perf_counter(), time.process_time()
    answer = client.get(address)
    taken = (time.perf_counter() - clock) * 1000, (time.process_time() - processor) * 1000
    if answer.status_code != 200:
        raise AssertionError(f"{address} answered {answer.status_code}")
    return taken


def _figures(name: str, taken: list[Taken]) -> Iterator[Figure]:
    """The 95th percentiles, the clock's held against the goal."""
    clock, processor = (sorted(times)[-(-len(times) * 95 // 100) - 1] for times in zip(*taken, strict=True))
    yield at_most(f"{name}, 95th percentile", clock, LIMIT, "ms")
    yield Figure(f"{name}, 95th percentile, CPU", processor, "ms")


def _after_saves(path: Path, client, hearing_id: int) -> list[Taken]:
    """The table's page each time when somebody has just saved a point, the server's first page among them."""
    db = connection.connect(path)
    ids = [id for (id, *_) in islice(points.in_order(db, hearing_id), REQUESTS)]
    taken = []
    for id in ids:
        casework.change(db, By("bench"), id, points.find(db, id).version, page="7")
        taken.append(_taken(client, f"/hearings/{hearing_id}/points"))
    db.conn.close()
    return taken


_CHILD = """
import sys
from pathlib import Path
from hearing.web import create_app

client = create_app(Path(sys.argv[1])).test_client()
with client.session_transaction() as session:
    session["initials"] = "bench"
for query in ("", "?q=a", "?sort=party&status=ny"):
    client.get(f"/hearings/{sys.argv[2]}/points{query}")
print(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0])
"""


def _memory(path: Path, hearing_id: int) -> float:
    """What a fresh process has needed at most, in megabytes."""
    command = [sys.executable, "-c", _CHILD, str(path), str(hearing_id)]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout) / 1024
