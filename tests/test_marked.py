"""What differs between two alike texts is marked so that a person sees it: whole pieces, few marks, no loss."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearing.echoes.agreement import aligned
from hearing.echoes.difference import Kind, Piece
from hearing.echoes.marked import readable, shortened, sides, together

_BENCH = "Der opstilles en overdækket bænk ved hvert lægehus, så ældre borgere kan vente i tørvejr."
_BUS = "Bussen til sygehuset kører hver time om aftenen, og pårørende kan komme på besøg."


def _sides(old: str, new: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    return sides(old, new, readable(old, new, aligned(old, new)))


def _own(old: str, new: str) -> tuple[list[str], ...]:
    return tuple([piece.text for piece in side if piece.kind is not Kind.SAME] for side in _sides(old, new))


def _together(old: str, new: str) -> str:
    signs = {Kind.SAME: "{}", Kind.OUT: "[-{}]", Kind.IN: "[+{}]"}
    pieces = together(old, new, readable(old, new, aligned(old, new)))
    return "".join(signs[piece.kind].format(piece.text) for piece in pieces)


def test_each_side_shows_its_own_words_only():
    assert _own("Vi ønsker en lille bænk her.", "Vi ønsker et bord her.") == (["en lille bænk"], ["et bord"])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("3,2", "4,7"),
        ("1.250.000", "1.350.000"),
        ("20 %", "25 %"),
        ("20 pct", "25 pct"),
        ("§ 12", "§ 14"),
        ("1. maj 2026", "2. maj 2026"),
        ("8-16", "8-20"),
        ("PIU's", "PLO's"),
        ("ikke-kommunale", "ikke-regionale"),
        ("og/eller", "og/samt"),
        ("12a", "12b"),
    ],
)
def test_what_is_read_as_one_is_marked_as_one(one, other):
    old, new = f"Det drejer sig om ({one}) her i byen.", f"Det drejer sig om {other} her i byen."
    assert _own(old, new) == ([one], [other])


def test_a_number_that_differs_stands_by_itself_beside_other_changes():
    assert _own("Det koster 3,2 mio. om året.", "Det koster 4,7 mio. hvert år.")[0] == ["3,2", "om året"]


def test_a_word_that_both_happen_to_have_amid_other_words_is_marked_with_them():
    old = "Rådet finder planen god og vil gerne følge den nøje fremover i byen."
    new = "Rådet mener planen dårlig og må nok læse den grundigt fremover i byen."
    assert _own(old, new) == (
        ["finder planen god og vil gerne følge den nøje"],
        ["mener planen dårlig og må nok læse den grundigt"],
    )


def test_words_put_in_on_both_sides_of_a_word_leave_it_unmarked():
    assert _own("Vi ønsker bænke ved havnen.", "Vi ønsker nye bænke straks ved havnen.") == ([], ["nye", "straks"])


@pytest.mark.parametrize("seed", range(5))
def test_a_text_of_which_every_third_word_is_another_has_few_marks(seed):
    chance = Random(seed)
    words = f"{_BENCH} {_BUS}".split()
    other = [chance.choice(["tilbud", "region", "styrke"]) if chance.random() < 0.3 else word for word in words]
    old, _ = _sides(" ".join(words), " ".join(other))
    between = [piece.text.split() for piece in old[1:-1] if piece.kind is Kind.SAME]
    assert all(len(passage) > 1 for passage in between)


def test_a_sentence_that_moved_is_kept_and_what_differs_in_it_is_marked():
    assert _together(f"{_BENCH} {_BUS}", f"{_BUS.replace('hver', 'anden hver')} {_BENCH}") == (
        f"{_BUS.replace('hver', '[+anden] hver')} {_BENCH}"
    )


def test_a_turn_of_speech_takes_no_words_from_a_sentence_that_is_the_same():
    first = "Rådet ser gerne, at visitationen samles ét sted, fordi den i dag ikke hænger sammen."
    second = "Rådet ser gerne, at bænkene males, fordi træet i dag ikke tåler regn."
    old, new = _own(first, f"{second} {first}")
    assert (old, new) == ([], [second.rstrip(".")])


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("Vi ønsker en bænk her.", "Vi ønsker et bord her.", "Vi ønsker [-en bænk ][+et bord] her."),
        ("Vi ønsker straks en bænk.", "Vi ønsker en bænk.", "Vi ønsker [-straks ]en bænk."),
        ("Vi ønsker en bænk og borde.", "Vi ønsker en bænk.", "Vi ønsker en bænk[- og borde]."),
        ("Derfor ønsker vi bænke.", "Nu ønsker vi bænke.", "[-Derfor ][+Nu] ønsker vi bænke."),
        ("Gerne flere nye bænke.", "Flere nye bænke.", "[-Gerne ]Flere nye bænke."),
        ("Det er 3,2 mio. kr. i alt.", "Det er (4,7 mio. kr.) i alt.", "Det er ([-3,2 ][+4,7] mio. kr.) i alt."),
        ("Vi vil have opfølg-\nning her.", "Vi vil have opfølgning her.", "Vi vil have opfølgning her."),
        ("", "Nyt.", "[+Nyt]."),
        ("Alt.", "Nyt.", "[-Alt ][+Nyt]."),
        ("Alt er væk.", "", "[-Alt er væk]"),
    ],
)
def test_what_was_left_out_stands_where_it_stood(old, new, shown):
    assert _together(old, new) == shown


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("20 %", "20 pct."),
        ("to timer", "2 timer"),
        ("1. maj 2025", "01.05.2025"),
        ("2 mio. kr.", "to millioner kroner"),
        ("tredje afsnit", "3. afsnit"),
    ],
)
def test_a_number_written_in_another_way_is_not_marked(one, other):
    assert _own(f"Der bør sættes {one} af, siger vi.", f"Der bør sættes {other} af, siger vi.") == ([], [])


def test_a_long_stretch_is_shown_without_its_middle():
    (piece,) = shortened([Piece(Kind.IN, "mange flere bænke " * 40)], own=100)
    assert piece.text.startswith("mange flere bænke")
    assert " […] " in piece.text
    assert len(piece.text) <= 100
    assert shortened([Piece(Kind.SAME, "bænk " * 40)], own=100)[0].text == "bænk " * 40


_SOME = [
    "vi",
    "ønsker",
    "ikke",
    "3,2",
    "20",
    "%",
    "§",
    "uger.",
    "Og",
    "planen",
    "PIU's",
    "8-16",
    "kan\n",
    "be-",
    "(",
]
_TEXT = st.lists(st.sampled_from(_SOME), max_size=40).map(" ".join) | st.text(max_size=60)


@given(_TEXT, _TEXT)
def test_both_texts_can_be_read_out_of_the_sides(old, new):
    left, right = _sides(old, new)
    assert "".join(piece.text for piece in left) == old
    assert "".join(piece.text for piece in right) == new
    assert {piece.kind for piece in left} <= {Kind.SAME, Kind.OUT}
    assert {piece.kind for piece in right} <= {Kind.SAME, Kind.IN}


@given(_TEXT, _TEXT)
def test_what_is_shown_together_is_the_new_text_and_what_the_old_side_marks(old, new):
    pieces = together(old, new, readable(old, new, aligned(old, new)))
    assert "".join(piece.text for piece in pieces if piece.kind is not Kind.OUT) == new
    left_out = [piece.text for piece in _sides(old, new)[0] if piece.kind is Kind.OUT]
    assert sorted(piece.text.strip() for piece in pieces if piece.kind is Kind.OUT) == sorted(left_out)


@given(_TEXT)
def test_nothing_is_marked_where_nothing_differs(text):
    assert _own(text, text) == ([], [])
