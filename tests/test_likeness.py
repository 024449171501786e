"""Which points are alike follows the events: whoever writes, the answer is that of a new index."""

import json
import random
import re
import shutil
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import date

import pytest
from click.testing import CliRunner

from benchmarks._corpus import make
from hearing import cli, likeness
from hearing.casework import drafts, echoes, hearings, imports, parties, places, points, undo
from hearing.casework.refusal import Refused
from hearing.echoes import pieces
from hearing.echoes.pairs import SAME_TEXT, Match, Pair, Reason
from hearing.echoes.texts import Text
from hearing.enums import VerdictKind
from hearing.intake.rows import Reading, Row
from hearing.likeness import alike
from hearing.likeness import kept as kept_module
from hearing.likeness.filling import Filling
from hearing.likeness.shelf import Shelf, shelf
from hearing.records import Point
from hearing.store import backups, connection
from hearing.store import events as event_store
from hearing.store import hearings as hearing_store
from hearing.store import parties as party_store
from hearing.store import points as point_store
from hearing.store.transaction import Stale
from tests.conftest import ME
from tests.pages import filled

BUS = "Vi foreslår, at natbussen standser ved plejehjemmet på Kastanievej hver halve time."
BENCH = "Der mangler bænke og belysning langs stien ned til den gamle færgehavn."
SCHOOL = "Skolen ønsker en cykelsti adskilt fra kørebanen på hele strækningen mod Nørremark."
TREES = "Bevar de store lindetræer på torvet, også når pladsen får ny belægning."

ROWS = (
    Row(party="Kastanielund Beboerforening", label="a", summary="Natbus", excerpt=BUS),
    Row(
        party="Ældrerådet i Strandby",
        label="a",
        summary="Kollektiv trafik",
        excerpt=f"{BUS} Rådet deltager gerne i et møde om køreplanen.",
    ),
    Row(party="Ældrerådet i Strandby", label="b", summary="Bænke", excerpt=BENCH),
    Row(party="Nørremark Skole", label="a", summary="Cykelsti", excerpt=SCHOOL),
    Row(party="Træets Venner", label="a", summary="Lindetræer", excerpt=TREES),
)


@pytest.fixture
def hearing_id(db) -> int:
    """A small hearing in which one wish is raised twice."""
    return imports.create(db, ME, "Plan for Strandby", Reading(rows=ROWS))


class Plain:
    """An index without a history: what it says hangs on its texts alone, in whichever way they came."""

    def __init__(self, names=(), known=()):
        self.masked, self.texts = [*names, *known], {}

    def put(self, id, text):
        self.texts[id] = text

    def put_many(self, texts):
        self.texts.update(texts)

    def remove(self, id):
        self.texts.pop(id, None)

    def __contains__(self, id):
        return id in self.texts

    def family(self, id):
        return id

    def pairs_of(self, id, done):
        text = self.texts.get(id, Text())
        return [Pair(id, match.id, match.score, match.same_party) for match in self.matches(text, {id})]

    def matches(self, text, but=()):
        mine = self._words(text)
        found = [
            Match(id, 50 + len(mine & self._words(other)), text.party == other.party)
            for id, other in self.texts.items()
            if id not in but and len(mine & self._words(other)) > 4
        ]
        return sorted(found, key=lambda match: (-match.score, match.id))

    def _words(self, text):
        said = f"{text.summary} {text.excerpt}"
        for name in self.masked:
            said = said.replace(name, "")
        return set(said.split())


@pytest.fixture
def plain(monkeypatch):
    """Indexes that can be compared with one that was made just now."""
    monkeypatch.setattr(alike, "Index", Plain)


def _pairs(db, hearing_id) -> set[tuple[int, int]]:
    return {(pair.a, pair.b) for pair in likeness.suggestions(db, hearing_id)}


