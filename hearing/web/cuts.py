"""Cutting a point in several and joining two, from the point's page."""

from flask import redirect, url_for
from wtforms import IntegerField
from wtforms.widgets import HiddenInput

from hearing.casework import cuts as casework
from hearing.store import points
from hearing.web.database import by, db, found
from hearing.web.forms import EditForm
from hearing.web.point_form import PointForm
from hearing.web.points import asked_back, page


class MergerForm(EditForm):
    """The point that is taken over, as the person saw it."""

    other = IntegerField(widget=HiddenInput())
    other_version = IntegerField(widget=HiddenInput())


def split(id: int):
    """Save the form and cut the point where its texts say so."""
    point = found(points.find(db(), id))
    form = PointForm.sent(db(), point)
    fields = form.fields(point)
    if form.does(lambda: casework.split(db(), by(form), id, form.version.data, **fields)):
        form.tell("Bemærkningen er delt. De nye har intet bogstav endnu.")
        return redirect(url_for("points.edit", id=id, back=asked_back()), 303)
    return page(points.find(db(), id) or point, form), form.code


def merge(id: int):
    """Let the point take over the one behind it."""
    point = found(points.find(db(), id))
    form = MergerForm()
    version, other, other_version = form.version.data, form.other.data, form.other_version.data
    if form.does(lambda: casework.merge(db(), by(form), id, version, other, other_version)):
        form.tell("Bemærkningerne er lagt sammen.")
        return redirect(url_for("points.edit", id=id, back=asked_back()), 303)
    point = points.find(db(), id) or point
    return page(point, PointForm.of(db(), point), form), form.code
