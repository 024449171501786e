"""What of a point's handling is not its own: what it has of its group, and the sentence of who raised the wish.

Neither keeps an event from being taken back: the one stands at the source, the other is written anew.
"""

from dataclasses import dataclass, field

from hearing import raised
from hearing.casework.inheritance import INHERITED
from hearing.casework.raising import names_ever
from hearing.enums import Printing, Verb
from hearing.records import Change, Event, Point
from hearing.store import echoes, events, points
from hearing.store.transaction import Transaction

_COMMENT = {"comment", "marks", "mentions"}


@dataclass
class Derived:
    """What an event left of derived texts, when it is taken back.

    ``joined`` are the points that it let follow another, and that follow it still by the same link; ``back`` those
    whose sentence was right on the day that comes back.
    """

    tx: Transaction
    event: Event
    joined: set[int]
    names: set[str]
    back: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, tx: Transaction, event: Event) -> "Derived":
        """What is known before anything is taken back."""
        let = {change.after["point_id"]: change.id for change in event.changes if _lets_follow(change)}
        links = echoes.among(tx.db, let)
        joined = {id for id, link in links.items() if link.follows and link.id == let[id]}
        said = any(_says(change.before) or _says(change.after) for change in event.changes)
        return cls(tx, event, joined, names_ever(tx) if said else set())

    def own(self, change: Change, columns: list[str]) -> tuple[list[str], list[str]]:
        """Of the columns of a record that the event changed those that are brought back, and those of them that
        must stand as it left them.
        """
        row = self.tx.row(change.table, change.id)
        if change.table != "point" or row is None:
            return columns, columns
        if change.id in self.joined:
            return columns, [name for name in columns if name not in INHERITED]
        if "comment" not in columns or not self.names:
            return columns, columns
        others = [name for name in columns if name not in _COMMENT]
        before, after, now = (points.record({**row, **part}) for part in (change.before, change.after, {}))
        renewed = self._alike(before, after) and _verb(self.tx, self.event) != Verb.POINT_CHANGE
        if not self._alike(after, now):
            # What a person has made of the comment since stays; the event itself changed nothing but the sentence.
            return (others, others) if renewed else (columns, columns)
        if renewed or (now.comment != after.comment and self._sentence(before) == self._sentence(after)):
            self.back.add(before.id)
        return columns, others

    def _alike(self, one: Point, other: Point) -> bool:
        """Whether the comments say the same but for the sentence."""
        one, other = self._without(one), self._without(other)
        return all(getattr(one, name) == getattr(other, name) for name in _COMMENT)

    def _without(self, point: Point) -> Point:
        place = raised.find_any(point, self.names)
        return raised.renewed_at(point, place, ()) if place else point

    def _sentence(self, point: Point) -> str:
        start, end = raised.find_any(point, self.names) or (0, 0)
        return point.comment[start:end]


def _lets_follow(change: Change) -> bool:
    """Whether a link follows after the change that was not there before, or deviated, or was as read."""
    if change.table != "echo" or change.series or not change.after:
        return False
    return _follows(change.after) and not (change.before and _follows(change.before))


def _follows(row: dict) -> bool:
    return row.get("printing") != Printing.AS_READ.value and not row.get("deviation")


def _says(row: dict | None) -> bool:
    return raised.BEGINNING in (row or {}).get("comment", "")


def _verb(tx: Transaction, event: Event) -> str:
    """What was done first, where the event takes that back, or takes that back in turn."""
    while event.undoes and (undone := events.find(tx.db, event.undoes)):
        event = undone
    return event.verb
