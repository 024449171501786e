"""A point is saved as it was typed, or nothing is lost."""

import re

import pytest

from hearing.casework import points as casework
from hearing.casework import responses
from hearing.casework.refusal import Refused
from hearing.casework.responses import Facts
from hearing.enums import Status
from hearing.records import By
from hearing.store import events, points, themes
from hearing.store.transaction import Stale
from tests.pages import filled, words

ANNA, BO = By("anna"), By("bo")


@pytest.fixture
def point(db, hearing_id):
    """Søndervang's b: a change in the plan, with new text marked."""
    return points.of(db, hearing_id)[1]


def test_the_page_shows_the_point_with_its_marks_and_neighbours(client, point):
    page = client.get(f"/points/{point.id}").text
    form = filled(page, f"/points/{point.id}")
    assert form["comment"] == "Tilføjes i afsnit 2: **Alle borgere kontaktes inden for tre dage.**"
    assert f'rel="next" href="/points/{point.id + 1}"' in page
    assert f'rel="prev" href="/points/{point.id - 1}"' in page
    assert "Søndervang Kommune" in words(page)


def test_saving_untouched_changes_nothing(client, db, point):
    form = filled(client.get(f"/points/{point.id}").text, f"/points/{point.id}")
    assert client.post(f"/points/{point.id}", data=form).status_code == 303
    assert points.find(db, point.id) == point
    assert events.about(db, "point", point.id) == []


def test_what_is_typed_is_saved_as_one_event(client, db, point):
    form = filled(client.get(f"/points/{point.id}").text, f"/points/{point.id}")
    form |= {"comment": "Nyt afsnit:\r\n**alle** borgere, 2 * 3", "status": "færdig", "page": "S. 4", "label": "c"}
    assert client.post(f"/points/{point.id}", data=form).status_code == 303
    saved = points.find(db, point.id)
    assert (saved.comment, saved.marks) == ("Nyt afsnit:\nalle borgere, 2 * 3", ((12, 16),))
    assert (saved.status, saved.page, saved.label, saved.version) == (Status.DONE, "S. 4", "c", 2)
    [event] = events.about(db, "point", point.id)
    assert (event.by, event.verb) == ("abc", "point.change")
    assert event.changes[0].before["comment"] == point.comment


def test_a_label_that_another_point_of_the_party_has_is_stored_and_told(client, db, point):
    action, said = f"/points/{point.id}", "Bogstavet A bruges også af »Søndervang ønsker længere åbningstid"
    form = filled(client.get(action).text, action) | {"label": "A", "go": "stay"}
    page = client.post(action, data=form, follow_redirects=True).text
    assert said in page
    assert points.find(db, point.id).label == "A"
    again = filled(page, action) | {"note": "Set.", "go": "stay"}
    assert said not in client.post(action, data=again, follow_redirects=True).text
    address = f"/hearings/{point.hearing_id}/points/new?party={point.party_id}"
    action = f"/parties/{point.party_id}/points"
    form = filled(client.get(address).text, action)
    assert "bruges også" not in client.post(action, data=form | {"summary": "Ét."}, follow_redirects=True).text
    form = filled(client.get(address).text, action) | {"summary": "To.", "label": "a"}
    assert "og 1 anden af partens bemærkninger" in client.post(action, data=form, follow_redirects=True).text


def test_save_and_next_leads_to_the_next_point_and_keeps_the_way_back(client, point):
    form = filled(client.get(f"/points/{point.id}?back=/hearings/1/table?side=2").text, f"/points/{point.id}")
    answer = client.post(f"/points/{point.id}", data=form | {"go": "next"})
    assert answer.location == f"/points/{point.id + 1}?back=/hearings/1/table?side%3D2"
    answer = client.post(f"/points/{point.id}", data=form | {"go": "back", "back": "//evil.example"})
    assert answer.location.startswith("/") and "evil" not in answer.location


def test_another_decision_takes_the_place_of_the_printed_one(client, db, hearing_id):
    echo = points.of(db, hearing_id)[3]
    page = client.get(f"/points/{echo.id}").text
    assert "Som trykt: Samme håndtering som ved PR" in page
    form = filled(page, f"/points/{echo.id}")
    assert form["decision"] == "printed"
    client.post(f"/points/{echo.id}", data=form | {"decision": "1"})
    saved = points.find(db, echo.id)
    assert (saved.decision_id, saved.decision_printed) == (1, "")


