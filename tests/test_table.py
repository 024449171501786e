"""The table on the screen: every row in its place, filters that combine, search, pages, and the way to a row."""

import json
import sqlite3
from contextlib import suppress
from dataclasses import replace
from urllib.parse import unquote

import pytest

from hearing import report
from hearing.casework import imports, points
from hearing.casework import parties as casework
from hearing.enums import Meaning
from hearing.intake.rows import Reading, Row
from hearing.store import connection, parties, table
from tests import world
from tests.conftest import ME
from tests.pages import filled, words


@pytest.fixture
def url(hearing_id):
    """The table's address."""
    return f"/hearings/{hearing_id}/points"


def _has(page: str, *summaries: str) -> bool:
    text = words(page)
    return all(summary in text for summary in summaries)


OPENING, FOLLOW_UP, WAITING, ECHO, BENCH = (row.summary[:30] for row in world.ROWS if not row.silent)


def test_every_row_stands_there_in_table_order_the_silent_too(client, url):
    text = words(client.get(url).text)
    places = [
        text.index(part) for part in (OPENING, FOLLOW_UP, WAITING, ECHO, "Ærøholm Hospital Der er ikke", BENCH)
    ]
    assert places == sorted(places)


def test_a_filter_leaves_the_others_out_and_the_silent_parties_too(client, url, db, hearing_id):
    theme = next(theme for theme in table.vocabulary(db, hearing_id).themes.values() if "Kvalitet" in theme.name)
    page = client.get(url, query_string={"theme": theme.id}).text
    assert _has(page, FOLLOW_UP)
    assert not _has(page, OPENING)
    assert "fremsendt" not in words(page)
    assert "Tema: Kvalitet i forløbene" in words(page)


def test_filters_combine_and_choices_of_one_add_up(client, url, db, hearing_id):
    known = table.vocabulary(db, hearing_id)
    access, quality = known.themes
    municipality = next(iter(known.parties))
    both = client.get(url, query_string={"theme": [access, quality], "party": municipality}).text
    assert _has(both, OPENING, FOLLOW_UP)
    assert not _has(both, WAITING)
    one = client.get(url, query_string={"theme": quality, "party": municipality}).text
    assert not _has(one, OPENING)


def test_a_count_says_what_the_choice_would_bring_given_the_other_filters(client, url, db, hearing_id):
    known = table.vocabulary(db, hearing_id)
    access, _ = known.themes
    text = words(client.get(url, query_string={"theme": access}).text)
    # Its own facet is counted without itself, the others with it.
    assert "Kvalitet i forløbene 1" in text
    assert "Søndervang Kommune 1" in text
    assert "Uden tema 1" in text


def test_an_echo_is_filtered_by_the_decision_of_its_source_and_links_to_it(client, url, db, hearing_id):
    known = table.vocabulary(db, hearing_id)
    no_change = next(id for id, decision in known.decisions.items() if decision.meaning is Meaning.NO_CHANGE)
    page = client.get(url, query_string={"decision": no_change}).text
    assert _has(page, WAITING, ECHO)
    assert not _has(page, OPENING)
    assert "Gentager PR a" in words(page)


def test_an_echo_of_an_echo_is_decided_as_the_first(db):
    rows = (
        *world.ROWS,
        Row(party="Ny part", label="a", summary="Samme som Ældresagen", decision="Samme håndtering", echo_of=3),
    )
    hearing_id = imports.create(db, ME, "Kæde", Reading(rows=rows))
    decided = {row[0]: row[4] for row in table.outline(db, hearing_id)}
    assert list(decided.values())[-1] == list(decided.values())[2] is not None


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("kommunalbestyrelsens", BENCH),
        ("telefon", WAITING),
        ('"længere åbningstid"', OPENING),
        ("ÅBNINGSTID lægehus", OPENING),
    ],
)
def test_search_finds_and_marks(client, url, typed, found):
    page = client.get(url, query_string={"q": typed}).text
    assert _has(page, found)
    assert "<mark>" in page


def test_nothing_found_says_so_and_offers_the_way_back(client, url):
    text = words(client.get(url, query_string={"q": "kvantemekanik"}).text)
    assert "Ingen bemærkninger passer" in text
    assert "Vis hele tabellen" in text


@pytest.mark.parametrize("q", ['"', "*", "AND", "(", "stk. 2", "x" * 5000, "-", "NEAR(a)", "\x00", "^a", "a:b"])
def test_a_search_never_fails_whatever_is_typed(client, url, q):
    assert client.get(url, query_string={"q": q}).status_code == 200


def test_new_text_is_marked_in_words_too(client, url):
    page = client.get(url).text
    assert '<strong class="new">' in page
    assert "[ny tekst]" in page