def _anew(db, hearing_id) -> dict[int, tuple]:
    """What every point is like, by an index that was made just now."""
    filling = Filling.begin(db, hearing_id)
    for turn in filling.turns(db):
        turn()
    return {
        point.id: tuple(filling.alike.matches(Text(point.summary, point.excerpt, point.party_id), point.id))
        for point in point_store.of(db, hearing_id)
    }


def _held(db, hearing_id) -> dict[int, tuple]:
    return {point.id: tuple(likeness.of_point(db, point.id)) for point in point_store.of(db, hearing_id)}


def _change(db, id, **fields):
    return points.change(db, ME, id, point_store.find(db, id).version, **fields)


def test_a_wish_raised_twice_is_found_from_both_sides_and_suggested_once(db, hearing_id):
    (match,) = likeness.of_point(db, 1)
    assert (match.id, match.score >= SAME_TEXT) == (2, True)
    assert [match.id for match in likeness.of_point(db, 2)] == [1]
    assert _pairs(db, hearing_id) == {(1, 2)}


def test_a_text_that_is_typed_is_compared_as_it_stands(db, hearing_id):
    assert likeness.of_point(db, 4) == []
    assert [match.id for match in likeness.of_point(db, 4, Text("Lindetræer", TREES))] == [5]
    assert [match.id for match in likeness.of_text(db, hearing_id, Text("", BENCH))] == [3]


def test_the_same_wish_in_other_words_is_hinted_at_and_follows_an_edit(db, hearing_id):
    text = Text("Flere bænke og mere belysning på stien ved havnen", "", None)
    stored = next(point for point in point_store.of(db, hearing_id) if point.excerpt == BENCH)
    assert likeness.hints(db, hearing_id, text)[0].id == stored.id
    assert stored.id not in {match.id for match in likeness.hints(db, hearing_id, text, {stored.id})}
    points.change(db, ME, stored.id, stored.version, summary="Svømmehal", excerpt="Billetterne er for dyre.")
    assert stored.id not in {match.id for match in likeness.hints(db, hearing_id, text)}


def test_a_point_that_is_gone_is_like_nothing(db, hearing_id):
    points.remove(db, ME, 1, 1)
    assert likeness.of_point(db, 1) == []
    assert likeness.of_point(db, 2) == []


def test_what_another_process_writes_is_seen(db, path, hearing_id, plain):
    assert _pairs(db, hearing_id) == {(1, 2)}
    program = (
        "import sys; from hearing.casework import points; from hearing.records import By;"
        "from hearing.store import connection;"
        f"points.change(connection.connect(sys.argv[1]), By('xyz'), 4, 1, excerpt={TREES!r})"
    )
    subprocess.run([sys.executable, "-c", program, str(path)], check=True)
    assert _pairs(db, hearing_id) == {(1, 2), (4, 5)}
    assert _held(db, hearing_id) == _anew(db, hearing_id)


def test_an_edit_is_followed_and_its_undo_too(db, hearing_id):
    assert _pairs(db, hearing_id) == {(1, 2)}
    event = _change(db, 2, excerpt="Noget helt andet om parkering bag stationen.")
    assert _pairs(db, hearing_id) == set()
    undo.undo(db, ME, event)
    assert _pairs(db, hearing_id) == {(1, 2)}


def test_a_new_name_of_a_party_is_masked(db, hearing_id, plain):
    name = "Samrådet for fjordens små havne, broer og bådelaug"
    _change(db, 3, summary="", excerpt=name)
    _change(db, 4, summary="", excerpt=name)
    assert (3, 4) in _pairs(db, hearing_id)
    parties.change(db, ME, replace(party_store.of(db, hearing_id)[0], short_name=name))
    assert (3, 4) not in _pairs(db, hearing_id)
    assert _held(db, hearing_id) == _anew(db, hearing_id)


def test_what_the_plan_says_makes_no_echo(db, hearing_id):
    assert _pairs(db, hearing_id) == {(1, 2)}
    drafts.add(db, ME, hearing_id, f"Indledning. {BUS} Slut.")
    assert (1, 2) not in _pairs(db, hearing_id)
    drafts.remove(db, ME, hearing_id, 1)
    assert _pairs(db, hearing_id) == {(1, 2)}