def test_stray_blanks_of_an_imported_cell_survive_the_save_of_another_field(client, db, point):
    casework.change(db, BO, point.id, 1, summary="  To  blanke foran\n")
    form = filled(client.get(f"/points/{point.id}").text, f"/points/{point.id}")
    client.post(f"/points/{point.id}", data=form | {"page": "9"})
    saved = points.find(db, point.id)
    assert (saved.page, saved.summary) == ("9", "  To  blanke foran\n")


def test_a_stale_save_is_refused_in_the_database_too(db, point):
    casework.change(db, ANNA, point.id, 1, page="7")
    with pytest.raises(Stale):
        casework.change(db, BO, point.id, 1, page="8")
    assert points.find(db, point.id).page == "7"


def test_a_stale_save_shows_both_texts_and_the_words_between_and_keeps_what_was_typed(client, db, point):
    form = filled(client.get(f"/points/{point.id}").text, f"/points/{point.id}")
    casework.change(db, ANNA, point.id, 1, comment="Tilføjes i afsnit 3.", page="7")
    form |= {"comment": "Tilføjes i afsnit 4.", "note": "Ring til Søndervang"}
    answer = client.post(f"/points/{point.id}", data=form)
    assert answer.status_code == 409
    page = words(answer.text)
    assert "anna har gemt bemærkningen, mens du skrev" in page
    assert "Rettet af anna og allerede sat ind: Side" in page
    assert re.search(r"Kommentar er rettet af jer begge.*afsnit 3\..*afsnit 4\.", page)
    assert "[slettet: 3 ] [tilføjet: 4 ]" in page
    again = filled(answer.text, f"/points/{point.id}")
    assert (again["comment"], again["note"], again["page"], again["version"]) == (
        *("Tilføjes i afsnit 4.", "Ring til Søndervang", "7", "2"),
    )
    assert client.post(f"/points/{point.id}", data=again).status_code == 303
    saved = points.find(db, point.id)
    assert (saved.comment, saved.note, saved.page, saved.version) == (
        *("Tilføjes i afsnit 4.", "Ring til Søndervang", "7", 3),
    )


def test_after_a_conflict_the_stored_text_can_be_kept_field_by_field(client, db, point):
    form = filled(client.get(f"/points/{point.id}").text, f"/points/{point.id}")
    casework.change(db, ANNA, point.id, 1, comment="Annas kommentar")
    form |= {"comment": "Min kommentar", "summary": "Mit sammendrag"}
    again = filled(client.post(f"/points/{point.id}", data=form).text, f"/points/{point.id}")
    assert client.post(f"/points/{point.id}", data=again | {"theirs": "comment"}).status_code == 303
    saved = points.find(db, point.id)
    assert (saved.comment, saved.summary) == ("Annas kommentar", "Mit sammendrag")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"summary": "\u200b", "comment": " ", "excerpt": ""}, "Skriv et sammendrag"),
        ({"summary": "\u200d\u200e", "comment": "\u2800", "excerpt": ""}, "Skriv et sammendrag"),
        ({"summary": "a" * 200_001}, "Teksten er på 200.001 tegn; grænsen er 200.000."),
        ({"label": "b" * 201}, "Højst 200 tegn."),
        ({"decision": "77"}, "Vælg en af mulighederne."),
        ({"status": "glemt"}, "Vælg en af mulighederne."),
    ],
)
def test_what_cannot_be_saved_is_said_beside_the_field_and_kept(client, db, point, typed, sentence):
    form = filled(client.get(f"/points/{point.id}").text, f"/points/{point.id}") | {"note": "Skrevet forgæves?"}
    answer = client.post(f"/points/{point.id}", data=form | typed)
    assert answer.status_code == 400
    assert "<title>Fejl: " in answer.text
    assert f"{sentence}" in words(answer.text)
    assert f'id="{next(iter(typed))}-error"' in answer.text
    assert filled(answer.text, f"/points/{point.id}")["note"] == "Skrevet forgæves?"
    assert points.find(db, point.id) == point


def test_two_hundred_thousand_characters_pass(client, db, point):
    form = filled(client.get(f"/points/{point.id}").text, f"/points/{point.id}")
    assert client.post(f"/points/{point.id}", data=form | {"excerpt": "æ" * 200_000}).status_code == 303
    assert len(points.find(db, point.id).excerpt) == 200_000


def test_a_point_that_says_nothing_is_refused(db, point):
    with pytest.raises(Refused):
        casework.change(db, ANNA, point.id, 1, summary="", comment="", excerpt=" ")


