"""``python -m benchmarks._failures PROFILE COUNT SEED [SHOWN]``: what the index gets wrong in a corpus.

For whoever works on the index. The seed of the benchmark itself is kept for the benchmark.
"""

import sys

from benchmarks import _corpus
from benchmarks._corpus import Corpus
from benchmarks._judging import judge
from hearing.echoes.index import Index
from hearing.echoes.texts import Text


def main(profile: str, count: int, seed: int, shown: int = 3) -> None:
    """Print the figures, and of every kind of mistake the first few."""
    corpus = _corpus.make(count, seed, _corpus.PROFILES[profile])
    index = Index()
    index.put_many((n, Text(excerpt=made.text, party=made.party)) for n, made in enumerate(corpus.texts))
    scores = {(pair.a, pair.b): pair.score for pair in index.pairs()}
    verdict = judge(corpus, (pair for pair, score in scores.items() if score >= 60))
    print(f"recall {verdict.recall:.4f} precision {verdict.precision:.4f}, wrong {len(verdict.wrong)}")
    print("any two of a campaign:", *verdict.campaigns)
    for name, found in (verdict.kinds | verdict.alike).items():
        print(f"{name:<20} {found[0]:>6} of {found[1]}")
    kinds: dict[str, list[tuple[int, int]]] = {}
    for pair in verdict.missed:
        kinds.setdefault(f"missed, {corpus.echoes[pair]}", []).append(pair)
    for pair in verdict.wrong:
        kinds.setdefault(f"wrong, {corpus.negatives.get(pair, 'unrelated')}", []).append(pair)
    for kind, pairs in kinds.items():
        print(f"\n{kind}: {len(pairs)}")
        for pair in pairs[:shown]:
            _show(corpus, pair, scores.get(pair, 0))


def _show(corpus: Corpus, pair: tuple[int, int], score: int) -> None:
    print(f"  {pair} score {score}")
    for place in pair:
        print(f"    {corpus.texts[place].party}: {corpus.texts[place].text[:900]}")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
