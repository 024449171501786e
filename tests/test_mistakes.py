"""Every form that there is, sent empty, sent wrong and sent too late: what is said about it reaches everybody."""

import shutil

import pytest
from wtforms.fields.core import UnboundField

from hearing.store import connection
from hearing.web import create_app, forms
from tests.accessible import look
from tests.addresses import address, endpoints
from tests.chromium import person

pytestmark = [pytest.mark.browser, pytest.mark.slow]

_SEND = """
([action, fields]) => {
    const form = document.createElement("form");
    form.method = "post";
    form.action = action;
    for (const [name, value] of Object.entries(fields)) {
        const field = form.appendChild(document.createElement("textarea"));
        Object.assign(field, { name, value });
    }
    document.body.append(form);
    form.submit();
}
"""
# The pages of records that two people can edit at once, and the field that a person types into.
_EDITED = {
    "points.edit": "summary",
    "hearings.edit": "title",
    "parties.edit": "name",
    "responses.edit": "document_number",
    "themes.edit": "name",
    "decisions.edit": "phrase",
}
# They answer with a part of a page, which stands on the point's.
PARTS = {"likeness.new", "likeness.typed"}


@pytest.fixture
def app(tmp_path, furnished):
    """The program on a database of its own."""
    return create_app(shutil.copy(furnished, tmp_path / "hearing.db"))


@pytest.fixture
def db(tmp_path, app):
    """The database behind it."""
    opened = connection.connect(tmp_path / "hearing.db")
    yield opened
    opened.conn.close()


@pytest.fixture
def page(browser, place):
    """A person's page."""
    opened = person(browser, place, viewport={"width": 1280, "height": 900})
    yield opened
    opened.context.close()


def _kinds(form: type) -> list[type]:
    return [form, *(kind for made in form.__subclasses__() for kind in _kinds(made))]


def _wrong() -> dict[str, str]:
    """Two thousand letters in every field that any form has."""
    kinds = _kinds(forms.BaseForm)
    fields = {name for kind in kinds for name in dir(kind) if isinstance(getattr(kind, name), UnboundField)}
    return dict.fromkeys(fields - {"once", "version"}, "x" * 2000) | {"version": "1"}


def _told(page) -> None:
    """The summary has the focus, its links lead to the fields, and each field says what is wrong with it."""
    if page.locator(".problems h2").count():
        assert page.title().startswith("Fejl:")
        assert page.evaluate("document.activeElement.closest('.problems') !== null")
    for link in page.locator(".problems a").all():
        assert page.locator(link.get_attribute("href")).count() == 1
    for wrong in page.locator("[aria-invalid=true]").all():
        told = wrong.get_attribute("aria-describedby").split()
        assert any(page.locator(f"#{id}").inner_text().strip() for id in told)


@pytest.mark.parametrize("sent", [{}, _wrong()], ids=["empty", "wrong"])
@pytest.mark.parametrize("endpoint", sorted(set(endpoints("POST")) - PARTS))
def test_a_form_says_accessibly_what_is_wrong(page, app, db, endpoint, sent):
    url = address(app, db, endpoint)
    page.goto("/initialer")
    token = page.locator("[name=csrf_token]").first.get_attribute("value")
    with page.expect_navigation() as answered:
        page.evaluate(_SEND, [url, {**sent, "csrf_token": token}])
    assert answered.value.status < 500
    look(page)
    _told(page)


@pytest.mark.parametrize("endpoint", _EDITED)
def test_a_conflict_is_told_accessibly_and_keeps_what_was_typed(page, app, db, endpoint):
    url = address(app, db, endpoint)
    colleague = page.context.new_page()
    for person_at, words in ((page, "Mine ord"), (colleague, "Kollegaens ord")):
        person_at.goto(url)
        person_at.fill(f"#{_EDITED[endpoint]}", words)
    for person_at in (colleague, page):
        with person_at.expect_navigation():
            person_at.locator("form", has=person_at.locator(f"#{_EDITED[endpoint]}")).locator(".primary").click()
    look(page)
    assert page.title().startswith("Fejl:")
    conflict = page.get_by_role("alert")
    assert conflict.evaluate("at => at === document.activeElement")
    assert "Kollegaens ord" in conflict.inner_text()
    assert page.input_value(f"#{_EDITED[endpoint]}") == "Mine ord"
