"""One point of the table: its page, and everything that is saved from it."""

from flask import current_app, flash, redirect, render_template, request, url_for

from hearing.casework import points as casework
from hearing.records import Point
from hearing.store import echoes, events, hearings, parties, points
from hearing.web import conflict
from hearing.web.database import by, db, found
from hearing.web.errors import is_local
from hearing.web.forms import EditForm
from hearing.web.point_form import PointForm


def edit(id: int):
    """The page of a point: the form, and beside it what a person needs to know of its surroundings."""
    point = found(points.find(db(), id))
    return _page(point, PointForm.of(db(), point))


def change(id: int):
    """Save the point; a save that came too late shows both texts and keeps what was typed."""
    point = found(points.find(db(), id))
    form = PointForm.sent(db(), point)
    if form.does(lambda: casework.change(db(), by(form), id, form.version.data, **form.fields(point))):
        flash("Bemærkningen er gemt.")
        return redirect(_onward(point), 303)
    point = points.find(db(), id) or point
    return _page(point, form), form.code


def remove(id: int):
    """Remove the point."""
    point = found(points.find(db(), id))
    form = EditForm()
    gone = []
    if form.does(lambda: gone.append(casework.remove(db(), by(form), id, form.version.data))):
        flash("Bemærkningen er slettet.", f"undo-{gone[0]}" if gone else "message")
        return redirect(back_from(point, anchor=False), 303)
    point = points.find(db(), id) or point
    return _page(point, PointForm.of(db(), point), other=form), form.code


def back_from(point: Point, *, anchor: bool = True) -> str:
    """Where the person came from: the table with its filter, at this point's row."""
    back = request.values.get("back", "")
    if not is_local(back):
        shown = "table.show" in current_app.view_functions
        back = url_for("table.show", hearing_id=point.hearing_id) if shown else url_for("hearings.index")
    return f"{back.partition('#')[0]}#point-{point.id}" if anchor else back.partition("#")[0]


def _onward(point: Point) -> str:
    """Where a save leads: to the neighbour that was asked for, else back."""
    go = request.form.get("go")
    id = {"next": points.after, "previous": points.before}.get(go, lambda db, point: None)(db(), point)
    if go == "stay" or (go in ("next", "previous") and id is None):
        id = point.id
    return back_from(point) if id is None else url_for("points.edit", id=id, back=request.form.get("back") or None)


def _page(point: Point, form: PointForm, other: EditForm | None = None) -> str:
    came_late = form.stale and conflict.between(db(), point, form)
    party = parties.find(db(), point.party_id)
    links = echoes.touching(db(), point.id)
    return render_template(
        "points/edit.html",
        hearing=hearings.find(db(), point.hearing_id),
        point=point,
        party=party,
        form=form,
        sent=other or form,
        conflict=came_late,
        removing=EditForm(None, data={"version": point.version}),
        siblings=points.of_party(db(), point.party_id),
        source=next((points.find(db(), link.source_id) for link in links if link.point_id == point.id), None),
        copies=[points.find(db(), link.point_id) for link in links if link.source_id == point.id],
        parties={party.id: party for party in parties.of(db(), point.hearing_id)} if links else {},
        people=points.people(db(), point.hearing_id),
        previous=points.before(db(), point),
        next=points.after(db(), point),
        history=events.about(db(), "point", point.id)[:5],
        back=back_from(point),
    )
