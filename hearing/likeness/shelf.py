"""The hearings whose likenesses are in memory: those used last, as many as hold so many points together."""

from collections import OrderedDict
from threading import Lock

from sqlite_utils import Database

from hearing.likeness.held import Held
from hearing.store import connection, points


class Shelf:
    """The hearings of every database that this process has open, by the file and the hearing."""

    MOST_POINTS = 200_000
    EMPTY = 6_000
    """Points that take as much memory as a hearing without any: its counts."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: OrderedDict[tuple, Held] = OrderedDict()

    def of(self, db: Database, hearing_id: int) -> Held:
        """The hearing that is worked on; those not used for longest make room for it."""
        file = connection.path(db)
        key = file or id(db.conn), hearing_id
        with self._lock:
            held = self._kept.setdefault(key, Held(file, hearing_id))
            self._kept.move_to_end(key)
            dropped = self._too_many()
        for one in dropped:
            one.drop()
        return held

    def beside(self, db: Database, hearing_id: int) -> Held | None:
        """A hearing that is only looked at: None if it is not here, and others would have to make room for it."""
        key = connection.path(db) or id(db.conn), hearing_id
        with self._lock:
            room = self.MOST_POINTS - self._points() - self.EMPTY
            held = self._kept.get(key)
        if held is None and points.count(db, hearing_id) > room:
            return None
        return held or self.of(db, hearing_id)

    def _points(self) -> int:
        return sum(held.size + self.EMPTY for held in self._kept.values())

    def _too_many(self) -> list[Held]:
        dropped = []
        while len(self._kept) > 1 and self._points() > self.MOST_POINTS:
            dropped.append(self._kept.popitem(last=False)[1])
        return dropped


shelf = Shelf()
