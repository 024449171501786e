"""Every verb on hearings, parties, responses, themes and phrases can be taken back by one, and nothing is left."""

from dataclasses import replace

import pytest

from hearing.casework import decisions, hearings, parties, responses, themes, undo
from hearing.casework.parties import NewParty
from hearing.casework.responses import Facts
from hearing.enums import Meaning, PartyKind
from hearing.store import decisions as stored_decisions
from hearing.store import hearings as stored_hearings
from hearing.store import parties as stored_parties
from hearing.store import responses as stored_responses
from hearing.store import themes as stored_themes
from tests.conftest import ME
from tests.dump import dump

PDF = b"%PDF-1.7"


def _party(db, id, n=0):
    return stored_parties.of(db, id)[n]


def _silent(db, id):
    return next(party for party in stored_parties.of(db, id) if party.name == "Ærøholm Hospital")


def _theme(db, id, n=0):
    return stored_themes.of(db, id)[n]


def _decision(db, id, n=0):
    return stored_decisions.of(db, id)[n]


def _response(db, id):
    return stored_responses.of(db, id)[0]


def _reword(db, id):
    one = _decision(db, id)
    decisions.change(db, ME, one.id, one.version, "Tages med", Meaning.CHANGE)


def _spare_theme(db, id):
    return stored_themes.find(db, themes.add(db, ME, id, "Tomt tema"))


def _merged(db, id):
    one, other = stored_themes.of(db, id)
    themes.merge(db, ME, one.id, one.version, other.id)
    return other.id, one.name


VERBS = {
    "hearing.create": lambda db, id: hearings.create(
        db, ME, replace(stored_hearings.find(db, id), title="Ny"), hearings.Earlier(id)
    ),
    "hearing.change": lambda db, id: hearings.change(
        db, ME, replace(stored_hearings.find(db, id), plan_term="ældreplanen"), rename_phrases=True
    ),
    "party.add": lambda db, id: parties.add(db, ME, id, [NewParty("A"), NewParty("B")]),
    "party.change": lambda db, id: parties.change(db, ME, replace(_party(db, id), kind=PartyKind.CITIZEN)),
    "party.confirm": lambda db, id: parties.confirm(
        db, ME, id, [(party.id, party.version) for party in parties.guessed(db, id)]
    ),
    "party.order": lambda db, id: parties.move(db, ME, _party(db, id).id, 1),
    "party.remove": lambda db, id: parties.remove(db, ME, _silent(db, id).id, _silent(db, id).version),
    "response.add": lambda db, id: responses.add(db, ME, _silent(db, id).id, Facts(with_remarks=False)),
    "response.change": lambda db, id: responses.change(
        db, ME, _response(db, id).id, _response(db, id).version, Facts(document_number="9")
    ),
    "theme.add": lambda db, id: themes.add(db, ME, id, "Nyt"),
    "theme.change": lambda db, id: themes.rename(db, ME, _theme(db, id).id, 1, "Nyt navn"),
    "theme.order": lambda db, id: themes.move(db, ME, _theme(db, id).id, 1),
    "theme.merge": lambda db, id: themes.merge(db, ME, _theme(db, id).id, 1, _theme(db, id, 1).id),
    "decision.add": lambda db, id: decisions.add(db, ME, id, "Tages til efterretning", Meaning.NO_CHANGE),
    "decision.change": _reword,
    "decision.order": lambda db, id: decisions.move(db, ME, _decision(db, id).id, 1),
    "decision.merge": lambda db, id: decisions.merge(db, ME, _decision(db, id).id, 1, _decision(db, id, 1).id),
}


@pytest.mark.parametrize("verb", VERBS)
def test_what_is_done_leaves_one_event_and_is_taken_back(db, hearing_id, verb):
    before, count = dump(db), events_of(db)
    VERBS[verb](db, hearing_id)
    assert dump(db) != before
    assert events_of(db) == [*count, verb]
    undo.undo(db, ME, newest(db))
    assert dump(db) == before


def test_a_removed_response_comes_back_with_its_file_and_its_row(db, hearing_id):
    id = responses.add(db, ME, _silent(db, hearing_id).id, Facts(with_remarks=False, file=("svar.pdf", PDF)))
    before = dump(db)
    responses.remove(db, ME, id, 1)
    undo.undo(db, ME, newest(db))
    assert dump(db) == before


def test_a_theme_split_off_and_a_theme_removed_come_back(db, hearing_id):
    id, printed = _merged(db, hearing_id)
    spare = _spare_theme(db, hearing_id)
    before = dump(db)
    themes.split(db, ME, id, printed)
    undo.undo(db, ME, newest(db))
    assert dump(db) == before
    themes.remove(db, ME, spare.id, spare.version)
    undo.undo(db, ME, newest(db))
    assert dump(db) == before


def events_of(db) -> list[str]:
    return [verb for (verb,) in db.execute("select verb from event order by id")]


def newest(db) -> int:
    return db.execute("select max(id) from event").fetchone()[0]
