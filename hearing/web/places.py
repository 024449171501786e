"""Where a point stands: one place up or down, or with another party."""

from flask import redirect, request, url_for
from wtforms import SelectChoice, SelectField

from hearing.casework import places as casework
from hearing.records import Point
from hearing.store import parties, points
from hearing.web.database import by, db, found
from hearing.web.forms import Confirmation, EditForm
from hearing.web.point_form import PointForm
from hearing.web.points import asked_back, page


class MoveForm(EditForm):
    """The party that a point is to stand with."""

    party = SelectField("Flyt til", coerce=int)

    def with_choices(self, point: Point) -> "MoveForm":
        """The form with the parties of the point's hearing."""
        self.party.choices = [SelectChoice(party.id, party.name) for party in parties.of(db(), point.hearing_id)]
        return self


def step(id: int):
    """One place up or down among the party's points."""
    point = found(points.find(db(), id))
    form = Confirmation()
    direction = -1 if request.form.get("step") == "up" else 1
    if form.does(lambda: casework.step(db(), by(form), id, direction)):
        return redirect(url_for("points.edit", id=id, back=asked_back()), 303)
    return page(point, PointForm.of(db(), point), form), form.code


def move(id: int):
    """To another party, last among its points."""
    point = found(points.find(db(), id))
    form = MoveForm().with_choices(point)
    if form.does(lambda: casework.move(db(), by(form), id, form.version.data, form.party.data, None)):
        name = {choice.value: choice.label for choice in form.party.choices}[form.party.data]
        form.tell(f"Bemærkningen står nu hos {name}.")
        return redirect(url_for("points.edit", id=id, back=asked_back()), 303)
    point = points.find(db(), id) or point
    return page(point, PointForm.of(db(), point), form), form.code
