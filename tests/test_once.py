"""Two groups are one question, however many of their points are alike."""

import pytest

from hearing import likeness
from hearing.casework import echoes, imports, undo, verdicts
from hearing.echoes.pairs import Pair
from hearing.enums import VerdictKind
from hearing.intake.rows import Reading, Row
from hearing.likeness.once import once
from hearing.store import points as stored
from tests.conftest import ME

FERRY = (
    "Færgen bør sejle hver time også om vinteren, så eleverne på øen kan nå hjem fra ungdomsskolen samme aften."
)
PARTIES = ("Lindø Beboerforening", "Skarø Kommune", "Øernes Erhvervsråd", "Ungdomsskolen på Lindø")


@pytest.fixture
def hearing_id(db) -> int:
    """Four parties with nearly one text; the first three are one group, the source is point 1."""
    more = ("", " Det koster kun lidt.", " Vi deltager gerne i et møde.", " Bestyrelsen har behandlet sagen.")
    rows = [
        Row(party, label="a", summary="Færgen", excerpt=FERRY + n) for party, n in zip(PARTIES, more, strict=True)
    ]
    hearing_id = imports.create(db, ME, "Trafikplan for øerne", Reading(rows=tuple(rows)))
    echoes.confirm(db, ME, 2, 1, 1)
    echoes.confirm(db, ME, 3, 1, 1)
    return hearing_id


def _asked(db, hearing_id) -> list[tuple[int, int]]:
    return [(pair.a, pair.b) for pair in likeness.suggestions(db, hearing_id)]


def test_a_point_is_asked_about_once_for_a_whole_group(db, hearing_id):
    assert len(likeness.of_point(db, 4)) == 3
    assert _asked(db, hearing_id) == [(1, 4)]
    assert likeness.unlike(db, hearing_id).likely == 1


@pytest.mark.parametrize("verb", [verdicts.reject, verdicts.keep])
def test_what_is_said_of_one_pair_holds_for_the_group_until_it_is_taken_back(db, hearing_id, verb):
    event = verb(db, ME, 2, 4)
    assert _asked(db, hearing_id) == []
    undo.undo(db, ME, event)
    assert _asked(db, hearing_id) == [(1, 4)]


def test_who_leaves_a_group_is_asked_about_again(db, hearing_id):
    verdicts.reject(db, ME, 1, 4)
    echoes.leave(db, ME, 2, stored.find(db, 2).version)
    assert _asked(db, hearing_id) == [(2, 4)]


def test_who_is_taken_out_is_not_asked_about_that_group_again_until_a_person_reconsiders(client, db, hearing_id):
    echoes.leave(db, ME, 2, stored.find(db, 2).version)
    assert _asked(db, hearing_id) == [(1, 4), (2, 4)]
    assert "Taget ud af gruppen" in client.get(f"/hearings/{hearing_id}/verdicts").text
    assert "taget ud af gruppen" in client.get("/points/2").text
    verdicts.reconsider(db, ME, 2, 1, VerdictKind.APART)
    assert set(_asked(db, hearing_id)) >= {(1, 2), (1, 4)}


def test_of_two_groups_the_best_pair_is_asked_and_points_of_none_are_all_asked():
    pairs = [Pair(2, 5, 90, False), Pair(1, 4, 80, False), Pair(7, 8, 70, False), Pair(6, 7, 60, False)]
    group_of = {2: 1, 5: 4}
    assert once(pairs, group_of, []) == [pairs[0], *pairs[2:]]
    assert once(pairs, group_of, [(1, 5)]) == pairs[2:]
    assert once([Pair(1, 2, 99, False)], group_of, []) == []
