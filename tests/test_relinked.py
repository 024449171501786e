"""What a colleague has made of a point's link since it was shown: nobody undoes it unseen; who is late is told."""

import pytest

from hearing.casework import echoes, imports, points
from hearing.casework.refusal import Refused
from hearing.enums import Printing
from hearing.intake.rows import Reading, Row
from hearing.records import By
from hearing.store import echoes as links
from hearing.store import points as stored
from tests import pages
from tests.dump import dump

ME, COLLEAGUE = By("abc"), By("mkh")
QUAY, FERRY, BOAT, MINE = 1, 2, 3, 4


@pytest.fixture
def hearing_id(db) -> int:
    """Four points that nobody has handled, so that no link ever changes a point; the last follows the first."""
    names = ("Havnerådet", "Færgens Venner", "Skarø Bådelaug", "Lindø Kommune")
    rows = [Row(name, label="a", summary=f"Kajen ud for {name} skal hæves.") for name in names]
    hearing_id = imports.create(db, ME, "Havneplan", Reading(tuple(rows)))
    echoes.confirm(db, ME, MINE, 1, QUAY)
    return hearing_id


def _go_elsewhere(db) -> None:
    echoes.leave(db, COLLEAGUE, MINE, 1)
    echoes.confirm(db, COLLEAGUE, MINE, 1, FERRY)


RACES = {
    "deviates": (
        lambda db: echoes.deviate(db, COLLEAGUE, MINE, 1, "Kun om vinteren"),
        "mkh har i mellemtiden ændret, hvad »Lindø Kommune, bemærkning a« gentager: "
        "den afviger nu fra »Havnerådet, bemærkning a« med begrundelsen »Kun om vinteren«.",
    ),
    "elsewhere": (_go_elsewhere, "den følger nu »Færgens Venner, bemærkning a«"),
    "left": (lambda db: echoes.leave(db, COLLEAGUE, MINE, 1), "den gentager ikke længere en anden bemærkning"),
    "leads": (
        lambda db: echoes.make_source(db, COLLEAGUE, MINE, 1),
        "den gentager ikke længere en anden bemærkning",
    ),
    "printed": (
        lambda db: echoes.print_as(db, COLLEAGUE, MINE, 1, Printing.FULL),
        "den følger nu »Havnerådet, bemærkning a« og trykkes i fuld tekst",
    ),
}

VERBS = {
    "leave": lambda db, seen: echoes.leave(db, ME, MINE, 1, seen),
    "lead": lambda db, seen: echoes.make_source(db, ME, MINE, 1, seen),
    "follow": lambda db, seen: echoes.follow(db, ME, MINE, 1, seen),
    "deviate": lambda db, seen: echoes.deviate(db, ME, MINE, 1, "Kun om sommeren", seen),
    "print": lambda db, seen: echoes.print_as(db, ME, MINE, 1, Printing.REFERENCE, seen),
    "type": lambda db, seen: points.change(
        db, ME, MINE, 1, comment="Hæves.", deviation="Kun ved havnen", link=seen
    ),
}


@pytest.mark.parametrize("race", RACES)
@pytest.mark.parametrize("verb", VERBS)
def test_who_is_late_changes_nothing_and_is_told_who_did_what(db, hearing_id, race, verb):
    seen = links.of_point(db, MINE).seen
    happens, sentence = RACES[race]
    happens(db)
    before = dump(db)
    assert stored.find(db, MINE).version == 1
    with pytest.raises(Refused) as refusal:
        VERBS[verb](db, seen)
    assert sentence in str(refusal.value)
    assert str(refusal.value).startswith("mkh ")
    assert dump(db) == before


@pytest.mark.parametrize("verb", VERBS)
def test_who_saw_it_as_it_is_does_it(db, hearing_id, verb):
    echoes.deviate(db, COLLEAGUE, MINE, 1, "Kun om vinteren")
    seen = links.of_point(db, MINE).seen
    if verb == "lead":
        with pytest.raises(Refused, match="afviger fra resten af gruppen"):
            VERBS[verb](db, seen)
    else:
        assert VERBS[verb](db, seen)


def test_one_that_deviates_is_not_confirmed_again_without_a_look_at_its_reason(db, hearing_id):
    echoes.deviate(db, COLLEAGUE, MINE, 1, "Kun om vinteren")
    for verb in (
        lambda: echoes.confirm(db, ME, MINE, 1, QUAY, 1),
        lambda: echoes.confirm_many(db, ME, [(BOAT, 1, QUAY, 1), (MINE, 1, QUAY, 1)]),
    ):
        with pytest.raises(Refused, match="»Lindø Kommune, bemærkning a« afviger fra .* »Kun om vinteren«"):
            verb()
    assert links.of_point(db, MINE).deviation == "Kun om vinteren"


