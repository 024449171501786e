"""An answer that only points at another point: it takes no other's place, and nobody is sent round in a ring."""

import pytest
from click.testing import CliRunner

from hearing.casework import echoes, points, undo
from hearing.casework.refusal import Refused
from hearing.cli import main
from hearing.records import By
from hearing.store import echoes as links
from hearing.store import points as stored
from hearing.web import comments
from tests.dump import dump
from tests.pages import words

ME = By("abc")
ACCESS, GOAL, PHONE, SAME, BENCH = 1, 2, 3, 4, 5
TO_ACCESS, TO_GOAL, TO_PHONE = "[[Søndervang Kommune a]]", "[[Søndervang Kommune b]]", "[[PR a]]"


@pytest.fixture(autouse=True)
def _world(hearing_id):
    """The named world, in every test."""


def _answer(db, id: int, typed: str, **more) -> None:
    said = comments.read(db, 1, typed, "")
    fields = {"comment": said.text, "marks": said.marks, "mentions": said.mentions, **more}
    points.change(db, ME, id, stored.find(db, id).version, **fields)


def _confirm(db, id: int, source_id: int) -> int | None:
    return echoes.confirm(db, ME, id, stored.find(db, id).version, source_id)


def _comment(db, id: int) -> tuple[str, tuple]:
    point = stored.find(db, id)
    return point.comment, tuple(point.comment[start:end] for start, end in point.marks)


def test_an_answer_that_only_points_at_a_point_takes_no_place_of_its_answer(db):
    _answer(db, ACCESS, f"Se {TO_GOAL}.")
    before = dump(db)
    with pytest.raises(Refused) as refused:
        _confirm(db, GOAL, ACCESS)
    assert str(refused.value) == (
        "Svaret på »Søndervang Kommune, bemærkning a« er kun en henvisning til »Søndervang Kommune, bemærkning b«."
        " Vælg »Søndervang Kommune, bemærkning b« som den oprindelige."
    )
    assert dump(db) == before
    _confirm(db, ACCESS, GOAL)
    assert _comment(db, ACCESS) == _comment(db, GOAL)
    assert _comment(db, GOAL)[1] == ("Alle borgere kontaktes inden for tre dage.",)


def test_it_takes_no_place_of_a_whole_group_whichever_of_it_is_mentioned(db):
    _confirm(db, BENCH, GOAL)
    _answer(db, PHONE, "Svaret står ved [[Bente Holm]].".replace("Svaret står", "Se svaret"))
    with pytest.raises(Refused, match="henvisning til »Bente Holm«. Vælg »Søndervang Kommune, bemærkning b«"):
        _confirm(db, GOAL, PHONE)
    with pytest.raises(Refused, match="Vælg »Søndervang Kommune, bemærkning b«"):
        echoes.confirm_many(db, ME, [(GOAL, stored.find(db, GOAL).version, PHONE, None)])


def test_answers_that_point_at_each_other_are_no_answer_either_way(db):
    _answer(db, ACCESS, f"Se {TO_PHONE}.")
    _answer(db, PHONE, f"Se {TO_ACCESS}.")
    for one, other in [(ACCESS, PHONE), (PHONE, ACCESS)]:
        with pytest.raises(Refused, match="henviser kun til hinanden. Skriv svaret ved en af dem først."):
            _confirm(db, one, other)


def test_what_only_points_at_a_follower_leaves_an_answer_that_says_more(db):
    _answer(db, ACCESS, f"**Nyt i maj.** Se også {TO_PHONE}. Derefter evalueres det, jf. {TO_GOAL}.")
    event = _confirm(db, PHONE, ACCESS)
    said = "Nyt i maj. Derefter evalueres det, jf. Søndervang Kommune, bemærkning b.", ("Nyt i maj.",)
    assert _comment(db, ACCESS) == _comment(db, PHONE) == said
    assert [id for *_, id in stored.find(db, PHONE).mentions] == [GOAL]
    undo.undo(db, ME, event)
    assert "Se også PR, bemærkning a." in _comment(db, ACCESS)[0]
    assert _comment(db, PHONE)[0] == "Målingen findes allerede."


