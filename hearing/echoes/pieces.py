"""The pieces of three to five letters that words share, and what each weighs by how many points have it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import log, sqrt
from sys import intern

from hearing.echoes import concepts

_SHORTEST, _LONGEST = 3, 5


@lru_cache(maxsize=100_000)
def of(word: str) -> tuple[str, ...]:
    """The pieces of a word, its beginning and end being letters too.

    >>> of("vej")
    (' ve', 'vej', 'ej ', ' vej', 'vej ', ' vej ')
    """
    framed = f" {word} "
    sizes = range(_SHORTEST, _LONGEST + 1)
    # Interned, since a hearing's words have few pieces that no other word has.
    return tuple(intern(framed[n : n + size]) for size in sizes for n in range(len(framed) - size + 1))


def counted(words: Mapping[str, int]) -> dict[str, int]:
    """How often each piece stands in words that are said so many times."""
    found: dict[str, int] = {}
    for word, times in words.items():
        for piece in of(word):
            found[piece] = found.get(piece, 0) + times
    return found


def unit(weights: Mapping[str, float]) -> dict[str, float]:
    """The weights, of length one together."""
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {piece: weight / length for piece, weight in weights.items()}


class PieceSpread:
    """How many points have each piece, and what it weighs for it. ``state`` changes when the weights do."""

    def __init__(self) -> None:
        self.state = 0
        self._points: Counter[str] = Counter()
        self._rarities: list[float] = [0.0]
        self._settled_for = 0

    def add(self, words: Iterable[str]) -> None:
        """Count the pieces of a point, and what it is about."""
        self._points.update({piece for word in words for piece in (*of(word), *concepts.of(word))})

    def take(self, words: Iterable[str]) -> None:
        """Forget those of a point."""
        self._points.subtract({piece for word in words for piece in (*of(word), *concepts.of(word))})

    def settle(self, points: int) -> None:
        """Weigh the pieces for so many points, if there are more or fewer by a fiftieth."""
        if abs(points - self._settled_for) * 50 > self._settled_for:
            self._settled_for = points
            self._rarities = [0.0, 0.0, *(log((points + 1) / spread) for spread in range(2, points * 2 + 2))]
            self.state += 1

    def rarity(self, piece: str) -> float:
        """What a piece weighs; one that no two points have weighs nothing, since it can be shared by none."""
        return self._rarities[self._points.get(piece, 0)]

    @property
    def lone(self) -> float:
        """What a piece weighs that one point shares with a text that is not counted."""
        return log(max(2, self._settled_for + 1) / 2)

    def scaled(self, times: Mapping[str, int], *, new: bool = False) -> dict[str, float]:
        """The pieces of a text with their weights, of length one together; a ``new`` text is not counted."""
        lone = self.lone if new else 0.0
        there = {piece: self.rarity(piece) or (lone if self._points.get(piece) else 0.0) for piece in times}
        return unit({piece: n * there[piece] for piece, n in times.items() if there[piece]})

    def length(self, times: Mapping[str, int]) -> float:
        """The length of all pieces of a text."""
        rarities, points = self._rarities, self._points
        weights = [n * rarities[points[piece]] for piece, n in times.items()]
        return sqrt(sum([weight * weight for weight in weights]))

    def known(self, times: Mapping[str, int], scaled: Mapping[str, float]) -> float:
        """How much of a text, from 0 to 1, is made of pieces that weigh something; the rest is like nothing."""
        rarest = log(self._settled_for + 1)
        new = sum((n * rarest) ** 2 for piece, n in times.items() if piece not in scaled)
        shared = sum((n * (self.rarity(piece) or self.lone)) ** 2 for piece, n in times.items() if piece in scaled)
        return sqrt(shared / (shared + new)) if shared else 0.0
