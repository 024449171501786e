"""Which of many texts may be made from one another, without looking at each of them."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from math import sqrt

from hearing.echoes.chains import Chains
from hearing.echoes.families import Families
from hearing.echoes.judging import Weighed
from hearing.echoes.spread import Spread
from hearing.echoes.words import FIRST, SPAN, features, spans

_HELD_BY = 7
_SHORT = 40
_LONGER = 9
_WORTH_OF_FORMULA = 0.2
_LETTERS = (1 << 30) - 1
_MOST = 24
_WORTH_A_LOOK = 0.06
_WORD_OF_FEW, _WORD_OF_MANY = 48, 6
# What is enough to look: as much as so many words that no other text holds.
_ENOUGH = 6


@dataclass(slots=True)
class Seen:
    """The passages of a text, each three words, and the places that each of them was met at before.

    ``longer`` are the passages of eight words that begin where three words are a formula, with their places.
    ``whole`` is that of the keys which stands for all of the text: a copy is found though many say each passage.
    """

    keys: set[int]
    places: dict[int, list[int]]
    longer: set[int]
    longer_places: dict[int, list[int]]
    whole: int


class Finder:
    """Chains of the places of passages and of rare words.

    A passage of three words gets a link once for a family of texts, and no more once it is met in eight:
    from then on it is a formula, which is counted and leads to the longer passages that begin with it. A word is
    put there while it is rare. So no chain is long, whatever is put there.
    """

    def __init__(self, spread: Spread, families: Families) -> None:
        self._spread, self._families = spread, families
        self._by_passage, self._by_word = Chains(), Chains()
        self._heft = array("f", [0.0])
        self._more: dict[int, int] = {}

    def see(self, one: Weighed) -> Seen:
        """Where the passages of a text were met."""
        keys, longer = self._passages(one.numbers)
        whole = _whole(one.numbers)
        return Seen(keys, self._by_passage.by(keys), longer, self._by_passage.by(longer), whole)

    def _passages(self, parts: Iterable[Sequence[int]]) -> tuple[set[int], set[int]]:
        """The passages that a text is found by: every three words in a row, of a longer text half of them.

        The second are the longer ones.
        """
        keys: set[int] = set()
        longer: set[int] = set()
        more = self._more
        for numbers in parts:
            passages = spans(numbers)
            keys.update(passages if len(numbers) <= _SHORT else [key for key in passages if not key & 1])
            for at, key in enumerate(passages[: 1 - _LONGER]) if more else ():
                if key in more:
                    longer.add(hash((key, numbers[at + 5], numbers[at + 8])) & _LETTERS or 1)
        keys.add(_whole(parts))
        keys.discard(0)
        return keys, longer

    def near(self, one: Weighed, seen: Seen) -> list[int]:
        """The places of texts that are worth a look, one or more of a family, the likeliest first."""
        rarest, heft, own = self._spread.rarest, self._heft, one.weight
        worth = []
        for place, weight in self._shared(one, seen).items():
            if weight > 1.05 * rarest:
                lighter = min(own, heft[place] * rarest) or 1.0
                look = weight / lighter * min(1.0, sqrt(weight / (_ENOUGH * rarest)))
                if look > _WORTH_A_LOOK:
                    worth.append((look, place))
        worth.sort(reverse=True)
        return [place for _, place in worth[:_MOST]]

    def _shared(self, one: Weighed, seen: Seen) -> dict[int, float]:
        """By place a rough weight of what it shares with a text: passages, and rare words."""
        rarest = self._spread.rarest
        shared: dict[int, float] = {}
        for key, places in chain(seen.places.items(), seen.longer_places.items()):
            weight = _WORTH_OF_FORMULA * rarest if key in self._more else rarest
            weight = max(_ENOUGH * rarest, one.weight) if key == seen.whole else weight
            for place in places:
                shared[place] = shared.get(place, 0.0) + weight
        rare = self._spread.rare(_words(one.numbers), self._up_to())
        for number, places in self._by_word.by(rare).items():
            weight = rare[number]
            for place in places:
                shared[place] = shared.get(place, 0.0) + weight
        return shared

    def _up_to(self) -> int:
        """How many texts may hold a word for it to find any: fewer, the more there are to choose from."""
        return max(_WORD_OF_MANY, _WORD_OF_FEW * min(1000, self._spread.texts) // max(1000, self._spread.texts))

    def put(self, place: int, one: Weighed, seen: Seen, own: set[int]) -> None:
        """Makes a text that has joined its family findable; ``own`` are features no other of it has."""
        while len(self._heft) <= place:
            self._heft.append(0.0)
        self._heft[place] = one.weight / self._spread.rarest
        of, family = self._families.of, self._families.of[place]
        self._by_passage.put(seen.keys.difference(seen.places), place)
        self._by_passage.put(seen.longer.difference(seen.longer_places), place)
        alone = family == place
        for key, places in chain(seen.places.items(), seen.longer_places.items()):
            if key in self._more:
                self._more[key] += alone
            elif not any(of[other] == family for other in places):
                if len(places) < _HELD_BY:
                    self._by_passage.put((key,), place)
                elif alone:
                    self._more[key] = 1
        self._by_word.put(self._spread.rare(_words(one.numbers) & own, self._up_to()), place)

    def remove(self, place: int, numbers: Sequence[Sequence[int]], alone: bool) -> None:
        """Takes a text out; ``alone`` if it made a family of its own when it was put there."""
        keys, longer = self._passages(numbers)
        for key in keys | longer:
            if not self._by_passage.take(key, place) and alone and key in self._more:
                self._more[key] -= 1
                if not self._more[key]:
                    del self._more[key]
        for number in _words(numbers):
            self._by_word.take(number, place)

    def formulas(self, one: Weighed, seen: Seen, family: int, by: int) -> set[int]:
        """The features of a text's words that stand in quotations and formulas and nowhere else in it.

        What ``by`` families or more say in the same words is one; ``family`` is the text's own.
        """
        of, more = self._families.of, self._more
        held = {
            key: len({family, *(of[p] for p in places)}) + more.get(key, 0) for key, places in seen.places.items()
        }
        usual = sorted(held.get(key, 1) for key in seen.keys)[len(seen.keys) // 6] if held else 1
        quoted = {key for key, count in held.items() if count >= by * usual}
        beyond: set[int] = set()
        for numbers in one.numbers if quoted else ():
            left = list(numbers)
            for at, key in enumerate(spans(left)):
                if key in quoted:
                    left[at : at + SPAN] = [0] * SPAN
            beyond |= features(left)
        return one.whole - beyond if quoted else beyond


def _whole(parts: Sequence[Sequence[int]]) -> int:
    """A number for all that a text says."""
    return hash(tuple(map(tuple, parts))) & _LETTERS


def _words(parts: Iterable[Sequence[int]]) -> set[int]:
    return {number for number in chain.from_iterable(parts) if number >= FIRST}
