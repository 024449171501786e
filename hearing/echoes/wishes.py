"""The same wish in other words: which points most likely demand what this one demands.

Words are compared by the pieces of three to five letters that they share, so that neither an ending nor a compound
keeps them apart ("cykelsti", "stierne"), and by what they are about, so that "honorar" and "finansiering" meet
("concepts"). What many points have weighs little, and the summary, which is the demand itself, weighs twice the
excerpt.

A question looks at a bounded number of places, the rarest words first, however many points there are. A point
takes about a kilobyte, and what its words are made of is kept once for all points.
"""

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable
from heapq import nlargest
from math import hypot, sqrt

from hearing.echoes import concepts, pieces
from hearing.echoes.pairs import SAME_TEXT, Match, Reason
from hearing.echoes.pieces import PieceSpread
from hearing.echoes.texts import Text
from hearing.wording import fold

_WORD = re.compile(r"[^\W\d_]+")
_SUMMARY = 2
_PIECES = 700
"""Pieces of a question that are looked up, the heaviest first; a point seldom has more."""
_LOOKUPS = 20_000
"""Places that are looked at before what is left of a question is so common that it decides nothing."""
_LOOKED_THROUGH, _LIKELY, _WEIGHED = 600, 200, 30
"""Points that are looked at by what they share, those of them that are of others, and those weighed exactly."""
_LEFT_BEHIND = 1000
"""Places that removed points may leave behind before the rest is put in order."""
_SAME_THEME = 1.1
_ALIKE = 0.8
"""How much alike two points are that say the same in the same words, give or take."""
LOWEST = 12
"""The lowest score worth a line in a list: of what scores less, one in fifteen is the same wish on the table that
was judged by hand, of what scores twelve to twenty one in six, and above that two in five."""
_TIMES = 8
"""Bits of a number that say how often; those above say what."""
_OFTEN = (1 << _TIMES) - 1