def test_a_restored_backup_and_an_older_one_are_read_anew(db, path, hearing_id, tmp_path):
    backups.copy(path, tmp_path / "kopi.db")
    _change(db, 4, excerpt=TREES)
    assert _pairs(db, hearing_id) == {(1, 2), (4, 5)}
    backups.copy(tmp_path / "kopi.db", path)
    assert _pairs(db, hearing_id) == {(1, 2)}
    # As many events as before, the last of them another.
    _change(db, 4, excerpt=BENCH)
    assert _pairs(db, hearing_id) == {(1, 2), (3, 4)}


def test_two_databases_do_not_know_of_each_other(db, path, hearing_id, tmp_path):
    shutil.copy(path, tmp_path / "other.db")
    other = connection.connect(tmp_path / "other.db")
    _change(other, 4, excerpt=TREES)
    assert (_pairs(db, hearing_id), _pairs(other, hearing_id)) == ({(1, 2)}, {(1, 2), (4, 5)})
    other.conn.close()


def test_a_page_that_looks_at_an_older_moment_does_not_have_everything_read_anew(
    db, path, hearing_id, monkeypatch
):
    reader = connection.connect(path)
    # The rollback journal lets nobody write beside a reader; what a reader of a WAL database sees is played here.
    older = event_store.mark(db, hearing_id)
    _change(db, 4, excerpt=TREES)
    assert (4, 5) in _pairs(db, hearing_id)
    made = []
    monkeypatch.setattr(Filling, "begin", classmethod(lambda cls, *_: made.append(1)))
    real, knows = event_store.mark, event_store.knows
    monkeypatch.setattr(event_store, "mark", lambda asked, id: older if asked is reader else real(asked, id))
    monkeypatch.setattr(
        event_store, "knows", lambda asked, mark: knows(asked, mark) and (asked is not reader or mark <= older)
    )
    assert [match.id for match in likeness.of_point(reader, 4)] == [5]
    assert made == []
    reader.conn.close()


def _edit(db, hearing_id, chance):
    text = chance.choice([BUS, BENCH, SCHOOL, TREES, "Ingen bemærkninger til dette."])
    _change(db, _some(db, hearing_id, chance).id, excerpt=text, theme_name=f"Tema {chance.random()}")


def _add(db, hearing_id, chance):
    near = _some(db, hearing_id, chance)
    places.add(db, ME, Point(0, hearing_id, near.party_id, None, 0, summary=chance.choice([BUS, TREES])), near.id)


def _remove(db, hearing_id, chance):
    point = _some(db, hearing_id, chance)
    points.remove(db, ME, point.id, point.version)


def _move(db, hearing_id, chance):
    point = _some(db, hearing_id, chance)
    other = chance.choice(party_store.of(db, hearing_id))
    places.move(db, ME, point.id, point.version, other.id, None)


def _undo(db, hearing_id, chance):
    ids = [id for (id,) in db.execute("select id from event where hearing_id = ? order by id", [hearing_id])]
    undo.undo(db, ME, chance.choice(ids[1:][-4:]))


def _some(db, hearing_id, chance):
    return chance.choice(point_store.of(db, hearing_id))


@pytest.mark.parametrize("start", range(3))
def test_after_any_verbs_what_is_held_is_what_a_new_index_says(db, path, hearing_id, start, plain):
    chance = random.Random(start)
    others = connection.connect(path)
    likeness.suggestions(db, hearing_id)
    for _ in range(40):
        verb = chance.choice([_edit, _edit, _add, _remove, _move, _undo])
        try:
            verb(chance.choice([db, others]), hearing_id, chance)
        except (Refused, Stale, IndexError):
            continue
        assert _held(db, hearing_id) == _anew(db, hearing_id), verb
    others.conn.close()