def test_text_from_outside_stays_text(client, db):
    hostile = '<script>alert(1)</script> {{7*7}} "><img src=x>'
    row = Row(party=hostile, theme=hostile, label="a", summary=hostile, decision=hostile, comment=hostile)
    hearing_id = imports.create(db, ME, hostile, Reading(rows=(replace(row, excerpt=hostile, page=hostile),)))
    for query in ("", "?q=script", "?q=img"):
        page = client.get(f"/hearings/{hearing_id}/points{query}").text
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "{{7*7}}" in page


def test_fifty_rows_a_page_and_the_way_to_a_row_on_another(client, db):
    rows = tuple(Row(party=f"Part {n // 3}", label="abc"[n % 3], summary=f"Ønske nummer {n}.") for n in range(120))
    hearing_id = imports.create(db, ME, "Lang", Reading(rows=rows))
    first = client.get(f"/hearings/{hearing_id}/points").text
    assert first.count('<tr id="point-') == 50
    assert "Række 1–50 af 120" in words(first)
    last = table.outline(db, hearing_id)[-1][0]
    onward = client.get(f"/points/{last}/row")
    assert onward.location == f"/hearings/{hearing_id}/points?page=3#point-{last}"
    page = client.get(onward.location).text
    assert f'<tr id="point-{last}"' in page
    beyond = client.get(f"/hearings/{hearing_id}/points?page=99").text
    assert beyond.count('<tr id="point-') == 20


def test_a_row_is_found_although_a_colleague_removes_it_in_that_moment(client, db, path, hearing_id, monkeypatch):
    look = table.vocabulary
    colleague = connection.connect(path)
    colleague.execute("pragma busy_timeout = 0")

    def meanwhile(*asked):
        with suppress(sqlite3.OperationalError):
            points.remove(colleague, ME, 1, 1)
        return look(*asked)

    monkeypatch.setattr(table, "vocabulary", meanwhile)
    assert client.get("/points/1/row").location == f"/hearings/{hearing_id}/points#point-1"
    colleague.conn.close()


def test_sorted_as_danes_sort(client, db):
    names = ("Øby", "Aarhus", "Zoo", "Ærø", "alm", "Åby")
    rows = tuple(Row(party=name, summary=f"Ønske fra {name}.") for name in names)
    hearing_id = imports.create(db, ME, "Orden", Reading(rows=rows))
    text = words(client.get(f"/hearings/{hearing_id}/points?sort=party").text)
    order = sorted(names, key=lambda name: text.index(f"Ønske fra {name}."))
    assert order == ["alm", "Zoo", "Ærø", "Øby", "Åby", "Aarhus"] or order[:4] == ["alm", "Zoo", "Ærø", "Øby"]


def test_what_is_saved_is_seen_at_once(client, db, url, hearing_id):
    client.get(url)
    first = table.entries(db, [table.outline(db, hearing_id)[0][0]], table.vocabulary(db, hearing_id))[0].point
    points.change(db, ME, first.id, first.version, responsible="mkh")
    assert "mkh" in words(client.get(url, query_string={"responsible": "mkh"}).text)


def test_a_doubt_is_cleared_with_one_button_and_an_event(client, db):
    rows = (replace(world.ROWS[0], unsure="Grænsen mellem kommentar og citat er usikker."), world.ROWS[1])
    hearing_id = imports.create(db, ME, "Til eftersyn", Reading(rows=rows))
    address = f"/hearings/{hearing_id}/points?unsure=1"
    page = client.get(address).text
    assert "Grænsen mellem kommentar og citat er usikker." in words(page)
    assert not _has(page, FOLLOW_UP)
    id = table.outline(db, hearing_id)[0][0]
    action = f"/points/{id}/certainty"
    before = db.execute("select count(*) from event").fetchone()[0]
    answer = client.post(action, data=filled(page, action))
    assert answer.status_code == 303
    assert answer.location == f"{address}#point-{id}"
    assert "usikker" not in words(client.get(f"/hearings/{hearing_id}/points").text).casefold()
    assert db.execute("select count(*) from event").fetchone()[0] == before + 1


def test_til_implementering_has_what_is_to_be_implemented_and_what_repeats_it(client, db):
    rows = (*world.ROWS, Row(party="Ny", label="a", summary="Samme her", decision="Samme håndtering", echo_of=0))
    hearing_id = imports.create(db, ME, "Plan", Reading(rows=rows))
    assert f"/hearings/{hearing_id}/implementation" in client.get("/").text
    page = client.get(f"/hearings/{hearing_id}/implementation").text
    assert _has(page, OPENING, "Samme her", "Adgang og åbningstid 1 bemærkning")
    assert not _has(page, WAITING)


@pytest.mark.parametrize("query", ["?theme={theme}", "?meaning=no_change", "?q=telefon", "?silent=0"])
def test_the_buttons_hand_out_exactly_the_rows_that_are_shown(client, db, hearing_id, url, query):
    theme = next(iter(table.vocabulary(db, hearing_id).themes))
    query = query.format(theme=theme)
    page = client.get(url + query).text.replace("<mark>", "").replace("</mark>", "")
    assert f"/hearings/{hearing_id}/documents/docx{query}" in page
    document = json.loads(client.get(f"/hearings/{hearing_id}/documents/json{query}", buffered=True).data)
    assert len(document["rows"]) == page.count('<tr id="point-')
    assert all(row["summary"] in words(page) for row in document["rows"])


