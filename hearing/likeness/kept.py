"""The likenesses of a hearing held in memory: brought up to date by every request, filled in the background.

Whatever goes wrong in here is written to the log and told on the page; it never keeps a page from being shown.
"""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock, Thread
from typing import TypeVar

from sqlite_utils import Database

from hearing.likeness.courtesy import courtesy
from hearing.likeness.filling import Filling
from hearing.store import connection, events

# Points that are compared while the person waits.
AT_ONCE = 250
# Seconds between two turns, so that others get the lock; and how long those who answer a person go first.
_PAUSE, _LONGEST_PAUSE = 0.001, 0.2
# Seconds before what went wrong is tried again, if nobody has written anything since.
_REST = 60.0

# Two that compare in the background would only take the processor from each other, and both from the persons.
_ONE_AT_A_TIME = Lock()

_log = logging.getLogger(__name__)

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Progress:
    """How many of a hearing's points have been compared with one another; ``failed`` if that went wrong."""

    done: int
    total: int
    failed: bool = False

    @property
    def ready(self) -> bool:
        """Whether all have."""
        return self.done >= self.total and not self.failed


class Kept:
    """One hearing's likenesses. An index is no thread's own: whoever asks it holds the lock.

    Nobody takes the lock and then waits for the database: a request holds its snapshot before, the background
    reads the texts first. Else a writer that waits for one reader would keep another from letting the lock go.
    """

    def __init__(self, file: str, hearing_id: int):
        self.size, self.used = 0, 0.0
        self._file, self._hearing_id = file, hearing_id
        self._lock = Lock()
        self._now: Filling | None = None
        # What is being filled: the same, or what takes its place when it is ready; until then the old one answers.
        self._coming: Filling | None = None
        # Whether anybody wants its points compared, and what the background works on.
        self._whole, self._working = False, None
        self._failed_at = 0.0

    def ask(
        self, db: Database, question: Callable[[Filling], Answer], *, patient: bool = True, whole: bool = True
    ) -> Answer:
        """The answer of the hearing as the database has it now, as far as it is filled.

        Who is not ``patient`` does not wait until a small hearing is filled either. Who does not ask for the
        ``whole`` only holds a text against its points, which nobody compares with one another for that.
        """
        with connection.snapshot(db):
            # Begins the snapshot, before the lock.
            newest = events.mark(db, self._hearing_id)
            with self._lock:
                self._whole = self._whole or whole
                if not (self._now and self._now.failed and self._rests(newest)):
                    self._be_ready(db, newest, patient)
                return question(self._now)

    def start(self, db: Database) -> None:
        """Have it filled in the background, if it is not in memory; nobody waits for it."""
        with connection.snapshot(db):
            events.mark(db, self._hearing_id)
            with self._lock:
                self._whole = True
                if self._now is None and self._file:
                    self._begin(db)
                self._work()

    def drop(self) -> None:
        """Let go of everything; what is being filled is given up."""
        with self._lock:
            self._now = self._coming = None

    def _be_ready(self, db: Database, newest: events.Mark | None, patient: bool) -> None:
        try:
            self._bring_up_to_date(db, newest)
            if self._coming and self._is_needed() and (patient and self.size <= AT_ONCE or not self._file):
                self._finish(db)
            self._work()
        except connection.Unreadable:
            raise
        except Exception:
            self._fail(newest)

    def _rests(self, newest: events.Mark | None) -> bool:
        """Whether nothing has changed since it went wrong, and that was just now."""
        return self._now.mark == newest and time.monotonic() - self._failed_at < _REST

    def _fail(self, mark: events.Mark | None) -> None:
        """From now on nothing is like anything, until somebody writes or some time has passed."""
        _log.exception("The points of hearing %d could not be compared.", self._hearing_id)
        self._now, self._coming = Filling.empty(self._hearing_id, mark), None
        self._failed_at = time.monotonic()

    def _bring_up_to_date(self, db: Database, newest: events.Mark | None) -> None:
        if self._now and self._now.failed:
            self._now = None
        there = {id(filling): filling for filling in (self._now, self._coming) if filling}
        lost = [one for one in there.values() if not one.follow(db) and not self._is_ahead(one, newest)]
        if self._now in lost:
            self._now = None
        if self._coming in lost or (self._coming and self._coming.outdated):
            self._coming = None
        worn = self._now and self._now.worn and self._file
        if self._coming is None and (self._now is None or self._now.outdated or worn):
            self._begin(db)

    def _is_needed(self) -> bool:
        """Whether what is filled is the only one, or knows what the one that answers meanwhile does not."""
        return self._now is self._coming or self._now.outdated

    def _is_ahead(self, filling: Filling, newest: events.Mark | None) -> bool:
        """Whether another request has told of more than this one can see, its snapshot being older.

        A database that was brought back from a backup looks the same, but stays so.
        """
        known = filling.furthest
        if not self._file or not known or (newest and newest[0] >= known[0]):
            return False
        try:
            # Without patience: a writer may be waiting for this very request to let go of its snapshot.
            with connection.reading(self._file, patience=0) as other:
                return events.knows(other, known)
        except connection.Unreadable as error:
            if connection.is_busy(error):
                return True
            raise

    def _begin(self, db: Database) -> None:
        filling = Filling.begin(db, self._hearing_id)
        self.size = len(filling.ids)
        self._coming, self._now = filling, self._now or filling

    def _work(self) -> None:
        """Have the background do what is left."""
        filling = self._coming
        if filling and self._file and self._working is not filling and not self._is_enough(filling):
            self._working = filling
            Thread(target=self._fill, args=[filling], daemon=True).start()

    def _is_enough(self, filling: Filling) -> bool:
        """Whether all who have asked can be answered, though the points have not been compared."""
        return filling.filled and not self._whole

    def _finish(self, db: Database) -> None:
        """Fill what is few at once, also where the background has begun."""
        for turn in self._coming.turns(db):
            if self._is_enough(self._coming):
                self._now = self._coming
                return
            turn()
        self._now, self._coming = self._coming, None

    def _fill(self, filling: Filling) -> None:
        """Fill it turn by turn, until it is ready, or enough, or nobody wants it any more."""
        try:
            with _ONE_AT_A_TIME, connection.reading(self._file) as own:
                for turn in filling.turns(own):
                    with self._lock:
                        if self._coming is not filling:
                            return
                        if self._is_enough(filling):
                            self._now, self._working = filling, None
                            return
                        turn()
                    time.sleep(_PAUSE)
                    courtesy.give_way(_LONGEST_PAUSE)
            with self._lock:
                if self._coming is filling:
                    self._now, self._coming = filling, None
        except connection.Unreadable:
            # The next request meets the same, and says so to a person.
            self._give_up(filling)
        except Exception:
            with self._lock:
                if self._coming is filling:
                    self._fail(filling.mark)

    def _give_up(self, filling: Filling) -> None:
        with self._lock:
            if self._coming is filling:
                self._now, self._coming = None, None