def test_a_number_too_large_for_the_database_is_no_page(client, hearing_id):
    assert client.get("/points/99999999999999999999").status_code == 404
    assert client.get("/points/4711").status_code == 404


def test_a_new_point_gets_the_next_label_and_stands_behind_the_one_it_came_from(client, db, hearing_id, point):
    page = client.get(f"/points/{point.id - 1}").text
    address = page.split('href="/hearings/1/points/new?')[1].split('"')[0].replace("&amp;", "&")
    form = filled(client.get(f"/hearings/1/points/new?{address}").text, "/parties/1/points")
    assert form["label"] == "c"
    answer = client.post("/parties/1/points", data=form | {"summary": "Også om lørdagen"})
    assert answer.status_code == 303
    assert [p.summary[:4] for p in points.of_party(db, 1)] == ["Sønd", "Også", "Sønd"]


def test_a_new_point_without_a_text_is_refused(client, db, hearing_id):
    form = filled(client.get("/hearings/1/points/new?party=1").text, "/parties/1/points")
    answer = client.post("/parties/1/points", data=form | {"note": "Kun en note"})
    assert answer.status_code == 400
    assert filled(answer.text, "/parties/1/points")["note"] == "Kun en note"
    assert len(points.of(db, hearing_id)) == 5


def test_a_new_point_asks_for_its_party_first(client, hearing_id):
    assert "Hvilken høringspart har skrevet?" in words(client.get("/hearings/1/points/new").text)


def test_labels_are_shown_before_they_are_set(client, db, point):
    client.post(f"/points/{point.id}/place", data={"csrf_token": "token", "step": "up"})
    page = client.get("/parties/1/labels").text
    assert [p.label for p in points.of_party(db, 1)] == ["b", "a"]
    form = filled(page, "/parties/1/labels")
    assert client.post("/parties/1/labels", data=form).status_code == 303
    assert [p.label for p in points.of_party(db, 1)] == ["a", "b"]
    assert client.post("/parties/1/labels", data=form | {"once": "andet", "seen": "x"}).status_code == 409


def test_a_point_goes_to_another_party_and_two_become_one(client, db, point):
    form = filled(client.get(f"/points/{point.id}").text, f"/points/{point.id}")
    assert client.post(f"/points/{point.id}/party", data=form | {"party": "2"}).status_code == 303
    assert points.find(db, point.id).party_id == 2
    form = filled(client.get("/points/3").text, "/points/3")
    assert client.post("/points/3/merger", data=form).status_code == 303
    assert points.find(db, point.id) is None


def test_next_follows_the_filter_that_the_person_came_from(client, db, point):
    back = "/hearings/1/points?theme=1"
    page = client.get(f"/points/1?back={back}").text
    assert 'rel="next" href="/points/3?' in page
    form = filled(page, "/points/1")
    answer = client.post("/points/1", data=form | {"go": "next", "theme": "2"})
    assert answer.location.startswith("/points/3?")
    assert points.find(db, 1).theme_id == 2


@pytest.mark.parametrize(
    ("deed", "values"),
    [("place", {"step": "up"}), ("party", {"party": "2"}), ("merger", {}), ("removal", {})],
)
def test_whatever_is_done_to_a_point_its_typed_text_is_saved_first(client, db, hearing_id, deed, values):
    id = 1 if deed == "merger" else 2
    form = filled(client.get(f"/points/{id}").text, f"/points/{id}") | {"note": "Skrevet før knappen"}
    assert client.post(f"/points/{id}/{deed}", data=form | values).status_code == 303
    said = [event.verb for event in events.about(db, "point", id)]
    assert said[1] == "point.change" and said[0] != "point.change"
    if deed == "removal":
        undone = client.post(f"/events/{events.about(db, 'point', id)[0].id}/undo", data={"csrf_token": "token"})
        assert undone.status_code == 303
    assert points.find(db, id).note == "Skrevet før knappen"
    before = db.execute("select count(*) from event").fetchone()
    client.post(f"/points/{id}/{deed}", data=form | values)
    assert db.execute("select count(*) from event").fetchone() == before


@pytest.mark.parametrize("deed", ["place", "party", "merger", "removal"])
def test_nothing_is_done_to_a_point_that_a_colleague_saved_and_the_typed_text_stands(client, db, point, deed):
    form = filled(client.get("/points/1").text, "/points/1") | {"note": "Min note", "party": "2"}
    casework.change(db, ANNA, 1, 1, page="7")
    answer = client.post(f"/points/1/{deed}", data=form)
    assert answer.status_code == 409
    assert "anna har gemt bemærkningen" in words(answer.text)
    assert filled(answer.text, "/points/1")["note"] == "Min note"
    assert [event.verb for event in events.about(db, "point", 1)] == ["point.change"]


