"""The parties of a hearing: listed, corrected, confirmed, moved and removed."""

from dataclasses import replace
from datetime import date

import pytest

from hearing import report
from hearing.casework import hearings, parties, places, undo
from hearing.casework.parties import NewParty
from hearing.casework.refusal import Refused
from hearing.enums import PartyKind
from hearing.records import By, Hearing, Point
from hearing.store import events
from hearing.store import parties as store
from hearing.store.transaction import Stale
from tests.conftest import ME
from tests.pages import filled, words

TOKEN = {"csrf_token": "token"}


def _named(db, hearing_id, name):
    return next(party for party in store.of(db, hearing_id) if party.name == name)


def _confirm(db, hearing_id):
    return parties.confirm(
        db, ME, hearing_id, [(party.id, party.version) for party in parties.guessed(db, hearing_id)]
    )


def test_the_last_number_of_a_citizen_is_looked_up_once(db, hearing_id, monkeypatch):
    asked, look_up = [], store.last_citizen_number
    monkeypatch.setattr(store, "last_citizen_number", lambda *told: asked.append(told) or look_up(*told))
    new = [NewParty(f"Borger ved nr. {n}", kind=PartyKind.CITIZEN) for n in range(5)]
    ids = parties.add(db, ME, hearing_id, new)
    _confirm(db, hearing_id)
    numbers = [store.find(db, id).citizen_number for id in ids]
    assert numbers == list(range(numbers[0], numbers[0] + 5))
    assert len(asked) == 1


def _table(db, hearing_id):
    return [line.party.name for line in report.load(db, hearing_id).lines]


def _citizen(db, hearing_id, name):
    parties.add(db, ME, hearing_id, [NewParty(name, kind=PartyKind.CITIZEN, confirmed=True)])
    return _named(db, hearing_id, name)


@pytest.mark.parametrize(
    "name",
    ["SØNDERVANG KOMMUNE", "Søndervang  kommune", "• Søndervang Kommune", "Patientra\u030adet", "Patientrådet"],
)
def test_the_same_party_is_known_however_it_is_written(db, hearing_id, name):
    assert parties.Known(store.of(db, hearing_id)).like(name) is not None


def test_an_ampersand_is_an_and(db, hearing_id):
    parties.add(db, ME, hearing_id, [NewParty("Holm & Søn A/S")])
    assert parties.Known(store.of(db, hearing_id)).like("Holm og Søn A/S").name == "Holm & Søn A/S"


def test_confirmed_citizens_are_numbered_once_and_for_good(db, hearing_id):
    first, second = (_citizen(db, hearing_id, name) for name in ("Aase Vang", "Bo Kær"))
    assert (first.citizen_number, second.citizen_number) == (1, 2)
    parties.change(db, ME, replace(first, kind=PartyKind.OTHER))
    first = store.find(db, first.id)
    parties.change(db, ME, replace(first, kind=PartyKind.CITIZEN))
    assert store.find(db, first.id).citizen_number == 1


def test_the_number_of_a_removed_citizen_is_not_given_again(db, hearing_id):
    gone = _citizen(db, hearing_id, "Aase Vang")
    parties.remove(db, ME, gone.id, gone.version)
    assert _citizen(db, hearing_id, "Bo Kær").citizen_number == 2


def test_a_guessed_citizen_has_no_number(db, hearing_id):
    guessed = _named(db, hearing_id, "Bente Holm")
    assert (guessed.kind, guessed.kind_confirmed, guessed.citizen_number) == (PartyKind.CITIZEN, False, None)
    parties.change(db, ME, replace(guessed, kind_confirmed=True))
    assert store.find(db, guessed.id).citizen_number == 1


def test_a_citizen_whose_confirmation_is_taken_back_and_given_again_keeps_the_number(db, hearing_id):
    first, second = (_named(db, hearing_id, name) for name in ("Bente Holm", "Søndervang Kommune"))
    undone = _confirm(db, hearing_id)
    undo.undo(db, ME, undone)
    assert not store.find(db, first.id).masked
    second = store.find(db, second.id)
    parties.change(db, ME, replace(second, kind=PartyKind.CITIZEN, kind_confirmed=True))
    _confirm(db, hearing_id)
    numbers = [store.find(db, party.id).citizen_number for party in (first, second)]
    assert numbers == [1, 2]
    assert store.find(db, first.id).masked


