"""How much of one text follows another: word by word, with stretches that only one of them has told apart.

Where every third word of a letter was put for another, what is left stands all over it. Where two letters share a
quotation or a way of beginning, what they share ends, and then each goes on by itself. Counted in words both may
share two thirds; in stretches the first shares everything and the second what it shares.
"""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, starmap
from operator import or_

from rapidfuzz.distance import LCSseq

# A stretch goes on while more than four of nine words follow, and ends where that fails for some six in a row.
_MISS, _DROP = 0.8, 5
# A stretch has three words that follow; four words between two stretches, or at an end, are an edit.
_LEAST, _EDIT = 3, 4


@dataclass(frozen=True, slots=True)
class Following:
    """``common`` is how much of both is the same in order; ``covered`` how much of the shorter one follows."""

    common: float
    covered: float
    words: int


def follow(one: Sequence[int], other: Sequence[int]) -> Following:
    """How much of two texts is the same, and how many words of the shorter one follow the longer one.

    A word follows that stands in the same order or beside the same word, so that sentences may change places.
    """
    one, other = sorted((one, other), key=len)
    beside = set(pairwise(other))
    held = [False, *(pair in beside for pair in pairwise(one)), False]
    follows = array("b", starmap(or_, pairwise(held)))
    common = 0
    for at, _, length in LCSseq.editops(one, other).as_matching_blocks():
        follows[at : at + length] = array("b", [1]) * length
        common += length
    words = len(one) - sum(_apart(follows))
    return Following(2 * common / (len(one) + len(other)), words / len(one), words)


def _apart(follows: Sequence[int]) -> Iterator[int]:
    """The lengths of what lies between the stretches, but for what a few edited words are."""
    last = 0
    for start, end in (*_stretches(follows), (len(follows), len(follows))):
        if start - last > _EDIT:
            yield start - last
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
