"""The panel "Ligner" in a real browser: while typing, by key, two persons at one pair, and what is inherited."""

import re
import sys
import threading

import pytest
from playwright.sync_api import expect

from hearing.casework import echoes, imports
from hearing.enums import Meaning
from hearing.intake.rows import Reading, Row
from hearing.likeness.filling import Filling
from hearing.store import echoes as echo_store
from hearing.store import points as point_store
from tests import world
from tests.chromium import person
from tests.conftest import ME

pytestmark = pytest.mark.browser

BUS = "Vi foreslår, at natbussen standser ved plejehjemmet på Kastanievej hver halve time, også i weekenden."
BENCH = "Der mangler bænke og belysning langs stien ned til den gamle færgehavn."
ROWS = (
    Row(
        party="Kastanielund Beboerforening (KB)",
        party_short="KB",
        label="a",
        summary="Natbus til plejehjemmet.",
        decision=world.NO_CHANGE,
        meaning=Meaning.NO_CHANGE,
        comment="Trafikselskabet planlægger natbusserne.",
        excerpt=BUS,
    ),
    Row(party="Ældrerådet", label="a", summary="Kollektiv trafik.", excerpt=f"{BUS} Rådet deltager gerne."),
    Row(party="Ældrerådet", label="b", summary="Bænke.", excerpt=BENCH),
    Row(party="Pårørendekredsen", label="a", summary="Bus.", excerpt=BUS.replace("standser", "ikke standser")),
)


@pytest.fixture(autouse=True)
def _hearing(db) -> None:
    """A hearing in which one wish is raised three times."""
    imports.create(db, ME, "Trafikplan for Strandby", Reading(rows=ROWS))


@pytest.fixture
def page(browser, place):
    """Somebody; whatever the browser complains of fails the test."""
    opened = person(browser, place, viewport={"width": 1280, "height": 900})
    yield opened
    assert [text for text in opened.complaints if not re.search("40[09]", text)] == []
    opened.context.close()


def _link(db, id):
    return echo_store.of_point(db, id)


def test_the_panel_shows_what_differs_and_how_the_other_was_handled(page):
    page.goto("/points/2")
    first = page.locator("details.alike").first
    expect(first.locator("summary")).to_contain_text("KB a")
    expect(first.locator(".difference ins")).to_contain_text("Rådet deltager gerne")
    expect(first).to_contain_text(world.NO_CHANGE)
    page.goto("/points/4")
    expect(page.locator("details.alike", has_text="KB a").locator(".warned")).to_contain_text("ikke")


def test_the_panel_follows_what_is_typed_and_leaves_the_focus_alone(page):
    page.goto("/points/3")
    expect(page.locator(".likeness")).to_contain_text("Ingen andre bemærkninger")
    page.fill("#excerpt", BUS)
    expect(page.locator("details.alike").first.locator("summary")).to_contain_text(
        re.compile("ordret", re.IGNORECASE)
    )
    expect(page.locator("#excerpt")).to_be_focused()
    expect(page.locator(".likeness [role=status]")).to_contain_text("ligner; nærmest")
    page.fill("#excerpt", BENCH)
    expect(page.locator(".likeness")).to_contain_text("Ingen andre bemærkninger")


def test_one_key_gives_the_same_handling_and_one_click_takes_it_back(page, db):
    page.goto("/points/2")
    page.keyboard.press("Alt+Digit1")
    expect(page.locator(".flashes")).to_contain_text("følger nu KB, bemærkning a")
    expect(page.locator("#group")).to_have_text("Følger KB a")
    expect(page.locator("#comment")).to_have_value("Trafikselskabet planlægger natbusserne.")
    assert _link(db, 2).source_id == 1
    page.click(".flashes button")
    expect(page.locator("#group")).to_have_count(0)
    assert _link(db, 2) is None


def test_what_is_typed_is_saved_before_the_key_does_its_work(page, db):
    page.goto("/points/2")
    page.fill("#note", "Ring til rådet")
    page.keyboard.press("Alt+Digit2")
    expect(page.locator(".flashes")).to_contain_text("kopieret fra KB")
    point = point_store.find(db, 2)
    assert (point.note, point.comment, _link(db, 2)) == ("Ring til rådet", ROWS[0].comment, None)


def test_a_rejected_pair_goes_away_and_can_be_shown_again(page):
    page.goto("/points/2")
    page.keyboard.press("Alt+Digit3")
    expect(page.locator("details.alike", has_text="KB a")).to_have_count(0)
    page.click(".rejected summary")
    page.click(".rejected button")
    expect(page.locator("details.alike", has_text="KB a")).to_have_count(1)


def test_two_persons_who_decide_the_same_pair_at_once_do_it_once_and_the_second_is_told(page, browser, place, db):
    colleague = person(browser, place)
    for one in (page, colleague):
        one.goto("/points/2")
    page.keyboard.press("Alt+Digit1")
    expect(page.locator("#group")).to_have_text("Følger KB a")
    colleague.keyboard.press("Alt+Digit1")
    expect(colleague.get_by_role("alert")).to_contain_text("har gemt bemærkningen")
    assert (_link(db, 2).source_id, len(echo_store.of(db, 1))) == (1, 1)
    colleague.context.close()


def test_what_is_changed_at_the_source_is_seen_at_those_that_follow(page, db):
    echoes.confirm_many(db, ME, [(2, 1, 1, 1), (4, 1, 1, 1)])
    page.goto("/points/1")
    expect(page.locator("#group")).to_have_text("Rejst af 3 parter")
    page.fill("#comment", "Der kommer en natbus i 2028.")
    page.click("button[name=go][value=stay]")
    page.goto("/points/4")
    expect(page.locator(".inherited")).to_contain_text("Følger KB a")
    expect(page.locator("#comment")).to_have_value("Der kommer en natbus i 2028.")


