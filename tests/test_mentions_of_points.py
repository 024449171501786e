"""A comment that mentions another point follows it through everything that can happen to either."""

import csv
import io
import json
from dataclasses import replace

import pytest
from docx import Document
from lxml import html

from exports import delimited, handling_table, working_copy
from hearing import report
from hearing.casework import (
    cuts,
    earlier,
    echoes,
    imports,
    labels,
    parties,
    places,
    points,
    raised,
    responses,
    undo,
)
from hearing.enums import PartyKind, Printing, Remaining
from hearing.records import By
from hearing.store import parties as stored_parties
from hearing.store import points as stored
from hearing.store import table
from tests import world
from tests.dump import dump
from tests.pages import filled, words

ME = By("abc")
TYPED = "Se [[PR a]], og **jf. [[Søndervang Kommune a og b]]**."
SAVED = "Se PR, bemærkning a, og jf. Søndervang Kommune, bemærkning a og b."


@pytest.fixture
def holder(client, db, hearing_id) -> int:
    """The point of Bente Holm, whose comment mentions those of two parties."""
    point = stored.of(db, hearing_id)[4]
    assert _save(client, point.id, comment=TYPED).status_code == 303
    return point.id


def _save(client, id: int, **typed: str):
    action = f"/points/{id}"
    return client.post(action, data=filled(client.get(action).text, action) | typed)


def _printed(db, holder: int) -> str:
    return next(line.point.comment for line in report.load(db, 1).lines if line.point and line.point.id == holder)


def _shown(client, holder: int) -> str:
    return filled(client.get(f"/points/{holder}").text, f"/points/{holder}")["comment"]


def test_what_is_typed_is_stored_as_plain_text_with_its_mentions(client, db, holder):
    point = stored.find(db, holder)
    assert point.comment == SAVED
    assert [(SAVED[start:end], id) for start, end, id in point.mentions] == [
        ("PR, bemærkning a", 3),
        ("Søndervang Kommune, bemærkning a", 1),
        ("b", 2),
    ]
    assert [SAVED[start:end] for start, end in point.marks] == ["jf. Søndervang Kommune, bemærkning a og b"]
    shown = "Se [[PR a]], og **jf. [[Søndervang Kommune a]] og [[Søndervang Kommune b]]**."
    assert _shown(client, holder) == shown
    assert _save(client, holder).status_code == 303
    assert stored.find(db, holder) == point


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Jf. [[Sønderwang a]].", "er der ingen høringspart, som programmet kender. Mente du Søndervang Kommune?"),
        ("Jf. [[PR q]].", "PR har ingen bemærkning q, som der står i [[PR q]]; bogstaverne er a."),
    ],
)
def test_a_reference_to_nothing_is_refused_at_the_field_and_nothing_typed_is_lost(client, db, holder, typed, said):
    answer = _save(client, holder, comment=typed, note="Ring.")
    assert answer.status_code == 400
    [error] = html.fromstring(answer.text).xpath("//*[@id='comment-error']")
    assert said in error.text_content()
    form = filled(answer.text, f"/points/{holder}")
    assert (form["comment"], form["note"]) == (typed, "Ring.")
    assert stored.find(db, holder).comment == SAVED


def test_new_letters_and_names_are_shown_and_printed_and_nothing_of_it_is_an_event_of_the_comment(
    client, db, holder
):
    before = stored.find(db, holder)
    points.change(db, ME, 3, 1, label="Bemærkning k")
    parties.change(db, ME, replace(stored_parties.find(db, 1), short_name="SVK"))
    assert _printed(db, holder) == "Se PR, bemærkning k, og jf. SVK, bemærkning a og b."
    [entry] = table.entries(db, [holder], table.vocabulary(db, 1))
    assert entry.point.comment == _printed(db, holder)
    assert _shown(client, holder) == "Se [[PR k]], og **jf. [[SVK a]] og [[SVK b]]**."
    assert stored.find(db, holder) == before


def test_a_row_of_the_table_links_to_the_points_mentioned(client, holder):
    points_page = html.fromstring(client.get("/hearings/1/points").text)
    links = points_page.xpath(f"//tr[@id='point-{holder}']//a[@class='mention']")
    assert [(link.text_content(), link.get("href")) for link in links] == [
        ("PR, bemærkning a", "/points/3/row"),
        ("Søndervang Kommune, bemærkning a", "/points/1/row"),
        ("b", "/points/2/row"),
    ]
    found = html.fromstring(client.get("/hearings/1/points?q=Søndervang").text)
    [marked] = found.xpath(f"//tr[@id='point-{holder}']//strong/a[@href='/points/1/row']/mark")
    assert marked.text_content() == "Søndervang"


