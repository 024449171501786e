"""Echoes of the real table against what a person judged by reading it: ``tests/data/seed_echoes.json``.

They are no test set: the engine and the hints were looked at on them. The few numbers of the hints were chosen by
one half of the groups with the other half in sight; both are printed.
"""

import random
import re
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from sklearn.feature_extraction.text import TfidfVectorizer

from benchmarks import Figure, at_least, at_most, seconds
from hearing import report
from hearing.casework import imports
from hearing.echoes.contrasts import contrary
from hearing.echoes.meant import Row
from hearing.echoes.names import Names
from hearing.echoes.pairs import Reason
from hearing.echoes.texts import Text
from hearing.echoes.wishes import LOWEST, Wishes
from hearing.intake import reading
from hearing.likeness import listing
from hearing.likeness.alike import Alike
from hearing.records import By
from hearing.report import Line
from hearing.store import parties, schema
from hearing.wording import fold
from tests import seed_echoes
from tests.conftest import SEEDS

_FILE = "003_e7812a292a6cfa6c.txt"
_PAGE = re.compile(r"\s*-?\s*s(?:ide|\.)\s*\d+(?:\s?-\s?\d+)?\.?\s*$", re.IGNORECASE)
Ranks = dict[int, list[int]]
Pairs = frozenset[tuple[int, int]]


def run() -> Iterator[Figure]:
    """Recall and precision of the listed pairs, ranks of the textual ones, recall of the same-wish hints."""
    if not (SEEDS / _FILE).exists():
        return
    with tempfile.TemporaryDirectory() as folder:
        db = schema.open(Path(folder) / "seed.db")
        read = reading.read((SEEDS / _FILE).read_bytes(), _FILE)
        hearing_id = imports.create(db, By("Måling"), "Tabellen", read)
        lines = [line for line in report.load(db, hearing_id).lines if line.point]
        number = {line.point.id: line.number for line in lines}
        listed = {
            (min(a, b), max(a, b)): pair.reason
            for pair in listing.pairs(db, hearing_id)
            for a, b in [(number[pair.a], number[pair.b])]
        }
        yield from _listed(listed)
        yield from _ranked(lines, parties.names(db, hearing_id))
        yield from _hinted(lines, [row.party for row in read.rows])


def _listed(listed: dict[tuple[int, int], Reason]) -> Iterator[Figure]:
    labels = seed_echoes.load()
    named = {(min(pair), max(pair)) for pair in labels.references}
    beside = set(listed) - labels.textual - named - labels.disputable
    followed = {pair for pair in named if listed.get(pair) is Reason.REFERENCE}
    yield at_least("textual pairs listed, of 33", len(labels.textual & set(listed)), 31, "pairs")
    yield at_most("wrong pairs listed beside them", len(beside), 10, "pairs")
    yield Figure("disputable pairs listed, neither right nor wrong", len(labels.disputable & set(listed)), "pairs")
    yield at_least("references followed to the right row, of 21", len(followed), len(named), "pairs")
    print(f"    missed: {sorted(labels.textual - set(listed))}")
    print(f"    beside: {sorted(beside)}")


def _ranked(lines: list[Line], names: Iterable[str]) -> Iterator[Figure]:
    """At which place a textual echo stands in the panel of its point: what resembles it, then the hints."""
    text_of = {line.number: _text(line) for line in lines}
    alike = Alike(names, (), Names(()), len(text_of))
    for number, text in text_of.items():
        alike.put(Row(number, "", text))
    shown: Ranks = {}
    for number, text in text_of.items():
        found = [match.id for match in alike.matches(text, number)]
        shown[number] = found + [match.id for match in alike.hints(text, {number, *found})]
    textual = seed_echoes.load().textual
    ends = [(one, other) for a, b in textual for one, other in ((a, b), (b, a))]
    late = [(one, other) for one, other in ends if other not in shown[one][:5]]
    yield at_least(
        "textual pairs in the top five of their points, from both ends", 1 - len(late) / len(ends), 1, ""
    )
    print(f"    not there: {sorted(late)}")


