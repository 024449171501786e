"""Which words of two alike texts are the same, also where sentences changed places or one lies inside the other.

The word difference reads both texts from beginning to end, so that to it a sentence that moved has gone and come.
Here passages are matched wherever they stand, and then the words between two passages that kept their order.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Indel

from hearing.echoes import numbers

WORD = re.compile(rf"(?!{numbers.WITH_SIGN_IN_LETTERS})" r"[^\W\d_]+(?:-\n?[^\W\d_]+)*|" rf"{numbers.FIGURE}|§")
_BREAK = re.compile(r"[!?•]|\n\s*\n")
_SOFT = str.maketrans("", "", "-\n")
# A passage has so many words at least, and is looked for at so many places of the other text. Of texts that say
# the same over and over, passages of so many times their words are looked at.
_SHORTEST, _PLACES, _READ = 3, 8, 20
# Words between two passages: compared one by one up to so many times so many; in a long stretch a single word that
# both have says nothing.
_MOST, _NARROW = 4_000_000, 15


class Word(NamedTuple):
    """A word as compared, where it stands in its text, and in which sentence."""

    folded: str
    start: int
    end: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Passage:
    """The same words in both texts: half-open ranges of characters."""

    old: tuple[int, int]
    new: tuple[int, int]


@dataclass(frozen=True)
class Alignment:
    """The words of two texts; ``of_old`` has the number of each old word's own in the new text, or -1."""

    old: list[Word]
    new: list[Word]
    of_old: list[int]
    of_new: list[int]

    def add(self, blocks: Iterable["Block"]) -> None:
        """Make the words of these blocks each other's."""
        for i, j, length in blocks:
            self.of_old[i : i + length] = range(j, j + length)
            self.of_new[j : j + length] = range(i, i + length)

    def part(self, i: int, j: int, length: int = 1) -> None:
        """Let these words be nobody's."""
        self.of_old[i : i + length] = self.of_new[j : j + length] = [-1] * length

    def runs(self) -> Iterator["Block"]:
        """Neighbours whose partners are neighbours, in the order of the old text."""
        first = None
        for n, partner in enumerate(self.of_old):
            if partner < 0:
                continue
            if first is None:
                first = n
            if n + 1 < len(self.of_old) and self.of_old[n + 1] == partner + 1:
                continue
            yield first, self.of_old[first], n + 1 - first
            first = None

    def free(self, i: int, j: int, step: int) -> tuple[int, int]:
        """How many words before (-1) or behind (1) a pair of words have no partner yet, a few at most."""
        return _free(self.of_old, i, step), _free(self.of_new, j, step)


def _free(partners: list[int], n: int, step: int) -> int:
    places = range(n + step, n + step * (_NARROW + 1), step)
    return next(
        (k for k, at in enumerate(places) if not 0 <= at < len(partners) or partners[at] >= 0), len(places)
    )


def agreement(old: str, new: str) -> tuple[Passage, ...]:
    """The passages that agree, in the order of the old text.

    >>> agreement("Der er brug for mere tid.", "Vi ser gerne, at der er brug for mere tid")
    (Passage(old=(0, 24), new=(17, 41)),)
    """
    return tuple(passages(aligned(old, new)))


def passages(found: Alignment) -> Iterator[Passage]:
    """The passages that agree, in the order of the old text."""
    for i, j, length in found.runs():
        end, last = i + length - 1, j + length - 1
        yield Passage(
            (found.old[i].start, found.old[end].end),
            (found.new[j].start, found.new[last].end),
        )


def aligned(old: str, new: str) -> Alignment:
    """Every word of either text with its own in the other, if it has one."""
    before, after = words_of(old), words_of(new)
    number: dict[str, int] = {}
    left = [number.setdefault(word.folded, len(number)) for word in before]
    right = [number.setdefault(word.folded, len(number)) for word in after]
    found = Alignment(before, after, [-1] * len(left), [-1] * len(right))
    blocks = _blocks(left, right)
    found.add(blocks)
    for gap in _gaps(blocks, len(left), len(right)):
        found.add(_within(left, right, *gap))
    # Where passages changed places, what stands right before and behind each is compared all the same.
    for i, j, length in blocks:
        wide, long = found.free(i, j, -1)
        found.add(_within(left, right, i - wide, i, j - long, j))
        end, last = i + length, j + length
        wide, long = found.free(end - 1, last - 1, 1)
        found.add(_within(left, right, end, end + wide, last, last + long))
    return found


