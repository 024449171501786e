"""A sign, a comparison, a fraction and per thousand are part of a number: what differs by them is pointed out."""

import pytest

from hearing.echoes.agreement import aligned, words_of
from hearing.echoes.difference import Kind as Fate
from hearing.echoes.difference import words
from hearing.echoes.index import Index
from hearing.echoes.marked import readable, sides, together
from hearing.echoes.numbers import figures
from hearing.echoes.texts import Text
from hearing.echoes.warnings import Kind, warnings

_OTHER = [
    ("+5 %", "-5 %"),
    ("+5 %", "−5 %"),
    ("+ 5 %", "- 5 %"),
    ("− 5 %", "5 %"),
    ("5 %", "-5 %"),
    ("5 %", "minus 5 %"),
    ("5 %", "(-5) %"),
    ("»5 %«", "»-5 %«"),
    ("beregnet:5 %", "beregnet:−5 %"),
    ("<8 %", ">8 %"),
    ("< 8 %", "8 %"),
    ("≤ 8 %", "≥ 8 %"),
    ("<= 8 %", ">= 8 %"),
    ("5 %", "5 ‰"),
    ("5 pct.", "5 promille"),
    ("2 ½", "2"),
    ("2½", "2¼"),
    ("2 1/2", "2"),
    ("65+", "65"),
    ("5", "6"),
]
_EQUAL = [
    ("-5 %", "−5 %"),
    ("-5 %", "–5 pct."),
    ("minus 5 %", "-5 %"),
    ("plus 5 %", "+5 %"),
    ("<= 8 %", "≤8 %"),
    ("5 ‰", "5 promille"),
    ("2 ½", "2,5"),
    ("2 1/2", "2½"),
    ("½", "halvdelen"),
    ("halvanden", "1 ½"),
    ("20 pct.", "20 %"),
    ("1. maj 2025", "01.05.2025"),
    ("kl. 20", "kl. 20.00"),
    ("kl. 9", "kl. 09:00"),
    ("kl. 9", "kl. 09"),
    ("kl. 8-16", "kl. 8.00-16.00"),
    ("kl. 9.30", "kl. 09:30"),
    ("5 kr.", "5,00 kr."),
]
_NO_SIGN = ["8-16", "8 -16", "8 – 16", "covid-19", "1-2 år", "støj - 5 steder - her", "A-5"]


def _said(value: str) -> str:
    return f"Taksten for boligerne skal være {value} fra næste sommer, og alle borgere i kommunen betaler den."


@pytest.mark.parametrize(("one", "other"), _OTHER)
def test_numbers_that_only_their_signs_tell_apart_are_pointed_out(one, other):
    assert {found.kind for found in warnings(_said(one), _said(other))} == {Kind.NUMBER}
    assert {found.kind for found in warnings(_said(other), _said(one))} == {Kind.NUMBER}


@pytest.mark.parametrize(("one", "other"), _EQUAL)
def test_the_same_number_written_in_another_way_is_no_difference(one, other):
    assert warnings(_said(one), _said(other)) == ()


@pytest.mark.parametrize("value", _NO_SIGN)
def test_a_hyphen_a_dash_and_a_range_are_no_sign(value):
    assert not any(word.folded.startswith(("-", "+")) for word in words_of(_said(value)))


def test_what_stands_before_a_number_at_a_lines_beginning_is_a_bullet():
    listed = "Vi ønsker:\n-5 bænke ved åen\n -6 træer ved skolen"
    assert warnings(listed, listed.replace("-5", "5").replace("-6", "6")) == ()
    assert warnings(listed, listed.replace("-5", "• 5").replace("-6", "* 6")) == ()


def test_a_number_is_marked_with_its_sign():
    for one, other in (("+5 %", "-5 %"), ("<8", ">8"), ("5 %", "5 ‰"), ("2 ½", "2"), ("minus 5", "5")):
        old, new = _said(one), _said(other)
        found = readable(old, new, aligned(old, new))
        changed = [[p.text for p in side if p.kind is not Fate.SAME] for side in sides(old, new, found)]
        assert changed == [[one], [other]]
        assert f"{one} {other}" in "".join(piece.text for piece in together(old, new, found))
        assert [p.text for p in words(old, new) if p.kind is not Fate.SAME] == [one, other]


@pytest.mark.parametrize(("one", "other"), _OTHER)
def test_texts_with_different_numbers_are_not_word_for_word(one, other):
    index = Index()
    index.put_many(
        [
            (1, Text(excerpt=_said(one), party="a")),
            (2, Text(excerpt=_said(other), party="b")),
            (3, Text(excerpt=_said(one).upper().replace(" ", "\u00a0", 3) + " - Side 4", party="c")),
            (4, Text(excerpt="Biblioteket bør holde åbent om søndagen.", party="d")),
        ]
    )
    score = {(pair.a, pair.b): pair.score for pair in index.pairs()}
    assert score[1, 3] == 100
    assert 85 <= score[1, 2] < 100
    assert 85 <= score[2, 3] < 100
    assert {match.id: match.score == 100 for match in index.matches(Text(excerpt=_said(other)))} == {
        1: False,
        2: True,
        3: False,
    }


def test_figures_are_the_numbers_of_a_text_as_every_way_of_writing_them_has_them():
    assert figures("fra -5 til <8 ‰ og 2 ½ pct. den 1. maj 2025") == ("-5", "<8", "promille", "2,5", "2025-05-01")
