"""The same wish in other words: which points most likely demand what this one demands.

Words are compared by the pieces of three to five letters that they share, so that neither an ending nor a compound
keeps them apart ("cykelsti", "stierne"). Pieces that many points have weigh little, and the summary, which is the
demand itself, weighs twice the excerpt. The question is asked a second time with the pieces of its best answers
added, which finds points that share words only with those.
"""

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable
from heapq import nlargest
from math import sqrt

from hearing.echoes import pieces
from hearing.echoes.pairs import SAME_TEXT, Match, Reason
from hearing.echoes.pieces import Spread
from hearing.echoes.texts import Text
from hearing.wording import fold

_WORD = re.compile(r"[^\W\d_]+")
_SUMMARY = 2
_ANSWERS, _ANSWERS_WEIGHT = 3, 0.6
_PIECES = 700
"""Pieces of a question that are looked up, the heaviest first; a point seldom has more."""
_LOOKUPS = 20_000
"""Places that are looked at before what is left of a question is so common that it decides nothing."""
_LIKELY, _WEIGHED = 200, 30
"""Points that are looked at by what they share, and those of them that are weighed exactly."""
_LEFT_BEHIND = 1000
"""Places that removed points may leave behind before the rest is put in order."""
_SAME_THEME = 1.05
_ALIKE = 0.8
"""How much alike two points are that say the same in the same words, give or take."""
LOWEST = 8
"""The lowest score that is worth a person's look."""


