"""The page "Gentagelser": unlike decisions on top, suggestions one by one, equal texts at once, the groups."""

import json

import pytest
from click.testing import CliRunner
from lxml import html

from hearing import likeness
from hearing.casework import echoes as casework
from hearing.casework import imports, points, raised, verdicts
from hearing.casework.refusal import Refused
from hearing.cli import main
from hearing.echoes import families
from hearing.echoes.pairs import Pair
from hearing.enums import Meaning, PartyKind, Printing
from hearing.intake.rows import Reading, Row
from hearing.raised import sentence
from hearing.records import By, Party
from hearing.store import echoes, events
from hearing.store import points as stored
from hearing.store import verdicts as judged
from hearing.web import family
from tests import pages, world

ME, COLLEAGUE = By("abc"), By("mkh")
_BENCH = (
    "Kommunen foreslår, at der opstilles en overdækket bænk ved hvert lægehus, så ældre borgere kan vente "
    "i tørvejr, og at den står klar inden tre måneder efter planens vedtagelse."
)
_BUS = (
    "Bussen til sygehuset kører kun hver anden time om aftenen. Vi ser gerne, at regionen og trafikselskabet "
    "aftaler flere afgange, så pårørende kan komme på besøg."
)
_LETTER = (
    "Fysioterapeuterne i distriktet oplever, at henvisninger bliver væk mellem afdelingerne. Der bør oprettes én "
    "fælles postkasse, som læses hver dag."
)
IMPLEMENT, NO_CHANGE = (world.IMPLEMENT, Meaning.IMPLEMENT), (world.NO_CHANGE, Meaning.NO_CHANGE)


def _row(party: str, excerpt: str, decided=("", None), comment: str = "", label: str = "a") -> Row:
    phrase, meaning = decided
    return Row(party=party, label=label, excerpt=excerpt, decision=phrase, meaning=meaning, comment=comment)


# Ids 1 to 8: a wish decided in two ways, a wish decided once, a letter of three.
ROWS = (
    _row("Klitby Kommune", _BENCH, IMPLEMENT, "Bænkene bestilles."),
    _row("Engholm Kommune", _BENCH.replace("tre", "fem"), NO_CHANGE),
    _row("Patientrådet", _BUS, IMPLEMENT, "Drøftes med trafikselskabet."),
    _row("Ældrerådet", f"{_BUS} Det gælder især i weekenden."),
    _row("Klitby Fysioterapi", _LETTER),
    _row("Engholm Fysioterapi", _LETTER),
    _row("Sund Fysioterapi", _LETTER),
    _row("Bo Lund", "Noget helt andet om parkering ved havnen i Klitby om sommeren."),
)


@pytest.fixture
def hearing_id(db) -> int:
    return imports.create(db, ME, "Plan for Klitby", Reading(rows=ROWS))


def _page(client, **values) -> html.HtmlElement:
    query = "&".join(f"{name}={value}" for name, value in values.items())
    answer = client.get(f"/hearings/1/echoes?{query}")
    assert answer.status_code == 200
    return html.fromstring(answer.text)


def _card(page) -> html.HtmlElement:
    return page.get_element_by_id("review")


def _ids(page) -> list[str]:
    return _card(page).xpath(".//input[@name='one' or @name='other']/@value")


def _at(client, db, one: int, other: int):
    """The page at the suggestion of two points."""
    pair = next(pair for pair in likeness.suggestions(db, 1) if (pair.a, pair.b) == (one, other))
    return _page(client, at=f"{pair.score}-{one}-{other}")


def _send(client, page, deed: str = "", **more):
    form = next(form for form in page.forms if "/verdicts" in form.action)
    return client.post(form.action, data=pages.fields(form) | ({"deed": deed} if deed else {}) | more)


def _said(answer, client) -> str:
    return pages.words(client.get(answer.location).text)


def test_two_decisions_for_one_wish_stand_on_top_with_both_decisions(client, hearing_id):
    page = _page(client)
    (unlike,) = page.xpath("//section[@id='unlike']")
    said = " ".join(" ".join(unlike.itertext()).split())
    assert "Klitby Kommune a og Engholm Kommune a" in said
    assert world.IMPLEMENT in said
    assert world.NO_CHANGE in said
    assert "Bænkene bestilles." in said
    assert page.body.text_content().index("Uens håndteret") < page.body.text_content().index("Venter på afgørelse")


