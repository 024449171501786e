"""Points are cut in two, joined, moved and labelled without losing a word, and all of it can be undone."""

import pytest

from hearing.casework import cuts, imports, labels, places, points, undo
from hearing.casework import echoes as linking
from hearing.casework.refusal import Refused
from hearing.enums import Printing, Remaining, Status
from hearing.intake.rows import Reading, Row
from hearing.records import By, Point
from hearing.store import echoes, parties
from hearing.store import points as stored
from hearing.store.transaction import Stale
from tests.dump import dump
from tests.pages import filled, words

ME = By("abc")


@pytest.fixture
def table(db, hearing_id):
    """The rows as people see them: party, label, summary; in table order."""

    def table() -> list[tuple[str, str, str]]:
        names = {party.id: party.name for party in parties.of(db, hearing_id)}
        return [(names[p.party_id].split()[0], p.label, p.summary) for p in stored.of(db, hearing_id)]

    return table


def test_a_point_is_cut_where_the_line_stands_and_marks_go_with_their_words(db, hearing_id):
    event = cuts.split(
        *(db, ME, 2, 1),
        summary="Første ønske.\n---\nAndet ønske.",
        comment="Ja.\n ---\t\n Alle kontaktes.",
        marks=((11, 15),),
    )
    first, second = stored.of(db, hearing_id)[1:3]
    assert (first.summary, first.comment, first.marks, first.label) == ("Første ønske.", "Ja.", (), "b")
    assert (second.summary, second.comment, second.marks) == ("Andet ønske.", "Alle kontaktes.", ((0, 4),))
    assert (second.label, second.theme_id, second.decision_id) == ("", first.theme_id, first.decision_id)
    assert first.excerpt and not second.excerpt
    assert event


def test_a_cut_needs_a_line_and_something_on_both_sides(db, hearing_id):
    with pytest.raises(Refused, match="kun ---"):
        cuts.split(db, ME, 2, 1, summary="Ingen streg - - -")
    with pytest.raises(Refused, match="Del 2 er tom"):
        cuts.split(db, ME, 2, 1, summary="Alt står her\n---\n")
    assert len(stored.of(db, hearing_id)) == 5


def test_two_points_of_a_party_become_one(db, hearing_id):
    one, other = stored.of(db, hearing_id)[:2]
    points.change(db, ME, 1, 1, status=Status.DONE)
    cuts.merge(db, ME, 1, 2, 2, 1)
    joined = stored.find(db, 1)
    assert joined.summary == f"{one.summary}\n{other.summary}"
    assert [joined.comment[start:end] for start, end in joined.marks] == [
        other.comment[start:end] for start, end in other.marks
    ]
    assert (joined.page, joined.status, joined.theme_id) == ("1, 2", Status.NEW, one.theme_id)
    assert stored.find(db, 2) is None


def test_what_repeated_the_joined_point_repeats_what_took_it_over(db, hearing_id):
    source = stored.of(db, hearing_id)[2]
    id = places.add(db, ME, Point(0, hearing_id, source.party_id, None, 0, summary="Mere fra rådet"), source.id)
    cuts.merge(db, ME, id, 1, source.id, 1)
    assert db.execute("select point_id, source_id from echo").fetchall() == [(4, id)]


def test_points_of_different_parties_are_not_joined(db, hearing_id):
    with pytest.raises(Refused, match="samme høringspart"):
        cuts.merge(db, ME, 2, 1, 3, 1)


def test_nothing_is_joined_over_a_newer_save(db, hearing_id):
    points.change(db, ME, 2, 1, page="9")
    with pytest.raises(Stale):
        cuts.merge(db, ME, 1, 1, 2, 1)


def test_a_new_point_stands_behind_the_one_it_was_added_after_however_many_there_are(db, hearing_id, table):
    added = []
    for n in range(200):
        after = added[-1] if n % 3 and added else 1
        new = Point(0, hearing_id, 1, None, 0, summary=f"Ny {n}")
        added.append(places.add(db, ME, new, after))
        rows = [point.id for point in stored.of(db, hearing_id)]
        assert rows[rows.index(after) + 1] == added[-1]
    assert [name for name, _, _ in table()[-4:]] == ["Søndervang", "Patientrådet", "Ældresagens", "Bente"]


def test_the_first_point_of_a_silent_party_stands_where_the_party_stood(db, hearing_id, table):
    silent = parties.of(db, hearing_id)[3]
    places.add(db, ME, Point(0, hearing_id, silent.id, None, 0, label="a", summary="Alligevel et svar"))
    assert [name for name, _, _ in table()][-2:] == ["Ærøholm", "Bente"]


def test_a_point_changes_places_with_its_neighbour_and_keeps_its_label(db, hearing_id, table):
    places.step(db, ME, 2, -1)
    assert [(name, label) for name, label, _ in table()][:2] == [("Søndervang", "b"), ("Søndervang", "a")]
    assert places.step(db, ME, 2, -1) is None


def test_a_point_goes_to_another_party(db, hearing_id, table):
    places.move(db, ME, 1, 1, 2, None)
    assert [(name, label) for name, label, _ in table()][:3] == [
        ("Søndervang", "b"),
        ("Patientrådet", "a"),
        ("Patientrådet", "a"),
    ]
    moved = stored.find(db, 1)
    assert moved.response_id == stored.find(db, 3).response_id
    with pytest.raises(Refused, match="anden høringspart"):
        places.move(db, ME, 1, 2, 2, 2)