class Wishes:
    """The points of one hearing by id, to be asked which demand the same; kept up to date one at a time."""

    def __init__(self) -> None:
        self._slot_of: dict[int, int] = {}
        self._points: dict[int, _Point] = {}
        self._spread = PieceSpread()
        self._clear()

    def _clear(self) -> None:
        self._next = 0
        self._number_of: dict[str, int] = {}
        self._words: list[str] = []
        self._words_with: defaultdict[str, array] = defaultdict(lambda: array("I"))
        self._places: list[array] = []

    def __len__(self) -> int:
        return len(self._slot_of)

    def __contains__(self, id: int) -> bool:
        return id in self._slot_of

    def put(self, id: int, text: Text, theme: Hashable = None) -> None:
        """Add a point, or take the place of the one with this id."""
        self.remove(id)
        words = _words(text)
        self._spread.add(words)
        self._enter(_Point(id, text.party, theme, words), words)

    def put_many(self, points: Iterable[tuple[int, Text, Hashable]]) -> None:
        """Add many points, each with its theme."""
        for id, text, theme in points:
            self.put(id, text, theme)

    def remove(self, id: int) -> None:
        """Take a point out, if it is there."""
        slot = self._slot_of.pop(id, None)
        if slot is not None:
            self._spread.take(self._said(self._points.pop(slot)))
        if self._next > 2 * len(self) + _LEFT_BEHIND:
            kept = [(point, self._said(point)) for point in self._points.values()]
            self._points = {}
            self._clear()
            for point, words in kept:
                self._enter(point, words)

    def _enter(self, point: "_Point", words: dict[str, int]) -> None:
        self._slot_of[point.id] = slot = self._next
        self._next += 1
        self._points[slot] = point
        point.words = array("I")
        for word, times in words.items():
            number = self._number(word)
            often = min(times, _OFTEN)
            self._places[number].append(slot << _TIMES | often)
            point.words.append(number << _TIMES | often)

    def _number(self, word: str) -> int:
        """The number of a word, which is found by all that it is made of."""
        number = self._number_of.setdefault(word, len(self._words))
        if number == len(self._words):
            self._words.append(word)
            self._places.append(array("I"))
            for piece in {*pieces.of(word), *concepts.of(word)}:
                self._words_with[piece].append(number)
        return number

    def _said(self, point: "_Point") -> dict[str, int]:
        """The words of a point and how often it says them."""
        return {self._words[one >> _TIMES]: one & _OFTEN for one in point.words}

    def measure(self, id: int) -> None:
        """Measure a point before anybody asks, so that the first who does waits no longer than the next."""
        slot = self._slot_of.get(id)
        if slot is not None:
            self._spread.settle(len(self))
            self._measure(self._points[slot])

    def nearest(self, text: Text, theme: Hashable = None, most: int = 5, but: Collection[int] = ()) -> list[Match]:
        """The points of other parties that most likely demand the same, best first, with scores below 60.

        However unlike they are: which are worth a person's look is for the caller to say, who has their scores.
        """
        question, known = self._question(text, but, about=True)
        found = self._answers(question, but, about=True, party=text.party)
        others = [
            (known * alike * (_SAME_THEME if theme is not None and theme == point.theme else 1), point.id)
            for alike, point in ((alike, self._points[slot]) for alike, slot in found)
        ]
        best = sorted(others, key=lambda answer: (-answer[0], answer[1]))[:most]
        scored = [Match(id, _score(alike), reason=Reason.SAME_WISH) for alike, id in best]
        return [match for match in scored if match.score]

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
        found = [(known * self._alike(weight, self._points[slot]), self._points[slot].id) for slot in slots]
        return sorted(found, key=lambda answer: (-answer[0], answer[1]))

    def _question(
        self, text: Text, but: Iterable[int] = (), *, about: bool = False
    ) -> tuple[dict[str, float], float]:
        """The weighed pieces of a text, perhaps with what it is about, and how much of it they are."""
        self._spread.settle(len(self))
        words = _words(text)
        new = not any(self._said(self._points[self._slot_of[id]]) == words for id in but if id in self)
        said = pieces.counted(words)
        if about:
            said |= concepts.counted(words)
        question = self._spread.scaled(said, new=new)
        return question, self._spread.known(said, question)

    def _answers(
        self, question: dict[str, float], but: Collection[int], *, about: bool = False, party: Hashable = None
    ) -> list[tuple[float, int]]:
        """The slots most like a question: first by its heaviest words, then those found weighed exactly.

        Without those of a ``party``, unless that is None.
        """
        weight = self._weights(question)
        sums, points = self._sums(weight), self._points
        for id in but:
            sums.pop(self._slot_of.get(id, -1), None)
        likely = self._of_others(nlargest(_LOOKED_THROUGH, sums, key=sums.__getitem__), party)[:_LIKELY]
        if len(likely) < _LIKELY and len(sums) > _LOOKED_THROUGH:
            others = self._of_others(sums, party)
            likely = nlargest(_LIKELY, others, key=sums.__getitem__)
        weighed = nlargest(_WEIGHED, likely, key=lambda slot: sums[slot] / points[slot].size)
        found = [(self._alike(weight, points[slot], about=about), slot) for slot in weighed]
        return sorted(found, key=lambda answer: (-answer[0], answer[1]))

    def _of_others(self, slots: Iterable[int], party: Hashable) -> list[int]:
        """Of some slots those that hold a point still, of another party than this."""
        points = self._points
        if party is None:
            return [slot for slot in slots if slot in points]
        return [slot for slot in slots if slot in points and points[slot].party != party]

    def _weights(self, question: dict[str, float]) -> dict[int, float]:
        """What every word of the hearing that shares a piece with the question adds to a point that has it."""
        weight: dict[int, float] = {}
        left = _LOOKUPS
        for piece in nlargest(_PIECES, question, key=question.__getitem__):
            words = self._words_with.get(piece, ())
            left -= len(words)
            if left < 0:
                break
            more = question[piece] * (self._spread.rarity(piece) or self._spread.lone)
            if piece[0] == "=":
                more *= concepts.STRENGTH
            for word in words:
                weight[word] = weight.get(word, 0.0) + more
        return weight

    def _sums(self, weight: dict[int, float]) -> dict[int, float]:
        """What the heaviest words add up to, by slot."""
        sums: dict[int, float] = {}
        left = _LOOKUPS
        for word in sorted(weight, key=weight.__getitem__, reverse=True):
            places, more = self._places[word], weight[word]
            left -= len(places)
            if left < 0:
                break
            for place in places:
                slot = place >> _TIMES
                sums[slot] = sums.get(slot, 0.0) + more * (place & _OFTEN)
        return sums

    def _alike(self, weight: dict[int, float], point: "_Point", *, about: bool = False) -> float:
        """The cosine of a question, by what it gives every word, and a point."""
        shared = sum(weight[one >> _TIMES] * (one & _OFTEN) for one in point.words if one >> _TIMES in weight)
        self._measure(point)
        return shared / ((hypot(point.letters, point.about) if about else point.letters) or 1.0)

    def _measure(self, point: "_Point") -> None:
        """The lengths of a point's pieces and of what it is about, measured again when weights changed."""
        if point.measured != self._spread.state:
            words = self._said(point)
            point.letters = self._spread.length(pieces.counted(words))
            point.about = self._spread.length(concepts.counted(words))
            point.measured = self._spread.state


class _Point:
    __slots__ = ("about", "id", "letters", "measured", "party", "size", "theme", "words")

    def __init__(self, id: int, party: Hashable, theme: Hashable, words: dict[str, int]):
        self.id, self.party, self.theme, self.words = id, party, theme, array("I")
        self.letters, self.about, self.measured = 1.0, 0.0, 0
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