def test_equal_texts_of_several_parties_are_decided_with_one_button(client, db, hearing_id):
    page = _page(client)
    assert "3 parter har sendt den samme tekst" in _card(page).text_content()
    form = next(form for form in page.forms if form.action.endswith("/verdicts/family"))
    chosen = form.xpath(".//input[@name='member']/@value")
    assert chosen == _ticked(form)
    assert "Samme håndtering for alle" in form.text_content()
    answer = client.post(form.action, data=pages.fields(form) | {"member": chosen})
    assert "2 bemærkninger følger nu" in _said(answer, client)
    assert echoes.links(db, hearing_id) == {6: 5, 7: 5}
    assert len(events.of(db, hearing_id)) == 2


def test_a_text_that_is_no_copy_can_be_left_out_of_the_whole_group(client, db, hearing_id):
    form = next(form for form in _page(client).forms if form.action.endswith("/verdicts/family"))
    client.post(form.action, data=pages.fields(form) | {"member": ["5", "7"], "source": "7"})
    assert echoes.links(db, hearing_id) == {5: 7}


def test_nothing_chosen_says_so(client, db, hearing_id):
    form = next(form for form in _page(client).forms if form.action.endswith("/verdicts/family"))
    fields = {name: text for name, text in pages.fields(form).items() if name != "member"}
    assert "Vælg mindst én bemærkning" in _said(client.post(form.action, data=fields), client)
    assert echoes.links(db, hearing_id) == {}


def _hearing_of(db, *rows: Row) -> int:
    return imports.create(db, ME, "Plan for Engholm", Reading(rows=rows))


def _families(client, id: int) -> list[list[str]]:
    """The members of the family that is laid before a person first."""
    page = html.fromstring(client.get(f"/hearings/{id}/echoes").text)
    forms = [form for form in page.forms if form.action.endswith("/verdicts/family")]
    return [form.xpath(".//input[@name='member']/@value") for form in forms]


def test_a_pair_that_somebody_has_rejected_leaves_a_whole_group_of_the_others(client, db):
    id = _hearing_of(db, *(_row(f"Forening {n}", _LETTER) for n in range(5)))
    verdicts.reject(db, ME, 2, 4)
    assert _families(client, id) == [["1", "2", "3", "5"]]
    verdicts.reject(db, ME, 1, 2)
    assert _families(client, id) == [["1", "3", "4", "5"]]
    verdicts.keep(db, ME, 3, 5)
    assert _families(client, id) == [["1", "3", "4"]]
    verdicts.reject(db, ME, 1, 4)
    assert _families(client, id) == []


def test_one_passage_from_which_two_wishes_are_made_is_no_whole_group(client, db):
    """What differs are the summaries: those with the same one are decided two by two."""
    wishes = [
        ("Skovby Råd", "Fælles postkasse"),
        ("Skovby Råd", "Daglig læsning"),
        ("Ådal Råd", "Fælles postkasse"),
    ]
    rows = [Row(party, label=str(n), summary=said, excerpt=_LETTER) for n, (party, said) in enumerate(wishes)]
    id = _hearing_of(db, *rows, Row("Ådal Råd", label="d", summary="Daglig læsning", excerpt=_LETTER))
    assert _families(client, id) == []
    assert _ids(html.fromstring(client.get(f"/hearings/{id}/echoes").text))


@pytest.mark.parametrize("said", ["-5 %", "- 5 %", ">5 %", "5 ‰", "5 %", ",5 %", "5-6 %"])
def test_another_sign_makes_another_text(said):
    texts = [f"Taksten {much} i 2027." for much in ("+5 %", said, "+5 %", said, "+5 %")]
    assert family.families((n, text, "") for n, text in enumerate(texts)) == [(0, 2, 4)]


@pytest.mark.parametrize(
    "said", ["taksten stiger", "»Taksten« stiger!", "- Taksten  stiger –", "Tak-\nsten stiger."]
)
def test_capitals_hyphens_and_punctuation_make_no_other_text(said):
    assert family.families([(1, "Taksten stiger", ""), (2, said, ""), (3, said.upper(), "")]) == [(1, 2, 3)]


@pytest.mark.parametrize("said", ["", " ", "–", "…"])
def test_what_has_no_words_is_no_text_that_several_have_sent(said):
    assert family.families((n, said, "") for n in range(4)) == []


