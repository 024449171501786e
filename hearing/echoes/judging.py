"""How alike two texts are: 0 to 100."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from rapidfuzz.distance import Indel

from hearing.echoes.pairs import LISTED, SAME_TEXT
from hearing.echoes.spread import Spread
from hearing.echoes.words import features

_CONTAINED, _BEYOND_FORMULAS, _FAMILY = 0.42, 0.30, 0.55
_RESEMBLES, _MUCH_ALIKE = 0.215, 0.45
_EVIDENCE = 11.5
_ORDER_UP_TO = 4000


@dataclass(slots=True)
class Weighed:
    """A text taken apart: the words in order, the features and their weight, of summary, excerpt and both."""

    numbers: tuple[Sequence[int], Sequence[int]]
    parts: tuple[set[int], ...]
    weights: tuple[float, ...]
    whole: set[int]
    weight: float


def weigh(summary: Sequence[int], excerpt: Sequence[int], spread: Spread) -> Weighed:
    """Takes a text apart."""
    parts = tuple(features(numbers) for numbers in (summary, excerpt))
    whole = parts[0] | parts[1] if parts[0] and parts[1] else parts[0] or parts[1]
    weights = tuple(spread.weight(part) for part in parts)
    weight = spread.weight(whole) if parts[0] and parts[1] else weights[0] or weights[1]
    return Weighed((summary, excerpt), parts, weights, whole, weight)


@dataclass(slots=True)
class Likeness:
    """``contained``: how much of the lighter part is in the other; ``beyond`` the same without formulas."""

    score: int
    contained: float = 0.0
    beyond: float = 0.0

    @property
    def family(self) -> bool:
        """Whether one is so surely made from the other that the two count as one text."""
        return self.contained >= _FAMILY and self.beyond >= _BEYOND_FORMULAS


def judge(one: Weighed, other: Weighed, spread: Spread, formulas: Iterable[int] = ()) -> Likeness:
    """How alike two texts are. ``formulas`` are features of what many unlike texts share: they do not count."""
    full = _EVIDENCE * spread.rarest
    best = contained = beyond = alike = 0.0
    where = (1, 1)
    for i, mine in enumerate(one.parts):
        for j, theirs in enumerate(other.parts):
            shared = mine & theirs
            if not shared:
                continue
            weight = spread.weight(shared)
            lighter, both = min(one.weights[i], other.weights[j]), one.weights[i] * other.weights[j]
            if not lighter:
                continue
            idle = spread.weight(shared & formulas) if formulas else 0.0
            sure = min(1.0, sqrt(weight / full))
            inside = sure * weight / lighter
            if inside > contained:
                contained, where = inside, (i, j)
                beyond = (weight - idle) / (lighter - idle) if lighter > idle else 0.0
                alike = weight / sqrt(both)
            without = weight - idle
            if without > 0:
                best = max(
                    best,
                    0.95 * without / sqrt((one.weights[i] - idle) * (other.weights[j] - idle)),
                    0.55 * without / (lighter - idle) * min(1.0, sqrt(without / full)) if lighter > idle else 0.0,
                )
    if not contained:
        return Likeness(0)
    shared = one.whole & other.whole
    weight, idle = spread.weight(shared), spread.weight(shared & formulas) if formulas else 0.0
    if one.weight > idle and other.weight > idle:
        best = max(best, (weight - idle) / sqrt((one.weight - idle) * (other.weight - idle)))
    if contained >= _CONTAINED and beyond >= _BEYOND_FORMULAS:
        order = _in_order(one.numbers[where[0]], other.numbers[where[1]])
        all_alike = weight / sqrt(one.weight * other.weight)
        nearness = 0.1 * contained + 0.3 * alike + 0.3 * all_alike + 0.3 * order
        score = SAME_TEXT + round((100 - SAME_TEXT) * max(0.0, (nearness - 0.3) / 0.7))
        if score >= 100 and one.numbers != other.numbers:
            score = 99
        return Likeness(score, contained, beyond)
    if best < _RESEMBLES:
        return Likeness(0, contained, beyond)
    reach = (min(best, _MUCH_ALIKE) - _RESEMBLES) / (_MUCH_ALIKE - _RESEMBLES)
    return Likeness(LISTED + round((SAME_TEXT - 1 - LISTED) * reach), contained, beyond)


def _in_order(one: Sequence[int], other: Sequence[int]) -> float:
    """How much of the two is the same word by word."""
    return Indel.normalized_similarity(one[:_ORDER_UP_TO], other[:_ORDER_UP_TO])
