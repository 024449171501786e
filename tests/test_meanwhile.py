"""What others have done meanwhile with two points: nobody overwrites it, and who comes second is told."""

from threading import Barrier, Thread

import pytest

from hearing.casework import earlier, echoes, imports, points, undo, verdicts
from hearing.casework.refusal import Refused
from hearing.enums import Remaining, VerdictKind
from hearing.records import By
from hearing.store import connection
from hearing.store import echoes as links
from hearing.store import points as stored
from hearing.store import verdicts as judged
from tests import world
from tests.dump import dump
from tests.pages import words

ME, COLLEAGUE = By("abc"), By("mkh")
ACCESS, GOAL, PHONE, SAME, BENCH = 1, 2, 3, 4, 5
"""The points of the named world: SAME came as an echo of PHONE."""


def _confirm(db, id: int, source_id: int) -> int | None:
    return _confirm_by(db, ME, id, source_id)


def test_a_verdict_holds_until_it_is_taken_back_or_the_pair_is_linked(db, hearing_id):
    verdicts.reject(db, ME, PHONE, GOAL)
    for verb in (verdicts.reject, verdicts.keep, _confirm_by, _copy_by):
        with pytest.raises(Refused, match="abc har allerede afgjort det om .*: Ikke det samme."):
            verb(db, COLLEAGUE, GOAL, PHONE)
    with pytest.raises(Refused, match="abc har allerede afgjort det om .*: Ikke det samme."):
        verdicts.reconsider(db, COLLEAGUE, GOAL, PHONE, VerdictKind.REFERENCE)
    verdicts.reconsider(db, ME, PHONE, GOAL, VerdictKind.REJECTED)
    with pytest.raises(Refused, match="allerede taget tilbage"):
        verdicts.reconsider(db, COLLEAGUE, GOAL, PHONE, VerdictKind.REJECTED)
    verdicts.keep(db, ME, GOAL, PHONE)
    [verdict] = judged.of(db, hearing_id)
    assert (verdict.one_id, verdict.other_id, verdict.kind) == (GOAL, PHONE, VerdictKind.REFERENCE)
    verdicts.reconsider(db, ME, PHONE, GOAL, VerdictKind.REFERENCE)
    _confirm(db, PHONE, GOAL)
    with pytest.raises(Refused, match="Samme håndtering"):
        verdicts.reject(db, COLLEAGUE, GOAL, PHONE)
    assert judged.of(db, hearing_id) == []


def _confirm_by(db, by, id, source_id):
    return echoes.confirm(db, by, id, stored.find(db, id).version, source_id)


def _copy_by(db, by, id, source_id):
    return echoes.copy(db, by, id, stored.find(db, id).version, source_id)


@pytest.mark.parametrize("verb", [echoes.confirm, echoes.copy])
def test_a_handling_that_nobody_saw_is_not_taken_over(db, hearing_id, verb):
    points.change(db, COLLEAGUE, GOAL, 1, comment="Alt er anderledes nu.", marks=())
    with pytest.raises(Refused, match="mkh har rettet »Søndervang Kommune, bemærkning b« i mellemtiden"):
        verb(db, ME, PHONE, 1, GOAL, 1)
    verb(db, ME, PHONE, 1, GOAL, 2)
    assert stored.find(db, PHONE).comment == "Alt er anderledes nu."


def test_of_a_whole_group_nobody_takes_over_what_was_not_seen_but_what_the_group_itself_brought(db, hearing_id):
    points.change(db, COLLEAGUE, GOAL, 1, note="Ring til kommunen")
    before = dump(db)
    with pytest.raises(Refused, match="mkh har rettet"):
        echoes.confirm_many(db, ME, [(PHONE, 1, GOAL, 1), (ACCESS, 1, GOAL, 1)])
    assert dump(db) == before
    # The first pair gives the unhandled source a handling, and so another version.
    echoes.confirm_many(db, ME, [(PHONE, 1, BENCH, 1), (ACCESS, 1, BENCH, 1)])
    assert stored.find(db, ACCESS).comment == stored.find(db, BENCH).comment == world.ROWS[2].comment


