"""Points that repeat each other: linked, handled once, deviating, taken out, and what becomes of them."""

from dataclasses import replace
from threading import Barrier, Thread

import pytest

from hearing.casework import cuts, echoes, imports, places, points, responses, undo, verdicts
from hearing.casework.refusal import Refused
from hearing.enums import Printing, Remaining
from hearing.intake.rows import Reading, Row
from hearing.records import By
from hearing.store import connection, events
from hearing.store import echoes as links
from hearing.store import points as stored
from hearing.store.transaction import Stale
from tests import world
from tests.dump import dump
from tests.pages import filled, words

ME = By("abc")
ACCESS, GOAL, PHONE, SAME, BENCH = 1, 2, 3, 4, 5
"""The points of the named world: SAME came as an echo of PHONE."""


def _confirm(db, id: int, source_id: int) -> int | None:
    return echoes.confirm(db, ME, id, stored.find(db, id).version, source_id)


def _of(db, id: int) -> tuple:
    return (link := links.of_point(db, id)) and (link.source_id, link.printing, link.deviation)


def _handling(db, id: int) -> tuple:
    point = stored.find(db, id)
    return point.decision_id, point.decision_printed, point.comment, point.marks


def test_what_is_confirmed_is_handled_as_its_source_and_keeps_the_rest(db, hearing_id):
    before = stored.find(db, PHONE)
    event = events.find(db, _confirm(db, PHONE, GOAL))
    after = stored.find(db, PHONE)
    assert _handling(db, PHONE) == _handling(db, GOAL)
    assert replace(after, comment="", marks=(), decision_id=None, version=0) == replace(
        before, comment="", marks=(), decision_id=None, version=0
    )
    assert _of(db, PHONE) == (GOAL, Printing.HEARING, "")
    assert {(change.table, change.id) for change in event.changes} >= {("point", PHONE), ("echo", 2)}


def test_an_echo_of_an_echo_is_attached_to_the_source_and_brings_its_own_along(db, hearing_id):
    _confirm(db, BENCH, PHONE)
    _confirm(db, PHONE, GOAL)
    assert (_of(db, BENCH)[0], _handling(db, BENCH)) == (GOAL, _handling(db, GOAL))
    _confirm(db, ACCESS, BENCH)
    assert _of(db, ACCESS)[0] == GOAL


def test_an_imported_echo_names_what_its_text_names_until_a_person_confirms_it(db, hearing_id):
    _confirm(db, PHONE, GOAL)
    assert _of(db, SAME) == (PHONE, Printing.AS_READ, "")
    assert stored.find(db, SAME).decision_printed == "Samme håndtering som ved PR"
    _confirm(db, SAME, PHONE)
    assert (_of(db, SAME)[0], _handling(db, SAME)) == (GOAL, _handling(db, GOAL))


def test_a_group_that_nobody_has_handled_takes_over_what_comes_handled_into_it(db, hearing_id):
    _confirm(db, GOAL, BENCH)
    assert _handling(db, BENCH) == _handling(db, GOAL) != (None, "", "", ())


def test_a_point_has_one_source_and_never_repeats_what_repeats_it(db, hearing_id):
    _confirm(db, PHONE, GOAL)
    with pytest.raises(Refused, match="»PR, bemærkning a« gentager allerede »Søndervang Kommune, bemærkning b«"):
        _confirm(db, PHONE, ACCESS)
    for one, other in [(GOAL, PHONE), (PHONE, GOAL)]:
        with pytest.raises(Refused, match="abc har allerede afgjort det om .* og .*: Samme håndtering."):
            _confirm(db, one, other)
    with pytest.raises(Refused, match="Vælg en anden bemærkning"):
        _confirm(db, GOAL, GOAL)


def test_a_change_at_the_source_changes_every_row_in_one_event(db, hearing_id):
    echoes.confirm_many(db, ME, [(PHONE, 1, GOAL, 1), (BENCH, 1, GOAL, 1)])
    event = points.change(db, ME, GOAL, 1, comment="Nyt mål.", marks=((0, 3),), decision_id=1)
    changed = [change.id for change in events.find(db, event).changes]
    assert sorted(changed) == [GOAL, PHONE, BENCH]
    assert {_handling(db, id) for id in changed} == {(1, "", "Nyt mål.", ((0, 3),))}
    undo.undo(db, ME, event)
    assert _handling(db, BENCH) == _handling(db, PHONE) == _handling(db, GOAL) != (1, "", "Nyt mål.", ((0, 3),))


def test_a_form_open_on_a_member_is_stale_after_its_source_was_changed(db, hearing_id):
    _confirm(db, PHONE, GOAL)
    version = stored.find(db, PHONE).version
    points.change(db, ME, GOAL, 1, comment="Nyt mål.")
    with pytest.raises(Stale):
        points.change(db, ME, PHONE, version, note="Ring til rådet")


