"""The day's work in a real browser: edit in the table, by keyboard, against a colleague, and take it back."""

import re

import pytest
from playwright.sync_api import expect

from hearing.casework import points as casework
from hearing.casework import undo
from hearing.records import By
from hearing.store import points
from tests.chromium import person

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("hearing_id")]


@pytest.fixture
def page(browser, place):
    """Somebody in front of the table; whatever the browser complains of fails the test."""
    opened = person(browser, place, viewport={"width": 1280, "height": 900})
    opened.goto("/hearings/1/points")
    yield opened
    assert [text for text in opened.complaints if not re.search("40[049]", text)] == []
    opened.context.close()


def test_a_row_is_edited_where_it_stands_with_the_keyboard_alone(page, db):
    page.locator("#point-1 a.edit-point").focus()
    page.keyboard.press("Enter")
    summary = page.locator(".editing textarea[name=summary]")
    expect(summary).to_be_focused()
    summary.fill("Rettet i tabellen")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#point-1")).to_contain_text("Rettet i tabellen")
    expect(page.locator(".editing h2")).to_have_text("Søndervang Kommune, b")
    expect(page.locator(".flashes")).to_contain_text("Bemærkningen er gemt.")
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator(".editing h2")).to_have_text("Søndervang Kommune, a")
    page.keyboard.press("Escape")
    expect(page.locator(".editing")).to_have_count(0)
    expect(page.locator("#point-1 a.edit-point")).to_be_focused()
    assert (points.find(db, 1).summary, points.find(db, 2).version) == ("Rettet i tabellen", 1)


def test_new_text_is_marked_with_a_key(page, db):
    page.click("#point-1 a.edit-point")
    comment = page.locator(".editing textarea[name=comment]")
    comment.fill("helt nyt her")
    comment.evaluate("area => area.setSelectionRange(5, 8)")
    page.keyboard.press("Control+b")
    expect(comment).to_have_value("helt **nyt** her")
    page.keyboard.press("Control+b")
    expect(comment).to_have_value("helt nyt her")
    page.keyboard.press("Control+b")
    page.click(".editing button.primary")
    expect(page.locator("#point-1 strong")).to_contain_text("nyt")
    assert points.find(db, 1).marks == ((5, 8),)


def test_a_colleagues_save_is_shown_in_place_and_nothing_typed_is_lost(page, browser, place, db):
    page.click("#point-1 a.edit-point")
    page.fill(".editing textarea[name=comment]", "Min kommentar")
    colleague = person(browser, place)
    colleague.goto("/points/1")
    colleague.fill("#comment", "Kollegaens kommentar")
    colleague.click("button.primary")
    page.click(".editing button.primary")
    conflict = page.locator(".editing .conflict")
    expect(conflict).to_be_focused()
    expect(conflict.locator(".difference del")).to_contain_text("Kollegaens")
    expect(conflict.locator(".difference ins")).to_contain_text("Min")
    expect(page.locator(".editing textarea[name=comment]")).to_have_value("Min kommentar")
    page.click(".editing button.primary")
    expect(page.locator("#point-1")).to_contain_text("Min kommentar")
    assert points.find(db, 1).version == 3
    colleague.context.close()


def test_a_conflict_is_shown_in_place_also_after_the_point_was_gone(page, db):
    colleague, point = By("kol"), points.find(db, 1)
    page.click("#point-1 a.edit-point")
    page.fill(".editing textarea[name=comment]", "Min kommentar")
    deleted = casework.remove(db, colleague, 1, point.version)
    page.click(".editing button.primary")
    expect(page.locator(".editing h1")).to_have_text("Bemærkningen er slettet")
    undo.undo(db, colleague, deleted)
    casework.change(db, colleague, 1, points.find(db, 1).version, comment="Kollegaens kommentar")
    page.click(".editing button.primary")
    expect(page.locator(".editing .conflict")).to_contain_text("Kollegaens")
    expect(page.locator(".editing textarea[name=comment]")).to_have_value("Min kommentar")
    page.click(".editing button.primary")
    expect(page.locator("#point-1")).to_contain_text("Min kommentar")


def test_what_is_wrong_is_said_in_place(page):
    page.click("#point-3 a.edit-point")
    for name in ("summary", "comment", "excerpt"):
        page.fill(f".editing textarea[name={name}]", " ")
    page.click(".editing button.primary")
    expect(page.locator(".editing .problems")).to_be_focused()
    expect(page.locator(".editing #summary-error")).to_contain_text("Skriv et sammendrag")


