"""What holds for every verb: one event with the change, nothing without it, and one click takes it back."""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from hearing import casework
from hearing.casework import (
    accounts,
    cuts,
    decisions,
    demonstration,
    drafts,
    earlier,
    echoes,
    hearings,
    imports,
    labels,
    parties,
    places,
    points,
    raised,
    responses,
    themes,
    undo,
    uploads,
    verdicts,
)
from hearing.casework.refusal import Refused
from hearing.enums import Meaning, Printing, Remaining, Verb, VerdictKind
from hearing.intake.rows import Remark
from hearing.records import By, Hearing, Point
from hearing.store import accounts as stored_accounts
from hearing.store import events as stored_events
from hearing.store import hearings as stored_hearings
from hearing.store import parties as stored_parties
from hearing.store.transaction import Transaction
from tests import world
from tests.dump import dump

ME = By("abc")


def _party(db: Database):
    return stored_parties.find(db, 1)


def _facts(**more: object) -> responses.Facts:
    return responses.Facts(date(2024, 5, 3), "24/0117-9", **more)


def _upload(db: Database) -> None:
    uploads.add(db, ME, "tabel.json", world.TITLE, "", b"{}", world.READING)


VERBS: dict[str, Callable[[Database], object]] = {
    "hearings.create": lambda db: hearings.create(db, ME, Hearing(0, "Ny plan"), hearings.Earlier(1)),
    "hearings.change": lambda db: hearings.change(
        db, ME, replace(stored_hearings.find(db, 1), plan_term="akutplanen"), rename_phrases=True
    ),
    "hearings.remove": lambda db: hearings.remove(db, ME, 1, 1),
    "drafts.add": lambda db: drafts.add(db, ME, 1, "Alle borgere har en læge."),
    "drafts.change": lambda db: drafts.change(db, ME, 1, 1, "Alle borgere har to læger."),
    "drafts.remove": lambda db: drafts.remove(db, ME, 1, 1),
    "demonstration.load": lambda db: demonstration.load(db, ME),
    "imports.create": lambda db: imports.create(db, ME, "Endnu en", world.READING),
    "uploads.add": lambda db: _upload(db),
    "uploads.read_again": lambda db: uploads.read_again(db, ME, 1, 1, "Ny titel", world.READING),
    "uploads.become_hearing": lambda db: uploads.become_hearing(db, ME, 1, 1, "Endnu en"),
    "uploads.remove": lambda db: uploads.remove(db, ME, 1),
    "accounts.confirm": lambda db: accounts.confirm(db, ME, stored_accounts.find(db, 2)),
    "parties.add": lambda db: parties.add(db, ME, 1, [parties.NewParty("Klitby Kommune")]),
    "parties.change": lambda db: parties.change(db, ME, replace(_party(db), short_name="SK")),
    "parties.confirm": lambda db: parties.confirm(
        db, ME, 1, [(party.id, party.version) for party in parties.guessed(db, 1)]
    ),
    "parties.move": lambda db: parties.move(db, ME, 1, 1),
    "parties.remove": lambda db: parties.remove(db, ME, 4, 1),
    "responses.add": lambda db: responses.add(db, ME, 1, _facts(file=("brev.txt", "Kære region\n".encode()))),
    "responses.change": lambda db: responses.change(db, ME, 1, 1, _facts()),
    "responses.remove": lambda db: responses.remove(db, ME, _newest(db, "response"), 1),
    "themes.add": lambda db: themes.add(db, ME, 1, "Økonomi"),
    "themes.rename": lambda db: themes.rename(db, ME, 1, 1, "Adgang"),
    "themes.merge": lambda db: themes.merge(db, ME, 1, 1, 2),
    "themes.split": lambda db: themes.split(db, ME, 1, "Adgnag"),
    "themes.move": lambda db: themes.move(db, ME, 1, 1),
    "themes.remove": lambda db: themes.remove(db, ME, 3, 1),
    "decisions.add": lambda db: decisions.add(db, ME, 1, "Tages til efterretning", Meaning.NO_CHANGE),
    "decisions.change": lambda db: decisions.change(db, ME, 1, 1, "Imødekommes", Meaning.CHANGE),
    "decisions.merge": lambda db: decisions.merge(db, ME, 1, 1, 2),
    "decisions.move": lambda db: decisions.move(db, ME, 1, 1),
    "decisions.remove": lambda db: decisions.remove(db, ME, _newest(db, "decision"), 1),
    "places.add": lambda db: places.add(db, ME, Point(0, 1, 1, None, 0, summary="Nyt ønske"), 1),
    "places.step": lambda db: places.step(db, ME, 1, 1),
    "places.move": lambda db: places.move(db, ME, 1, 1, 2, 3),
    "points.change": lambda db: points.change(db, ME, 2, 1, comment="Kort", marks=((0, 1),), theme_id=None),
    "points.restore": lambda db: points.restore(db, ME, 2, 2, _newest(db, "event"), "comment"),
    "points.remove": lambda db: points.remove(db, ME, 3, 1, Remaining.FIRST),
    "cuts.split": lambda db: cuts.split(db, ME, 2, 1, summary="En.\n---\nTo."),
    "cuts.merge": lambda db: cuts.merge(db, ME, 1, 1, 2, 1),
    "labels.relabel": lambda db: labels.relabel(
        db, ME, 1, [(p.point.id, p.point.version) for p in labels.anew(db, 1)]
    ),
    "raised.tell": lambda db: raised.tell(db, ME, 3, 1),
    "echoes.confirm": lambda db: echoes.confirm(db, ME, 2, 1, 4),
    "echoes.confirm_many": lambda db: echoes.confirm_many(db, ME, [(3, 1, 1, 1), (2, 1, 1, 1), (4, 1, 2, 1)]),
    "echoes.copy": lambda db: echoes.copy(db, ME, 2, 1, 4),
    "echoes.deviate": lambda db: echoes.deviate(db, ME, 4, 1, "Kun ældre", theme_name="Ældre", decision_id=1),
    "echoes.follow": lambda db: echoes.follow(db, ME, 4, 2),
    "echoes.leave": lambda db: echoes.leave(db, ME, 4, 1),
    "echoes.make_source": lambda db: echoes.make_source(db, ME, 4, 2),
    "echoes.print_as": lambda db: echoes.print_as(db, ME, 4, 1, Printing.FULL),
    "verdicts.reject": lambda db: verdicts.reject(db, ME, 1, 3),
    "verdicts.keep": lambda db: verdicts.keep(db, ME, 3, 1),
    "verdicts.reconsider": lambda db: verdicts.reconsider(db, ME, 1, 4, VerdictKind.REJECTED),
    "earlier.copy": lambda db: earlier.copy(db, ME, 5, 1, _newest(db, "point") - 4),
    "undo.undo": lambda db: undo.undo(db, ME, _newest(db, "event")),
}
BEFORE: dict[str, Callable[[Database], object]] = {
    "accounts.confirm": lambda db: imports.create(
        db, ME, "Endnu en", replace(world.READING, odd=(Remark("Sært."),))
    ),
    "drafts.change": lambda db: drafts.add(db, ME, 1, "Alle borgere har en læge."),
    "drafts.remove": lambda db: drafts.add(db, ME, 1, "Alle borgere har en læge."),
    "uploads.read_again": lambda db: _upload(db),
    "uploads.become_hearing": lambda db: _upload(db),
    "uploads.remove": lambda db: _upload(db),
    "responses.remove": lambda db: responses.add(db, ME, 4, _facts(with_remarks=False)),
    "themes.split": lambda db: points.change(db, ME, 1, 1, theme_printed="Adgnag"),
    "themes.remove": lambda db: themes.add(db, ME, 1, "Tomt"),
    "decisions.remove": lambda db: decisions.add(db, ME, 1, "Afvist", None),
    "points.restore": lambda db: points.change(db, ME, 2, 1, comment="Kort", marks=()),
    "labels.relabel": lambda db: places.step(db, ME, 2, -1),
    "echoes.follow": lambda db: echoes.deviate(db, ME, 4, 1, "Rådet har kun unge medlemmer", comment="Drøftes."),
    "echoes.make_source": lambda db: echoes.confirm(db, ME, 4, 1, 3),
    "verdicts.reconsider": lambda db: verdicts.reject(db, ME, 4, 1),
    "earlier.copy": lambda db: imports.create(db, ME, "Planen før", world.READING),
    "undo.undo": lambda db: points.remove(db, ME, 3, 1, Remaining.ALONE),
}
"""What must have happened so that the verb finds something to do."""


