"""The whole path in a browser: a published table in, a day's work on it, a Word table out."""

import re

import pytest
from docx import Document
from playwright.sync_api import expect

from tests.chromium import person

MINE = "Rettet i den ene browser: der ønskes et tal for ventetiden."
THEIRS = "Rettet i den anden browser: ventetiden skal kunne følges."


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.seeds
def test_a_published_table_is_imported_worked_on_and_printed(place, browser, seed_table, tmp_path):
    me = person(browser, place)
    _import(me, seed_table)
    count = _filter_by_first_theme(me)
    _edit_in_two_browsers(me, person(browser, place))
    expect(me.locator(".count")).to_contain_text(f"af {count}")
    with me.expect_download() as download:
        me.get_by_role("link", name=re.compile("^Word")).click()
    download.value.save_as(tmp_path / "tabel.docx")
    [table] = Document(tmp_path / "tabel.docx").tables
    texts = [cell.text for cell in table._cells]
    assert len(table.rows) == count + 1
    assert sum(MINE in text for text in texts) == 1
    assert not any(THEIRS in text for text in texts)
    # Chromium itself remarks on the one answer that is no success: the conflict.
    assert [said for said in me.complaints if "409" not in said] == []


def _import(page, file) -> None:
    """Send the file, look it through, store it."""
    page.goto("/")
    page.get_by_role("link", name="Indlæs håndteringstabel").click()
    page.set_input_files("#file", file)
    page.get_by_role("button", name="Læs filen").click()
    page.wait_for_url(re.compile(r"/imports/\d+$"))
    figures = page.locator(".figures")
    for figure in ("228 rækker", "46 høringsparter", "211 bemærkninger", "17 uden høringssvar"):
        expect(figures).to_contain_text(figure)
    page.fill("#title", "Praksisplanen")
    page.get_by_role("button", name="Gem som ny høring").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Praksisplanen")


def _filter_by_first_theme(page) -> int:
    """Filter the table by its first theme; returns how many rows the choice promised."""
    page.get_by_role("link", name="Tabel", exact=True).click()
    facet = page.locator("details.facet", has_text="Tema").first
    facet.locator("summary").click()
    choice = facet.locator("li").first
    count = int(choice.locator(".number").inner_text().replace(".", ""))
    choice.locator("input").check()
    facet.get_by_role("button", name="Vis").click()
    expect(page).to_have_url(re.compile("theme="))
    return count


def _edit_in_two_browsers(me, other) -> None:
    """Both open the same point; the other saves first; I see both texts in the table, and save mine over it."""
    link = me.locator("a.edit-point").first
    other.goto(link.get_attribute("href"))
    link.click()
    me.locator("tr.editing #summary").fill(MINE)
    other.fill("#summary", THEIRS)
    other.get_by_role("button", name="Gem", exact=True).click()
    expect(other.locator(".points")).to_contain_text(THEIRS)
    me.get_by_role("button", name="Gem", exact=True).click()
    conflict = me.locator(".conflict")
    expect(conflict).to_contain_text(THEIRS)
    expect(conflict).to_contain_text(MINE)
    expect(me.locator("#summary")).to_have_value(MINE)
    me.get_by_role("button", name="Gem", exact=True).click()
    expect(me.locator("tr.editing")).to_have_count(0)
    expect(me.locator(".points")).to_contain_text(MINE)
    other.context.close()
