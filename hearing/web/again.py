"""A form that was not taken, through no fault of what stands in it: the person sends it again with one button.

A token that is too old, a browser that forgot who sits at it, a full disk, a busy database: each would otherwise
throw away the page that the text was typed on.
"""

import hmac

from flask import Flask, request, session
from werkzeug.exceptions import RequestEntityTooLarge

from hearing.intake.rows import FIELDS
from hearing.web import errors
from hearing.web.database import INITIALS
from hearing.web.forms import Confirmation, tidy

_ANSWER_THEMSELVES = {"session.set_initials"}
_NAMES = FIELDS | {"name": "Navn", "phrase": "Formulering", "title": "Titel", "document": "Dokument"}
_NEVER_SHOWN = {"csrf_token", "once", "version", "back", "named", INITIALS}
# A file beyond the limit comes with typed fields, which are wanted; the file itself goes to a temporary place.
_MOST_THAT_IS_READ = 1024**3
_MAY_WORK_NEXT_TIME = {errors.TOKEN, errors.INITIALS, errors.SENT_BEFORE, 500, 503, 507}


def register(app: Flask) -> None:
    """Check the token and the initials of every form, and let error pages say what was typed."""
    app.before_request(_check_sender)
    app.jinja_env.globals.update(typed=typed, again=again)


def _check_sender():
    """A POST without the session's token, or without a name for its event, is refused and can be sent again."""
    if request.method != "POST" or request.endpoint is None or request.endpoint in _ANSWER_THEMSELVES:
        return None
    right = hmac.compare_digest(session.get("csrf", "").encode(), request.form.get("csrf_token", "").encode())
    if right and "csrf" in session:
        given = tidy(request.form.get(INITIALS)) or ""
        if "initials" not in session and 0 < len(given) <= 20:
            session["initials"] = given
            session.permanent = True
        if "initials" in session:
            return None
    return errors.page(errors.INITIALS if "initials" not in session else errors.TOKEN)


def typed() -> list[tuple[str, str]]:
    """The texts of the form that was sent, for a page that cannot show the form itself."""
    if request.method != "POST" or request.url_rule is None:
        return []
    texts = [(name, text) for name, text in _sent() if name not in _NEVER_SHOWN and len(text.split()) > 1]
    return [(_NAMES.get(name, f"Felt {number}"), text) for number, (name, text) in enumerate(texts, 1)]


def again(code: int | str) -> dict | None:
    """The form as it was sent, with tokens that hold, where sending it again can help; else None."""
    if request.method != "POST" or request.url_rule is None or code not in _MAY_WORK_NEXT_TIME:
        return None
    fresh = Confirmation(None)
    fields = [(name, text) for name, text in _sent() if name not in ("csrf_token", INITIALS)]
    if code == errors.SENT_BEFORE:
        fields = [(name, fresh.once.data if name == "once" else text) for name, text in fields]
    return {
        "address": request.full_path.rstrip("?"),
        "token": fresh.csrf_token,
        "fields": fields,
        "files": bool(request.files),
        "initials": INITIALS if "initials" not in session else None,
    }


def _sent() -> list[tuple[str, str]]:
    """The fields of the form, also of one that was refused for its size and therefore not read yet."""
    try:
        return list(request.form.items(multi=True))
    except RequestEntityTooLarge:
        request.max_content_length = _MOST_THAT_IS_READ
    try:
        return list(request.form.items(multi=True))
    except RequestEntityTooLarge:
        return []
