"""The same wish in other words: which points most likely demand what this one demands.

Words are compared by the pieces of three to five letters that they share, so that neither an ending nor a compound
keeps them apart ("cykelsti", "stierne"). Pieces that many points have weigh little, and the summary, which is the
demand itself, weighs twice the excerpt. The question is asked a second time with the pieces of its best answers
added, which finds points that share words only with those.
"""

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Container, Hashable, Iterable
from functools import lru_cache
from heapq import nlargest
from math import log, sqrt

from hearing.echoes.pairs import SAME_TEXT, Match, Reason
from hearing.echoes.texts import Text
from hearing.wording import fold

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST, _LONGEST = 3, 5
_SUMMARY = 2
_ANSWERS, _ANSWERS_WEIGHT = 3, 0.6
_PIECES = 700
"""Pieces of a question that are looked up, the heaviest first; a point seldom has more."""
_LOOKUPS = 60_000
"""Places that are looked at before what is left of a question is so common that it decides nothing."""
_WEIGHED = 60
"""Points that are weighed exactly."""
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
        self._next = 0
        self._spread: Counter[str] = Counter()
        self._words_with: defaultdict[str, list[str]] = defaultdict(list)
        self._places: dict[str, array] = {}

    def __len__(self) -> int:
        return len(self._slot_of)

    def __contains__(self, id: int) -> bool:
        return id in self._slot_of

    def put(self, id: int, text: Text, theme: Hashable = None) -> None:
        """Add a point, or take the place of the one with this id."""
        self.remove(id)
        words = _words(text)
        self._slot_of[id] = slot = self._next
        self._next += 1
        self._points[slot] = _Point(id, text.party, theme, words)
        for word, times in words.items():
            if word not in self._places:
                self._places[word] = array("Q")
                for piece in set(pieces(word)):
                    self._words_with[piece].append(word)
            self._places[word].append(slot << 8 | min(times, 255))
        self._spread.update(_all_pieces(words))

    def put_many(self, points: Iterable[tuple[int, Text, Hashable]]) -> None:
        """Add many points, each with its theme."""
        for id, text, theme in points:
            self.put(id, text, theme)

    def remove(self, id: int) -> None:
        """Take a point out, if it is there."""
        slot = self._slot_of.pop(id, None)
        if slot is not None:
            self._spread.subtract(_all_pieces(self._points.pop(slot).words))

    def nearest(self, text: Text, theme: Hashable = None, most: int = 5, but: Container[int] = ()) -> list[Match]:
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

    def likeness(self, text: Text, ids: Iterable[int]) -> list[tuple[float, int]]:
        """How much these points are like a text, from 0 to 1, best first."""
        said = _pieces_of(_words(text))
        weight, known = self._weights(self._scaled(said)), self._known(said)
        slots = [self._slot_of[id] for id in ids if id in self._slot_of]
        found = [(known * self._alike(weight, slot), self._points[slot].id) for slot in slots]
        return sorted(found, key=lambda answer: (-answer[0], answer[1]))

    def _asked(self, text: Text, but: Container[int]) -> list[tuple[float, "_Point"]]:
        said = _pieces_of(_words(text))
        question, known = self._scaled(said), self._known(said)
        first = self._answers(question, but)[:_ANSWERS]
        total = sum(alike for alike, _ in first)
        for alike, slot in first:
            for piece, weight in self._scaled(_pieces_of(self._points[slot].words)).items():
                question[piece] = question.get(piece, 0) + _ANSWERS_WEIGHT * alike / total * weight
        return [(known * alike, self._points[slot]) for alike, slot in self._answers(_unit(question), but)]

    def _answers(self, question: dict[str, float], but: Container[int]) -> list[tuple[float, int]]:
        """The slots most like a question: first by its heaviest words, then those found weighed exactly."""
        weight = self._weights(question)
        rough = (
            (total / self._points[slot].size, slot)
            for slot, total in self._sums(weight).items()
            if slot in self._points and self._points[slot].id not in but
        )
        return sorted(((self._alike(weight, slot), slot) for _, slot in nlargest(_WEIGHED, rough)), reverse=True)

    def _weights(self, question: dict[str, float]) -> Counter[str]:
        """What every word of the hearing that shares a piece with the question adds to a point that has it."""
        weight: Counter[str] = Counter()
        left = _LOOKUPS
        for piece in nlargest(_PIECES, question, key=question.__getitem__):
            words = self._words_with.get(piece, ())
            left -= len(words)
            if left < 0:
                break
            more = question[piece] * self._rarity(piece)
            for word in words:
                weight[word] += more
        return weight

    def _sums(self, weight: Counter[str]) -> dict[int, float]:
        sums: defaultdict[int, float] = defaultdict(float)
        left = _LOOKUPS
        for word, more in weight.most_common():
            places = self._places[word]
            left -= len(places)
            if left < 0:
                break
            for place in places:
                sums[place >> 8] += more * (place & 255)
        return sums

    def _alike(self, weight: Counter[str], slot: int) -> float:
        """The cosine of a question, by what it gives every word, and a point."""
        point = self._points[slot]
        return sum(weight[word] * times for word, times in point.words.items() if word in weight) / self._length(
            point
        )

    def _length(self, point: "_Point") -> float:
        """The length of a point's pieces; it is measured again when the hearing has grown or shrunk by a tenth."""
        if not 0.9 < point.measured / len(self) < 1.1:
            found = _pieces_of(point.words)
            point.length = sqrt(sum((n * self._rarity(piece)) ** 2 for piece, n in found.items())) or 1.0
            point.measured = len(self)
        return point.length

    def _scaled(self, times: Counter[str]) -> dict[str, float]:
        """Pieces with their weights, of unit length; those that only one point has can be shared by none."""
        return _unit({piece: n * rarity for piece, n in times.items() if (rarity := self._rarity(piece))})

    def _known(self, times: Counter[str]) -> float:
        """How much of a text, from 0 to 1, is made of pieces that points share; the rest can be like nothing."""
        rarest = log(len(self) + 1)
        new = sum((n * rarest) ** 2 for piece, n in times.items() if not self._rarity(piece))
        shared = sum((n * self._rarity(piece)) ** 2 for piece, n in times.items())
        return sqrt(shared / (shared + new)) if shared else 0.0

    def _rarity(self, piece: str) -> float:
        spread = self._spread.get(piece, 0)
        return log((len(self) + 1) / spread) if spread > 1 else 0.0


