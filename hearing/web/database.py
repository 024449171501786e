"""One connection a request, opened when it is first asked for. A page shows the database at one moment."""

from hashlib import sha256
from typing import TypeVar

from flask import Flask, Response, abort, current_app, g, request, session
from sqlite_utils import Database

from hearing.records import By
from hearing.store import connection

INITIALS = "initials_of_sender"
# What a form carries besides: which page it came from does not make it another form.
_NOT_WRITTEN = {"csrf_token", "once", "go", "back", INITIALS}


def db() -> Database:
    """The request's connection; where the request only reads, everything it reads is of one moment.

    Else a page that looks twice would fail on a record that a colleague removes between the two.
    """
    if "db" not in g:
        g.db = connection.connect(current_app.config["DATABASE"])
        if request.method in ("GET", "HEAD"):
            connection.hold(g.db)
    return g.db


Record = TypeVar("Record")


def found(record: Record | None) -> Record:
    """The record, or the page that says it is not there."""
    if record is None:
        abort(404)
    return record


def by(form) -> By:
    """Who acts in this request, with the one-use token of the form they sent."""
    return By(session["initials"], form.once.data or None, sent())


def sent() -> str:
    """A digest of what a person wrote and chose in the form that was sent."""
    told = sha256()
    for name, text in sorted(request.form.items(multi=True)):
        if name not in _NOT_WRITTEN:
            told.update(f"{name}={text}\0".encode())
    for file in request.files.values():
        told.update(file.read())
        file.seek(0)
    return told.hexdigest()


def register(app: Flask) -> None:
    """Close the connection when the answer is made, so that nobody's save waits for it to be sent."""

    @app.after_request
    def let_go(answer: Response) -> Response:
        release()
        return answer

    app.teardown_appcontext(lambda _error: release())


def release() -> None:
    """Close the request's connection; what is read afterwards is of another moment."""
    if "db" in g:
        g.pop("db").conn.close()
