"""A handling table becomes a hearing: send the file, look it through, store it. Nothing is stored before."""

from pathlib import PurePath

from flask import flash, redirect, render_template, request, url_for
from wtforms import FileField, SelectChoice, SelectField, StringField, TextAreaField
from wtforms.validators import Length

from hearing import sandbox
from hearing.casework import uploads as casework
from hearing.intake import account
from hearing.intake.rows import FIELDS, Reading, Refused
from hearing.records import Upload
from hearing.store import uploads
from hearing.store.transaction import AlreadyDone, Stale
from hearing.web.database import by, db, found
from hearing.web.forms import BaseForm, Confirmation, NumberField
from hearing.wording import one_line

FIRST = 10
AT_MOST = 300


class UploadForm(BaseForm):
    """A file to read."""

    file = FileField("Fil med håndteringstabel")
    title = StringField("Høringens titel", validators=[Length(max=300)])
    parties = TextAreaField("Liste over høringsparter", validators=[Length(max=200_000)])


class PreviewForm(BaseForm):
    """The title, which reading it is about, and (added by ``_preview_form``) what every column is."""

    title = StringField("Høringens titel", validators=[Length(max=300)])
    version = NumberField()


def new():
    """Ask for a file, and show those that wait to be looked through."""
    return _new(UploadForm())


def add():
    """Read the file and keep both until it has been looked through."""
    form = UploadForm()
    sent = request.files.get("file")
    content = sent.read() if sent else b""
    if not content:
        form.validate()
        form.file.errors = [*form.file.errors, "Filen er tom." if sent and sent.filename else "Vælg en fil."]
        return _new(form), 400
    name = PurePath(one_line(sent.filename or "fil").replace("\\", "/")).name
    if not form.validate():
        return _new(form), 400
    try:
        reading = sandbox.read(content, name, parties=form.parties.data or None)
    except Refused as refusal:
        form.file.errors = [str(refusal)]
        return _new(form), 400
    title = form.title.data or reading.facts.get("title", "") or PurePath(name).stem
    parties = form.parties.data or ""
    if not form.does(lambda: casework.add(db(), by(form), name, title, parties, content, reading)):
        return _new(form), form.code
    onward = url_for("imports.show", id=form.result) if form.result else url_for("imports.new")
    return redirect(onward, 303)


def show(id: int):
    """What was read, before anything is stored."""
    upload = found(uploads.find(db(), id))
    reading = casework.reading(db(), id)
    return _show(upload, reading, _preview_form(upload, reading))


def store(id: int):
    """Store the reading as a hearing; if a column was given another meaning, read the file again instead."""
    upload = uploads.find(db(), id)
    if upload is None:
        flash("Filen er allerede gemt som høring, eller den er slettet.")
        return redirect(url_for("hearings.index"), 303)
    reading = casework.reading(db(), id)
    form = _preview_form(upload, reading)
    chosen = {str(n): form[f"column-{n}"].data for n, _ in enumerate(reading.columns, 1)}
    if "again" in request.form or list(chosen.values()) != [column.field for column in reading.columns]:
        return _read_again(upload, reading, form, chosen)
    version = _version(form)
    if form.does(lambda: casework.become_hearing(db(), by(form), id, version, form.title.data)):
        if form.result is None:
            return redirect(url_for("imports.show", id=id), 303)
        flash("Tabellen er gemt som en ny høring.")
        return redirect(url_for("hearings.show", hearing_id=form.result), 303)
    return _show(upload, reading, form), form.code


def remove(id: int):
    """Throw the file away."""
    form = Confirmation()
    if form.does(lambda: casework.remove(db(), by(form), id)):
        flash("Filen er slettet. Intet af den er gemt som høring.")
    return redirect(url_for("imports.new"), 303)


def _read_again(upload: Upload, reading: Reading, form: PreviewForm, chosen: dict[str, str]):
    if not form.validate():
        return _show(upload, reading, form), 400
    content = uploads.content(db(), upload.id)
    try:
        again = sandbox.read(content, upload.name, parties=upload.parties or None, columns=chosen)
        casework.read_again(db(), by(form), upload.id, _version(form), form.title.data or upload.title, again)
    except Refused as refusal:
        form.form_errors.append(str(refusal))
        return _show(upload, reading, form), 400
    except AlreadyDone:
        flash("Filen er læst igen, siden siden blev åbnet. Her er den nyeste læsning.")
        return redirect(url_for("imports.show", id=upload.id), 303)
    except Stale:
        form.stale = True
        return _show(upload, reading, form), 409
    flash("Filen er læst igen med de kolonner, du har valgt. Se efter, og gem.")
    return redirect(url_for("imports.show", id=upload.id), 303)


def _preview_form(upload: Upload, reading: Reading) -> PreviewForm:
    """The form of this file: a choice for each of its columns."""

    class Form(PreviewForm):
        pass

    choices = [SelectChoice(value, label) for value, label in FIELDS.items()]
    for n, column in enumerate(reading.columns, 1):
        setattr(Form, f"column-{n}", SelectField(column.heading, choices=choices, default=column.field))
    return Form(title=upload.title, version=upload.version)


def _version(form: PreviewForm) -> int:
    """The version the form was made from; 0, which is nobody's, for what no form of ours sends."""
    return form.version.data or 0


def _new(form: UploadForm):
    return render_template("imports/new.html", form=form, waiting=uploads.all(db()))


def _show(upload: Upload, reading: Reading, form: PreviewForm):
    if form.stale:
        form.version.data, form.version.raw_data = upload.version, None
    figures = account.of(reading)
    told: dict[int, list[str]] = {}
    for remark in reading.odd:
        if remark.row:
            told.setdefault(remark.row, []).append(remark.text)
    doubtful = sorted({*figures.unsure, *told})
    return render_template(
        "imports/show.html",
        upload=upload,
        reading=reading,
        form=form,
        figures=figures,
        told=told,
        doubtful=doubtful[:AT_MOST],
        doubtful_count=len(doubtful),
        first=range(1, min(FIRST, len(reading.rows)) + 1),
        unified=account.unified_themes(reading),
        general=[remark for remark in reading.odd if not remark.row],
    )