_PLANNED = {"decision": world.CHANGE, "meaning": Meaning.CHANGE}


def _answered(db) -> int:
    """Equal texts of four: two with new text of the plan, one with a comment only, one with nothing."""
    comments = ("Skærmen bliver 4 m høj.", "Skærmen bygges i 2027.")
    marked = [
        Row(f"Forening {n}", label="a", excerpt=_LETTER, comment=said, marks=((0, len(said)),), **_PLANNED)
        for n, said in enumerate(comments)
    ]
    spoken = Row("Forening 2", label="a", excerpt=_LETTER, comment="Drøftes med naboerne.")
    return _hearing_of(db, *marked, spoken, _row("Forening 3", _LETTER))


def _family(client, address: str) -> html.HtmlElement:
    page = html.fromstring(client.get(address).text)
    return next(form for form in page.forms if form.action.endswith("/verdicts/family"))


def _ticked(form) -> list[str]:
    return form.xpath(".//input[@name='member'][@checked]/@value")


def _rows(form) -> list[str]:
    return [" ".join(row.text_content().split()) for row in form.xpath(".//tbody/tr")]


def test_who_would_lose_an_answer_in_a_whole_group_is_not_chosen_and_is_told_why(client, db):
    form = _family(client, f"/hearings/{_answered(db)}/echoes")
    assert form.xpath(".//input[@name='source'][@checked]/@value") == ["1"]
    assert _ticked(form) == ["1", "4"]
    first, second, third, last = _rows(form)
    assert "Skærmen bliver 4 m høj." in first
    assert "erstattes" not in first + last
    assert "Skærmen bygges i 2027." in second
    assert "Her erstattes kommentaren og den nye tekst til planen med svaret på Forening 0 a" in second
    assert "Drøftes med naboerne." in third
    assert "Her erstattes kommentaren med svaret på Forening 0 a" in third
    assert "Mangler håndtering" not in third
    assert "Mangler håndtering" in last
    assert "De, der ville miste noget af deres eget, er ikke valgt." in form.text_content()
    assert "Samme håndtering for de valgte" in form.text_content()


def test_no_answer_is_lost_by_deciding_about_a_whole_group_as_it_is_proposed(client, db):
    id = _answered(db)
    form = _family(client, f"/hearings/{id}/echoes")
    client.post(form.action, data=pages.fields(form) | {"member": _ticked(form)})
    assert echoes.links(db, id) == {4: 1}
    assert [stored.find(db, n).comment for n in (2, 3, 4)] == [
        "Skærmen bygges i 2027.",
        "Drøftes med naboerne.",
        "Skærmen bliver 4 m høj.",
    ]
    assert stored.find(db, 2).marks == ((0, 22),)


def test_who_takes_another_as_the_source_is_shown_first_what_is_lost_by_that(client, db):
    id = _answered(db)
    form = _family(client, f"/hearings/{id}/echoes")
    answer = client.post(form.action, data=pages.fields(form) | {"member": ["1", "2"], "source": "2"})
    assert echoes.links(db, id) == {}
    assert "erstattes nogle af de andres svar" in _said(answer, client)
    again = _family(client, answer.location)
    assert again.xpath(".//input[@name='source'][@checked]/@value") == ["2"]
    assert _ticked(again) == ["2"]
    assert "Her erstattes kommentaren og den nye tekst til planen" in _rows(again)[0]
    client.post(again.action, data=pages.fields(again) | {"member": ["1"]})
    assert echoes.links(db, id) == {1: 2}
    assert stored.find(db, 1).comment == "Skærmen bygges i 2027."


def test_a_source_that_nobody_has_handled_takes_over_one_answer_and_no_second(client, db):
    id = _answered(db)
    form = _family(client, f"/hearings/{id}/echoes")
    fields = pages.fields(form) | {"source": "4"}
    answer = client.post(form.action, data=fields | {"member": ["1", "2"]})
    assert "erstattes nogle af de andres svar" in _said(answer, client)
    assert echoes.links(db, id) == {}
    client.post(form.action, data=fields | {"member": ["2"]})
    assert echoes.links(db, id) == {2: 4}
    assert stored.find(db, 4).comment == "Skærmen bygges i 2027."