def _form(client) -> dict[str, str]:
    return pages.filled(client.get(f"/points/{MINE}").text, f"/points/{MINE}")


@pytest.mark.parametrize("race", ["deviates", "left"])
@pytest.mark.parametrize("address", ["leaving", "source", "following", "printing"])
def test_the_page_of_a_point_says_so_keeps_what_is_typed_and_lets_it_be_done_again(
    client, db, hearing_id, race, address
):
    form = _form(client) | {"printing": "reference", "note": "Ring til havnen"}
    happens, sentence = RACES[race]
    happens(db)
    link = links.of_point(db, MINE)
    answer = client.post(f"/points/{MINE}/{address}", data=form)
    assert (answer.status_code, sentence in pages.words(answer.text)) == (409, True)
    assert "Ring til havnen" in answer.text
    assert links.of_point(db, MINE) == link
    form = pages.filled(answer.text, f"/points/{MINE}") | {"printing": "reference"}
    again = client.post(f"/points/{MINE}/{address}", data=form)
    assert "i mellemtiden" not in pages.words(again.text)


@pytest.mark.parametrize("race", ["deviates", "printed"])
@pytest.mark.parametrize("address", ["leaving", "source", "printing"])
def test_so_does_the_page_of_all_groups(client, db, hearing_id, race, address):
    page = client.get(f"/hearings/{hearing_id}/echoes").text
    form = pages.filled(page, f"/points/{MINE}/{'printing' if address == 'printing' else 'leaving'}")
    happens, sentence = RACES[race]
    happens(db)
    link = links.of_point(db, MINE)
    answer = client.post(f"/points/{MINE}/{address}", data=form | {"printing": "reference"})
    assert sentence in pages.words(answer.text)
    assert links.of_point(db, MINE) == link


def test_a_reason_that_is_typed_meanwhile_is_neither_overwritten_nor_lost(client, db, hearing_id):
    echoes.deviate(db, ME, MINE, 1, "Kun om vinteren")
    form = _form(client)
    echoes.deviate(db, COLLEAGUE, MINE, 1, "Kun ved storm")
    # Who only edits something else has the colleague's reason, and keeps it.
    assert client.post(f"/points/{MINE}", data=form | {"note": "Ring"}).status_code == 303
    assert links.of_point(db, MINE).deviation == "Kun ved storm"
    form = _form(client)
    echoes.deviate(db, COLLEAGUE, MINE, 2, "Kun ved højvande")
    answer = client.post(f"/points/{MINE}", data=form | {"comment": "Hæves.", "deviation": "Kun i syd"})
    assert answer.status_code == 409
    assert "mkh har i mellemtiden ændret" in pages.words(answer.text)
    assert "»Kun ved højvande«" in pages.words(answer.text)
    again = pages.filled(answer.text, f"/points/{MINE}")
    assert (again["deviation"], again["comment"]) == ("Kun i syd", "Hæves.")
    assert client.post(f"/points/{MINE}", data=again).status_code == 303
    assert (links.of_point(db, MINE).deviation, stored.find(db, MINE).comment) == ("Kun i syd", "Hæves.")


def test_a_reason_for_what_repeats_nothing_any_more_is_shown_and_not_dropped(client, db, hearing_id):
    form = _form(client) | {"comment": "Hæves.", "deviation": "Kun i syd"}
    echoes.leave(db, COLLEAGUE, MINE, 1)
    answer = client.post(f"/points/{MINE}", data=form)
    assert answer.status_code == 409
    assert "mkh har i mellemtiden ændret" in pages.words(answer.text)
    again = pages.filled(answer.text, f"/points/{MINE}")
    assert again["deviation"] == "Kun i syd"
    answer = client.post(f"/points/{MINE}", data=again)
    assert "følger ingen anden, så den kan ikke afvige" in pages.words(answer.text)
    again = pages.filled(answer.text, f"/points/{MINE}") | {"deviation": ""}
    assert client.post(f"/points/{MINE}", data=again).status_code == 303
    assert stored.find(db, MINE).comment == "Hæves."


def test_a_deed_after_what_is_typed_knows_the_link_as_that_left_it(client, db, hearing_id):
    form = _form(client) | {"comment": "Hæves.", "deviation": "Kun i syd"}
    assert client.post(f"/points/{MINE}/leaving", data=form).status_code == 303
    assert (links.of_point(db, MINE), stored.find(db, MINE).comment) == (None, "Hæves.")


def test_a_point_is_cut_and_goes_its_own_way_at_once(client, db, hearing_id):
    form = _form(client) | {"comment": "Hæves.\r\n---\r\nUndersøges.", "deviation": "Kun i syd"}
    assert client.post(f"/points/{MINE}/split", data=form).status_code == 303
    assert (links.of_point(db, MINE).deviation, stored.find(db, MINE).comment) == ("Kun i syd", "Hæves.")