def test_labels_are_set_anew_only_as_they_were_seen(db, hearing_id):
    places.step(db, ME, 2, -1)
    proposals = labels.anew(db, 1)
    assert [(p.point.label, p.label) for p in proposals] == [("b", "a"), ("a", "b")]
    seen = [(p.point.id, p.point.version) for p in proposals]
    points.change(db, ME, 1, 1, page="9")
    with pytest.raises(Stale):
        labels.relabel(db, ME, 1, seen)
    seen = [(p.point.id, p.point.version) for p in labels.anew(db, 1)]
    labels.relabel(db, ME, 1, seen)
    assert [p.label for p in stored.of_party(db, 1)] == ["a", "b"]


@pytest.mark.parametrize(
    ("given", "following"),
    [
        ([], "a"),
        (["a", "c"], "d"),
        (["Bemærkning g", "Bemærkning h"], "Bemærkning i"),
        (["1", "9"], "10"),
        (["z"], "æ"),
    ],
)
def test_the_next_label_is_written_like_the_last(given, following):
    assert labels.following(given) == following


@pytest.mark.parametrize(
    "verb",
    [
        lambda db: cuts.split(db, ME, 2, 1, summary="En.\n---\nTo.\n---\nTre."),
        lambda db: cuts.merge(db, ME, 1, 1, 2, 1),
        lambda db: places.step(db, ME, 2, -1),
        lambda db: places.move(db, ME, 1, 1, 2, 3),
        lambda db: points.remove(db, ME, 3, 1, Remaining.ALONE),
        lambda db: points.change(db, ME, 2, 1, comment="Kort", marks=((0, 1),), theme_id=None),
    ],
)
def test_each_is_undone_by_one_event(db, hearing_id, verb):
    before = dump(db)
    event = verb(db)
    assert dump(db) != before
    undo.undo(db, ME, event)
    assert dump(db) == before


def test_a_point_is_cut_from_its_page_together_with_what_was_typed(client, db, hearing_id):
    form = filled(client.get("/points/2").text, "/points/2")
    form |= {"summary": "Et ønske.\r\n---\r\nEt til.", "page": "5"}
    assert client.post("/points/2/split", data=form).status_code == 303
    assert [(p.summary, p.page) for p in stored.of_party(db, 1)][1:] == [("Et ønske.", "5"), ("Et til.", "5")]


def test_a_cut_without_a_line_keeps_what_was_typed(client, db, hearing_id):
    form = filled(client.get("/points/2").text, "/points/2") | {"note": "Husk mig"}
    answer = client.post("/points/2/split", data=form)
    assert answer.status_code == 400
    assert "Skriv en linje med kun ---" in words(answer.text)
    assert filled(answer.text, "/points/2")["note"] == "Husk mig"


def test_what_a_merger_leaves_out_is_said(client, db, hearing_id):
    form = filled(client.get("/points/1").text, "/points/1")
    answer = client.post("/points/1/merger", data=form, follow_redirects=True)
    assert (
        "Temaet er stadig »Adgang og åbningstid«; »Kvalitet i forløbene« fra den anden er ikke taget med."
        in words(answer.text)
    )


def test_points_that_are_joined_never_repeat_themselves_by_way_of_another(db):
    rows = (
        Row(party="Ådalen", label="a", summary="Et ønske"),
        Row(party="Bakken", label="a", summary="Samme som Ådalen", echo_of=0),
        Row(party="Ådalen", label="b", summary="Samme som Bakken", echo_of=1),
    )
    id = imports.create(db, ME, "Plan", Reading(rows=rows))
    one, between, other = stored.of(db, id)
    event = cuts.merge(db, ME, one.id, one.version, other.id, other.version)
    assert echoes.links(db, id) == {between.id: one.id}
    undo.undo(db, ME, event)
    assert echoes.links(db, id) == {between.id: one.id, other.id: between.id}


def test_what_would_bring_back_the_source_of_a_point_as_its_repetition_is_not_undone(db):
    rows = (Row(party="Ådalen", summary="Et ønske"), Row(party="Bakken", summary="Samme", echo_of=0))
    id = imports.create(db, ME, "Plan", Reading(rows=rows))
    source, echo = stored.of(db, id)
    removed = points.remove(db, ME, echo.id, echo.version)
    db.execute("pragma foreign_keys = off")
    db["echo"].insert(
        {"hearing_id": id, "point_id": source.id, "source_id": echo.id, "printing": Printing.HEARING.value}
    )
    with pytest.raises(Refused, match="er ændret siden"):
        undo.undo(db, ME, removed)


def test_a_merger_of_a_source_says_for_how_many_others_it_is(client, db, hearing_id):
    linking.confirm(db, ME, 3, 1, 2)
    linking.confirm(db, ME, 5, 1, 1)
    sent = {**filled(client.get("/points/1").text, "/points/1"), "csrf_token": "token"}
    answer = client.post("/points/1/merger", data=sent, follow_redirects=True)
    assert "Det gælder også 2 andre, der følger den." in words(answer.text)