def test_a_point_is_not_linked_by_way_of_another_to_one_that_it_was_told_apart_from(db, hearing_id):
    _confirm(db, PHONE, GOAL)
    verdicts.reject(db, COLLEAGUE, BENCH, GOAL)
    with pytest.raises(Refused, match="mkh har allerede afgjort det om .*Bente Holm.*: Ikke det samme."):
        _confirm(db, BENCH, PHONE)
    _confirm(db, ACCESS, BENCH)
    with pytest.raises(Refused, match="mkh har allerede afgjort det"):
        _confirm(db, GOAL, ACCESS)


def test_what_was_said_of_a_pair_gives_way_where_the_pair_comes_to_be_linked(db, hearing_id):
    for id in (PHONE, BENCH, ACCESS):
        _confirm(db, id, GOAL)
    echoes.leave(db, ME, ACCESS, stored.find(db, ACCESS).version)
    echoes.leave(db, ME, BENCH, stored.find(db, BENCH).version)
    for id in (ACCESS, BENCH):
        verdicts.reconsider(db, ME, id, GOAL, VerdictKind.APART)
    verdicts.reject(db, ME, BENCH, PHONE)
    verdicts.reject(db, ME, ACCESS, PHONE)
    _confirm(db, BENCH, GOAL)
    _confirm(db, ACCESS, GOAL)
    event = echoes.make_source(db, ME, PHONE, stored.find(db, PHONE).version)
    assert judged.of(db, hearing_id) == []
    undo.undo(db, ME, event)
    assert len(judged.of(db, hearing_id)) == 2
    points.remove(db, ME, GOAL, stored.find(db, GOAL).version, Remaining.FIRST)
    assert links.links(db, hearing_id) == {PHONE: ACCESS, SAME: PHONE, BENCH: ACCESS}
    assert [(verdict.one_id, verdict.other_id) for verdict in judged.of(db, hearing_id)] == [(PHONE, BENCH)]


def test_who_is_taken_out_of_a_group_has_been_judged_until_that_is_taken_back(db, hearing_id):
    _confirm(db, PHONE, GOAL)
    _confirm(db, BENCH, GOAL)
    before = dump(db)
    event = echoes.leave(db, ME, PHONE, stored.find(db, PHONE).version)
    [verdict] = judged.of(db, hearing_id)
    assert (verdict.one_id, verdict.other_id, verdict.kind) == (GOAL, PHONE, VerdictKind.APART)
    for source_id in (GOAL, BENCH):
        with pytest.raises(Refused, match="abc har allerede afgjort det om .*: Taget ud af gruppen."):
            _confirm_by(db, COLLEAGUE, PHONE, source_id)
    undo.undo(db, ME, event)
    assert dump(db) == before
    echoes.leave(db, ME, PHONE, stored.find(db, PHONE).version)
    verdicts.reconsider(db, COLLEAGUE, PHONE, GOAL, VerdictKind.APART)
    _confirm(db, PHONE, GOAL)
    assert judged.of(db, hearing_id) == []


def test_what_was_said_of_a_source_holds_for_the_one_in_its_place(db, hearing_id):
    for id in (PHONE, BENCH):
        _confirm(db, id, GOAL)
    verdicts.reject(db, ME, ACCESS, GOAL)
    before = dump(db)
    event = points.remove(db, ME, GOAL, stored.find(db, GOAL).version, Remaining.FIRST)
    [verdict] = judged.of(db, hearing_id)
    assert (verdict.one_id, verdict.other_id, verdict.kind) == (ACCESS, PHONE, VerdictKind.REJECTED)
    undo.undo(db, ME, event)
    assert dump(db) == before
    points.remove(db, ME, GOAL, stored.find(db, GOAL).version, Remaining.ALONE)
    assert judged.of(db, hearing_id) == []


def test_what_was_changed_in_an_earlier_hearing_is_seen_before_it_is_copied(db, hearing_id):
    imports.create(db, ME, "Planen før", world.READING)
    then = stored.of(db, 2)[1].id
    points.change(db, COLLEAGUE, then, 1, comment="Alt var anderledes.", marks=())
    with pytest.raises(Refused, match="mkh har rettet"):
        earlier.copy(db, ME, BENCH, 1, then, 1)
    earlier.copy(db, ME, BENCH, 1, then, 2)
    assert stored.find(db, BENCH).comment == "Alt var anderledes."


def _post(client, address: str, **fields):
    return client.post(address, data={"csrf_token": "token", "once": "once", **fields})


