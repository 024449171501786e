"""Which texts are like which: an index that is filled, asked, and kept up to date one text at a time."""

from array import array
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import chain
from math import sqrt

from hearing.echoes.common_words import ANSWERS
from hearing.echoes.held import NOBODY, Held
from hearing.echoes.judging import Likeness, Weighed, judge, weigh
from hearing.echoes.pairs import LISTED, Match, Pair
from hearing.echoes.shelf import Shelf
from hearing.echoes.spread import Spread
from hearing.echoes.texts import Text
from hearing.echoes.words import FIRST, SPAN, Words, features, spans

_FORMULA_FROM = 8
_WORD_UP_TO = 48
_SHORT = 40
_KIN = 6
_LARGE_FAMILY = 500
_QUOTED_BY = 4
_CANDIDATES = 24
_WORTH_A_LOOK = 0.15


class Index:
    """The texts of one hearing, by id.

    ``names`` are the parties' own names and short names, which tell nothing about what is said. ``known`` are
    texts that everybody may quote: the plan itself.
    """

    def __init__(self, names: Iterable[str] = (), known: Iterable[str] = ()):
        self._words = Words(names, known)
        self._held = Held()
        self._spread = Spread(self._words.read(" ".join(ANSWERS)))
        self._by_span, self._by_word = Shelf(), Shelf()
        self._first = array("I", [NOBODY])
        self._families: dict[int, list[int]] = {}
        self._counted: dict[int, array] = {}
        self._heft = array("f", [0.0])
        self._apart: dict[int, Weighed] = {}

    def __len__(self) -> int:
        return len(self._held.places)

    def __contains__(self, id: int) -> bool:
        return id in self._held.places

    def put(self, id: int, text: Text) -> None:
        """Add a text, or take the place of the one with this id."""
        turn = 0
        if id in self:
            turn = self._held.turns[self._held.places[id]]
            self.remove(id)
        place = self._held.put(
            id, text.party, self._words.read(text.summary), self._words.read(text.excerpt), turn
        )
        while len(self._first) <= place:
            self._first.append(NOBODY)
            self._heft.append(0.0)
        self._enter(place)

    def put_many(self, texts: Iterable[tuple[int, Text]]) -> None:
        """Add many texts."""
        for id, text in texts:
            self.put(id, text)

    def remove(self, id: int) -> None:
        """Take a text out, if it is there."""
        if id in self:
            place = self._held.places[id]
            kin = [other for other in self._members(place) if other != place][:8]
            self._leave(place)
            for other in kin:
                self._leave(other)
            self._held.take(id)
            for other in kin:
                self._enter(other)

    def matches(self, text: Text, but: Container[int] = ()) -> list[Match]:
        """The texts that are like this one, best first; those with the ids ``but`` are left out."""
        self._apart.clear()
        one = weigh(*self._read(text), self._spread)
        ids, parties = self._held.ids, self._held.parties
        found = [
            Match(ids[place], likeness.score, text.party is not None and text.party == parties[place])
            for place, likeness in self._like(one)
            if ids[place] not in but
        ]
        return sorted(found, key=lambda match: (-match.score, match.id))

    def pairs(self) -> list[Pair]:
        """Every two texts that are like each other, best first."""
        self._apart.clear()
        ids, parties = self._held.ids, self._held.parties
        found = []
        for place in self._held.in_turn():
            party = parties[place]
            for other, likeness in self._like(self._taken_apart(place), place):
                same = party is not None and party == parties[other]
                found.append(Pair(ids[other], ids[place], likeness.score, same))
        return sorted(found, key=lambda pair: -pair.score)

    def _read(self, text: Text) -> tuple[array, array]:
        return array("I", self._words.read(text.summary)), array("I", self._words.read(text.excerpt))

    def _enter(self, place: int) -> None:
        one = self._taken_apart(place)
        keys = _keys(one.numbers)
        hits = self._by_span.by(keys)
        strong = self._kin(one, hits)
        own = one.whole
        if strong:
            family = self._first[strong[0]]
            own = own.difference(*(self._taken_apart(other).whole for other in strong))
            self._counted[place] = array("I", own)
            self._families.setdefault(family, [family]).append(place)
        else:
            family = place
        self._first[place] = family
        self._spread.add(own, not strong)
        self._heft[place] = one.weight / self._spread.rarest
        self._shelve(place, family, keys, hits, own)
        if len(self._apart) > 500 or len(self) < 1000:
            self._apart.clear()

    def _kin(self, one: Weighed, hits: list[list[int]]) -> list[int]:
        """The places of the texts that this one is surely made from, or they from it; the most alike first."""
        shared = Counter(place for here in hits for place in here)
        shared.pop(NOBODY, None)
        enough = min(2, len(hits))
        likely = [place for place, count in shared.most_common(_KIN) if count >= enough]
        found = [(judge(one, self._taken_apart(place), self._spread), place) for place in likely]
        strong = sorted((-likeness.contained, place) for likeness, place in found if likeness.family)
        return [place for _, place in strong]

    def _shelve(self, place: int, family: int, keys: list[int], hits: list[list[int]], own: set[int]) -> None:
        for key, here in zip(keys, hits, strict=True):
            if NOBODY in here or any(self._first[other] == family for other in here):
                continue
            self._by_span.put(key, place if len(here) < _FORMULA_FROM - 1 else NOBODY)
        of = self._spread.of
        for number in own.intersection(chain(*self._held.numbers(place))):
            if number >= FIRST and of(number) <= _WORD_UP_TO:
                self._by_word.put(number, place)

    def _leave(self, place: int) -> None:
        numbers = self._held.numbers(place)
        for key in _keys(numbers):
            if self._by_span.take(key, place) and len(self._by_span.by([key])[0]) < _FORMULA_FROM // 2:
                self._by_span.take(key, NOBODY)
        for number in {*numbers[0], *numbers[1]}:
            if number >= FIRST:
                self._by_word.take(number, place)
        alone = place not in self._counted
        own = self._counted.pop(place, None)
        self._spread.take(features(numbers[0]) | features(numbers[1]) if own is None else own, alone)
        self._apart.pop(place, None)
        self._leave_family(place)

    def _leave_family(self, place: int) -> None:
        family = self._first[place]
        members = self._families.get(family)
        if members is None:
            return
        members.remove(place)
        if place == family:
            del self._families[family]
            if members:
                for other in members:
                    self._first[other] = members[0]
                self._families[members[0]] = members
                family = members[0]
        if len(members) <= 1:
            self._families.pop(family, None)

    def _members(self, place: int) -> list[int]:
        return self._families.get(self._first[place]) or [place]

    def _like(self, one: Weighed, place: int = NOBODY) -> Iterator[tuple[int, Likeness]]:
        """The places of texts that are like this one; for one at a place, of those that were there before it."""
        keys = _keys(one.numbers)
        hits = self._by_span.by(keys)
        own = self._first[place] or -1
        formulas = _formulas(one, {key for key, here in zip(keys, hits, strict=True) if self._quoted(here, own)})
        before = self._held.turns[place]
        turns, digests = self._held.turns, self._held.digests
        judged: dict[int, Likeness] = {}
        for other in self._candidates(one, hits):
            if before and turns[other] >= before:
                continue
            digest = digests[other]
            if digest not in judged:
                judged[digest] = judge(one, self._taken_apart(other), self._spread, formulas)
            if judged[digest].score >= LISTED:
                yield other, judged[digest]

    def _quoted(self, here: list[int], own: int) -> bool:
        """Whether so many families say something in the same words that it is a formula or a quotation."""
        return NOBODY in here or (
            len(here) >= _QUOTED_BY - 1 and len({own, *(self._first[place] for place in here)}) >= _QUOTED_BY
        )

    def _candidates(self, one: Weighed, hits: list[list[int]]) -> Iterator[int]:
        shared = self._shared(one, hits)
        by_family: dict[int, float] = {}
        lightest: dict[int, float] = {}
        first, heft = self._first, self._heft
        for place, weight in shared.items():
            family = first[place]
            by_family[family] = by_family.get(family, 0.0) + weight
            lightest[family] = min(lightest.get(family, 1e9), heft[place])
        rarest = self._spread.rarest
        worth = []
        for family, weight in by_family.items():
            lighter = min(one.weight, lightest[family] * rarest) or 1.0
            look = weight / lighter * min(1.0, sqrt(weight / (6 * rarest)))
            if look > _WORTH_A_LOOK:
                worth.append((look, family))
        worth.sort(reverse=True)
        for _, family in worth[:_CANDIDATES]:
            members = self._families.get(family, (family,))
            yield from members if len(members) <= _LARGE_FAMILY else members[:1]

    def _shared(self, one: Weighed, hits: list[list[int]]) -> dict[int, float]:
        """By place a rough weight of what it shares with a text: rare words, and words in a row."""
        spread, rarest = self._spread, self._spread.rarest
        shared: dict[int, float] = {}
        for here in hits:
            if NOBODY not in here:
                for place in here:
                    shared[place] = shared.get(place, 0.0) + rarest
        words = [
            number
            for number in {*one.numbers[0], *one.numbers[1]}
            if number >= FIRST and 0 < spread.of(number) <= _WORD_UP_TO
        ]
        for number, here in zip(words, self._by_word.by(words), strict=True):
            weight = spread.weight((number,))
            for place in here:
                shared[place] = shared.get(place, 0.0) + weight
        return shared

    def _taken_apart(self, place: int) -> Weighed:
        found = self._apart.get(place)
        if found is None:
            found = self._apart[place] = weigh(*self._held.numbers(place), self._spread)
        return found


def _keys(parts: Sequence[Sequence[int]]) -> list[int]:
    """The numbers a text is found by: every three words in a row, of a longer text half of them, by chance."""
    found: set[int] = set()
    for numbers in parts:
        of_it = spans(list(numbers))
        found.update(of_it if len(numbers) <= _SHORT else [key for key in of_it if not key & 1])
    found.discard(0)
    return list(found)


def _formulas(one: Weighed, keys: set[int]) -> set[int]:
    """The features of a text's words that stand in formulas and nowhere else in it."""
    if not keys:
        return set()
    beyond: set[int] = set()
    for numbers in one.numbers:
        left = list(numbers)
        for at, key in enumerate(spans(left)):
            if key in keys:
                left[at : at + SPAN] = [0] * SPAN
        beyond |= features(left)
    return one.whole - beyond
