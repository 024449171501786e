"""A hearing is set up, also from an earlier one, and its facts are corrected."""

import re
from dataclasses import replace
from datetime import date

import pytest
from lxml import html

from hearing.casework import decisions as vocabulary
from hearing.casework import hearings, parties
from hearing.casework.hearings import Earlier
from hearing.casework.refusal import Refused
from hearing.enums import HearingKind, Meaning, Printing
from hearing.records import Hearing
from hearing.store import decisions, events, themes
from hearing.store import hearings as store
from hearing.store import parties as stored_parties
from hearing.store.transaction import Stale
from hearing.wording import day_of
from tests import world
from tests.conftest import ME
from tests.pages import filled

TOKEN = {"csrf_token": "token"}
NEW = Hearing(id=0, title="Sundhedsaftale for Åbenlund", plan_term="sundhedsaftalen")


def _phrases(db, hearing_id):
    return [decision.phrase for decision in decisions.of(db, hearing_id)]


def test_a_new_hearing_begins_with_five_phrases_that_name_its_plan(db):
    id = hearings.create(db, ME, NEW)
    vocabulary = decisions.of(db, id)
    assert {decision.meaning for decision in vocabulary} == set(Meaning)
    assert "Giver ikke anledning til ændringer i sundhedsaftalen" in _phrases(db, id)
    assert [event.verb for event in events.of(db, id)] == ["hearing.create"]


@pytest.mark.parametrize(
    ("kind", "phrase"),
    [
        (HearingKind.PLAN, "Ligger uden for rammerne af den aktuelle plan"),
        (HearingKind.AGREEMENT, "Ligger uden for rammerne af den aktuelle aftale"),
        (HearingKind.REGULATION, "Ligger uden for rammerne af det aktuelle udkast"),
    ],
)
def test_a_document_without_a_name_is_called_what_its_kind_is_called(db, kind, phrase):
    id = hearings.create(db, ME, Hearing(id=0, title="Uden navn", kind=kind))
    assert phrase in _phrases(db, id)
    named = replace(store.find(db, id), plan_term="vejledningen om støj")
    hearings.change(db, ME, named, rename_phrases=True)
    assert "Ligger uden for rammerne af den aktuelle vejledning om støj" in _phrases(db, id)


def test_a_hearing_takes_parties_themes_and_phrases_from_an_earlier_one(db, hearing_id):
    id = hearings.create(db, ME, NEW, Earlier(hearing_id))
    names = [party.name for party in stored_parties.of(db, id)]
    assert "Ærøholm Hospital" in names
    assert "Bente Holm" not in names
    assert [theme.name for theme in themes.of(db, id)] == [theme.name for theme in themes.of(db, hearing_id)]
    assert "Giver ikke anledning til ændringer i sundhedsaftalen" in _phrases(db, id)
    assert not stored_parties.answers(db, id)


def test_only_what_is_wanted_is_taken_over(db, hearing_id):
    id = hearings.create(db, ME, NEW, Earlier(hearing_id, parties=False, themes=False, phrases=False))
    assert stored_parties.of(db, id) == []
    assert themes.of(db, id) == []
    assert len(_phrases(db, id)) == 5


def test_the_copied_parties_are_the_new_hearings_own(db, hearing_id):
    id = hearings.create(db, ME, NEW, Earlier(hearing_id))
    copy = stored_parties.of(db, id)[0]
    parties.change(db, ME, replace(copy, name="Nyt navn"))
    assert "Nyt navn" not in [party.name for party in stored_parties.of(db, hearing_id)]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": "\u200b"}, "title"),
        ({"period_from": date(2026, 5, 1), "period_to": date(2026, 4, 1)}, "period_to"),
    ],
)
def test_what_cannot_be_is_refused(db, changes, field):
    with pytest.raises(Refused) as refusal:
        hearings.create(db, ME, replace(NEW, **changes))
    assert refusal.value.field == field
    assert store.all(db) == []


def test_another_plan_term_is_put_into_the_phrases_if_wanted(db, hearing_id):
    hearing = store.find(db, hearing_id)
    hearings.change(db, ME, replace(hearing, plan_term="ældreplanen"))
    assert world.NO_CHANGE in _phrases(db, hearing_id)
    hearing = store.find(db, hearing_id)
    hearings.change(db, ME, replace(hearing, plan_term="sundhedsplanen"))
    hearing = store.find(db, hearing_id)
    hearings.change(db, ME, replace(hearing, plan_term="ældreplanen"), rename_phrases=True)
    assert "Giver ikke anledning til ændringer i ældreplanen" in _phrases(db, hearing_id)
    assert world.IMPLEMENT in _phrases(db, hearing_id)
    with pytest.raises(Stale):
        hearings.change(db, ME, hearing)


