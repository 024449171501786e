"""The outline follows the events: whatever is done, the table's page says what a plain recount says."""

import random
import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace

import pytest

from hearing.casework import cuts, decisions, imports, places, points, responses, themes, undo
from hearing.casework.refusal import Refused
from hearing.enums import Meaning, Status, Verb
from hearing.intake.rows import Reading, Row
from hearing.records import Point
from hearing.store import connection, table
from hearing.store import decisions as decision_store
from hearing.store import points as point_store
from hearing.store import responses as response_store
from hearing.store import themes as theme_store
from hearing.store.outline import Outlines
from hearing.store.selection import NO_REMARKS, Facet, Selection, pick
from hearing.store.transaction import Stale, transaction
from tests import world
from tests.conftest import ME

ROWS = (
    *world.ROWS,
    Row(party="Ny part", label="a", summary="Samme som Ældresagen", decision="Samme håndtering", echo_of=3),
    *(Row(party=f"Part {n % 4}", theme=f"Tema {n % 3}", summary=f"Ønske {n}.") for n in range(20)),
)
PHRASES = ("Tages til efterretning", "Afvises med henvisning til loven")


def _point(db, hearing_id, chance) -> Point:
    return chance.choice(point_store.of(db, hearing_id))


def _edit(db, hearing_id, chance):
    point = _point(db, hearing_id, chance)
    theme = chance.choice([None, *theme_store.of(db, hearing_id)])
    decision = chance.choice([None, *decision_store.of(db, hearing_id)])
    fields = {
        "status": chance.choice(list(Status)),
        "responsible": chance.choice(["", "mkh", "øst"]),
        "unsure": chance.choice(["", "Grænsen er usikker."]),
        "theme_id": theme and theme.id,
        "decision_id": decision and decision.id,
    }
    changed = dict(chance.sample(sorted(fields.items()), 2))
    points.change(db, ME, point.id, point.version, **changed)


def _add(db, hearing_id, chance):
    near = _point(db, hearing_id, chance)
    new = replace(near, summary="Et nyt ønske.", status=Status.NEW)
    places.add(db, ME, new, chance.choice([None, near.id]))


def _remove(db, hearing_id, chance):
    point = _point(db, hearing_id, chance)
    points.remove(db, ME, point.id, point.version)


def _split(db, hearing_id, chance):
    point = _point(db, hearing_id, chance)
    cuts.split(db, ME, point.id, point.version, summary="Det ene.\n---\nDet andet.")


def _merge(db, hearing_id, chance):
    one = _point(db, hearing_id, chance)
    other = chance.choice(point_store.of_party(db, one.party_id))
    cuts.merge(db, ME, one.id, one.version, other.id, other.version)


def _move(db, hearing_id, chance):
    point, other = _point(db, hearing_id, chance), _point(db, hearing_id, chance)
    places.move(db, ME, point.id, point.version, other.party_id, chance.choice([None, other.id]))


def _step(db, hearing_id, chance):
    places.step(db, ME, _point(db, hearing_id, chance).id, chance.choice([-1, 1]))


def _two(records, chance):
    one = chance.choice(records)
    return one, chance.choice([other for other in records if other.id != one.id])


def _merge_themes(db, hearing_id, chance):
    one, into = _two(theme_store.of(db, hearing_id), chance)
    themes.merge(db, ME, one.id, one.version, into.id)


def _merge_decisions(db, hearing_id, chance):
    decisions.add(db, ME, hearing_id, f"{chance.choice(PHRASES)} {chance.random()}", Meaning.NO_CHANGE)
    one, into = _two(decision_store.of(db, hearing_id), chance)
    decisions.merge(db, ME, one.id, one.version, into.id)


def _log(db, hearing_id, chance):
    point = _point(db, hearing_id, chance)
    responses.add(db, ME, point.party_id, responses.Facts(with_remarks=chance.random() < 0.5))


def _turn_response(db, hearing_id, chance):
    response = chance.choice(response_store.of(db, hearing_id))
    facts = responses.Facts(with_remarks=not response.with_remarks)
    responses.change(db, ME, response.id, response.version, facts)


def _undo(db, hearing_id, chance):
    events = [id for (id,) in db.execute("select id from event where hearing_id = ? order by id", [hearing_id])]
    # Not the import itself, which would take all rows away.
    undo.undo(db, ME, chance.choice(events[1:][-4:]))


def _add_many(db, hearing_id, chance):
    with transaction(db, ME, Verb.HEARING_IMPORT, hearing_id) as tx:
        near, first = _point(db, hearing_id, chance), tx.next_id("point")
        place = places.behind(tx, hearing_id, near.position)
        rows = [{**point_store.values(replace(near, position=place)), "id": first + n} for n in range(3)]
        tx.insert_many("point", rows)


def _pile(db, hearing_id, chance):
    """More changes than an outline follows one by one."""
    for _ in range(60):
        _edit(db, hearing_id, chance)


VERBS = (
    *([_edit, _undo] * 3),
    *(_add, _remove, _split, _merge, _move, _step, _merge_themes, _merge_decisions),
    *(_log, _turn_response, _add_many, _pile),
)