def test_a_member_goes_its_own_way_only_with_a_reason(db, hearing_id):
    _confirm(db, PHONE, GOAL)
    with pytest.raises(Refused, match="håndteres som »Søndervang Kommune, bemærkning b«") as refusal:
        points.change(db, ME, PHONE, 2, comment="Måles.")
    assert refusal.value.field == "deviation"
    points.change(db, ME, PHONE, 2, summary="Rådet vil måle ventetiden.", note="Egen")
    points.change(db, ME, PHONE, 3, comment="Måles.", deviation="Kun  telefonen")
    assert _of(db, PHONE) == (GOAL, Printing.HEARING, "Kun telefonen")
    points.change(db, ME, GOAL, 1, comment="Nyt mål.")
    assert stored.find(db, PHONE).comment == "Måles."
    with pytest.raises(Refused, match="PR, bemærkning a« afviger"):
        _confirm(db, ACCESS, PHONE)
    echoes.follow(db, ME, PHONE, 4)
    assert (_of(db, PHONE)[2], stored.find(db, PHONE).comment) == ("", "Nyt mål.")


def test_a_deviation_says_why(db, hearing_id):
    _confirm(db, PHONE, GOAL)
    with pytest.raises(Refused, match="Skriv, hvorfor") as refusal:
        echoes.deviate(db, ME, PHONE, 2, "  ", comment="Måles.")
    assert refusal.value.field == "reason"


def test_who_leaves_keeps_the_last_text(db, hearing_id):
    _confirm(db, PHONE, GOAL)
    echoes.leave(db, ME, PHONE, 2)
    echoes.leave(db, ME, SAME, 1)
    points.change(db, ME, GOAL, 1, comment="Nyt mål.")
    assert _handling(db, PHONE)[2] == world.ROWS[1].comment
    assert _handling(db, SAME) == _handling(db, PHONE)
    with pytest.raises(Refused, match="gentager ikke længere"):
        echoes.leave(db, ME, PHONE, 2)


def test_a_member_becomes_the_source_of_all(db, hearing_id):
    echoes.confirm_many(db, ME, [(PHONE, 1, GOAL, 1), (BENCH, 1, GOAL, 1)])
    echoes.make_source(db, ME, PHONE, 2)
    assert (_of(db, GOAL)[0], _of(db, BENCH)[0], _of(db, PHONE)) == (PHONE, PHONE, None)
    [group] = links.groups(db, hearing_id)
    assert (group.source.id, [point.id for _, point in group.members]) == (PHONE, [GOAL, SAME, BENCH])


def test_an_imported_row_with_a_decision_of_its_own_loses_it_only_when_asked(db):
    rows = [
        Row("Ådalen", label="a", summary="Et ønske", decision=world.CHANGE, meaning=world.ROWS[1].meaning),
        Row(
            "Bakken",
            label="a",
            summary="Samme",
            decision=world.NO_CHANGE,
            meaning=world.ROWS[2].meaning,
            echo_of=0,
        ),
    ]
    id = imports.create(db, ME, "Plan", Reading(tuple(rows)))
    source, echo = stored.of(db, id)
    with pytest.raises(Refused, match="håndteret anderledes"):
        echoes.print_as(db, ME, echo.id, 1, Printing.FULL)
    echoes.confirm(db, ME, echo.id, 1, source.id)
    assert _handling(db, echo.id) == _handling(db, source.id)


def test_a_copy_is_made_once(db, hearing_id):
    echoes.copy(db, ME, BENCH, 1, SAME)
    assert (_handling(db, BENCH), _of(db, BENCH)) == (_handling(db, PHONE), None)
    points.change(db, ME, PHONE, 1, comment="Måles.")
    assert stored.find(db, BENCH).comment == world.ROWS[2].comment


def test_removing_a_source_asks_what_becomes_of_the_others(db, hearing_id):
    echoes.confirm_many(db, ME, [(PHONE, 1, GOAL, 1), (BENCH, 1, GOAL, 1)])
    verdicts.reject(db, ME, GOAL, ACCESS)
    before, last = dump(db), _handling(db, GOAL)
    with pytest.raises(Refused, match="2 bemærkninger gentager denne") as refusal:
        points.remove(db, ME, GOAL, 1)
    assert refusal.value.field == "remaining"
    event = points.remove(db, ME, GOAL, 1, Remaining.FIRST)
    assert (_of(db, PHONE), _of(db, BENCH)[0]) == (None, PHONE)
    undo.undo(db, ME, event)
    assert dump(db) == before
    points.remove(db, ME, GOAL, 1, Remaining.ALONE)
    assert (_of(db, PHONE), _of(db, BENCH)) == (None, None)
    assert _handling(db, PHONE) == _handling(db, BENCH) == last


def test_a_removed_source_of_an_imported_row_leaves_it_its_handling(db, hearing_id):
    last = _handling(db, PHONE)
    points.remove(db, ME, PHONE, 1, Remaining.FIRST)
    assert (_handling(db, SAME), _of(db, SAME)) == (last, None)


def test_links_survive_that_points_are_moved(db, hearing_id):
    _confirm(db, PHONE, GOAL)
    places.move(db, ME, PHONE, 2, 1, None)
    places.step(db, ME, PHONE, -1)
    assert _of(db, PHONE)[0] == GOAL


