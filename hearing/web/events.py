"""What was done in a hearing and to a point, and taking it back."""

from flask import flash, redirect, render_template, request, url_for

from hearing.casework import points as point_casework
from hearing.casework import undo as casework
from hearing.records import Point
from hearing.store import events, hearings, parties, points
from hearing.web.database import by, db, found
from hearing.web.errors import is_local
from hearing.web.forms import Confirmation, EditForm, number
from hearing.web.history import TEXTS, Reader

_PAGE = 50


def index(hearing_id: int):
    """The events of a hearing, the newest first."""
    hearing = found(hearings.find(db(), hearing_id))
    shown = events.of(db(), hearing_id, request.args.get("before", type=number) or None, _PAGE + 1)
    return render_template(
        "events/index.html",
        hearing=hearing,
        events=shown[:_PAGE],
        older=shown[_PAGE - 1].id if len(shown) > _PAGE else None,
        undone=events.undone(db(), (event.id for event in shown)),
        reader=Reader(db(), hearing_id),
        form=Confirmation(None),
    )


def about(id: int):
    """Everything that was done to a point, word by word."""
    return _about(found(points.find(db(), id)), EditForm(None))


def undo(id: int):
    """Take an event back."""
    event = found(events.find(db(), id))
    form = Confirmation()
    if form.does(lambda: casework.undo(db(), by(form), id)):
        flash(f"Fortrudt: {event.what}.")
        return redirect(_back(event.hearing_id), 303)
    flash(" ".join(form.form_errors), "problem")
    return redirect(_back(event.hearing_id), 303)


def restore(id: int):
    """Bring an earlier text of a point back."""
    point = found(points.find(db(), id))
    form = EditForm()
    event, column = request.form.get("event", type=number), request.form.get("column")
    if column not in TEXTS or event is None:
        found(None)
    if form.does(lambda: point_casework.restore(db(), by(form), id, form.version.data, event, column)):
        flash("Den tidligere tekst er bragt tilbage.")
        return redirect(url_for("points.edit", id=id), 303)
    return _about(points.find(db(), id) or point, form), form.code


def _about(point: Point, form: EditForm) -> str:
    shown = events.about(db(), "point", point.id)
    return render_template(
        "events/about.html",
        hearing=hearings.find(db(), point.hearing_id),
        point=point,
        party=parties.find(db(), point.party_id),
        events=shown,
        undone=events.undone(db(), (event.id for event in shown)),
        reader=Reader(db(), point.hearing_id),
        form=form,
        restoring=EditForm(None, data={"version": point.version}),
    )


def _back(hearing_id: int | None) -> str:
    back = request.form.get("back", "")
    if is_local(back):
        return back
    if hearing_id is None or hearings.find(db(), hearing_id) is None:
        return url_for("hearings.index")
    return url_for("events.index", hearing_id=hearing_id)
