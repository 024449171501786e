"""What a person says of points that are alike: decided one pair after the other, seen again, and taken back."""

from dataclasses import dataclass

from flask import flash, redirect, render_template, request, url_for
from wtforms import StringField

from hearing.casework import echoes as linking
from hearing.casework import verdicts as casework
from hearing.enums import VerdictKind
from hearing.records import Verdict
from hearing.store import events, hearings, mentions, points, table, verdicts
from hearing.web import family
from hearing.web.database import by, db, found
from hearing.web.echoes import follows
from hearing.web.errors import is_local
from hearing.web.forms import BaseForm, Confirmation, EditForm, NumberField, SeenForm, number
from hearing.web.group import Other, others
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
    def pair(self) -> tuple[int, int, int, int]:
        """The point that is to repeat the other, its version, the source, and its version."""
        one = self.one.data or 0, self.one_version.data or 0
        other = self.other.data or 0, self.other_version.data or 0
        return (*other, *one) if self.source.data == one[0] else (*one, *other)


class FamilyForm(SeenForm):
    """Points that say the same, which of them are chosen, and which of these is the source.

    ``proposed`` is the source that the person was shown what the others would lose by.
    """

    source = NumberField()
    proposed = NumberField()


@dataclass(frozen=True)
class Judged:
    """A verdict and the two points that it is about."""

    verdict: Verdict
    one: Other
    other: Other


def index(hearing_id: int):
    """The pairs that a person has judged, the newest first."""
    hearing = found(hearings.find(db(), hearing_id))
    all_pages = max(1, -(-verdicts.count(db(), hearing_id) // _PAGE))
    page = min(max(request.args.get("page", 1, number), 1), all_pages)
    shown = verdicts.newest(db(), hearing_id, _PAGE, (page - 1) * _PAGE)
    other_of = others([id for verdict in shown for id in (verdict.one_id, verdict.other_id)])
    return render_template(
        "verdicts/index.html",
        hearing=hearing,
        judged=[Judged(verdict, other_of[verdict.one_id], other_of[verdict.other_id]) for verdict in shown],
        page=page,
        pages=all_pages,
        deciding=Confirmation(None),
    )


def add(hearing_id: int):
    """Decide about one pair, unless a colleague has; the next one opens by itself."""
    found(hearings.find(db(), hearing_id))
    form = VerdictForm()
    one, other = form.one.data or 0, form.other.data or 0
    point, _, source, _ = form.pair
    named = points.among(db(), [one, other])
    who = {
        id: mentions.called(db(), named[id]) if id in named else "Den anden" for id in (one, other, point, source)
    }
    verbs = {
        "confirm": (
            lambda: linking.confirm(db(), by(form), *form.pair),
            lambda: follows(point, source, form.result),
        ),
        "copy": (
            lambda: linking.copy(db(), by(form), *form.pair),
            f"{who[point]} har fået håndteringen fra {who[source]}, uden at følge den.",
        ),
        "reject": (
            lambda: casework.reject(db(), by(form), one, other),
            f"{who[one]} og {who[other]} er ikke det samme.",
        ),
        "keep": (
            lambda: casework.keep(db(), by(form), one, other),
            f"{who[one]} og {who[other]} er beholdt som »Se også«. Det står kun her i programmet og trykkes ikke.",
        ),
    }
    verb, sentence = found(verbs.get(form.deed.data))
    form.settle(verb, sentence)
    return _onward(hearing_id)


def add_many(hearing_id: int):
    """Let all of the chosen points repeat one of them, once the person has been shown what is lost by that."""
    found(hearings.find(db(), hearing_id))
    form = FamilyForm()
    source, seen = form.source.data or 0, dict(form.pairs)
    chosen = [id for id in request.form.getlist("member", number) if id != source]
    if chosen and source != form.proposed.data and _loses(hearing_id, [*seen], source, chosen):
        flash("Med en anden oprindelig erstattes nogle af de andres svar. Se hvilke, og tryk igen.", "warning")
        without = [id for id in seen if id not in (source, *chosen)]
        return _onward(hearing_id, source=source, without=without)
    if chosen:
        members = [(id, seen.get(id, 0), source, seen.get(source, 0)) for id in chosen]
        original = points.find(db(), source)
        whom = mentions.called(db(), original) if original else "den oprindelige"
        said = f"{count(len(chosen), 'bemærkning', 'bemærkninger')} følger nu {whom}."
        form.settle(lambda: linking.confirm_many(db(), by(form), members), said)
    else:
        flash("Vælg mindst én bemærkning, der gentager den oprindelige.", "warning")
    return _onward(hearing_id)


def _loses(hearing_id: int, ids: list[int], source: int, chosen: list[int]) -> bool:
    """Whether one of the chosen would lose something of its own by repeating the source."""
    known = table.vocabulary(db(), hearing_id)
    entries = [
        entry
        for entry in table.entries(db(), ids, known, printed=False)
        if entry.point.id in (source, *chosen) and entry.point.hearing_id == hearing_id
    ]
    if source not in [entry.point.id for entry in entries]:
        return False
    return any(member.replaced for member in family.members(entries, source))


def remove(id: int):
    """Take a verdict back, so that the pair is suggested again."""
    hearing_id = request.form.get("hearing", 0, number)
    found(hearings.find(db(), hearing_id))
    verdict, form = verdicts.find(db(), id), EditForm()
    if verdict is None and not events.is_done(db(), form.once.data or ""):
        flash("Det er allerede taget tilbage.", "warning")
    elif verdict and verdict.version != form.version.data:
        flash("Afgørelsen er ændret af en anden i mellemtiden. Se den igen.", "warning")
    else:
        said = (verdict.one_id, verdict.other_id, verdict.kind) if verdict else (0, 0, VerdictKind.REJECTED)
        form.settle(lambda: casework.reconsider(db(), by(form), *said), "Parret er lagt frem igen.")
    return redirect(url_for("verdicts.index", hearing_id=hearing_id), 303)


def _onward(hearing_id: int, **more: object):
    """Back to where the form was, or to the suggestion that stands where this one stood."""
    back = request.form.get("back", "")
    if is_local(back):
        return redirect(back, 303)
    values = {name: request.form[name] for name in ("at", "pairs") if request.form.get(name)}
    return redirect(url_for("review.index", hearing_id=hearing_id, **values, **more), 303)
