"""The likenesses of a hearing as they are filled slice by slice, while they follow what happens meanwhile.

All but the reading of a slice happens under the lock of whoever holds it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlite_utils import Database

from hearing.echoes.pairs import Pair
from hearing.echoes.texts import Text
from hearing.likeness.alike import Alike
from hearing.records import Change
from hearing.store import drafts, events, parties, points

# What is written in a day's work; more is read faster from the table than from its events. A merge of phrases
# writes of every point that had one, and changes no text.
_MOST_EVENTS, _MOST_LETTERS, _MOST_TEXTS = 5_000, 20_000_000, 200
# Texts a slice: a slice takes a few milliseconds, and whoever waits for the lock waits for one slice.
_PUT, _COMPARED = 4, 1
# Points of a hearing that is searched for the same wish in other words; a thousand of them take 12 MB.
_HINTING = 5_000

Row = tuple[int, int, str, str]


@dataclass
class Filling:
    """What is known of a hearing up to the event ``mark``.

    ``masked`` are the names and the plan's text that it was made with; once there are others it is ``outdated``,
    and answers until one with those has been made.
    """

    hearing_id: int
    mark: events.Mark | None
    masked: tuple[frozenset[str], str]
    ids: list[int]
    alike: Alike = field(init=False)
    put: int = 0
    compared: int = 0
    outdated: bool = False
    suggested: tuple[object, list[Pair]] | None = None
    # Texts that followed an event during the phase: what a slice has of them may be older.
    _fresh: set[int] = field(default_factory=set)

    def __post_init__(self):
        names, plan = self.masked
        self.alike = Alike(names, [plan] if plan else [], hinting=len(self.ids) <= _HINTING)

    @classmethod
    def begin(cls, db: Database, hearing_id: int) -> "Filling":
        """Nothing filled yet, of a hearing as the database has it at this moment."""
        return cls(hearing_id, events.mark(db, hearing_id), _masked(db, hearing_id), points.ids(db, hearing_id))

    @property
    def ready(self) -> bool:
        """Whether every point has been compared."""
        return self.compared >= len(self.ids)

    @property
    def done(self) -> int:
        """How many points' worth of work is done; putting them in is half of it."""
        return (self.put + self.compared) // 2

    def next(self) -> Sequence[int]:
        """The ids of the texts that are wanted next; none when it is filled."""
        if self.put < len(self.ids):
            return self.ids[self.put : self.put + _PUT]
        if not self.compared:
            self._fresh.clear()
        return self.ids[self.compared : self.compared + _COMPARED]

    def take(self, asked: Sequence[int], rows: Sequence[Row]) -> None:
        """Take in the texts that were asked for."""
        filled = self.put >= len(self.ids)
        wanted = [(id, text) for id, text in map(_text, rows) if id not in self._fresh]
        if filled:
            for id, text in wanted:
                self.alike.compare(id, text)
            self.compared += len(asked)
        else:
            self.alike.fill(wanted)
            self.put += len(asked)

    def follow(self, db: Database) -> bool:
        """Take in what has happened since; False if the events do not tell, so that this is worth nothing now."""
        newest = events.mark(db, self.hearing_id)
        if newest == self.mark:
            return True
        changes = events.changes_since(db, self.hearing_id, self.mark, _MOST_EVENTS, _MOST_LETTERS)
        if changes is None or any(change.series and change.table == "point" for change in changes):
            return False
        changed = {change.id for change in changes if change.table == "point" and _of_text(change)}
        if len(changed) > _MOST_TEXTS:
            return False
        if {change.table for change in changes} & {"party", "draft"}:
            self.outdated = _masked(db, self.hearing_id) != self.masked
        self._take_again(changed, points.texts(db, sorted(changed)))
        self.mark = newest
        return True

    def _take_again(self, changed: set[int], rows: Sequence[Row]) -> None:
        self._fresh |= changed
        for id in changed - {row[0] for row in rows}:
            self.alike.remove(id)
        for id, text in map(_text, rows):
            self.alike.put(id, text)


def _text(row: Row) -> tuple[int, Text]:
    id, party_id, summary, excerpt = row
    return id, Text(summary, excerpt, party_id)


def _masked(db: Database, hearing_id: int) -> tuple[frozenset[str], str]:
    draft = drafts.find(db, hearing_id)
    return parties.names(db, hearing_id), draft.text if draft else ""


def _of_text(change: Change) -> bool:
    """Whether the change of a point is one of what is compared: a theme or a decision is not."""
    if change.before is None or change.after is None:
        return True
    return any(change.before.get(name) != change.after.get(name) for name in ("summary", "excerpt", "party_id"))
