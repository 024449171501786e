"""What a report holds: order, filter, echoes, parties that said nothing."""

import pytest

from hearing import report
from hearing.casework import imports
from hearing.enums import Meaning
from hearing.intake.rows import Reading, Row
from hearing.records import By
from hearing.store import connection
from tests import world


def test_lines_stand_in_table_order_with_the_silent_party_in_its_place(db, hearing_id):
    lines = list(report.load(db, hearing_id).lines)
    assert [line.number for line in lines] == [1, 2, 3, 4, 5, 6]
    assert [line.party.name for line in lines] == [row.party for row in world.ROWS]
    assert [line.silent for line in lines] == [False, False, False, False, True, False]


def test_lines_can_be_walked_twice_and_counted(db, hearing_id):
    lines = report.load(db, hearing_id).lines
    assert list(lines) == list(lines)
    assert len(lines) == 6


def test_by_theme_the_points_without_theme_and_the_silent_come_last(db, hearing_id):
    lines = report.load(db, hearing_id, order=report.Order.THEME).lines
    assert [line.number for line in lines] == [1, 3, 4, 2, 5, 6]


def test_by_party_gathers_a_party_that_stands_in_two_places(db):
    rows = [Row(party="Vest", summary="en"), Row(party="Øst", summary="to"), Row(party="Vest", summary="tre")]
    id = imports.create(db, By("abc"), "To steder", Reading(tuple(rows)))
    lines = report.load(db, id, order=report.Order.PARTY).lines
    assert [line.point.summary for line in lines] == ["en", "tre", "to"]


def test_a_filter_leaves_out_the_silent_parties(db, hearing_id):
    chosen = report.choose(db, hearing_id, theme="ADGANG og åbningstid")
    assert [line.number for line in report.load(db, hearing_id, chosen).lines] == [1, 3, 4]


def test_an_echo_row_counts_with_the_meaning_of_its_source(db, hearing_id):
    chosen = report.choose(db, hearing_id, meaning=Meaning.NO_CHANGE)
    lines = list(report.load(db, hearing_id, chosen).lines)
    assert [line.number for line in lines] == [3, 4]
    assert lines[1].source.number == 3
    assert lines[1].meaning is Meaning.NO_CHANGE


def test_an_echo_of_an_echo_has_the_meaning_of_the_first(db):
    first = Row(party="Øst", summary="x", decision="Imødekommes", meaning=Meaning.CHANGE)
    rows = (first, Row(party="Vest", summary="y", echo_of=0), Row(party="Nord", summary="z", echo_of=1))
    id = imports.create(db, By("abc"), "Kæde", Reading(rows))
    assert [line.meaning for line in report.load(db, id).lines] == [Meaning.CHANGE] * 3


def test_two_points_that_echo_each_other_do_not_hang(db):
    rows = (Row(party="Øst", summary="x", echo_of=1), Row(party="Vest", summary="y", echo_of=0))
    id = imports.create(db, By("abc"), "Ring", Reading(rows))
    assert [line.meaning for line in report.load(db, id).lines] == [None, None]


@pytest.mark.parametrize("name", ["patientrådet (pr)", "PR", "  Patientrådet   (PR) "])
def test_a_party_is_found_by_its_names_whatever_their_case(db, hearing_id, name):
    chosen = report.choose(db, hearing_id, party=name)
    assert [line.number for line in report.load(db, hearing_id, chosen).lines] == [3]


def test_an_unknown_name_is_refused_with_the_nearest(db, hearing_id):
    with pytest.raises(report.Unknown, match="intet tema med navnet »Kvalitet i forløb«.*»Kvalitet i forløbene«"):
        report.choose(db, hearing_id, theme="Kvalitet i forløb")
    with pytest.raises(report.Unknown, match="ingen høringspart med navnet »Qvist«.$"):
        report.choose(db, hearing_id, party="Qvist")


def test_a_party_that_answered_without_remarks_is_not_silent(db, hearing_id):
    silent = next(line for line in report.load(db, hearing_id).lines if line.silent)
    db["response"].insert({"hearing_id": hearing_id, "party_id": silent.party.id, "with_remarks": 0})
    line = list(report.load(db, hearing_id).lines)[silent.number - 1]
    assert not line.silent
    assert line.point.summary == "Ingen bemærkninger."


def test_the_lines_are_of_the_moment_of_loading_and_keep_nobody_from_saving(db, path, hearing_id):
    reader = connection.connect(path, readonly=True)
    with connection.snapshot(reader):
        loaded = report.load(reader, hearing_id)
    lines = iter(loaded.lines)
    before = [next(lines)]
    db.execute("pragma busy_timeout = 0")
    with db.conn:
        db.execute("update point set summary = 'rettet imens'")
    before += lines
    assert list(loaded.lines) == before
    assert all(line.silent or line.point.summary != "rettet imens" for line in before)
    reader.conn.close()


def test_many_rows_are_read_a_few_hundred_at_a_time(db):
    rows = tuple(Row(party=f"Part {n % 7}", summary=f"Ønske {n}") for n in range(1001))
    id = imports.create(db, By("abc"), "Mange", Reading(rows))
    lines = report.load(db, id).lines
    assert [line.point.summary for line in lines] == [row.summary for row in rows]
