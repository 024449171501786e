"""A point that has its handling from another is as finished as that one is."""

import json

import pytest
from lxml import html

from hearing.casework import echoes, points
from hearing.enums import Status
from hearing.records import By
from hearing.store import points as stored
from hearing.store import progress
from tests.pages import filled

ME = By("abc")
ACCESS, GOAL, PHONE, SAME, BENCH = 1, 2, 3, 4, 5


@pytest.fixture(autouse=True)
def _followed(db, hearing_id) -> None:
    """BENCH follows GOAL, SAME repeats PHONE as it was read; those that are repeated are finished."""
    echoes.confirm(db, ME, BENCH, 1, GOAL)
    for id in (GOAL, PHONE):
        points.change(db, ME, id, stored.find(db, id).version, status=Status.DONE)


def _rows(client, status: str) -> list[int]:
    page = html.fromstring(client.get(f"/hearings/1/points?status={status}").text)
    return [int(id.removeprefix("point-")) for id in page.xpath("//tr[starts-with(@id, 'point-')]/@id")]


def test_followers_are_finished_with_their_source_in_counts_and_filter_and_keep_their_own_in_the_working_copy(
    client, db
):
    assert (progress.of(db, 1).done, progress.of(db, 1).points) == (4, 5)
    assert _rows(client, "færdig") == [GOAL, PHONE, SAME, BENCH]
    page = html.fromstring(client.get("/hearings/1/points").text)
    assert page.get_element_by_id(f"point-{BENCH}").find_class("chip")[0].text == "Færdig"
    copy = json.loads(client.get("/hearings/1/documents/json", buffered=True).data)
    assert [row["status"] for row in copy["rows"]] == ["ny", "færdig", "færdig", "ny", None, "ny"]


def test_a_source_that_is_taken_up_again_takes_its_followers_along(client, db):
    points.change(db, ME, GOAL, stored.find(db, GOAL).version, status=Status.STARTED)
    assert _rows(client, "i+gang") == [GOAL, BENCH]


def test_who_deviates_has_a_status_of_its_own(client, db):
    echoes.deviate(db, ME, BENCH, stored.find(db, BENCH).version, "Bænken er en anden sag.", comment="Opsættes.")
    assert _rows(client, "færdig") == [GOAL, PHONE, SAME]
    points.change(db, ME, BENCH, stored.find(db, BENCH).version, status=Status.FOR_APPROVAL)
    assert _rows(client, "til+godkendelse") == [BENCH]


def test_the_page_of_a_follower_asks_for_no_status(client):
    assert "status" not in filled(client.get(f"/points/{BENCH}").text, f"/points/{BENCH}")
    assert filled(client.get(f"/points/{GOAL}").text, f"/points/{GOAL}")["status"] == "færdig"
