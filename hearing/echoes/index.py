"""Which texts are like which: an index that is filled, asked, and kept up to date one text at a time."""

import re
from collections import Counter
from collections.abc import Container, Iterable
from math import log

from hearing.echoes.pairs import LISTED, Match, Pair
from hearing.echoes.texts import Text
from hearing.wording import fold

_WORD = re.compile(r"\w+")


class Index:
    """The texts of one hearing, by id.

    ``names`` are the parties' own names and short names, which tell nothing about what is said. ``known`` are
    texts that everybody may quote: the plan itself.
    """

    def __init__(self, names: Iterable[str] = (), known: Iterable[str] = ()):
        masked = "|".join(re.escape(fold(name)) for name in sorted(names, key=len, reverse=True) if name.strip())
        self._masked = re.compile(rf"(?<!\w)(?:{masked})(?:['’]?s)?(?!\w)") if masked else None
        self._known = {feature for text in known for feature in self._features(text)}
        self._texts: dict[int, tuple[Text, frozenset[str]]] = {}
        self._spread: Counter[str] = Counter()

    def __len__(self) -> int:
        return len(self._texts)

    def __contains__(self, id: int) -> bool:
        return id in self._texts

    def put(self, id: int, text: Text) -> None:
        """Add a text, or take the place of the one with this id."""
        self.remove(id)
        features = self._features(f"{text.summary}\n{text.excerpt}") - self._known
        self._texts[id] = text, features
        self._spread.update(features)

    def put_many(self, texts: Iterable[tuple[int, Text]]) -> None:
        """Add many texts."""
        for id, text in texts:
            self.put(id, text)

    def remove(self, id: int) -> None:
        """Take a text out, if it is there."""
        if id in self._texts:
            self._spread.subtract(self._texts.pop(id)[1])

    def matches(self, text: Text, but: Container[int] = ()) -> list[Match]:
        """The texts that are like this one, best first; those with the ids ``but`` are left out."""
        features = self._features(f"{text.summary}\n{text.excerpt}") - self._known
        found = [
            Match(id, score, text.party is not None and text.party == other.party)
            for id, (other, theirs) in self._texts.items()
            if id not in but and (score := self._score(features, theirs)) >= LISTED
        ]
        return sorted(found, key=lambda match: (-match.score, match.id))

    def pairs(self) -> list[Pair]:
        """Every two texts that are like each other, best first."""
        order = {id: n for n, id in enumerate(self._texts)}
        found = [
            Pair(id, match.id, match.score, match.same_party)
            for id, (text, _) in self._texts.items()
            for match in self.matches(text, but={id})
            if order[id] < order[match.id]
        ]
        return sorted(found, key=lambda pair: -pair.score)

    def _features(self, text: str) -> frozenset[str]:
        folded = fold(text)
        words = _WORD.findall(self._masked.sub(" ", folded) if self._masked else folded)
        return frozenset([*words, *map(" ".join, zip(words, words[1:], strict=False))])

    def _score(self, one: frozenset[str], other: frozenset[str]) -> int:
        shared = self._weight(one & other)
        return round(100 * shared / (min(self._weight(one), self._weight(other)) or 1)) if shared else 0

    def _weight(self, features: Iterable[str]) -> float:
        return sum(log((len(self._texts) + 2) / (self._spread[feature] + 1)) ** 2 for feature in features)
