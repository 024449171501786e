"""The likenesses of a hearing as they are filled turn by turn, while they follow what happens meanwhile.

All but the reading of texts happens under the lock of whoever holds it.
"""

import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial

from sqlite_utils import Database

from hearing.echoes import references
from hearing.echoes.meant import Row
from hearing.echoes.names import Names
from hearing.echoes.pairs import Pair
from hearing.echoes.texts import Text
from hearing.likeness.alike import Alike
from hearing.records import Change, Party, Point
from hearing.store import decisions, drafts, events, mentions, parties, points

# What is written in a day's work; more is read faster from the table than from its events. A merge of phrases
# writes of every point that had one, and changes no text.
_MOST_EVENTS, _MOST_LETTERS, _MOST_TEXTS, _MOST_ANSWERS = 5_000, 20_000_000, 200, 2_000
# Texts that may have been edited before it is filled anew: as many as this, and a third of all.
_EDITED = 100
# Points that are read at once, and seconds of a turn: whoever waits for the lock waits for one turn.
_READ, _TURN = 64, 0.003

_TEXTS = frozenset(("summary", "excerpt", "party_id"))
_ANSWERS = frozenset(("label", "position", "decision_printed", "comment", "mentions"))

_REPEATS = re.compile(r"\bsamme\b[^.!?\n]*$", re.IGNORECASE)

Turn = Callable[[], None]


@dataclass(frozen=True)
class Frame:
    """What all texts of a hearing are compared by: who is called what, what the plan says, and those of the
    phrases for a decision that refer to a point."""

    known: tuple[Party, ...]
    masked: frozenset[str]
    plan: str
    phrases: tuple[tuple[int, str], ...]

    @classmethod
    def of(cls, db: Database, hearing_id: int) -> "Frame":
        """The frame of a hearing as it is stored."""
        draft = drafts.find(db, hearing_id)
        known = tuple(
            Party(party.id, hearing_id, party.name, 0, short_name=party.short_name, other_names=party.other_names)
            for party in parties.of(db, hearing_id)
        )
        names = _names(known)
        phrases = tuple(
            (decision.id, decision.phrase)
            for decision in decisions.of(db, hearing_id)
            if references.find(decision.phrase, names)
        )
        return cls(known, parties.names(db, hearing_id), draft.text if draft else "", phrases)