def test_a_member_is_cut_by_its_own_texts_only(db, hearing_id):
    _confirm(db, PHONE, GOAL)
    with pytest.raises(Refused, match="håndteres som"):
        cuts.split(db, ME, PHONE, 2, comment="Et.\n---\nTo.")
    cuts.split(db, ME, PHONE, 2, summary="Et.\n---\nTo.")
    assert [(point.comment, _of(db, point.id)) for point in stored.of_party(db, 2)] == [
        (world.ROWS[1].comment, (GOAL, Printing.HEARING, "")),
        ("", None),
    ]


def test_points_are_joined_with_all_that_repeats_them(db, hearing_id):
    _confirm(db, PHONE, GOAL)
    cuts.merge(db, ME, ACCESS, 1, GOAL, 1)
    assert (_of(db, PHONE)[0], _handling(db, PHONE)) == (ACCESS, _handling(db, ACCESS))
    assert stored.find(db, PHONE).comment == f"{world.ROWS[0].comment}\n{world.ROWS[1].comment}"


def test_a_member_is_not_joined_with_what_says_more(db, hearing_id):
    _confirm(db, ACCESS, PHONE)
    with pytest.raises(Refused, match="Tag den ud af den gruppe"):
        cuts.merge(db, ME, ACCESS, 2, GOAL, 1)
    _confirm(db, GOAL, PHONE)
    cuts.merge(db, ME, ACCESS, 2, GOAL, 2)
    assert (_of(db, ACCESS)[0], _handling(db, ACCESS)) == (PHONE, _handling(db, PHONE))


def test_a_row_without_remarks_that_is_repeated_may_go(db, hearing_id):
    responses.add(db, ME, 4, responses.Facts(with_remarks=False))
    [row] = stored.of_party(db, 4)
    _confirm(db, BENCH, row.id)
    response = row.response_id
    responses.change(db, ME, response, 1, responses.Facts(with_remarks=True))
    assert (_of(db, BENCH), stored.of_party(db, 4)) == (None, [])


def test_a_link_that_fits_no_more_is_not_brought_back(db, hearing_id):
    _confirm(db, PHONE, GOAL)
    left = echoes.leave(db, ME, PHONE, 2)
    _confirm(db, PHONE, ACCESS)
    with pytest.raises(Refused, match="Fortryd"):
        undo.undo(db, ME, left)
    echoes.leave(db, ME, PHONE, stored.find(db, PHONE).version)
    _confirm(db, BENCH, PHONE)
    with pytest.raises(Refused, match="gentages, er ændret"):
        undo.undo(db, ME, left)


def test_of_two_who_decide_about_one_point_at_once_one_is_told(db, hearing_id, path):
    told, ready = [], Barrier(2)

    def decide(source_id: int) -> None:
        own = connection.connect(path)
        ready.wait()
        try:
            echoes.confirm(own, By(f"p{source_id}"), BENCH, 1, source_id)
        except (Refused, Stale) as refusal:
            told.append(refusal)
        own.conn.close()

    people = [Thread(target=decide, args=(id,)) for id in (ACCESS, GOAL)]
    for person in people:
        person.start()
    for person in people:
        person.join()
    assert len(told) == 1
    assert _handling(db, BENCH) == _handling(db, _of(db, BENCH)[0])


def test_a_form_sent_twice_links_once(db, hearing_id):
    by = By("abc", "once-1")
    echoes.confirm(db, by, PHONE, 1, GOAL)
    with pytest.raises(Exception, match="done as event"):
        echoes.confirm(db, by, BENCH, 1, GOAL)


def test_the_page_asks_before_a_repeated_point_is_removed(client, db, hearing_id):
    page = client.get(f"/points/{PHONE}")
    form = filled(page.text, f"/points/{PHONE}") | {"note": "Skal væk"}
    answer = client.post(f"/points/{PHONE}/removal", data=form)
    assert answer.status_code == 400
    assert "Vælg, hvad der skal ske" in words(answer.text)
    form = filled(answer.text, f"/points/{PHONE}") | {"remaining": "alone"}
    assert client.post(f"/points/{PHONE}/removal", data=form).status_code == 303
    assert (stored.find(db, PHONE), _of(db, SAME)) == (None, None)
    assert stored.find(db, SAME).comment == world.ROWS[2].comment


def test_the_history_of_a_point_tells_what_became_of_its_link(client, db, hearing_id):
    _confirm(db, PHONE, GOAL)
    echoes.print_as(db, ME, PHONE, 2, Printing.FULL)
    echoes.deviate(db, ME, PHONE, 2, "Kun telefonen")
    verdicts.reject(db, ME, PHONE, ACCESS)
    told = words(client.get(f"/points/{PHONE}/events").text)
    for line in (
        "Gentager [tilføjet: Søndervang Kommune, b",
        "Trykkes",
        "Afviger, fordi [tilføjet: Kun telefonen",
    ):
        assert line in told
    told = words(client.get(f"/hearings/{hearing_id}/events").text)
    assert "Gentagelsens trykning ændret: Patientrådet (PR), a" in told
    assert "Ikke det samme: Søndervang Kommune, a og Patientrådet (PR), a" in told