def test_a_server_that_is_gone_leaves_the_text_where_it_was_typed(page):
    page.click("#point-1 a.edit-point")
    page.fill(".editing textarea[name=comment]", "Min kommentar")
    page.route("**/points/1", lambda route: route.abort())
    page.click(".editing button.primary")
    expect(page.locator(".editing .unanswered")).to_contain_text("Programmet svarer ikke")
    expect(page.locator(".editing textarea[name=comment]")).to_have_value("Min kommentar")
    page.complaints.clear()


def test_a_point_is_cut_at_the_cursor_and_the_cut_is_taken_back(page, db):
    page.goto("/points/3")
    page.fill("#summary", "Første del. Anden del.")
    page.locator("#summary").evaluate("area => area.setSelectionRange(11, 11)")
    page.click("[data-cut]")
    expect(page.locator(".flashes")).to_contain_text("Bemærkningen er delt.")
    assert [p.summary for p in points.of_party(db, 2)] == ["Første del.", "Anden del."]
    page.click(".flashes button")
    expect(page.locator(".flashes")).to_contain_text("Fortrudt: Bemærkning delt.")
    assert len(points.of_party(db, 2)) == 1


@pytest.mark.parametrize(
    ("address", "link"), [("/points/1", "text=Næste"), ("/hearings/1/points/new?party=1", "nav >> text=Historik")]
)
def test_a_link_does_not_take_typed_text_away_unasked(page, address, link):
    asked = []
    page.goto(address)
    page.locator("#summary").press_sequentially("Skrevet")
    page.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.locator(link).first.click(no_wait_after=True)
    page.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    assert "Skrevet" in page.locator("#summary").input_value()
    page.on("dialog", lambda dialog: dialog.accept())


def test_typed_text_goes_along_when_a_point_is_moved(page, db):
    page.goto("/points/1")
    page.locator("#note").press_sequentially("Skrevet før")
    page.click("text=Flyt ned")
    expect(page.locator("#note")).to_have_value("Skrevet før")
    assert [p.note for p in points.of_party(db, 1)] == ["", "Skrevet før"]


def test_the_name_of_a_new_theme_is_asked_for_when_it_is_chosen(page, db):
    page.goto("/hearings/1/points/new?party=1")
    expect(page.locator("#summary")).to_be_focused()
    expect(page.locator("#new_theme")).to_be_hidden()
    page.select_option("#theme", "new")
    expect(page.locator("#new_theme")).to_be_focused()
    page.fill("#new_theme", "Tandpleje")
    page.fill("#summary", "Et ønske")
    page.click("button[value=another]")
    expect(page.locator("#theme option", has_text="Tandpleje")).to_have_count(1)
    expect(page.locator("#summary")).to_be_focused()


def test_a_deleted_point_comes_back(page, db):
    page.goto("/points/2")
    page.click("text=Slet bemærkningen")
    expect(page).to_have_url(re.compile("/hearings/1/points"))
    assert points.find(db, 2) is None
    page.click(".flashes button")
    expect(page.locator("#point-2")).to_be_visible()


def test_before_a_point_that_another_repeats_is_deleted_the_person_says_what_becomes_of_that_one(page, db):
    page.goto("/points/3")
    page.click("text=Slet bemærkningen")
    expect(page.locator("#remaining-error")).to_be_visible()
    page.locator("input[name=remaining]").first.check()
    page.click("text=Slet bemærkningen")
    expect(page).to_have_url(re.compile("/hearings/1/points"))
    assert points.find(db, 3) is None


def test_everything_works_without_javascript(browser, place, db):
    page = person(browser, place, java_script_enabled=False)
    page.goto("/hearings/1/points")
    page.click("#point-1 a.edit-point")
    page.fill("#comment", "Uden **script**")
    page.click("button[value=next]")
    expect(page.locator("h1")).to_have_text("Søndervang Kommune, b")
    assert (points.find(db, 1).comment, points.find(db, 1).marks) == ("Uden script", ((5, 11),))
    page.context.close()


@pytest.mark.parametrize("size", [(1280, 500), (390, 500)])
def test_the_message_is_in_view_far_down_and_covers_neither_the_row_nor_the_head(page, size):
    width, height = size
    page.set_viewport_size({"width": width, "height": height})
    page.goto("/points/5?back=/hearings/1/points")
    page.fill("textarea[name=summary]", "Rettet langt nede")
    page.click("form.point .buttons button.primary")
    expect(page.locator("#point-5")).to_contain_text("Rettet langt nede")
    message, row = page.locator(".flash").bounding_box(), page.locator("#point-5").bounding_box()
    head = page.locator(".points thead tr th").first.bounding_box()
    assert page.evaluate("scrollY") > 0
    assert message["y"] >= 0 and message["y"] + message["height"] <= min(row["y"], height)
    assert head is None or head["y"] + head["height"] <= message["y"]
