"""Whatever was done can be taken back, and what was done later is never trampled on."""

import pytest

from hearing.casework import decisions, echoes, imports, points, undo, verdicts
from hearing.casework.refusal import Refused
from hearing.enums import Remaining, VerdictKind
from hearing.intake.rows import Reading, Row
from hearing.records import By
from hearing.store import events
from hearing.store import points as stored
from hearing.store.transaction import Stale
from tests import world
from tests.dump import dump

ME = By("abc")


def test_a_change_is_taken_back_and_counts_as_a_save(db, hearing_id):
    point = stored.of(db, hearing_id)[1]
    event = points.change(db, ME, point.id, 1, comment="Kort", marks=((0, 2),), page="9")
    undo.undo(db, ME, event)
    back = stored.find(db, point.id)
    assert (back.comment, back.marks, back.page, back.version) == (point.comment, point.marks, point.page, 3)


def test_what_was_changed_later_in_other_columns_stays(db, hearing_id):
    point = stored.of(db, hearing_id)[0]
    event = points.change(db, ME, point.id, 1, summary="Andet")
    points.change(db, ME, point.id, 2, page="9")
    undo.undo(db, ME, event)
    back = stored.find(db, point.id)
    assert (back.summary, back.page) == (point.summary, "9")


def test_a_newer_change_of_the_same_text_stands_in_the_way(db, hearing_id):
    point = stored.of(db, hearing_id)[1]
    event = points.change(db, ME, point.id, 1, comment="Kort")
    points.change(db, ME, point.id, 2, marks=((0, 4),))
    with pytest.raises(Refused, match="Bemærkningen er rettet siden"):
        undo.undo(db, ME, event)
    assert stored.find(db, point.id).marks == ((0, 4),)


def test_nothing_is_taken_back_twice_but_the_undo_can_be_undone(db, hearing_id):
    point = stored.of(db, hearing_id)[0]
    event = points.change(db, ME, point.id, 1, summary="Andet")
    first = undo.undo(db, ME, event)
    with pytest.raises(Refused, match="allerede fortrudt"):
        undo.undo(db, ME, event)
    undo.undo(db, ME, first)
    assert stored.find(db, point.id).summary == "Andet"
    undo.undo(db, ME, event)
    assert stored.find(db, point.id).summary == point.summary


def test_a_removed_point_comes_back_under_its_own_id_with_its_echo(db, hearing_id):
    before = dump(db)
    source = stored.of(db, hearing_id)[2]
    event = points.remove(db, ME, source.id, 1, Remaining.ALONE)
    assert db.execute("select count(*) from echo").fetchone() == (0,)
    undo.undo(db, ME, event)
    assert dump(db) == before


def test_an_import_is_taken_back_whole(db):
    before = dump(db)
    id = imports.create(db, ME, world.TITLE, world.READING)
    [event] = events.of(db, id)
    undo.undo(db, ME, event.id)
    assert dump(db) == before


def test_an_import_that_was_worked_on_stays(db, hearing_id):
    [event] = events.of(db, hearing_id)
    before = dump(db)
    points.change(db, ME, stored.of(db, hearing_id)[0].id, 1, page="9")
    with pytest.raises(Refused, match="arbejdet videre"):
        undo.undo(db, ME, event.id)
    assert len(dump(db)["point"]) == len(before["point"])


def test_a_form_opened_before_an_undo_is_stale_after_it(db, hearing_id):
    point = stored.of(db, hearing_id)[0]
    undo.undo(db, ME, points.change(db, ME, point.id, 1, summary="Andet"))
    with pytest.raises(Stale):
        points.change(db, ME, point.id, 1, page="9")


def test_who_has_left_a_group_keeps_the_text_whatever_is_taken_back_at_the_source(db, hearing_id):
    for id in (3, 5):
        echoes.confirm(db, ME, id, 1, 2)
    event = points.change(db, ME, 2, 1, comment="Nyt mål.", marks=())
    left = stored.find(db, 3)
    echoes.leave(db, ME, 3, left.version)
    undo.undo(db, ME, event)
    assert stored.find(db, 3) == left
    assert stored.find(db, 2).comment == stored.find(db, 5).comment == world.ROWS[1].comment


def test_who_has_left_and_was_edited_stands_in_nobodys_way(db, hearing_id):
    echoes.confirm(db, ME, 3, 1, 2)
    event = points.change(db, ME, 2, 1, comment="Nyt mål.", marks=())
    echoes.deviate(db, ME, 3, 3, "Kun telefonen", comment="Måles.")
    undo.undo(db, ME, event)
    assert (stored.find(db, 2).comment, stored.find(db, 3).comment) == (world.ROWS[1].comment, "Måles.")


def test_a_phrase_that_comes_back_comes_back_also_to_who_has_left_since(db, hearing_id):
    echoes.confirm(db, ME, 3, 1, 2)
    had = stored.find(db, 3).decision_id
    event = decisions.merge(db, ME, had, 1, 1)
    echoes.leave(db, ME, 3, stored.find(db, 3).version)
    undo.undo(db, ME, event)
    assert stored.find(db, 3).decision_id == stored.find(db, 2).decision_id == had


def test_a_ring_that_was_read_from_a_file_stands_in_the_way_of_no_undo(db):
    rows = [
        Row("Ådalen", label="a", summary="Som b", echo_of=1),
        Row("Ådalen", label="b", summary="Som c", echo_of=2),
        Row("Ådalen", label="c", summary="Som a", echo_of=0),
        Row("Bakken", label="a", summary="Et ønske", comment="Ja."),
        Row("Engen", label="a", summary="Et til"),
    ]
    imports.create(db, ME, "Plan", Reading(tuple(rows)))
    undo.undo(db, ME, echoes.confirm(db, ME, 5, 1, 4))
    before = dump(db)
    undo.undo(db, ME, echoes.leave(db, ME, 2, 1))
    assert dump(db)["echo"] == before["echo"]


def test_a_verdict_does_not_come_back_on_points_that_are_linked_since(db, hearing_id):
    verdicts.reject(db, ME, 2, 3)
    event = verdicts.reconsider(db, ME, 2, 3, VerdictKind.REJECTED)
    echoes.confirm(db, ME, 3, 1, 2)
    before = dump(db)
    with pytest.raises(Refused, match="parret er afgjort på en anden måde siden"):
        undo.undo(db, ME, event)
    assert dump(db) == before
