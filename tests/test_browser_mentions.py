"""A reference to another point is put into a comment without typing it, by mouse and by keyboard alone."""

import re

import pytest
from playwright.sync_api import expect

from hearing.casework import points as casework
from hearing.records import By
from hearing.store import points
from tests.chromium import person

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("hearing_id")]


@pytest.fixture
def page(browser, place):
    """Somebody at the last point; whatever the browser complains of fails the test."""
    opened = person(browser, place, viewport={"width": 1280, "height": 900})
    opened.goto("/points/5")
    yield opened
    assert [text for text in opened.complaints if not re.search("40[049]", text)] == []
    opened.context.close()


def _find(page, words: str) -> None:
    page.get_by_role("button", name="Indsæt henvisning").click()
    page.get_by_role("searchbox", name="Part, bogstav eller ord fra bemærkningen").fill(words)


def test_a_reference_is_found_and_put_in_at_the_cursor(page, db):
    comment = page.locator("#comment")
    comment.fill("Se også for svaret.")
    comment.evaluate("area => area.setSelectionRange(7, 7)")
    _find(page, "ventetiden telefonen")
    expect(page.locator(".mentioning [role=status]")).to_have_text("1 bemærkning")
    page.locator(".mentioning button").first.click()
    expect(comment).to_have_value("Se også [[PR a]] for svaret.")
    expect(comment).to_be_focused()
    expect(page.locator(".mentioning")).to_have_count(0)
    page.keyboard.press("Control+z")
    expect(comment).to_have_value("Se også for svaret.")
    page.keyboard.press("Control+y")
    page.click("button.primary")
    expect(page.locator("#point-5 a.mention")).to_have_text("PR, bemærkning a")
    casework.change(db, By("kol"), 3, 1, label="c")
    page.click("#point-5 a.mention")
    expect(page.locator("#point-3")).to_be_in_viewport()
    expect(page.locator("#point-5 a.mention")).to_have_text("PR, bemærkning c")


def test_the_keyboard_alone_finds_and_chooses(page, db):
    page.locator("#comment").focus()
    _find(page, "søndervang")
    expect(page.locator(".mentioning button")).to_have_count(2)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#comment")).to_have_value("[[Søndervang Kommune b]]")
    _find(page, "PR a")
    page.keyboard.press("Enter")
    expect(page.locator("#comment")).to_have_value("[[Søndervang Kommune b]] [[PR a]]")
    _find(page, "")
    page.keyboard.press("Escape")
    expect(page.locator("#comment")).to_be_focused()
    assert points.find(db, 5).version == 1


def test_in_the_table_too_and_what_is_wrong_is_said_there(page, db):
    page.goto("/hearings/1/points")
    page.click("#point-5 a.edit-point")
    _find(page, "PR a")
    page.keyboard.press("Enter")
    comment = page.locator(".editing textarea[name=comment]")
    expect(comment).to_have_value("[[PR a]]")
    comment.fill("[[PR q]]")
    page.click(".editing button.primary")
    expect(page.locator(".editing #comment-error")).to_contain_text("PR har ingen bemærkning q")
    comment.fill("[[PR a]]")
    page.click(".editing button.primary")
    expect(page.locator("#point-5 a.mention")).to_have_text("PR, bemærkning a")


def test_without_script_a_page_says_what_to_type(browser, place):
    page = person(browser, place, java_script_enabled=False)
    page.goto("/points/5")
    page.goto(page.get_by_role("link", name="Find en bemærkning at henvise til").get_attribute("href"))
    page.fill("#q", "ventetiden")
    page.keyboard.press("Enter")
    expect(page.locator(".choices code")).to_have_text("[[PR a]]")
    page.context.close()
