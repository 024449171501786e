"""Two points held against each other: which of their texts say the same, how, and what one says besides."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

from hearing.echoes.agreement import Alignment, Word, aligned
from hearing.echoes.difference import Piece
from hearing.echoes.marked import readable, sides, together
from hearing.echoes.pairs import Match, Nearness, Pair
from hearing.echoes.texts import Text
from hearing.echoes.warnings import Warned, warnings

FIELDS = ("summary", "excerpt")
"""The texts of a point that are compared."""

# Texts of which less agrees are no versions of each other: nearly everything would be marked.
_VERSIONS = 0.35
# What a text says besides: sentences of which hardly a word is in the other text, so large a part of it. So much
# of the rest is in the other text, or nothing of the two is the same.
_OWN, _CONSIDERABLE, _SAME = 0.34, 0.4, 0.6
_FEW_WORDS = 6


@dataclass(frozen=True)
class Versions:
    """A text of one point and a text of another that say the same, each named by its field.

    ``share`` is how much of the shorter text is in the other, ``same`` the number of words that both have.
    """

    fields: tuple[str, str]
    texts: tuple[str, str]
    found: Alignment
    same: int
    share: float

    def sides(self) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
        """Each text by itself, with what only it has."""
        return sides(*self.texts, self._readable)

    def together(self) -> tuple[Piece, ...]:
        """The second text, with what only the first has where it would stand."""
        return together(*self.texts, self._readable)

    @property
    def _readable(self) -> Alignment:
        found = self.found
        return readable(*self.texts, replace(found, of_old=[*found.of_old], of_new=[*found.of_new]))


@dataclass(frozen=True)
class Comparison:
    """Two points held against each other: their texts that say the same, those with most in common first.

    ``besides`` is what each says that the other does not, the longest sentence of it, where that is a considerable
    part; "" where it is not.
    """

    versions: tuple[Versions, ...]
    warnings: tuple[Warned, ...]
    besides: tuple[str, str]

    @property
    def partly(self) -> bool:
        """Whether only a part of one of the two is the same."""
        return any(self.besides)

    def nearness(self, found: Match | Pair) -> Nearness:
        """How near they are in words: what is the same only in part is not nearly word for word."""
        return Nearness.ALIKE if self.partly and found.nearness is Nearness.NEARLY else found.nearness


def compare(one: Text, other: Text) -> Comparison:
    """Hold two points against each other, like with like or a summary with a citation, whichever say the same."""
    versions = versions_of(one, other)
    told = {(w.kind, w.old, w.new): w for v in versions for w in warnings(*v.texts)}
    return Comparison(versions, tuple(told.values()), (_besides(versions, 0), _besides(versions, 1)))


def versions_of(one: Text, other: Text) -> tuple[Versions, ...]:
    """The texts of two points that say the same, those with most in common first; none if nothing does."""
    candidates = [
        _held_against(name, getattr(one, name), theirs, getattr(other, theirs))
        for name, theirs in product(FIELDS, FIELDS)
        if getattr(one, name) and getattr(other, theirs)
    ]
    candidates.sort(key=lambda found: (-found.same, found.fields[0] != found.fields[1]))
    chosen: list[Versions] = []
    for found in candidates:
        taken = any(a == b for before in chosen for a, b in zip(before.fields, found.fields, strict=True))
        if found.share >= _VERSIONS and not taken:
            chosen.append(found)
    return tuple(chosen)


def _held_against(name: str, old: str, theirs: str, new: str) -> Versions:
    found = aligned(old, new)
    same = sum(partner >= 0 for partner in found.of_old)
    return Versions((name, theirs), (old, new), found, same, same / (min(len(found.old), len(found.new)) or 1))


def _besides(versions: Sequence[Versions], side: int) -> str:
    """What one of the two says besides. Where both are condensed, the summaries tell what they demand."""
    told = {found.fields: _own(found, side) for found in versions}
    return told.get(("summary", "summary"), next(filter(None, told.values()), ""))


def _own(found: Versions, side: int) -> str:
    """What a text says in sentences of its own, if it is a considerable part and the rest is not."""
    words = (found.found.old, found.found.new)[side]
    partners = (found.found.of_old, found.found.of_new)[side]
    sentences: dict[int, list[int]] = {}
    for n, word in enumerate(words):
        sentences.setdefault(word.sentence, []).append(n)
    own = [
        some
        for some in sentences.values()
        if len(some) >= _FEW_WORDS and sum(partners[n] >= 0 for n in some) < _OWN * len(some)
    ]
    alone = {n for some in own for n in some}
    shared = [partner >= 0 for n, partner in enumerate(partners) if n not in alone]
    if not own or len(alone) < _CONSIDERABLE * len(words) or sum(shared) < _SAME * len(shared):
        return ""
    return _said(found.texts[side], words, max(own, key=len))


def _said(text: str, words: Sequence[Word], sentence: Sequence[int]) -> str:
    return " ".join(text[words[sentence[0]].start : words[sentence[-1]].end].split())