def test_a_judged_pair_is_not_suggested_and_still_shown_at_its_point(db, hearing_id):
    values = {"hearing_id": hearing_id, "one_id": 1, "other_id": 2, "kind": VerdictKind.REJECTED.value}
    db["verdict"].insert(values)
    assert _pairs(db, hearing_id) == set()
    assert [match.id for match in likeness.of_point(db, 1)] == [2]


def test_points_of_one_group_are_not_suggested(db, hearing_id):
    _change(db, 4, excerpt=BUS)
    assert _pairs(db, hearing_id) == {(1, 2), (1, 4), (2, 4)}
    for point_id in (2, 4):
        echoes.confirm(db, ME, point_id, point_store.find(db, point_id).version, 1)
    assert _pairs(db, hearing_id) == set()


@pytest.fixture
def background(monkeypatch):
    """Every hearing is large enough to be filled in the background."""
    monkeypatch.setattr(kept_module, "AT_ONCE", 0)


def _wait(db, hearing_id) -> None:
    _until(lambda: likeness.state(db, hearing_id).ready)


def _until(happened) -> None:
    for _ in range(2000):
        if happened():
            return
        threading.Event().wait(0.005)
    raise AssertionError("the background does not get ready")


def test_a_large_hearing_is_filled_in_the_background_with_progress(db, hearing_id, background, plain):
    first = likeness.state(db, hearing_id)
    assert (first.total, first.ready) == (5, False)
    _wait(db, hearing_id)
    assert likeness.state(db, hearing_id).done == 5
    assert _pairs(db, hearing_id) == {(1, 2)}
    assert _held(db, hearing_id) == _anew(db, hearing_id)


def test_after_many_edits_it_is_filled_anew_while_the_old_one_answers(db, hearing_id, monkeypatch):
    monkeypatch.setattr(sys.modules["hearing.likeness.filling"], "_EDITED", 3)
    assert _pairs(db, hearing_id) == {(1, 2)}
    old = shelf.of(db, hearing_id)._now
    for n in range(3):
        _change(db, 4, excerpt=f"{TREES} {n}")
        assert _pairs(db, hearing_id) == {(1, 2), (4, 5)}
    with kept_module._ONE_AT_A_TIME:
        _change(db, 4, excerpt=SCHOOL)
        for _ in range(2):
            assert (_pairs(db, hearing_id), shelf.of(db, hearing_id)._now) == ({(1, 2)}, old)
        _change(db, 3, excerpt=SCHOOL)
        assert _pairs(db, hearing_id) == {(1, 2), (3, 4)}
    for _ in range(2000):
        assert _pairs(db, hearing_id) == {(1, 2), (3, 4)}
        if shelf.of(db, hearing_id)._now is not old:
            assert _held(db, hearing_id) == _anew(db, hearing_id)
            return
        threading.Event().wait(0.005)
    raise AssertionError("it is not filled anew")


def test_what_is_saved_while_the_background_works_is_in_the_answer(db, hearing_id, background, monkeypatch, plain):
    goes_on = threading.Event()
    read = point_store.among

    def slowly(asked, ids):
        rows = read(asked, ids)
        goes_on.wait(10)
        return rows

    monkeypatch.setattr(
        point_store, "among", lambda asked, ids: slowly(asked, ids) if asked is not db else read(asked, ids)
    )
    assert not likeness.state(db, hearing_id).ready
    _change(db, 4, excerpt=TREES)
    points.remove(db, ME, 3, 1)
    assert not likeness.state(db, hearing_id).ready
    goes_on.set()
    _wait(db, hearing_id)
    assert _pairs(db, hearing_id) == {(1, 2), (4, 5)}
    assert _held(db, hearing_id) == _anew(db, hearing_id)


def test_many_threads_make_one_index(db, path, hearing_id, monkeypatch):
    made, begin = [], Filling.begin.__func__

    def counted(cls, *args):
        made.append(1)
        return begin(cls, *args)

    monkeypatch.setattr(Filling, "begin", classmethod(counted))
    answers, together = [], threading.Barrier(8)

    def ask():
        own = connection.connect(path)
        together.wait()
        answers.append([match.id for match in likeness.of_point(own, 1)])
        own.conn.close()

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (answers, len(made)) == ([[2]] * 8, 1)


