"""Our own index on a corpus: as a person runs it at the command line, in a process of its own."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks._corpus import Corpus
from hearing.echoes.index import Index
from hearing.echoes.pairs import SAME_TEXT
from hearing.echoes.texts import Text

# A process is said to have used at least the memory of the one that started it: so a small one starts it.
_MEASURED = """
import os, subprocess, sys
process = subprocess.Popen(sys.argv[1:])
_, status, used = os.wait4(process.pid, 0)
process.returncode = os.waitstatus_to_exitcode(status)
print(used.ru_utime + used.ru_stime, used.ru_maxrss)
sys.exit(process.returncode)
"""


@dataclass(frozen=True)
class Run:
    """The pairs of score 60 and above, and what they cost: CPU seconds and the most memory, in MB."""

    pairs: list[tuple[int, int]]
    seconds: float
    memory: float


def command(corpus: Corpus, folder: Path) -> Run:
    """``echoes --texts`` on the corpus: reading, comparing and writing, the start of Python included."""
    lines, output = folder / "texts.jsonl", folder / "pairs.jsonl"
    lines.write_text(corpus.lines(), encoding="utf-8")
    words = [sys.executable, "-m", "hearing", "echoes", "--texts", str(lines), "-o", str(output)]
    measured = subprocess.run(
        [sys.executable, "-c", _MEASURED, *words], check=True, capture_output=True, text=True
    )
    seconds, kilobytes = map(float, measured.stdout.split())
    found = map(json.loads, output.read_text(encoding="utf-8").splitlines())
    pairs = [(pair["a"], pair["b"]) for pair in found if pair["score"] >= SAME_TEXT]
    return Run(pairs, seconds, kilobytes / 1024)


def alone(corpus: Corpus) -> list[tuple[int, int]]:
    """The same pairs in this process, for corpora so small that the start of Python would be most of the work."""
    return _pairs(corpus, Index())


def knowing(corpus: Corpus) -> list[tuple[int, int]]:
    """The pairs where the plan's text and the parties' names are known, as they are in a hearing."""
    return _pairs(corpus, Index(names=corpus.parties, known=[" ".join(corpus.plan)]))


def _pairs(corpus: Corpus, index: Index) -> list[tuple[int, int]]:
    index.put_many((n, Text(excerpt=made.text, party=made.party)) for n, made in enumerate(corpus.texts))
    return [(pair.a, pair.b) for pair in index.pairs() if pair.score >= SAME_TEXT]


def one_more(corpus: Corpus, count: int, folder: Path) -> dict[str, tuple[float, float]]:
    """What each text after the first ``count`` costs; see ``benchmarks._one_more``."""
    lines = folder / "texts.jsonl"
    lines.write_text(corpus.lines(), encoding="utf-8")
    words = ["-m", "benchmarks._one_more", str(lines), str(count)]
    return json.loads(subprocess.run([sys.executable, *words], check=True, capture_output=True).stdout)
