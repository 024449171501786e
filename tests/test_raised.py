"""The sentence of who has raised a wish stays true, whatever becomes of those who have."""

from dataclasses import replace

import pytest

from hearing import raised as pure
from hearing.casework import cuts, echoes, imports, parties, places, points, raised, responses, undo, verdicts
from hearing.enums import PartyKind, Remaining, VerdictKind
from hearing.intake.rows import Reading, Row
from hearing.records import Party, Point
from hearing.store import parties as stored_parties
from hearing.store import points as stored
from tests.conftest import ME

PARTIES = ("Lindø Beboerforening", "Skarø Kommune", "Børn og Unge, Vestø", "Havnens Venner A.m.b.a.")
SAID = "Færgeplanen drøftes med rederiet."
BEGINNING = f"{SAID}\n{pure.BEGINNING}"


@pytest.fixture
def hearing_id(db) -> int:
    """Four parties with a point each; the second and third repeat the first, whose comment says so."""
    rows = [
        Row(party, label="a", summary="Færgen", excerpt=f"Sejl hver time, siger {party}.") for party in PARTIES
    ]
    hearing_id = imports.create(db, ME, "Trafikplan for øerne", Reading(rows=tuple(rows)))
    points.change(db, ME, 1, 1, comment=SAID)
    _confirm(db, 2, 1)
    _confirm(db, 3, 1)
    raised.tell(db, ME, 1, _version(db, 1))
    assert _told(db, 1) == "Lindø Beboerforening, Skarø Kommune og Børn og Unge, Vestø."
    return hearing_id


def _version(db, id: int) -> int:
    return stored.find(db, id).version


def _confirm(db, id: int, source_id: int) -> int:
    return echoes.confirm(db, ME, id, _version(db, id), source_id)


def _comment(db, id: int) -> str:
    return stored.find(db, id).comment


def _told(db, id: int) -> str:
    return _comment(db, id).removeprefix(BEGINNING)


def test_who_joins_is_named_also_where_it_repeats_and_undo_takes_the_name_back(db, hearing_id):
    event = _confirm(db, 4, 1)
    told = "Lindø Beboerforening, Skarø Kommune, Børn og Unge, Vestø og Havnens Venner A.m.b.a."
    assert [_told(db, id) for id in (1, 2, 3, 4)] == [told] * 4
    undo.undo(db, ME, event)
    assert _told(db, 1) == _told(db, 2) == "Lindø Beboerforening, Skarø Kommune og Børn og Unge, Vestø."
    assert _comment(db, 4) == ""


def test_who_leaves_is_named_no_more_and_has_no_sentence(db, hearing_id):
    event = echoes.leave(db, ME, 2, _version(db, 2))
    assert _told(db, 1) == _told(db, 3) == "Lindø Beboerforening og Børn og Unge, Vestø."
    assert _comment(db, 2) == SAID
    echoes.leave(db, ME, 3, _version(db, 3))
    assert _comment(db, 1) == _comment(db, 3) == SAID
    verdicts.reconsider(db, ME, 2, 1, VerdictKind.APART)
    _confirm(db, 2, 1)
    assert _comment(db, 1) == SAID
    with pytest.raises(Exception, match="fortryd"):
        undo.undo(db, ME, event)


@pytest.mark.parametrize("remaining", [Remaining.FIRST, Remaining.ALONE])
def test_when_a_source_is_deleted_the_others_name_themselves(db, hearing_id, remaining):
    event = points.remove(db, ME, 1, _version(db, 1), remaining)
    first = remaining is Remaining.FIRST
    told = f"{BEGINNING}Skarø Kommune og Børn og Unge, Vestø." if first else SAID
    assert _comment(db, 2) == _comment(db, 3) == told
    undo.undo(db, ME, event)
    assert _told(db, 2) == "Lindø Beboerforening, Skarø Kommune og Børn og Unge, Vestø."


def test_a_deleted_member_is_named_no_more(db, hearing_id):
    points.remove(db, ME, 3, _version(db, 3))
    assert _told(db, 1) == _told(db, 2) == "Lindø Beboerforening og Skarø Kommune."


def test_a_new_source_keeps_the_sentence_in_the_order_of_the_table(db, hearing_id):
    echoes.make_source(db, ME, 3, _version(db, 3))
    assert _told(db, 3) == "Lindø Beboerforening, Skarø Kommune og Børn og Unge, Vestø."
    echoes.leave(db, ME, 1, _version(db, 1))
    assert _told(db, 3) == _told(db, 2) == "Skarø Kommune og Børn og Unge, Vestø."
    assert _comment(db, 1) == SAID


def test_a_party_s_new_name_and_kind_are_in_the_sentence(db, hearing_id):
    party = stored_parties.find(db, stored.find(db, 2).party_id)
    event = parties.change(db, ME, replace(party, name="Skarø og Omegns Kommune"))
    assert _told(db, 1) == "Lindø Beboerforening, Skarø og Omegns Kommune og Børn og Unge, Vestø."
    undo.undo(db, ME, event)
    party = stored_parties.find(db, party.id)
    parties.change(db, ME, replace(party, kind=PartyKind.CITIZEN))
    assert _told(db, 3) == "Lindø Beboerforening, Børn og Unge, Vestø og en borger."


