"""How many texts hold a word, counted in little memory, and what a word weighs for it."""

from array import array
from collections.abc import Iterable
from math import log

_SIZE = 1 << 22
_MOST = (1 << 16) - 1
_OTHERS = 30
_SHARE = 8


class Spread:
    """Counts by feature, hashed into one table. A text that is made from another counts what it adds.

    It begins as if ``_OTHERS`` texts had been read of which ``_SHARE`` held each of the words ``usual``: with five
    texts read, the words of every hearing do not pass for rare ones.
    """

    def __init__(self, usual: Iterable[int] = ()):
        self._table = array("H", bytes(2 * _SIZE))
        self.texts = _OTHERS
        for feature in usual:
            self._table[feature & _SIZE - 1] += _SHARE
        self._weights: list[float] = []
        self._weighed_for = 0

    def add(self, features: Iterable[int], new: bool = True) -> None:
        """Counts the features of a text, and a text if it is a new one."""
        table = self._table
        self.texts += new
        for feature in features:
            at = feature & _SIZE - 1
            if table[at] < _MOST:
                table[at] += 1

    def take(self, features: Iterable[int], new: bool = True) -> None:
        """Forgets what was counted."""
        table = self._table
        self.texts -= new
        for feature in features:
            at = feature & _SIZE - 1
            if 0 < table[at] < _MOST:
                table[at] -= 1

    def rare(self, features: Iterable[int], up_to: int) -> dict[int, float]:
        """Those of the features that at most so many texts hold, with their weights."""
        table, weights = self._table, self._by_count()
        return {f: weights[count] for f in features if (count := table[f & _SIZE - 1]) <= up_to}

    def quantile(self, features: Iterable[int], share: float) -> int:
        """How many texts hold the rarest of the features, up to such a share of them; two at least."""
        counts = sorted(self._table[feature & _SIZE - 1] for feature in features)
        return max(2, counts[int(len(counts) * share)]) if counts else 2

    @property
    def rarest(self) -> float:
        """The weight of a feature that two texts share and no other holds."""
        return self._by_count()[2]

    def weight(self, features: Iterable[int]) -> float:
        """The weight of features together: the square of the logarithm of how rare each is."""
        table, weights = self._table, self._by_count()
        return sum([weights[table[feature & _SIZE - 1]] for feature in features])

    def weights(self, features: Iterable[int]) -> dict[int, float]:
        """The weight of each feature."""
        table, weights = self._table, self._by_count()
        return {feature: weights[table[feature & _SIZE - 1]] for feature in features}

    def _by_count(self) -> list[float]:
        if not self._weights or abs(self.texts - self._weighed_for) * 50 > self._weighed_for:
            n = self._weighed_for = self.texts
            self._weights = [log((n + 2) / (count + 1)) ** 2 for count in range(min(n + 2, _MOST + 1))]
            self._weights += [0.0] * (_MOST + 1 - len(self._weights))
        return self._weights
