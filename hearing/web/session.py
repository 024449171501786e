"""The person at the browser: initials, asked for once."""

from flask import redirect, render_template, request, session, url_for
from wtforms import StringField
from wtforms.validators import DataRequired, Length

from hearing.web.errors import is_local
from hearing.web.forms import BaseForm


class InitialsForm(BaseForm):
    """Who is at the keyboard."""

    initials = StringField("Initialer", validators=[DataRequired(), Length(max=20)])


def initials():
    """Ask for initials."""
    return render_template("session/initials.html", form=InitialsForm())


def set_initials():
    """Remember the initials and go on to where the person was going."""
    form = InitialsForm()
    if not form.validate():
        return render_template("session/initials.html", form=form), 400
    session["initials"] = form.initials.data
    session.permanent = True
    onward = request.args.get("next", "")
    return redirect(onward if is_local(onward) else url_for("hearings.index"), 303)