@dataclass
class Filling:
    """What is known of a hearing up to the event ``mark``.

    Once there is another ``frame`` than it was made with it is ``outdated``, and answers until one with that has
    been made. ``judged`` changes when somebody has linked or judged points. One that has ``failed`` knows nothing.
    """

    hearing_id: int
    mark: events.Mark | None
    frame: Frame
    ids: list[int]
    alike: Alike = field(init=False)
    put: int = 0
    compared: int = 0
    outdated: bool = False
    failed: bool = False
    judged: int = 0
    edited: int = 0
    suggested: tuple[object, tuple[list[Pair], list[Pair]]] | None = None
    # The newest event when points were read last: nothing that came later has been read.
    read: events.Mark | None = None
    # Texts that followed an event while the points are read: what has been read of them may be older.
    _fresh: set[int] = field(default_factory=set)

    def __post_init__(self):
        frame = self.frame
        plan = [frame.plan] if frame.plan else []
        self.alike = Alike(frame.masked, plan, _names(frame.known), len(self.ids))
        self._phrase_of = dict(frame.phrases)

    @classmethod
    def begin(cls, db: Database, hearing_id: int) -> "Filling":
        """Nothing filled yet, of a hearing as the database has it at this moment."""
        return cls(hearing_id, events.mark(db, hearing_id), Frame.of(db, hearing_id), points.ids(db, hearing_id))

    @classmethod
    def empty(cls, hearing_id: int, mark: events.Mark | None) -> "Filling":
        """Nothing at all, since the hearing could not be compared."""
        return cls(hearing_id, mark, Frame((), frozenset(), "", ()), [], failed=True)

    @property
    def worn(self) -> bool:
        """Whether so much was edited that one filled anew would find somewhat more or other pairs."""
        return self.edited > max(_EDITED, len(self.ids) // 3)

    @property
    def filled(self) -> bool:
        """Whether every point has been put in, so that any text can be held against all."""
        return self.put >= len(self.ids)

    @property
    def ready(self) -> bool:
        """Whether every point has been compared."""
        return self.compared >= len(self.ids)

    @property
    def furthest(self) -> events.Mark | None:
        """The newest event of which something is known."""
        return max(self.mark, self.read) if self.mark and self.read else self.mark

    @property
    def done(self) -> int:
        """How many points' worth of work is done; putting them in is half of it."""
        return (self.put + self.compared) // 2

    def turns(self, db: Database) -> Iterator[Turn]:
        """The work that is left, in turns of some milliseconds. Between them the texts are read."""
        while not self.filled:
            start = self.put
            # No snapshot, which would keep a writer waiting for both.
            rows = self._rows(db, self.ids[start : start + _READ])
            read = events.mark(db, self.hearing_id)
            while self.put < min(start + _READ, len(self.ids)):
                yield partial(self._put, start, rows, read)
        yield self._by_kin
        while not self.ready:
            yield self._compare

    def follow(self, db: Database) -> bool:
        """Take in what has happened since; False if the events do not tell, so that this is worth nothing now."""
        newest = events.mark(db, self.hearing_id)
        if self.read and not events.knows(db, self.read):
            return False
        if newest == self.mark:
            return True
        changes = events.changes_since(db, self.hearing_id, self.mark, _MOST_EVENTS, _MOST_LETTERS)
        if changes is None or any(change.series and change.table == "point" for change in changes):
            return False
        said = {change.id for change in changes if change.table == "point" and _changes(change, _TEXTS)}
        answered = {change.id for change in changes if change.table == "point" and self._of_answer(change)}
        if len(said) > _MOST_TEXTS or len(answered) > _MOST_ANSWERS:
            return False
        changed = {change.table for change in changes}
        if changed & {"party", "draft", "decision"}:
            self.outdated = Frame.of(db, self.hearing_id) != self.frame
        self.judged += bool(changed & {"echo", "verdict"})
        self._take_again(db, said, answered - said)
        self.mark = newest
        return True

    def _put(self, start: int, rows: dict[int, Row], read: events.Mark | None) -> None:
        self.read = read
        until = time.monotonic() + _TURN
        while self.put < min(start + _READ, len(self.ids)):
            row = rows.get(self.ids[self.put])
            if row and row.id not in self._fresh:
                self.alike.fill(row)
            self.put += 1
            if time.monotonic() > until:
                break
        if self.filled:
            self._fresh.clear()

    def _by_kin(self) -> None:
        """Texts made from one another are compared one after the other, so that each is taken apart once."""
        if not self.compared:
            self.ids.sort(key=self.alike.index.family)

    def _compare(self) -> None:
        until = time.monotonic() + _TURN
        while not self.ready:
            self.alike.compare(self.ids[self.compared])
            self.compared += 1
            if time.monotonic() > until:
                break
        if self.ready:
            self.alike.settle()

    def _take_again(self, db: Database, said: set[int], answered: set[int]) -> None:
        if not said and not answered:
            return
        self.edited += len(said)
        if not self.filled:
            self._fresh |= said | answered
        rows = self._rows(db, sorted(said | answered | self._mentioning(db, said | answered)))
        for id in said - rows.keys():
            self.alike.remove(id)
        for id, row in rows.items():
            if id in said or id not in self.alike:
                self.alike.put(row)
            else:
                self.alike.name(row)
        if self.ready:
            self.alike.settle()

    def _mentioning(self, db: Database, ids: set[int]) -> set[int]:
        """The points whose comments name these, which may be called something else now."""
        return {
            point.id for one in points.among(db, sorted(ids)).values() for point in mentions.mentioning(db, one)
        }

    def _of_answer(self, change: Change) -> bool:
        """Whether the change of a point is one of what may name others, or of what it is called."""
        decision = {(side or {}).get("decision_id") for side in (change.before, change.after)}
        return _changes(change, _ANSWERS) or len(decision) > 1 and bool(decision & self._phrase_of.keys())

    def _rows(self, db: Database, ids: Sequence[int]) -> dict[int, Row]:
        """The points with these ids that are there, by id and in their order."""
        stored = points.among(db, ids)
        now = mentions.now(db, self.hearing_id, (stored[id] for id in ids if id in stored), self.frame.known)
        return {
            point.id: Row(
                point.id,
                point.label,
                Text(point.summary, point.excerpt, point.party_id),
                point.decision_printed or self._phrase_of.get(point.decision_id, ""),
                _answer(point),
                point.position,
            )
            for point in now
        }


def _answer(point: Point) -> str:
    """The comment without its live references: who put one in has said already what the two have to do with each
    other, except in "samme håndtering som [[PIU g]]".
    """
    text = point.comment
    for start, end, _ in reversed(point.mentions):
        if not _REPEATS.search(text[:start]):
            text = text[:start] + text[end:]
    return text


def _changes(change: Change, columns: frozenset[str]) -> bool:
    """Whether a point came or went, or one of the columns has another value; a theme is none of them."""
    if change.before is None or change.after is None:
        return True
    return any(change.before.get(name) != change.after.get(name) for name in columns)


@lru_cache(4)
def _names(known: tuple[Party, ...]) -> Names:
    return Names((party.id, (party.name, party.short_name, *party.other_names)) for party in known)