def test_no_party_is_chosen_before_a_person_chooses(client, db, point):
    page = client.get(f"/points/{point.id}").text
    assert '<option value="">Vælg høringspart</option>' in page
    form = filled(page, f"/points/{point.id}") | {"party": "", "note": "Bliver stående"}
    answer = client.post(f"/points/{point.id}/party", data=form)
    assert answer.status_code == 400
    assert "Vælg den høringspart, den skal flyttes til." in words(answer.text)
    assert filled(answer.text, f"/points/{point.id}")["note"] == "Bliver stående"
    assert points.find(db, point.id) == point


def test_a_point_that_a_colleague_deleted_shows_what_was_typed_and_comes_back_with_it(client, db, point):
    form = filled(client.get(f"/points/{point.id}").text, f"/points/{point.id}") | {"comment": "Min kommentar"}
    casework.remove(db, ANNA, point.id, 1)
    assert "blev slettet af anna" in words(client.get(f"/points/{point.id}").text)
    answer = client.post(f"/points/{point.id}", data=form)
    assert answer.status_code == 404
    assert "blev slettet af anna" in words(answer.text)
    assert ">Kommentar</label><textarea" in answer.text
    assert "Felt " not in words(answer.text)
    again = filled(answer.text, f"/points/{point.id}")
    assert client.post(f"/points/{point.id}", data=again).status_code == 303
    assert points.find(db, point.id).comment == "Min kommentar"
    assert [event.verb for event in events.about(db, "point", point.id)][:2] == ["point.change", "undo"]


def test_a_new_theme_is_named_where_the_point_is_written(client, db, point):
    form = filled(client.get(f"/points/{point.id}").text, f"/points/{point.id}")
    answer = client.post(f"/points/{point.id}", data=form | {"theme": "new"})
    assert "Skriv, hvad det nye tema hedder." in words(answer.text)
    assert client.post(f"/points/{point.id}", data=form | {"new_theme": "Tandpleje"}).status_code == 303
    assert themes.find(db, points.find(db, point.id).theme_id).name == "Tandpleje"
    blank = filled(client.get("/hearings/1/points/new?party=1").text, "/parties/1/points")
    blank |= {"summary": "Også et ønske", "theme": "new", "new_theme": "TANDPLEJE"}
    assert client.post("/parties/1/points", data=blank).status_code == 303
    assert [theme.name for theme in themes.of(db, 1)].count("Tandpleje") == 1
    assert points.of_party(db, 1)[-1].theme_id == points.find(db, point.id).theme_id


def test_the_letter_is_at_hand_where_its_points_are_written(client, db, hearing_id):
    facts = Facts(file=("Høringssvar.txt", "Kære region".encode()))
    response_id = responses.add(db, ANNA, 1, facts)
    for address in ("/points/1", f"/hearings/1/points/new?party=1&response={response_id}"):
        page = client.get(address).text
        assert ("Høringssvar.txt" in page) is (address != "/points/1")
    db.execute("update point set response_id = ? where id = 1", [response_id])
    db.conn.commit()
    assert '<a href="/files/1" download><bdi>Høringssvar.txt</bdi></a>' in client.get("/points/1").text


@pytest.mark.parametrize("other", [{}, {"other": "x"}, {"other": "999"}])
def test_a_merger_with_nothing_is_told_and_does_nothing(client, db, hearing_id, other):
    before = points.of(db, hearing_id)
    sent = {"csrf_token": "token", "version": "1", "once": "a", "other_version": "1", **other}
    assert client.post(f"/points/{before[0].id}/merger", data=sent).status_code in (400, 409)
    assert points.of(db, hearing_id) == before


def test_brackets_that_are_not_closed_are_said_when_the_comment_is_saved(client, db, point):
    form = filled(client.get(f"/points/{point.id}").text, f"/points/{point.id}")
    form |= {"comment": "Jf. [[Vestby g.", "go": "stay"}
    assert client.post(f"/points/{point.id}", data=form).status_code == 303
    assert "Klammerne i kommentaren er ikke lukket rigtigt" in words(client.get(f"/points/{point.id}").text)
    assert points.find(db, point.id).comment == "Jf. [[Vestby g."
