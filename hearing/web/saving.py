"""What stands typed in a point's form is saved before something else is done to the point."""

from flask import request, session

from hearing.casework import points as casework
from hearing.casework.meanwhile import Seen
from hearing.records import By, Point
from hearing.store import events
from hearing.web.database import db, sent
from hearing.web.point_form import PointForm


def first(point: Point) -> tuple[PointForm, int | None, Seen]:
    """Save the form as an event of its own, so that the deed that follows can be taken back without the text.

    Returns the form, the version at which the point stands then, and its link as the person saw it or has made it;
    None for the version where the form could not be saved, which it says itself. A button that came without the
    texts, or a form that was carried out before, saves nothing.
    """
    form = PointForm.sent(db(), point)
    once, version = form.once.data or "", form.version.data or 0
    if "summary" not in request.form or events.is_done(db(), once):
        return form, version, form.link.data
    by = By(session["initials"], f"{once}:typed:{sent()}" if once else None)
    if not form.does(lambda: casework.change(db(), by, point.id, version, **form.fields(point))):
        return form, None, form.link.data
    return form, version + (form.result is not None), _link(form)


def _link(form: PointForm) -> Seen:
    """The link that the form showed, as the save has left it."""
    event = events.find(db(), form.result) if isinstance(form.result, int) else None
    saved = [change.after for change in event.changes if change.table == "echo"] if event else []
    id, version = form.link.data
    return id, next((row["version"] for row in saved if row and row["id"] == id), version)
