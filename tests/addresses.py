"""Every route of the program with real arguments, so that a new page is tested without anybody naming it."""

import re

from flask import Flask
from sqlite_utils import Database

from hearing.casework import demonstration, places, uploads, verdicts
from hearing.records import By, Point
from hearing.web.routes import ROUTES
from tests import world

# What the first part of an address is called in the database, where that is not simply its singular.
_TABLES = {"parties": "party", "imports": "upload", "hearing_id": "hearing"}
# Arguments that are no key.
_WORDS = {"kind": "json"}


def furnish(db: Database) -> None:
    """A hearing with something of everything that has a page of its own."""
    me = By("abc")
    demonstration.load(db, me)
    uploads.add(db, me, "tabel.json", world.TITLE, "", b"{}", world.READING)
    hearing_id = db.execute("select min(id) from hearing").fetchone()[0]
    db["file"].insert(
        {
            "hearing_id": hearing_id,
            "name": "Høringssvar.txt",
            "media_type": "text/plain",
            "size": 4,
            "sha256": "0" * 64,
            "content": b"brev",
        }
    )
    told = '[["Rækken har ingen håndtering.", 4, 4], ["Temaet findes kun her.", null, null]]'
    db["account"].insert({"hearing_id": hearing_id, "odd": told, "left_out": '[["I alt 9", null, null]]'})
    for party_id in (1, 2, 3):
        places.add(db, me, Point(0, hearing_id, party_id, None, 0, excerpt="Sæt en bænk ved døren til lægehuset."))
    verdicts.reject(db, me, 1, 2)
    db.conn.execute("update point set unsure = 'Grænsen mellem kommentar og citat.' where id in (4, 5)")
    db.conn.commit()


def endpoints(method: str) -> list[str]:
    """The endpoints that take the method."""
    return sorted(
        f"{view.__module__.rpartition('.')[2]}.{view.__name__.rstrip('_')}" for m, _, view in ROUTES if m == method
    )


def address(app: Flask, db: Database, endpoint: str) -> str:
    """An address of the endpoint that shows something; fails where no sample of an argument is known."""
    rule = next(rule for rule in app.url_map.iter_rules() if rule.endpoint == endpoint)
    values = {name: _sample(db, rule.rule, name) for name in rule.arguments}
    with app.test_request_context():
        return app.url_for(endpoint, **values)


def _sample(db: Database, rule: str, argument: str) -> object:
    if argument in _WORDS:
        return _WORDS[argument]
    noun = re.match(r"/([\w-]+)/", rule)[1] if argument == "id" else argument
    table = _TABLES.get(noun, noun.removesuffix("_id").removesuffix("s"))
    assert table in db.table_names(), f"tests/addresses.py knows no sample of {argument} in {rule}"
    key = db.execute(f"select min(id) from [{table}]").fetchone()[0]  # noqa: S608
    assert key is not None, f"furnish() puts nothing into {table}, which {rule} shows"
    return key