def test_a_point_that_goes_to_another_party_takes_the_name_along(db, hearing_id):
    event = places.move(db, ME, 3, _version(db, 3), stored.find(db, 2).party_id, None)
    assert _told(db, 1) == "Lindø Beboerforening og Skarø Kommune."
    undo.undo(db, ME, event)
    assert _told(db, 1) == "Lindø Beboerforening, Skarø Kommune og Børn og Unge, Vestø."


def test_two_points_made_one_and_two_groups_made_one_name_all(db, hearing_id):
    own = places.add(db, ME, Point(0, 1, stored.find(db, 4).party_id, None, 0, summary="Flere afgange"))
    _confirm(db, own, 1)
    assert _told(db, 2).endswith("og Havnens Venner A.m.b.a.")
    cuts.merge(db, ME, 4, _version(db, 4), own, _version(db, own))
    assert _told(db, 4) == _told(db, 1)
    assert _told(db, 1).endswith("og Havnens Venner A.m.b.a.")


def test_what_is_copied_names_nobody(db, hearing_id):
    echoes.copy(db, ME, 4, _version(db, 4), 1)
    assert _comment(db, 4) == SAID


def test_one_that_goes_its_own_way_names_all_too(db, hearing_id):
    echoes.deviate(
        db, ME, 3, _version(db, 3), "Gælder kun børn.", comment=_comment(db, 3).replace("rederiet", "os")
    )
    _confirm(db, 4, 1)
    assert _comment(db, 3).startswith("Færgeplanen drøftes med os.")
    assert _comment(db, 3).endswith("og Havnens Venner A.m.b.a.")


def test_the_place_of_a_name_does_not_matter_and_what_stands_around_it_stays(db, hearing_id):
    comment = f"**Før** {pure.BEGINNING}Børn og Unge, Vestø, Skarø Kommune og Lindø Beboerforening. Se Skarø a."
    end = len(comment)
    points.change(
        db,
        ME,
        1,
        _version(db, 1),
        comment=comment,
        marks=((0, 3), (end - 8, end)),
        mentions=((end - 8, end - 1, 2),),
    )
    _confirm(db, 4, 1)
    now = stored.find(db, 4)
    assert now.comment.endswith("Børn og Unge, Vestø og Havnens Venner A.m.b.a. Se Skarø a.")
    end = len(now.comment)
    assert (now.marks, now.mentions) == (((0, 3), (end - 8, end)), ((end - 8, end - 1, 2),))
    for id in (2, 3, 4):
        echoes.leave(db, ME, id, _version(db, id))
    assert _comment(db, 1) == "**Før** Se Skarø a."
    assert stored.find(db, 1).mentions == ((11, 18, 2),)


def test_what_a_person_has_made_of_it_is_left_alone_and_told_of_before_publishing(client, db, hearing_id):
    edited = f"{BEGINNING}beboerne (Lindø Beboerforening), Skarø Kommune samt Børn og Unge, Vestø."
    points.change(db, ME, 1, _version(db, 1), comment=edited)
    assert raised.unnamed(db, hearing_id) == []
    assert "nævner ikke alle, der har rejst ønsket" not in client.get("/hearings/1/documents").text
    _confirm(db, 4, 1)
    assert _comment(db, 1) == _comment(db, 4) == edited
    assert raised.unnamed(db, hearing_id) == [1]
    assert "nævner ikke alle, der har rejst ønsket" in client.get("/hearings/1/documents").text


def test_a_row_without_remarks_that_goes_with_its_response_is_named_no_more(db, hearing_id):
    party_id = parties.add(db, ME, hearing_id, [parties.NewParty("Rederiet Strømmen")])[0]
    response_id = responses.add(db, ME, party_id, responses.Facts(with_remarks=False))
    [row] = stored.of_response(db, response_id)
    _confirm(db, row.id, 1)
    assert _told(db, 1).endswith("og Rederiet Strømmen.")


def test_a_sentence_is_found_by_its_names_only():
    people = [Party(1, 1, "Børn", 1), Party(2, 1, "Børn og Unge", 2), Party(3, 1, "Unge, Vest", 3)]
    said = Point(1, 1, 1, None, 1, comment=f"Nej. {pure.sentence(people)} Mere.")
    assert pure.find(said, people) == (5, len(said.comment) - 6)
    assert pure.find(said, people[:2]) is None
    assert pure.find(replace(said, comment=said.comment.replace("Mere", "")), people) is not None
    assert pure.find(replace(said, comment=said.comment.replace("Vest.", "Vest, m.fl.")), people) is None
    assert pure.find(replace(said, mentions=((45, 50, 2),)), people) is None


def test_names_that_repeat_each_other_are_not_tried_in_every_combination():
    people = [Party(1, 1, "Å", 1), Party(2, 1, "Å, Å", 2)]
    said = Point(1, 1, 1, None, 1, comment=f"{pure.BEGINNING}{'Å, ' * 90}!")
    assert pure.find_any(said, [party.name for party in people]) is None
    told = replace(said, comment=pure.sentence(people))
    assert pure.find(told, people) == (0, len(told.comment))
