"""Verbs about repetitions where they should not be: gone, in another hearing, in a large group, two at once."""

import inspect
from itertools import combinations_with_replacement
from threading import Barrier, Thread

import pytest

from hearing.casework import echoes, hearings, imports, points, undo, verdicts
from hearing.casework.refusal import Overtaken, Refused
from hearing.enums import Printing, Remaining, VerdictKind
from hearing.intake.rows import Reading, Row
from hearing.records import By
from hearing.store import connection, events
from hearing.store import echoes as links
from hearing.store import points as stored
from hearing.store import verdicts as judged
from hearing.store.transaction import Stale
from tests import world
from tests.conftest import ME
from tests.dump import dump

GOAL, PHONE, SAME, BENCH = 2, 3, 4, 5
MEMBERS = 300

ONE = {
    "leave": lambda db, by, id, version, seen: echoes.leave(db, by, id, version, seen),
    "follow": lambda db, by, id, version, seen: echoes.follow(db, by, id, version, seen),
    "lead": lambda db, by, id, version, seen: echoes.make_source(db, by, id, version, seen),
    "deviate": lambda db, by, id, version, seen: echoes.deviate(
        db, by, id, version, f"Fordi {by.initials}", seen, comment="Eget svar", marks=()
    ),
    "print": lambda db, by, id, version, seen: echoes.print_as(db, by, id, version, Printing.FULL, seen),
}
TWO = {
    "confirm": lambda db, id, other: echoes.confirm(db, ME, id, 1, other, 1),
    "copy": lambda db, id, other: echoes.copy(db, ME, id, 1, other, 1),
    "reject": lambda db, id, other: verdicts.reject(db, ME, id, other),
    "keep": lambda db, id, other: verdicts.keep(db, ME, id, other),
    "reconsider": lambda db, id, other: verdicts.reconsider(db, ME, id, other, VerdictKind.REJECTED),
}


@pytest.mark.parametrize("verb", ONE)
def test_nothing_is_done_to_a_point_that_is_gone(db, hearing_id, verb):
    points.remove(db, ME, BENCH, 1)
    before = dump(db)
    with pytest.raises(Stale):
        ONE[verb](db, ME, BENCH, 1, (0, 0))
    assert dump(db) == before


@pytest.mark.parametrize("verb", TWO)
@pytest.mark.parametrize("pair", [(BENCH, GOAL), (GOAL, BENCH)])
def test_nor_with_one_that_is_gone_or_in_another_hearing(db, hearing_id, verb, pair):
    imports.create(db, ME, "Planen før", world.READING)
    points.remove(db, ME, BENCH, 1)
    before = dump(db)
    for one, other in (pair, (GOAL, 8), (8, GOAL)):
        with pytest.raises(Refused) as refusal:
            TWO[verb](db, one, other)
        assert str(refusal.value) in (
            "En af de to bemærkninger er slettet i mellemtiden.",
            "Vælg en anden bemærkning i samme høring.",
        )
    assert dump(db) == before


def test_every_verb_of_a_link_takes_what_the_person_saw_of_it():
    for verb in (echoes.leave, echoes.follow, echoes.make_source, echoes.deviate, echoes.print_as):
        assert "seen" in inspect.signature(verb).parameters


def test_a_deed_in_a_hearing_that_was_removed_comes_back_with_it(db, hearing_id):
    removed = hearings.remove(db, ME, hearing_id, 1)
    echoes.confirm(db, ME, PHONE, 1, GOAL, 1)
    undo.undo(db, ME, removed)
    assert links.of_point(db, PHONE).source_id == GOAL


@pytest.fixture
def crowd(db) -> int:
    """A source with three hundred members, all handled by one sentence."""
    rows = [Row(f"Beboer {n}", label="a", summary="Bevar bænken.") for n in range(MEMBERS + 1)]
    id = imports.create(db, ME, "Byrum", Reading(tuple(rows)))
    points.change(db, ME, 1, 1, comment="Bænken bliver.")
    echoes.confirm_many(db, ME, [(n, 1, 1, 2) for n in range(2, MEMBERS + 2)])
    return id