def test_a_decision_of_its_own_is_not_replaced_unseen_either(client, db):
    rows = [_row(f"Forening {n}", _LETTER, said) for n, said in enumerate((IMPLEMENT, NO_CHANGE, ("", None)))]
    form = _family(client, f"/hearings/{_hearing_of(db, *rows)}/echoes")
    assert _ticked(form) == ["1", "3"]
    assert f"Her erstattes håndteringen »{world.NO_CHANGE}«" in _rows(form)[1]


def test_the_decided_point_is_proposed_as_the_source_and_the_other_takes_it_over(client, db, hearing_id):
    page = _at(client, db, 3, 4)
    assert page.xpath("//input[@name='source'][@checked]/@value") == ["3"]
    answer = _send(client, page, "confirm")
    assert answer.status_code == 303
    assert echoes.links(db, hearing_id) == {4: 3}
    assert stored.find(db, 4).comment == "Drøftes med trafikselskabet."


def test_the_other_one_can_be_chosen_as_the_source(client, db, hearing_id):
    _send(client, _at(client, db, 3, 4), "confirm", source="4")
    assert echoes.links(db, hearing_id) == {3: 4}


def test_copying_gives_the_handling_once_and_the_pair_waits_no_more(client, db, hearing_id):
    answer = _send(client, _at(client, db, 3, 4), "copy")
    assert "har fået håndteringen fra" in _said(answer, client)
    assert stored.find(db, 4).decision_id == stored.find(db, 3).decision_id
    assert echoes.links(db, hearing_id) == {}
    assert "weekenden" not in pages.words(client.get("/hearings/1/echoes").text)


@pytest.mark.parametrize(("deed", "said"), [("reject", "Ikke det samme"), ("keep", "Se også")])
def test_what_is_no_repetition_is_not_suggested_again_until_that_is_taken_back(client, db, hearing_id, deed, said):
    _send(client, _at(client, db, 3, 4), deed)
    assert "1 par" in pages.words(client.get("/hearings/1/echoes").text)
    page = client.get("/hearings/1/verdicts").text
    assert said in pages.words(page)
    (verdict,) = judged.of(db, hearing_id)
    client.post(f"/verdicts/{verdict.id}/removal", data=pages.filled(page, f"/verdicts/{verdict.id}/removal"))
    assert judged.of(db, hearing_id) == []
    assert _ids(_at(client, db, 3, 4)) == ["3", "4"]


def test_the_next_opens_by_itself_and_undo_brings_the_last_one_back(client, db, hearing_id):
    page = _page(client, pairs=1)
    first = _ids(page)
    after = client.get(_send(client, page, "reject").location).text
    second = html.fromstring(after)
    assert _ids(second) != first
    undo = next(form for form in second.forms if form.action.endswith("/undo"))
    back = client.post(undo.action, data=pages.fields(undo))
    assert _ids(html.fromstring(client.get(back.location).text)) == first


def test_skipping_leaves_the_pair_for_later(client, hearing_id):
    page = _page(client, pairs=1)
    (skip,) = _card(page).xpath(".//a[@data-key='n']/@href")
    following = html.fromstring(client.get(skip).text)
    assert _ids(following) != _ids(page)
    assert "1 forslag er sprunget over" in pages.words(client.get(skip).text)


def test_behind_the_last_suggestion_stands_that_some_were_skipped(client, hearing_id):
    assert "Du er nået til enden" in pages.words(client.get("/hearings/1/echoes?at=0-0-0").text)


def test_what_must_be_looked_at_is_pointed_out_and_the_words_that_differ_are_marked(client, db, hearing_id):
    card = _card(_at(client, db, 1, 2))
    assert "inden tre måneder" in " ".join(card.xpath(".//ul[@class='look']")[0].text_content().split())
    assert [mark.text_content() for mark in card.find_class("own")][:1] == ["[kun her: tre]"]


@pytest.mark.parametrize("first", ["confirm", "copy", "reject", "keep"])
@pytest.mark.parametrize("second", ["confirm", "copy", "reject", "keep"])
def test_the_second_of_two_who_decide_about_one_pair_is_told_and_goes_on(client, db, hearing_id, first, second):
    page = _at(client, db, 3, 4)
    verbs = {
        "confirm": lambda: casework.confirm(db, COLLEAGUE, 4, 1, 3),
        "copy": lambda: casework.copy(db, COLLEAGUE, 4, 1, 3),
        "reject": lambda: verdicts.reject(db, COLLEAGUE, 3, 4),
        "keep": lambda: verdicts.keep(db, COLLEAGUE, 3, 4),
    }
    verbs[first]()
    before = list(db.conn.iterdump())
    answer = _send(client, page, second)
    assert list(db.conn.iterdump()) == before
    assert "mkh har allerede afgjort det" in _said(answer, client)


