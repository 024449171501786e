"""A save that came too late: what stands stored, what was typed, and the words in which they differ."""

from sqlite_utils import Database

from hearing.records import Point
from hearing.store import events, points
from hearing.web.disagreement import Disagreement
from hearing.web.forms import shown
from hearing.web.point_form import PointForm

_NOT_TEXT = {"version", "once", "csrf_token", "sure"}


def between(db: Database, point: Point, form: PointForm) -> tuple[list[str], list[Disagreement]]:
    """The labels of what the other changed alone, and the fields in which the person must choose.

    Afterwards the form stands at the stored version: what only the other changed is filled in, what was typed is
    kept, and saving again is meant.
    """
    stored = PointForm.of(db, point)
    base = _base(db, point, form)
    taken, open_ = [], []
    for name, field in form._fields.items():
        theirs = stored[name]
        if name in _NOT_TEXT or field.data == theirs.data:
            continue
        if base is not None and field.data == base[name].data:
            field.data, field.raw_data = theirs.data, None
            taken.append(field.label.text)
            continue
        both = base is None or theirs.data != base[name].data
        open_.append(Disagreement(name, field.label.text, shown(theirs), shown(field), both))
    form.version.data, form.version.raw_data = point.version, None
    return taken, open_


def _base(db: Database, point: Point, form: PointForm) -> PointForm | None:
    """The form as it was when the person opened it; None if no event tells."""
    if form.version.data is None:
        return None
    row = events.state(db, "point", point.id, form.version.data)
    return row and PointForm.of(db, points.record(row))
