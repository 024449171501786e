"""The texts an index holds, as numbers, in a few flat arrays: nothing of Python's own for each word."""

from array import array
from collections.abc import Hashable, Iterator, Sequence


class Held:
    """Points by their place, a small number that is used again when a point is gone."""

    def __init__(self) -> None:
        self.places: dict[int, int] = {}
        self.ids = array("q", [0])
        self.turns = array("Q", [0])
        self.digests = array("q", [0])
        self.parties: list[Hashable] = [None]
        self._numbers = array("I")
        self._starts, self._parts, self._ends = array("Q", [0]), array("Q", [0]), array("Q", [0])
        self._free: list[int] = []
        self._gone = 0
        self._turn = 0

    def put(self, id: int, party: Hashable, summary: Sequence[int], excerpt: Sequence[int], turn: int = 0) -> int:
        """Holds a text and gives its place. ``turn`` is its turn among all, the next one if it is not told."""
        place = self._free.pop() if self._free else self._room()
        self._turn += 1
        self.places[id] = place
        self.ids[place], self.parties[place], self.turns[place] = id, party, turn or self._turn
        self.digests[place] = hash((tuple(summary), tuple(excerpt)))
        self._starts[place] = len(self._numbers)
        self._numbers.extend(summary)
        self._parts[place] = len(self._numbers)
        self._numbers.extend(excerpt)
        self._ends[place] = len(self._numbers)
        return place

    def numbers(self, place: int) -> tuple[Sequence[int], Sequence[int]]:
        """The words of summary and excerpt."""
        start, part, end = self._starts[place], self._parts[place], self._ends[place]
        return self._numbers[start:part], self._numbers[part:end]

    def take(self, id: int) -> None:
        """Lets a text go."""
        place = self.places.pop(id)
        self.turns[place] = 0
        self._gone += self._ends[place] - self._starts[place]
        self.parties[place] = None
        self._free.append(place)
        if self._gone > 1 << 16 and 2 * self._gone > len(self._numbers):
            self._close_up()

    def turn(self, id: int) -> int:
        """The turn of a text, nought if it is not held."""
        return self.turns[self.places[id]] if id in self.places else 0

    def in_turn(self) -> Iterator[int]:
        """The places, by turn."""
        return iter(sorted(self.places.values(), key=self.turns.__getitem__))

    def _room(self) -> int:
        for column in (self.ids, self.turns, self.digests, self._starts, self._parts, self._ends):
            column.append(0)
        self.parties.append(None)
        return len(self.ids) - 1

    def _close_up(self) -> None:
        numbers = array("I")
        for place in self.places.values():
            start, part, end = self._starts[place], self._parts[place], self._ends[place]
            self._starts[place] = len(numbers)
            numbers.extend(self._numbers[start:end])
            self._parts[place] = self._starts[place] + part - start
            self._ends[place] = len(numbers)
        self._numbers, self._gone = numbers, 0
