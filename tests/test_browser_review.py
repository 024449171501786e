"""The page "Gentagelser" in a real browser: one key each, the next by itself, two people, no JavaScript."""

import re
import threading

import pytest
from playwright.sync_api import expect

from hearing.casework import echoes as casework
from hearing.casework import imports
from hearing.enums import Meaning
from hearing.intake.rows import Reading, Row
from hearing.likeness import kept
from hearing.likeness.filling import Filling
from hearing.records import By
from hearing.store import echoes, points
from hearing.store import verdicts as judged
from tests.chromium import person
from tests.test_review import ROWS

BENCH = "Langs kajen bør der stå bænke, så ældre borgere kan hvile sig undervejs til færgen og togene."

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("hearing_id")]


@pytest.fixture
def hearing_id(db) -> int:
    return imports.create(db, By("abc"), "Plan for Klitby", Reading(rows=ROWS))


def _open(browser, place, address="/hearings/1/echoes?pairs=1&at=100-0-0", **options):
    opened = person(browser, place, viewport={"width": 1280, "height": 900}, **options)
    opened.goto(address)
    return opened


@pytest.fixture
def page(browser, place):
    """Somebody in front of the first suggestion; whatever the browser complains of fails the test."""
    opened = _open(browser, place)
    yield opened
    assert opened.complaints == []
    opened.context.close()


def _pair(page) -> list[str]:
    return [page.locator(f"#review input[name={name}]").input_value() for name in ("one", "other")]


def _press(page, key: str) -> None:
    """Press a key, and wait for the page that it leads to."""
    with page.expect_navigation():
        page.keyboard.press(key)


def test_suggestions_are_decided_with_one_key_each_and_the_next_opens_by_itself(page, db, hearing_id):
    expect(page.locator("#review")).to_be_focused()
    first = _pair(page)
    _press(page, "i")
    expect(page.locator(".flashes")).to_contain_text("er ikke det samme.")
    expect(page.locator("#review")).to_be_focused()
    second = _pair(page)
    assert second != first
    _press(page, "o")
    _press(page, "n")
    assert _pair(page) not in (first, second)
    assert [[str(one.one_id), str(one.other_id)] for one in judged.of(db, hearing_id)] == [first, second]
    _press(page, "s")
    assert len(echoes.links(db, hearing_id)) == 1


def test_one_key_takes_the_last_decision_back_and_the_pair_stands_there_again(page, db, hearing_id):
    first = _pair(page)
    _press(page, "i")
    _press(page, "f")
    expect(page.locator(".flashes")).to_contain_text("Fortrudt")
    assert _pair(page) == first
    assert judged.of(db, hearing_id) == []


def test_the_source_is_swapped_with_a_key(page, db, hearing_id):
    one, other = map(int, _pair(page))
    source = int(page.locator("#review input[name=source]:checked").input_value())
    page.keyboard.press("b")
    _press(page, "s")
    assert echoes.links(db, hearing_id) == {source: one + other - source}


def test_a_whole_group_is_decided_with_one_key(browser, place, db, hearing_id):
    page = _open(browser, place, "/hearings/1/echoes?at=100-0-0")
    expect(page.locator("#suggestion")).to_contain_text("3 parter har sendt den samme tekst")
    _press(page, "s")
    assert echoes.links(db, hearing_id) == {6: 5, 7: 5}
    page.context.close()


def test_keys_work_on_the_whole_page_but_are_letters_in_a_field(page, db, hearing_id):
    page.locator(".coming a").first.focus()
    _press(page, "s")
    assert len(echoes.links(db, hearing_id)) == 1
    page.locator(".printing select").focus()
    page.keyboard.press("i")
    page.keyboard.press("s")
    page.locator(".coming a").first.focus()
    _press(page, "n")
    assert judged.of(db, hearing_id) == []
    assert len(echoes.links(db, hearing_id)) == 1


def test_only_the_handling_of_the_one_that_is_repeated_can_be_copied(page):
    for _ in range(12):
        if page.locator("[data-handled]").count() == 1:
            break
        _press(page, "n")
    copy = page.locator("button[value=copy]")
    expect(copy).to_be_enabled()
    page.keyboard.press("b")
    expect(copy).to_be_disabled()
    expect(page.locator(".verdict [role=status]")).to_contain_text("ikke håndteret endnu")
    page.keyboard.press("b")
    expect(copy).to_be_enabled()
    expect(page.locator(".verdict [role=status]")).to_be_empty()


