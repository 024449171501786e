"""Cutting a point in several and joining two, from the point's page."""

from flask import redirect, url_for

from hearing.casework import cuts as casework
from hearing.records import Echo, Point
from hearing.store import decisions, echoes, events, mentions, points, themes
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
    point, link = gone.point(id), echoes.of_point(db(), id)
    form = PointForm.sent(db(), point)
    if form.does(lambda: casework.split(db(), by(form), id, form.version.data, **form.fields(point))):
        told = _following(id, link, form.result) or followers(id, form.result)
        form.tell(f"Bemærkningen er delt. De nye har intet bogstav endnu.{told}")
        return redirect(url_for("points.edit", id=id, back=asked_back()), 303)
    return page(points.find(db(), id) or point, form), form.code


def _following(id: int, link: Echo | None, event_id: object) -> str:
    """Which of the parts follows what the point followed; nothing where it followed none."""
    event = events.find(db(), event_id) if isinstance(event_id, int) else None
    if event is None or link is None or not link.follows:
        return ""
    new = [change.id for change in event.changes if change.table == "point" and change.before is None]
    follower = next(iter(echoes.among(db(), [id, *new])), None)
    source = points.find(db(), link.source_id)
    if follower is None or source is None:
        return ""
    part = "Den første del" if follower == id else ("Den anden del" if len(new) == 1 else "En af de nye")
    return f" {part} følger stadig {mentions.called(db(), source)}; resten mangler håndtering."


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
