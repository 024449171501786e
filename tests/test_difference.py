"""The word difference says what left, what came, and loses no letter of either text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearing.echoes.difference import Kind, words

_TEXT = st.text(alphabet=st.sampled_from("abå ,\n*"), max_size=40)


def _read(pieces, *kinds: Kind) -> str:
    return "".join(piece.text for piece in pieces if piece.kind in kinds)


@given(_TEXT, _TEXT)
def test_both_texts_can_be_read_out_of_the_difference(old, new):
    pieces = words(old, new)
    assert _read(pieces, Kind.SAME, Kind.OUT) == old
    assert _read(pieces, Kind.SAME, Kind.IN) == new


def test_neighbouring_words_change_together():
    pieces = words("Vi ønsker den lille bænk her", "Vi ønsker et stort bord her")
    assert [(p.kind, p.text) for p in pieces if p.kind is not Kind.SAME] == [
        (Kind.OUT, "den lille bænk"),
        (Kind.IN, "et stort bord"),
    ]


def test_a_mark_set_is_a_difference():
    pieces = words("inden tre dage", "inden **tre** dage")
    assert _read(pieces, Kind.IN) == "****"
    assert _read(pieces, Kind.OUT) == ""


def test_very_long_texts_are_shown_whole_rather_than_never():
    old, new = "æble " * 40_000, "pære " * 40_000
    assert [piece.kind for piece in words(old, new)][:2] == [Kind.OUT, Kind.IN]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("4,7", "4,8"),
        ("20 %", "25 %"),
        ("§ 12", "§ 14"),
        ("1. maj 2026", "2. maj 2026"),
        ("nær-hospital", "nær-sygehus"),
    ],
)
def test_what_is_read_as_one_changes_as_one(one, other):
    pieces = words(f"Det er ({one}) her.", f"Det er ({other}) her.")
    assert [(p.kind, p.text) for p in pieces][1:3] == [(Kind.OUT, one), (Kind.IN, other)]


def test_one_word_between_words_that_changed_changes_with_them():
    pieces = words("Rådet finder planen god i dag", "Rådet mener planen dårlig i dag")
    assert [p.text for p in pieces if p.kind is not Kind.SAME] == ["finder planen god", "mener planen dårlig"]