def test_hearings_not_used_for_longest_make_room(db, hearing_id):
    ids = [hearing_id, *(imports.create(db, ME, f"Plan {n}", Reading(rows=ROWS)) for n in range(3))]
    kept = Shelf()
    kept.MOST_POINTS, kept.EMPTY = 12, 0
    for id in ids:
        kept.of(db, id).ask(db, lambda filling: None)
    assert kept.beside(db, ids[-1]) is kept.of(db, ids[-1])
    assert kept.beside(db, ids[0]) is None


def _earlier(db, title, **fields) -> int:
    id = imports.create(db, ME, title, Reading(rows=(replace(ROWS[0], comment=f"Svar i {title}."), *ROWS[1:])))
    hearing = hearing_store.find(db, id)
    hearings.change(db, ME, replace(hearing, **fields))
    return id


def test_an_earlier_hearing_of_the_authority_says_how_it_was_handled_then(db, hearing_id):
    hearings.change(db, ME, replace(hearing_store.find(db, hearing_id), authority="Strandby Kommune"))
    _earlier(db, "Plan 2019", authority="STRANDBY  KOMMUNE")
    _earlier(db, "Unavngiven plan", authority="")
    _earlier(db, "Naboens plan", authority="Vesterled Kommune")
    hearing = hearing_store.find(db, hearing_id)
    found = likeness.earlier(db, hearing, Text("Natbus", BUS))
    assert {(one.hearing.title, one.point.comment) for one in found} == {
        ("Plan 2019", "Svar i Plan 2019."),
        ("Unavngiven plan", "Svar i Unavngiven plan."),
    }
    assert likeness.earlier(db, hearing, Text("", "Noget om drikkevand og grundvandsboringer.")) == []


def test_a_removed_hearing_and_a_later_one_are_no_past(db, hearing_id):
    hearings.change(db, ME, replace(hearing_store.find(db, hearing_id), period_from=date(2024, 1, 1)))
    later = _earlier(db, "Plan 2028", period_from=date(2028, 1, 1))
    gone = hearing_store.find(db, _earlier(db, "Slettet plan"))
    hearings.remove(db, ME, gone.id, gone.version)
    assert later
    assert likeness.earlier(db, hearing_store.find(db, hearing_id), Text("Natbus", BUS)) == []


@pytest.mark.parametrize(
    ("dates", "is_past"),
    [
        ({"period_from": date(2023, 12, 31)}, True),
        # Two hearings that began on one day run beside each other: neither is the other's past.
        ({"period_from": date(2024, 1, 1)}, False),
        ({"period_from": date(2023, 6, 1), "period_to": date(2024, 5, 1)}, True),
        # Of a hearing whose beginning nobody has noted its end tells, against the other's end.
        ({"period_to": date(2024, 2, 20)}, True),
        ({"period_to": date(2024, 3, 2)}, False),
        ({}, True),
    ],
)
def test_earlier_means_earlier(db, hearing_id, dates, is_past):
    own = {"period_from": date(2024, 1, 1), "period_to": date(2024, 3, 1)}
    hearings.change(db, ME, replace(hearing_store.find(db, hearing_id), **own))
    other = _earlier(db, "Den anden plan", **dates)
    found = likeness.earlier(db, hearing_store.find(db, hearing_id), Text("Natbus", BUS))
    assert [one.hearing.id for one in found] == [other] * is_past


def test_of_many_earlier_hearings_the_newest_by_their_dates_are_asked(db, hearing_id, monkeypatch):
    monkeypatch.setattr(sys.modules["hearing.likeness.earlier"], "_HEARINGS", 1)
    newest = _earlier(db, "Plan 2019", period_from=date(2019, 1, 1))
    _earlier(db, "Plan 1998", period_from=date(1998, 1, 1))
    found = likeness.earlier(db, hearing_store.find(db, hearing_id), Text("Natbus", BUS))
    assert [one.hearing.id for one in found] == [newest]


