"""A point that is cut keeps its place among those that repeat each other with the part that belongs there."""

import pytest

from hearing.casework import cuts, echoes, imports, points, undo, verdicts
from hearing.enums import Meaning, VerdictKind
from hearing.intake.rows import Reading, Row
from hearing.records import By
from hearing.store import echoes as links
from hearing.store import points as stored
from hearing.store import verdicts as judged
from tests import pages, world

ME = By("abc")
_MONEY = "Der bør afsættes 3,2 mio. kr. om året til de nye opgaver, og udgiften skal forhandles efter DUT."
_NIGHT = "Sygeplejersker bør rådgive borgerne hele døgnet, så ingen skal vente til næste morgen på et svar."
MONEY, NIGHT, BOTH = 1, 2, 3


@pytest.fixture(autouse=True)
def _hearing(db) -> None:
    """A party that asks for money, one for advice at night, and one for both at once."""
    decided = {"decision": world.CHANGE, "meaning": Meaning.CHANGE}
    rows = (
        Row(party="Skovby Kommune", label="a", excerpt=_MONEY, comment="Forhandles i maj.", **decided),
        Row(party="Ådal Kommune", label="b", excerpt=_NIGHT, comment="Rådgivningen åbner i juni.", **decided),
        Row(party="Bredby Kommune", label="c", summary=f"{_MONEY} {_NIGHT}"),
    )
    imports.create(db, ME, world.TITLE, Reading(rows=rows))


def _confirm(db, id: int, source_id: int) -> None:
    echoes.confirm(db, ME, id, stored.find(db, id).version, source_id)


def _split(db, id: int = BOTH) -> int:
    return cuts.split(db, ME, id, stored.find(db, id).version, summary=f"{_MONEY}\n---\n{_NIGHT}")


def _sources(db, ids) -> list[int | None]:
    return [link.source_id if (link := links.of_point(db, id)) else None for id in ids]


def _halves(db) -> list[int]:
    return [point.id for point in stored.of_party(db, stored.find(db, BOTH).party_id)]


@pytest.mark.parametrize(("source", "expected"), [(MONEY, [MONEY, None]), (NIGHT, [None, NIGHT])])
def test_the_half_that_says_what_the_source_says_follows_it_and_the_other_waits(db, source, expected):
    _confirm(db, BOTH, source)
    event = _split(db)
    halves = _halves(db)
    assert _sources(db, halves) == expected
    handled = [stored.find(db, id).comment for id in halves]
    said = stored.find(db, source).comment
    assert handled == [said if one else "" for one in expected]
    assert [stored.find(db, id).decision_id is not None for id in halves] == [one is not None for one in expected]
    undo.undo(db, ME, event)
    assert (_halves(db), _sources(db, [BOTH])) == ([BOTH], [source])
    assert stored.find(db, BOTH).comment == said


def test_a_reference_that_was_kept_goes_with_its_half(db):
    _confirm(db, BOTH, MONEY)
    verdicts.keep(db, ME, BOTH, NIGHT)
    _split(db)
    first, second = _halves(db)
    assert _sources(db, [first, second]) == [MONEY, None]
    assert judged.between(db, first, NIGHT) is None
    assert judged.between(db, second, NIGHT).kind is VerdictKind.REFERENCE


def test_what_follows_a_point_follows_the_half_that_says_the_same(db):
    points.change(db, ME, BOTH, 1, comment="Pengene forhandles.", decision_id=stored.find(db, MONEY).decision_id)
    for id in (MONEY, NIGHT):
        _confirm(db, id, BOTH)
    event = _split(db)
    first, second = _halves(db)
    assert _sources(db, [MONEY, NIGHT]) == [first, second]
    assert stored.find(db, NIGHT).comment == stored.find(db, second).comment == "Pengene forhandles."
    undo.undo(db, ME, event)
    assert _sources(db, [MONEY, NIGHT]) == [BOTH, BOTH]


def test_the_answer_is_cut_with_the_point_for_those_that_follow_it(db):
    points.change(db, ME, BOTH, 1, decision_id=stored.find(db, MONEY).decision_id)
    for id in (MONEY, NIGHT):
        _confirm(db, id, BOTH)
    version = stored.find(db, BOTH).version
    texts = {"summary": f"{_MONEY}\n---\n{_NIGHT}", "comment": "Forhandles.\n---\nÅbner i juni."}
    cuts.split(db, ME, BOTH, version, **texts)
    assert [stored.find(db, id).comment for id in (MONEY, NIGHT)] == ["Forhandles.", "Åbner i juni."]


@pytest.mark.parametrize("answer", ["Nyt svar, skrevet før bemærkningen blev delt.", ""])
def test_an_answer_that_is_changed_while_the_point_is_cut_is_that_of_all_that_follow_it(db, answer):
    before = stored.find(db, MONEY).decision_id
    points.change(db, ME, BOTH, 1, comment="Gammelt svar.", decision_id=before)
    for id in (MONEY, NIGHT):
        _confirm(db, id, BOTH)
    chosen = (
        next(row["id"] for row in db.query("SELECT id FROM decision") if row["id"] != before) if answer else None
    )
    fields = {"summary": f"{_MONEY}\n---\n{_NIGHT}", "comment": answer, "decision_id": chosen}
    cuts.split(db, ME, BOTH, stored.find(db, BOTH).version, **fields)
    handled = [stored.find(db, id) for id in (MONEY, NIGHT, *_halves(db))]
    assert [(point.decision_id, point.comment) for point in handled] == [(chosen, answer)] * 4


def test_what_follows_a_half_that_is_given_no_part_of_an_answer_cut_in_two_has_none(db):
    points.change(db, ME, BOTH, 1, comment="Det hele.", decision_id=stored.find(db, MONEY).decision_id)
    _confirm(db, NIGHT, BOTH)
    texts = {"summary": f"{_MONEY}\n---\nStien\n---\n{_NIGHT}", "comment": "Forhandles.\n---\nStien anlægges."}
    cuts.split(db, ME, BOTH, stored.find(db, BOTH).version, **texts)
    assert [stored.find(db, id).comment for id in (*_halves(db), NIGHT)] == [
        "Forhandles.",
        "Stien anlægges.",
        "",
        "",
    ]


def test_the_page_says_which_half_follows(client, db):
    _confirm(db, BOTH, NIGHT)
    form = pages.filled(client.get(f"/points/{BOTH}").text, f"/points/{BOTH}")
    answer = client.post(f"/points/{BOTH}/split", data=form | {"summary": f"{_MONEY}\n---\n{_NIGHT}"})
    said = pages.words(client.get(answer.location).text)
    assert "Den anden del følger stadig Ådal Kommune, bemærkning b; resten mangler håndtering." in said
