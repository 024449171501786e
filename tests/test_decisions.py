"""The decision vocabulary of a hearing: phrases with a meaning, reworded everywhere at once."""

import pytest

from hearing import report
from hearing.casework import decisions
from hearing.casework.refusal import Refused
from hearing.enums import Meaning
from hearing.store import decisions as store
from hearing.store import events, points
from hearing.store.transaction import Stale
from tests import world
from tests.conftest import ME
from tests.pages import words


def _phrases(db, hearing_id):
    return [decision.phrase for decision in store.of(db, hearing_id)]


def _decision(db, hearing_id, phrase=world.IMPLEMENT):
    return next(decision for decision in store.of(db, hearing_id) if decision.phrase == phrase)


def _printed(db, hearing_id):
    return [line.decision_phrase for line in report.load(db, hearing_id).lines if line.point]


def test_a_reworded_phrase_is_printed_at_every_point_that_carries_it(db, hearing_id):
    old = _decision(db, hearing_id)
    rows = _printed(db, hearing_id).count(world.IMPLEMENT)
    decisions.change(db, ME, old.id, old.version, "Tages med i det videre arbejde", old.meaning)
    assert _printed(db, hearing_id).count("Tages med i det videre arbejde") == rows
    assert world.IMPLEMENT not in _printed(db, hearing_id)
    assert events.of(db, hearing_id)[0].verb == "decision.change"


def test_the_printed_text_of_a_repetition_stays_when_phrases_are_merged(db, hearing_id):
    one, other = _decision(db, hearing_id, world.NO_CHANGE), _decision(db, hearing_id)
    decisions.merge(db, ME, one.id, one.version, other.id)
    assert "Samme håndtering som ved PR" in _printed(db, hearing_id)
    assert _printed(db, hearing_id).count(world.IMPLEMENT) == 2
    assert world.NO_CHANGE not in _phrases(db, hearing_id)


def test_a_phrase_gets_its_meaning_from_a_person(db, hearing_id):
    id = decisions.add(db, ME, hearing_id, "Sendes videre", None)
    assert store.find(db, id).meaning is None
    decisions.change(db, ME, id, 1, "Sendes videre", Meaning.OUT_OF_SCOPE)
    assert store.find(db, id).meaning is Meaning.OUT_OF_SCOPE


@pytest.mark.parametrize("phrase", ["", "\u200b", "\u200d\u200e", world.IMPLEMENT.upper()])
def test_an_empty_phrase_or_one_that_is_there_is_refused(db, hearing_id, phrase):
    before = _phrases(db, hearing_id)
    with pytest.raises(Refused):
        decisions.add(db, ME, hearing_id, phrase, Meaning.CHANGE)
    assert _phrases(db, hearing_id) == before


def test_a_phrase_in_use_is_not_removed(db, hearing_id):
    used = _decision(db, hearing_id)
    with pytest.raises(Refused):
        decisions.remove(db, ME, used.id, used.version)
    spare = decisions.add(db, ME, hearing_id, "Tages til efterretning", Meaning.NO_CHANGE)
    decisions.remove(db, ME, spare, 1)
    assert "Tages til efterretning" not in _phrases(db, hearing_id)


def test_phrases_change_places(db, hearing_id):
    first, second, third, *rest = _phrases(db, hearing_id)
    decisions.move(db, ME, _decision(db, hearing_id, third).id, -1)
    assert _phrases(db, hearing_id) == [first, third, second, *rest]


def test_an_imported_phrase_is_not_kept_twice(db, hearing_id):
    carrying = [point for point in points.of(db, hearing_id) if point.decision_id]
    assert carrying
    assert {point.decision_printed for point in carrying} == {""}


def test_what_is_stale_or_gone_is_told(db, hearing_id):
    decision = _decision(db, hearing_id)
    with pytest.raises(Stale):
        decisions.change(db, ME, decision.id, decision.version + 1, "Andet", None)
    with pytest.raises(Stale):
        decisions.move(db, ME, 4711, 1)


