"""What is taken back after the sentence of who raised a wish was renewed comes back, and the sentence is true."""

from dataclasses import replace

import pytest

from hearing import raised as pure
from hearing.casework import echoes, parties, points, raised, undo
from hearing.casework.refusal import Refused
from hearing.store import echoes as links
from hearing.store import parties as stored_parties
from hearing.store import points as stored
from tests.conftest import ME
from tests.test_raised import BEGINNING, PARTIES, SAID, hearing_id  # noqa: F401 - the fixture

LINDO, SKARO, VESTO, HAVN = PARTIES


def _version(db, id: int) -> int:
    return stored.find(db, id).version


def _told(db) -> dict[int, str]:
    """What the comment of every point ends in, behind what the authority says."""
    return {point.id: point.comment.removeprefix(SAID).strip() for point in stored.of(db, 1)}


def _sentence(*names: str) -> str:
    named = f"{', '.join(names[:-1])} og {names[-1]}"
    return f"{pure.BEGINNING}{named}{'' if named.endswith('.') else '.'}"


def test_an_older_confirmation_is_taken_back_after_a_later_one(db, hearing_id):  # noqa: F811
    older = echoes.confirm(db, ME, 4, _version(db, 4), 1)
    echoes.leave(db, ME, 2, _version(db, 2))
    undone = undo.undo(db, ME, older)
    told = _sentence(LINDO, VESTO)
    assert _told(db) == {1: told, 2: "", 3: told, 4: ""}
    assert stored.find(db, 4).comment == ""
    undo.undo(db, ME, undone)
    told = _sentence(LINDO, VESTO, HAVN)
    assert _told(db) == {1: told, 2: "", 3: told, 4: told}


def test_a_departure_is_taken_back_after_another_has_come(db, hearing_id):  # noqa: F811
    left = [echoes.leave(db, ME, id, _version(db, id)) for id in (2, 3)]
    assert stored.find(db, 1).comment == SAID
    echoes.confirm(db, ME, 4, _version(db, 4), 1)
    undo.undo(db, ME, left[1])
    assert _told(db) == {id: _sentence(LINDO, VESTO, HAVN) for id in (1, 3, 4)} | {2: ""}
    undo.undo(db, ME, left[0])
    assert set(_told(db).values()) == {_sentence(*PARTIES)}


def test_an_edited_comment_is_taken_back_after_somebody_has_joined(db, hearing_id):  # noqa: F811
    comment = stored.find(db, 1).comment.replace(SAID, "Afvises, jf. **loven**.")
    edited = points.change(db, ME, 1, _version(db, 1), comment=comment, marks=((0, 7),))
    echoes.confirm(db, ME, 4, _version(db, 4), 1)
    undo.undo(db, ME, edited)
    assert {point.comment for point in stored.of(db, 1)} == {f"{SAID}\n{_sentence(*PARTIES)}"}
    assert stored.find(db, 4).marks == ()


def test_a_new_name_stands_between(db, hearing_id):  # noqa: F811
    older = echoes.confirm(db, ME, 4, _version(db, 4), 1)
    party = stored_parties.find(db, stored.find(db, 2).party_id)
    renamed = parties.change(db, ME, replace(party, name="Skarø og Omegns Kommune"))
    undo.undo(db, ME, older)
    assert _told(db)[1] == _sentence(LINDO, "Skarø og Omegns Kommune", VESTO)
    undo.undo(db, ME, renamed)
    assert _told(db)[3] == _sentence(LINDO, SKARO, VESTO)


def test_what_the_source_was_given_since_does_not_keep_a_point_in_its_group(db, hearing_id):  # noqa: F811
    points.change(db, ME, 4, 1, comment="Havnen har svaret selv.")
    joined = echoes.confirm(db, ME, 4, 2, 1)
    points.change(db, ME, 1, _version(db, 1), comment=stored.find(db, 1).comment.replace("rederiet", "ministeren"))
    undo.undo(db, ME, joined)
    assert (links.of_point(db, 4), stored.find(db, 4).comment) == (None, "Havnen har svaret selv.")
    assert stored.find(db, 1).comment == f"Færgeplanen drøftes med ministeren.\n{_sentence(LINDO, SKARO, VESTO)}"


def test_what_a_person_has_made_of_it_since_stays(db, hearing_id):  # noqa: F811
    joined = echoes.confirm(db, ME, 4, _version(db, 4), 1)
    points.change(db, ME, 1, _version(db, 1), comment=f"{BEGINNING}alle på øen.")
    undo.undo(db, ME, joined)
    assert stored.find(db, 1).comment == stored.find(db, 2).comment == f"{BEGINNING}alle på øen."
    assert stored.find(db, 4).comment == ""


def test_what_was_typed_is_not_taken_back_over_what_was_typed_since(db, hearing_id):  # noqa: F811
    typed = points.change(db, ME, 1, _version(db, 1), comment=f"Nej.\n{_sentence(LINDO, SKARO, VESTO)}")
    points.change(db, ME, 1, _version(db, 1), comment=f"Jo.\n{_sentence(LINDO, SKARO, VESTO)}")
    with pytest.raises(Refused, match="rettet siden"):
        undo.undo(db, ME, typed)


def test_a_sentence_that_was_wrong_before_it_was_written_anew_comes_back_so(db, hearing_id):  # noqa: F811
    points.change(db, ME, 1, _version(db, 1), comment=f"{SAID}\n{_sentence(LINDO, SKARO)}")
    told = raised.tell(db, ME, 1, _version(db, 1))
    undo.undo(db, ME, told)
    assert _told(db)[1] == _sentence(LINDO, SKARO)
