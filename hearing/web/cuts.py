"""Cutting a point in several and joining two, from the point's page."""

from flask import redirect, url_for

from hearing.casework import cuts as casework
from hearing.records import Point
from hearing.store import decisions, points, themes
from hearing.web import gone, saving
from hearing.web.database import by, db
from hearing.web.forms import EditForm, NumberField
from hearing.web.point_form import PointForm
from hearing.web.points import asked_back, followers, page


class MergerForm(EditForm):
    """The point that is taken over, as the person saw it."""

    other = NumberField()
    other_version = NumberField()


def split(id: int):
    """Save the form and cut the point where its texts say so."""
    point = gone.point(id)
    form = PointForm.sent(db(), point)
    if form.does(lambda: casework.split(db(), by(form), id, form.version.data, **form.fields(point))):
        form.tell(f"Bemærkningen er delt. De nye har intet bogstav endnu.{followers(id, form.result)}")
        return redirect(url_for("points.edit", id=id, back=asked_back()), 303)
    return page(points.find(db(), id) or point, form), form.code


def merge(id: int):
    """Save the form, and let the point take over the one behind it."""
    point = gone.point(id)
    typed, version, _ = saving.first(point)
    if version is None:
        return page(points.find(db(), id) or point, typed), typed.code
    form = MergerForm()
    form.version.data = version
    other_id, other_version = form.other.data or 0, form.other_version.data or 0
    other = next((own for own in points.of_party(db(), point.party_id) if own.id == other_id), None)
    if form.does(lambda: casework.merge(db(), by(form), id, version, other_id, other_version)):
        form.tell(
            f"Bemærkningerne er lagt sammen.{_left_out(points.find(db(), id), other)}{followers(id, form.result)}"
        )
        return redirect(url_for("points.edit", id=id, back=asked_back()), 303)
    point = points.find(db(), id) or point
    return page(point, PointForm.of(db(), point), form), form.code


def _left_out(kept: Point | None, other: Point | None) -> str:
    """What the second point had and the joined one has not: its theme, its decision, who was responsible."""
    if kept is None or other is None:
        return ""
    pairs = [
        ("Temaet", _theme(kept), _theme(other)),
        ("Håndteringen", _phrase(kept), _phrase(other)),
        ("Ansvarlig", kept.responsible, other.responsible),
    ]
    return "".join(
        f" {noun} er stadig »{mine}«; »{theirs}« fra den anden er ikke taget med."
        for noun, mine, theirs in pairs
        if theirs and theirs != mine
    )


def _theme(point: Point) -> str:
    theme = themes.find(db(), point.theme_id or 0)
    return theme.name if theme else point.theme_printed


def _phrase(point: Point) -> str:
    decision = decisions.find(db(), point.decision_id or 0)
    return decision.phrase if decision else point.decision_printed