def test_letters_set_anew_while_the_form_is_open_do_not_make_it_mean_another_point(client, db, holder):
    action = f"/points/{holder}"
    form = filled(client.get(action).text, action)
    places.step(db, ME, 2, -1)
    labels.relabel(db, ME, 1, [(p.point.id, p.point.version) for p in labels.anew(db, 1)])
    assert client.post(action, data=form | {"note": "Set."}).status_code == 303
    point = stored.find(db, holder)
    assert (point.comment, [id for _, _, id in point.mentions]) == (SAVED, [3, 1, 2])
    assert _printed(db, holder) == "Se PR, bemærkning a, og jf. Søndervang Kommune, bemærkning b og a."
    form = filled(client.get(action).text, action)
    client.post(action, data=form | {"comment": form["comment"] + " Tak."})
    assert [id for _, _, id in stored.find(db, holder).mentions] == [3, 1, 2]


def test_two_points_of_one_letter_are_told_apart_by_a_number(client, db, holder):
    points.change(db, ME, 2, 1, label="a")
    assert "[[Søndervang Kommune a nr. 1]] og [[Søndervang Kommune a nr. 2]]" in _shown(client, holder)
    refused = _save(client, holder, comment="[[Søndervang Kommune a]]").text
    assert "skriv [[Søndervang Kommune a nr. 1]] eller [[Søndervang Kommune a nr. 2]]" in words(refused)
    _save(client, holder, comment="[[Søndervang Kommune a nr. 2]]")
    assert stored.find(db, holder).mentions == ((0, 32, 2),)


def test_a_point_that_is_deleted_leaves_its_last_name_and_comes_back(client, db, holder):
    points.change(db, ME, 3, 1, label="m")
    before = dump(db)
    event = points.remove(db, ME, 3, 2, Remaining.FIRST)
    assert _printed(db, holder).startswith("Se PR, bemærkning m, og jf.")
    assert _shown(client, holder).startswith("Se PR, bemærkning m, og **jf. [[Søndervang Kommune a]]")
    assert stored.find(db, holder).comment.startswith("Se PR, bemærkning m, og")
    undo.undo(db, ME, event)
    assert dump(db) == before
    assert _shown(client, holder).startswith("Se [[PR m]]")


def test_a_point_that_is_deleted_under_the_name_that_was_written_leaves_the_comment_alone(client, db, holder):
    before = stored.find(db, holder)
    event = points.remove(db, ME, 3, 1, Remaining.FIRST)
    assert stored.find(db, holder) == before
    assert _printed(db, holder) == SAVED
    assert _shown(client, holder).startswith("Se PR, bemærkning a, og")
    points.change(db, ME, holder, 2, note="Set.")
    undo.undo(db, ME, event)
    assert _shown(client, holder).startswith("Se [[PR a]]")


def test_a_form_that_was_open_when_a_point_went_keeps_its_words(client, db, holder):
    action = f"/points/{holder}"
    form = filled(client.get(action).text, action)
    points.remove(db, ME, 3, 1, Remaining.FIRST)
    assert client.post(action, data=form | {"note": "Set."}).status_code == 303
    point = stored.find(db, holder)
    assert (point.note, point.comment) == ("Set.", SAVED)
    again = filled(client.get(action).text, action)
    assert client.post(action, data=again | {"comment": f"{again['comment']} Tak."}).status_code == 303
    point = stored.find(db, holder)
    assert point.comment == f"{SAVED} Tak."
    assert [id for _, _, id in point.mentions] == [1, 2]


def test_a_form_that_comes_too_late_shows_no_difference_that_nobody_made(client, db, holder):
    action = f"/points/{holder}"
    form = filled(client.get(action).text, action)
    points.change(db, ME, 3, 1, label="m")
    points.remove(db, ME, 3, 2, Remaining.FIRST)
    points.change(db, ME, holder, 3, page="7")
    answer = client.post(action, data=form | {"note": "Set."})
    assert answer.status_code == 409
    assert "Behold det, der er gemt i »Intern note«" in words(answer.text)
    assert "Behold det, der er gemt i »Kommentar«" not in words(answer.text)