def test_the_panel_shows_a_hint_closed_and_calls_it_one(client, db, hearing_id):
    stored = next(point for point in point_store.of(db, hearing_id) if point.excerpt == SCHOOL)
    wish = "Sæt belysningen op ved færgehavnens stier"
    points.change(db, ME, stored.id, stored.version, summary=wish, excerpt="")
    page = client.get(f"/points/{stored.id}").text
    assert 'class="near perhaps">Måske samme ønske<' in page
    hint = page[page.index('<details class="alike"') : page.index("near perhaps")]
    assert " open" not in hint


JOINS = "Vi tilslutter os Nørremark Skoles høringssvar om cykelstien."


def test_the_panel_says_why_a_point_that_is_alike_deviates_from_its_group(client, db, hearing_id):
    echoes.confirm(db, ME, 2, 1, 3)
    echoes.deviate(
        db, ME, 2, point_store.find(db, 2).version, "Kun for plejehjemmet", comment="Drøftes med driften."
    )
    assert "Afviger fra" in client.get("/points/1").text
    assert "Kun for plejehjemmet" in client.get("/points/1").text


def _references(db, hearing_id) -> set[tuple[int, int]]:
    pairs = likeness.suggestions(db, hearing_id)
    return {(pair.a, pair.b) for pair in pairs if pair.reason is Reason.REFERENCE}


def test_who_names_another_is_suggested_with_it_and_shown_at_both(db, hearing_id):
    _change(db, 5, excerpt=JOINS)
    assert _references(db, hearing_id) == {(4, 5)}
    assert [(match.id, match.reason) for match in likeness.of_point(db, 4)] == [(5, Reason.REFERENCE)]
    assert [(match.id, match.reason) for match in likeness.of_point(db, 5)] == [(4, Reason.REFERENCE)]


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        ("Se [[Ældrerådet i Strandby b]] om skolevejen.", False),
        ("Se Ældrerådet i Strandby, bemærkning b.", True),
        ("Samme håndtering som [[Ældrerådet i Strandby b]].", True),
    ],
)
def test_a_live_reference_in_a_comment_is_no_repetition_that_waits_for_a_person(
    client, db, hearing_id, typed, suggested
):
    _change(db, 5, summary="Noget andet.", excerpt="Havnen bør have flere bænke.")
    sent = filled(client.get("/points/5").text, "/points/5") | {"comment": typed}
    assert client.post("/points/5", data=sent).status_code == 303
    assert (_references(db, hearing_id) == {(3, 5)}) is suggested


def test_a_reference_is_found_while_it_is_typed_also_in_a_new_point(db, hearing_id):
    party_id = point_store.find(db, 5).party_id
    typed = Text("", "Samme kommentar som Ældrerådet i Strandby, bemærkning b", party_id)
    for own in (5, None):
        matches = likeness.of_text(db, hearing_id, typed, own)
        assert [(match.id, match.reason) for match in matches] == [(3, Reason.REFERENCE)]


def test_the_panel_says_that_a_point_refers_and_shows_what_the_other_says(client, db, hearing_id):
    _change(db, 5, summary="", excerpt=JOINS)
    page = client.get("/points/5").text
    assert 'class="near reference">Henviser<' in page
    assert '<p class="difference">Cykelsti</p>' in page


def test_a_pair_that_says_the_same_and_names_the_other_is_one_reference(db, hearing_id):
    _change(db, 5, excerpt=f"{JOINS} {SCHOOL}")
    (match,) = likeness.of_point(db, 5)
    assert (match.id, match.reason, match.nearness.label) == (4, Reason.REFERENCE, "Henviser")
    found = [pair for pair in likeness.suggestions(db, hearing_id) if (pair.a, pair.b) == (4, 5)]
    assert [pair.reason for pair in found] == [Reason.REFERENCE]


