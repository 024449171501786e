"""Which points the references in a hearing's texts mean, kept up to date one point at a time."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from hearing.echoes import labels, references, referring
from hearing.echoes.names import Names
from hearing.echoes.pairs import LISTED, Match, Pair, Reason
from hearing.echoes.references import Kind, Reference
from hearing.echoes.texts import Text
from hearing.wording import blank

_ALIKE_ENOUGH, _ALIKE_AS_A_WHOLE = 0.15, 0.25
"""How much a sentence that joins somebody, or all of its row, must be like the point that is meant."""
_CANDIDATES, _POINTS_BEFORE = 500, 60
"""Points of one party among which the one that is meant is looked for, by others and by itself."""

Likeness = Callable[[Text, Sequence[int]], list[tuple[float, int]]]
"""How much some points say of what a text says, from 0 to 1, best first."""
_Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """A point with all that may refer to another; the table's order is that of ``position``, then of ``id``."""

    id: int
    label: str
    text: Text
    decision: str = ""
    comment: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class Meant:
    """A point that a row means, and how surely; ``lettered`` if by its letter."""

    id: int
    score: int
    lettered: bool


@dataclass(frozen=True, slots=True)
class _Said:
    """A row that refers to others: what itself says, and what the authority answers."""

    text: Text
    own: tuple[Reference, ...]
    answered: tuple[Reference, ...]


_ABOVE = object()
"""Stands for a party where the table's order decides what is meant."""