@pytest.mark.parametrize(
    "typed", ["31-12-2026", "31.12.2026", "31/12 2026", "31/12-26", "2026-12-31", "31. december 2026"]
)
def test_a_day_is_typed_as_danes_type_it(typed):
    assert day_of(typed) == date(2026, 12, 31)


@pytest.mark.parametrize(
    "typed", ["30-02-2026", "i morgen", "1", "12-31-2026", "31-12-0000", "1. xyz 2026", "²-1-2026"]
)
def test_what_is_no_day_is_refused_in_danish(typed):
    with pytest.raises(ValueError, match="Skriv en dato|findes ikke i kalenderen"):
        day_of(typed)


def test_a_hearing_is_set_up_from_the_page(client, db, hearing_id):
    assert "Sundhedsplan for Åbenlund" in client.get("/hearings/new").text
    data = {
        **TOKEN, "once": "n", "title": "Ældreplan", "plan_term": "ældreplanen", "kind": "policy",
        "period_from": "1.2.2026", "period_to": "31/3 2026", "earlier": hearing_id, "themes": "y",
    }  # fmt: skip
    for _ in range(2):
        assert client.post("/hearings", data=data).status_code == 303
    newest, *others = store.all(db)
    assert len(others) == 1
    assert (newest.kind, newest.period_to) == (HearingKind.POLICY, date(2026, 3, 31))
    assert len(themes.of(db, newest.id)) == 2
    assert stored_parties.of(db, newest.id) == []


def test_errors_are_told_and_what_was_typed_stays(client, db):
    data = {**TOKEN, "title": "", "document": "Udkast til plan", "kind": "plan", "period_to": "30-02-2026"}
    data |= {"earlier": 0, "period_from": "i morgen"}
    answer = client.post("/hearings", data=data)
    assert answer.status_code == 400
    assert "<title>Fejl:" in answer.text
    for text in ("Datoen 30-02-2026 findes ikke", "Skriv en dato", 'value="i morgen"', 'value="Udkast til plan"'):
        assert text in answer.text
    assert store.all(db) == []


@pytest.mark.parametrize("earlier", ["99", "99999999999999999999", "x"])
def test_an_earlier_hearing_that_is_not_there_is_refused(client, db, earlier):
    data = {**TOKEN, "title": "Ældreplan", "kind": "plan", "earlier": earlier}
    assert client.post("/hearings", data=data).status_code == 400
    assert store.all(db) == []


def test_a_stale_save_shows_both_and_keeps_what_was_typed(client, db, hearing_id):
    hearing = store.find(db, hearing_id)
    hearings.change(db, ME, replace(hearing, title="Den nye titel", period_to=date(2026, 3, 4)))
    data = {
        **TOKEN,
        "version": hearing.version,
        "title": "Min titel",
        "kind": "plan",
        "plan_term": "sundhedsplanen",
    }
    answer = client.post(f"/hearings/{hearing_id}/edit", data=data)
    assert answer.status_code == 409
    for text in ("Den nye titel", "Min titel", "4-3-2026"):
        assert text in answer.text
    data |= {"version": hearing.version + 1, "once": "again"}
    assert client.post(f"/hearings/{hearing_id}/edit", data=data).status_code == 303
    assert store.find(db, hearing_id).title == "Min titel"


def test_a_save_without_a_version_or_from_the_future_is_no_save(client, db, hearing_id):
    for version in ("", "x", "7"):
        data = {**TOKEN, "version": version, "title": "Min titel", "kind": "plan"}
        assert client.post(f"/hearings/{hearing_id}/edit", data=data).status_code in (400, 409)
    assert store.find(db, hearing_id).title == world.TITLE


