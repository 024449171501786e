"""The web application: the only room that knows Flask and WTForms.

A GET is route -> store -> template; a POST is route -> form -> casework -> 303. All routes stand in ``routes``.
"""

import secrets
from io import BytesIO
from pathlib import Path

from flask import Flask, Request

from hearing.store import connection, schema, settings
from hearing.web import (
    again,
    database,
    errors,
    forms,
    guard,
    likeness,
    marking,
    navigation,
    routes,
    static_files,
    words,
)

ROOT = Path(__file__).resolve().parents[2]
LARGEST_FORM = 50 * 1024 * 1024
LOOPBACK_HOSTS = ["127.0.0.1", "localhost"]


class _Request(Request):
    """A form with its files, kept in memory: a full disk must not take away what was typed beside a file."""

    def _get_file_stream(self, total_content_length, content_type, filename=None, content_length=None):
        if (total_content_length or 0) <= LARGEST_FORM:
            return BytesIO()
        return super()._get_file_stream(total_content_length, content_type, filename, content_length)


def create_app(path: str | Path, *, trusted_hosts: list[str] | None = None) -> Flask:
    """The application on one database file, brought up to the newest schema."""
    app = Flask("hearing", template_folder=str(ROOT / "templates"))
    app.request_class = _Request
    db = connection.connect(path)
    schema.migrate(db)
    app.config.update(
        DATABASE=str(path),
        SECRET_KEY=settings.ensure(db, "secret_key", lambda: secrets.token_hex(32)),
        TRUSTED_HOSTS=trusted_hosts or LOOPBACK_HOSTS,
        # Browsers keep one jar for all ports of a machine; another program's "session" must not log anybody out.
        SESSION_COOKIE_NAME="hearing",
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_HTTPONLY=True,
        # A whole letter pasted into a form, and a form over every row of a table, must pass.
        MAX_CONTENT_LENGTH=LARGEST_FORM,
        MAX_FORM_MEMORY_SIZE=LARGEST_FORM,
        MAX_FORM_PARTS=5000,
    )
    db.conn.close()
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    for room in (
        likeness,
        database,
        guard,
        again,
        errors,
        forms,
        static_files,
        navigation,
        marking,
        words,
        routes,
    ):
        room.register(app)
    return app
