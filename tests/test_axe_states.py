"""Accessibility of what the pages of repetitions look like in each of their states, light and dark."""

import pytest

from hearing import likeness
from hearing.casework import echoes, imports, verdicts
from hearing.enums import Meaning
from hearing.intake.rows import Reading, Row
from hearing.likeness import Progress
from hearing.store import connection, points, schema
from hearing.web import create_app
from tests import world
from tests.accessible import look
from tests.chromium import person, serving
from tests.conftest import ME

pytestmark = [pytest.mark.browser, pytest.mark.slow]

_FERRY = (
    "Færgen bør sejle hver halve time også om vinteren, så elever og ansatte på fastlandet kan komme hjem samme "
    "dag; i dag er der fire timer mellem afgangene."
)
_WELL = "Drikkevandet på øens sydside smager af jern, og boringen bør derfor undersøges, før nye huse tilsluttes."
_PATH = "Stien mellem skolen og hallen er uden lys, og der bør sættes lamper op inden næste vinter."
_IMPLEMENT = {"decision": world.IMPLEMENT, "meaning": Meaning.IMPLEMENT, "comment": "Drøftes med rederiet."}
_REFUSED = {"decision": world.NO_CHANGE, "meaning": Meaning.NO_CHANGE, "comment": "Hører under trafikplanen."}

# Ids from 1; 2 repeats 1, 3 deviates from it, 4 repeats it as it was read, 10 and 11 are a group of their own.
_ROWS = (
    Row(party="Øens Beboere (ØB)", party_short="ØB", label="a", summary="Færgen.", excerpt=_FERRY, **_IMPLEMENT),
    Row(party="Skolebestyrelsen", label="a", summary="Flere afgange.", excerpt=_FERRY),
    Row(party="Erhvervsrådet", label="a", summary="Færgedrift.", excerpt=_FERRY),
    Row(party="Ungdomsrådet", label="a", summary="Samme kommentar som ØB", decision="Samme håndtering som ved ØB",
        echo_of=0),
    Row(party="Pendlerne", label="a", summary="Sejlplan.", excerpt=_FERRY.replace("bør sejle", "bør ikke sejle")),
    Row(party="Vandværket", label="a", summary="Boringen.", excerpt=_WELL, **_IMPLEMENT),
    Row(party="Vandværket", label="b", summary="Jern i vandet.", excerpt=f"{_WELL} Det haster.", **_REFUSED),
    Row(party="Sydsidens Grundejere", label="a", summary="Vandet.", excerpt=_WELL),
    Row(party="Havnerådet", label="a", summary="Moler.", excerpt="Molerne bør forhøjes mod storm."),
    Row(party="Hallens Venner", label="a", summary="Lys.", excerpt=_PATH, **_REFUSED),
    Row(party="Idrætsforeningen", label="a", summary="Lys på stien.", excerpt=_PATH),
)  # fmt: skip


@pytest.fixture(scope="module")
def furnished(tmp_path_factory):
    """A hearing with a group, a deviation, what was judged, and an earlier hearing that is like it."""
    path = tmp_path_factory.mktemp("states") / "hearing.db"
    db = connection.connect(path)
    schema.migrate(db)
    facts = {"authority": "Øens Kommune"}
    now = imports.create(db, ME, "Ø-plan 2030", Reading(rows=_ROWS, facts=facts))
    imports.create(db, ME, "Ø-plan 2022", Reading(rows=(_ROWS[0], _ROWS[5]), facts=facts))
    imports.create(db, ME, "Havneplan", Reading(rows=_ROWS[8:9]))
    echoes.confirm_many(db, ME, [(2, 1, 1, None), (3, 1, 1, None), (11, 1, 10, None)])
    version = points.find(db, 3).version
    echoes.deviate(db, ME, 3, version, "Rådet ejer selv færgen.", comment="Rådet svarer selv.")
    verdicts.reject(db, ME, 5, 8)
    verdicts.keep(db, ME, 5, 9)
    assert now == 1
    db.conn.close()
    return path