class Wishes:
    """The points of one hearing by id, to be asked which demand the same; kept up to date one at a time."""

    def __init__(self) -> None:
        self._slot_of: dict[int, int] = {}
        self._points: dict[int, _Point] = {}
        self._spread = Spread()
        self._clear()

    def _clear(self) -> None:
        self._next = 0
        self._words_with: defaultdict[str, list[str]] = defaultdict(list)
        self._places: dict[str, array] = {}

    def __len__(self) -> int:
        return len(self._slot_of)

    def __contains__(self, id: int) -> bool:
        return id in self._slot_of

    def put(self, id: int, text: Text, theme: Hashable = None) -> None:
        """Add a point, or take the place of the one with this id."""
        self.remove(id)
        point = _Point(id, text.party, theme, _words(text))
        self._spread.add(point.words)
        self._enter(point)

    def put_many(self, points: Iterable[tuple[int, Text, Hashable]]) -> None:
        """Add many points, each with its theme."""
        for id, text, theme in points:
            self.put(id, text, theme)

    def remove(self, id: int) -> None:
        """Take a point out, if it is there."""
        slot = self._slot_of.pop(id, None)
        if slot is not None:
            self._spread.take(self._points.pop(slot).words)
        if self._next > 2 * len(self) + _LEFT_BEHIND:
            kept, self._points = list(self._points.values()), {}
            self._clear()
            for point in kept:
                self._enter(point)

    def _enter(self, point: "_Point") -> None:
        self._slot_of[point.id] = slot = self._next
        self._next += 1
        self._points[slot] = point
        for word, times in point.words.items():
            if word not in self._places:
                self._places[word] = array("Q")
                for piece in set(pieces.of(word)):
                    self._words_with[piece].append(word)
            self._places[word].append(slot << 8 | min(times, 255))

    def nearest(self, text: Text, theme: Hashable = None, most: int = 5, but: Collection[int] = ()) -> list[Match]:
        """The points of other parties that most likely demand the same, best first, with scores below 60."""
        found = self._asked(text, but)
        others = [
            (alike * (_SAME_THEME if theme is not None and theme == point.theme else 1), point)
            for alike, point in found
            if text.party is None or point.party != text.party
        ]
        best = sorted(others, key=lambda answer: (-answer[0], answer[1].id))[:most]
        scored = [Match(point.id, _score(alike), reason=Reason.SAME_WISH) for alike, point in best]
        return [match for match in scored if match.score >= LOWEST]

    def alike(self, text: Text, but: Collection[int] = ()) -> list[tuple[float, int]]:
        """The points, of any party, that say most of what a text says, from 0 to 1, best first."""
        question, known = self._question(text, but)
        found = self._answers(question, but)
        return [(known * alike, self._points[slot].id) for alike, slot in found]

    def likeness(self, text: Text, ids: Iterable[int]) -> list[tuple[float, int]]:
        """How much these points say of what a text says, from 0 to 1, best first."""
        question, known = self._question(text)
        weight = self._weights(question)
        slots = [self._slot_of[id] for id in ids if id in self._slot_of]
        found = [(known * self._alike(weight, slot), self._points[slot].id) for slot in slots]
        return sorted(found, key=lambda answer: (-answer[0], answer[1]))

    def _question(self, text: Text, but: Iterable[int] = ()) -> tuple[dict[str, float], float]:
        """The weighed pieces of a text, and how much of it they are."""
        self._spread.settle(len(self))
        words = _words(text)
        new = not any(self._points[self._slot_of[id]].words == words for id in but if id in self)
        said = pieces.counted(words)
        question = self._spread.scaled(said, new=new)
        return question, self._spread.known(said, question)

    def _asked(self, text: Text, but: Collection[int]) -> list[tuple[float, "_Point"]]:
        question, known = self._question(text, but)
        first = self._answers(question, but)[:_ANSWERS]
        total = sum(alike for alike, _ in first)
        for alike, slot in first:
            for piece, weight in self._spread.scaled(pieces.counted(self._points[slot].words)).items():
                question[piece] = question.get(piece, 0) + _ANSWERS_WEIGHT * alike / total * weight
        again = self._answers(pieces.unit(question), but)
        return [(known * alike, self._points[slot]) for alike, slot in again]

    def _answers(self, question: dict[str, float], but: Collection[int]) -> list[tuple[float, int]]:
        """The slots most like a question: first by its heaviest words, then those found weighed exactly."""
        weight = self._weights(question)
        sums, points = self._sums(weight), self._points
        likely = nlargest(_LIKELY, sums, key=sums.__getitem__)
        likely = [slot for slot in likely if slot in points and points[slot].id not in but]
        weighed = nlargest(_WEIGHED, likely, key=lambda slot: sums[slot] / points[slot].size)
        return sorted(((self._alike(weight, slot), slot) for slot in weighed), reverse=True)

    def _weights(self, question: dict[str, float]) -> dict[str, float]:
        """What every word of the hearing that shares a piece with the question adds to a point that has it."""
        weight: dict[str, float] = {}
        left = _LOOKUPS
        for piece in nlargest(_PIECES, question, key=question.__getitem__):
            words = self._words_with.get(piece, ())
            left -= len(words)
            if left < 0:
                break
            more = question[piece] * (self._spread.rarity(piece) or self._spread.lone)
            for word in words:
                weight[word] = weight.get(word, 0.0) + more
        return weight

    def _sums(self, weight: dict[str, float]) -> dict[int, float]:
        """What the heaviest words add up to, by slot."""
        sums: dict[int, float] = {}
        left = _LOOKUPS
        for word in sorted(weight, key=weight.__getitem__, reverse=True):
            places, more = self._places[word], weight[word]
            left -= len(places)
            if left < 0:
                break
            for place in places:
                slot = place >> 8
                sums[slot] = sums.get(slot, 0.0) + more * (place & 255)
        return sums

    def _alike(self, weight: dict[str, float], slot: int) -> float:
        """The cosine of a question, by what it gives every word, and a point."""
        point = self._points[slot]
        return sum(weight[word] * times for word, times in point.words.items() if word in weight) / self._length(
            point
        )

    def _length(self, point: "_Point") -> float:
        """The length of a point's pieces, measured again when they weigh something else."""
        if point.measured != self._spread.state:
            point.length = self._spread.length(pieces.counted(point.words))
            point.measured = self._spread.state
        return point.length


class _Point:
    __slots__ = ("id", "length", "measured", "party", "size", "theme", "words")

    def __init__(self, id: int, party: Hashable, theme: Hashable, words: Counter[str]):
        self.id, self.party, self.theme, self.words = id, party, theme, words
        self.length, self.measured = 1.0, 0
        self.size = sqrt(sum(len(word) * times for word, times in words.items()) or 1)


def _words(text: Text) -> Counter[str]:
    """The words of a point and how often it says them, a word of the summary twice."""
    words = Counter(_of(text.excerpt))
    for word in _of(text.summary):
        words[word] += _SUMMARY
    return words


def _of(text: str) -> list[str]:
    return [word for word in _WORD.findall(fold(text)) if len(word) > 1]


def _score(alike: float) -> int:
    return min(SAME_TEXT - 1, round(SAME_TEXT * alike / _ALIKE))
