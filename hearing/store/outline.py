"""The outlines of the hearings worked on, kept in memory: every row of a table by what it is filtered by.

A hearing's outline is read once and then follows the events: each names the records that it changed, so after a
save by anybody, in this process or another, only those rows are read again. An event that names no rows (an
import), or a pile of them, has the outline read anew. Tables of 100,000 points are answered as fast after a save
as before it.
"""

import json
from bisect import insort
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from threading import Lock

from sqlite_utils import Database

from hearing.enums import Echoing
from hearing.store import echoes, events
from hearing.store.connection import path, snapshot
from hearing.store.selection import ID, NO_REMARKS, POSITION, Brief, Facet

# Everything read here lies in the index point_order.
_ROWS = f"""
select id, position, party_id, theme_id,
    coalesce(
        decision_id,
        (select {NO_REMARKS} from response where response.id = response_id and not with_remarks)
    ),
    status, responsible, unsure <> '', null
from point where hearing_id = ?
"""  # noqa: S608 - a number of ours
_ORDER = itemgetter(POSITION, ID)
# What is written in a day's work; more is read faster from the table than from its events.
_MOST_EVENTS, _MOST_LETTERS, _MOST_POINTS = 50, 1_000_000, 500


@dataclass(frozen=True)
class _Outline:
    """A hearing's rows as stored and as shown, and the newest event that they know of."""

    event: events.Mark | None
    stored: list[Brief]
    shown: Sequence[Brief]


class Outlines:
    """The outlines used last, as many as hold so many rows together; the last one always."""

    MOST_ROWS = 400_000

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: OrderedDict[tuple, _Outline] = OrderedDict()

    def of(self, db: Database, hearing_id: int) -> Sequence[Brief]:
        """A hearing's rows in table order, as the database has them now."""
        key = (path(db) or id(db.conn), hearing_id)
        with self._lock:
            known = self._kept.get(key)
        with snapshot(db):
            outline = _up_to_date(db, hearing_id, known)
        with self._lock:
            self._kept[key] = outline
            self._kept.move_to_end(key)
            while len(self._kept) > 1 and sum(len(kept.stored) for kept in self._kept.values()) > self.MOST_ROWS:
                self._kept.popitem(last=False)
        return outline.shown


outlines = Outlines()


def _up_to_date(db: Database, hearing_id: int, known: _Outline | None) -> _Outline:
    newest = events.mark(db, hearing_id)
    if known and known.event == newest:
        return known
    changed = _changed(db, hearing_id, known.event) if known else None
    if changed is None:
        stored = db.execute(f"{_ROWS} order by position, id", [hearing_id]).fetchall()
    else:
        stored = _with_again(db, hearing_id, known.stored, changed)
    return _Outline(newest, stored, _with_inherited(db, hearing_id, stored))


def _changed(db: Database, hearing_id: int, since: events.Mark | None) -> set[int] | None:
    """The points whose rows may be others after the events since one; None if the events do not tell."""
    changes = events.changes_since(db, hearing_id, since, _MOST_EVENTS, _MOST_LETTERS)
    if changes is None or any(change.series for change in changes):
        return None
    points = {change.id for change in changes if change.table == "point"}
    points.update(_answered_in(db, [change.id for change in changes if change.table == "response"]))
    return points if len(points) <= _MOST_POINTS else None


def _answered_in(db: Database, responses: list[int]) -> Iterable[int]:
    found = db.execute(
        "select id from point where response_id in (select value from json_each(?))", [json.dumps(responses)]
    )
    return (id for (id,) in found)


def _with_again(db: Database, hearing_id: int, rows: list[Brief], changed: set[int]) -> list[Brief]:
    """The rows, those of the changed points read again: elsewhere, gone, or new."""
    if not changed:
        return rows
    rows = [row for row in rows if row[ID] not in changed]
    ids = json.dumps(sorted(changed))
    for row in db.execute(f"{_ROWS} and id in (select value from json_each(?))", [hearing_id, ids]):  # noqa: S608
        insort(rows, row, key=_ORDER)
    return rows


def _with_inherited(db: Database, hearing_id: int, rows: list[Brief]) -> Sequence[Brief]:
    """The rows with what repeats what; each echo as read without a decision of its own with that of what it points
    at, however far. What takes its handling from its source is as finished as that one is.
    """
    echo_of = {link.point_id: link for link in echoes.of(db, hearing_id)}
    if not echo_of:
        return rows
    source_of = {id: link.source_id for id, link in echo_of.items()}
    as_read = {id: link.source_id for id, link in echo_of.items() if link.as_read}
    repeated = set(source_of.values())
    linked = repeated | echo_of.keys()
    decision_of = {row[ID]: row[Facet.DECISION] for row in rows if row[ID] in linked}
    status_of = {row[ID]: row[Facet.STATUS] for row in rows if row[ID] in linked}

    def with_echo(row: Brief) -> Brief:
        id, decision, status = row[ID], row[Facet.DECISION], row[Facet.STATUS]
        if id in echo_of and echo_of[id].takes_over(decision):
            status = status_of.get(echoes.root(id, source_of), status)
        if decision is None:
            decision = echoes.decided(id, as_read, decision_of)
        if id not in echo_of:
            echo = Echoing.REPEATED
        elif echo_of[id].deviation or _differs(id, source_of, decision_of, decision):
            echo = Echoing.DEVIATES
        else:
            echo = Echoing.REPEATS
        return (*row[: Facet.DECISION], decision, status, *row[Facet.STATUS + 1 : Facet.ECHO], echo.value)

    return [with_echo(row) if row[ID] in linked else row for row in rows]


def _differs(id: int, source_of: dict[int, int], decision_of: dict[int, int | None], decision: int | None) -> bool:
    """Whether an echo is decided, and not as what it repeats in the end is."""
    return decision is not None and decision_of.get(echoes.root(id, source_of)) not in (None, decision)