@pytest.fixture(scope="module")
def address(furnished):
    """Where the program answers."""
    with serving(create_app(furnished)) as place:
        yield place


@pytest.fixture(scope="module", params=["light", "dark"])
def page(request, browser, address):
    """A person's page in one of the two colour schemes."""
    opened = person(browser, address, color_scheme=request.param, viewport={"width": 1280, "height": 900})
    yield opened
    opened.context.close()


@pytest.mark.parametrize(
    ("at", "shown"),
    [
        ("/points/1", "Rejst af 4 parter"),
        ("/points/2", "Følger"),
        ("/points/3", "Afviger fra"),
        ("/points/4", "Trykkes, som den blev indlæst"),
        ("/points/5", "Se forskellen"),
        ("/points/5", "afgjort hver for sig"),
        ("/points/7", "samme part"),
        ("/points/8", "Sådan blev det håndteret i"),
        ("/points/9", "Ingen andre end"),
        ("/hearings/1/echoes", "Uens håndteret"),
        ("/hearings/1/echoes?pairs=1&at=100-0-0", "Venter på afgørelse"),
        ("/hearings/1/echoes?at=0-0-0", "Du er nået til enden"),
        ("/hearings/1/echoes?group=1", "Gentages af"),
        ("/hearings/1/echoes?group=9", "Ingen gentager bemærkningen"),
        ("/hearings/3/echoes", "Ingen gentagelser endnu"),
        ("/hearings/1/verdicts", "Ikke det samme"),
        ("/hearings/3/verdicts", "Intet er afgjort her endnu"),
        ("/hearings/1/points", "Rejst af 4 parter"),
        ("/hearings/1/points?echo=deviates", "Gentager, men afviger"),
        ("/hearings/1/mentions?q=lys", "2 bemærkninger"),
        ("/hearings/1/documents", "Før tabellen offentliggøres"),
    ],
)
def test_a_state_is_accessible(page, at, shown):
    page.goto(at)
    assert shown in page.locator("main").inner_text()
    look(page)


@pytest.mark.parametrize("at", ["/hearings/1/echoes", "/hearings/1", "/points/5"])
@pytest.mark.parametrize("progress", [Progress(40, 100), Progress(0, 100, failed=True)])
def test_what_is_shown_while_points_are_compared_is_accessible(page, monkeypatch, at, progress):
    monkeypatch.setattr(likeness, "state", lambda *_: progress)
    page.goto(at)
    assert "sammenlignes" in page.locator("main").inner_text()
    look(page)


def test_a_resemblance_found_while_typing_is_accessible(page):
    page.goto("/hearings/1/points/new?party=9")
    page.fill("#excerpt", _FERRY)
    page.locator("details.alike").first.wait_for()
    look(page)


def test_the_search_for_a_reference_is_accessible(page):
    page.goto("/points/5")
    page.get_by_role("button", name="Indsæt henvisning").click()
    page.locator(".mentioning input").fill("lys")
    page.locator(".mentioning b").first.wait_for()
    look(page)


def test_a_deviation_without_a_reason_is_accessible(page):
    page.goto("/points/2")
    page.fill("#comment", "Bestyrelsen får svar for sig.")
    page.click("button.primary")
    page.locator("#deviation-error").wait_for()
    look(page)


def test_a_source_that_is_not_removed_unasked_is_accessible(page):
    page.goto("/points/1")
    page.get_by_role("button", name="Slet bemærkningen").click()
    page.locator("#remaining-error").wait_for()
    look(page)


def test_two_people_at_one_point_are_told_accessibly(page):
    page.goto("/points/9")
    colleague = page.context.new_page()
    colleague.goto("/points/9")
    for one, comment in ((colleague, "Molerne er høje nok."), (page, "Molerne forhøjes.")):
        one.fill("#comment", comment)
        one.click("button[name=go][value=stay]")
    page.locator(".conflict").wait_for()
    look(page)
    colleague.fill("#comment", "")
    colleague.click("button[name=go][value=stay]")
    colleague.close()