def test_phrases_without_a_meaning_stand_on_top(client, db, hearing_id):
    decisions.add(db, ME, hearing_id, "Sendes videre til ministeriet", None)
    page = client.get(f"/hearings/{hearing_id}/decisions").text
    assert page.index("Sendes videre til ministeriet") < page.index(world.IMPLEMENT)
    assert "mangler betydning" in page


def test_a_phrase_is_added_and_changed_from_the_page(client, db, hearing_id):
    data = {"csrf_token": "token", "once": "a", "phrase": "Imødekommes", "meaning": "change"}
    assert client.post(f"/hearings/{hearing_id}/decisions", data=data).status_code == 303
    added = _decision(db, hearing_id, "Imødekommes")
    assert added.meaning is Meaning.CHANGE
    data = {"csrf_token": "token", "once": "b", "version": 1, "phrase": "Imødekommes", "meaning": ""}
    assert client.post(f"/decisions/{added.id}", data=data).status_code == 303
    assert store.find(db, added.id).meaning is None


def test_a_stale_save_shows_both_wordings(client, db, hearing_id):
    old = _decision(db, hearing_id)
    decisions.change(db, ME, old.id, old.version, "Tages med videre", Meaning.CHANGE)
    data = {"csrf_token": "token", "version": old.version, "phrase": "Indgår i arbejdet", "meaning": "implement"}
    answer = client.post(f"/decisions/{old.id}", data=data)
    assert answer.status_code == 409
    for text in ("Tages med videre", "Indgår i arbejdet", Meaning.CHANGE.label, Meaning.IMPLEMENT.label):
        assert text in answer.text
    assert store.find(db, old.id).phrase == "Tages med videre"


def test_merge_order_and_removal_from_the_page(client, db, hearing_id):
    one, other = _decision(db, hearing_id, world.NO_CHANGE), _decision(db, hearing_id)
    token = {"csrf_token": "token"}
    answer = client.post(f"/decisions/{other.id}/removal", data={**token, "once": "1", "version": other.version})
    assert answer.status_code == 400
    assert "Formuleringen bruges." in answer.text
    client.post(f"/decisions/{one.id}/order", data={**token, "once": "2", "step": "up"})
    version = store.find(db, one.id).version
    answer = client.post(
        f"/decisions/{one.id}/merge", data={**token, "once": "3", "version": version, "into": other.id}
    )
    assert answer.status_code == 303
    assert world.NO_CHANGE not in _phrases(db, hearing_id)


def test_a_phrase_that_a_person_adds_has_a_meaning(client, db, hearing_id):
    data = {"csrf_token": "token", "once": "m", "phrase": "Tages op senere", "meaning": ""}
    answer = client.post(f"/hearings/{hearing_id}/decisions", data=data)
    assert answer.status_code == 400
    assert "Vælg, hvad formuleringen betyder." in answer.text
    assert "Tages op senere" in answer.text
    assert "Tages op senere" not in _phrases(db, hearing_id)


def test_a_merge_says_what_the_points_mean_from_now_on(client, db, hearing_id):
    one, other = _decision(db, hearing_id, world.NO_CHANGE), _decision(db, hearing_id, world.CHANGE)
    page = client.get(f"/decisions/{one.id}").text
    assert "Nu betyder de »Ingen ændring«." in words(page)
    assert f"{world.CHANGE} (betyder: Ændring i planen)" in page
    data = {"csrf_token": "token", "once": "x", "version": one.version, "into": other.id}
    told = words(client.post(f"/decisions/{one.id}/merge", data=data, follow_redirects=True).text)
    assert "1 bemærkning, som betød »Ingen ændring«, betyder nu »Ændring i planen«." in told
    history = words(client.get(f"/hearings/{hearing_id}/events").text)
    assert f"Håndteringer lagt sammen: »{world.NO_CHANGE}« er nu »{world.CHANGE}«" in history
