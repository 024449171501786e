"""What the pages of points in a group say of handling them as one."""

import pytest
from lxml import html

from hearing.casework import echoes, imports, points
from hearing.casework.refusal import Refused
from hearing.intake.rows import Reading, Row
from hearing.store import points as stored
from tests import pages
from tests.conftest import ME
from tests.dump import dump

WAIT = "Ventetiden på genoptræning efter en hofteoperation bør højst være fjorten dage, også i ferieperioden."


@pytest.fixture
def hearing_id(db) -> int:
    """Three parties with nearly one text; nobody has handled it yet."""
    named = (
        ("Sundby Ældreråd", "", "a"),
        ("Fysioterapeuterne i Sundby", " Det haster.", "b"),
        ("Bofællesskabet", "!", "c"),
    )
    rows = [Row(party, label=label, summary="Genoptræning", excerpt=WAIT + more) for party, more, label in named]
    return imports.create(db, ME, "Sundhedsplan for Sundby", Reading(rows=tuple(rows)))


def _save(client, id: int, **fields):
    page = client.get(f"/points/{id}").text
    return client.post(f"/points/{id}", data=pages.filled(page, f"/points/{id}") | fields)


def _off(page: str, address: str) -> list[bool]:
    tree = html.fromstring(page)
    found = tree.xpath(f"//button[contains(@formaction, '{address}') or @value='{address}']")
    return ["disabled" in button.attrib for button in found]


def test_nothing_is_copied_from_what_nobody_has_handled(client, db, hearing_id):
    before = dump(db)
    with pytest.raises(Refused, match="»Sundby Ældreråd, bemærkning a« har hverken håndtering eller kommentar"):
        echoes.copy(db, ME, 2, 1, 1, 1)
    assert dump(db) == before
    assert set(_off(client.get("/points/2").text, "/copy")) <= {True}
    assert _off(client.get("/hearings/1/echoes").text, "copy") == [True]
    points.change(db, ME, 1, 1, comment="Fjorten dage er målet.")
    assert _off(client.get("/hearings/1/echoes").text, "copy") == [False]
    echoes.copy(db, ME, 2, 1, 1, 2)
    assert stored.find(db, 2).comment == "Fjorten dage er målet."


def test_a_missing_reason_is_asked_for_at_its_own_field(client, db, hearing_id):
    echoes.confirm(db, ME, 2, 1, 1, 1)
    answer = _save(client, 2, comment="Syv dage.")
    assert answer.status_code == 400
    page = html.fromstring(answer.text)
    [wrong] = page.xpath("//*[@aria-invalid='true']/@id")
    assert wrong == "deviation"
    assert "Kommer aldrig med i det, der udgives" in page.get_element_by_id("deviation-help").text_content()


@pytest.mark.parametrize(
    ("members", "said"), [([2], "1 anden, der følger den"), ([2, 3], "2 andre, der følger den")]
)
def test_a_save_of_a_source_says_for_how_many_others_it_is(client, db, hearing_id, members, said):
    for id in members:
        echoes.confirm(db, ME, id, 1, 1, 1)
    answer = _save(client, 1, comment="Fjorten dage er målet.")
    assert f"Det gælder også {said}." in pages.words(client.get(answer.location).text)
    answer = _save(client, 1, note="Ring til rådet")
    assert "Det gælder også" not in pages.words(client.get(answer.location).text)


def test_the_page_of_letters_says_which_references_follow(client, db, hearing_id):
    party = stored.find(db, 1).party_id
    assert "Henvisninger, der er sat ind i kommentarer, følger med." in client.get(f"/parties/{party}/labels").text


def test_what_is_refused_leaves_the_person_in_the_table_and_says_why_nothing_can_be_copied(client, db, hearing_id):
    assert "Ikke håndteret endnu, så der er intet at kopiere." in client.get("/points/2").text
    fields = pages.filled(client.get("/points/2").text, "/points/2") | {"match": "1:9"}
    answer = client.post("/points/2/copy", data=fields)
    assert answer.status_code == 409
    [here] = html.fromstring(answer.text).xpath("//a[@aria-current='page']/@data-name")
    assert here == "Tabel"


def test_points_read_as_repeating_one_another_in_a_row_are_one_group_on_every_page(client, db):
    """Table, point and panel say the same: three parties raise it, and none of them is offered to another."""
    rows = [
        Row("Askov Idrætsforening", label="a", excerpt=WAIT),
        Row("Birkeby Idrætsforening", label="b", summary="Som Askov", excerpt=WAIT, echo_of=0),
        Row("Cedervang Idrætsforening", label="c", summary="Som Birkeby", excerpt=WAIT, echo_of=1),
    ]
    id = imports.create(db, ME, "Sundhedsplan for Askov", Reading(rows=tuple(rows)))
    assert "Rejst af 3 parter" in client.get(f"/hearings/{id}/points").text
    assert "Rejst af 3 parter" in client.get("/points/1").text
    for point, names in ((1, ["Birkeby", "Cedervang"]), (2, ["Cedervang"]), (3, ["Birkeby"])):
        page = html.fromstring(client.get(f"/points/{point}").text)
        inside = page.xpath("//ul[@class='beside-members']/li")
        assert [" ".join(one.text_content().split()).split()[0] for one in inside if "Askov" not in one] == names
        alike = page.xpath("//*[@id='likeness']/..")[0].text_content()
        assert not [name for name in ("Askov", "Birkeby", "Cedervang") if f"{name} Idræ" in alike]


def test_what_deviates_is_offered_no_way_of_printing(client, db, hearing_id):
    echoes.confirm(db, ME, 2, 1, 1, 1)
    assert 'name="printing"' in client.get("/points/2").text
    assert 'name="printing"' in client.get("/hearings/1/echoes?group=1").text
    echoes.deviate(db, ME, 2, stored.find(db, 2).version, "Andre dage", comment="Syv dage.", marks=())
    assert 'name="printing"' not in client.get("/points/2").text
    assert 'name="printing"' not in client.get("/hearings/1/echoes?group=1").text


@pytest.mark.parametrize(("own", "said"), [("Syv dage.", True), ("Fjorten dage.", False), ("", False)])
def test_a_row_that_stands_as_read_with_a_comment_of_its_own_is_not_said_to_follow(client, db, own, said):
    rows = (
        Row("Sundby Ældreråd", label="a", summary=WAIT, comment="Fjorten dage."),
        Row("Bofællesskabet", label="a", summary="Samme kommentar som Sundby Ældreråd, a", comment=own, echo_of=0),
    )
    imports.create(db, ME, "Sundhedsplan for Sundby", Reading(rows=rows))
    page = client.get("/hearings/1/echoes?group=1").text
    assert ("som indlæst, med sin egen kommentar" in page) is said
    assert ("som den oprindelige" in page) is not said
