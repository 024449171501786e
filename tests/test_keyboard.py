"""The six main tasks by Tab, Enter, Space and the arrows alone; each with JavaScript and without."""

import re

import pytest
from docx import Document
from playwright.sync_api import expect

from hearing.casework import points as casework
from hearing.records import By
from hearing.store import parties, points, responses
from tests.chromium import person
from tests.focus import press, reach, step

pytestmark = [pytest.mark.browser, pytest.mark.slow]

_TABLE = """Høringspart;Tema;Sammendrag;Håndtering;Kommentar;Citat
Nordholm Kommune;Økonomi;a) Savner et overslag.;Tages til efterretning;Overslaget følger.;Vi savner et overslag.
Sydholm Kommune;Adgang;a) Ønsker længere åbningstid.;Imødekommes;Tiden udvides.;Åbn dog lidt længere.
"""


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def page(request, browser, place, hearing_id):
    """Somebody without a mouse in front of the named world."""
    opened = person(browser, place, java_script_enabled=request.param)
    opened.has_script = request.param
    yield opened
    assert [said for said in opened.complaints if "409" not in said] == []
    opened.context.close()


def _button(page, name: str):
    return page.get_by_role("button", name=name, exact=True)


def test_a_file_is_imported_through_its_preview(page, tmp_path):
    file = tmp_path / "Havneplanen.csv"
    file.write_text(_TABLE, encoding="utf-8")
    page.goto("/")
    press(page, page.get_by_role("link", name="Indlæs håndteringstabel"))
    expect(page.locator("h1")).to_have_text("Indlæs en håndteringstabel")
    with page.expect_file_chooser() as chooser:
        press(page, page.locator("#file"))
    chooser.value.set_files(file)
    press(page, _button(page, "Læs filen"))
    expect(page.locator(".figures")).to_contain_text("2 rækker")
    press(page, _button(page, "Gem som ny høring"))
    expect(page.locator("h1")).to_have_text("Havneplanen")


def test_the_table_is_filtered_and_ordered(page):
    page.goto("/hearings/1/points")
    press(page, page.locator("summary", has_text="Tema"), "Space")
    press(page, page.get_by_label("Kvalitet i forløbene"), "Space")
    press(page, _button(page, "Vis"))
    expect(page.locator(".picked")).to_contain_text("Tema: Kvalitet i forløbene")
    expect(page.locator(".count")).to_contain_text("af 1")
    press(page, page.get_by_role("link", name="Nulstil"))
    expect(page.locator(".picked")).to_have_count(0)
    press(page, page.get_by_label("Rækkefølge"), "ArrowDown")
    page.keyboard.press("ArrowDown")
    press(page, page.locator(".order button"))
    expect(page).to_have_url(re.compile("sort=theme"))


def test_a_point_is_edited_and_the_next_and_the_previous_come(page, db):
    page.goto("/hearings/1/points")
    press(page, page.locator("#point-1 a.edit-point"))
    heading = page.locator(".editing h2" if page.has_script else "h1")
    expect(heading).to_have_text("Søndervang Kommune, a")
    reach(page, page.locator("#summary"))
    page.keyboard.type("Straks: ")
    press(page, page.locator("button[value=next]"))
    expect(heading).to_have_text("Søndervang Kommune, b")
    if page.has_script:
        page.keyboard.press("Alt+ArrowUp")
    else:
        press(page, page.get_by_role("link", name="Forrige"))
    expect(heading).to_have_text("Søndervang Kommune, a")
    assert points.find(db, 1).summary.startswith("Straks: ")


def test_a_conflict_is_resolved_field_by_field(page, db):
    page.goto("/hearings/1/points")
    press(page, page.locator("#point-1 a.edit-point"))
    reach(page, page.locator("#summary"))
    page.keyboard.type("Mit: ")
    reach(page, page.locator("#comment"))
    page.keyboard.type("Mit: ")
    casework.change(db, By("kol"), 1, 1, summary="Kollegaens sammendrag.", comment="Kollegaens kommentar.")
    press(page, _button(page, "Gem"))
    expect(page.locator(".conflict")).to_be_focused()
    press(page, page.get_by_label("Behold det, der er gemt i »Kommentar«"), "Space")
    press(page, _button(page, "Gem"))
    expect(page.locator("#point-1")).to_contain_text("Mit: ")
    saved = points.find(db, 1)
    assert saved.summary.startswith("Mit: ")
    assert saved.comment == "Kollegaens kommentar."


def test_a_response_is_logged(page, db):
    silent = next(party for party in parties.of(db, 1) if party.name == "Ærøholm Hospital")
    page.goto("/hearings/1/parties")
    press(page, page.get_by_role("link", name=f"Registrér svar fra {silent.name}"))
    expect(page.locator("h1")).to_have_text("Registrér høringssvar")
    reach(page, page.locator("#received"))
    page.keyboard.type("3-2-2026")
    press(page, page.locator("#with_remarks-0"), "ArrowDown")
    press(page, _button(page, "Registrér"))
    expect(page.locator(".flashes")).to_contain_text("Høringssvaret er registreret.")
    [response] = responses.of_party(db, silent.id)
    assert (response.received.isoformat(), response.with_remarks) == ("2026-02-03", False)


def test_the_table_is_fetched_as_word(page, tmp_path):
    page.goto("/hearings/1/points")
    with page.expect_download() as download:
        press(page, page.get_by_role("link", name=re.compile("^Word")))
    download.value.save_as(tmp_path / "tabel.docx")
    [table] = Document(tmp_path / "tabel.docx").tables
    assert len(table.rows) == 7


def test_the_first_stop_leads_past_the_navigation(page):
    page.goto("/hearings/1/points")
    press(page, page.get_by_role("link", name="Gå til indholdet"))
    step(page)
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