def _recount(db, hearing_id) -> list[tuple]:
    """What every row of the table shows, in order, from the records alone."""
    everything = {point.id: point for point in point_store.of(db, hearing_id)}
    source_of = dict(db.execute("select point_id, source_id from echo where hearing_id = ?", [hearing_id]))
    empty = {one.id for one in response_store.of(db, hearing_id) if not one.with_remarks}

    def decided(id, passed=()):
        point = everything[id]
        own = point.decision_id or (NO_REMARKS if point.response_id in empty else None)
        if own is not None or id not in source_of or id in passed:
            return own
        return decided(source_of[id], (*passed, id))

    deviating = {id for (id,) in db.execute("select point_id from echo where deviation <> ''")}

    def source(id):
        return source(source_of[id]) if id in source_of else id

    def echoing(id):
        if id not in source_of:
            return "repeated" if id in source_of.values() else None
        unlike = {decided(id), decided(source(id))}
        return "deviates" if id in deviating or len(unlike - {None}) == 2 else "repeats"

    own = {id: point.decision_id or point.response_id in empty for id, point in everything.items()}
    as_read = {id for (id,) in db.execute("select point_id from echo where printing = 'as_read'")}

    def status(id):
        handled_there = id in source_of and id not in deviating and not (id in as_read and own[id])
        return everything[source(id) if handled_there else id].status.value

    return [
        (one.id, one.position, one.party_id, one.theme_id, decided(one.id), status(one.id), one.responsible)
        + (int(bool(one.unsure)), echoing(one.id))
        for one in everything.values()
    ]


def _do(verb, db, hearing_id, chance) -> bool:
    try:
        verb(db, hearing_id, chance)
    except (Refused, Stale, IndexError):
        return False
    return True


@pytest.mark.parametrize("start", range(3))
def test_after_any_verbs_the_page_and_its_counts_are_those_of_a_plain_recount(db, path, client, start):
    chance = random.Random(start)
    hearing_id = imports.create(db, ME, "Tabel", Reading(rows=ROWS))
    others = connection.connect(path)
    done = Counter()
    for _ in range(40):
        verb = chance.choice(VERBS)
        done[verb] += _do(verb, chance.choice([db, others]), hearing_id, chance)
        rows = _recount(db, hearing_id)
        assert list(table.outline(db, hearing_id)) == rows, verb
        chosen = {facet: frozenset([chance.choice(rows)[facet]]) for facet in chance.sample(list(Facet), 2)}
        picked = pick(table.outline(db, hearing_id), Selection(chosen))
        assert picked.rows == [row for row in rows if all(row[f] in keys for f, keys in chosen.items())]
        for facet in Facet:
            passing = [row for row in rows if all(row[f] in keys for f, keys in chosen.items() if f is not facet)]
            assert picked.counts[facet] == Counter(row[facet] for row in passing)
        page = client.get(f"/hearings/{hearing_id}/points?silent=0").text
        assert [int(id) for id in re.findall(r'<tr id="point-(\d+)"', page)] == [row[0] for row in rows[:50]]
    others.conn.close()
    assert len(+done) >= 8


def test_a_save_of_one_point_reads_one_point_again(db, hearing_id):
    outlines = Outlines()
    before = list(outlines.of(db, hearing_id))
    point = point_store.find(db, before[1][0])
    points.change(db, ME, point.id, point.version, responsible="mkh")
    asked = []
    db.conn.set_trace_callback(asked.append)
    after = outlines.of(db, hearing_id)
    db.conn.set_trace_callback(None)
    assert [row for row in after if row not in before] == [(*before[1][:6], "mkh", *before[1][7:])]
    assert not any("from point where hearing_id" in query and "json_each" not in query for query in asked)


def test_the_outlines_of_many_small_hearings_are_kept_and_of_large_ones_the_last(db, hearing_id):
    ids = [hearing_id, *(imports.create(db, ME, f"Plan {n}", world.READING) for n in range(6))]

    def read_again(outlines: Outlines) -> int:
        asked = []
        for id in ids:
            outlines.of(db, id)
        db.conn.set_trace_callback(asked.append)
        for id in ids:
            outlines.of(db, id)
        db.conn.set_trace_callback(None)
        return sum("from point where hearing_id" in query for query in asked)

    small, large = Outlines(), Outlines()
    large.MOST_ROWS = 2 * len(small.of(db, hearing_id))
    assert read_again(small) == 0
    assert read_again(large) == len(ids)


def test_an_import_taken_back_leaves_an_empty_outline(db, hearing_id):
    assert table.outline(db, hearing_id)
    undo.undo(db, ME, db.execute("select max(id) from event").fetchone()[0])
    assert not table.outline(db, hearing_id)


def test_what_another_process_writes_is_seen(db, path, hearing_id):
    before = len(table.outline(db, hearing_id))
    point = point_store.of(db, hearing_id)[0]
    program = (
        "import sys; from hearing.casework import points; from hearing.records import By;"
        "from hearing.store import connection;"
        f"points.remove(connection.connect(sys.argv[1]), By('xyz'), {point.id}, {point.version})"
    )
    subprocess.run([sys.executable, "-c", program, str(path)], check=True)
    assert len(table.outline(db, hearing_id)) == before - 1
    assert list(table.outline(db, hearing_id)) == _recount(db, hearing_id)


def test_an_outline_of_a_database_that_was_replaced_is_read_anew(db, path, hearing_id, tmp_path):
    point = point_store.of(db, hearing_id)[0]
    table.outline(db, hearing_id)
    points.change(db, ME, point.id, point.version, responsible="mkh")
    table.outline(db, hearing_id)
    # The same number of events, the last one another: as when a backup is brought back and worked on.
    (guard,) = db.execute("select sql from sqlite_schema where name = 'event_never_changes'").fetchone()
    db.execute("drop trigger event_never_changes")
    newest = db.execute("select max(id) from event").fetchone()[0]
    db.execute("update event set at = '2020-01-01T00:00:00.000' where id = ?", [newest])
    db.execute(guard)
    db.execute("update point set responsible = 'abc' where id = ?", [point.id])
    assert list(table.outline(db, hearing_id)) == _recount(db, hearing_id)
