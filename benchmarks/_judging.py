"""How well an engine found what was planted in a corpus."""

import re
from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import dataclass

from benchmarks._corpus import Corpus, phrases

Pair = tuple[int, int]
_QUOTATION = re.compile("»[^«]*«")
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")
_FORMULA = re.compile(
    "|".join(re.escape(line).replace("X", ".+") for line in (*phrases.OPENINGS, *phrases.CLOSINGS))
)


@dataclass(frozen=True)
class Verdict:
    """What was found of each kind, as (found, planted), and what was listed wrongly.

    Every echo counts once, by its link to its source, a campaign's members too: the many pairs of two members are
    counted apart, so that they hide neither what was missed nor what is wrong. Opposites count neither way, nor
    do two texts that came to say much of the same: where sentences come out of a small stock, some do.
    """

    kinds: dict[str, tuple[int, int]]
    wrong: list[Pair]
    campaigns: tuple[int, int]
    alike: dict[str, tuple[int, int]]
    missed: list[Pair]

    @property
    def recall(self) -> float:
        """The share of the planted echoes that was found."""
        return self._found() / max(1, sum(planted for _, planted in self.kinds.values()))

    @property
    def precision(self) -> float:
        """The share of right ones in what was listed."""
        return self._found() / max(1, self._found() + len(self.wrong))

    @property
    def f1(self) -> float:
        """Both in one."""
        both = self.recall + self.precision
        return 2 * self.recall * self.precision / both if both else 0

    @property
    def weakest(self) -> tuple[float, str]:
        """The recall of the kind that was found least."""
        return min((found / planted, kind) for kind, (found, planted) in self.kinds.items())

    def _found(self) -> int:
        return sum(found for found, _ in self.kinds.values())


def judge(corpus: Corpus, listed: Iterable[Pair], rows: Container[int] | None = None) -> Verdict:
    """What these pairs are worth, each as (lower place, higher place). Pairs of one party are passed over.

    ``rows`` are the places that were compared with all others, if not all were: only their pairs count.
    """

    def counts(pair: Pair) -> bool:
        return rows is None or pair[0] in rows or pair[1] in rows

    found = {(a, b) for a, b in listed if corpus.texts[a].party != corpus.texts[b].party and counts((a, b))}
    campaign = {place: n for n, members in enumerate(corpus.campaigns) for place in members}
    inside = {(a, b) for a, b in found if a in campaign and campaign[a] == campaign.get(b)}
    echoes = {pair: kind for pair, kind in corpus.echoes.items() if counts(pair)}
    right = inside | echoes.keys() | corpus.unscored.keys()
    return Verdict(
        _shares(echoes, found),
        sorted(p for p in found - right if p in corpus.negatives or not _by_chance(corpus, p)),
        (len(inside), sum(_pairs(corpus, members, rows) for members in corpus.campaigns)),
        _shares(
            {pair: kind for pair, kind in (corpus.negatives | corpus.unscored).items() if counts(pair)}, found
        ),
        sorted(echoes.keys() - found),
    )


def _by_chance(corpus: Corpus, pair: Pair) -> bool:
    """Whether much of what one of them says of its own, no courtesy and no quotation, stands in the other."""
    one, other = (_passages(corpus.texts[place].text) for place in pair)
    return 0 < 0.4 * min(len(one), len(other)) <= len(one & other)


def _passages(text: str) -> set[tuple[str, ...]]:
    """Any four words in a row of a sentence."""
    own = (s.split() for s in _SENTENCE_END.split(_QUOTATION.sub("", text)) if not _FORMULA.fullmatch(s))
    return {tuple(words[n : n + 4]) for words in own for n in range(len(words) - 3)}


def _shares(labels: dict[Pair, str], found: set[Pair]) -> dict[str, tuple[int, int]]:
    planted = Counter(labels.values())
    hit = Counter(kind for pair, kind in labels.items() if pair in found)
    return {kind: (hit[kind], planted[kind]) for kind in sorted(planted)}


def _pairs(corpus: Corpus, members: frozenset[int], rows: Container[int] | None) -> int:
    """How many pairs a campaign has whose two members are of two parties."""

    def among(some: list[int]) -> int:
        parties = Counter(corpus.texts[place].party for place in some)
        return (len(some) ** 2 - sum(n**2 for n in parties.values())) // 2

    outside = [place for place in members if rows is not None and place not in rows]
    return among(list(members)) - among(outside)


def best(
    corpus: Corpus, scored: list[tuple[int, int, float]], rows: Container[int] | None = None
) -> tuple[float, Verdict]:
    """The threshold at which these scored pairs have their highest F1 on this very corpus, and their verdict."""
    kept = {(a, b): score for a, b, score in scored if corpus.texts[a].party != corpus.texts[b].party}
    levels = sorted({round(score, 2) for score in kept.values()}, reverse=True)
    top = 1.0, judge(corpus, (), rows)
    for level in levels:
        verdict = judge(corpus, (pair for pair, score in kept.items() if score >= level), rows)
        if verdict.f1 > top[1].f1:
            top = level, verdict
        # What is listed wrongly only grows from here: even if all were found, no lower threshold could win.
        planted = sum(planted for _, planted in verdict.kinds.values())
        if 2 * planted <= top[1].f1 * (2 * planted + len(verdict.wrong)):
            break
    return top


def pooled(verdicts: list[Verdict]) -> Verdict:
    """The verdicts on several corpora as one."""

    def added(name: str) -> dict[str, tuple[int, int]]:
        kinds = {kind for verdict in verdicts for kind in getattr(verdict, name)}
        return {kind: _added(getattr(v, name).get(kind, (0, 0)) for v in verdicts) for kind in sorted(kinds)}

    return Verdict(
        added("kinds"),
        [pair for verdict in verdicts for pair in verdict.wrong],
        _added(verdict.campaigns for verdict in verdicts),
        added("alike"),
        [pair for verdict in verdicts for pair in verdict.missed],
    )


def _added(counts: Iterable[tuple[int, int]]) -> tuple[int, int]:
    found, planted = zip(*counts, strict=True)
    return sum(found), sum(planted)
