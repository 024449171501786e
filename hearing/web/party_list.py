"""A list of parties, pasted or from a file: read, shown for correction, and only then stored."""

from collections.abc import Sequence

from flask import flash, redirect, render_template, request, url_for
from wtforms import (
    BooleanField,
    FieldList,
    FileField,
    FormField,
    HiddenField,
    SelectField,
    StringField,
    TextAreaField,
    ValidationError,
)
from wtforms.validators import Length

from hearing import sandbox
from hearing.casework import parties as casework
from hearing.casework.refusal import Refused
from hearing.enums import PartyKind
from hearing.intake import letters
from hearing.intake import party_list as intake
from hearing.intake.party_names import PartyList
from hearing.intake.rows import Refused as Unreadable
from hearing.records import Hearing
from hearing.store import hearings, parties
from hearing.web.database import by, db, found
from hearing.web.forms import BaseForm, Part, tidy
from hearing.web.parties import KINDS


class ListForm(BaseForm):
    """Where the list comes from."""

    text = TextAreaField("Indsæt listen", validators=[Length(max=200_000)], render_kw={"rows": 12})
    file = FileField("Eller vælg en fil")

    def listed(self) -> PartyList:
        """The parties of the file, if one was chosen, else of the pasted text; refused beside the field."""
        file = request.files.get("file")
        try:
            if file and file.filename:
                return sandbox.read_list(file.read(), letters.file_name(file.filename))
            return intake.of_text(self.text.data or "")
        except Unreadable as refusal:
            raise Refused(str(refusal), "file" if file and file.filename else "text") from refusal


class PreviewLine(Part):
    """One party of the list, as it will be stored. ``guess`` is empty where a heading stated the kind."""

    take = BooleanField("Tag med")
    name = StringField("Navn", filters=[tidy], validators=[Length(max=500)])
    short_name = StringField("Kort navn", filters=[tidy], validators=[Length(max=40)])
    kind = SelectField("Art", choices=KINDS)
    guess = HiddenField()

    def validate_name(self, field: StringField) -> None:
        """A party that is taken has a name."""
        if self.take.data and not field.data:
            raise ValidationError("Skriv høringspartens navn.")

    def party(self, confirmed: bool) -> casework.NewParty:
        """What stands in the line; a kind that is no guess is a person's."""
        return casework.NewParty(
            self.name.data or "",
            self.short_name.data or "",
            PartyKind(self.kind.data),
            confirmed=confirmed or self.kind.data != self.guess.data,
        )


class PreviewForm(BaseForm):
    """The whole list, correctable."""

    lines = FieldList(FormField(PreviewLine), max_entries=casework.AT_ONCE)
    confirmed = BooleanField("Arterne er set igennem og er rigtige")


def new(hearing_id: int):
    """Where a list is pasted or a file chosen."""
    hearing = found(hearings.find(db(), hearing_id))
    return render_template("party_list/new.html", hearing=hearing, form=ListForm())


def preview(hearing_id: int):
    """Show what the list was read as; nothing is stored."""
    hearing = found(hearings.find(db(), hearing_id))
    form = ListForm()

    def read() -> tuple[list[casework.NewParty], tuple[str, ...]]:
        found = form.listed()
        return casework.to_add(found.listed), found.remarks

    if not form.does(read):
        return render_template("party_list/new.html", hearing=hearing, form=form), form.code
    listed, remarks = form.result
    known = casework.Known(parties.of(db(), hearing_id))
    lines = [
        {
            "take": known.like(party.name) is None,
            "name": party.name,
            "short_name": party.short_name,
            "kind": party.kind.value,
            "guess": "" if party.confirmed else party.kind.value,
        }
        for party in listed
    ]
    return _preview(hearing, PreviewForm(None, lines=lines), remarks)


def add(hearing_id: int):
    """Add the parties of the list that were ticked."""
    hearing = found(hearings.find(db(), hearing_id))
    form = PreviewForm()
    taken = [line.form for line in form.lines if line.form.take.data]
    confirmed = form.confirmed.data
    if form.does(lambda: casework.add(db(), by(form), hearing_id, [one.party(confirmed) for one in taken])):
        flash("1 høringspart er tilføjet." if len(taken) == 1 else f"{len(taken)} høringsparter er tilføjet.")
        return redirect(url_for("parties.index", hearing_id=hearing_id), 303)
    return _preview(hearing, form), form.code


def _preview(hearing: Hearing, form: PreviewForm, remarks: Sequence[str] = ()) -> str:
    known = casework.Known(parties.of(db(), hearing.id))
    there = [known.like(line.form.name.data or "") for line in form.lines]
    return render_template("party_list/preview.html", hearing=hearing, form=form, there=there, remarks=remarks)
