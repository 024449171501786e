"""The text of the plan that is in hearing: pasted or from a file, replaced, taken away."""

from flask import flash, redirect, render_template, request, url_for
from wtforms import FileField, TextAreaField
from wtforms.validators import Length

from hearing import sandbox
from hearing.casework import drafts as casework
from hearing.casework.refusal import Refused
from hearing.intake import letters
from hearing.intake.rows import Refused as Unreadable
from hearing.records import Hearing
from hearing.store import drafts, hearings
from hearing.web.database import by, db, found
from hearing.web.forms import EditForm

NONE = 0
"""The version of a text that is not there."""
_SHOWN = 700


class DraftForm(EditForm):
    """Where the text comes from."""

    text = TextAreaField("Indsæt teksten", validators=[Length(max=casework.LONGEST)], render_kw={"rows": 10})
    file = FileField("Eller vælg en fil")

    def read(self) -> str:
        """The text of the file, if one was chosen, else the pasted one; refused beside the field."""
        file = request.files.get("file")
        if not (file and file.filename):
            return self.text.data or ""
        try:
            return sandbox.read_draft(file.read(), letters.file_name(file.filename))
        except Unreadable as refusal:
            raise Refused(str(refusal), "file") from refusal


def edit(hearing_id: int):
    """What the program knows of the plan, and where its text is given."""
    hearing = found(hearings.find(db(), hearing_id))
    return _edit(hearing, DraftForm(None))


def change(hearing_id: int):
    """Store the text in place of the one that the person saw."""
    hearing = found(hearings.find(db(), hearing_id))
    form = DraftForm()

    def store() -> int | None:
        text = form.read()
        if form.version.data == NONE:
            return casework.add(db(), by(form), hearing_id, text)
        return casework.change(db(), by(form), hearing_id, form.version.data, text)

    if form.does(store):
        form.tell("Planens tekst er gemt.")
        return redirect(url_for("drafts.edit", hearing_id=hearing_id), 303)
    return _edit(hearing, form), form.code


def remove(hearing_id: int):
    """Take the text away; the next page offers to take that back."""
    found(hearings.find(db(), hearing_id))
    form = EditForm()
    if form.does(lambda: casework.remove(db(), by(form), hearing_id, form.version.data)):
        form.tell("Planens tekst er fjernet.")
    else:
        flash("Planens tekst er udskiftet i mellemtiden og er ikke fjernet. Se efter, og prøv igen.", "warning")
    return redirect(url_for("drafts.edit", hearing_id=hearing_id), 303)


def _edit(hearing: Hearing, form: DraftForm) -> str:
    draft = drafts.find(db(), hearing.id)
    form.version.data, form.version.raw_data = (draft.version if draft else NONE), None
    return render_template("drafts/edit.html", hearing=hearing, draft=draft, form=form, shown=_SHOWN)