def test_an_added_citizen_can_be_undone_after_the_confirmation_was(db, hearing_id):
    (id,) = parties.add(db, ME, hearing_id, [NewParty("Aase Vang", kind=PartyKind.CITIZEN)])
    added = events.about(db, "party", id)[0].id
    undo.undo(db, ME, _confirm(db, hearing_id))
    undo.undo(db, ME, added)
    assert store.find(db, id) is None


def test_a_party_saved_as_it_was_leaves_no_event(db, hearing_id):
    party = _named(db, hearing_id, "Bente Holm")
    assert parties.change(db, ME, party) is None
    assert store.find(db, party.id) == party


def test_a_party_takes_its_rows_along(db, hearing_id):
    before = _table(db, hearing_id)
    parties.move(db, ME, _named(db, hearing_id, "Patientrådet (PR)").id, -1)
    assert _table(db, hearing_id) == [before[2], *before[:2], *before[3:]]
    parties.move(db, ME, _named(db, hearing_id, "Patientrådet (PR)").id, 1)
    assert _table(db, hearing_id) == before
    parties.move(db, ME, _named(db, hearing_id, "Ærøholm Hospital").id, 1)
    assert _table(db, hearing_id) == [*before[:4], before[5], before[4]]
    assert [party.name for party in store.of(db, hearing_id)][-1] == "Ærøholm Hospital"


def test_a_party_with_points_is_not_removed_and_the_others_are(db, hearing_id):
    with pytest.raises(Refused, match="Søndervang Kommune har 2 bemærkninger"):
        answered = _named(db, hearing_id, "Søndervang Kommune")
        parties.remove(db, ME, answered.id, answered.version)
    silent = _named(db, hearing_id, "Ærøholm Hospital")
    with pytest.raises(Stale):
        parties.remove(db, ME, silent.id, silent.version + 1)
    parties.remove(db, ME, silent.id, silent.version)
    assert "Ærøholm Hospital" not in _table(db, hearing_id)


def test_the_page_lists_the_parties_in_danish_order(client, db, hearing_id):
    parties.add(db, ME, hearing_id, [NewParty(name) for name in ("Aalborg", "Zoo", "alm. beboere", "Ørsted")])
    page = client.get(f"/hearings/{hearing_id}/parties?order=name").text
    places = [page.index(f"<bdi>{name}</bdi>") for name in ("alm. beboere", "Zoo", "Ærøholm Hospital", "Ørsted")]
    assert sorted([*places, page.index("<bdi>Aalborg</bdi>")]) == [*places, page.index("<bdi>Aalborg</bdi>")]


def test_a_party_that_is_there_is_added_only_when_the_person_says_so(client, db, hearing_id):
    data = {**TOKEN, "name": "søndervang kommune", "kind": "", "once": "1"}
    answer = client.post(f"/hearings/{hearing_id}/parties", data=data)
    assert answer.status_code == 400
    assert "Søndervang Kommune findes allerede." in answer.text
    answer = client.post(f"/hearings/{hearing_id}/parties", data={**data, "anyway": "y"})
    assert answer.status_code == 303
    assert _named(db, hearing_id, "søndervang kommune").kind is PartyKind.MUNICIPALITY


def test_a_party_that_is_sent_twice_is_added_once_and_is_no_stranger_to_itself(client, db, hearing_id):
    action = f"/hearings/{hearing_id}/parties"
    sent = filled(client.get(f"{action}/new").text, action) | {"name": "Nørrevig Kommune"}
    assert [client.post(action, data=sent).status_code for _ in range(2)] == [303, 303]
    assert [party.name for party in store.of(db, hearing_id)].count("Nørrevig Kommune") == 1


def test_a_name_that_another_party_has_is_given_only_when_the_person_says_so(client, db, hearing_id):
    action = f"/parties/{_named(db, hearing_id, 'Bente Holm').id}"
    sent = filled(client.get(action).text, action) | {"name": "søndervang kommune"}
    answer = client.post(action, data=sent)
    assert answer.status_code == 400
    assert "Søndervang Kommune findes allerede." in answer.text
    sent = filled(answer.text, action)
    assert client.post(action, data=sent | {"anyway": "y"}).status_code == 303
    sent = filled(client.get(action).text, action) | {"short_name": "SK"}
    assert client.post(action, data=sent).status_code == 303
    assert _named(db, hearing_id, "søndervang kommune").short_name == "SK"


