"""What the import of a hearing's table told: to be opened again, and marked as seen."""

from dataclasses import replace

from flask import flash, redirect, render_template, url_for

from hearing.casework import accounts as casework
from hearing.records import Hearing
from hearing.store import accounts, hearings, points, progress
from hearing.web.database import by, db, found
from hearing.web.forms import EditForm


def show(hearing_id: int):
    """What was left out, and what looked odd, with the rows that it is about."""
    hearing = found(hearings.find(db(), hearing_id))
    return _show(hearing, EditForm(None, obj=accounts.find(db(), hearing_id)))


def confirm(hearing_id: int):
    """Mark the account as seen."""
    hearing = found(hearings.find(db(), hearing_id))
    account = found(accounts.find(db(), hearing_id))
    form = EditForm()
    if form.does(lambda: casework.confirm(db(), by(form), replace(account, version=form.version.data))):
        form.tell("Rapporten er markeret som set igennem.")
        return redirect(url_for("hearings.show", hearing_id=hearing_id), 303)
    if form.stale:
        flash("Rapporten er allerede set igennem.")
        return redirect(url_for("hearings.show", hearing_id=hearing_id), 303)
    return _show(hearing, form), form.code


def _show(hearing: Hearing, form: EditForm) -> str:
    account = accounts.find(db(), hearing.id)
    told = (*account.left_out, *account.odd) if account else ()
    return render_template(
        "accounts/show.html",
        hearing=hearing,
        account=account,
        form=form,
        there=set(points.among(db(), [one.point_id for one in told if one.point_id])),
        unsure=progress.of(db(), hearing.id).unsure,
    )
