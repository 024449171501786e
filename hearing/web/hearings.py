"""The front page and a hearing's overview."""

from flask import flash, redirect, render_template, url_for

from hearing import likeness
from hearing.casework import hearings as casework
from hearing.echoes import phrases
from hearing.records import Hearing
from hearing.store import accounts, decisions, drafts, events, hearings, parties, pointing, progress, table
from hearing.web import conflict, overview
from hearing.web.database import by, db, found
from hearing.web.forms import EditForm
from hearing.web.hearing_form import HearingForm, NewHearingForm
from hearing.web.history import Reader

EVENTS = 8


def index():
    """The hearings with their state, the newest first."""
    states = [(hearing, progress.of(db(), hearing.id)) for hearing in hearings.all(db())]
    # The one that was imported last, perhaps from the command line, is the one that is opened next.
    for hearing, _ in states[:1]:
        likeness.start(db(), hearing.id)
    return render_template("hearings/index.html", hearings=states, demonstrations=hearings.demonstrations(db()))


def show(hearing_id: int):
    """How far the hearing has come, what is waiting, and the next thing to do."""
    hearing = found(hearings.find(db(), hearing_id))
    state = progress.of(db(), hearing_id)
    known = table.vocabulary(db(), hearing_id)
    points = table.remarks(db(), hearing_id)
    answers = parties.answers(db(), hearing_id).values()
    account = accounts.find(db(), hearing_id)
    return render_template(
        "hearings/show.html",
        hearing=hearing,
        state=state,
        compared=likeness.state(db(), hearing_id),
        account=account,
        waiting=overview.waiting(
            hearing,
            state,
            likeness.unlike(db(), hearing_id),
            account,
            sum(answer.unread for answer in answers),
            pointing.astray(db(), hearing_id),
        ),
        meanings=overview.by_meaning(hearing, points, known),
        themes=overview.by_theme(hearing, points, known),
        events=events.newest(db(), hearing_id, EVENTS),
        reader=Reader(db(), hearing_id),
    )


def new():
    """A hearing to set up."""
    return render_template("hearings/new.html", form=NewHearingForm.among(hearings.all(db())))


def create():
    """Set up a hearing."""
    form = NewHearingForm.among(hearings.all(db()))
    blank = Hearing(id=0, title="")
    if form.does(lambda: casework.create(db(), by(form), form.filled_in(blank), form.taken_over())):
        flash("Høringen er oprettet.")
        if form.result is None:
            return redirect(url_for("hearings.index"), 303)
        return redirect(url_for("parties.index", hearing_id=form.result), 303)
    return render_template("hearings/new.html", form=form), form.code


def edit(hearing_id: int):
    """The facts of a hearing."""
    hearing = found(hearings.find(db(), hearing_id))
    return _edit(hearing, HearingForm(obj=hearing))


def change(hearing_id: int):
    """Save the facts of a hearing."""
    hearing = found(hearings.find(db(), hearing_id))
    form = HearingForm()

    def save() -> int | None:
        changed = form.filled_in(Hearing(id=hearing_id, title="", version=form.version.data))
        return casework.change(db(), by(form), changed, rename_phrases=form.rename_phrases.data)

    if form.does(save):
        form.tell("Høringens oplysninger er gemt.")
        if any(phrases.names_no_letter(form[name].data or "") for name in ("echo_summary", "echo_decision")):
            flash(
                f"En henvisning uden {phrases.LETTER} siger kun, hvilken part der gentages; har parten flere "
                "bemærkninger, kan læseren ikke se, hvilken der menes.",
                "warning",
            )
        return redirect(url_for("hearings.show", hearing_id=hearing_id), 303)
    return _edit(hearing, form), form.code


def remove(hearing_id: int):
    """Take the hearing off the front page; the next page offers to take that back."""
    hearing = found(hearings.find(db(), hearing_id))
    form = EditForm()
    if form.does(lambda: casework.remove(db(), by(form), hearing_id, form.version.data)):
        form.tell(f"Høringen »{hearing.title}« er slettet.")
        return redirect(url_for("hearings.index"), 303)
    flash("Høringen er ikke slettet, fordi den er rettet i mellemtiden. Se efter, og prøv igen.", "warning")
    return redirect(url_for("hearings.edit", hearing_id=hearing_id), 303)


def _edit(hearing: Hearing, form: HearingForm) -> str:
    hearing = hearings.find(db(), hearing.id)
    named = [
        decision.phrase
        for decision in decisions.of(db(), hearing.id)
        if hearing.plan_term and hearing.plan_term in decision.phrase
    ]
    late = conflict.between(db(), hearing, form)
    return render_template(
        "hearings/edit.html",
        hearing=hearing,
        form=form,
        named=named,
        late=late,
        draft=drafts.find(db(), hearing.id),
    )