def test_a_point_that_was_edited_meanwhile_is_shown_again(client, db, hearing_id):
    page = _at(client, db, 3, 4)
    points.change(db, COLLEAGUE, 4, 1, note="Ring til rådet")
    answer = _send(client, page, "confirm")
    assert "rettet af en anden i mellemtiden" in _said(answer, client)
    assert _ids(html.fromstring(client.get(answer.location).text)) == ["3", "4"]
    assert echoes.links(db, hearing_id) == {}


def test_a_point_that_is_gone_is_told_of(client, db, hearing_id):
    page = _at(client, db, 3, 4)
    points.remove(db, COLLEAGUE, 4, 1)
    assert "slettet i mellemtiden" in _said(_send(client, page, "confirm"), client)


def test_a_point_that_repeats_something_else_already_is_refused_in_a_sentence(client, db, hearing_id):
    casework.confirm(db, ME, 4, 1, 8)
    page = _at(client, db, 3, 4)
    answer = _send(client, page, "confirm", source="3")
    assert "»Ældrerådet, bemærkning a« gentager allerede" in _said(answer, client)


def test_a_group_shows_its_members_how_they_are_printed_and_why_one_deviates(client, db, hearing_id):
    casework.confirm(db, ME, 4, 1, 3)
    version = stored.find(db, 4).version
    casework.deviate(db, ME, 4, version, "Rådet taler kun om weekenden.", comment="Drøftes i foråret.")
    page = client.get("/hearings/1/echoes?group=3").text
    assert "rejst af 2 parter" in pages.words(page)
    assert "Rådet taler kun om weekenden." in pages.words(page)
    client.post("/points/4/following", data=pages.filled(page, "/points/4/leaving"))
    assert stored.find(db, 4).comment == "Drøftes med trafikselskabet."


@pytest.mark.parametrize(("deed", "links"), [("leaving", {}), ("source", {3: 4}), ("printing", {4: 3})])
def test_a_member_is_taken_out_made_the_source_or_printed_in_another_way(client, db, hearing_id, deed, links):
    casework.confirm(db, ME, 4, 1, 3)
    page = client.get("/hearings/1/echoes?group=3").text
    fields = pages.filled(page, "/points/4/printing") | {"printing": "full"}
    answer = client.post(f"/points/4/{deed}", data=fields)
    assert answer.status_code == 303
    assert answer.location.startswith("/hearings/1/echoes?group=3")
    assert echoes.links(db, hearing_id) == links
    if deed == "printing":
        assert echoes.of_point(db, 4).printing is Printing.FULL


def test_the_comment_says_once_who_has_raised_the_wish_and_its_followers_say_it_too(client, db, hearing_id):
    casework.confirm(db, ME, 4, 1, 3)
    for _ in range(2):
        page = client.get("/hearings/1/echoes?group=3").text
        client.post("/points/3/raised", data=pages.filled(page, "/points/3/raised"))
    told = "Drøftes med trafikselskabet.\nØnsket er rejst af flere parter: Patientrådet og Ældrerådet."
    assert stored.find(db, 3).comment == stored.find(db, 4).comment == told
    casework.confirm(db, ME, 8, 1, 3)
    raised.tell(db, ME, 3, stored.find(db, 3).version)
    assert stored.find(db, 8).comment.endswith(": Patientrådet, Ældrerådet og en borger.")
    assert stored.find(db, 8).comment.count("rejst af") == 1


def test_the_point_page_offers_it_too_and_keeps_what_is_typed(client, db, hearing_id):
    casework.confirm(db, ME, 4, 1, 3)
    fields = pages.filled(client.get("/points/3").text, "/points/3") | {"note": "Ring til rådet"}
    answer = client.post("/points/3/raised", data=fields)
    assert answer.location.startswith("/points/3")
    assert stored.find(db, 3).note == "Ring til rådet"
    assert stored.find(db, 3).comment.endswith(": Patientrådet og Ældrerådet.")


