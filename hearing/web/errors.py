"""Every error as one calm Danish page."""

from flask import Flask, flash, redirect, render_template, request, url_for
from werkzeug.exceptions import HTTPException

from hearing.store.transaction import AlreadyDone

_SENTENCES = {
    400: "Anmodningen kunne ikke læses.",
    403: "Anmodningen kom fra et andet sted end programmet og er afvist.",
    404: "Siden findes ikke. Måske er det, den viste, blevet slettet.",
    405: "Siden kan ikke bruges på den måde.",
    413: "Det sendte er for stort. Grænsen er 50 MB for en fil og 5 MB for en tekst.",
    500: "Der er sket en fejl i programmet. Intet er gemt halvt; gå tilbage og prøv igen.",
    507: "Der er ikke plads på disken. Intet er gemt; gør plads og prøv igen.",
}


def register(app: Flask) -> None:
    """Danish pages for HTTP errors, and a form that was sent twice ends where the first one did."""
    app.register_error_handler(HTTPException, _show)
    app.register_error_handler(AlreadyDone, _go_on)


def _show(error: HTTPException):
    if error.code is None or error.code < 400:
        return error
    sentence = _SENTENCES.get(error.code, "Anmodningen kunne ikke udføres.")
    return render_template("error.html", code=error.code, sentence=sentence), error.code


def _go_on(_error: AlreadyDone):
    flash("Det var allerede gemt.")
    back = request.form.get("back", "")
    return redirect(back if is_local(back) else url_for("hearings.index"), 303)


def is_local(address: str) -> bool:
    """Whether an address stays on this site."""
    return address.startswith("/") and not address.startswith(("//", "/\\"))
