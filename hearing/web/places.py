"""Where a point stands: one place up or down, or with another party."""

from flask import redirect, url_for
from wtforms import SelectChoice, SelectField
from wtforms.validators import InputRequired

from hearing.casework import places as casework
from hearing.records import Point
from hearing.store import parties, points
from hearing.web import gone, saving
from hearing.web.database import by, db
from hearing.web.forms import EditForm, StepForm
from hearing.web.point_form import PointForm
from hearing.web.points import asked_back, page


class MoveForm(EditForm):
    """The party that a point is to stand with."""

    party = SelectField("Flyt til", validators=[InputRequired("Vælg den høringspart, den skal flyttes til.")])

    def with_choices(self, point: Point) -> "MoveForm":
        """The form with the other parties of the point's hearing, none of them chosen."""
        others = [party for party in parties.of(db(), point.hearing_id) if party.id != point.party_id]
        self.party.choices = [
            SelectChoice("", "Vælg høringspart"),
            *(SelectChoice(str(party.id), party.name) for party in others),
        ]
        return self


def step(id: int):
    """Save the form, and move one place up or down among the party's points."""
    point = gone.point(id)
    typed, version, _ = saving.first(point)
    if version is None:
        return page(points.find(db(), id) or point, typed), typed.code
    form = StepForm()
    if form.does(lambda: casework.step(db(), by(form), id, form.direction)):
        return redirect(url_for("points.edit", id=id, back=asked_back()), 303)
    return page(point, PointForm.of(db(), point), form), form.code


def move(id: int):
    """Save the form, and move to another party, last among its points."""
    point = gone.point(id)
    form = MoveForm().with_choices(point)
    if not form.validate():
        return page(point, PointForm.sent(db(), point), form), form.code
    typed, version, _ = saving.first(point)
    if version is None:
        return page(points.find(db(), id) or point, typed), typed.code
    if form.does(lambda: casework.move(db(), by(form), id, version, int(form.party.data), None)):
        name = {choice.value: choice.label for choice in form.party.choices}[form.party.data]
        form.tell(f"Bemærkningen står nu hos {name}.")
        return redirect(url_for("points.edit", id=id, back=asked_back()), 303)
    point = points.find(db(), id) or point
    return page(point, PointForm.of(db(), point), form), form.code
