"""The comment of a source says who has raised the wish."""

from flask import redirect, request, url_for

from hearing.casework import raised as casework
from hearing.store import points
from hearing.web.database import by, db, found
from hearing.web.errors import is_local
from hearing.web.forms import EditForm


def tell(id: int):
    """Let the comment name all who have raised the wish, once."""
    point = found(points.find(db(), id))
    form = EditForm()
    form.settle(
        lambda: casework.tell(db(), by(form), id, form.version.data or 0),
        "Kommentaren siger nu, hvem der har rejst ønsket.",
    )
    back = request.form.get("back", "")
    return redirect(back if is_local(back) else url_for("review.index", hearing_id=point.hearing_id), 303)
