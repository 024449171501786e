"""What holds for every verb: one event with the change, nothing without it, and one click takes it back."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlite_utils import Database

from hearing.casework import (
    accounts,
    cuts,
    decisions,
    demonstration,
    hearings,
    imports,
    labels,
    parties,
    places,
    points,
    themes,
    undo,
)
from hearing.casework.refusal import Refused
from hearing.enums import Meaning, Verb
from hearing.intake.rows import Remark
from hearing.records import By, Hearing, Point
from hearing.store import accounts as stored_accounts
from hearing.store import hearings as stored_hearings
from hearing.store import parties as stored_parties
from hearing.store import schema
from hearing.store.connection import connect
from hearing.store.transaction import Transaction
from tests import world
from tests.dump import dump

ME = By("abc")
CASEWORK = Path(__file__).resolve().parents[1] / "hearing" / "casework"


def _party(db: Database):
    return stored_parties.find(db, 1)


def _relabel(db: Database) -> None:
    labels.relabel(db, ME, 1, [(p.point.id, p.point.version) for p in labels.anew(db, 1)])


def _facts(**more: object):
    from hearing.casework import responses

    return responses, responses.Facts(date(2026, 5, 3), "24/0117-9", **more)


def _add_response(db: Database) -> None:
    responses, facts = _facts(file=("brev.txt", "Kære region\n".encode()))
    responses.add(db, ME, 1, facts)


def _add_response_without_remarks(db: Database) -> None:
    responses, facts = _facts(with_remarks=False)
    responses.add(db, ME, 4, facts)


def _change_response(db: Database) -> None:
    responses, facts = _facts()
    responses.change(db, ME, 1, 1, facts)


def _remove_response(db: Database) -> None:
    from hearing.casework import responses

    responses.remove(db, ME, db.execute("select max(id) from response").fetchone()[0], 1)


VERBS: dict[Verb, Callable[[Database], object]] = {
    Verb.HEARING_CREATE: lambda db: hearings.create(db, ME, Hearing(0, "Ny plan"), hearings.Earlier(1)),
    Verb.HEARING_CHANGE: lambda db: hearings.change(
        db, ME, replace(stored_hearings.find(db, 1), plan_term="akutplanen"), rename_phrases=True
    ),
    Verb.HEARING_REMOVE: lambda db: hearings.remove(db, ME, 1, 1),
    Verb.HEARING_DEMONSTRATION: lambda db: demonstration.load(db, ME),
    Verb.HEARING_IMPORT: lambda db: imports.create(db, ME, "Endnu en", world.READING),
    Verb.ACCOUNT_CONFIRM: lambda db: accounts.confirm(db, ME, stored_accounts.find(db, 2)),
    Verb.PARTY_ADD: lambda db: parties.add(db, ME, 1, [parties.NewParty("Klitby Kommune")]),
    Verb.PARTY_CHANGE: lambda db: parties.change(db, ME, replace(_party(db), short_name="SK")),
    Verb.PARTY_CONFIRM: lambda db: parties.confirm(db, ME, 1),
    Verb.PARTY_ORDER: lambda db: parties.move(db, ME, 1, 1),
    Verb.PARTY_REMOVE: lambda db: parties.remove(db, ME, 4, 1),
    Verb.RESPONSE_ADD: _add_response,
    Verb.RESPONSE_CHANGE: _change_response,
    Verb.RESPONSE_REMOVE: _remove_response,
    Verb.THEME_ADD: lambda db: themes.add(db, ME, 1, "Økonomi"),
    Verb.THEME_CHANGE: lambda db: themes.rename(db, ME, 1, 1, "Adgang"),
    Verb.THEME_MERGE: lambda db: themes.merge(db, ME, 1, 1, 2),
    Verb.THEME_SPLIT: lambda db: themes.split(db, ME, 1, "Adgnag"),
    Verb.THEME_ORDER: lambda db: themes.move(db, ME, 1, 1),
    Verb.THEME_REMOVE: lambda db: themes.remove(db, ME, 3, 1),
    Verb.DECISION_ADD: lambda db: decisions.add(db, ME, 1, "Tages til efterretning", Meaning.NO_CHANGE),
    Verb.DECISION_CHANGE: lambda db: decisions.change(db, ME, 1, 1, "Imødekommes", Meaning.CHANGE),
    Verb.DECISION_MERGE: lambda db: decisions.merge(db, ME, 1, 1, 2),
    Verb.DECISION_ORDER: lambda db: decisions.move(db, ME, 1, 1),
    Verb.DECISION_REMOVE: lambda db: decisions.remove(db, ME, _newest(db, "decision"), 1),
    Verb.POINT_ADD: lambda db: places.add(db, ME, Point(0, 1, 1, None, 0, summary="Nyt ønske"), 1),
    Verb.POINT_CHANGE: lambda db: points.change(db, ME, 2, 1, comment="Kort", marks=((0, 1),), theme_id=None),
    Verb.POINT_SPLIT: lambda db: cuts.split(db, ME, 2, 1, summary="En.\n---\nTo."),
    Verb.POINT_MERGE: lambda db: cuts.merge(db, ME, 1, 1, 2, 1),
    Verb.POINT_MOVE: lambda db: places.move(db, ME, 1, 1, 2, 3),
    Verb.POINT_RELABEL: _relabel,
    Verb.POINT_REMOVE: lambda db: points.remove(db, ME, 3, 1),
}
BEFORE: dict[Verb, Callable[[Database], object]] = {
    Verb.ACCOUNT_CONFIRM: lambda db: imports.create(
        db, ME, "Endnu en", replace(world.READING, odd=(Remark("Sært."),))
    ),
    Verb.RESPONSE_REMOVE: _add_response_without_remarks,
    Verb.THEME_SPLIT: lambda db: points.change(db, ME, 1, 1, theme_printed="Adgnag"),
    Verb.THEME_REMOVE: lambda db: themes.add(db, ME, 1, "Tomt"),
    Verb.DECISION_REMOVE: lambda db: decisions.add(db, ME, 1, "Afvist", None),
    Verb.POINT_RELABEL: lambda db: places.step(db, ME, 2, -1),
}
"""What must have happened so that the verb finds something to do."""

# A file that waits to be looked through is thrown away for good.
KEPT_SHORTLY = {Verb.UPLOAD_ADD, Verb.UPLOAD_CHANGE, Verb.UPLOAD_REMOVE}
SOURCES = "\n".join(path.read_text("utf-8") for path in CASEWORK.glob("*.py"))
USED = {Verb[name] for name in re.findall(r"\bVerb\.([A-Z_]+)\b", SOURCES)} - KEPT_SHORTLY - {Verb.UNDO}


def _newest(db: Database, table: str) -> int:
    return db.execute(f"select max(id) from [{table}]").fetchone()[0]  # noqa: S608


@pytest.fixture(scope="module")
def fresh_schema(tmp_path_factory):
    """What a database holds of tables before anything was done in it."""
    db = connect(tmp_path_factory.mktemp("fresh") / "fresh.db")
    schema.migrate(db)
    found = _schema(db)
    db.conn.close()
    return found


@pytest.fixture
def prepared(db, request):
    """The named world, or nothing for the verb that wants an empty database; and what must have happened."""
    verb = request.getfixturevalue("verb")
    if verb is not Verb.HEARING_DEMONSTRATION:
        imports.create(db, ME, world.TITLE, world.READING)
    BEFORE.get(verb, lambda db: None)(db)
    return db


@pytest.mark.slow
def test_every_verb_is_tried_here():
    assert set(VERBS) >= USED


@pytest.mark.parametrize("verb", sorted(USED & set(VERBS)))
def test_every_verb_leaves_one_event_and_is_taken_back_by_one(prepared, verb, fresh_schema):
    db = prepared
    before, events = dump(db), _events(db)
    VERBS[verb](db)
    changed = dump(db)
    [(id, name)] = _events(db)[len(events) :]
    assert name == verb.value
    assert changed != before
    taken_back = undo.undo(db, ME, id)
    assert dump(db) == before
    assert _schema(db) == fresh_schema
    try:
        undo.undo(db, ME, taken_back)
    except Refused as refusal:
        assert "fil" in str(refusal)
    else:
        assert dump(db) == changed


@pytest.mark.parametrize("verb", sorted(USED & set(VERBS)))
def test_a_verb_that_fails_at_its_end_leaves_nothing(prepared, verb, monkeypatch):
    db = prepared
    before, events = dump(db), _events(db)

    def fail(*_):
        raise RuntimeError("power cut")

    monkeypatch.setattr(Transaction, "write_event", fail)
    with pytest.raises(RuntimeError):
        VERBS[verb](db)
    assert (dump(db), _events(db)) == (before, events)


def _events(db: Database) -> list[tuple[int, str]]:
    return db.execute("select id, verb from event order by id").fetchall()


def _schema(db: Database) -> list[tuple]:
    return db.execute("select type, name, sql from sqlite_master order by type, name").fetchall()
