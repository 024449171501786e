"""A point that is not there: who deleted it, what was typed meanwhile, and the way to bring it back."""

from flask import abort, make_response, render_template, request, session

from hearing.casework import undo
from hearing.casework.refusal import Refused
from hearing.records import By, Event, Point
from hearing.store import events, hearings, parties, points
from hearing.store.transaction import AlreadyDone
from hearing.web.conflict import holds
from hearing.web.database import db
from hearing.web.forms import Confirmation, shown
from hearing.web.point_form import PointForm

BRING_BACK = "bring_back"
_NOT_AGAIN = {"csrf_token", BRING_BACK}


def point(id: int) -> Point:
    """The point. One that was deleted is brought back first if the form says so; else a page says it is gone."""
    there = points.find(db(), id)
    if there is not None:
        return there
    deleted = _deletion(id)
    if deleted is None:
        abort(404)
    event, before = deleted
    if request.method == "POST" and BRING_BACK in request.form:
        problem = _bring_back(event)
        there = points.find(db(), id)
        return there or abort(make_response(_page(event, before, problem), 409))
    return abort(make_response(_page(event, before), 404))


def _deletion(id: int) -> tuple[Event, Point] | None:
    """The event that took the point away, and the point as it was."""
    for event in events.about(db(), "point", id)[:1]:
        for change in event.changes:
            if (change.table, change.id, change.after) == ("point", id, None) and change.before:
                return event, points.record(change.before)
    return None


def _bring_back(event: Event) -> str:
    """Undo the deletion; a sentence where that cannot be."""
    once = request.form.get("once")
    try:
        undo.undo(db(), By(session["initials"], f"{once}:back" if once else None), event.id)
    except Refused as refusal:
        return str(refusal)
    except AlreadyDone:
        pass
    return ""


def _page(event: Event, before: Point, problem: str = "") -> str:
    typed, sent = [], []
    if request.method == "POST":
        form, stored = PointForm.sent(db(), before), PointForm.of(db(), before)
        typed = [
            (form[name].label.text, shown(form[name]))
            for name in form._fields
            if holds(before, name) and form[name].data is not None and form[name].data != stored[name].data
        ]
        sent = [(name, text) for name, text in request.form.items(multi=True) if name not in _NOT_AGAIN]
    return render_template(
        "points/gone.html",
        hearing=hearings.find(db(), before.hearing_id),
        party=parties.find(db(), before.party_id),
        point=before,
        event=event,
        problem=problem,
        typed=typed,
        sent=sent,
        again=Confirmation(None),
    )
