"""Who computes in the background lets those who answer a person go first: Python runs one thread at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition


class Courtesy:
    """How many persons are being answered, and a place to wait until none is."""

    def __init__(self) -> None:
        self._condition = Condition()
        self._answering = 0

    @contextmanager
    def answering(self) -> Iterator[None]:
        """Inside, a person is being answered."""
        with self._condition:
            self._answering += 1
        try:
            yield
        finally:
            with self._condition:
                self._answering -= 1
                self._condition.notify_all()

    def give_way(self, most: float) -> None:
        """Wait while somebody is being answered, but no longer than so many seconds: an export takes its time."""
        with self._condition:
            self._condition.wait_for(lambda: not self._answering, most)


courtesy = Courtesy()
