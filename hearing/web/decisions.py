"""The decision vocabulary of a hearing: one page for all phrases, one for each."""

from flask import flash, redirect, render_template, url_for
from wtforms import SelectChoice, SelectField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length

from hearing.casework import decisions as casework
from hearing.enums import Meaning
from hearing.records import Decision, Hearing
from hearing.store import decisions, hearings
from hearing.web import conflict
from hearing.web.database import by, db, found
from hearing.web.forms import BaseForm, EditForm, MergeForm, RemovalForm, StepForm
from hearing.wording import thousands

_MEANINGS = [
    SelectChoice("", "Vælg betydning"),
    *(SelectChoice(meaning.value, meaning.label) for meaning in Meaning),
]


_WORDED = DataRequired("Skriv formuleringen.")


def _meaning(value: str | None) -> str:
    return value or ""


class NewDecisionForm(BaseForm):
    """A phrase to add."""

    phrase = TextAreaField("Ny formulering", validators=[_WORDED, Length(max=500)], render_kw={"rows": 2})
    meaning = SelectField(
        "Betydning",
        choices=_MEANINGS,
        coerce=_meaning,
        validators=[InputRequired("Vælg, hvad formuleringen betyder.")],
    )


class DecisionForm(EditForm):
    """A phrase and what it means."""

    phrase = TextAreaField("Formulering", validators=[_WORDED, Length(max=500)], render_kw={"rows": 2})
    meaning = SelectField("Betydning", choices=_MEANINGS, coerce=_meaning)


def index(hearing_id: int):
    """The phrases in their order, those without a meaning on top, with how many points carry each."""
    return _index(found(hearings.find(db(), hearing_id)), NewDecisionForm())


def add(hearing_id: int):
    """Add a phrase."""
    hearing = found(hearings.find(db(), hearing_id))
    form = NewDecisionForm()
    if form.does(lambda: casework.add(db(), by(form), hearing_id, form.phrase.data, _chosen(form))):
        flash("Formuleringen er tilføjet.")
        return redirect(url_for("decisions.index", hearing_id=hearing_id), 303)
    return _index(hearing, form), form.code


def order(id: int):
    """Move a phrase one place up or down."""
    decision = found(decisions.find(db(), id))
    form = StepForm()
    if form.does(lambda: casework.move(db(), by(form), id, form.direction)):
        address = url_for("decisions.index", hearing_id=decision.hearing_id, _anchor=f"decision-{id}")
        return redirect(address, 303)
    return _index(found(hearings.find(db(), decision.hearing_id)), form), form.code


def edit(id: int):
    """One phrase: its wording, its meaning, and what can be done with it."""
    return _edit(found(decisions.find(db(), id)))


def change(id: int):
    """Reword a phrase or say what it means."""
    decision = found(decisions.find(db(), id))
    form = DecisionForm()
    version, phrase = form.version.data, form.phrase.data
    if form.does(lambda: casework.change(db(), by(form), id, version, phrase, _chosen(form))):
        return _done(form, decision, "Formuleringen er rettet.")
    return _edit(decision, form), form.code


def merge(id: int):
    """Give the phrase's points another phrase and remove it."""
    decision = found(decisions.find(db(), id))
    form = _merging(decision, MergeForm())
    number = decisions.used(db(), decision.hearing_id).get(id, 0)
    if form.does(lambda: casework.merge(db(), by(form), id, form.version.data, form.into.data)):
        into = decisions.find(db(), form.into.data)
        return _done(form, decision, f"De to formuleringer er lagt sammen.{_new_meaning(decision, into, number)}")
    return _edit(decision, form), form.code


def remove(id: int):
    """Remove a phrase that nothing carries."""
    decision = found(decisions.find(db(), id))
    form = RemovalForm()
    if form.does(lambda: casework.remove(db(), by(form), id, form.version.data)):
        return _done(form, decision, "Formuleringen er slettet.")
    return _edit(decision, form), form.code


def _new_meaning(old: Decision, into: Decision | None, number: int) -> str:
    """The sentence that says what points now mean that meant something else."""
    if into is None or into.meaning is old.meaning or not number:
        return ""
    before, after = (f"»{_said(decision.meaning)}«" for decision in (old, into))
    points = "1 bemærkning, som betød" if number == 1 else f"{thousands(number)} bemærkninger, som betød"
    return f" {points} {before}, betyder nu {after}."


def _said(meaning: Meaning | None) -> str:
    return meaning.label if meaning else "Ukendt betydning"


def _chosen(form: NewDecisionForm | DecisionForm) -> Meaning | None:
    return Meaning(form.meaning.data) if form.meaning.data else None


def _done(form: BaseForm, decision: Decision, sentence: str):
    form.tell(sentence)
    return redirect(url_for("decisions.index", hearing_id=decision.hearing_id), 303)


def _index(hearing: Hearing, form: BaseForm) -> str:
    phrases = decisions.of(db(), hearing.id)
    return render_template(
        "decisions/index.html",
        hearing=hearing,
        unknown=[decision for decision in phrases if decision.meaning is None],
        known=[decision for decision in phrases if decision.meaning],
        used=decisions.used(db(), hearing.id),
        spellings=decisions.spellings(db(), hearing.id),
        form=form,
        adding=form if isinstance(form, NewDecisionForm) else NewDecisionForm(None),
    )


def _edit(decision: Decision, sent: BaseForm | None = None) -> str:
    """The page, with the form that was sent and could not be carried out, if there is one."""
    decision = decisions.find(db(), decision.id) or decision
    wording = DecisionForm.on(decision, sent)
    return render_template(
        "decisions/edit.html",
        hearing=hearings.find(db(), decision.hearing_id),
        decision=decision,
        count=decisions.used(db(), decision.hearing_id).get(decision.id, 0),
        spellings=decisions.spellings(db(), decision.hearing_id).get(decision.id, []),
        form=sent or wording,
        late=sent and conflict.between(db(), decision, sent),
        wording=wording,
        merging=_merging(decision, MergeForm.on(decision, sent)),
        removing=RemovalForm.on(decision, sent),
    )


def _merging(decision: Decision, form: MergeForm) -> MergeForm:
    others = [other for other in decisions.of(db(), decision.hearing_id) if other.id != decision.id]
    form.into.choices = [
        SelectChoice(other.id, f"{other.phrase} (betyder: {_said(other.meaning)})") for other in others
    ]
    return form
