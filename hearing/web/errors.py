"""Every error as one calm Danish page; what a person had typed is on it."""

from flask import Flask, flash, redirect, render_template, request, url_for
from werkzeug.exceptions import HTTPException, SecurityError

from hearing.store.connection import is_busy, is_full
from hearing.store.transaction import AlreadyDone, Stale

TOKEN, INITIALS, SENT_BEFORE = "token", "initials", "sent before"

PAGES = {
    TOKEN: (
        "Siden har stået åben for længe",
        "Intet er gemt endnu. Det, du havde skrevet, er her; send det igen.",
    ),
    INITIALS: (
        "Hvem er du?",
        "Programmet kender ikke længere dine initialer. Skriv dem, så sendes det, du havde skrevet.",
    ),
    SENT_BEFORE: (
        "Siden er sendt før",
        "Det, du sendte første gang, er gemt. Det, du har skrevet siden, er her; send det igen for at gemme det.",
    ),
    400: (
        "Siden kunne ikke læses",
        "Programmet forstod ikke det, der blev sendt. Gå tilbage, og prøv igen.",
    ),
    403: ("Afvist", "Det sendte kom fra et andet sted end programmet og er ikke gemt."),
    404: ("Siden findes ikke", "Måske er det, den viste, blevet slettet, eller også er adressen skrevet forkert."),
    405: ("Sådan kan siden ikke bruges", "Gå til forsiden, og begynd derfra."),
    409: (
        "En anden har gemt i mellemtiden",
        "Din rettelse er ikke gemt. Åbn siden igen, og ret den dér.",
    ),
    413: ("Det sendte er for stort", "Grænsen er 50 MB. Intet er gemt."),
    429: ("For mange forsøg", "Vent et øjeblik, og prøv igen."),
    500: ("Der er sket en fejl i programmet", "Intet er gemt halvt. Gå tilbage, og prøv igen."),
    503: ("Databasen er optaget", "Et andet arbejde blev ikke færdigt i tide. Intet er gemt; prøv igen om lidt."),
    507: ("Der er ikke plads på disken", "Intet er gemt. Gør plads, gå tilbage, og prøv igen."),
}
_OTHERWISE = ("Det kunne ikke lade sig gøre", "Gå tilbage, og prøv igen.")


def register(app: Flask) -> None:
    """Danish pages for everything that goes wrong; a form that was sent twice ends where the first one did."""
    app.register_error_handler(HTTPException, _show)
    app.register_error_handler(Stale, lambda _error: page(409))
    app.register_error_handler(AlreadyDone, _go_on)


def page(code: int | str):
    """The error page of a status code, or of a form that the program cannot take yet."""
    title, sentence = PAGES.get(code, _OTHERWISE)
    status = code if isinstance(code, int) else {SENT_BEFORE: 409}.get(code, 400)
    return render_template("error.html", title=title, sentence=sentence, code=code), status


def _show(error: HTTPException):
    if error.code is None or error.code < 400:
        return error
    if isinstance(error, SecurityError):
        # Asked for under a foreign name there are no addresses to link to.
        return render_template("foreign_host.html"), 400
    original = getattr(error, "original_exception", None)
    if original is not None and is_full(original):
        return page(507)
    if original is not None and is_busy(original):
        return page(503)
    body, code = page(error.code)
    allowed = getattr(error, "valid_methods", None)
    return body, code, {"Allow": ", ".join(allowed)} if allowed else {}


def _go_on(error: AlreadyDone):
    if not error.same:
        return page(SENT_BEFORE)
    flash("Det var allerede gemt.")
    back = request.form.get("back", "")
    return redirect(back if is_local(back) else url_for("hearings.index"), 303)


def is_local(address: str) -> bool:
    """Whether an address stays on this site; browsers drop tabs, so "/<tab>/elsewhere" does not."""
    return address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