def test_two_points_that_only_name_others_are_not_alike_for_that(db):
    """ "Samme kommentar som X, litra a" and "... (litra b)" share their words and are two wishes."""
    named = "Samme kommentar som Ældrerådet i Strandby"
    rows = (
        *ROWS,
        *(Row(party=f"Lauget ved {n}. bro", label="a", summary=TREES, excerpt=SCHOOL) for n in range(30)),
        Row(party="Havnelauget", label="a", summary=f"{named}, litra a", echo_of=1),
        Row(party="Havnelauget", label="b", summary=f"{named} (litra b)", echo_of=2),
    )
    id = imports.create(db, ME, "En plan mere for Strandby", Reading(rows=rows))
    one, other = [point for point in point_store.of(db, id) if point.summary.startswith(named)]
    assert other.id not in {match.id for match in likeness.of_point(db, one.id)}
    held = shelf.of(db, id).ask(db, lambda filling: filling.alike.pairs())
    assert {one.id, other.id} not in [{pair.a, pair.b} for pair in held]


def test_a_reference_follows_the_letters_the_names_and_what_is_taken_out(db, hearing_id):
    _change(db, 5, excerpt="Samme kommentar som Ældrerådet i Strandby, bemærkning b")
    assert _references(db, hearing_id) == {(3, 5)}
    _change(db, 2, label="b")
    _change(db, 3, label="c")
    assert _references(db, hearing_id) == {(2, 5)}
    points.remove(db, ME, 2, point_store.find(db, 2).version)
    assert _references(db, hearing_id) == set()
    _change(db, 5, excerpt="Samme kommentar som STN a)")
    assert _references(db, hearing_id) == set()
    (school,) = [party for party in party_store.of(db, hearing_id) if party.name == "Nørremark Skole"]
    parties.change(db, ME, replace(school, short_name="STN"))
    assert _references(db, hearing_id) == {(4, 5)}


def test_an_answer_that_names_another_row_is_a_reference_and_is_followed(db, hearing_id):
    assert _references(db, hearing_id) == set()
    event = _change(db, 5, comment="Samme svar som ved Nørremark Skole, bemærkning a.")
    assert _references(db, hearing_id) == {(4, 5)}
    undo.undo(db, ME, event)
    assert _references(db, hearing_id) == set()


def test_a_text_that_cannot_be_compared_is_told_and_tried_again(db, hearing_id, client, monkeypatch, caplog):
    def broken(self, id):
        raise ArithmeticError("a text nobody has thought of")

    monkeypatch.setattr(alike.Alike, "compare", broken)
    for _ in range(2):
        state = likeness.state(db, hearing_id)
        assert (state.failed, state.ready) == (True, False)
    assert len(caplog.records) == 1
    assert "kunne ikke sammenlignes" in client.get(f"/hearings/{hearing_id}/echoes").text
    assert "kunne ikke sammenlignes" in client.get("/points/1").text
    monkeypatch.undo()
    _change(db, 4, page="3")
    assert _pairs(db, hearing_id) == {(1, 2)}
    assert "kunne ikke sammenlignes" not in client.get("/points/1").text


def test_what_goes_wrong_in_the_background_is_told_too(db, hearing_id, background, monkeypatch, caplog):
    compare = alike.Alike.compare

    def broken(self, id):
        raise ArithmeticError("a text nobody has thought of")

    monkeypatch.setattr(alike.Alike, "compare", broken)
    for _ in range(2000):
        if likeness.state(db, hearing_id).failed:
            break
        threading.Event().wait(0.005)
    assert likeness.state(db, hearing_id).failed
    assert "a text nobody has thought of" in caplog.text
    monkeypatch.setattr(kept_module, "_REST", 0)
    monkeypatch.setattr(alike.Alike, "compare", compare)
    _wait(db, hearing_id)
    assert _pairs(db, hearing_id) == {(1, 2)}


