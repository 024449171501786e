"""The likenesses of a hearing held in memory: brought up to date by every request, filled in the background."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Lock, Thread
from typing import TypeVar

from sqlite_utils import Database

from hearing.likeness.courtesy import courtesy
from hearing.likeness.filling import Filling
from hearing.store import connection, events, points

# Points that are compared while the person waits.
AT_ONCE = 500
# Seconds between two slices, so that others get the lock; and how long those who answer a person go first.
_PAUSE, _LONGEST_PAUSE = 0.001, 0.05

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Progress:
    """How many of a hearing's points have been compared with one another."""

    done: int
    total: int

    @property
    def ready(self) -> bool:
        """Whether all have."""
        return self.done >= self.total


class Held:
    """One hearing's likenesses. An index is no thread's own: whoever asks it holds the lock.

    Nobody takes the lock and then waits for the database: a request holds its snapshot before, the background
    reads a slice first. Else a writer that waits for one reader would keep another from letting the lock go.
    """

    def __init__(self, file: str, hearing_id: int):
        self.size = 0
        self._file, self._hearing_id = file, hearing_id
        self._lock = Lock()
        self._now: Filling | None = None
        # What is being filled: the same, or what takes its place when it is ready; until then the old one answers.
        self._coming: Filling | None = None

    def ask(self, db: Database, question: Callable[[Filling], Answer]) -> Answer:
        """The answer of the hearing as the database has it now, as far as it is filled."""
        with connection.snapshot(db):
            # Begins the snapshot, before the lock.
            newest = events.mark(db, self._hearing_id)
            with self._lock:
                self._bring_up_to_date(db, newest)
                if self._coming and (self.size <= AT_ONCE or not self._file):
                    self._finish(db)
                return question(self._now)

    def start(self, db: Database) -> None:
        """Have it filled in the background, if it is not in memory; nobody waits for it."""
        with connection.snapshot(db):
            events.mark(db, self._hearing_id)
            with self._lock:
                if self._now is None and self._file:
                    self._begin(db, waiting=False)

    def drop(self) -> None:
        """Let go of everything; what is being filled is given up."""
        with self._lock:
            self._now = self._coming = None

    def _bring_up_to_date(self, db: Database, newest: events.Mark | None) -> None:
        there = {id(filling): filling for filling in (self._now, self._coming) if filling}
        lost = [one for one in there.values() if not one.follow(db) and not self._is_ahead(one, newest)]
        if self._now in lost:
            self._now = None
        if self._coming in lost or (self._coming and self._coming.outdated):
            self._coming = None
        if self._coming is None and (self._now is None or self._now.outdated):
            self._begin(db)

    def _is_ahead(self, filling: Filling, newest: events.Mark | None) -> bool:
        """Whether another request has told of more than this one can see, its snapshot being older.

        A database that was brought back from a backup looks the same, but stays so.
        """
        if not self._file or not filling.mark or (newest and newest[0] >= filling.mark[0]):
            return False
        try:
            # Without patience: a writer may be waiting for this very request to let go of its snapshot.
            with connection.reading(self._file, patience=0) as other:
                return events.knows(other, filling.mark)
        except connection.Unreadable as error:
            if connection.is_busy(error):
                return True
            raise

    def _begin(self, db: Database, *, waiting: bool = True) -> None:
        filling = Filling.begin(db, self._hearing_id)
        self.size = len(filling.ids)
        self._coming, self._now = filling, self._now or filling
        if self._file and not (waiting and self.size <= AT_ONCE):
            Thread(target=self._fill, args=[filling], daemon=True).start()

    def _finish(self, db: Database) -> None:
        """Fill what is few at once, also where the background has begun."""
        while asked := self._coming.next():
            self._coming.take(asked, points.texts(db, asked))
        self._now, self._coming = self._coming, None

    def _fill(self, filling: Filling) -> None:
        """Fill it slice by slice, until it is ready or nobody wants it any more."""
        try:
            with connection.reading(self._file) as own:
                while asked := self._next(filling):
                    rows = points.texts(own, asked)
                    with self._lock:
                        filling.take(asked, rows)
                    time.sleep(_PAUSE)
                    courtesy.give_way(_LONGEST_PAUSE)
        except connection.Unreadable:
            # The next request meets the same, and says so to a person.
            pass
        finally:
            with self._lock:
                if self._coming is filling:
                    self._now, self._coming = filling if filling.ready else None, None

    def _next(self, filling: Filling) -> Sequence[int]:
        with self._lock:
            return filling.next() if self._coming is filling else ()
