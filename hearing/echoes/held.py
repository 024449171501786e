"""The texts an index holds, as numbers, in a few flat arrays: nothing of Python's own for each word.

What is weighed of a text is kept only of those asked for last: the members of a family are compared one after the
other, and to find it again from their words takes five times as long.
"""

from array import array
from collections.abc import Hashable, Iterable, Iterator

from hearing.echoes.words import features

Both = tuple[array, array]
"""Numbers of a summary and of an excerpt."""

_KEPT = 2000


class _Rows:
    """Two rows of numbers by place, one behind the other; what goes leaves its room until much of it is gone."""

    def __init__(self) -> None:
        self._numbers = array("I")
        self._starts, self._parts, self._ends = array("Q", [0]), array("Q", [0]), array("Q", [0])
        self._gone = 0

    def put(self, place: int, both: Both) -> None:
        """Holds two rows at a place."""
        while len(self._starts) <= place:
            for column in (self._starts, self._parts, self._ends):
                column.append(0)
        self._starts[place] = len(self._numbers)
        self._numbers.extend(both[0])
        self._parts[place] = len(self._numbers)
        self._numbers.extend(both[1])
        self._ends[place] = len(self._numbers)

    def at(self, place: int) -> Both:
        """The two rows of a place."""
        start, part, end = self._starts[place], self._parts[place], self._ends[place]
        return self._numbers[start:part], self._numbers[part:end]

    def take(self, place: int, places: Iterable[int]) -> None:
        """Lets the rows of a place go; ``places`` are those that are left."""
        self._gone += self._ends[place] - self._starts[place]
        if self._gone > 1 << 16 and 2 * self._gone > len(self._numbers):
            self._close_up(places)

    def _close_up(self, places: Iterable[int]) -> None:
        held = self._numbers
        self._numbers, self._gone = array("I"), 0
        for place in places:
            start, part, end = self._starts[place], self._parts[place], self._ends[place]
            self.put(place, (held[start:part], held[part:end]))


class Held:
    """Points by their place, a small number that is used again when a point is gone."""

    def __init__(self) -> None:
        self.places: dict[int, int] = {}
        self.ids = array("q", [0])
        self.turns = array("Q", [0])
        self.digests = array("q", [0])
        self.figures = array("I", [0])
        self.parties: list[Hashable] = [None]
        self._numbers = _Rows()
        self._features: dict[int, Both] = {}
        self._free: list[int] = []
        self._turn = 0

    def put(self, id: int, party: Hashable, numbers: Both, turn: int = 0, figures: int = 0) -> int:
        """Holds a text and gives its place. ``turn`` is its turn among all, the next one if it is not told.

        ``figures`` stands for the numbers that are told in it.
        """
        place = self._free.pop() if self._free else self._room()
        self._turn += 1
        self.places[id] = place
        self.ids[place], self.parties[place], self.turns[place] = id, party, turn or self._turn
        self.digests[place] = hash((tuple(numbers[0]), tuple(numbers[1]), figures))
        self.figures[place] = figures
        self._numbers.put(place, numbers)
        return place

    def numbers(self, place: int) -> Both:
        """The words of summary and excerpt."""
        return self._numbers.at(place)

    def features(self, place: int) -> Both:
        """What is weighed of summary and excerpt, each feature once."""
        found = self._features.get(place)
        if found is None:
            if len(self._features) >= _KEPT:
                self._features.clear()
            found = self._features[place] = features_of(self._numbers.at(place))
        return found

    def take(self, id: int) -> None:
        """Lets a text go."""
        place = self.places.pop(id)
        self.turns[place] = 0
        self.parties[place] = None
        self._free.append(place)
        self._features.pop(place, None)
        self._numbers.take(place, self.places.values())

    def turn(self, id: int) -> int:
        """The turn of a text, nought if it is not held."""
        return self.turns[self.places[id]] if id in self.places else 0

    def in_turn(self) -> Iterator[int]:
        """The places, by turn."""
        return iter(sorted(self.places.values(), key=self.turns.__getitem__))

    def _room(self) -> int:
        for column in (self.ids, self.turns, self.digests, self.figures):
            column.append(0)
        self.parties.append(None)
        return len(self.ids) - 1


def features_of(numbers: Both) -> Both:
    """What is weighed of the words of summary and excerpt."""
    return array("I", features(numbers[0])), array("I", features(numbers[1]))
