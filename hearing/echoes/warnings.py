"""What a person must look at between two alike texts: numbers, negations and opposites.

A sentence that is negated is as like the other as two sentences can be. Only what stands among words that agree
counts: what a text says besides, in sentences of its own, is shown by the word difference. A sentence that moved
is no difference.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, islice

from hearing.echoes import opposites
from hearing.echoes.agreement import Word, aligned
from hearing.echoes.numbers import value
from hearing.enums import Labelled

_NEGATIONS = {
    *("ikke", "ej", "ingen", "intet", "ingenting", "ingensinde", "uden", "aldrig", "hverken", "næppe"),
    *("undtagen", "undtaget", "undlad", "undlade", "undlader", "undlades"),
}
# How far from words that agree a word still belongs to them; how many of the words around it agree at least, and
# how many where a word that both have was moved rather than the sentence put in another way.
_NEAR = 8
_AGREED, _NEARLY_ALL = 0.5, 0.75
_MOST = 40


class Kind(Labelled):
    """What sort of difference a person must look at."""

    NUMBER = "number", "Tal"
    NEGATION = "negation", "Nægtelse"
    OPPOSITE = "opposite", "Modsætning"
    MOVED = "moved", "Flyttet"


@dataclass(frozen=True, slots=True)
class Warned:
    """A place where two alike texts say something else.

    ``old`` and ``new`` are the words of each with their neighbours, "" where a text has nothing like it.
    ``old_at`` and ``new_at`` are the ranges of characters of the very words; None where a text lacks them.
    """

    kind: Kind
    old: str
    new: str
    old_at: tuple[int, int] | None = None
    new_at: tuple[int, int] | None = None


Place = tuple[Kind, int | None, int | None]
"""What differs: the number of the old text's word, and that of the new one's."""


def warnings(old: str, new: str) -> tuple[Warned, ...]:
    """The differing numbers, negations and opposites, in the order of the old text; at most forty.

    >>> [(w.kind.label, w.old, w.new) for w in warnings("Svar inden tre dage, tak.", "Svar inden 5 dage, tak.")]
    [('Tal', 'inden tre dage', 'inden 5 dage')]
    >>> [(w.kind.label, w.old, w.new) for w in warnings("Det bør indføres nu.", "Det bør ikke indføres nu.")]
    [('Nægtelse', 'bør indføres', 'bør ikke indføres')]
    """
    found = aligned(old, new)
    one, other = _Side(old, found.old, found.of_old), _Side(new, found.new, found.of_new)
    runs = _runs(_Comparison(one, other).places())
    return tuple(_told(one, other, *run) for run in islice(runs, _MOST))


def _runs(places: Iterable[Place]) -> Iterator[tuple[Place, int]]:
    """Places of a kind that follow word upon word in both texts are one: the first, and how many more."""
    first, more = None, 0
    for place in places:
        if first and None not in first and place == (first[0], first[1] + more + 1, first[2] + more + 1):
            more += 1
            continue
        if first:
            yield first, more
        first, more = place, 0
    if first:
        yield first, more


def _told(one: "_Side", other: "_Side", place: Place, more: int) -> Warned:
    kind, n, m = place
    return Warned(
        kind,
        one.said(n, n + more) if n is not None else one.instead(other, m),
        other.said(m, m + more) if m is not None else other.instead(one, n),
        None if n is None else (one.words[n].start, one.words[n + more].end),
        None if m is None else (other.words[m].start, other.words[m + more].end),
    )


class _Side:
    """One of two texts. ``alone`` are its words that have no partner though most around them have one."""

    def __init__(self, text: str, words: list[Word], partners: list[int]):
        self.text, self.words, self.partners = text, words, partners
        self._agreeing = [0, *accumulate(partner >= 0 for partner in partners)]
        self._sentences: dict[int, list[int]] = {}
        for n, word in enumerate(words):
            self._sentences.setdefault(word.sentence, [n, n])[1] = n
        self.alone = [n for n, partner in enumerate(partners) if partner < 0 and self.agreed(n) >= _AGREED]

    def agreed(self, n: int) -> float:
        """How many of the words around this one in its sentence have a partner, on the side where more do."""
        first, last = self._around(n)
        return max(self._share(first, n), self._share(n + 1, last))

    def settled(self, n: int) -> float:
        """The same of both sides together."""
        return self._share(*self._around(n))

    def _around(self, n: int) -> tuple[int, int]:
        first, last = self._sentences[self.words[n].sentence]
        return max(first, n - _NEAR), min(last, n + _NEAR) + 1

    def _share(self, start: int, end: int) -> float:
        return (self._agreeing[end] - self._agreeing[start]) / max(end - start, 1)

    def anchor(self, n: int, step: int) -> int:
        """The nearest word before (-1) or behind (1) that has a partner, or -1."""
        steps = range(n + step, n + step * (_NEAR + 1), step)
        return next((at for at in steps if 0 <= at < len(self.words) and self.partners[at] >= 0), -1)

    def said(self, first: int, last: int) -> str:
        """The words between their neighbours."""
        before, behind = first - 1, last + 1
        return self._between(
            before if self._together(first, before) else first, behind if self._together(last, behind) else last
        )

    def instead(self, other: "_Side", m: int) -> str:
        """What stands here where the other text has its word; "" where that cannot be told."""
        before, behind = other.anchor(m, -1), other.anchor(m, 1)
        if before < 0 or behind < 0:
            return ""
        first, last = other.partners[before], other.partners[behind]
        return self._between(first, last) if 0 < last - first <= 3 else ""

    def _together(self, n: int, at: int) -> bool:
        return 0 <= at < len(self.words) and self.words[at].sentence == self.words[n].sentence

    def _between(self, first: int, last: int) -> str:
        return " ".join(self.text[self.words[first].start : self.words[last].end].split())


class _Comparison:
    """The words that stand alone in one text, set against those in the same places of the other."""

    def __init__(self, one: _Side, other: _Side):
        self._one, self._other = one, other
        self._behind, self._before = defaultdict(list), defaultdict(list)
        for m in other.alone:
            self._behind[other.anchor(m, -1)].append(m)
            self._before[other.anchor(m, 1)].append(m)

    def places(self) -> list[Place]:
        """Everything that differs, in the order of the old text; what only the new one has comes last."""
        numbers = self._differing(Kind.NUMBER, lambda word: value(word.folded))
        negations = self._differing(Kind.NEGATION, lambda word: "-" if word.folded in _NEGATIONS else "")
        opposed = self._opposed()
        for negation in list(negations):
            for opposite in opposed:
                if _cancel(negation, opposite):
                    negations.remove(negation)
                    opposed.remove(opposite)
                    break
        found = [*numbers, *negations, *opposed]
        return sorted(found, key=lambda place: (place[1] is None, place[1] or 0, place[2] or 0))

    def _rivals(self, n: int) -> list[int]:
        """The new text's words that stand where the old one's stands."""
        before, behind = self._one.anchor(n, -1), self._one.anchor(n, 1)
        found = self._behind[self._one.partners[before]] if before >= 0 else []
        return [*found, *(self._before[self._one.partners[behind]] if behind >= 0 else [])]

    def _differing(self, kind: Kind, meant: Callable[[Word], str]) -> list[Place]:
        """Words of one sort: the same in the same place is no difference, another is; the rest is absent."""
        old = {n: meaning for n in self._one.alone if (meaning := meant(self._one.words[n]))}
        new = {m: meaning for m in self._other.alone if (meaning := meant(self._other.words[m]))}
        for n in list(old):
            same = next((m for m in self._rivals(n) if new.get(m) == old[n]), None)
            if same is not None:
                del old[n], new[same]
        places: list[Place] = []
        for n in list(old):
            instead = next((m for m in self._rivals(n) if m in new), None)
            if instead is not None:
                places.append((kind, n, instead))
                del old[n], new[instead]
        places += self._moved(old, new)
        return [*places, *((kind, n, None) for n in old), *((kind, None, m) for m in new)]

    def _moved(self, old: dict[int, str], new: dict[int, str]) -> list[Place]:
        """Words that stand elsewhere in their sentence; where it is put in another way, that says nothing."""
        places: list[Place] = []
        waiting = defaultdict(list)
        for m, meaning in new.items():
            waiting[self._other.words[m].sentence, meaning].append(m)
        for n, meaning in list(old.items()):
            found = next((found for at in self._sentences_of(n) if (found := waiting[at, meaning])), None)
            if found:
                m = found.pop(0)
                if min(self._one.settled(n), self._other.settled(m)) >= _NEARLY_ALL:
                    places.append((Kind.MOVED, n, m))
                del old[n], new[m]
        return places

    def _sentences_of(self, n: int) -> list[int]:
        """The new text's sentences that have the words around this one."""
        anchors = (at for at in (self._one.anchor(n, -1), self._one.anchor(n, 1)) if at >= 0)
        return [self._other.words[self._one.partners[at]].sentence for at in anchors]

    def _opposed(self) -> list[Place]:
        places: list[Place] = []
        for n in self._one.alone:
            word = self._one.words[n].folded
            for m in self._rivals(n):
                other = self._other.words[m].folded
                if opposites.opposed(word, other):
                    places.append((Kind.NUMBER if opposites.measures(word) else Kind.OPPOSITE, n, m))
                    break
        return places


def _cancel(negation: Place, opposite: Place) -> bool:
    """Whether a negation and an opposite together say the same: "ikke relevant" and "irrelevant"."""
    kind, one, other = opposite
    _, n, m = negation
    if kind is not Kind.OPPOSITE or (n is not None and m is not None):
        return False
    return 0 < one - n <= 2 if n is not None else 0 < other - m <= 2