def test_citizens_are_counted_not_named():
    people = [Party(n, 1, f"Borger {n}", n, kind=PartyKind.CITIZEN) for n in (1, 2, 3)]
    council = Party(4, 1, "Ældrerådet", 4)
    assert sentence([*people, council]).endswith(": Ældrerådet og tre borgere.")
    assert sentence([people[0], council]).endswith(": Ældrerådet og en borger.")
    assert sentence([council, council]) == ""


def test_a_wish_of_one_party_is_not_said_to_be_of_several(db, hearing_id):
    with pytest.raises(Refused, match="én part"):
        raised.tell(db, ME, 3, 1)


def test_the_table_marks_what_repeats_what_and_filters_by_it(client, db, hearing_id):
    casework.confirm(db, ME, 4, 1, 3)
    casework.confirm(db, ME, 2, 1, 1)
    casework.deviate(db, ME, 2, stored.find(db, 2).version, "Fristen er en anden.")
    words = pages.words(client.get("/hearings/1/points").text)
    assert words.count("Rejst af 2 parter") == 2
    assert "Gentager Patientrådet a" in words
    assert "Afviger Fristen er en anden." in words
    for value, ids in {"repeated": [1, 3], "repeats": [4], "deviates": [2], "0": [5, 6, 7, 8]}.items():
        page = html.fromstring(client.get(f"/hearings/1/points?echo={value}").text)
        assert [int(id.removeprefix("point-")) for id in page.xpath("//tr[starts-with(@id, 'point-')]/@id")] == ids
    answer = client.get("/hearings/1/documents/json?echo=repeats", buffered=True)
    assert [row["party"] for row in json.loads(answer.data)["rows"]] == ["Ældrerådet"]


def test_the_same_text_in_two_groups_that_are_decided_unlike_is_told_of_and_decided_there(client, db, hearing_id):
    """Points 3 and 8 repeat nothing alike; each is repeated by a copy of the letter, which is decided unlike."""
    points.change(db, ME, 8, 1, decision_id=stored.find(db, 2).decision_id)
    casework.confirm(db, ME, 5, 1, 3)
    casework.confirm(db, ME, 6, 1, 8)
    casework.confirm(db, ME, 7, 1, 8)
    unlike = likeness.unlike(db, hearing_id)
    assert [(pair.a, pair.b) for pair in unlike.pairs] == [(5, 6), (1, 2)]
    (section,) = _page(client).xpath("//section[@id='unlike']")
    (link,) = [
        a
        for a in section.iter("a")
        if "Sund" not in a.text_content() and "Klitby Fysioterapi a og" in a.text_content()
    ]
    page = html.fromstring(client.get(link.get("href")).text)
    assert _ids(page) == ["5", "6"]
    assert not _card(page).xpath(".//button[@value='confirm']")
    _send(client, page, "reject")
    assert [(pair.a, pair.b) for pair in likeness.unlike(db, hearing_id).pairs] == [(1, 2)]


def test_a_deviation_with_its_reason_stands_folded_below_the_work(client, db, hearing_id):
    casework.confirm(db, ME, 4, 1, 3, 1)
    casework.deviate(db, ME, 4, stored.find(db, 4).version, "Rådet taler om weekenden.", comment="I foråret.")
    page = _page(client)
    (folded,) = page.xpath("//details[contains(@class, 'explained')]")
    assert "Rådet taler om weekenden." in folded.text_content()
    assert "Rådet taler om weekenden." not in page.get_element_by_id("unlike").text_content()


def test_a_point_is_called_by_its_letter_and_a_party_without_those_it_speaks_for(client, db):
    rows = [_row("Vestby Kommune pva. af Østby, Sønderby og Nørreby kommuner", _BUS, label="Bemærkning j")]
    imports.create(db, ME, "Plan", Reading(rows=[*rows, _row("Ældrerådet", _BUS)]))
    fields = pages.fields(
        next(form for form in html.fromstring(client.get("/points/2").text).forms if form.get("id") == "edit")
    )
    answer = client.post("/points/2/reference", data=fields | {"match": "1:1"})
    assert "Vestby Kommune, bemærkning j står nu under »Se også«" in _said(answer, client)


def test_a_campaign_of_which_not_every_pair_is_listed_is_decided_at_once(client, db, monkeypatch):
    monkeypatch.setattr(families, "LARGE", 4)
    imports.create(db, ME, "Plan", Reading(rows=[_row(f"Borger {n} i Klitby", _LETTER) for n in range(9)]))
    assert len(likeness.suggestions(db, 1)) < 9 * 8 // 2
    page = _page(client)
    assert "9 parter har sendt den samme tekst" in _card(page).text_content()


