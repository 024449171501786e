"""What every form shares: Danish messages, the form token, the one-use token, cleaned text."""

import hmac
import secrets

from flask import request, session
from wtforms import Form, HiddenField, ValidationError
from wtforms.csrf.core import CSRF

from hearing.wording import clean

_DANISH = {
    "This field is required.": "Feltet skal udfyldes.",
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


class _SessionToken(CSRF):
    """A token that lives as long as the session; the form with the typed text is shown again if it is wrong."""

    def generate_csrf_token(self, csrf_token_field) -> str:
        return session.setdefault("csrf", secrets.token_urlsafe(32))

    def validate_csrf_token(self, form, field) -> None:
        if not hmac.compare_digest(session.get("csrf", "").encode(), (field.data or "").encode()):
            raise ValidationError(_DANISH["CSRF token missing."])


def tidy(text: str | None) -> str | None:
    """The filter of every text field: cleaned, and nothing but white space is empty."""
    if text is None:
        return None
    return clean(text).strip()


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

    def __init__(self, formdata=None, **data):
        if formdata is None and request.method == "POST":
            formdata = request.form
        super().__init__(formdata, **data)


class Confirmation(BaseForm):
    """A form of one button."""