def _hinted(lines: list[Line], rows: list[str]) -> Iterator[Figure]:
    """Recall of same-wish pairs among the first ten, from both ends, beside TF-IDF on words and on letters."""
    labels = seed_echoes.load()
    groups = list(labels.groups)
    random.Random(1).shuffle(groups)
    every = labels.wishes(rows)
    halves = {
        "all": every,
        "one half": labels.wishes(rows, groups[::2]),
        "other half": labels.wishes(rows, groups[1::2]),
    }
    wishes = Wishes()
    wishes.put_many((line.number, _text(line), line.point.theme_id) for line in lines)

    def ask(line: Line) -> list[int]:
        found = wishes.nearest(_text(line), line.point.theme_id, most=10, but={line.number})
        return [match.id for match in found]

    ours = {line.number: ask(line) for line in lines}
    yield from _above_the_floor(wishes, lines, every)
    for name, pairs in halves.items():
        for k in (5, 10):
            goal = at_least if (name, k) == ("all", 10) else None
            title = f"same wish in the top {k}, {name}, {len(pairs)} pairs"
            yield (
                goal(title, _recall(ours, pairs, k), 0.6, "")
                if goal
                else Figure(title, _recall(ours, pairs, k), "")
            )
    peers = {"TF-IDF of words 1-2": {"token_pattern": r"\w+", "ngram_range": (1, 2)}}
    peers["TF-IDF of char_wb 3-5"] = {"analyzer": "char_wb", "ngram_range": (3, 5)}
    for name, options in peers.items():
        theirs = _by_tfidf(lines, rows, options)
        for k in (5, 10):
            yield Figure(f"same wish in the top {k}, all, {name}", _recall(theirs, every, k), "")
    taken = seconds(lambda: [ask(line) for line in lines[:50]], 1) / 50
    yield at_most("hints for one point among 211", taken * 1000, 50, "ms")


def _above_the_floor(wishes: Wishes, lines: list[Line], every: Pairs) -> Iterator[Figure]:
    """What a list shows: no low scores, and nothing of which one demands what the other refuses."""
    text_of = {line.number: _text(line) for line in lines}
    ranks: Ranks = {}
    for line in lines:
        text = text_of[line.number]
        found = wishes.nearest(text, line.point.theme_id, most=10, but={line.number})
        ranks[line.number] = [
            match.id for match in found if match.score >= LOWEST and not contrary(text, text_of[match.id])
        ]
    for k in (5, 10):
        yield Figure(f"the same of what scores {LOWEST} at least, in the top {k}", _recall(ranks, every, k), "")
    listed = {(min(a, b), max(a, b)) for a, found in ranks.items() for b in found[:5]}
    yield Figure("pairs listed from the top 5 of all points", len(listed), "pairs")
    yield Figure("of these the same wish by hand", len(listed & every) / len(listed), "")


def _by_tfidf(lines: list[Line], rows: list[str], options: dict) -> Ranks:
    texts = [fold(f"{line.point.summary}\n{_text(line).excerpt}") for line in lines]
    weights = TfidfVectorizer(**options).fit_transform(texts)
    alike = (weights @ weights.T).toarray()
    ranks = {}
    for n, line in enumerate(lines):
        order = sorted(range(len(lines)), key=lambda other, n=n: -alike[n][other])
        ranks[line.number] = [
            lines[o].number for o in order if alike[n][o] and rows[lines[o].number - 1] != rows[line.number - 1]
        ]
    return ranks


def _recall(ranks: Ranks, pairs: Iterable[tuple[int, int]], k: int) -> float:
    found = [other in ranks[one][:k] for a, b in pairs for one, other in ((a, b), (b, a))]
    return sum(found) / len(found)


def _text(line: Line) -> Text:
    return Text(line.point.summary, _PAGE.sub("", line.point.excerpt), line.party.id)
