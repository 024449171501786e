"""The points of one hearing in memory: which are like which, and which of them name which."""

from bisect import bisect_left, insort
from collections.abc import Collection, Container, Iterable

from hearing.echoes.index import Index
from hearing.echoes.meant import Row, Rows
from hearing.echoes.names import Names
from hearing.echoes.pairs import LISTED, SAME_TEXT, Match, Pair
from hearing.echoes.texts import Text
from hearing.echoes.wishes import Wishes

HINTED = 20
"""The lowest score of a hint that is worth its place on a page: of the lower ones five in six are wrong."""

_NAMED_BY_LETTERS, _LOOKED_AT_TWICE = 5_000, 1_500
"""Points of a hearing up to which the one that a reference means is looked for by its letters, and up to which
points are compared by their letters, too, which takes some milliseconds for each."""

_MUCH, _FEW, _WORTH_ASKING_BACK, _ASKED_BACK = 0.42, 30, 0.3, 3
"""How much alike two points are in their letters that a person would call the same text with other words; of a
few points little is known about which letters are rare."""


class Alike:
    """The texts of a hearing of about ``size`` points.

    A pair of texts is found by the words that they share; in a small hearing also by their letters, where words
    are bent, joined and parted. A pair of which one names the other is that, whatever else they have in common.

    What words weigh follows every edit, the scores of pairs that were found before do not: after hundreds of edits
    a few pairs differ from those of a hearing that is read anew.
    """

    def __init__(self, masked: Iterable[str], known: Iterable[str], names: Names, size: int):
        self.index = Index(masked, known)
        self._wishes = Wishes()
        self._twice = size <= _LOOKED_AT_TWICE
        self.rows = Rows(names, self._wishes.likeness if size <= _NAMED_BY_LETTERS else self.index.alike)
        self._texts: dict[int, Text] = {}
        self._near: dict[int, dict[int, tuple[Pair, bool]]] = {}
        self._best_first: list[Pair] = []
        self._done: set[int] = set()
        self._changes = 0

    def __contains__(self, id: int) -> bool:
        return id in self.index

    @property
    def version(self) -> tuple[int, int]:
        """Changes with the pairs."""
        return self._changes, self.rows.version

    def fill(self, row: Row) -> None:
        """Add a point that is compared later."""
        self.index.put(row.id, row.text)
        self.rows.put(row)
        if self._twice:
            self._texts[row.id] = row.text
        # A point that only names another says nothing that a third could say as well.
        if self.rows.only_names(row.id):
            self._wishes.remove(row.id)
        else:
            self._wishes.put(row.id, row.text)

    def name(self, row: Row) -> None:
        """Take in what a point is called and what its answer names; its text is the same as before."""
        self.rows.put(row)

    def compare(self, id: int) -> None:
        """Find what a point is like that was filled in, asked for one after the other."""
        self._compare(id, self._done)
        self.rows.settle(id)
        self._wishes.measure(id)

    def put(self, row: Row) -> None:
        """Add a point or take the place of the one with this id, and find again what it is like."""
        self._part(row.id)
        self.fill(row)
        self._compare(row.id, set())

    def remove(self, id: int) -> None:
        """Take a point out, if it is there."""
        self._part(id)
        self.index.remove(id)
        self.rows.remove(id)
        self._texts.pop(id, None)
        self._wishes.remove(id)

    def settle(self) -> None:
        """All have been compared, or what was taken in since: look up what is named now."""
        self._done = set()
        self.rows.settle_all()

    def matches(self, text: Text, but: int | None = None, *, linked: bool = False) -> list[Match]:
        """The points that this text is like or that name or are named by it, best first.

        ``but`` is the id of its own point, None if it has none yet, and ``linked`` whether that repeats another.
        """
        left_out = () if but is None else (but,)
        found = {match.id: match for match in self.index.matches(text, but=set(left_out))}
        if self.rows.is_only_a_name(text):
            found = {id: match for id, match in found.items() if not self.rows.only_names(id)}
        for alike, other in self._wishes.alike(text, but=left_out) if self._twice and self._texts else ():
            if score := self._by_letters(alike):
                same = text.party is not None and text.party == self._texts[other].party
                found.setdefault(other, Match(other, score, same))
        found |= {match.id: match for match in self.rows.matches(text, but, linked=linked)}
        return sorted(found.values(), key=lambda match: (-match.score, match.id))

    def hints(self, text: Text, but: Collection[int]) -> list[Match]:
        """The few texts of others that most likely demand the same in other words, without those ``but``."""
        return [match for match in self._wishes.nearest(text, but=but) if match.score >= HINTED]

    def pairs(self, linked: Container[int] = ()) -> list[Pair]:
        """Every two points that are like each other or of which one names the other, the lower id first.

        Best first. Of the points that are ``linked`` to what they repeat only what they name by its letter counts.
        """
        naming = {(pair.a, pair.b): pair for pair in self.rows.pairs(linked)}
        found = self._best_first.copy()
        for (a, b), pair in naming.items():
            if b in self._near.get(a, {}):
                _leave_out(found, self._near[a][b][0])
            insort(found, pair, key=_order)
        return found

    def _compare(self, id: int, done: set[int]) -> None:
        self._changes += 1
        bare = self.rows.only_names(id)
        for pair in self.index.pairs_of(id, done):
            # "Samme kommentar som PIU a" and "Samme kommentar som PIU b" are two wishes.
            if bare and self.rows.only_names(pair.b if pair.a == id else pair.a):
                continue
            self._meet(Pair(min(pair.a, pair.b), max(pair.a, pair.b), pair.score, pair.same_party))
        if not self._twice or id not in self._texts or id not in self._wishes:
            return
        text = self._texts[id]
        for n, (alike, other) in enumerate(self._wishes.alike(text, but=(id,))):
            if done is not self._done and n < _ASKED_BACK and alike >= _WORTH_ASKING_BACK:
                # A short text is in a long one, and not the other way round.
                alike = max(alike, *(back for back, _ in self._wishes.likeness(self._texts[other], (id,))))
            if score := self._by_letters(alike):
                same = text.party is not None and text.party == self._texts[other].party
                self._meet(Pair(min(id, other), max(id, other), score, same), by_words=False)

    def _by_letters(self, alike: float) -> int:
        """The score of two points that are so much alike in their letters, nought if that is too little."""
        sure = len(self._wishes) / (len(self._wishes) + _FEW)
        if alike * sure < _MUCH:
            return 0
        reach = (alike * sure - _MUCH) / (1 - _MUCH)
        return min(SAME_TEXT - 1, LISTED + round((SAME_TEXT - LISTED) * reach))

    def _meet(self, pair: Pair, *, by_words: bool = True) -> None:
        """Keep a pair; what the letters say counts where the words say nothing."""
        there = self._near.get(pair.a, {}).get(pair.b)
        if there is not None:
            known, surely = there
            if not by_words and (surely or known.score >= pair.score):
                return
            _leave_out(self._best_first, known)
        self._near.setdefault(pair.a, {})[pair.b] = pair, by_words
        self._near.setdefault(pair.b, {})[pair.a] = pair, by_words
        insort(self._best_first, pair, key=_order)

    def _part(self, id: int) -> None:
        self._changes += 1
        for other, (pair, _) in self._near.pop(id, {}).items():
            del self._near[other][id]
            _leave_out(self._best_first, pair)


def _leave_out(best_first: list[Pair], pair: Pair) -> None:
    del best_first[bisect_left(best_first, _order(pair), key=_order)]


def _order(pair: Pair) -> tuple[int, int, int]:
    return -pair.score, pair.a, pair.b
