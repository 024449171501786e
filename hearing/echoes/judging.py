"""How alike two texts are: 100 word for word, 60 and more the same text, 30 to 59 alike, else nought.

``contained`` is the share of the lighter text's weight that is in the other, less sure where little is shared at
all (below ``_EVIDENCE`` rare words and pairs of words). The limits were chosen on invented corpora of four manners
and held against others, and against the pairs that a person judged on the real table.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import sqrt

from hearing.echoes.following import Following, follow
from hearing.echoes.pairs import LISTED, SAME_TEXT
from hearing.echoes.spread import Spread
from hearing.echoes.words import GAP

_CONTAINED, _OF_ONE_LENGTH, _FAMILY = 0.42, 0.29, 0.55
_BEYOND_FORMULAS, _FOLLOWS_SURELY = 0.20, 0.80
# Both may say something of their own beside what they share, a third of a letter. Where they share no more than a
# sentence or two, that is rather what both quote: then one of them has to be within the other. Chosen where short
# points with a courtesy in front were found, and few that have one quotation.
_FOLLOWS, _A_LETTER = 0.66, 50
_FOLLOWS_WITHIN, _A_QUOTATION = 0.8, 25
# Two that begin and end alike and differ in between have the same courtesies there, unless little is in between:
# less than a sentence, one word of six.
_FOLLOWS_AROUND = 0.84
# Where three fifths of both say the same in one order, each may have left a sentence out and put its own in.
_MOST_OF_BOTH = 0.6
_SURELY_WITHIN, _MOSTLY = 0.95, 0.8
# What five unlike texts say in the same words is a formula, and what three say may be a quotation.
_FORMULA, _QUOTATION = 5, 3
# Sentences that many fill in with words of their own agree in their frames only: of what at most so large a share
# of all texts say, and of the rarest quarter of what the lighter one says, these two then have hardly anything in
# common. Of a copy with every third word replaced half of the pairs of words are left, wherever they stand.
_FEW, _FEW_AT_LEAST, _RAREST = 0.006, 6, 0.25
_HARDLY_DIFFER, _RARE_IN_COMMON = 0.8, 0.2
_RESEMBLES, _MUCH_ALIKE = 0.215, 0.45
_EVIDENCE = 11.5
_ORDER_UP_TO = 4000
_BUT_FOR_FIGURES = 99


Numbers = tuple[Sequence[int], Sequence[int]]
"""Numbers of a summary and of an excerpt."""


@dataclass(slots=True)
class Weighed:
    """A text taken apart: the words in order, the features and their weight, of summary, excerpt and both.

    ``each`` is what every feature weighs; it is asked of a text that is compared with others. ``figures`` stands
    for the numbers told in it, signs and all, of which the words have only a part.
    """

    numbers: Numbers
    parts: tuple[set[int], set[int]]
    weights: tuple[float, float]
    whole: set[int]
    weight: float
    figures: int = 0
    each: dict[int, float] = field(default_factory=dict)


def weigh(numbers: Numbers, found: Numbers, spread: Spread, figures: int = 0) -> Weighed:
    """Takes a text apart: the words of summary and excerpt, and the features of each."""
    parts = set(found[0]), set(found[1])
    weights = spread.weight(found[0]), spread.weight(found[1])
    if parts[0] and parts[1]:
        both = spread.weight(parts[0] & parts[1])
        return Weighed(numbers, parts, weights, parts[0] | parts[1], sum(weights) - both, figures)
    return Weighed(numbers, parts, weights, parts[0] or parts[1], sum(weights), figures)


@dataclass(slots=True)
class Likeness:
    """How alike two texts are; ``contained`` is how much of the lighter part is in the other.

    Of a ``family`` are two of which one is so surely made from the other that they count as one text.
    """

    score: int
    contained: float = 0.0
    family: bool = False


UNLIKE = Likeness(0)


@dataclass(slots=True)
class _Share:
    """What a part of one text and a part of another share, by weight; ``idle`` is what counts for nothing."""

    parts: tuple[int, int]
    features: set[int]
    weight: float
    weights: tuple[float, float]
    idle: float = 0.0

    @property
    def contained(self) -> float:
        return self.weight / min(self.weights)

    @property
    def beyond(self) -> float:
        lighter = min(self.weights) - self.idle
        return (self.weight - self.idle) / lighter if lighter > 0 else 0.0

    @property
    def alike(self) -> float:
        both = (self.weights[0] - self.idle) * (self.weights[1] - self.idle)
        return (self.weight - self.idle) / sqrt(both) if both > 0 else 0.0


Formulas = Callable[[int], set[int]]
"""The features of what so many unlike texts say in the same words."""


def _none(by: int) -> set[int]:
    return set()


def judge(one: Weighed, other: Weighed, spread: Spread, formulas: Formulas = _none) -> Likeness:
    """How alike two texts are. ``formulas`` gives the features of what many unlike texts share, if it is asked."""
    if one.whole and one.numbers == other.numbers:
        # However little it is and however many say it: it is to be answered alike.
        return Likeness(100 if one.figures == other.figures else _BUT_FOR_FIGURES, 1.0, True)
    full = _EVIDENCE * spread.rarest
    shares = _shares(one, other, spread)
    if not shares:
        return UNLIKE
    best = max(shares[:-1] or shares, key=lambda share: (round(_surety(share, full), 6), share.weight))
    contained = _surety(best, full)
    alike = best.alike + shares[-1].alike
    if contained < _OF_ONE_LENGTH and _resemblance(shares, full) < _RESEMBLES:
        return Likeness(0, contained)
    idle = formulas(_FORMULA)
    for share in shares if idle else ():
        share.idle = spread.weight(share.features & idle)
    numbers = _said(one.numbers[best.parts[0]]), _said(other.numbers[best.parts[1]])
    if contained >= _enough(*numbers):
        found = follow(*numbers)
        if (
            _surely(best, found, formulas, spread)
            and (best.beyond >= _BEYOND_FORMULAS or found.covered >= _FOLLOWS_SURELY)
            and (best.contained >= _HARDLY_DIFFER or _beyond_frames(one, other, best, found, spread))
        ):
            nearness = 0.1 * contained + 0.3 * alike + 0.3 * found.common
            # A sentence or two make no family: else a point that says no more would gather all that say it, too.
            family = contained >= _FAMILY and (found.words > _A_QUOTATION or best.alike >= _FAMILY)
            return Likeness(_from_nearness(nearness), contained, family)
    return Likeness(_from_resemblance(_resemblance(shares, full)), contained)


def _shares(one: Weighed, other: Weighed, spread: Spread) -> list[_Share]:
    """What each part of one shares with each part of the other; the last is of both texts whole."""
    if not one.each:
        one.each = spread.weights(one.whole)
    weigh_one = one.each.__getitem__
    shares = []
    for i, mine in enumerate(one.parts):
        for j, theirs in enumerate(other.parts):
            if (shared := mine & theirs) and one.weights[i] and other.weights[j]:
                weights = one.weights[i], other.weights[j]
                shares.append(_Share((i, j), shared, sum(map(weigh_one, shared)), weights))
    if shares and (all(one.parts) or all(other.parts)):
        shared = one.whole & other.whole
        shares.append(_Share((1, 1), shared, sum(map(weigh_one, shared)), (one.weight, other.weight)))
    return shares


def _surety(share: _Share, full: float) -> float:
    """How much is contained, less where little is shared."""
    return share.contained * min(1.0, sqrt(share.weight / full))


def _resemblance(shares: list[_Share], full: float) -> float:
    """How alike the two are as a whole, part by part, or for what the lighter one has of the other."""
    inside = [share.beyond * min(1.0, sqrt(max(0.0, share.weight - share.idle) / full)) for share in shares]
    return max(shares[-1].alike, *(0.95 * share.alike for share in shares), 0.55 * max(inside))


def _from_nearness(nearness: float) -> int:
    return min(99, SAME_TEXT + round((100 - SAME_TEXT) * max(0.0, (nearness - 0.3) / 0.7)))


def _from_resemblance(resemblance: float) -> int:
    if resemblance < _RESEMBLES:
        return 0
    reach = (min(resemblance, _MUCH_ALIKE) - _RESEMBLES) / (_MUCH_ALIKE - _RESEMBLES)
    return LISTED + round((SAME_TEXT - 1 - LISTED) * reach)


def _enough(one: Sequence[int], other: Sequence[int]) -> float:
    """How much must be contained: less of texts of one length, where many words were put for others."""
    shorter, longer = sorted((len(one), len(other)))
    return _CONTAINED - (_CONTAINED - _OF_ONE_LENGTH) * max(0.0, 2 * shorter / (longer or 1) - 1)


def _beyond_frames(one: Weighed, other: Weighed, best: _Share, found: Following, spread: Spread) -> bool:
    """Whether two texts that differ have in common what few others say, not only the frames of their sentences."""
    parts = [text.parts[part] for text, part in zip((one, other), best.parts, strict=True)]
    lighter = parts[best.weights[0] > best.weights[1]]
    rarest = spread.rare(lighter, spread.quantile(lighter, _RAREST))
    if len(rarest.keys() & best.features) < _RARE_IN_COMMON * len(rarest):
        return False
    # No chance puts so many frames of sentences into two texts in a row.
    if found.words > _A_LETTER and found.covered >= _FOLLOWS_SURELY:
        return True
    few = max(_FEW_AT_LEAST, round(_FEW * spread.texts))
    mine, theirs = (spread.rare(part, few) for part in parts)
    return len(mine.keys() & theirs.keys()) >= _RARE_IN_COMMON * max(1, min(len(mine), len(theirs)))


def _surely(best: _Share, found: Following, formulas: Formulas, spread: Spread) -> bool:
    """Whether the shorter text follows the other enough: more where most that they share is said by others too."""
    if found.covered < _followed(found):
        return False
    if found.covered >= _SURELY_WITHIN or found.words > _A_LETTER:
        return True
    quoted = best.features & formulas(_QUOTATION)
    return spread.weight(quoted) < _MOSTLY * best.weight


def _followed(found: Following) -> float:
    """How much of the shorter text has to follow the other, where so much does."""
    if found.framed and found.words <= _A_LETTER:
        return _FOLLOWS_AROUND
    if found.common >= _MOST_OF_BOTH and found.words > _A_QUOTATION:
        return 0.0
    beyond = (found.words - _A_QUOTATION) / (_A_LETTER - _A_QUOTATION)
    return _FOLLOWS_WITHIN - (_FOLLOWS_WITHIN - _FOLLOWS) * min(1.0, max(0.0, beyond))


def _said(numbers: Sequence[int]) -> list[int]:
    """The words that count for something, of a long letter the beginning."""
    return [number for number in numbers[:_ORDER_UP_TO] if number != GAP]