def test_before_publishing_the_export_page_tells_what_a_comment_refers_to_in_vain(client, db, holder):
    page = client.get("/hearings/1/documents").text
    assert "slettet" not in words(page) and "klammer" not in words(page)
    pr_a = next(point for point in stored.of(db, 1) if point.summary.startswith("Rådet foreslår"))
    points.remove(db, ME, pr_a.id, pr_a.version, Remaining.ALONE)
    assert _save(client, 1, comment="Se [[PR b.").status_code == 303
    page = client.get("/hearings/1/documents").text
    assert "1 kommentar henviser til en bemærkning, der er slettet" in words(page)
    assert "1 kommentar har klammer [[ eller ]], som trykkes, som de står" in words(page)
    assert f'href="/points/{holder}"' in page and 'href="/points/1"' in page


def test_points_that_become_one_are_mentioned_as_one(db, holder):
    before = dump(db)
    event = cuts.merge(db, ME, 1, 1, 2, 1)
    assert [id for _, _, id in stored.find(db, holder).mentions] == [3, 1, 1]
    assert _printed(db, holder) == "Se PR, bemærkning a, og jf. Søndervang Kommune, bemærkning a og a."
    undo.undo(db, ME, event)
    assert dump(db) == before


def test_a_comment_that_is_cut_or_joined_keeps_its_mentions_with_their_words(client, db, holder):
    typed = "[[PR a]] først.\n---\nSiden [[PR a]]."
    action = f"/points/{holder}"
    form = filled(client.get(action).text, action) | {"comment": typed, "summary": "Et.\n---\nTo."}
    assert client.post(f"{action}/split", data=form).status_code == 303
    one, two = (point for point in stored.of(db, 1) if point.party_id == 5)
    assert [(p.comment, p.mentions) for p in (one, two)] == [
        ("PR, bemærkning a først.", ((0, 16, 3),)),
        ("Siden PR, bemærkning a.", ((6, 22, 3),)),
    ]
    cuts.merge(db, ME, one.id, one.version, two.id, two.version)
    joined = stored.find(db, holder)
    assert [joined.comment[start:end] for start, end, _ in joined.mentions] == ["PR, bemærkning a"] * 2


def test_an_earlier_text_comes_back_with_its_mentions(db, holder):
    event = points.change(db, ME, holder, 2, comment="Noget andet.", marks=())
    assert stored.find(db, holder).mentions == ()
    points.restore(db, ME, holder, 3, event, "comment")
    again = stored.find(db, holder)
    assert (again.comment, [id for _, _, id in again.mentions]) == (SAVED, [3, 1, 2])


def test_a_point_that_repeats_this_one_mentions_the_same(client, db, holder):
    _save(client, holder, comment="Åbnes i maj, **jf. [[Søndervang Kommune a og b]]**.")
    echo = stored.find(db, 3)
    echoes.confirm(db, ME, echo.id, echo.version, holder)
    source = stored.find(db, holder)
    copy = stored.find(db, echo.id)
    assert (copy.comment, copy.marks, copy.mentions) == (source.comment, source.marks, source.mentions)
    points.change(db, ME, 1, 1, label="x")
    echoes.print_as(db, ME, copy.id, copy.version, Printing.FULL)
    said = "Åbnes i maj, jf. Søndervang Kommune, bemærkning x og b."
    assert _printed(db, holder) == said
    assert _printed(db, echo.id) == f"{said}\nSe også Bente Holm"


def test_the_sentence_of_who_has_raised_a_wish_leaves_mentions_and_marks_alone(client, db, holder):
    _save(client, holder, comment="Åbnes i maj, **jf. [[Søndervang Kommune a og b]]**.")
    source = stored.find(db, holder)
    echoes.confirm(db, ME, 3, 1, holder)
    raised.tell(db, ME, holder, source.version)
    told = stored.find(db, holder)
    assert told.comment.startswith(f"{source.comment}\nØnsket er rejst af flere parter: ")
    assert (told.marks, told.mentions) == (source.marks, source.mentions)
    assert stored.find(db, 3).mentions == source.mentions


def test_the_comment_of_an_earlier_hearing_is_taken_over_as_plain_text(db, holder):
    points.change(db, ME, 3, 1, label="m")
    later = imports.create(db, ME, "Næste plan", world.READING)
    new = stored.of(db, later)[0]
    earlier.copy(db, ME, new.id, new.version, holder)
    copied = stored.find(db, new.id)
    assert copied.comment == "Se PR, bemærkning m, og jf. Søndervang Kommune, bemærkning a og b."
    assert copied.mentions == ()


