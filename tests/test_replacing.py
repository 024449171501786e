"""Before a point is handled as another it is said what of its own that one takes the place of."""

import pytest
from lxml import html

from hearing.casework import echoes, imports, points
from hearing.enums import Meaning
from hearing.intake.rows import Reading, Row
from hearing.records import By
from hearing.store import echoes as links
from hearing.store import points as stored
from hearing.web import comments
from tests import pages, world
from tests.pages import words

ME = By("abc")
_LAMPS = (
    "Stien langs åen er mørk om vinteren, og vi foreslår derfor, at der sættes lamper op på hele strækningen "
    "mellem skolen og hallen, før næste skoleår begynder."
)
_DECIDED = "Giver anledning til ændring"


@pytest.fixture(autouse=True)
def _hearing(db) -> None:
    """Two parties with the same text; what the second has answered is new text of the plan."""
    rows = [
        Row(party="Ådal Skole", label="a", excerpt=_LAMPS),
        Row(party="Klitby Hallen", label="b", excerpt=_LAMPS, decision=_DECIDED, meaning=Meaning.CHANGE),
        Row(party="Bo Lund", label="c", excerpt="Noget helt andet om parkering ved havnen i Klitby om sommeren."),
    ]
    imports.create(db, ME, world.TITLE, Reading(rows=tuple(rows)))


def _answer(db, id: int, typed: str, **more) -> None:
    said = comments.read(db, 1, typed, "")
    fields = {"comment": said.text, "marks": said.marks, "mentions": said.mentions, **more}
    points.change(db, ME, id, stored.find(db, id).version, **fields)


def _card(client) -> html.HtmlElement:
    return html.fromstring(client.get("/hearings/1/echoes").text).get_element_by_id("review")


def _chosen(client) -> list[str]:
    return _card(client).xpath(".//input[@name='source'][@checked]/@value")


def _said(client) -> list[str]:
    return [" ".join(p.text_content().split()) for p in _card(client).xpath(".//p[contains(@class, 'replaced')]")]


def test_the_one_with_new_text_of_the_plan_is_the_one_to_repeat(client, db):
    _answer(db, 2, "**Lamper på hele stien.**")
    _answer(db, 1, "Se [[Klitby Hallen b]].", decision_id=stored.find(db, 2).decision_id)
    assert _chosen(client) == ["2"]
    assert _said(client) == [
        "Her erstattes kommentaren med svaret på Klitby Hallen b: »Lamper på hele stien.«",
        "Kan ikke følge Ådal Skole a, der kun henviser hertil.",
    ]


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [("Lamper koster 40.000 kr.", ""), ("", None), ("Lamper koster 40.000 kr.", None), ("", "Se [[Bo Lund c]].")],
)
def test_a_comment_weighs_more_than_a_decision_and_that_more_than_a_reference(client, db, mine, theirs):
    decision = stored.find(db, 2).decision_id
    _answer(db, 1, theirs or "", decision_id=None if theirs is None else decision)
    _answer(db, 2, mine)
    assert _chosen(client) == ["2"]


def test_new_text_that_would_go_out_of_the_table_is_told_of(client, db):
    _answer(db, 2, "**Lamper på hele stien.**")
    _answer(db, 1, "Drøftes med skolen.", decision_id=stored.find(db, 2).decision_id)
    echoes.confirm(db, ME, 3, stored.find(db, 3).version, 2)
    (warned,) = _card(client).find_class("warns")
    assert " ".join(warned.text_content().split()) == (
        "Her erstattes kommentaren og den nye tekst til planen med svaret på Ådal Skole a: »Drøftes med skolen.« "
        "Det gælder også dem, der følger den."
    )


def test_the_panel_lets_the_poorer_answer_follow_the_richer(client, db):
    _answer(db, 2, "**Lamper på hele stien.**")
    _answer(db, 1, "Se [[Klitby Hallen b]].")
    page = client.get("/points/2").text
    assert "Kan ikke følge Ådal Skole a, der kun henviser hertil." in words(page)
    (button,) = [b for b in html.fromstring(page).iter("button") if "Lad" in (b.text or "")]
    assert button.get("data-key") == "1"
    form = pages.filled(page, "/points/2")
    answer = client.post(button.get("formaction"), data=form | {"match": button.get("value")})
    assert answer.status_code == 303
    assert (links.of_point(db, 1).source_id, stored.find(db, 1).marks) == (2, stored.find(db, 2).marks)
    assert "Ådal Skole, bemærkning a følger nu" in words(client.get(answer.location).text)


def test_a_point_added_with_the_handling_of_another_leads_on_to_the_next_and_its_response_says_so(client, db):
    form = pages.filled(client.get("/hearings/1/points/new?party=3&response=3").text, "/parties/3/points")
    answer = client.post("/parties/3/points", data=form | {"excerpt": _LAMPS, "repeats": "2:1"})
    assert answer.location.startswith("/hearings/1/points/new?party=3")
    assert links.of_point(db, 4).source_id == 2
    assert "Gentager Klitby Hallen, bemærkning b" in words(client.get("/responses/3").text)
