"""The history says what was done, word by word, and anything in it can be taken back or brought back."""

from dataclasses import replace
from datetime import date

import pytest

from hearing.casework import parties as party_casework
from hearing.casework import points as casework
from hearing.casework import responses as response_casework
from hearing.casework.responses import Facts
from hearing.enums import PartyKind
from hearing.records import By
from hearing.store import events, parties, points, responses
from tests.pages import filled, words

ANNA = By("anna")


@pytest.fixture
def point(db, hearing_id):
    """Søndervang's b, changed once by Anna."""
    point = points.of(db, hearing_id)[1]
    casework.change(db, ANNA, point.id, 1, comment="Tilføjes i afsnit 2: Alle kontaktes.", page="7")
    return points.find(db, point.id)


def test_the_history_of_a_point_shows_who_changed_which_words(client, point):
    page = words(client.get(f"/points/{point.id}/events").text)
    assert "Bemærkning rettet anna" in page
    assert "Side [slettet: 2 ] [tilføjet: 7 ]" in page
    assert "Alle [slettet: borgere ] kontaktes [slettet: inden for tre dage ]" in page


def test_the_history_of_a_hearing_names_the_point_and_begins_with_the_import(client, hearing_id, point):
    page = words(client.get(f"/hearings/{hearing_id}/events").text)
    assert page.index("Bemærkning rettet: Søndervang Kommune, b") < page.index("Håndteringstabel indlæst")


def test_the_history_tells_of_a_party_and_its_response_in_danish(client, db, hearing_id):
    party = next(party for party in parties.of(db, hearing_id) if party.name == "Bente Holm")
    changed = replace(party, kind=PartyKind.OTHER, kind_confirmed=True, other_names=("B. Holm",))
    party_casework.change(db, ANNA, changed)
    response = responses.of_party(db, party.id)[0]
    response_casework.change(db, ANNA, response.id, 1, Facts(date(2024, 3, 1)))
    page = words(client.get(f"/hearings/{hearing_id}/events").text)
    assert "Høringspart rettet: Bente Holm anna" in page
    assert "Art [slettet: Privat borger ] [tilføjet: Anden part ]" in page
    assert "Arten er bekræftet [slettet: nej ] [tilføjet: ja ]" in page
    assert "Andre navne [tilføjet: B. Holm ]" in page
    assert "Høringssvar rettet: Bente Holm anna" in page
    assert "Modtaget [tilføjet: 1. marts 2024 ]" in page
    assert "citizen" not in page


def test_an_earlier_text_comes_back_with_its_marks_as_an_event(client, db, point):
    form = filled(client.get(f"/points/{point.id}/events").text, f"/points/{point.id}/text")
    assert form["column"] == "comment"
    assert client.post(f"/points/{point.id}/text", data=form).status_code == 303
    back = points.find(db, point.id)
    assert (back.comment[-5:], back.marks, back.page, back.version) == ("dage.", ((21, 63),), "7", 3)
    assert events.about(db, "point", point.id)[0].by == "abc"


def test_an_earlier_text_is_not_brought_back_over_a_newer_save(client, db, point):
    form = filled(client.get(f"/points/{point.id}/events").text, f"/points/{point.id}/text")
    casework.change(db, ANNA, point.id, 2, comment="Nyere")
    assert client.post(f"/points/{point.id}/text", data=form).status_code == 409
    assert points.find(db, point.id).comment == "Nyere"


def test_a_removed_point_is_back_after_one_click(client, db, point):
    form = filled(client.get(f"/points/{point.id}").text, f"/points/{point.id}")
    answer = client.post(f"/points/{point.id}/removal", data=form, follow_redirects=True)
    assert points.find(db, point.id) is None
    assert "Bemærkningen er slettet." in words(answer.text)
    event = events.about(db, "point", point.id)[0]
    undo = filled(answer.text, f"/events/{event.id}/undo")
    assert client.post(f"/events/{event.id}/undo", data=undo).status_code == 303
    assert points.find(db, point.id) == point


def test_what_cannot_be_taken_back_says_why(client, db, hearing_id, point):
    [event] = events.about(db, "point", point.id)
    form = filled(client.get(f"/hearings/{hearing_id}/events").text, f"/events/{event.id}/undo")
    casework.change(db, ANNA, point.id, 2, page="8")
    answer = client.post(f"/events/{event.id}/undo", data=form, follow_redirects=True)
    assert "Bemærkningen er rettet siden" in words(answer.text)
    assert points.find(db, point.id).page == "8"


def test_the_history_turns_its_pages(client, db, hearing_id, point):
    for version in range(2, 60):
        casework.change(db, ANNA, point.id, version, page=str(version))
    page = client.get(f"/hearings/{hearing_id}/events").text
    older = page.split("?before=")[1].split('"')[0]
    assert "Håndteringstabel indlæst" not in page
    assert "Håndteringstabel indlæst" in client.get(f"/hearings/{hearing_id}/events?before={older}").text
    assert client.get(f"/hearings/{hearing_id}/events?before=99999999999999999999").status_code == 200


def test_a_long_event_can_be_opened_to_its_end(client, db, hearing_id):
    listed = [party_casework.NewParty(f"Høringspart nummer {number}") for number in range(12)]
    party_casework.add(db, ANNA, hearing_id, listed)
    page = client.get(f"/hearings/{hearing_id}/events").text
    rest = page.split('<details class="rest">')[1].split("</details>")[0]
    assert "rettelser til</summary>" in rest
    assert "Høringspart nummer 11" in rest