def test_a_kind_that_a_person_chooses_is_confirmed(client, db, hearing_id):
    party = _named(db, hearing_id, "Patientrådet (PR)")
    action = f"/parties/{party.id}"
    client.post(action, data=filled(client.get(action).text, action) | {"short_name": "P"})
    assert not store.find(db, party.id).kind_confirmed
    client.post(action, data=filled(client.get(action).text, action) | {"kind": "company"})
    assert store.find(db, party.id).kind_confirmed
    assert "gættet" not in client.get(action).text


def test_a_party_with_a_point_has_answered_on_every_page(client, db, hearing_id):
    party = _named(db, hearing_id, "Ærøholm Hospital")
    assert "4 af 5" in words(client.get(f"/hearings/{hearing_id}").text)
    places.add(db, ME, Point(0, hearing_id, party.id, None, 0, summary="Hospitalet ønsker en fast kontakt."))
    assert "5 af 5 høringsparter har svaret." in words(client.get(f"/hearings/{hearing_id}/parties").text)
    overview = words(client.get(f"/hearings/{hearing_id}").text)
    assert "5 af 5" in overview
    assert "har ikke svaret" not in overview
    assert "som en, der ikke har svaret" not in client.get(f"/parties/{party.id}").text


def test_a_party_is_edited_from_its_page(client, db, hearing_id):
    party = _named(db, hearing_id, "Bente Holm")
    data = {
        **TOKEN, "once": "e", "version": party.version, "name": "Bente Holm", "kind": "citizen",
        "kind_confirmed": "y", "deadline": "1.2.2026", "represents": "Naboerne\r\n\r\nBørnene", "other_names": "",
    }  # fmt: skip
    assert client.post(f"/parties/{party.id}", data=data).status_code == 303
    party = store.find(db, party.id)
    assert (party.citizen_number, str(party.deadline)) == (1, "2026-02-01")
    assert party.represents == ("Naboerne", "Børnene")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("30-02-2026", "Datoen 30-02-2026 findes ikke i kalenderen."),
        ("i morgen", "Skriv en dato, f.eks. 31-12-2026."),
    ],
)
def test_a_day_that_is_none_is_refused_beside_the_field(client, db, hearing_id, typed, sentence):
    party = _named(db, hearing_id, "Bente Holm")
    data = {**TOKEN, "version": party.version, "name": "Bente Holm", "kind": "citizen", "deadline": typed}
    answer = client.post(f"/parties/{party.id}", data=data)
    assert answer.status_code == 400
    assert sentence in answer.text
    assert f'value="{typed}"' in answer.text


def test_a_stale_save_shows_both_and_keeps_what_was_typed(client, db, hearing_id):
    party = _named(db, hearing_id, "Bente Holm")
    parties.change(db, ME, replace(party, short_name="BH", kind=PartyKind.OTHER))
    data = {**TOKEN, "version": party.version, "name": "Bente Holm Jensen", "kind": "citizen"}
    answer = client.post(f"/parties/{party.id}", data=data)
    assert answer.status_code == 409
    assert 'value="Bente Holm Jensen"' in answer.text
    assert '<dd class="verbatim">BH</dd>' in answer.text
    assert '<ins><span class="for-ears">[tilføjet: </span> Jensen<' in answer.text
    assert store.find(db, party.id).name == "Bente Holm"


def test_what_the_person_did_not_touch_takes_the_value_of_the_colleague(client, db, hearing_id):
    party = _named(db, hearing_id, "Søndervang Kommune")
    opened = filled(client.get(f"/parties/{party.id}").text, f"/parties/{party.id}")
    parties.change(db, By("bo"), replace(party, deadline=date(2026, 12, 31)))
    answer = client.post(f"/parties/{party.id}", data=opened | {"other_names": "Søndervang by"})
    assert answer.status_code == 409
    page = words(answer.text)
    assert "bo har gemt høringsparten, mens du skrev" in page
    assert "Rettet af bo og allerede sat ind: Egen frist" in page
    assert "Andre navne har du rettet" in page
    again = filled(answer.text, f"/parties/{party.id}")
    assert client.post(f"/parties/{party.id}", data=again).status_code == 303
    saved = store.find(db, party.id)
    assert (saved.deadline, saved.other_names) == (date(2026, 12, 31), ("Søndervang by",))


