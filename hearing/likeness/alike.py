"""The texts of one hearing in memory, and which of them are like which."""

from collections.abc import Collection, Iterable, Iterator

from hearing.echoes.index import Index
from hearing.echoes.pairs import Match, Pair
from hearing.echoes.texts import Text
from hearing.echoes.wishes import Wishes

HINTED = 20
"""The lowest score of a hint that is worth its place on a page: of the lower ones four in five are wrong."""

Near = tuple[int, bool]
"""How near another text is: the score, and whether the same party says it."""


class Alike:
    """An index, and the pairs found in it, each kept under both of its texts.

    ``hinting`` is whether it can be asked for the same wish in other words, too; this takes memory of its own.
    """

    def __init__(self, names: Iterable[str], known: Iterable[str], hinting: bool = True):
        self.index = Index(names, known)
        self._wishes = Wishes() if hinting else None
        self._near: dict[int, dict[int, Near]] = {}
        self._listed: list[Pair] | None = None

    def fill(self, texts: Iterable[tuple[int, Text]]) -> None:
        """Add texts that are compared later."""
        texts = list(texts)
        self.index.put_many(texts)
        if self._wishes is not None:
            self._wishes.put_many((id, text, None) for id, text in texts)

    def put(self, id: int, text: Text) -> None:
        """Add a text or take the place of the one with this id, and find again what it is like."""
        self.fill([(id, text)])
        self.compare(id, text)

    def compare(self, id: int, text: Text) -> None:
        """Find again what a text of the index is like."""
        self._part(id)
        for match in self.index.matches(text, but={id}):
            near = match.score, match.same_party
            self._near.setdefault(id, {})[match.id] = near
            self._near.setdefault(match.id, {})[id] = near

    def remove(self, id: int) -> None:
        """Take a text out, if it is there."""
        self.index.remove(id)
        self._part(id)
        if self._wishes is not None:
            self._wishes.remove(id)

    def matches(self, text: Text, but: int | None = None) -> list[Match]:
        """The texts that are like this one, best first, without the one with the id ``but``."""
        return self.index.matches(text, but=() if but is None else {but})

    def hints(self, text: Text, but: Collection[int]) -> list[Match]:
        """The few texts of others that most likely demand the same in other words, without those ``but``."""
        found = self._wishes.nearest(text, but=but) if self._wishes is not None else []
        return [match for match in found if match.score >= HINTED]

    def pairs(self) -> list[Pair]:
        """Every two texts that are like each other, best first; of two as good, the one that was there first."""
        if self._listed is None:
            self._listed = sorted(self._found(), key=lambda pair: (-pair.score, pair.a, pair.b))
        return self._listed

    def _found(self) -> Iterator[Pair]:
        return (
            Pair(id, other, score, same)
            for id, near in self._near.items()
            for other, (score, same) in near.items()
            if id < other
        )

    def _part(self, id: int) -> None:
        self._listed = None
        for other in self._near.pop(id, ()):
            del self._near[other][id]
