"""The hearings whose likenesses are in memory: those used last, as many as hold so many points together."""

import time
from collections import OrderedDict
from collections.abc import Iterable
from threading import Lock

from sqlite_utils import Database

from hearing.likeness.kept import Kept
from hearing.store import connection, points

_IN_USE = 600.0
"""Seconds for which a hearing that somebody has asked of counts as one that is worked on."""


class Shelf:
    """The hearings of every database that this process has open, by the file and the hearing."""

    MOST_POINTS = 200_000
    EMPTY = 6_000
    """Points that take as much memory as a hearing without any: its counts."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: OrderedDict[tuple, Kept] = OrderedDict()

    def of(self, db: Database, hearing_id: int) -> Kept:
        """The hearing that is worked on; those not used for longest make room for it."""
        file = connection.path(db)
        key = file or id(db.conn), hearing_id
        with self._lock:
            held = self._kept.setdefault(key, Kept(file, hearing_id))
            self._kept.move_to_end(key)
            held.used = time.monotonic()
            dropped = self._too_many()
        for one in dropped:
            one.drop()
        return held

    def beside(self, db: Database, hearing_id: int) -> Kept | None:
        """A hearing that is only looked at: None if it is not here, and others in use would have to make room."""
        key = connection.path(db) or id(db.conn), hearing_id
        with self._lock:
            held = self._kept.get(key)
            since = time.monotonic() - _IN_USE
            in_use = self._points(one for one in self._kept.values() if one.used > since)
            room = self.MOST_POINTS - in_use - self.EMPTY
        if held is None and points.count(db, hearing_id) > room:
            return None
        return held or self.of(db, hearing_id)

    def _points(self, kept: Iterable[Kept]) -> int:
        return sum(held.size + self.EMPTY for held in kept)

    def _too_many(self) -> list[Kept]:
        dropped = []
        while len(self._kept) > 1 and self._points(self._kept.values()) > self.MOST_POINTS:
            dropped.append(self._kept.popitem(last=False)[1])
        return dropped


shelf = Shelf()
