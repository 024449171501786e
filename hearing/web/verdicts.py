"""What a person says of points that are alike: decided one pair after the other, seen again, and taken back."""

from dataclasses import dataclass

from flask import flash, redirect, render_template, request, url_for
from wtforms import StringField

from hearing.casework import echoes as linking
from hearing.casework import verdicts as casework
from hearing.records import Point, Verdict
from hearing.store import echoes, events, hearings, points, verdicts
from hearing.store.table import vocabulary
from hearing.web.database import by, db, found
from hearing.web.errors import is_local
from hearing.web.forms import BaseForm, Confirmation, EditForm, NumberField, number
from hearing.wording import count

_PAGE = 50


class VerdictForm(BaseForm):
    """Two points, which of them the other repeats, and what is decided."""

    one = NumberField()
    other = NumberField()
    one_version = NumberField()
    other_version = NumberField()
    source = NumberField()
    deed = StringField()

    @property
    def member(self) -> tuple[int, int]:
        """The point that is to repeat the source, and its version."""
        if self.source.data == self.one.data:
            return self.other.data or 0, self.other_version.data or 0
        return self.one.data or 0, self.one_version.data or 0


@dataclass(frozen=True)
class Judged:
    """A verdict and the two points that it is about."""

    verdict: Verdict
    one: Point
    other: Point


def index(hearing_id: int):
    """The pairs that a person has judged, the newest first."""
    hearing = found(hearings.find(db(), hearing_id))
    all_pages = max(1, -(-verdicts.count(db(), hearing_id) // _PAGE))
    page = min(max(request.args.get("page", 1, number), 1), all_pages)
    shown = verdicts.newest(db(), hearing_id, _PAGE, (page - 1) * _PAGE)
    point_of = points.among(db(), [id for verdict in shown for id in (verdict.one_id, verdict.other_id)])
    return render_template(
        "verdicts/index.html",
        hearing=hearing,
        known=vocabulary(db(), hearing_id),
        judged=[Judged(verdict, point_of[verdict.one_id], point_of[verdict.other_id]) for verdict in shown],
        page=page,
        pages=all_pages,
        deciding=Confirmation(None),
    )


def add(hearing_id: int):
    """Decide about one pair, unless a colleague has; the next one opens by itself."""
    found(hearings.find(db(), hearing_id))
    form = VerdictForm()
    one, other = form.one.data or 0, form.other.data or 0
    settled = _settled(one, other)
    if settled and not events.is_done(db(), form.once.data or ""):
        flash(settled, "warning")
        return _onward(hearing_id)
    (member, version), source = form.member, form.source.data or 0
    verbs = {
        "confirm": (lambda: linking.confirm(db(), by(form), member, version, source), "Samme håndtering."),
        "copy": (lambda: linking.copy(db(), by(form), member, version, source), "Håndteringen er kopieret."),
        "reject": (lambda: casework.reject(db(), by(form), one, other), "Ikke det samme."),
        "keep": (lambda: casework.keep(db(), by(form), one, other), "Beholdt som »Se også«."),
    }
    verb, sentence = found(verbs.get(form.deed.data))
    form.settle(verb, sentence)
    return _onward(hearing_id)


def add_many(hearing_id: int):
    """Let all of the chosen points repeat one of them."""
    found(hearings.find(db(), hearing_id))
    form = VerdictForm()
    source = form.source.data or 0
    chosen = [pair for text in request.form.getlist("member") if (pair := _pair(text)) and pair[0] != source]
    if chosen:
        members = [(id, version, source) for id, version in chosen]
        said = f"Samme håndtering for {count(len(chosen) + 1, 'bemærkning', 'bemærkninger')}."
        form.settle(lambda: linking.confirm_many(db(), by(form), members), said)
    else:
        flash("Vælg mindst én bemærkning, der gentager den oprindelige.", "warning")
    return _onward(hearing_id)


def remove(id: int):
    """Take a verdict back, so that the pair is suggested again; not one that a colleague has made another."""
    hearing_id = request.form.get("hearing", 0, number)
    found(hearings.find(db(), hearing_id))
    verdict = verdicts.find(db(), id)
    form = EditForm()
    if verdict is None and not events.is_done(db(), form.once.data or ""):
        flash("Det er allerede taget tilbage.", "warning")
    elif verdict and verdict.version != form.version.data:
        flash(f"{_who('verdict', id)} har ændret afgørelsen: {verdict.kind.label}. Se den igen.", "warning")
    else:
        one, other = (verdict.one_id, verdict.other_id) if verdict else (0, 0)
        form.settle(lambda: casework.reconsider(db(), by(form), one, other), "Parret er lagt frem igen.")
    return redirect(url_for("verdicts.index", hearing_id=hearing_id), 303)


def _pair(text: str) -> tuple[int, int] | None:
    id, _, version = text.partition(":")
    try:
        return number(id), number(version)
    except ValueError:
        return None


def _settled(one: int, other: int) -> str:
    """The sentence that says what a colleague has decided about the two already; "" where nobody has."""
    there = points.among(db(), [one, other])
    if len(there) < 2:
        return "En af de to bemærkninger er slettet i mellemtiden."
    if verdict := verdicts.between(db(), one, other):
        return f"{_who('verdict', verdict.id)} har allerede afgjort det: {verdict.kind.label}."
    source_of = echoes.links_from(db(), [one, other])
    roots = {[id, *echoes.chain(id, source_of)][-1] for id in (one, other)}
    if len(roots) == 2:
        return ""
    link = echoes.of_point(db(), one) or echoes.of_point(db(), other)
    return f"{_who('echo', link.id)} har allerede afgjort det: Samme håndtering."


def _who(table: str, id: int) -> str:
    said = events.about(db(), table, id)
    return said[0].by if said else "En kollega"


def _onward(hearing_id: int):
    """Back to where the form was, or to the suggestion that stands where this one stood."""
    back = request.form.get("back", "")
    if is_local(back):
        return redirect(back, 303)
    values = {name: request.form[name] for name in ("at", "pairs") if request.form.get(name)}
    return redirect(url_for("review.index", hearing_id=hearing_id, **values), 303)