def test_an_answer_that_needs_the_name_of_its_follower_is_for_a_person(db):
    _answer(db, ACCESS, f"Som {TO_PHONE} skriver, måles det i dag.")
    with pytest.raises(Refused, match="Vælg »PR, bemærkning a« som den oprindelige, eller ret kommentaren først."):
        _confirm(db, PHONE, ACCESS)
    _answer(db, PHONE, f"Det måles, som det også ses ved {TO_ACCESS} i dag.")
    with pytest.raises(Refused, match="henvise hertil. Ret kommentaren først."):
        _confirm(db, PHONE, ACCESS)


def test_a_group_without_an_answer_takes_over_none_that_points_at_itself(db):
    _answer(db, PHONE, f"Se {TO_GOAL}.")
    _answer(db, GOAL, "", decision_id=None)
    _confirm(db, PHONE, GOAL)
    for id in (GOAL, PHONE):
        assert (stored.find(db, id).comment, stored.find(db, id).decision_id) == (
            "",
            stored.find(db, PHONE).decision_id,
        )
    assert stored.find(db, GOAL).decision_id


def test_a_member_that_becomes_the_source_is_not_sent_to_itself(db):
    _confirm(db, BENCH, PHONE)
    _answer(db, PHONE, "Målingen findes. Se også [[Bente Holm]].")
    echoes.make_source(db, ME, BENCH, stored.find(db, BENCH).version)
    assert links.of_point(db, PHONE).source_id == BENCH
    assert _comment(db, BENCH) == _comment(db, PHONE) == ("Målingen findes.", ())


def test_who_goes_its_own_way_and_is_pointed_at_does_not_follow_again(db):
    _confirm(db, BENCH, PHONE)
    echoes.deviate(
        db, ME, BENCH, stored.find(db, BENCH).version, "Bænken er en anden sag.", comment="Der kommer en."
    )
    _answer(db, PHONE, "Se [[Bente Holm]].")
    with pytest.raises(Refused, match="er kun en henvisning til »Bente Holm«"):
        echoes.follow(db, ME, BENCH, stored.find(db, BENCH).version)


def _told(client) -> list[str]:
    pages_ = [words(client.get(address).text) for address in ("/hearings/1", "/hearings/1/documents")]
    return ["henviser i ring eller til en bemærkning, der selv kun henviser videre" in page for page in pages_]


@pytest.mark.parametrize(
    "answers",
    [
        {ACCESS: f"Se {TO_PHONE}.", PHONE: f"Se {TO_ACCESS}."},
        {ACCESS: f"Se {TO_PHONE}.", PHONE: f"Se {TO_GOAL}."},
        {PHONE: "Måles i dag. Se også [[Ældresagens lokalråd]]."},
    ],
)
def test_answers_that_lead_nowhere_are_told_of_before_publishing(client, db, answers):
    assert _told(client) == [False, False]
    for id, typed in answers.items():
        _answer(db, id, typed)
    assert _told(client) == [True, True]


def test_two_answers_that_each_say_something_may_name_each_other(client, db):
    _answer(db, ACCESS, f"Åbnes i maj. Se også {TO_PHONE}.")
    _answer(db, PHONE, f"Måles i dag. Se også {TO_ACCESS}.")
    _answer(db, BENCH, f"Se {TO_GOAL}.")
    assert _told(client) == [False, False]


def test_an_answer_that_names_its_own_follower_is_told_of_by_the_export_command(client, db, path, tmp_path):
    _confirm(db, BENCH, GOAL)
    _answer(db, GOAL, "Målet indføres. Se også [[Bente Holm]].")
    assert _told(client) == [True, True]
    file = str(tmp_path / "table.json")
    done = CliRunner().invoke(main, ["--db", str(path), "export", "handling-table", "1", "-o", file])
    assert "1 kommentar henviser i ring eller til en, der selv kun henviser videre" in done.stderr
