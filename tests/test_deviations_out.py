"""A deviation and its reason in what leaves the program: in the working copy, and in nothing that is published."""

import csv
import io
import json

import pytest
from docx import Document
from openpyxl import load_workbook

from exports import delimited, handling_table, spreadsheet, working_copy
from hearing import report
from hearing.casework import echoes, imports
from hearing.intake import working_copy as reader
from hearing.store import echoes as links
from hearing.store import points as stored
from tests import world
from tests.conftest import ME

GOAL, PHONE, BENCH = 2, 3, 5
WHY = "Gælder kun om vinteren; jf. mødet"


@pytest.fixture
def hearing_id(db, hearing_id) -> int:
    """The named world; one follows another, and one deviates from it by its comment alone."""
    echoes.confirm(db, ME, BENCH, 1, GOAL)
    echoes.confirm(db, ME, PHONE, 1, GOAL)
    echoes.deviate(db, ME, PHONE, 2, WHY, comment="Måles allerede om vinteren.", marks=((0, 5),))
    return hearing_id


def _written(db, hearing_id, write) -> bytes:
    file = io.BytesIO()
    write(report.load(db, hearing_id), file)
    return file.getvalue()


def test_the_working_copy_says_why_and_only_where_a_row_deviates(db, hearing_id):
    rows = json.loads(_written(db, hearing_id, working_copy.write))["rows"]
    assert [row.get("deviation") for row in rows if "deviation" in row] == [WHY]
    assert rows[2]["deviation"] == WHY
    assert rows[2]["echo_of"]["row"] == GOAL


@pytest.mark.parametrize("write", [handling_table.write, spreadsheet.write_xlsx, delimited.write_csv])
def test_nothing_that_is_published_does(db, hearing_id, write):
    data = _written(db, hearing_id, write)
    if write is handling_table.write:
        texts = [c.text for row in Document(io.BytesIO(data)).tables[0].rows for c in row.cells]
    elif write is spreadsheet.write_xlsx:
        sheets = load_workbook(io.BytesIO(data)).worksheets
        texts = [str(value) for sheet in sheets for row in sheet.iter_rows(values_only=True) for value in row]
    else:
        texts = [cell for row in csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";") for cell in row]
    assert any("Måles allerede om vinteren." in text for text in texts)
    assert not any("mødet" in text for text in texts)


def test_it_is_read_back_and_written_again_as_it_was(db, hearing_id):
    copy = _written(db, hearing_id, working_copy.write)
    again = imports.create(db, ME, world.TITLE, reader.read(copy))
    [link] = [link for link in links.of(db, again) if link.deviation]
    ids = [point.id for point in stored.of(db, again)]
    assert (ids.index(link.point_id), ids.index(link.source_id), link.deviation) == (PHONE - 1, GOAL - 1, WHY)
    assert not link.as_read
    point = stored.find(db, link.point_id)
    assert (point.comment, point.marks) == ("Måles allerede om vinteren.", ((0, 5),))
    assert point.decision_id == stored.find(db, link.source_id).decision_id is not None
    assert _written(db, again, working_copy.write) == copy
    assert echoes.follow(db, ME, point.id, point.version, link.seen)


def _read(*echo_of: int | None, deviating: int = 0):
    rows = [
        {"party": f"Part {n}", "summary": f"Ønske {n}", "comment": f"Svar {n}"} for n, _ in enumerate(echo_of, 1)
    ]
    for row, of in zip(rows, echo_of, strict=True):
        row["echo_of"] = of and {"row": of}
    rows[deviating]["deviation"] = WHY
    return reader.read(json.dumps({"rows": rows}).encode())


def test_one_that_deviates_from_a_repetition_deviates_from_what_that_repeats(db):
    hearing_id = imports.create(db, ME, "Plan", _read(2, 3, None))
    assert {link.point_id: (link.source_id, link.deviation) for link in links.of(db, hearing_id)} == {
        1: (3, WHY),
        2: (3, ""),
    }


@pytest.mark.parametrize("echo_of", [(None, None), (9, None), (1, None), (2, 1)])
def test_a_reason_without_anything_to_deviate_from_is_kept_for_a_person(db, echo_of):
    hearing_id = imports.create(db, ME, "Plan", _read(*echo_of))
    assert not any(link.deviation for link in links.of(db, hearing_id))
    assert f"»{WHY}«" in stored.find(db, 1).unsure


def test_a_row_that_points_at_itself_or_in_a_ring_by_way_of_others_keeps_its_reason_too(db):
    hearing_id = imports.create(db, ME, "Plan", _read(2, 3, 2))
    assert f"»{WHY}«" in stored.find(db, 1).unsure
    assert all(link.as_read for link in links.of(db, hearing_id))
