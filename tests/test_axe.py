"""Accessibility of every page and every error page, light and dark, wide and narrow."""

import shutil

import pytest

from hearing.web import create_app, errors
from tests.accessible import SIDEWAYS, look
from tests.addresses import address, endpoints
from tests.chromium import person, serving
from tests.focus import step

pytestmark = [pytest.mark.browser, pytest.mark.slow]

_CODES = sorted(code for code in errors.PAGES if isinstance(code, int))


@pytest.fixture(scope="module")
def place(tmp_path_factory, furnished):
    """Where the program answers, and the program itself with a page for every error."""
    path = shutil.copy(furnished, tmp_path_factory.mktemp("axe") / "hearing.db")
    app = create_app(path)
    app.add_url_rule("/test/<int:code>", "test.error", errors.page, methods=["GET", "POST"])
    with serving(app) as url:
        yield url, app, path


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
        look(page)
        assert not page.complaints


@pytest.mark.parametrize("code", _CODES)
def test_an_error_page_is_accessible(page, code):
    page.goto(f"/test/{code}")
    look(page)
    page.complaints.clear()


def test_titles_tell_the_pages_apart(page, place, db):
    titles = {}
    for endpoint in endpoints("GET"):
        url = _html(db, place[1], endpoint)
        if url:
            page.goto(url)
            titles.setdefault(page.title(), []).append(endpoint)
    assert all(len(same) == 1 for same in titles.values()), titles


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
        assert not page.evaluate(SIDEWAYS), endpoint