@pytest.mark.parametrize("deed", ["confirm", "copy"])
def test_the_page_of_repetitions_sends_what_the_person_saw_of_both(client, db, hearing_id, deed):
    points.change(db, COLLEAGUE, GOAL, 1, comment="Alt er anderledes nu.", marks=())
    seen = {"one": GOAL, "one_version": 1, "other": PHONE, "other_version": 1, "source": GOAL}
    answer = _post(client, "/hearings/1/verdicts", deed=deed, **seen)
    assert "mkh har rettet »Søndervang Kommune, bemærkning b«" in words(client.get(answer.location).text)
    assert stored.find(db, PHONE).version == 1


def test_so_does_a_whole_group(client, db, hearing_id):
    points.change(db, COLLEAGUE, GOAL, 1, comment="Alt er anderledes nu.", marks=())
    seen = {"seen": f"{GOAL}:1 {PHONE}:1 {ACCESS}:1", "source": GOAL, "proposed": GOAL}
    seen["member"] = [PHONE, ACCESS]
    answer = _post(client, "/hearings/1/verdicts/family", **seen)
    assert "mkh har rettet »Søndervang Kommune, bemærkning b«" in words(client.get(answer.location).text)
    assert links.links(db, hearing_id) == {SAME: PHONE}


@pytest.mark.parametrize("deed", ["echo", "copy"])
def test_and_the_panel_which_is_shown_again(client, db, hearing_id, deed):
    points.change(db, COLLEAGUE, GOAL, 1, comment="Alt er anderledes nu.", marks=())
    answer = _post(client, f"/points/{PHONE}/{deed}", version=1, match=f"{GOAL}:1")
    assert answer.status_code == 409
    assert "mkh har rettet »Søndervang Kommune, bemærkning b«" in words(answer.text)
    assert _post(client, f"/points/{PHONE}/{deed}", version=1, match=f"{GOAL}:2", once="2").status_code == 303


@pytest.mark.parametrize("deed", ["echo", "copy", "rejection", "reference"])
def test_the_panel_overwrites_no_verdict(client, db, hearing_id, deed):
    verdicts.reject(db, COLLEAGUE, PHONE, GOAL)
    answer = _post(client, f"/points/{PHONE}/{deed}", version=1, match=f"{GOAL}:1")
    assert "mkh har allerede afgjort det om" in words(answer.text)
    [verdict] = judged.of(db, hearing_id)
    assert verdict.kind is VerdictKind.REJECTED


def test_the_panel_takes_back_only_what_it_showed(client, db, hearing_id):
    verdicts.reject(db, COLLEAGUE, PHONE, GOAL)
    address = f"/points/{PHONE}/reconsideration"
    answer = _post(client, f"{address}?said=reference", version=1, match=f"{GOAL}:1")
    assert "mkh har allerede afgjort det om" in words(answer.text)
    assert _post(client, f"{address}?said=rejected", version=1, match=f"{GOAL}:1", once="2").status_code == 303
    assert judged.of(db, hearing_id) == []


VERBS = {
    "confirm": lambda db, by: echoes.confirm(db, by, PHONE, 1, GOAL, 1),
    "turned": lambda db, by: echoes.confirm(db, by, GOAL, 1, PHONE, 1),
    "copy": lambda db, by: echoes.copy(db, by, PHONE, 1, GOAL, 1),
    "reject": lambda db, by: verdicts.reject(db, by, GOAL, PHONE),
    "keep": lambda db, by: verdicts.keep(db, by, PHONE, GOAL),
}


@pytest.mark.parametrize("first", VERBS)
@pytest.mark.parametrize("second", VERBS)
def test_of_two_who_decide_at_once_one_does_and_the_other_is_told(path, db, hearing_id, first, second):
    told, begin = [], Barrier(2)

    def decide(verb: str, by: By) -> None:
        own = connection.connect(path)
        begin.wait()
        try:
            VERBS[verb](own, by)
        except Refused as refusal:
            told.append(str(refusal))
        own.conn.close()

    people = [Thread(target=decide, args=(verb, by)) for verb, by in ((first, ME), (second, COLLEAGUE))]
    for person in people:
        person.start()
    for person in people:
        person.join()
    [event] = db.execute("select by from event where verb <> 'hearing.import'").fetchall()
    [sentence] = told
    assert sentence.startswith(f"{event[0]} har allerede afgjort det om ")
    assert (GOAL in links.links(db, hearing_id)) + (PHONE in links.links(db, hearing_id)) + len(
        judged.of(db, hearing_id)
    ) == 1