def test_latin_1_bytes_and_control_characters_do_not_break_the_form(client, db):
    body = b"csrf_token=token&once=z&kind=plan&earlier=0&title=H%E6rv%00%01&plan_term=planen"
    answer = client.post("/hearings", data=body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 303
    assert "\x00" not in store.all(db)[0].title


def test_a_hearing_that_is_removed_is_off_the_front_page_and_comes_back(client, db, hearing_id):
    page = client.get(f"/hearings/{hearing_id}/edit").text
    assert "Slet høringen" in page
    gone = client.post(f"/hearings/{hearing_id}/removal", data={"csrf_token": "token", "version": "1"})
    assert gone.status_code == 303
    assert store.all(db) == []
    front = client.get("/").text
    assert "er slettet" in front
    [undo] = set(re.findall(r'action="(/events/\d+/undo)"', front))
    client.post(undo, data={"csrf_token": "token"})
    assert [hearing.id for hearing in store.all(db)] == [hearing_id]


def test_a_hearing_that_was_changed_meanwhile_is_not_removed(client, db, hearing_id):
    client.post(f"/hearings/{hearing_id}/removal", data={"csrf_token": "token", "version": "7"})
    assert len(store.all(db)) == 1


def test_the_plans_new_name_makes_no_two_phrases_alike(db, hearing_id):
    vocabulary.add(db, ME, hearing_id, "Giver ikke anledning til ændringer i planen", Meaning.NO_CHANGE)
    before = decisions.of(db, hearing_id)
    renamed = replace(store.find(db, hearing_id), plan_term="planen")
    with pytest.raises(Refused, match="to formuleringer ens: »Giver ikke anledning til ændringer i planen«"):
        hearings.change(db, ME, renamed, rename_phrases=True)
    assert decisions.of(db, hearing_id) == before
    assert hearings.change(db, ME, renamed)


def test_a_hearing_made_from_an_earlier_one_has_no_two_phrases_alike(db, hearing_id):
    vocabulary.add(db, ME, hearing_id, "Giver ikke anledning til ændringer i planen", Meaning.NO_CHANGE)
    new = hearings.create(db, ME, Hearing(0, "Ny", plan_term="planen"), Earlier(hearing_id))
    phrases = [decision.phrase for decision in decisions.of(db, new)]
    assert len(phrases) == len(set(phrases)) == len(decisions.of(db, hearing_id)) - 1


def test_how_echoes_are_printed_is_a_setting_of_the_hearing(client, db, hearing_id):
    action = f"/hearings/{hearing_id}/edit"
    page = client.get(action).text
    assert 'placeholder="Samme kommentar som {part}, bemærkning {bogstav}"' in page
    form = filled(page, action)
    assert (form["echo_printing"], form["echo_summary"]) == ("reference", "")
    typed = {"echo_printing": "full", "echo_comment": "Jf. {part} ({bogstav})"}
    assert client.post(action, data=form | typed).status_code == 303
    hearing = store.find(db, hearing_id)
    assert (hearing.echo_printing, hearing.echo_comment) == (Printing.FULL, "Jf. {part} ({bogstav})")
    assert "I fuld tekst" in client.get(f"/hearings/{hearing_id}/events").text
    again = filled(client.get(action).text, action)
    client.post(action, data=again | {"title": "Et andet navn"})
    assert store.find(db, hearing_id).echo_printing is Printing.FULL
    later = hearings.create(db, ME, Hearing(0, "Næste plan"), Earlier(hearing_id))
    assert store.find(db, later).echo_comment == "Jf. {part} ({bogstav})"


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("echo_summary", "Samme som ovenfor", "Formuleringen skal indeholde {part}"),
        ("echo_decision", "Som {parti}", "Programmet kender ikke {parti}"),
        ("echo_comment", "Se {part", "enlig {"),
    ],
)
def test_a_phrase_that_names_nobody_is_refused_at_its_field(client, db, hearing_id, field, typed, said):
    action = f"/hearings/{hearing_id}/edit"
    answer = client.post(action, data=filled(client.get(action).text, action) | {field: typed})
    assert answer.status_code == 400
    [error] = html.fromstring(answer.text).xpath(f"//*[@id='{field}-error']")
    assert said in error.text_content()
    assert filled(answer.text, action)[field] == typed
    assert getattr(store.find(db, hearing_id), field) == ""


@pytest.mark.parametrize(("typed", "warned"), [("Som {part}", True), ("Som {part} {bogstav}", False), ("", False)])
def test_a_phrase_without_the_letter_is_kept_with_a_warning(client, db, hearing_id, typed, warned):
    action = f"/hearings/{hearing_id}/edit"
    answer = client.post(action, data=filled(client.get(action).text, action) | {"echo_decision": typed})
    assert ("En henvisning uden {bogstav}" in client.get(answer.location).text) is warned
    assert store.find(db, hearing_id).echo_decision == typed
