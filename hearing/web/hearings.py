"""The front page and a hearing's own pages."""

from flask import render_template

from hearing.store import hearings
from hearing.web.database import db


def index():
    """The hearings, the newest first."""
    return render_template("hearings/index.html", hearings=hearings.all(db()))
