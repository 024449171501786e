"""Which points hold a number: a table of chains in flat arrays, a twentieth of the memory of a dict of lists."""

from array import array
from collections.abc import Iterable

_SMALLEST = 1 << 12


class Shelf:
    """Numbers (of 30 bits, not nought), and by each the points that were put there."""

    def __init__(self) -> None:
        self._heads = array("I", bytes(4 * _SMALLEST))
        self._numbers, self._points, self._next = array("I", [0]), array("I", [0]), array("I", [0])
        self._free = 0
        self._held = 0

    def put(self, number: int, point: int) -> None:
        """Puts a point by a number."""
        if self._held >= len(self._heads):
            self._grow()
        self._held += 1
        at = number & len(self._heads) - 1
        entry = self._free
        if entry:
            self._free = self._next[entry]
            self._numbers[entry], self._points[entry], self._next[entry] = number, point, self._heads[at]
        else:
            entry = len(self._numbers)
            self._numbers.append(number)
            self._points.append(point)
            self._next.append(self._heads[at])
        self._heads[at] = entry

    def take(self, number: int, point: int) -> bool:
        """Takes a point from a number, and tells whether it was there."""
        at = number & len(self._heads) - 1
        before, entry = 0, self._heads[at]
        while entry:
            if self._numbers[entry] == number and self._points[entry] == point:
                if before:
                    self._next[before] = self._next[entry]
                else:
                    self._heads[at] = self._next[entry]
                self._next[entry], self._free = self._free, entry
                self._held -= 1
                return True
            before, entry = entry, self._next[entry]
        return False

    def by(self, numbers: Iterable[int]) -> list[list[int]]:
        """For each of the numbers the points by it, the last one put first."""
        heads, held, points, following = self._heads, self._numbers, self._points, self._next
        mask = len(heads) - 1
        found = []
        for number in numbers:
            entry = heads[number & mask]
            here: list[int] = []
            while entry:
                if held[entry] == number:
                    here.append(points[entry])
                entry = following[entry]
            found.append(here)
        return found

    def _grow(self) -> None:
        size = 2 * len(self._heads)
        heads = array("I", bytes(4 * size))
        numbers, following = self._numbers, self._next
        old = self._heads
        for at in range(len(old)):
            entry = old[at]
            while entry:
                after = following[entry]
                to = numbers[entry] & size - 1
                following[entry] = heads[to]
                heads[to] = entry
                entry = after
        self._heads = heads
