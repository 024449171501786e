"""The demonstration hearing is loaded once, holds one of everything, and looks like a real table."""

import json
import re
from collections import Counter
from datetime import date, timedelta

import pytest
from click.testing import CliRunner

from exports import working_copy
from hearing import report
from hearing.casework import demonstration
from hearing.casework.refusal import Refused
from hearing.cli import main
from hearing.enums import Meaning, PartyKind, Printing
from hearing.records import By
from hearing.store import echoes, events, hearings, parties, responses, themes

ME = By("abc")


@pytest.fixture
def demo_id(db) -> int:
    """The demonstration hearing, loaded."""
    return demonstration.load(db, ME)


def test_it_is_as_large_and_as_varied_as_a_real_table(db, demo_id):
    lines = list(report.load(db, demo_id).lines)
    points = [line.point for line in lines if line.point]
    meanings = Counter(line.meaning for line in lines if line.point)
    all_parties = parties.of(db, demo_id)
    assert len(all_parties) >= 30
    assert {party.kind for party in all_parties} >= set(PartyKind)
    assert any(len(party.represents) > 1 for party in all_parties)
    assert sorted(party.citizen_number for party in all_parties if party.citizen_number) == [1, 2]
    assert sum(line.silent for line in lines) >= 5
    assert len(points) >= 150
    assert all(meanings[meaning] >= 2 for meaning in Meaning)
    assert sum(line.source is not None for line in lines) >= 10
    assert sum(bool(point.marks) for point in points) >= 10
    assert [response.with_remarks for response in responses.of(db, demo_id)].count(False) == 1


def test_its_echoes_are_printed_both_ways_and_one_deviates(db, demo_id):
    links = [echo for echo in echoes.of(db, demo_id) if not echo.as_read]
    assert {echo.printing for echo in links} == {Printing.HEARING, Printing.REFERENCE, Printing.FULL}
    assert [bool(echo.deviation) for echo in links].count(True) == 1
    lines = list(report.load(db, demo_id).lines)
    assert lines[21].point.summary == "Samme kommentar som Egelund Kommune, bemærkning d"
    assert lines[34].point.comment.endswith("\nSe også Egelund Kommune, bemærkning d")


def test_no_two_excerpts_are_made_from_one_template(db, demo_id):
    texts = [line.point.excerpt for line in report.load(db, demo_id).lines if line.point and line.point.excerpt]
    assert len(set(texts)) >= len(texts) - 2
    assert max(map(len, texts)) > 600
    assert min(map(len, texts)) < 40


def test_the_deadline_lies_ahead_whenever_it_is_loaded(db):
    far = date.today() + timedelta(days=4000)
    hearing = hearings.find(db, demonstration.load(db, ME, far))
    assert hearing.period_from < far < hearing.period_to
    assert all(response.received <= far for response in responses.of(db, hearing.id))


def test_themes_stand_in_the_order_of_the_plan(db, demo_id):
    names = [theme.name for theme in themes.of(db, demo_id)]
    assert names[0] == "Akuttelefon og visitation"
    assert names[-1] == "Økonomi og opfølgning"


def test_it_is_one_event_and_known_as_a_demonstration(db, demo_id):
    assert len(events.of(db, demo_id)) == 1
    assert hearings.demonstrations(db) == {demo_id}


def test_it_is_loaded_into_an_empty_database_only(db, demo_id):
    with pytest.raises(Refused, match="tom database"):
        demonstration.load(db, ME)
    assert len(hearings.all(db)) == 1


def test_the_command_loads_it_and_refuses_the_second_time(tmp_path):
    arguments = ["--db", str(tmp_path / "ny.db"), "demo"]
    done = CliRunner().invoke(main, arguments)
    assert (done.exit_code, done.stdout.splitlines()[0]) == (0, "1")
    again = CliRunner().invoke(main, arguments)
    assert (again.exit_code, again.stdout, again.stderr.count("\n")) == (1, "", 1)


def _linked(db) -> set[int]:
    """The points that follow others, or deviate, and are not printed as they were read."""
    return {echo.point_id for echo in echoes.of(db, 1) if not echo.as_read}


def test_its_working_copy_is_the_file_it_was_loaded_from(db, demo_id, tmp_path):
    with (tmp_path / "ud.json").open("wb") as file:
        working_copy.write(report.load(db, demo_id), file)
    written = working_copy_rows(tmp_path / "ud.json")
    linked = {
        line.number for line in report.load(db, demo_id).lines if line.point and line.point.id in _linked(db)
    }
    kept = working_copy_rows(demonstration.FOLDER / "handling-table.json")
    for number, (one, other) in enumerate(zip(written, kept, strict=True), 1):
        assert one == other or number in linked


def working_copy_rows(file) -> list[dict]:
    """The rows of a working copy, as plain data."""
    return json.loads(file.read_text(encoding="utf-8"))["rows"]


def test_a_short_name_that_its_texts_use_stands_with_the_partys_name(db, demo_id):
    lines = list(report.load(db, demo_id).lines)
    texts = " ".join(f"{one.point.summary} {one.point.comment} {one.point.excerpt}" for one in lines if one.point)
    for party in parties.of(db, demo_id):
        if party.short_name and re.search(rf"\b{re.escape(party.short_name)}s?\b", texts):
            assert f"({party.short_name})" in party.name