def test_a_member_goes_its_own_way_only_with_a_reason(page, db):
    echoes.confirm(db, ME, 4, 1, 1)
    page.goto("/points/4")
    page.fill("#comment", "Kredsen får svar for sig.")
    page.click("button.primary")
    expect(page.locator("#deviation-error")).to_contain_text("skriv her, hvorfor denne afviger")
    page.fill("#deviation", "Kredsen beder om hver hele time")
    page.click("button[name=go][value=stay]")
    expect(page.locator("#group")).to_have_text("Afviger fra KB a")
    expect(page.locator(".membership")).to_contain_text("Kredsen beder om hver hele time")
    page.goto("/points/1")
    expect(page.locator(".beside-members")).to_contain_text("Kredsen beder om hver hele time")
    page.goto("/points/4")
    page.click("text=Følg gruppen igen")
    expect(page.locator("#comment")).to_have_value(ROWS[0].comment)


def test_a_point_that_repeats_another_already_is_offered_to_be_cut(page, db):
    echoes.confirm(db, ME, 4, 1, 1)
    page.goto("/points/4")
    page.fill("#excerpt", f"{ROWS[3].excerpt} {BENCH}")
    panel = page.locator(".likeness")
    expect(panel).to_contain_text("gentager allerede KB a. Del den")
    page.keyboard.press("Alt+Digit4")
    expect(page.locator(".judged")).to_contain_text("Ældrerådet")


def test_a_new_point_is_added_with_the_handling_of_the_one_that_it_repeats(page, db):
    page.goto("/hearings/1/points/new?party=3")
    page.fill("#excerpt", f"{BUS} Tak.")
    expect(page.locator("details.alike").first).to_contain_text(re.compile("ordret", re.IGNORECASE))
    page.keyboard.press("Alt+Digit1")
    expect(page.locator(".flashes")).to_contain_text("tilføjet")
    (new,) = [point for point in point_store.of(db, 1) if point.excerpt.endswith("Tak.")]
    assert (_link(db, new.id) is not None, new.comment) == (True, ROWS[0].comment)


def test_the_handling_of_an_earlier_hearing_is_copied_into_the_form_and_saved_by_the_person(page, db):
    imports.create(db, ME, "Trafikplan 2030", Reading(rows=ROWS[2:]))
    bus = "Kastanievej mangler en natbus, der standser ved plejehjemmet hver halve time, også i weekenden."
    new = point_store.of(db, 2)[0]
    page.goto(f"/points/{new.id}")
    page.fill("#excerpt", f"{BUS} {bus}")
    then = page.locator("details.earlier", has_text="Trafikplan for Strandby")
    expect(then).to_contain_text("Trafikselskabet planlægger natbusserne.")
    then.locator("summary").click()
    then.locator("[data-copy]").click()
    expect(page.locator("#comment")).to_have_value(ROWS[0].comment)
    expect(page.locator("#comment")).to_be_focused()
    page.keyboard.press("Control+z")
    expect(page.locator("#comment")).to_have_value("")
    assert point_store.find(db, new.id).comment == ""


def test_what_nobody_has_handled_empties_no_comment(page):
    page.goto("/hearings/1/points/new?party=3")
    page.fill("#comment", "Skrevet i forvejen.")
    page.fill("#excerpt", BENCH)
    first = page.locator("details.alike").first
    expect(first).to_contain_text("intet at kopiere")
    page.keyboard.press("Alt+Digit2")
    expect(page.locator("#comment")).to_have_value("Skrevet i forvejen.")


def test_an_earlier_hearing_that_must_be_read_first_shows_itself_without_anybody_asking_again(
    browser, place, db, monkeypatch
):
    """It is read in the background while the person looks at a page on which everything else is done."""
    monkeypatch.setattr(sys.modules["hearing.likeness.earlier"], "_AT_ONCE", 0)
    imports.create(db, ME, "Trafikplan 2026", Reading(rows=ROWS))
    new = imports.create(db, ME, "Trafikplan 2030", Reading(rows=ROWS[1:2]))
    (point,) = point_store.of(db, new)
    go, turns = threading.Event(), Filling.turns

    def held(filling: Filling, own):
        if filling.hearing_id != new:
            go.wait(20)
        return turns(filling, own)

    monkeypatch.setattr(Filling, "turns", held)
    page = person(browser, place)
    page.goto(f"/points/{point.id}")
    expect(page.locator("details.earlier")).to_have_count(0)
    expect(page.locator("[data-waits] .computing")).to_be_visible()
    go.set()
    then = page.locator("details.earlier", has_text="Sådan blev det håndteret i Trafikplan 2026")
    expect(then).to_contain_text("Trafikselskabet planlægger natbusserne.", timeout=10_000)
    expect(page.locator("[data-waits]")).to_have_count(0)
    page.context.close()


def test_every_answer_can_be_given_without_javascript(browser, place, db):
    page = person(browser, place, java_script_enabled=False)
    page.goto("/points/2")
    page.click("text=Samme håndtering")
    expect(page.locator("#group")).to_have_text("Følger KB a")
    page.click("text=Tag ud af gruppen")
    expect(page.locator("#group")).to_have_count(0)
    assert (point_store.find(db, 2).comment, _link(db, 2)) == (ROWS[0].comment, None)
    page.context.close()
