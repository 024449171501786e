"""How well echoes are found and how fast, on invented corpora, beside what one would take instead.

``--full`` compares all texts with all where a part is taken otherwise; that takes half an hour.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import benchmarks
from benchmarks import Figure, _corpus, _echo_peers, _echo_runs, at_least, at_most
from benchmarks._corpus import PROFILES, Corpus
from benchmarks._judging import Verdict, judge, pooled
from hearing.wording import thousands

# No engine was tuned on these.
SEED = 9_071
SMALL, MIDDLE, LARGE = 1_000, 10_000, 100_000
TINY, TINY_TIMES = (40, 200), 20
RECALL, WEAKEST, PRECISION, PRECISION_KNOWING = 0.995, 0.95, 0.985, 0.998


def run() -> Iterator[Figure]:
    """Quality first, then what it costs; the seconds are CPU seconds, those of one more point are by the clock."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        yield from _tiny()
        small, took = _corpus.make(SMALL, SEED), {}
        took[SMALL] = _echo_runs.command(small, folder)
        yield from _brute_force(small, judge(small, took[SMALL].pairs))
        middle = _corpus.make(MIDDLE, SEED)
        took[MIDDLE] = _echo_runs.command(middle, folder)
        yield from _ours(middle, judge(middle, took[MIDDLE].pairs))
        yield from _middle(middle, took[MIDDLE])
        yield from _others(folder)
        large = _corpus.make(LARGE, SEED)
        took[LARGE] = _echo_runs.command(large, folder)
        yield from _ours(large, judge(large, took[LARGE].pairs))
        yield from _large(large, took[LARGE])
        yield from _growth(took)
        yield from _one_more(large, folder)


def _ours(corpus: Corpus, verdict: Verdict) -> Iterator[Figure]:
    at = f"at {thousands(len(corpus.texts))}"
    weakest, kind = verdict.weakest
    yield at_least(f"{at}: recall", verdict.recall, RECALL, "")
    yield at_least(f"{at}: recall of the weakest kind, {kind}", weakest, WEAKEST, "")
    yield at_least(f"{at}: precision ({len(verdict.wrong)} wrong)", verdict.precision, PRECISION, "")
    yield _share(f"{at}: any two of a campaign", verdict.campaigns)
    for kind, found in verdict.kinds.items():
        yield _share(f"{at}: recall, {kind}", found)
    for kind, found in verdict.alike.items():
        yield _share(f"{at}: listed although only alike, {kind}", found)


def _share(name: str, found: tuple[int, int]) -> Figure:
    return Figure(f"{name} ({thousands(found[0])} of {thousands(found[1])})", found[0] / max(1, found[1]), "")


def _brief(name: str, verdict: Verdict) -> Iterator[Figure]:
    weakest, kind = verdict.weakest
    yield Figure(f"{name}: recall (weakest {kind}, {weakest:.3f})", verdict.recall, "")
    yield Figure(f"{name}: precision ({len(verdict.wrong)} wrong)", verdict.precision, "")


def _tiny() -> Iterator[Figure]:
    """Where there is hardly a text to learn from what is common."""
    for name, profile in PROFILES.items():
        for count in TINY:
            corpora = [_corpus.make(count, SEED + n, profile) for n in range(TINY_TIMES)]
            verdicts = [judge(corpus, _echo_runs.alone(corpus)) for corpus in corpora]
            yield from _brief(f"{TINY_TIMES} corpora of {count}, {name}", pooled(verdicts))


def _others(folder: Path) -> Iterator[Figure]:
    """Letters that others write: whether the index is made for one manner alone."""
    for name, profile in PROFILES.items():
        if name == "letters":
            continue
        corpus = _corpus.make(SMALL, SEED, profile)
        verdict, peer = judge(corpus, _echo_runs.alone(corpus)), _echo_peers.tfidf(corpus)
        at = f"at {thousands(SMALL)}, {name}"
        yield from _brief(at, verdict)
        yield at_least(f"{at}: F1, {_peer('TF-IDF', peer)}", verdict.f1, peer.verdict.f1, "")
        # So many letters of a stock of 600 sentences say the same by chance that no label would be right.
        if name != "pool":
            corpus = _corpus.make(MIDDLE, SEED, profile)
            found = _echo_runs.command(corpus, folder).pairs
            yield from _brief(f"at {thousands(MIDDLE)}, {name}", judge(corpus, found))


