"""How alike two texts are: 0 to 100."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

from rapidfuzz.distance import Indel, LCSseq

from hearing.echoes.pairs import LISTED, SAME_TEXT
from hearing.echoes.spread import Spread
from hearing.echoes.words import features

_CONTAINED, _OF_ONE_LENGTH, _FAMILY = 0.42, 0.24, 0.55
_FOLLOWS, _BEYOND_FORMULAS, _FOLLOWS_SURELY = 0.66, 0.20, 0.80
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
    same_text: bool = False

    @property
    def family(self) -> bool:
        """Whether one is so surely made from the other that the two count as one text."""
        return self.same_text and self.contained >= _FAMILY


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
    if contained >= _enough(one.numbers[where[0]], other.numbers[where[1]]):
        follows = _follows(one.numbers[where[0]], other.numbers[where[1]])
        if follows >= _FOLLOWS and (beyond >= _BEYOND_FORMULAS or follows >= _FOLLOWS_SURELY):
            all_alike = weight / sqrt(one.weight * other.weight)
            return Likeness(
                _same_text(one, other, where, contained, (alike + all_alike) / 2), contained, beyond, True
            )
    if best < _RESEMBLES:
        return Likeness(0, contained, beyond)
    reach = (min(best, _MUCH_ALIKE) - _RESEMBLES) / (_MUCH_ALIKE - _RESEMBLES)
    return Likeness(LISTED + round((SAME_TEXT - 1 - LISTED) * reach), contained, beyond)


def _same_text(one: Weighed, other: Weighed, where: tuple[int, int], contained: float, alike: float) -> int:
    """60 for what is just the same text, 100 for word for word."""
    order = Indel.normalized_similarity(
        one.numbers[where[0]][:_ORDER_UP_TO], other.numbers[where[1]][:_ORDER_UP_TO]
    )
    nearness = 0.1 * contained + 0.6 * alike + 0.3 * order
    score = SAME_TEXT + round((100 - SAME_TEXT) * max(0.0, (nearness - 0.3) / 0.7))
    return min(score, 99) if one.numbers != other.numbers else 100


def _enough(one: Sequence[int], other: Sequence[int]) -> float:
    """How much must be contained: less of texts of one length, where many words were put for others."""
    shorter, longer = sorted((len(one), len(other)))
    return _CONTAINED - (_CONTAINED - _OF_ONE_LENGTH) * max(0.0, 2 * shorter / (longer or 1) - 1)


def _follows(one: Sequence[int], other: Sequence[int]) -> float:
    """How many words of the shorter text are in the longer one, in the same order or beside the same word."""
    one, other = sorted((one[:_ORDER_UP_TO], other[:_ORDER_UP_TO]), key=len)
    beside = set(pairwise(other))
    at = {n + k for n, pair in enumerate(pairwise(one)) if pair in beside for k in (0, 1)}
    return max(len(at), LCSseq.similarity(one, other)) / (len(one) or 1)
