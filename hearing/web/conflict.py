"""A save that came too late: what stands stored, what was typed, and the words in which they differ."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlite_utils import Database

from hearing.records import Decision, Hearing, Party, Point, Response, Theme
from hearing.store import decisions, events, hearings, parties, points, responses, themes
from hearing.web.disagreement import Disagreement
from hearing.web.forms import EditForm, shown

Record = Point | Party | Response | Theme | Decision | Hearing

_RECORD_OF = {
    Point: points.record,
    Party: parties.record,
    Response: responses.record,
    Theme: themes.record,
    Decision: decisions.record,
    Hearing: hearings.record,
}
# Fields that do not carry the name of what they hold.
_HOLDS = {"theme": "theme_id", "decision": "decision_id"}


@dataclass(frozen=True)
class Conflict:
    """``by`` are the initials of who saved; ``taken`` the labels of what only they changed, already filled in.

    ``open`` are the fields that the person at the keyboard changed. ``texts`` is false where the form holds no
    field of the record at all: it was to remove it or to merge it.
    """

    by: str
    taken: tuple[str, ...]
    open: tuple[Disagreement, ...]
    texts: bool


def holds(record: Record, name: str) -> bool:
    """Whether the form's field of that name is something that a person writes in the record."""
    return name != "version" and hasattr(record, _HOLDS.get(name, name))


def between(
    db: Database, record: Record, form: EditForm, of: Callable[[Record], EditForm] | None = None
) -> Conflict | None:
    """What stands between the form and the stored record; None if the form did not come too late.

    ``of`` makes the form that a record fills. Afterwards the form stands at the stored version: what the person
    did not touch is as stored, what was typed is kept, and saving again is meant.
    """
    if not form.stale:
        return None
    of = of or (lambda record: type(form)(None, obj=record))
    table = type(record).__name__.lower()
    row = events.state(db, table, record.id, form.version.data) if form.version.data is not None else None
    stored, base = of(record), row and of(_RECORD_OF[type(record)](row))
    names = [name for name in form._fields if holds(record, name)]
    taken, open_ = [], []
    for name in names:
        field, theirs = form[name], stored[name]
        if field.data == theirs.data:
            continue
        if base is not None and field.data == base[name].data:
            field.data, field.raw_data = theirs.data, None
            taken.append(field.label.text)
        else:
            both = base is None or theirs.data != base[name].data
            open_.append(Disagreement(name, field.label.text, shown(theirs), shown(field), both))
    form.version.data, form.version.raw_data = record.version, None
    saved = events.about(db, table, record.id)
    by = next((event.by for event in saved if any(change.table == table for change in event.changes)), "")
    return Conflict(by, tuple(taken), tuple(open_), bool(names))