def _brute_force(corpus: Corpus, verdict: Verdict) -> Iterator[Figure]:
    peer, at = _echo_peers.brute_force(corpus), f"at {thousands(len(corpus.texts))}"
    yield from _brief(at, verdict)
    yield at_least(f"{at}: F1, {_peer('rapidfuzz token_set_ratio', peer)}", verdict.f1, peer.verdict.f1, "")


def _peer(name: str, peer: _echo_peers.Peer) -> str:
    verdict = peer.verdict
    return f"{name} from {peer.level:.2f} (R {verdict.recall:.3f} P {verdict.precision:.3f})"


def _middle(corpus: Corpus, ours: _echo_runs.Run) -> Iterator[Figure]:
    at, verdict = f"at {thousands(len(corpus.texts))}", judge(corpus, ours.pairs)
    knowing = judge(corpus, _echo_runs.knowing(corpus))
    yield at_least(f"{at}, the plan known: recall", knowing.recall, RECALL, "")
    yield at_least(f"{at}, the plan known: precision", knowing.precision, PRECISION_KNOWING, "")
    for name, peer in (("TF-IDF", _echo_peers.tfidf(corpus)), ("MinHash LSH", _echo_peers.minhash(corpus))):
        yield at_least(f"{at}: F1, {_peer(name, peer)}", verdict.f1, peer.verdict.f1, "")
        yield Figure(f"{at}: {name} takes as long as ours", peer.seconds / ours.seconds, "x")
    brute = _echo_peers.brute_force_seconds(corpus, len(corpus.texts) if benchmarks.full() else 30)
    yield Figure(f"{at}: rapidfuzz cdist, token_set_ratio, by 30 rows of it", brute, "s")
    yield at_least(f"{at}: cdist takes as long as ours", brute / ours.seconds, 100)


def _large(corpus: Corpus, ours: _echo_runs.Run) -> Iterator[Figure]:
    at = f"at {thousands(len(corpus.texts))}"
    peer = _echo_peers.tfidf(corpus, 0 if benchmarks.full() else 2000)
    part = "" if benchmarks.full() else ", by 2.000 rows of it"
    verdict = judge(corpus, ours.pairs, peer.rows)
    yield at_least(f"{at}: F1{part}, {_peer('TF-IDF', peer)}", verdict.f1, peer.verdict.f1, "")
    yield Figure(f"{at}: TF-IDF{part}", peer.seconds, "s")
    yield at_least(f"{at}: TF-IDF takes as long as ours{part}", peer.seconds / ours.seconds, 4)


def _growth(took: dict[int, _echo_runs.Run]) -> Iterator[Figure]:
    for count, ours in took.items():
        yield Figure(f"at {thousands(count)}: echoes --texts", ours.seconds, "s")
    yield at_most("growth from 10.000 to 100.000", took[LARGE].seconds / took[MIDDLE].seconds, 12)
    yield at_most(f"at {thousands(LARGE)}: memory of the whole process", took[LARGE].memory, 300, "MB")


def _one_more(corpus: Corpus, folder: Path) -> Iterator[Figure]:
    """The last texts of the corpus are the ones more."""
    at = f"one more at {thousands(LARGE)}"
    more = _echo_runs.one_more(corpus, LARGE - 400, folder)
    for name, (median, late) in more.items():
        limits = (2, 20) if name == "all" else (None, None)
        for words, value, limit in (("median", median, limits[0]), ("95th percentile", late, limits[1])):
            label = f"{at}: {_STEPS[name]}, {words}"
            yield at_most(label, value, limit, "ms") if limit else Figure(label, value, "ms")
    peer = 1000 * _echo_peers.extract_seconds(corpus)
    yield Figure(f"{at}: rapidfuzz extract, token_set_ratio", peer, "ms")
    yield at_least(f"{at}: extract takes as long as looking up", peer / more["looked_up"][0], 1000)


_STEPS = {"looked_up": "looked up and put in", "saved": "saved", "all": "looked up, saved and put in"}
