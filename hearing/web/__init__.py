"""The web application: the only room that knows Flask and WTForms.

A GET is route -> store -> template; a POST is route -> form -> casework -> 303. All routes stand in ``routes``.
"""

import secrets
from pathlib import Path

from flask import Flask

from hearing.store import connection, schema, settings
from hearing.web import again, database, errors, forms, guard, marking, navigation, routes, static_files, words

ROOT = Path(__file__).resolve().parents[2]
LOOPBACK_HOSTS = ["127.0.0.1", "localhost"]


def create_app(path: str | Path, *, trusted_hosts: list[str] | None = None) -> Flask:
    """The application on one database file, brought up to the newest schema."""
    app = Flask("hearing", template_folder=str(ROOT / "templates"))
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
        MAX_CONTENT_LENGTH=50 * 1024 * 1024,
        MAX_FORM_MEMORY_SIZE=50 * 1024 * 1024,
        MAX_FORM_PARTS=5000,
    )
    db.conn.close()
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    for room in (database, guard, again, errors, forms, static_files, navigation, marking, words, routes):
        room.register(app)
    return app