@pytest.mark.parametrize("kind", ["docx", "xlsx", "csv", "json"])
def test_a_document_comes_with_a_name_that_any_system_can_hold(client, db, kind):
    hearing_id = imports.create(db, ME, 'Plan 2027/28: "Ærø"', world.READING)
    answer = client.get(f"/hearings/{hearing_id}/documents/{kind}", buffered=True)
    assert answer.status_code == 200
    told = answer.headers["Content-Disposition"]
    assert told.startswith("attachment; ")
    assert f"filename*=UTF-8''H%C3%A5ndteringstabel%20%E2%80%93%20Plan%202027%2028%20%C3%86r%C3%B8.{kind}" in told
    assert int(answer.headers["Content-Length"]) == len(answer.data) > 0


def test_files_of_other_rows_or_in_another_order_have_other_names(client, db, hearing_id):
    theme = next(iter(table.vocabulary(db, hearing_id).themes))

    def name(query: str) -> str:
        answer = client.get(f"/hearings/{hearing_id}/documents/csv{query}", buffered=True)
        return unquote(answer.headers["Content-Disposition"].partition("UTF-8''")[2])

    whole = f"Håndteringstabel – {world.TITLE}"
    assert name("") == f"{whole}.csv"
    assert name(f"?theme={theme}&status=ny") == f"{whole} – Adgang og åbningstid, Ny.csv"
    assert name("?meaning=no_change&sort=theme") == f"{whole} – Ingen ændring – tema for tema.csv"
    assert name("?q=a/b") == f"{whole} – a b.csv"
    long = name("?" + "&".join(f"party={id}" for id in range(1, 6)) + "&q=telefon&sort=party")
    assert len(long) < 105 and long.endswith(" – part for part.csv")


def test_the_name_of_a_file_names_no_private_citizen(client, db, hearing_id):
    citizen = next(party for party in parties.of(db, hearing_id) if party.name == "Bente Holm")
    casework.change(db, ME, replace(citizen, kind_confirmed=True))
    for query in (f"?party={citizen.id}", "?q=Bente%20Holm"):
        answer = client.get(f"/hearings/{hearing_id}/documents/docx{query}", buffered=True)
        assert "Borger%201" in answer.headers["Content-Disposition"]
        assert "Bente" not in answer.headers["Content-Disposition"]


def test_the_table_says_what_its_rows_are(client, hearing_id, url):
    assert "Række 1–6 af 6: 5 bemærkninger og 1 høringspart uden svar" in words(client.get(url).text)
    assert "Række 1–5 af 5 " in words(client.get(f"{url}?silent=0").text)


def test_the_overview_says_what_waits_and_where(client, db, hearing_id):
    text = words(client.get(f"/hearings/{hearing_id}").text)
    assert "1 bemærkning mangler håndtering." in text
    assert "Afgør håndteringen" in text
    assert "1 part har ikke svaret" in text
    assert "4 af 5" in text


def test_the_front_page_shows_the_state_of_each_hearing(client, hearing_id):
    text = words(client.get("/").text)
    assert world.TITLE in text
    assert "Svar modtaget 4 af 5" in text
    assert "Bemærkninger håndteret 4 af 5" in text


def test_an_empty_program_offers_three_beginnings(client):
    text = words(client.get("/").text)
    assert "Her er ingen høringer endnu" in text
    for way in ("Start uden demonstration", "Indlæs håndteringstabel", "Indlæs demonstration"):
        assert way in text


def test_the_screen_the_filter_and_the_document_agree_on_the_repetition_of_a_repetition(db):
    rows = (*world.ROWS, Row("Fjordrådet", label="a", summary="Samme som Ældresagens lokalråd", echo_of=3))
    id = imports.create(db, ME, "Plan", Reading(rows))
    last = table.outline(db, id)[-1]
    [entry] = table.entries(db, [last[0]], table.vocabulary(db, id))
    line = list(report.load(db, id).lines)[-1]
    assert entry.decision == line.source.decision
    assert last[4] == entry.decision.id
    assert entry.meaning is line.meaning is Meaning.NO_CHANGE


def test_a_ring_of_repetitions_ends(db, hearing_id):
    db["echo"].delete_where()
    for point, source in ((1, 2), (2, 1)):
        db["echo"].insert({"hearing_id": hearing_id, "point_id": point, "source_id": source})
    db.execute("update point set decision_id = null")
    [entry] = table.entries(db, [1], table.vocabulary(db, hearing_id))
    assert entry.meaning is None
    assert next(iter(report.load(db, hearing_id).lines)).meaning is None