def test_what_was_done_is_said_aloud(page):
    _press(page, "i")
    expect(page.locator("#said")).to_contain_text("er ikke det samme.")


def test_below_what_is_decided_unlike_the_first_key_shows_the_suggestion_and_the_second_decides(
    browser, place, db, hearing_id
):
    page = _open(browser, place, "/hearings/1/echoes?pairs=1")
    page.set_viewport_size({"width": 1280, "height": 420})
    expect(page.locator("#unlike")).to_be_in_viewport()
    page.keyboard.press("i")
    expect(page.locator("#review")).to_be_focused()
    assert judged.of(db, hearing_id) == []
    _press(page, "i")
    assert len(judged.of(db, hearing_id)) == 1
    page.context.close()


def test_a_key_that_can_take_nothing_back_says_so(page):
    page.keyboard.press("f")
    expect(page.locator(".flashes")).to_contain_text("intet at fortryde")


def test_behind_the_last_card_nothing_begins_again_by_itself(page):
    for _ in range(12):
        if not page.locator("#review").count():
            break
        _press(page, "n")
    expect(page.locator("main")).to_contain_text("Du er nået til enden")


def test_of_two_people_at_one_pair_the_second_is_told_and_goes_on(page, browser, place, db, hearing_id):
    colleague = _open(browser, place)
    pair = _pair(page)
    assert _pair(colleague) == pair
    _press(page, "i")
    _press(colleague, "s")
    expect(colleague.locator(".flashes")).to_contain_text(
        re.compile("mkh har allerede afgjort det om .*: Ikke det samme.")
    )
    assert _pair(colleague) == _pair(page) != pair
    assert echoes.links(db, hearing_id) == {}
    colleague.context.close()


def test_what_is_changed_at_the_source_is_changed_at_its_followers_on_the_screen(page, db, hearing_id):
    casework.confirm(db, By("abc"), 4, 1, 3)
    page.goto("/points/3")
    page.fill("#comment", "Aftalt med trafikselskabet fra januar.")
    page.click("button.primary")
    page.goto("/hearings/1/points")
    expect(page.locator("#point-4")).to_contain_text("Gentager Patientrådet a")
    page.goto("/points/4")
    expect(page.locator("main")).to_contain_text("Aftalt med trafikselskabet fra januar.")
    assert points.find(db, 4).comment == "Aftalt med trafikselskabet fra januar."


def test_without_javascript_every_suggestion_is_decided_with_buttons(browser, place, db, hearing_id):
    page = _open(browser, place, java_script_enabled=False)
    first = [page.get_attribute(f"#review input[name={name}]", "value") for name in ("one", "other")]
    page.get_by_role("button", name=re.compile("Se også")).click()
    expect(page.locator(".flashes")).to_contain_text("er beholdt som »Se også«.")
    page.locator(".flashes").get_by_role("button", name=re.compile("Fortryd")).click()
    assert [page.get_attribute(f"#review input[name={name}]", "value") for name in ("one", "other")] == first
    page.get_by_role("button", name=re.compile("Samme håndtering")).click()
    assert len(echoes.links(db, hearing_id)) == 1
    page.context.close()


def test_the_overview_follows_the_comparing_and_does_not_say_publish_before_it_is_done(
    browser, place, db, monkeypatch
):
    """All points have a decision, and two that say the same have two."""
    rows = [
        Row(party, label="a", summary="Bænke.", excerpt=BENCH, decision=decision, meaning=meaning)
        for party, decision, meaning in (
            ("Havnelauget", "Imødekommes", Meaning.CHANGE),
            ("Lystbådeklubben", "Imødekommes ikke", Meaning.NO_CHANGE),
        )
    ]
    id = imports.create(db, By("abc"), "Plan for Havnen", Reading(rows=tuple(rows)))
    monkeypatch.setattr(kept, "AT_ONCE", 0)
    go, turns = threading.Event(), Filling.turns
    monkeypatch.setattr(Filling, "turns", lambda filling, own: (go.wait(20), turns(filling, own))[1])
    page = _open(browser, place, f"/hearings/{id}")
    expect(page.locator("[data-comparing]")).to_contain_text("0 af 2")
    expect(page.locator(".next")).to_contain_text("Vent med at offentliggøre tabellen")
    go.set()
    expect(page.locator(".next")).to_contain_text("1 ønske er håndteret uens", timeout=10_000)
    expect(page.locator("[data-comparing]")).to_have_count(0)
    page.context.close()
