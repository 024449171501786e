"""What every form shares: Danish messages, the form token, the one-use token, cleaned text."""

import hmac
import secrets
from collections.abc import Callable, Iterable
from datetime import date
from typing import Self

from flask import Flask, flash, request, session
from wtforms import (
    DateField,
    Form,
    HiddenField,
    IntegerField,
    SelectField,
    StringField,
    TextAreaField,
    ValidationError,
)
from wtforms.csrf.core import CSRF
from wtforms.widgets import HiddenInput, TextInput

from hearing.casework.refusal import Overtaken, Refused
from hearing.records import Party, Point
from hearing.store.transaction import AlreadyDone, Stale
from hearing.wording import blank, clean, day_of, one_line

_DANISH = {
    "This field is required.": "Feltet skal udfyldes.",
    "Field cannot be longer than %(max)d character.": "Teksten er for lang; der er plads til %(max)d tegn.",
    "Field cannot be longer than %(max)d characters.": "Teksten er for lang; der er plads til %(max)d tegn.",
    "Not a valid choice.": "Vælg en af mulighederne.",
    "Not a valid choice": "Vælg en af mulighederne.",
    "Not a valid integer value.": "Skriv et helt tal.",
    "Not a valid date value.": "Skriv en dato, f.eks. 31-12-2026.",
    "Invalid Choice: could not coerce.": "Vælg en af mulighederne.",
    "CSRF token missing.": "Siden har stået åben for længe. Tryk igen; det, du har skrevet, er her endnu.",
}


class _Danish:
    def gettext(self, string: str) -> str:
        return _DANISH.get(string, string)

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        return self.gettext(singular if n == 1 else plural)


class Part(Form):
    """One line of a form that has many; the form around it has the tokens."""

    class Meta:
        """WTForms' settings."""

        def get_translations(self, form):
            """Danish, whatever the browser asks for."""
            return _Danish()


class _SessionToken(CSRF):
    """A token that lives as long as the session; the form with the typed text is shown again if it is wrong."""

    def generate_csrf_token(self, csrf_token_field) -> str:
        return session.setdefault("csrf", secrets.token_urlsafe(32))

    def validate_csrf_token(self, form, field) -> None:
        if not hmac.compare_digest(session.get("csrf", "").encode(), (field.data or "").encode()):
            raise ValidationError(_DANISH["CSRF token missing."])


def tidy(text: str | None) -> str | None:
    """The filter of every text field: cleaned, and what shows nothing is empty."""
    if text is None:
        return None
    return "" if blank(text) else clean(text).strip()


def number(text: str) -> int:
    """A key or a version as a form or an address brings it; ValueError for what the database cannot hold."""
    found = int(text)
    if not 0 <= found < 2**63:
        raise ValueError(text)
    return found


class NumberField(IntegerField):
    """A key or a version that the page had filled in; None where anything else came."""

    widget = HiddenInput()

    def process_formdata(self, valuelist: list[str]) -> None:
        """Nobody typed it, so there is nothing to tell them of it."""
        try:
            self.data = number(valuelist[0]) if valuelist else None
        except ValueError:
            self.data = None


class SeenField(HiddenField):
    """A record as the page showed it, "id:version"; ``data`` is the two, 0 and 0 for anything else."""

    def _value(self) -> str:
        id, version = self.data or (0, 0)
        return f"{id}:{version}"

    def process_formdata(self, valuelist: list[str]) -> None:
        """Nobody typed it, so there is nothing to tell them of it."""
        id, _, version = (valuelist[0] if valuelist else "").partition(":")
        try:
            self.data = number(id), number(version)
        except ValueError:
            self.data = 0, 0


