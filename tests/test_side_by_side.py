"""What the panel "Ligner" and the page "Gentagelser" show of two points: what says the same, and what else."""

import pytest
from lxml import html

from hearing.casework import echoes, imports, verdicts
from hearing.intake.rows import Reading, Row
from tests import pages
from tests.conftest import ME

_COST = (
    "Kommunen bemærker, at kravet om udkørende sygeplejersker i alle ferieområder medfører en merudgift, som "
    "vurderes til 3,2 mio. kr. årligt, og forudsætter fuld kompensation for udgiften."
)
_ADVICE = (
    "Vi ønsker, at jordemødre kan ringe til en børnelæge hele døgnet, og at lægen kender barnets journal "
    "fra den seneste indlæggelse på hospitalet."
)
_SHORT = "Udgift til sygeplejersker (4,7 mio.) dækkes."

# Ids 1 to 4: a long summary, a short one with the citation, a wish, and both in one.
ROWS = (
    Row(party="Havby Kommune", label="a", summary=_COST),
    Row(party="Engby Kommune", label="a", summary=_SHORT, excerpt=_COST.replace("3,2", "4,7")),
    Row(party="Jordemødrene", label="a", excerpt=_ADVICE),
    Row(party="Skovby Kommune", label="a", excerpt=f"{_COST} {_ADVICE}"),
)


@pytest.fixture
def hearing_id(db) -> int:
    return imports.create(db, ME, "Plan for fødeområdet", Reading(rows=ROWS))


def _only(db, *ids: int) -> None:
    """Leave only the pair of these two to be decided."""
    for one in range(1, 5):
        for other in range(one + 1, 5):
            if (one, other) != ids:
                verdicts.reject(db, ME, one, other)


def _card(client) -> html.HtmlElement:
    return html.fromstring(client.get("/hearings/1/echoes").text).get_element_by_id("review")


def _panel(client, id: int) -> str:
    return pages.words(client.get(f"/points/{id}").text)


def test_a_summary_is_marked_against_the_citation_that_says_the_same_and_the_short_summary_is_plain(
    client, db, hearing_id
):
    _only(db, 1, 2)
    card = _card(client)
    assert [mark.text_content() for mark in card.find_class("own")] == ["[kun her: 3,2]", "[kun her: 4,7]"]
    assert [mark.getparent().tag for mark in card.find_class("own")] == ["p", "blockquote"]


def test_the_panel_marks_the_same_texts_and_says_which(client, db, hearing_id):
    _only(db, 1, 2)
    said = _panel(client, 1)
    assert "Citatet hos Engby Kommune a over for sammendraget her" in said
    assert "[kun hos Engby Kommune a: 4,7 ] [kun her: 3,2 ]" in said


def test_a_point_that_raises_another_demand_too_is_told_of_before_anybody_decides(client, db, hearing_id):
    _only(db, 3, 4)
    card = _card(client)
    said = " ".join(card.text_content().split())
    assert "Næsten ordret" not in said
    assert "Ligner · kun en del af Skovby Kommune a" in said
    assert "Skovby Kommune a rejser også andet: »Kommunen bemærker, at kravet" in said
    assert [link.get("href").partition("?")[0] for link in card.xpath(".//*[@class='also']/a")] == ["/points/4"]


def test_the_panel_tells_of_it_at_either_point_and_offers_to_cut_this_one(client, db, hearing_id):
    _only(db, 3, 4)
    assert "kun en del af Skovby Kommune a" in _panel(client, 3)
    assert "kun en del af denne" in _panel(client, 4)
    page = html.fromstring(client.get("/points/4").text)
    assert [button.get("formaction") for button in page.xpath("//*[@class='also']/button")] == ["/points/4/split"]


def test_of_a_long_letter_what_differs_is_in_view_and_the_middle_of_the_rest_is_left_out(client, db):
    rows = [f"Punkt nummer {n} handler om jordemødre på den {n}. afdeling i bygning {n + 7}." for n in range(300)]
    other = [*rows[:150], "Der bør bygges en legeplads.", *rows[150:]]
    letters = (Row(party=f"Klinik {n}", label="a", excerpt=" ".join(some)) for n, some in enumerate((rows, other)))
    imports.create(db, ME, "Plan for fødeområdet", Reading(rows=tuple(letters)))
    (mark,) = _card(client).find_class("own")
    assert mark.text_content() == "[kun her: Der bør bygges en legeplads]"
    assert all(len(text.text_content()) < 5000 for text in _card(client).xpath(".//blockquote"))
    assert "Der bør bygges en legeplads" in _panel(client, 2)
    assert "Se forskellen" not in _panel(client, 2)


def test_what_comes_next_shows_what_must_be_looked_at(client, hearing_id):
    page = html.fromstring(client.get("/hearings/1/echoes?pairs=1&at=100-0-0").text)
    coming = [" ".join(line.text_content().split()) for line in page.xpath("//ul[@class='coming']/li")]
    assert any("Engby Kommune a" in line and line.endswith("Tal") for line in coming)
    assert any("kun en del af Skovby Kommune a" in line for line in coming)


def test_that_nothing_else_is_alike_is_no_word_about_those_that_repeat_it(client, db, hearing_id):
    for one, other in ((1, 4), (2, 4), (3, 4)):
        verdicts.reject(db, ME, one, other)
    assert "Ingen andre end dem, der allerede er taget stilling til" in _panel(client, 3)


def test_those_that_repeat_it_are_named_where_nothing_else_is_alike(client, db, hearing_id):
    echoes.confirm(db, ME, 2, 1, 1)
    echoes.confirm(db, ME, 4, 1, 1)
    assert "Ingen andre end dem, der allerede gentager den, ligner denne." in _panel(client, 1)
    assert "Ingen andre end dem, den følges med, ligner denne." in _panel(client, 2)