class _Point:
    __slots__ = ("id", "length", "measured", "party", "size", "theme", "words")

    def __init__(self, id: int, party: Hashable, theme: Hashable, words: Counter[str]):
        self.id, self.party, self.theme, self.words = id, party, theme, words
        self.size = sqrt(sum(len(word) * times for word, times in words.items()) or 1)
        self.length, self.measured = 1.0, 0


@lru_cache(maxsize=100_000)
def pieces(word: str) -> tuple[str, ...]:
    """The pieces of three to five letters of a word, its beginning and end being letters too.

    >>> pieces("vej")
    (' ve', 'vej', 'ej ', ' vej', 'vej ', ' vej ')
    """
    framed = f" {word} "
    sizes = range(_SHORTEST, _LONGEST + 1)
    return tuple(framed[n : n + size] for size in sizes for n in range(len(framed) - size + 1))


def _words(text: Text) -> Counter[str]:
    """The words of a point and how often it says them, a word of the summary twice."""
    words = Counter(_of(text.excerpt))
    for word in _of(text.summary):
        words[word] += _SUMMARY
    return words


def _of(text: str) -> list[str]:
    return [word for word in _WORD.findall(fold(text)) if len(word) > 1]


def _pieces_of(words: Counter[str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for word, times in words.items():
        for piece in pieces(word):
            found[piece] += times
    return found


def _all_pieces(words: Iterable[str]) -> set[str]:
    return {piece for word in words for piece in pieces(word)}


def _unit(weights: dict[str, float]) -> dict[str, float]:
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {piece: weight / length for piece, weight in weights.items()}


def _score(alike: float) -> int:
    return min(SAME_TEXT - 1, round(SAME_TEXT * alike / _ALIKE))
