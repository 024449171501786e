"""How much of one text follows another: word by word, with stretches that only one of them has told apart.

Where every third word of a letter was put for another, what is left stands all over it. Where two letters share a
quotation or a way of beginning, what they share ends, and then each goes on by itself. Counted in words both may
share two thirds; in stretches the first shares everything and the second what it shares.
"""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise, starmap
from operator import or_

from rapidfuzz.distance import LCSseq

from hearing.echoes.words import FIRST

# A stretch goes on while more than four of nine words follow, and ends where that fails for some six in a row.
_MISS, _DROP = 0.8, 5
# A stretch has three words that follow; four words between two stretches, or at an end, are an edit.
_LEAST, _EDIT = 3, 4
# A copy stands within twice its length of a longer text, however its sentences were moved about.
_ROOM = 2


@dataclass(frozen=True, slots=True)
class Following:
    """``common`` is how much of both is the same in order; ``covered`` how much of the shorter one follows.

    ``framed`` are two that begin and end alike, and each says something of its own in between.
    """

    common: float
    covered: float
    words: int
    framed: bool


def follow(one: Sequence[int], other: Sequence[int]) -> Following:
    """How much of two texts is the same, and how many words of the shorter one follow the longer one.

    A word follows that stands in the same order or beside the same word, so that sentences may change places. What
    follows has to stand together in the longer one: all that is said somewhere in fifty pages is no text.
    """
    one, other = sorted((one, other), key=len)
    both = len(one) + len(other)
    other = _together(one, other)
    beside = set(pairwise(other))
    held = [False, *(pair in beside for pair in pairwise(one)), False]
    follows = array("b", starmap(or_, pairwise(held)))
    common = 0
    for at, _, length in LCSseq.editops(one, other).as_matching_blocks():
        common += length
        # A common word alone stands in the same order in any two texts.
        if length > 1 or (length and one[at] >= FIRST):
            follows[at : at + length] = array("b", [1]) * length
    apart = list(_apart(follows))
    words = len(one) - sum(end - start for start, end in apart)
    framed = bool(apart) and apart[0][0] > 0 and apart[-1][1] < len(one)
    return Following(2 * common / both, words / len(one), words, framed)


def _together(one: Sequence[int], other: Sequence[int]) -> Sequence[int]:
    """The stretch of a long text that has most of a shorter one, with room for as much again in between."""
    width = _ROOM * len(one)
    if len(other) <= width:
        return other
    pairs = set(pairwise(one))
    before = list(accumulate((pair in pairs for pair in pairwise(other)), initial=0))
    start = max(range(len(other) - width + 1), key=lambda at: before[at + width - 1] - before[at])
    return other[start : start + width]


def _apart(follows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The ranges that lie between the stretches, but for what a few edited words are."""
    last = 0
    for start, end in (*_stretches(follows), (len(follows), len(follows))):
        if start - last > _EDIT:
            yield last, start
        last = end


def _stretches(follows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Half-open ranges in which most words follow."""
    start = end = 0
    total = top = 0.0
    for at, one in enumerate(follows):
        total += 1 if one else -_MISS
        if total > top:
            top, end = total, at + 1
        elif total <= max(0.0, top - _DROP):
            if top >= _LEAST:
                yield start, end
            total = top = 0.0
            start = at + 1
    if top >= _LEAST:
        yield start, end