def words_of(text: str) -> list[Word]:
    """The words of a text; "ikke-" before a word is a word of its own, a hyphen at a line's end is none."""
    words: list[Word] = []
    sentence = end = 0
    for match in WORD.finditer(text):
        start, stop = match.span()
        if start > end + 1 and _parted(text, end, start):
            sentence += 1
        folded = match[0].lower()
        if "-" in folded and folded[0].isalpha():
            if folded.startswith("ikke-"):
                words.append(Word("ikke", start, start + 4, sentence))
                start, folded = start + 5, folded[5:]
            folded = folded.translate(_SOFT)
        words.append(Word(numbers.same(folded), start, stop, sentence))
        end = stop
    return words


def _parted(text: str, end: int, start: int) -> bool:
    """Whether a sentence ends between two words: "den 1. maj" is one."""
    between = text[end:start]
    return ("." in between and text[start].isupper()) or _BREAK.search(between) is not None


Block = tuple[int, int, int]
"""Where the same words begin in the old and in the new text, and how many they are."""


def _blocks(left: list[int], right: list[int]) -> list[Block]:
    """The longest passages wherever they stand, in the order of the new text; no word of either is used twice.

    The longest are taken first: a turn of speech must not take its words from a sentence that is the same.
    """
    waiting = [(-length, j, i) for i, j, length in _alike(left, right) if length >= _SHORTEST]
    heapify(waiting)
    used, blocks = (bytearray(len(left)), bytearray(len(right))), []
    while waiting:
        shorter, j, i = heappop(waiting)
        free = list(_unused(used, i, j, -shorter))
        if free == [(i, j, -shorter)]:
            used[0][i : i - shorter] = used[1][j : j - shorter] = b"\1" * -shorter
            blocks.append(free[0])
        else:
            for i, j, length in free:
                heappush(waiting, (-length, j, i))
    return sorted(blocks, key=lambda block: block[1])


def _alike(left: list[int], right: list[int]) -> Iterator[Block]:
    """Every passage that both have, as long as it goes, at a few places of the old text."""
    places: dict[tuple[int, ...], list[int]] = {}
    for i, key in enumerate(zip(left, left[1:], left[2:], strict=False)):
        found = places.setdefault(key, [])
        if len(found) < _PLACES:
            found.append(i)
    read: dict[int, int] = {}
    left_to_read = _READ * (len(left) + len(right))
    for j, key in enumerate(zip(right, right[1:], right[2:], strict=False)):
        for i in places.get(key, ()):
            start = read.get(i - j, 0)
            if start > j:
                continue
            back = _run(left, right, i - 1, j - 1, -1, min(i, j - start))
            length = _run(left, right, i, j, 1, min(len(left) - i, len(right) - j))
            read[i - j] = j + length
            left_to_read -= back + length
            if left_to_read < 0:
                return
            yield i - back, j - back, back + length


def _unused(used: tuple[bytearray, bytearray], i: int, j: int, length: int) -> Iterator[Block]:
    """The parts of a passage, if they are long enough, of which no word is used."""
    first = None
    for n in range(length + 1):
        if n < length and not used[0][i + n] and not used[1][j + n]:
            first = n if first is None else first
        elif first is not None:
            if n - first >= _SHORTEST:
                yield i + first, j + first, n - first
            first = None


def _run(left: list[int], right: list[int], i: int, j: int, step: int, most: int) -> int:
    """How many words from here on, forwards (1) or backwards (-1), are the same."""
    return next((n for n in range(most) if left[i + n * step] != right[j + n * step]), most)


def _gaps(blocks: list[Block], old: int, new: int) -> Iterator[tuple[int, int, int, int]]:
    """The stretches between two passages that are neighbours in both texts, and before and behind all of them."""
    framed = [(0, 0, 0), *blocks, (old, new, 0)]
    follower = dict(pairwise([(0, 0, 0), *sorted(blocks), (old, new, 0)]))
    for one, other in pairwise(framed):
        if follower.get(one) == other:
            yield one[0] + one[2], other[0], one[1] + one[2], other[1]


def _within(left: list[int], right: list[int], start: int, end: int, first: int, last: int) -> Iterator[Block]:
    """The same words of a stretch, in order."""
    wide, long = end - start, last - first
    if not wide or not long or wide * long > _MOST:
        return
    shortest = 1 if max(wide, long) <= _NARROW else 2
    for step in Indel.opcodes(left[start:end], right[first:last]):
        if step.tag == "equal" and step.src_end - step.src_start >= shortest:
            yield start + step.src_start, first + step.dest_start, step.src_end - step.src_start