def test_every_document_prints_the_name_of_today_and_no_citizens(client, db, holder):
    _save(client, 1, comment="Som [[Bente Holm]] og [[PR a]] skriver.")
    points.change(db, ME, 3, 1, label="f")
    citizen = stored_parties.find(db, 5)
    parties.change(db, ME, replace(citizen, kind=PartyKind.CITIZEN, kind_confirmed=True, name="Borger"))
    loaded = report.load(db, 1)
    masked = "Som Borger 1 og PR, bemærkning f skriver."
    assert masked in _written(delimited.write_csv, loaded).decode("utf-8-sig")
    cells = Document(io.BytesIO(_written(handling_table.write, loaded))).tables[0].rows[1].cells
    assert cells[4].text == masked
    [row] = [row for row in csv.reader(io.StringIO(_csv(loaded, names=True)), delimiter=";") if "Som " in row[4]]
    assert row[4] == "Som Borger og PR, bemærkning f skriver."
    [comment] = [
        row["comment"]
        for row in json.loads(_written(working_copy.write, loaded))["rows"]
        if row["comment"] and row["comment"].startswith("Som ")
    ]
    assert comment == row[4]


def _written(write, loaded, **options: object) -> bytes:
    file = io.BytesIO()
    write(loaded, file, **options)
    return file.getvalue()


def _csv(loaded, **options: object) -> str:
    return _written(delimited.write_csv, loaded, **options).decode("utf-8-sig")


def test_a_new_point_may_mention_others_at_once(client, db, hearing_id):
    action = "/parties/2/points"
    form = filled(client.get("/hearings/1/points/new?party=2").text, action)
    refused = client.post(action, data=form | {"summary": "Nyt.", "comment": "[[Søndervang Kommune q]]"})
    assert refused.status_code == 400 and "har ingen bemærkning q" in words(refused.text)
    form = filled(refused.text, action) | {"comment": "Som [[Søndervang Kommune a og b]]."}
    assert client.post(action, data=form).status_code == 303
    new = stored.of_party(db, 2)[-1]
    assert new.comment == "Som Søndervang Kommune, bemærkning a og b."
    assert [id for _, _, id in new.mentions] == [1, 2]


def test_a_comment_that_a_colleague_saved_meanwhile_is_kept_with_its_mentions(client, db, holder):
    action = f"/points/{holder}"
    form = filled(client.get(action).text, action)
    assert _save(client, holder, comment="Kun [[PR a]].").status_code == 303
    answer = client.post(action, data=form | {"comment": "Mit svar til [[Søndervang Kommune b]]."})
    assert answer.status_code == 409
    assert "Kun [[PR a]]." in words(answer.text)
    again = filled(answer.text, action)
    assert again["comment"] == "Mit svar til [[Søndervang Kommune b]]."
    assert client.post(action, data=again | {"theirs": "comment", "note": "Set."}).status_code == 303
    point = stored.find(db, holder)
    assert (point.comment, point.mentions, point.note) == ("Kun PR, bemærkning a.", ((4, 20, 3),), "Set.")


def test_a_search_finds_what_to_refer_to(client, db, hearing_id):
    def found(asked: str) -> list[str]:
        page = html.fromstring(client.get("/hearings/1/mentions", query_string={"q": asked}).text)
        return page.xpath("//li/@data-mention")

    assert found("PR a")[0] == "[[PR a]]"
    assert found("søndervang") == ["[[Søndervang Kommune a]]", "[[Søndervang Kommune b]]"]
    assert found("bænk") == ["[[Bente Holm]]"]
    assert found("") == found("findes ikke") == []


def test_the_row_that_says_no_remarks_leaves_its_name_behind(db, hearing_id):
    party = next(party for party in stored_parties.of(db, hearing_id) if party.name == "Ærøholm Hospital")
    id = responses.add(db, ME, party.id, responses.Facts(with_remarks=False))
    [row] = stored.of_party(db, party.id)
    mention = ((3, 19, row.id),)
    points.change(db, ME, 5, 1, comment="Se Ærøholm Hospital.", mentions=mention)
    parties.change(
        db, ME, replace(party, name="Ærøholm Sygehus", version=stored_parties.find(db, party.id).version)
    )
    responses.remove(db, ME, id, 1)
    assert stored.find(db, 5).comment == "Se Ærøholm Sygehus."