def _enumerated() -> list[str]:
    """Every function of casework that takes a database and who acts."""
    found = []
    for room in pkgutil.iter_modules(casework.__path__):
        module = importlib.import_module(f"{casework.__name__}.{room.name}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            takes = inspect.signature(function).parameters
            if function.__module__ == module.__name__ and not name.startswith("_") and {"db", "by"} <= set(takes):
                found.append(f"{room.name}.{name}")
    return found


FOUND = _enumerated()
# A file that waits to be looked through is thrown away for good.
FOR_GOOD = {name for name in FOUND if name.startswith("uploads.")}
SOURCES = "\n".join(path.read_text("utf-8") for path in Path(casework.__path__[0]).glob("*.py"))
NAMED = {Verb[name] for name in re.findall(r"\bVerb\.([A-Z_]+)\b", SOURCES)}


def _newest(db: Database, table: str) -> int:
    return db.execute(f"select max(id) from [{table}]").fetchone()[0]  # noqa: S608


@pytest.fixture
def prepared(db, request):
    """The named world, or nothing for the verb that wants an empty database; and what must have happened."""
    name = request.getfixturevalue("name")
    if name != "demonstration.load":
        imports.create(db, ME, world.TITLE, world.READING)
    BEFORE.get(name, lambda db: None)(db)
    return db


def test_every_verb_is_tried_here():
    assert sorted(VERBS) == sorted(FOUND)


def test_every_word_for_a_verb_is_used(db):
    assert set(Verb) == NAMED


@pytest.mark.parametrize("name", FOUND)
def test_every_verb_is_one_immediate_transaction_with_one_event(prepared, name):
    db = prepared
    before, events, said = _everything(db), _events(db), []
    db.conn.set_trace_callback(
        lambda sql: said.append(sql.split()[0].lower() if sql != "begin immediate" else sql)
    )
    VERBS[name](db)
    db.conn.set_trace_callback(None)
    assert _everything(db) != before
    [id] = [id for id, _ in _events(db)[len(events) :]]
    event = stored_events.find(db, id)
    assert (event.by, event.at.utcoffset()) == ("abc", timedelta(0))
    assert event.changes
    [begun] = [n for n, word in enumerate(said) if word.startswith("begin")]
    [done] = [n for n, word in enumerate(said) if word == "commit"]
    assert said[begun] == "begin immediate"
    written = [n for n, word in enumerate(said) if word in ("insert", "update", "delete", "replace")]
    assert begun < min(written) and max(written) < done


@pytest.mark.parametrize("name", sorted(set(FOUND) - FOR_GOOD))
def test_every_verb_is_taken_back_by_one(prepared, name):
    db = prepared
    before = dump(db)
    VERBS[name](db)
    changed = dump(db)
    taken_back = undo.undo(db, ME, _newest(db, "event"))
    assert dump(db) == before
    try:
        undo.undo(db, ME, taken_back)
    except Refused as refusal:
        assert "fil" in str(refusal)
    else:
        assert dump(db) == changed


@pytest.mark.parametrize("name", FOUND)
def test_a_verb_that_fails_at_its_end_leaves_nothing(prepared, name, monkeypatch):
    db = prepared
    before = _everything(db)
    store_event = Transaction.write_event

    def fail(*told):
        store_event(*told)
        raise RuntimeError("power cut")

    monkeypatch.setattr(Transaction, "write_event", fail)
    with pytest.raises(RuntimeError):
        VERBS[name](db)
    assert _everything(db) == before


def _events(db: Database) -> list[tuple[int, str]]:
    return db.execute("select id, verb from event order by id").fetchall()


def _everything(db: Database) -> list[str]:
    """Every row of every table, events too."""
    return list(db.conn.iterdump())
