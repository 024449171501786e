"""What stands typed in a point's form is saved before something else is done to the point."""

from flask import request, session

from hearing.casework import points as casework
from hearing.records import By, Point
from hearing.store import events
from hearing.web.database import db, sent
from hearing.web.point_form import PointForm


def first(point: Point) -> tuple[PointForm, int | None]:
    """Save the form as an event of its own, so that the deed that follows can be taken back without the text.

    Returns the form and the version at which the point stands then; None where the form could not be saved, which
    it says itself. A button that came without the texts, or a form that was carried out before, saves nothing.
    """
    form = PointForm.sent(db(), point)
    once, version = form.once.data or "", form.version.data or 0
    if "summary" not in request.form or events.is_done(db(), once):
        return form, version
    by = By(session["initials"], f"{once}:typed:{sent()}" if once else None)
    if not form.does(lambda: casework.change(db(), by, point.id, version, **form.fields(point))):
        return form, None
    return form, version + (form.result is not None)