class Rows:
    """The points of a hearing, which of them refer to others, and to which.

    A reference that names a party and no letter means the point of that party that is most like what is said; if
    none is like it, it means nobody. What a reference means is looked up in ``settle``, not before.
    """

    def __init__(self, names: Names, likeness: Likeness):
        self._names, self._likeness = names, likeness
        self._answered = lru_cache(1 << 10)(lambda text: tuple(references.find(text, names)))
        self._standing: dict[int, tuple[_Place, Hashable, str]] = {}
        self._order: list[_Place] = []
        self._of: defaultdict[Hashable, list[_Place]] = defaultdict(list)
        self._lettered: defaultdict[tuple[Hashable, str], list[_Place]] = defaultdict(list)
        self._said: dict[int, _Said] = {}
        self._naming: defaultdict[Hashable, set[int]] = defaultdict(set)
        self._meant: dict[int, tuple[Meant, ...]] = {}
        self._meaning: defaultdict[int, set[int]] = defaultdict(set)
        self._unsettled: set[int] = set()
        self._likely: dict[tuple, int | None] = {}
        self.version = 0

    def put(self, row: Row) -> None:
        """Add a row, or take the place of the one with this id."""
        self.remove(row.id)
        place, party, letter = (row.position, row.id), row.text.party, labels.last(row.label)
        self._standing[row.id] = place, party, letter
        for standing in (self._order, self._of[party], self._lettered[party, letter]):
            insort(standing, place)
        said = _Said(row.text, self._own(row.text), (*self._answered(row.decision), *self._answered(row.comment)))
        if said.own or said.answered:
            self._said[row.id] = said
            for reference in (*said.own, *said.answered):
                self._naming[self._hangs_on(reference, party)].add(row.id)
            self._unsettled.add(row.id)
        self._touch(party)

    def remove(self, id: int) -> None:
        """Take a row out, if it is there."""
        if id not in self._standing:
            return
        place, party, letter = self._standing.pop(id)
        for standing in (self._order, self._of[party], self._lettered[party, letter]):
            del standing[bisect_left(standing, place)]
        said = self._said.pop(id, None)
        for reference in (*said.own, *said.answered) if said else ():
            self._naming[self._hangs_on(reference, party)].discard(id)
        self._forget(id)
        self._unsettled.discard(id)
        self._touch(party)

    def only_names(self, id: int) -> bool:
        """Whether a row says no more than whose comment it repeats."""
        said = self._said.get(id)
        return said is not None and _names_only(said.text, said.own)

    def is_only_a_name(self, text: Text) -> bool:
        """The same of a text that is typed."""
        return _names_only(text, self._own(text))

    def settle(self, id: int) -> None:
        """Look up what a row means, if that is not known."""
        if id not in self._unsettled:
            return
        self._unsettled.discard(id)
        place, said, before = self._standing[id][0], self._said[id], self._meant.get(id, ())
        meant = tuple(self._resolved(id, place, said.text, (*said.own, *said.answered)))
        if meant != before:
            self._forget(id)
            self._meant[id] = meant
            for one in meant:
                self._meaning[one.id].add(id)

    def settle_all(self) -> None:
        """Look up what every row means of which that is not known."""
        for id in tuple(self._unsettled):
            self.settle(id)

    def pairs(self, linked: Container[int] = ()) -> list[Pair]:
        """The pairs of points of which one refers to the other, each once, best first.

        Of the rows that are ``linked`` to what they repeat only what they name by its letter counts.
        """
        found: dict[_Place, Pair] = {}
        for id, said in self._meant.items():
            for meant in said:
                if meant.id in self._standing and (meant.lettered or id not in linked):
                    key = min(id, meant.id), max(id, meant.id)
                    pair = Pair(*key, meant.score, self._same_party(*key), Reason.REFERENCE)
                    found[key] = max(pair, found.get(key, pair), key=lambda pair: pair.score)
        listed = [pair for pair in found.values() if pair.score >= LISTED]
        return sorted(listed, key=lambda pair: (-pair.score, pair.a, pair.b))

    def matches(self, text: Text, id: int | None = None, *, linked: bool = False) -> list[Match]:
        """The points that a text names or that name its point, best first; ``id`` is its point, None a new one.

        If its point is ``linked`` already, only what the text names by its letter counts.
        """
        place = self._standing[id][0] if id in self._standing else self._last(text.party)
        said = self._said.get(id)
        resolved = self._resolved(id, place, text, (*self._own(text), *(said.answered if said else ())))
        found = {meant.id: meant.score for meant in resolved if meant.lettered or not linked}
        for other in self._meaning.get(id, ()):
            scores = [meant.score for meant in self._meant[other] if meant.id == id]
            found[other] = max(found.get(other, 0), *scores)
        matches = [
            Match(
                other, score, text.party is not None and text.party == self._standing[other][1], Reason.REFERENCE
            )
            for other, score in found.items()
            if score >= LISTED
        ]
        return sorted(matches, key=lambda match: (-match.score, match.id))

    def _own(self, text: Text) -> tuple[Reference, ...]:
        return (*self._of_text(text.summary, text.party), *self._of_text(text.excerpt, text.party))

    def _of_text(self, text: str, speaker: Hashable) -> list[Reference]:
        return references.find(text, self._names, speaker) if text else []

    def _hangs_on(self, reference: Reference, speaker: Hashable) -> Hashable:
        """The party whose points decide what is meant; ``_ABOVE`` where it is the table's order."""
        if reference.above:
            return _ABOVE
        return speaker if reference.party is None else reference.party

    def _touch(self, party: Hashable) -> None:
        """What names a party may mean another point now."""
        self._unsettled |= self._naming.get(party, set()) | self._naming.get(_ABOVE, set())
        self._likely.clear()

    def _forget(self, id: int) -> None:
        self.version += 1
        for meant in self._meant.pop(id, ()):
            self._meaning[meant.id].discard(id)

    def _same_party(self, a: int, b: int) -> bool:
        one, other = self._standing[a][1], self._standing[b][1]
        return one is not None and one == other

    def _last(self, party: Hashable) -> _Place:
        """Where a new point of a party comes to stand: behind its last one."""
        standing = self._of.get(party) or self._order or [(0, 0)]
        return standing[-1][0], standing[-1][1] + 1

    def _resolved(self, id: int | None, place: _Place, text: Text, said: Iterable[Reference]) -> Iterator[Meant]:
        """The points that a row means, each once. A reference without a letter says nothing new where another
        names that party's letter."""
        said = tuple(said)
        lettered = {reference.party for reference in said if reference.letters}
        found: dict[int, Meant] = {}
        for reference in said:
            if reference.letters or reference.party not in lettered:
                for other in self._meant_by(reference, place, text):
                    meant = Meant(other, int(reference.kind), bool(reference.letters))
                    if other != id and (other not in found or found[other].score < meant.score):
                        found[other] = meant
        yield from found.values()

    def _meant_by(self, reference: Reference, place: _Place, text: Text) -> Sequence[int]:
        if reference.above:
            at = bisect_left(self._order, place)
            return _ids(self._order[max(0, at - 1) : at])
        party = text.party if reference.party is None else reference.party
        if reference.letters:
            lettered = [self._lettered.get((party, one), ()) for one in reference.letters]
            return [id for places in lettered for id in self._best(_ids(places), reference.said, text)]
        standing = self._of.get(party, ())
        if reference.kind is Kind.EARLIER:
            before = _ids(standing[max(0, (at := bisect_left(standing, place)) - _POINTS_BEFORE) : at])
            only = before if len(before) == 1 and referring.UP.search(reference.said) else ()
            return only or self._like(before, reference.said, text)
        if len(standing) == 1:
            return _ids(standing)
        return self._like(_ids(standing[:_CANDIDATES]), reference.said, text)

    def _best(self, ids: Sequence[int], said: str, text: Text) -> Sequence[int]:
        """The one point with a letter; of several with the same letter the one that is most like what is said."""
        return ids if len(ids) < 2 else self._like(ids[:_CANDIDATES], said, text) or ids[:1]

    def _like(self, ids: Sequence[int], said: str, text: Text) -> Sequence[int]:
        for asked, enough in ((Text(said), _ALIKE_ENOUGH), (text, _ALIKE_AS_A_WHOLE)):
            key = asked, enough, tuple(ids)
            if key not in self._likely:
                best = self._likeness(asked, ids)[:1]
                self._likely[key] = best[0][1] if best and best[0][0] >= enough else None
            if self._likely[key] is not None:
                return [self._likely[key]]
        return []


def _ids(places: Iterable[_Place]) -> list[int]:
    return [id for _, id in places]


def _names_only(text: Text, own: Iterable[Reference]) -> bool:
    return blank(text.excerpt) and any(one.kind is Kind.SAME for one in own)