def test_the_first_who_is_given_hints_waits_for_no_point_to_be_measured(db, hearing_id, monkeypatch):
    # In a small one they are measured as their letters are compared.
    monkeypatch.setattr(alike, "_LOOKED_AT_TWICE", 0)
    _wait(db, hearing_id)
    measured, length = [], pieces.PieceSpread.length

    def noted(self, said):
        # What another hearing's background measures is not waited for.
        measured.append(threading.current_thread())
        return length(self, said)

    monkeypatch.setattr(pieces.PieceSpread, "length", noted)
    assert likeness.hints(db, hearing_id, Text("Belysning", "Sæt lys op langs stien ved færgehavnen."))
    assert threading.current_thread() not in measured


def test_many_earlier_hearings_are_read_in_the_background_and_nobody_waits(db, hearing_id, monkeypatch):
    monkeypatch.setattr(sys.modules["hearing.likeness.earlier"], "_AT_ONCE", 5)
    first, second = _earlier(db, "Plan 2015"), _earlier(db, "Plan 2019")
    hearing = hearing_store.find(db, hearing_id)
    assert {one.hearing.id for one in likeness.earlier(db, hearing, Text("", BUS))} == {second}
    _until(lambda: {one.hearing.id for one in likeness.earlier(db, hearing, Text("", BUS))} == {first, second})


@pytest.mark.parametrize("at_once", [0, 100])
def test_an_earlier_hearing_is_compared_first_when_somebody_opens_it(db, hearing_id, monkeypatch, at_once):
    monkeypatch.setattr(kept_module, "AT_ONCE", at_once)
    monkeypatch.setattr(sys.modules["hearing.likeness.earlier"], "_AT_ONCE", at_once)
    compared, compare = [], alike.Alike.compare
    monkeypatch.setattr(alike.Alike, "compare", lambda self, id: (compared.append(id), compare(self, id)))
    past = _earlier(db, "Plan 2015")
    hearing = hearing_store.find(db, hearing_id)
    _until(lambda: likeness.earlier_is_read(db, hearing))
    assert [one.hearing.id for one in likeness.earlier(db, hearing, Text("", BUS))] == [past]
    # Also once it has other names, so that it is read anew.
    parties.change(db, ME, replace(party_store.of(db, past)[0], short_name="KB"))
    likeness.earlier(db, hearing, Text("", BUS))
    _until(lambda: likeness.earlier_is_read(db, hearing))
    assert (compared, [one.hearing.id for one in likeness.earlier(db, hearing, Text("", BUS))]) == ([], [past])
    _wait(db, past)
    assert sorted(compared) == point_store.ids(db, past)
    assert [pair.score >= SAME_TEXT for pair in likeness.suggestions(db, past)] == [True]


@pytest.mark.slow
def test_what_the_command_line_has_imported_is_compared_while_people_work(
    client, db, path, tmp_path, background, monkeypatch
):
    file = tmp_path / "svar.json"
    texts = sorted(make(600, 5).texts, key=lambda made: made.party)
    rows = [{"party": f"Part {made.party}", "label": "a", "excerpt": made.text, "summary": ""} for made in texts]
    file.write_text(json.dumps({"rows": rows}), encoding="utf-8")
    run = CliRunner().invoke(cli.main, ["--db", str(path), "import", str(file), "--title", "Kystplan"])
    hearing_id = int(run.stdout.splitlines()[0])
    seen, saved = [], 0
    while (page := client.get(f"/hearings/{hearing_id}/echoes").text) and "data-comparing" in page:
        seen.append(int(re.search(r'<progress value="(\d+)" max="600"', page)[1]))
        assert "sammenlignes" in client.get(f"/points/{len(texts) - saved}").text
        _change(db, saved + 1, page=str(saved))
        saved += 1
    assert saved > 5
    assert (sorted(seen), len(set(seen)) > 5) == (seen, True)
    assert "Venter på afgørelse" in page
    assert len(_pairs(db, hearing_id)) > 100