class DayField(DateField):
    """A date typed as Danes type it, and shown so again."""

    widget = TextInput()

    def _value(self) -> str:
        if self.raw_data:
            return " ".join(self.raw_data)
        return f"{self.data.day}-{self.data.month}-{self.data.year}" if self.data else ""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read the date, or keep what was typed and say what is wrong with it."""
        typed = (tidy(valuelist[0]) if valuelist else "") or ""
        self.data: date | None = day_of(typed) if typed else None


class LinesField(TextAreaField):
    """Several names, one a line; ``data`` is a tuple."""

    def _value(self) -> str:
        return "\n".join(self.data or ())

    def process_formdata(self, valuelist: list[str]) -> None:
        """Take every line that holds something, once."""
        lines = (one_line(line) for line in (valuelist[0] if valuelist else "").splitlines())
        self.data = tuple(dict.fromkeys(line for line in lines if line))


_SENT = object()


class BaseForm(Form):
    """The form every other form is. ``BaseForm()`` reads the request's form when something was sent."""

    once = HiddenField(default=lambda: secrets.token_urlsafe(16))

    class Meta:
        """WTForms' settings."""

        csrf = True
        csrf_class = _SessionToken

        def get_translations(self, form):
            """Danish, whatever the browser asks for."""
            return _Danish()

        def bind_field(self, form, unbound_field, options):
            """Every text field cleans what was typed."""
            filters = unbound_field.kwargs.get("filters", [])
            if unbound_field.field_class.__name__ in ("StringField", "TextAreaField", "SearchField"):
                filters = [*filters, tidy]
            return unbound_field.bind(form=form, filters=filters, **options)

    stale = overtaken = False
    result: object = None

    def __init__(self, formdata=_SENT, **data):
        if formdata is _SENT:
            formdata = request.form if request.method == "POST" else None
        super().__init__(formdata, **data)

    def does(self, verb: Callable[[], object]) -> bool:
        """Carry the verb out if the form is right; a refusal becomes an error of the form, shown with the rest.

        A form that was sent twice has been carried out: the second answer leads where the first one did. What the
        verb returned stands in ``result`` (None the second time). If other text came the second time, AlreadyDone
        goes on to the page that says so.
        """
        if not self.validate():
            return False
        try:
            self.result = verb()
        except Refused as refusal:
            field = self._fields.get(refusal.field)
            (field.errors if field is not None else self.form_errors).append(str(refusal))
            self.overtaken = isinstance(refusal, Overtaken)
            return False
        except AlreadyDone as done:
            if not done.same:
                raise
            return True
        except Stale:
            self.stale = True
            return False
        return True

    def tell(self, sentence: str) -> None:
        """Say on the next page what was done; where the verb returned its event, with the offer to undo it."""
        flash(sentence, f"undo-{self.result}" if isinstance(self.result, int) else "message")

    def settle(self, verb: Callable[[], object], sentence: str | Callable[[], str]) -> None:
        """Carry the verb out from a page that goes on either way; there it is said what was done, or why not."""
        if self.does(verb):
            self.tell(sentence if isinstance(sentence, str) else sentence())
        elif self.stale:
            flash("Bemærkningen er rettet af en anden i mellemtiden. Se den igen, som den er nu.", "warning")
        else:
            flash(" ".join([*self.form_errors, *(text for field in self for text in field.errors)]), "error")

    @property
    def code(self) -> int:
        """The status of the page that shows the form again."""
        return 409 if self.stale or self.overtaken else 400


class EditForm(BaseForm):
    """A form that changes a record, made from the version that it names."""

    version = NumberField()

    def does(self, verb: Callable[[], object]) -> bool:
        """The same; without a version nobody knows what it would overwrite, so that it comes too late."""
        self.stale = self.version.data is None and self.validate()
        return not self.stale and super().does(verb)

    @classmethod
    def on(cls, record: object, sent: BaseForm | None) -> Self:
        """This form for a page with several: as it was sent, if it was this one, else as the record fills it."""
        return sent if isinstance(sent, cls) else cls(None, obj=record)


class MergeForm(EditForm):
    """A record whose points another takes over."""

    into = SelectField("Læg sammen med", coerce=int)


class RemovalForm(EditForm):
    """A record to remove."""


def shown(field) -> str:
    """What a person reads in the field: the text, or the label of what is chosen."""
    if hasattr(field, "iter_choices"):
        return ", ".join(str(choice.label) for choice in field.iter_choices() if choice.selected)
    if isinstance(field.data, bool):
        return "ja" if field.data else "nej"
    return field._value()


class Confirmation(BaseForm):
    """A form of one button."""


class SeenForm(BaseForm):
    """A form that acts on many records at once, as the person saw them: "id:version" of each, in order."""

    seen = HiddenField()

    @property
    def pairs(self) -> list[tuple[int, int]]:
        """The ids and versions; empty if the field holds anything else, which then is stale."""
        try:
            pairs = [pair.split(":") for pair in (self.seen.data or "").split()]
            return [(int(id), int(version)) for id, version in pairs]
        except ValueError:
            return []

    def show(self, records: Iterable[Point] | Iterable[Party]) -> None:
        """Note these records as those that the page shows."""
        self.seen.data = " ".join(f"{record.id}:{record.version}" for record in records)


class StepForm(BaseForm):
    """A form of two buttons: one place up, one place down."""

    step = StringField()

    @property
    def direction(self) -> int:
        """-1 for up, 1 for down."""
        return -1 if self.step.data == "up" else 1


def register(app: Flask) -> None:
    """Let the frame of every page offer to take back what was just done."""
    app.jinja_env.globals["confirmation"] = lambda: Confirmation(None)
