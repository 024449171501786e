"""The parties of a hearing: the list of them, and a page for each."""

from collections.abc import Iterable
from dataclasses import replace

from flask import flash, redirect, render_template, request, url_for
from wtforms import BooleanField, SelectChoice, SelectField, StringField
from wtforms.validators import DataRequired, Length

from hearing.casework import parties as casework
from hearing.casework.refusal import Refused
from hearing.enums import PartyKind
from hearing.intake import party_kinds
from hearing.records import Hearing, Party
from hearing.store import events, hearings, parties, points, responses
from hearing.store.connection import danish_key
from hearing.web import conflict
from hearing.web.database import by, db, found
from hearing.web.forms import BaseForm, DayField, EditForm, LinesField, RemovalForm, SeenForm, StepForm

A_PAGE = 200

KINDS = [SelectChoice(kind.value, kind.label) for kind in PartyKind]


class NewPartyForm(BaseForm):
    """One party to add."""

    name = StringField("Navn", validators=[DataRequired(), Length(max=500)])
    short_name = StringField("Kort navn", validators=[Length(max=40)])
    kind = SelectField("Art", choices=[SelectChoice("", "Gæt ud fra navnet"), *KINDS])
    deadline = DayField("Egen frist")
    anyway = BooleanField("Tilføj alligevel")

    def party(self) -> casework.NewParty:
        """What was typed; refused when a party of that name is there, unless the person says to go on."""
        name = self.name.data or ""
        if not self.anyway.data and not events.is_done(db(), self.once.data or ""):
            _refuse_if_there(name, parties.of(db(), request.view_args["hearing_id"]))
        kind = PartyKind(self.kind.data) if self.kind.data else party_kinds.guess(name)
        return casework.NewParty(name, self.short_name.data or "", kind, bool(self.kind.data), self.deadline.data)


class PartyForm(EditForm):
    """Everything that is known of a party."""

    name = StringField("Navn, som det trykkes", validators=[DataRequired(), Length(max=500)])
    anyway = BooleanField("Gem alligevel")
    short_name = StringField("Kort navn", validators=[Length(max=40)])
    other_names = LinesField("Andre navne", render_kw={"rows": 2})
    represents = LinesField("Svarer også for", render_kw={"rows": 2})
    kind = SelectField("Art", choices=KINDS)
    kind_confirmed = BooleanField("Arten er bekræftet")
    deadline = DayField("Egen frist")


def _refuse_if_there(name: str, there: Iterable[Party]) -> None:
    like = casework.Known(there).like(name)
    if like:
        raise Refused(f"{like.name} findes allerede. Sæt flueben herunder, hvis det er en anden.", "name")


def index(hearing_id: int):
    """The parties, in table order or by name, each with how far its answer has come."""
    return _index(found(hearings.find(db(), hearing_id)), SeenForm(None))


def new(hearing_id: int):
    """One party to add, or a list of them."""
    hearing = found(hearings.find(db(), hearing_id))
    return render_template("parties/new.html", hearing=hearing, form=NewPartyForm())


def add(hearing_id: int):
    """Add one party."""
    hearing = found(hearings.find(db(), hearing_id))
    form = NewPartyForm()
    if form.does(lambda: casework.add(db(), by(form), hearing_id, [form.party()])):
        flash("Høringsparten er tilføjet.")
        return redirect(url_for("parties.index", hearing_id=hearing_id), 303)
    return render_template("parties/new.html", hearing=hearing, form=form), form.code


def confirm(hearing_id: int):
    """Confirm the kinds that were guessed."""
    hearing = found(hearings.find(db(), hearing_id))
    form = SeenForm()
    if form.does(lambda: casework.confirm(db(), by(form), hearing_id, form.pairs)):
        form.tell("Arterne er bekræftet.")
        return redirect(url_for("parties.index", hearing_id=hearing_id), 303)
    return _index(hearing, form), form.code


def order(id: int):
    """Move a party one place up or down."""
    party = found(parties.find(db(), id))
    form = StepForm()
    if form.does(lambda: casework.move(db(), by(form), id, form.direction)):
        page = request.args.get("page", 1, int)
        address = url_for("parties.index", hearing_id=party.hearing_id, page=page, _anchor=f"party-{id}")
        return redirect(address, 303)
    return _index(found(hearings.find(db(), party.hearing_id)), form), form.code


def edit(id: int):
    """One party: what is known of it, and its responses."""
    return _edit(found(parties.find(db(), id)))


def change(id: int):
    """Save what is known of a party."""
    party = found(parties.find(db(), id))
    form = PartyForm()

    def save() -> int | None:
        if form.name.data != party.name and not form.anyway.data:
            others = (other for other in parties.of(db(), party.hearing_id) if other.id != id)
            _refuse_if_there(form.name.data or "", others)
        fields = {name: form[name].data for name in ("name", "other_names", "represents", "kind_confirmed")}
        return casework.change(
            db(),
            by(form),
            replace(
                party,
                **fields,
                short_name=form.short_name.data or "",
                kind=PartyKind(form.kind.data),
                deadline=form.deadline.data,
                version=form.version.data,
            ),
        )

    if form.does(save):
        form.tell("Høringsparten er gemt.")
        return redirect(url_for("parties.edit", id=id), 303)
    return _edit(party, form), form.code


def remove(id: int):
    """Remove a party that has no points."""
    party = found(parties.find(db(), id))
    form = RemovalForm()
    if form.does(lambda: casework.remove(db(), by(form), id, form.version.data)):
        form.tell(f"{party.name} er slettet.")
        return redirect(url_for("parties.index", hearing_id=party.hearing_id), 303)
    return _edit(party, form), form.code


def _index(hearing: Hearing, form: BaseForm) -> str:
    ordered = parties.of(db(), hearing.id)
    by_name = request.args.get("order") == "name"
    if by_name:
        ordered.sort(key=lambda party: danish_key(party.name))
    pages = max(1, -(-len(ordered) // A_PAGE))
    page = min(max(request.args.get("page", 1, int), 1), pages)
    answers = parties.answers(db(), hearing.id)
    confirming = SeenForm(None)
    confirming.show(casework.guessed(db(), hearing.id))
    return render_template(
        "parties/index.html",
        hearing=hearing,
        form=form,
        confirming=confirming,
        count=len(ordered),
        answered=len(answers),
        guessed=sum(not party.kind_confirmed for party in ordered),
        parties=ordered[(page - 1) * A_PAGE : page * A_PAGE],
        answers=answers,
        by_name=by_name,
        page=page,
        pages=pages,
    )


def _edit(party: Party, sent: BaseForm | None = None) -> str:
    """The page, with the form that was sent and could not be carried out, if there is one."""
    party = parties.find(db(), party.id) or party
    knowing = PartyForm.on(party, sent)
    return render_template(
        "parties/edit.html",
        hearing=hearings.find(db(), party.hearing_id),
        party=party,
        responses=responses.of_party(db(), party.id),
        count=points.count_of_party(db(), party.id),
        form=sent or knowing,
        late=sent and conflict.between(db(), party, sent),
        knowing=knowing,
        removing=RemovalForm.on(party, sent),
    )