def test_moving_and_removing_from_the_pages(client, db, hearing_id):
    silent = _named(db, hearing_id, "Ærøholm Hospital")
    answer = client.post(f"/parties/{silent.id}/order?page=x", data={**TOKEN, "once": "o", "step": "down"})
    assert answer.status_code == 303
    assert _table(db, hearing_id)[-1] == "Ærøholm Hospital"
    data = {**TOKEN, "once": "r", "version": silent.version}
    assert client.post(f"/parties/{silent.id}/removal", data=data).status_code == 303
    assert store.find(db, silent.id) is None


def test_a_hearing_without_parties_offers_to_begin(client, db, hearing_id):
    for table in ("echo", "point", "response", "party"):
        db.conn.execute(f"delete from {table}")  # noqa: S608 - names are ours
    db.conn.commit()
    assert "Der er ingen høringsparter endnu" in client.get(f"/hearings/{hearing_id}/parties").text


@pytest.mark.parametrize("name", ["<b>Part</b>", "{{7*7}}", "\u202egnal", "=1+1", "Part \u0001\u0000x"])
def test_hostile_names_are_shown_as_text(client, db, hearing_id, name):
    client.post(f"/hearings/{hearing_id}/parties", data={**TOKEN, "once": "h", "name": name, "kind": "other"})
    page = client.get(f"/hearings/{hearing_id}/parties").text
    assert "<b>Part</b>" not in page
    assert "\u0001" not in page
    assert len(store.of(db, hearing_id)) == 6


def test_all_guessed_kinds_are_confirmed_at_once(client, db, hearing_id):
    action = f"/hearings/{hearing_id}/parties/confirmation"
    assert (
        client.post(action, data=filled(client.get(f"/hearings/{hearing_id}/parties").text, action)).status_code
        == 303
    )
    assert all(party.kind_confirmed for party in store.of(db, hearing_id))
    assert _named(db, hearing_id, "Bente Holm").citizen_number == 1
    assert "er gættet" not in client.get(f"/hearings/{hearing_id}/parties").text


def test_a_kind_that_was_changed_after_the_person_saw_it_is_not_confirmed_unseen(client, db, hearing_id):
    action = f"/hearings/{hearing_id}/parties/confirmation"
    sent = filled(client.get(f"/hearings/{hearing_id}/parties").text, action)
    citizen = _named(db, hearing_id, "Bente Holm")
    parties.change(db, ME, replace(citizen, kind=PartyKind.OTHER))
    as_saved = store.of(db, hearing_id)
    answer = client.post(action, data=sent)
    assert answer.status_code == 409
    assert "Listen er ændret af en anden i mellemtiden." in answer.text
    assert store.of(db, hearing_id) == as_saved
    assert client.post(action, data=filled(answer.text, action)).status_code == 303
    assert all(party.kind_confirmed for party in store.of(db, hearing_id))


@pytest.mark.parametrize("page", ["documents", "points", "implementation"])
def test_where_files_are_fetched_it_is_said_whose_names_are_printed_on_a_guess(db, hearing_id, client, page):
    address = f"/hearings/{hearing_id}/{page}"
    said = "1 part er gættet som privat borger. Partens navn trykkes, indtil arten er bekræftet."
    assert said in client.get(address).text
    parties.add(db, ME, hearing_id, [NewParty("Aase Vang", kind=PartyKind.CITIZEN)])
    said = "2 parter er gættet som private borgere. Deres navne trykkes, indtil arten er bekræftet."
    assert said in client.get(address).text
    _confirm(db, hearing_id)
    assert "er gættet" not in client.get(address).text


def test_parties_at_one_position_change_places_too(db):
    hearing_id = hearings.create(db, ME, Hearing(0, "Plan"))
    ids = parties.add(db, ME, hearing_id, [NewParty(name) for name in ("Agerskov", "Birkende", "Ceres")])
    db.execute("update party set position = 1024")
    db.conn.commit()
    parties.move(db, ME, ids[0], 1)
    assert _table(db, hearing_id) == ["Birkende", "Agerskov", "Ceres"]
    parties.move(db, ME, ids[2], -1)
    assert _table(db, hearing_id) == ["Birkende", "Ceres", "Agerskov"]
