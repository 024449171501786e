"""Which places hold a number: chains in flat arrays, a twentieth of the memory of a dict of lists."""

from array import array
from collections.abc import Iterable

_SMALLEST = 1 << 12


class Chains:
    """Numbers (of 30 bits, not nought), and by each the places that were put there."""

    def __init__(self) -> None:
        self._heads = array("I", bytes(4 * _SMALLEST))
        self._numbers, self._places, self._next = array("I", [0]), array("I", [0]), array("I", [0])
        self._free = 0
        self._held = 0

    def put(self, numbers: Iterable[int], place: int) -> None:
        """Puts a place by each of the numbers."""
        heads, held, places, following = self._heads, self._numbers, self._places, self._next
        mask = len(heads) - 1
        for number in numbers:
            at = number & mask
            entry = self._free
            if entry:
                self._free = following[entry]
                held[entry], places[entry], following[entry] = number, place, heads[at]
            else:
                entry = len(held)
                held.append(number)
                places.append(place)
                following.append(heads[at])
            heads[at] = entry
            self._held += 1
        if self._held > 2 * len(heads):
            self._grow()

    def take(self, number: int, place: int) -> bool:
        """Takes a place from a number, and tells whether it was there."""
        at = number & len(self._heads) - 1
        before, entry = 0, self._heads[at]
        while entry:
            if self._numbers[entry] == number and self._places[entry] == place:
                if before:
                    self._next[before] = self._next[entry]
                else:
                    self._heads[at] = self._next[entry]
                self._next[entry], self._free = self._free, entry
                self._held -= 1
                return True
            before, entry = entry, self._next[entry]
        return False

    def by(self, numbers: Iterable[int]) -> dict[int, list[int]]:
        """The numbers that places were put by, each with its places."""
        heads, held, places, following = self._heads, self._numbers, self._places, self._next
        mask = len(heads) - 1
        found: dict[int, list[int]] = {}
        for number in numbers:
            entry = heads[number & mask]
            while entry:
                if held[entry] == number:
                    if number in found:
                        found[number].append(places[entry])
                    else:
                        found[number] = [places[entry]]
                entry = following[entry]
        return found

    def _grow(self) -> None:
        size = 2 * len(self._heads)
        heads = array("I", bytes(4 * size))
        numbers, following = self._numbers, self._next
        for entry in self._heads:
            while entry:
                after = following[entry]
                to = numbers[entry] & size - 1
                following[entry] = heads[to]
                heads[to] = entry
                entry = after
        self._heads = heads