def test_a_large_group_changes_its_source_loses_it_and_comes_back_as_one_event_each(db, crowd):
    before = dump(db)
    lead = echoes.make_source(db, ME, 200, stored.find(db, 200).version, links.of_point(db, 200).seen)
    assert len(links.members(db, 200)) == MEMBERS
    gone = points.remove(db, ME, 200, stored.find(db, 200).version, Remaining.FIRST)
    assert len(links.members(db, 1)) == MEMBERS - 1
    assert {point.comment for point in stored.of(db, crowd)} == {"Bænken bliver."}
    with pytest.raises(Refused):
        undo.undo(db, ME, lead)
    for event in (gone, lead):
        undo.undo(db, ME, event)
    assert dump(db) == before


def _race(path, db, first, second) -> list[Exception]:
    """Two who saw the same of the same member, at the same moment; what those were told who were too late."""
    version, seen = stored.find(db, PHONE).version, links.of_point(db, PHONE).seen
    told, begin = [], Barrier(2)

    def does(verb, by) -> None:
        own = connection.connect(path)
        begin.wait()
        try:
            verb(own, by, PHONE, version, seen)
        except (Refused, Stale) as late:
            told.append(late)
        own.conn.close()

    people = [Thread(target=does, args=(ONE[verb], By(by))) for verb, by in ((first, "mkh"), (second, "jbn"))]
    for person in people:
        person.start()
    for person in people:
        person.join()
    return told


@pytest.mark.parametrize(("first", "second"), [*combinations_with_replacement(ONE, 2)])
def test_of_two_at_one_link_nobody_undoes_what_the_other_just_did_unseen(path, db, hearing_id, first, second):
    echoes.confirm(db, ME, PHONE, 1, GOAL, 1)
    last = db.execute("select max(id) from event").fetchone()[0]
    told = _race(path, db, first, second)
    done = db.execute("select by, verb from event where id > ? order by id", [last]).fetchall()
    # To follow what is followed already changes nothing, and stands in nobody's way.
    idle = (first, second).count("follow")
    assert len(done) == (idle < 2)
    assert len(told) == 1 if not idle else len(told) <= (idle < 2)
    for late in told:
        assert isinstance(late, Stale) or str(late).startswith(f"{done[0][0]} har i mellemtiden ændret")
    for link in links.of(db, hearing_id):
        assert link.follows is False or (
            stored.find(db, link.point_id).comment == stored.find(db, link.source_id).comment
        )


@pytest.mark.parametrize("apart", [True, False])
def test_what_is_taken_back_in_an_odd_order_leaves_no_verdict_on_what_is_linked(db, hearing_id, apart):
    joined = echoes.confirm(db, ME, PHONE, 1, GOAL, 1)
    left = echoes.leave(db, ME, PHONE, 2, links.of_point(db, PHONE).seen)
    with pytest.raises(Refused):
        undo.undo(db, ME, joined)
    back = undo.undo(db, ME, left)
    assert judged.of(db, hearing_id) == []
    if apart:
        undo.undo(db, ME, back)
        assert [verdict.kind for verdict in judged.of(db, hearing_id)] == [VerdictKind.APART]
        with pytest.raises(Overtaken):
            echoes.confirm(db, ME, PHONE, stored.find(db, PHONE).version, GOAL)
    else:
        undo.undo(db, ME, joined)
        assert links.of_point(db, PHONE) is None
        assert events.is_undone(db, joined)


def test_points_that_were_read_as_repeating_each_other_in_a_ring_are_one_group_of_its_first(db):
    rows = [Row(f"Part {n}", summary=f"Ønske {n}", echo_of=(n + 1) % 3) for n in range(3)]
    id = imports.create(db, ME, "Plan", Reading(tuple(rows)))
    assert {links.root_of(db, point) for point in (1, 2, 3)} == {1}
    assert links.sources(db, id) == {1: [2, 3]}
    assert links.inside(db, [2, 3]) == {1: [1, 2, 3]}
