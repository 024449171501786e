"""The texts of one hearing in memory, and which of them are like which."""

from collections.abc import Iterable

from hearing.echoes.index import Index
from hearing.echoes.pairs import Match, Pair
from hearing.echoes.texts import Text

Near = tuple[int, bool]
"""How near another text is: the score, and whether the same party says it."""


class Alike:
    """An index, and the pairs found in it, each kept under both of its texts."""

    def __init__(self, names: Iterable[str], known: Iterable[str]):
        self.index = Index(names, known)
        self._near: dict[int, dict[int, Near]] = {}

    def put(self, id: int, text: Text) -> None:
        """Add a text or take the place of the one with this id, and find again what it is like."""
        self.index.put(id, text)
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

    def matches(self, text: Text, but: int | None = None) -> list[Match]:
        """The texts that are like this one, best first, without the one with the id ``but``."""
        return self.index.matches(text, but=() if but is None else {but})

    def pairs(self) -> list[Pair]:
        """Every two texts that are like each other, best first; of two as good, the one that was there first."""
        found = [
            Pair(id, other, score, same)
            for id, near in self._near.items()
            for other, (score, same) in near.items()
            if id < other
        ]
        return sorted(found, key=lambda pair: (-pair.score, pair.a, pair.b))

    def _part(self, id: int) -> None:
        for other in self._near.pop(id, ()):
            del self._near[other][id]
