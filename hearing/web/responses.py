"""What a party sent: logged and corrected."""

from datetime import date

from flask import flash, redirect, render_template, request, url_for
from werkzeug.datastructures import CombinedMultiDict
from wtforms import FileField, RadioField, SelectChoice, StringField
from wtforms.validators import Length

from hearing.casework import responses as casework
from hearing.records import Party, Response
from hearing.store import echoes, files, hearings, mentions, parties, points, responses
from hearing.web import conflict
from hearing.web.database import by, db, found
from hearing.web.forms import BaseForm, DayField, EditForm, RemovalForm
from hearing.wording import danish_date


def _yes(value: object) -> bool:
    return value not in (False, "False")


class _Facts:
    """The fields that a new and a known response share."""

    received = DayField("Modtaget")
    document_number = StringField("Dokumentnummer", validators=[Length(max=80)])
    with_remarks = RadioField(
        "Er der bemærkninger i svaret?",
        choices=[
            SelectChoice(True, "Ja, de skrives ind som bemærkninger"),
            SelectChoice(False, "Nej, »ingen bemærkninger«"),
        ],
        coerce=_yes,
        default=True,
    )
    file = FileField("Fil")

    def facts(self) -> casework.Facts:
        """What was typed, and the file that was chosen."""
        sent = request.files.get("file")
        return casework.Facts(
            self.received.data,
            self.document_number.data or "",
            self.with_remarks.data,
            (sent.filename, sent.read()) if sent and sent.filename else None,
        )


class NewResponseForm(_Facts, BaseForm):
    """A response to log."""


class ResponseForm(_Facts, EditForm):
    """A response that was logged."""


def new(party_id: int):
    """A response to log."""
    return _new(found(parties.find(db(), party_id)), NewResponseForm())


def add(party_id: int):
    """Log a response."""
    party = found(parties.find(db(), party_id))
    form = NewResponseForm(_sent())
    if form.does(lambda: casework.add(db(), by(form), party_id, form.facts())):
        flash("Høringssvaret er registreret.")
        if form.result is None:
            return redirect(url_for("parties.edit", id=party_id), 303)
        _tell_of_the_day(party, form.received.data)
        _tell_of_the_file(form.result)
        return redirect(url_for("responses.edit", id=form.result), 303)
    return _new(party, form), form.code


def edit(id: int):
    """One response: what was logged, and its points."""
    return _edit(found(responses.find(db(), id)))


def change(id: int):
    """Correct what was logged."""
    response = found(responses.find(db(), id))
    form = ResponseForm(_sent())
    if form.does(lambda: casework.change(db(), by(form), id, form.version.data, form.facts())):
        form.tell("Høringssvaret er gemt.")
        if form.received.data != response.received:
            _tell_of_the_day(response, form.received.data)
        if request.files.get("file"):
            _tell_of_the_file(id)
        return redirect(url_for("responses.edit", id=id), 303)
    return _edit(response, form), form.code


def remove(id: int):
    """Remove a response."""
    response = found(responses.find(db(), id))
    form = RemovalForm()
    if form.does(lambda: casework.remove(db(), by(form), id, form.version.data)):
        form.tell("Høringssvaret er slettet.")
        return redirect(url_for("parties.edit", id=response.party_id), 303)
    return _edit(response, form), form.code


def _sent() -> CombinedMultiDict:
    """The form together with its files."""
    return CombinedMultiDict([request.files, request.form])


def _tell_of_the_day(of: Party | Response, received: date | None) -> None:
    """Warn when a response came before the hearing began: it may be so, or the year is wrong."""
    began = hearings.find(db(), of.hearing_id).period_from
    if began and received and received < began:
        day, first = danish_date(received), danish_date(began)
        flash(
            f"Den {day} ligger før høringsperioden, som begynder den {first}. Se efter, om datoen er rigtig.",
            "warning",
        )


def _tell_of_the_file(response_id: int) -> None:
    """Warn when the file is there already, with whoever sent it, and when it is not what its name says."""
    file = files.find(db(), responses.find(db(), response_id).file_id or 0)
    if file is None:
        return
    others = dict.fromkeys(name for id, name in files.holders(db(), file) if id != response_id)
    if others:
        flash(f"Den samme fil findes allerede hos {', '.join(others)}.", "warning")
    if file.media_type == "application/pdf" and not file.name.casefold().endswith(".pdf"):
        flash(f"{file.name} er en PDF, selv om den hedder noget andet; den er gemt som PDF.", "warning")


def _new(party: Party, form: NewResponseForm) -> str:
    hearing = hearings.find(db(), party.hearing_id)
    return render_template("responses/new.html", hearing=hearing, party=party, form=form)


def _repeated(ids: list[int]) -> dict[int, str]:
    """What these points repeat is called, by their ids."""
    links = echoes.among(db(), ids)
    sources = points.among(db(), [link.source_id for link in links.values()])
    return {id: mentions.called(db(), sources[link.source_id]) for id, link in links.items()}


def _edit(response: Response, sent: BaseForm | None = None) -> str:
    """The page, with the form that was sent and could not be carried out, if there is one."""
    response = responses.find(db(), response.id) or response
    logging = ResponseForm.on(response, sent)
    return render_template(
        "responses/edit.html",
        hearing=hearings.find(db(), response.hearing_id),
        party=parties.find(db(), response.party_id),
        response=response,
        file=files.find(db(), response.file_id or 0),
        points=points.of_response(db(), response.id),
        repeated=_repeated([point.id for point in points.of_response(db(), response.id)]),
        form=sent or logging,
        late=sent and conflict.between(db(), response, sent),
        logging=logging,
        removing=RemovalForm.on(response, sent),
    )
