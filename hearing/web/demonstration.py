"""The demonstration hearing: loaded with one button."""

from flask import flash, redirect, url_for

from hearing.casework import demonstration as casework
from hearing.web.database import by, db
from hearing.web.forms import Confirmation


def load():
    """Load the demonstration into an empty database."""
    form = Confirmation()
    if form.does(lambda: casework.load(db(), by(form))):
        flash("Demonstrationen er indlæst. Alt i den er opdigtet, og den kan slettes igen.")
    else:
        flash(" ".join(form.form_errors) or "Prøv igen.", "error")
    return redirect(url_for("hearings.index"), 303)
