"""The fixtures that everybody uses: a fresh database, the named world in it, and a browser's client."""

import os
import shutil
import sqlite3
from collections import OrderedDict
from pathlib import Path

import pytest

from hearing.casework import imports
from hearing.likeness.shelf import shelf
from hearing.records import By
from hearing.store import connection, schema
from hearing.web import create_app
from tests import addresses, world
from tests.chromium import chromium, serving
from tests.dump import SNAPSHOT, schema_of

SEEDS = Path(__file__).resolve().parents[2] / "shared" / "seeds"
NEEDED = {"browser": "chromium", "office": "soffice", "poppler": "pdftotext", "strace": "strace"}
ME = By("abc")


def missing(sentence: str) -> None:
    """Skip the test, or fail it where everything is required to be there."""
    if os.environ.get("REQUIRE_ALL"):
        pytest.fail(sentence)
    pytest.skip(sentence)


@pytest.fixture(autouse=True)
def _nothing_in_memory(monkeypatch):
    """No test finds the likenesses of another's hearings in memory, nor the room that they take."""
    monkeypatch.setattr(shelf, "_kept", OrderedDict())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the test's database lies."""
    return tmp_path / "hearing.db"


@pytest.fixture
def db(path: Path):
    """A fresh database, open for writing; whatever a test does in it, its schema stays what it is."""
    opened = connection.connect(path)
    schema.migrate(opened)
    yield opened
    try:
        left = schema_of(opened)
    except sqlite3.ProgrammingError:
        return  # The test has closed it.
    opened.conn.close()
    assert left == SNAPSHOT.read_text(encoding="utf-8"), "The schema is not tests/schema.sql; see tests/dump.py."


@pytest.fixture
def hearing_id(db) -> int:
    """The named world in the database."""
    return imports.create(db, ME, world.TITLE, world.READING)


@pytest.fixture(scope="session")
def furnished(tmp_path_factory) -> Path:
    """A database with something of everything that has a page; tests take a copy of the file."""
    made = tmp_path_factory.mktemp("furnished") / "hearing.db"
    opened = connection.connect(made)
    schema.migrate(opened)
    addresses.furnish(opened)
    opened.conn.close()
    return made


@pytest.fixture
def app(path: Path, db):
    """The application on the test's database."""
    made = create_app(path)
    made.testing = True
    return made


@pytest.fixture
def client(app):
    """A browser whose person has given initials."""
    with app.test_client() as client:
        with client.session_transaction() as session:
            session["initials"] = "abc"
            session["csrf"] = "token"
        yield client


@pytest.fixture(scope="module")
def browser():
    """One Chromium for all tests of a file."""
    with chromium() as opened:
        yield opened


@pytest.fixture
def place(app):
    """The address at which the program answers."""
    with serving(app) as address:
        yield address


@pytest.fixture(scope="session")
def seed_table() -> Path:
    """The text of the real published table, which lies beside the checkout."""
    found = SEEDS / "003_e7812a292a6cfa6c.txt"
    if not found.exists():
        missing("De rigtige dokumenter i ../shared/seeds findes ikke her.")
    return found


@pytest.fixture(autouse=True)
def _programs(request):
    """Skip what needs a program that is not on this machine."""
    for mark, program in NEEDED.items():
        if request.node.get_closest_marker(mark) and not shutil.which(program):
            missing(f"Testen bruger {program}, som ikke findes på denne maskine.")
