"""Which texts are like which: an index that is filled, asked, and kept up to date one text at a time.

How it finds them:

1. ``words`` makes each text a row of numbers, once: words that a line's end or a stray blank divided are joined
   again, page references, the parties' names and what the plan says are left out.
2. ``finding`` looks at passages (three words) and rare words for the few texts that share some.
3. ``judging`` weighs what two texts share, words and pairs of words by the square of their inverse frequency. The
   same text (60-100) has much of the lighter one contained in the other *and* follows it in stretches
   (``following``): that tells a text with every third word replaced from two that share a quotation.
   What resembles (30-59) is weighed both ways, field by field and as a whole.
4. ``families`` are texts surely made from one another. What they share is counted once, so that the words of a
   letter that three hundred send stay rare. What five families say in the same words weighs nothing.

``spread`` counts, ``held`` and ``chains`` keep everything in flat arrays: about 2 kB for each text.

On the real table of 211 points the 33 textual pairs that a person found are listed, and seven others beside them
(``benchmarks.echoes_seed``). ``benchmarks.echoes`` has recall, precision, time and memory on invented corpora,
beside TF-IDF, MinHash LSH and rapidfuzz alone.
"""

from array import array
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from math import sqrt
from zlib import crc32

from hearing.echoes.chains import Chains
from hearing.echoes.common_words import ANSWERS
from hearing.echoes.families import NOBODY, Families
from hearing.echoes.finding import Finder, Seen
from hearing.echoes.held import Held, features_of
from hearing.echoes.judging import Likeness, Weighed, judge, weigh
from hearing.echoes.numbers import figures
from hearing.echoes.pairs import LISTED, Match, Pair
from hearing.echoes.spread import Spread
from hearing.echoes.texts import Text
from hearing.echoes.words import Words, plain

_KIN = 6
_SETTLED = 1000
_KEPT_APART = 500


@dataclass(slots=True)
class _Looked:
    """A text that was looked up: taken apart, where its passages were met, and the places worth a look."""

    text: Text
    one: Weighed
    seen: Seen
    near: list[int]


