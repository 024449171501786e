"""One connection a request, opened when it is first asked for."""

from typing import TypeVar

from flask import Flask, abort, current_app, g, session
from sqlite_utils import Database

from hearing.records import By
from hearing.store import connection


def db() -> Database:
    """The request's connection."""
    if "db" not in g:
        g.db = connection.connect(current_app.config["DATABASE"])
    return g.db


Record = TypeVar("Record")


def found(record: Record | None) -> Record:
    """The record, or the page that says it is not there."""
    if record is None:
        abort(404)
    return record


def by(form) -> By:
    """Who acts in this request, with the one-use token of the form they sent."""
    return By(session["initials"], form.once.data or None)


def register(app: Flask) -> None:
    """Close the connection when the request is over."""

    @app.teardown_appcontext
    def close(_error: BaseException | None) -> None:
        if "db" in g:
            g.pop("db").conn.close()
