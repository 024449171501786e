"""The facts of a hearing as a person writes them."""

from dataclasses import replace

from wtforms import BooleanField, RadioField, SelectChoice, SelectField, StringField
from wtforms.validators import DataRequired, Length

from hearing.casework.hearings import Earlier
from hearing.echoes import phrases
from hearing.enums import HearingKind, Printing
from hearing.records import Hearing
from hearing.web.forms import BaseForm, DayField, EditForm


class _Facts:
    """The fields that a new and a known hearing share."""

    title = StringField("Titel", validators=[DataRequired(), Length(max=300)])
    document = StringField("Dokument i høring", validators=[Length(max=300)])
    plan_term = StringField("Sådan nævnes planen i teksterne", validators=[Length(max=80)])
    case_number = StringField("Sagsnummer", validators=[Length(max=60)])
    authority = StringField("Myndighed", validators=[Length(max=200)])
    committee = StringField("Udvalg", validators=[Length(max=200)])
    period_from = DayField("Høringsperiode fra")
    period_to = DayField("Høringsperiode til")
    kind = SelectField("Art", choices=[SelectChoice(kind.value, kind.label) for kind in HearingKind])

    def filled_in(self, hearing: Hearing) -> Hearing:
        """The hearing with what was typed."""
        texts = ("title", "document", "plan_term", "case_number", "authority", "committee")
        return replace(
            hearing,
            **{name: self[name].data or "" for name in texts},
            period_from=self.period_from.data,
            period_to=self.period_to.data,
            kind=HearingKind(self.kind.data),
        )


class NewHearingForm(_Facts, BaseForm):
    """A hearing to set up, perhaps from an earlier one."""

    earlier = SelectField("Tidligere høring", coerce=int)
    parties = BooleanField("Høringsparter (ikke private borgere)", default=True)
    themes = BooleanField("Temaer", default=True)
    phrases = BooleanField("Formuleringer til håndteringen", default=True)

    @classmethod
    def among(cls, hearings: list[Hearing]) -> "NewHearingForm":
        """The form, with the hearings to choose from."""
        form = cls()
        form.earlier.choices = [
            SelectChoice(0, "Ingen, begynd forfra"),
            *(SelectChoice(hearing.id, hearing.title) for hearing in hearings),
        ]
        if form.earlier.data is None:
            form.earlier.data = 0
        return form

    def taken_over(self) -> Earlier | None:
        """What the new hearing takes over."""
        if not self.earlier.data:
            return None
        return Earlier(self.earlier.data, self.parties.data, self.themes.data, self.phrases.data)


def _phrase(label: str, usual: str) -> StringField:
    return StringField(label, validators=[Length(max=200)], render_kw={"placeholder": usual})


class HearingForm(_Facts, EditForm):
    """The facts of a hearing that is there, and how its echoes are printed."""

    echo_printing = RadioField(
        "Sådan trykkes en bemærkning, der gentager en anden",
        choices=[
            SelectChoice(
                Printing.REFERENCE.value,
                "Med henvisning: rækken siger kun, hvor ønsket er besvaret, f.eks. "
                "»Samme håndtering som ved PIU, bemærkning j«.",
            ),
            SelectChoice(
                Printing.FULL.value,
                "I fuld tekst: håndtering og kommentar trykkes igen, og kommentaren slutter f.eks. "
                "»Se også PIU, bemærkning j«.",
            ),
        ],
        default=Printing.REFERENCE.value,
    )
    echo_summary = _phrase("Henvisning i stedet for sammendrag", phrases.SUMMARY)
    echo_decision = _phrase("Henvisning i stedet for håndtering", phrases.DECISION)
    echo_comment = _phrase("Henvisning efter kommentaren, når den trykkes i fuld tekst", phrases.COMMENT)

    rename_phrases = BooleanField("Skift også planens navn i formuleringerne", default=True)

    def filled_in(self, hearing: Hearing) -> Hearing:
        """The hearing with what was typed."""
        return replace(
            super().filled_in(hearing),
            echo_printing=Printing(self.echo_printing.data),
            **{name: self[name].data or "" for name in ("echo_summary", "echo_decision", "echo_comment")},
        )
