"""The front page and a hearing's overview."""

from flask import render_template

from hearing.store import events, hearings, progress, table
from hearing.web import overview
from hearing.web.database import db, found

EVENTS = 8


def index():
    """The hearings with their state, the newest first."""
    states = [(hearing, progress.of(db(), hearing.id)) for hearing in hearings.all(db())]
    return render_template("hearings/index.html", hearings=states)


def show(hearing_id: int):
    """How far the hearing has come, what is waiting, and the next thing to do."""
    hearing = found(hearings.find(db(), hearing_id))
    state = progress.of(db(), hearing_id)
    known = table.vocabulary(db(), hearing_id)
    outline = table.outline(db(), hearing_id)
    return render_template(
        "hearings/show.html",
        hearing=hearing,
        state=state,
        waiting=overview.waiting(hearing, state),
        meanings=overview.by_meaning(hearing, outline, known),
        themes=overview.by_theme(hearing, outline, known),
        events=events.newest(db(), hearing_id, EVENTS),
    )
