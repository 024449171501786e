"""Accessibility of every page, every form with errors and every error page, light and dark, wide and narrow."""

import json
import shutil
from pathlib import Path

import pytest

from hearing.web import create_app, errors
from tests.addresses import address, endpoints
from tests.chromium import chromium, person, serving
from tests.focus import step

pytestmark = [pytest.mark.browser, pytest.mark.slow]

_RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]},
    "resultTypes": ["violations", "incomplete"],
}
_HEADINGS = "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => +h.tagName[1])"
# What is wider than the window and can be neither scrolled in a region of its own nor is meant to be hidden.
_SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"
# What axe cannot decide, looked at by a person: rule, headings of the pages, and why it is right.
_REVIEWED = {
    (review["rule"], heading)
    for review in json.loads(Path(__file__).with_name("axe_incomplete.json").read_text(encoding="utf-8"))
    for heading in review["pages"]
}
_CODES = sorted(code for code in errors.PAGES if isinstance(code, int))


@pytest.fixture(scope="module")
def place(tmp_path_factory, furnished):
    """Where the program answers, and the program itself with a page for every error."""
    path = shutil.copy(furnished, tmp_path_factory.mktemp("axe") / "hearing.db")
    app = create_app(path)
    app.add_url_rule("/test/<int:code>", "test.error", errors.page, methods=["GET", "POST"])
    with serving(app) as url:
        yield url, app, path


@pytest.fixture(scope="module")
def browser():
    """One Chromium for the module."""
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="module", params=["light", "dark"])
def page(request, browser, place):
    """A person's page in one of the two colour schemes."""
    opened = person(browser, place[0], color_scheme=request.param, viewport={"width": 1280, "height": 900})
    yield opened
    opened.context.close()


def _html(db, app, endpoint: str) -> str | None:
    """The address of a page, or None where the endpoint sends a file or leads on to another page."""
    url = address(app, db, endpoint)
    with app.test_client() as client:
        with client.session_transaction() as session:
            session["initials"] = "mkh"
        answer = client.get(url, buffered=True)
    return url if answer.status_code == 200 and answer.mimetype == "text/html" else None


def _look(page) -> None:
    """Everything that must hold of any page as it stands."""
    from axe_playwright_python.sync_playwright import Axe

    results = Axe().run(page, options=_RULES)
    assert results.violations_count == 0, results.generate_report()
    heading = page.locator("h1").inner_text()
    undecided = {(found["id"], heading): found["nodes"][0]["html"] for found in results.response["incomplete"]}
    assert {key: html for key, html in undecided.items() if key not in _REVIEWED} == {}
    assert page.locator("html").get_attribute("lang") == "da"
    assert page.title().endswith("Høringer")
    levels = page.evaluate(_HEADINGS)
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False)), levels
    page.set_viewport_size({"width": 320, "height": 900})
    assert not page.evaluate(_SIDEWAYS), f"{page.url} scrolls sideways at 320 pixels"
    page.set_viewport_size({"width": 1280, "height": 900})
    csp = [text for text in page.complaints if "Content Security Policy" in text or "Refused to" in text]
    assert not csp


@pytest.fixture
def db(place):
    """The database behind the pages."""
    from hearing.store import connection

    opened = connection.connect(place[2])
    yield opened
    opened.conn.close()


@pytest.mark.parametrize("endpoint", endpoints("GET"))
def test_a_page_is_accessible(page, place, db, endpoint):
    url = _html(db, place[1], endpoint)
    if url:
        page.goto(url)
        _look(page)
        assert not page.complaints


@pytest.mark.parametrize("code", _CODES)
def test_an_error_page_is_accessible(page, code):
    page.goto(f"/test/{code}")
    _look(page)
    page.complaints.clear()


def test_titles_tell_the_pages_apart(page, place, db):
    titles = {}
    for endpoint in endpoints("GET"):
        url = _html(db, place[1], endpoint)
        if url:
            page.goto(url)
            titles.setdefault(page.title(), []).append(endpoint)
    assert all(len(same) == 1 for same in titles.values()), titles


_SEND_EMPTY = """
([action, token]) => {
    const form = document.createElement("form");
    form.method = "post";
    form.action = action;
    form.innerHTML = '<input name="csrf_token">';
    form.firstChild.value = token;
    document.body.append(form);
    form.submit();
}
"""


@pytest.mark.parametrize("endpoint", endpoints("POST"))
def test_a_form_sent_empty_says_accessibly_what_is_wrong(browser, tmp_path, furnished, endpoint):
    app = create_app(shutil.copy(furnished, tmp_path / "hearing.db"))
    from hearing.store import connection

    db = connection.connect(tmp_path / "hearing.db")
    url = address(app, db, endpoint)
    db.conn.close()
    with serving(app) as at:
        page = person(browser, at, viewport={"width": 1280, "height": 900})
        page.goto("/initialer")
        token = page.locator("[name=csrf_token]").first.get_attribute("value")
        with page.expect_navigation():
            page.evaluate(_SEND_EMPTY, [url, token])
        _look(page)
        if page.locator(".problems h2").count():
            assert page.title().startswith("Fejl:")
            assert page.evaluate("document.activeElement.closest('.problems') !== null")
        for wrong in page.locator("[aria-invalid=true]").all():
            told = wrong.get_attribute("aria-describedby").split()
            assert any(page.locator(f"#{id}").inner_text().strip() for id in told)
        page.context.close()


@pytest.mark.parametrize("endpoint", ["hearings.index", "hearings.show", "table.show", "points.edit"])
def test_the_focus_is_seen_at_every_stop(page, place, db, endpoint):
    page.goto(address(place[1], db, endpoint))
    stops = []
    for _ in range(70):
        stop = step(page)
        if stop is None:
            break
        stops.append(stop.what)
    assert "skip" in stops[0]
    assert len(set(stops)) > 4


def test_text_spaced_out_and_doubled_loses_nothing(page, place, db):
    for endpoint in ("hearings.index", "hearings.show", "table.show", "points.edit"):
        page.goto(address(place[1], db, endpoint))
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        page.evaluate(
            """() => { for (const at of document.querySelectorAll('*')) Object.assign(at.style, {
                lineHeight: '1.5', letterSpacing: '.12em', wordSpacing: '.16em' }) }"""
        )
        assert not page.evaluate(_SIDEWAYS), endpoint