class Index:
    """The texts of one hearing, by id.

    ``names`` are the parties' own names and short names, which tell nothing about what is said. ``known`` are
    texts that everybody may quote: the plan itself.
    """

    def __init__(self, names: Iterable[str] = (), known: Iterable[str] = ()):
        self._words = Words(names, known)
        self._held = Held()
        self._spread = Spread(self._words.read(" ".join(ANSWERS)))
        self._families = Families()
        self._finder = Finder(self._spread, self._families)
        self._met = Chains()
        self._added: dict[int, array] = {}
        self._apart: dict[int, Weighed] = {}
        self._looked: _Looked | None = None

    def __len__(self) -> int:
        return len(self._held.places)

    def __contains__(self, id: int) -> bool:
        return id in self._held.places

    def put(self, id: int, text: Text) -> None:
        """Add a text, or put it in the place of the one with this id."""
        turn = self._held.turn(id)
        self.remove(id)
        looked = self._look(text)
        place = self._held.put(id, text.party, looked.one.numbers, turn, looked.one.figures)
        self._enter(place, looked)

    def put_many(self, texts: Iterable[tuple[int, Text]]) -> None:
        """Add many texts."""
        for id, text in texts:
            self.put(id, text)

    def remove(self, id: int) -> None:
        """Take a text out, if it is there."""
        if id in self:
            place = self._held.places[id]
            kin = [other for other in self._families.members(place) if other != place][:_KIN]
            for other in (place, *kin):
                self._hide(other)
            self._families.leave(place)
            for other in self._met_by(place):
                self._met.take(place, other)
            self._held.take(id)
            shown: set[int] = set()
            # Later texts may have met the family by the one that is gone: now they meet the others.
            for other in kin:
                one = self._taken_apart(other)
                seen = self._finder.see(one)
                met = self._met_by(other)
                for near in self._finder.near(one, seen):
                    if near != other and near not in met:
                        self._met.put((other,), near)
                self._show(other, one, seen, one.whole - shown)
                shown |= one.whole

    def matches(self, text: Text, but: Container[int] = ()) -> list[Match]:
        """The texts that are like this one, best first; those with the ids ``but`` are left out."""
        self._apart.clear()
        looked = self._look(text)
        ids, parties = self._held.ids, self._held.parties
        others = (place for place in self._kindred(looked.near) if ids[place] not in but)
        found = [
            Match(ids[place], likeness.score, text.party is not None and text.party == parties[place])
            for place, likeness in self._judged(looked.one, others)
        ]
        return sorted(found, key=lambda match: (-match.score, match.id))

    def pairs(self) -> list[Pair]:
        """Every two texts that are like each other, best first.

        In a family of more than ``families.LARGE`` texts each is paired with its first member only.
        """
        self._apart.clear()
        done: set[int] = set()
        found = [pair for place in self._held.in_turn() for pair in self._pairs_at(place, done)]
        return sorted(found, key=lambda pair: -pair.score)

    def pairs_of(self, id: int, done: set[int]) -> list[Pair]:
        """A part of ``pairs``: those of one text with what it met when it was put, none if it is not there.

        Asked for every id in turn, with one set ``done`` that remembers which two have been compared, it gives all
        of them; asked with a new set for the text that was put last, what that text is like.
        """
        if id not in self:
            return []
        if not done:
            self._apart.clear()
        return list(self._pairs_at(self._held.places[id], done))

    def family(self, id: int) -> int:
        """A number that the texts surely made from one another have in common, nought for one that is not here."""
        return self._families.of[self._held.places.get(id, NOBODY)]

    def alike(self, text: Text, ids: Iterable[int]) -> list[tuple[float, int]]:
        """How much these texts share of what one says, from 0 to 1, best first: for one that means one of them."""
        one = self._weighed(text)
        found = []
        for id in ids:
            if id in self:
                other = self._weighed_at(self._held.places[id])
                both = sqrt(one.weight * other.weight)
                found.append((self._spread.weight(one.whole & other.whole) / both if both else 0.0, id))
        return sorted(found, key=lambda answer: (-answer[0], answer[1]))

    def _pairs_at(self, place: int, done: set[int]) -> Iterator[Pair]:
        ids, parties, turns = self._held.ids, self._held.parties, self._held.turns
        others = [
            other for other in self._kindred((*self._met_by(place), place)) if self._undone(done, place, other)
        ]
        for other, likeness in self._judged(self._taken_apart(place), others, place) if others else ():
            a, b = (other, place) if turns[other] < turns[place] else (place, other)
            same = parties[a] is not None and parties[a] == parties[b]
            yield Pair(ids[a], ids[b], likeness.score, same)

    def _undone(self, done: set[int], place: int, other: int) -> bool:
        """Whether two places are to be compared yet: then they are done."""
        both = min(place, other) << 32 | max(place, other)
        if place == other or not self._held.turns[other] or both in done:
            return False
        done.add(both)
        return True

    def _weighed(self, text: Text) -> Weighed:
        told = plain(text.summary), plain(text.excerpt)
        numbers = array("I", self._words.read_plain(told[0])), array("I", self._words.read_plain(told[1]))
        return weigh(numbers, features_of(numbers), self._spread, _print_of(told))

    def _weighed_at(self, place: int) -> Weighed:
        held = self._held
        return weigh(held.numbers(place), held.features(place), self._spread, held.figures[place])

    def _look(self, text: Text) -> _Looked:
        """Looks a text up. One that was asked for last is often put next: then all is known already."""
        if self._looked is None or self._looked.text != text:
            one = self._weighed(text)
            seen = self._finder.see(one)
            self._looked = _Looked(text, one, seen, self._finder.near(one, seen))
        return self._looked

    def _enter(self, place: int, looked: _Looked) -> None:
        one, near = looked.one, looked.near
        kin = self._kin(one, near)
        self._families.join(place, kin[0] if kin else NOBODY)
        own = one.whole.difference(*(self._taken_apart(other).whole for other in kin))
        self._show(place, one, looked.seen, own)
        for other in near:
            self._met.put((place,), other)
        if len(self) < _SETTLED or len(self._apart) > _KEPT_APART:
            self._apart.clear()

    def _kin(self, one: Weighed, near: list[int]) -> list[int]:
        """Those that this text is surely made from, or they from it; the most alike first."""
        judged = [(judge(one, self._taken_apart(place), self._spread), place) for place in near[:_KIN]]
        kin = sorted((-likeness.contained, place) for likeness, place in judged if likeness.family)
        return [place for _, place in kin]

    def _show(self, place: int, one: Weighed, seen: Seen, own: set[int]) -> None:
        """Lets a text of a family count and be found; ``own`` is what no other of its family has shown."""
        if self._families.of[place] != place:
            self._added[place] = array("I", own)
        self._looked = None
        self._spread.add(own, place not in self._added)
        self._finder.put(place, one, seen, own)

    def _hide(self, place: int) -> None:
        """The opposite."""
        self._looked = None
        one = self._taken_apart(place)
        added = self._added.pop(place, None)
        self._finder.remove(place, one.numbers, added is None)
        self._spread.take(one.whole if added is None else added, added is None)
        self._apart.clear()

    def _met_by(self, place: int) -> list[int]:
        return self._met.by((place,)).get(place, [])

    def _kindred(self, near: Iterable[int]) -> Iterator[int]:
        """Places and the families they belong to, each place once."""
        told: set[int] = set()
        for place in near:
            if place not in told:
                members = self._families.told(place)
                yield from (other for other in (place, *members) if other not in told and not told.add(other))

    def _judged(self, one: Weighed, places: Iterable[int], place: int = NOBODY) -> Iterator[tuple[int, Likeness]]:
        """The places of texts that are like this one; ``place`` is its own."""
        formulas = cache(
            lambda by: self._finder.formulas(one, self._finder.see(one), self._families.of[place], by)
        )
        judged: dict[int, Likeness] = {}
        for other in places:
            digest = self._held.digests[other]
            if digest not in judged:
                judged[digest] = judge(one, self._taken_apart(other), self._spread, formulas)
            if judged[digest].score >= LISTED:
                yield other, judged[digest]

    def _taken_apart(self, place: int) -> Weighed:
        found = self._apart.get(place)
        if found is None:
            if len(self._apart) > _KEPT_APART:
                self._apart.clear()
            found = self._apart[place] = self._weighed_at(place)
        return found


def _print_of(told: Iterable[str]) -> int:
    """A number for the numbers, dates and shares that are told, signs and all."""
    return crc32(repr([figures(part) for part in told]).encode("utf-8", "surrogatepass"))
