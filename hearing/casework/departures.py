"""Points that have left the group whose handling an event gave them: it is theirs now, whatever becomes of it."""

from hearing.casework.inheritance import INHERITED
from hearing.enums import Printing
from hearing.records import Change, Event
from hearing.store import echoes, events
from hearing.store.transaction import Transaction

# An event that touched others, or took a point away or brought one, changed what comments and decisions name,
# and that is taken back everywhere: a phrase that comes back does so also for who has left since.
_HANDLING = {"point", "echo", "verdict", "response", "theme"}


def left_alone(tx: Transaction, event: Event) -> set[int]:
    """The points that the event changed only as followers of another that it changed, and that follow none now."""
    if not _is_about_handling(event):
        return set()
    changed = {change.id for change in event.changes if change.table == "point"}
    given = {change.id for change in event.changes if change.table == "point" and _is_inherited(change)}
    following = {id for id, link in echoes.among(tx.db, given).items() if link.follows}
    return {id for id in given - following if _followed(tx, id, event) in changed}


def _is_inherited(change: Change) -> bool:
    differing = {name for name, value in (change.after or {}).items() if value != (change.before or {}).get(name)}
    return differing <= {*INHERITED, "version"}


def _is_about_handling(event: Event) -> bool:
    return all(
        change.table in _HANDLING and (change.table != "point" or (change.before and change.after))
        for change in event.changes
    )


def _followed(tx: Transaction, point_id: int, event: Event) -> int | None:
    """The source that a point followed when the event was over; None where it followed none, or still does."""
    later = [
        change
        for other in reversed(events.about(tx.db, "point", point_id))
        if other.id > event.id
        for change in other.changes
        if change.table == "echo"
    ]
    before = (later[0].before if later else None) or {}
    follows = before.get("printing") != Printing.AS_READ.value and not before.get("deviation")
    return before.get("source_id") if follows else None
