"""The same wish in other words: hints of what other parties most likely demand as well."""

import random

import pytest

from hearing.echoes.pairs import SAME_TEXT, Reason
from hearing.echoes.texts import Text
from hearing.echoes.wishes import Wishes

STREETS = ("Åvej", "Møllegade", "Torvet", "Havnen", "Skovbrynet")
OTHER = (
    "Bibliotekets åbningstider bør udvides i weekenden.",
    "Der mangler daginstitutioner i den nye bydel.",
    "Renovationen henter affald for sjældent i sommerhusområdet.",
    "Svømmehallens billetpriser er steget for meget.",
    "Kunstudvalget bør have et større budget til skulpturer.",
    "Plejehjemmet skal have flere demensboliger.",
)
WISHES = [
    (1, Text("Skolestien bør have belysning.", "Børnene cykler hjem i mørke hele vinteren.", "a"), "Trafik"),
    (2, Text("Sæt lys langs cykelstierne til skolerne.", "Det er mørkt om vinteren.", "b"), "Trafik"),
    (3, Text("Bedre belysning af stier for skolebørn.", "", "c"), "Trafik"),
    *((10 + n, Text(text, "", f"p{n}"), "Andet") for n, text in enumerate(OTHER)),
]


@pytest.fixture
def wishes() -> Wishes:
    made = Wishes()
    made.put_many(WISHES)
    return made


def test_a_demand_is_found_in_other_words(wishes):
    found = wishes.nearest(WISHES[0][1], "Trafik", but={1})
    assert {match.id for match in found[:2]} == {2, 3}
    assert {match.reason for match in found} == {Reason.SAME_WISH}


def test_a_demand_is_found_that_shares_no_word():
    wishes = Wishes()
    wishes.put_many(WISHES)
    wishes.put(50, Text("Der skal følge finansiering med opgaverne.", "", "q"))
    wishes.put(51, Text("Mødepladser i naturen.", "", "r"))
    asked = Text("Kommunerne honoreres for merarbejdet.", "", "x")
    assert wishes.nearest(asked)[0].id == 50
    assert 50 not in {id for _, id in wishes.alike(asked)[:1]}


def test_the_points_of_ones_own_party_push_nobody_out():
    wishes = Wishes()
    wishes.put_many((n, Text(f"Lys på stien ved bro {n}", "", "own"), None) for n in range(100, 800))
    wishes.put_many((n, Text("Flere bænke på torvet", "", "other"), None) for n in range(800, 3000))
    wishes.put_many(WISHES)
    own = Text("Lys på stien ved broen", "", "own")
    assert {match.id for match in wishes.nearest(own)} >= {2}


def test_a_hint_is_weaker_than_an_echo_even_word_for_word(wishes):
    assert all(match.score < SAME_TEXT for match in wishes.nearest(Text(WISHES[1][1].summary, "", "x")))


def test_no_more_hints_than_asked_for_and_none_of_ones_own(wishes):
    assert len(wishes.nearest(WISHES[2][1], most=1, but={3})) == 1
    own = Text("Belysning på stien til skolen", "", "a")
    assert 1 not in {match.id for match in wishes.nearest(own)}


def test_nothing_in_common_is_no_hint(wishes):
    assert wishes.nearest(Text("Xylofon", "", "x")) == []
    assert Wishes().nearest(Text("Lys på stien", "", "x")) == []


def test_an_index_that_was_changed_answers_as_one_made_anew(wishes):
    rng = random.Random(3)
    for id, text, theme in rng.sample(WISHES, len(WISHES)):
        wishes.put(id, Text(f"{rng.choice(STREETS)}: {text.summary}", text.excerpt, text.party), theme)
    wishes.put(99, Text("Flere træer på Åvej", "", "z"))
    wishes.remove(99)
    wishes.remove(99)
    for id, text, theme in WISHES:
        wishes.put(id, text, theme)
    anew = Wishes()
    anew.put_many(WISHES)
    assert len(wishes) == len(anew) and 99 not in wishes
    for id, text, theme in WISHES:
        assert wishes.nearest(text, theme, but={id}) == anew.nearest(text, theme, but={id})


def test_much_editing_leaves_nothing_behind(wishes):
    for n in range(1100):
        wishes.put(3, Text(f"Forslag {n}: {WISHES[2][1].summary}", "", "c"), "Trafik")
    assert wishes._next < 1100
    assert {match.id for match in wishes.nearest(WISHES[0][1], "Trafik", but={1})[:2]} == {2, 3}


def test_likeness_orders_the_points_one_asks_about(wishes):
    found = wishes.likeness(Text("lys på skolestien"), [10, 2, 11, 77])
    assert [id for _, id in found][0] == 2 and len(found) == 3
    assert all(0 <= alike <= 1 for alike, _ in found)