def test_a_suggestion_whose_point_is_gone_is_passed_over(client, db, hearing_id, monkeypatch):
    found = [Pair(90, 91, 100), Pair(4, 92, 100), *likeness.suggestions(db, hearing_id)]
    monkeypatch.setattr(likeness, "suggestions", lambda db, hearing_id: found)
    assert _ids(_page(client, pairs=1)) == ["5", "6"]


def test_a_hearing_without_repetitions_says_so_and_offers_no_filter(client, db):
    imports.create(db, ME, "Plan", Reading(rows=ROWS[-1:]))
    assert "Ingen gentagelser endnu" in pages.words(client.get("/hearings/1/echoes").text)
    assert 'name="echo"' not in client.get("/hearings/1/points").text


def test_when_everything_is_decided_the_page_says_so(client, db, hearing_id):
    for one, other in [(1, 2), (3, 4), (5, 6), (5, 7), (6, 7)]:
        verdicts.reject(db, ME, one, other)
    assert "Alt er afgjort" in pages.words(client.get("/hearings/1/echoes?at=100-5-6").text) or (
        "Ingen gentagelser endnu" in pages.words(client.get("/hearings/1/echoes").text)
    )


def test_the_navigation_counts_what_waits(client, hearing_id):
    (room,) = [a for a in _page(client).xpath("//ul[@class='rooms']//a") if "Gentagelser" in a.text_content()]
    assert room.find_class("waits")[0].text_content().split()[0] == "5"


def test_the_overview_and_the_export_page_tell_of_two_decisions_for_one_wish(client, hearing_id):
    for address in ("/hearings/1", "/hearings/1/documents"):
        page = html.fromstring(client.get(address).text)
        links = {" ".join(a.text_content().split()): a.get("href") for a in page.iter("a")}
        said = " ".join(page.body.text_content().split())
        assert "1 ønske er håndteret uens" in said
        assert "5 sandsynlige gentagelser venter på afgørelse" in said
        assert "/hearings/1/echoes" in links.values()


def test_a_deviation_with_its_reason_is_told_of_before_publishing_and_asks_for_nothing(client, db, hearing_id):
    casework.confirm(db, ME, 2, 1, 1)
    decided = stored.find(db, 3).decision_id
    other = next(d for d in (1, 2, 3) if d != stored.find(db, 1).decision_id)
    casework.deviate(db, ME, 2, stored.find(db, 2).version, "Fristen er en anden.", decision_id=other)
    assert decided == stored.find(db, 1).decision_id
    assert "håndteret uens" not in pages.words(client.get("/hearings/1").text)
    assert "1 gruppe af gentagelser er håndteret uens med en begrundelse" in pages.words(
        client.get("/hearings/1/documents").text
    )


def test_the_export_command_tells_of_them_in_one_line(path, hearing_id, tmp_path):
    done = CliRunner().invoke(
        main, ["--db", str(path), "export", "handling-table", "1", "-o", str(tmp_path / "table.json")]
    )
    assert done.exit_code == 0
    told = "Bemærk: 1 ønske er håndteret uens, og 5 sandsynlige gentagelser venter på afgørelse."
    assert done.stderr == f"{told} Se siden Gentagelser.\n"


def test_one_that_repeats_something_stays_in_its_group_and_the_other_comes_along(client, db, hearing_id):
    casework.confirm(db, ME, 4, 1, 3)
    points.change(db, ME, 8, 1, excerpt=ROWS[3].excerpt)
    card = _card(_at(client, db, 4, 8))
    assert card.xpath(".//input[@name='source']/@value") == ["4"]
    assert "Den anden kommer med i gruppen" in card.text_content()


def test_opposites_are_rightly_decided_unlike_and_stay_a_suggestion(client, db):
    no = _BENCH.replace("at der opstilles", "at der ikke opstilles")
    rows = [_row("Klitby Kommune", _BENCH, IMPLEMENT), _row("Engholm Kommune", no, NO_CHANGE)]
    imports.create(db, ME, "Plan", Reading(rows=rows))
    assert likeness.unlike(db, 1).pairs == ()
    page = _page(client)
    assert "Nægtelse" in _card(page).text_content()
    assert not page.xpath("//section[@id='unlike']")
