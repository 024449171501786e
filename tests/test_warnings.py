"""What sets two alike texts apart is pointed out: numbers, negations, opposites; a moved sentence is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearing.echoes import opposites
from hearing.echoes.agreement import agreement, words_of
from hearing.echoes.numbers import value
from hearing.echoes.warnings import Kind, warnings

_ASKED = "Foreningen beder om, at fristen sættes til tre dage, og at tilbuddet bevares i alle lægehuse."


def _kinds(old: str, new: str) -> list[Kind]:
    return [found.kind for found in warnings(old, new)]


def _changed(word: str, other: str) -> list[Kind]:
    assert word in _ASKED
    return _kinds(_ASKED, _ASKED.replace(word, other))


@pytest.mark.parametrize(
    ("word", "other", "kind"),
    [
        ("tre", "fem", Kind.NUMBER),
        ("tre", "30", Kind.NUMBER),
        ("dage", "uger", Kind.NUMBER),
        ("bevares", "afskaffes", Kind.OPPOSITE),
        ("bevares", "ikke bevares", Kind.NEGATION),
        ("beder om", "beder ikke om", Kind.NEGATION),
        ("alle", "ingen", Kind.NEGATION),
        ("alle", "40 % af alle", Kind.NUMBER),
        ("sættes til tre dage", "sættes", Kind.NUMBER),
    ],
)
def test_one_word_that_turns_a_text_round_is_pointed_out(word, other, kind):
    assert kind in _changed(word, other)


@pytest.mark.parametrize(
    ("word", "other"),
    [("tre", "3"), ("Foreningen", "Rådet"), ("bevares", "opretholdes"), ("beder om", "foreslår"), (", og", " og")],
)
def test_the_same_said_with_other_words_is_no_warning(word, other):
    assert _changed(word, other) == []


def test_a_warning_says_both_texts_and_where():
    old, new = "Svar gives senest den 1. april 2026.", "Svar gives senest den 1. maj 2026."
    (found,) = warnings(old, new)
    assert (found.kind, found.old, found.new) == (Kind.NUMBER, "den 1. april 2026", "den 1. maj 2026")
    assert old[slice(*found.old_at)] == "1. april 2026"
    assert new[slice(*found.new_at)] == "1. maj 2026"


def test_what_stands_in_the_place_of_a_missing_word_is_said():
    (found,) = warnings("Ordningen bør indføres.", "Ordningen bør ikke indføres.")
    assert (found.old, found.new, found.old_at) == ("bør indføres", "bør ikke indføres", None)


def test_two_words_that_follow_each_other_are_one_warning():
    (found,) = warnings("Fristen er tre dage efter udskrivelsen.", "Fristen er fem uger efter udskrivelsen.")
    assert (found.old, found.new) == ("er tre dage efter", "er fem uger efter")


def test_a_sentence_that_moved_is_no_warning_and_the_word_in_it_that_differs_is_one():
    first, second = "Rådet bakker ikke op om de 12 pladser.", "Vi ønsker flere vagter i weekenden."
    assert _kinds(f"{first} {second}", f"{second} {first}") == []
    moved = warnings(f"{first} {second}", f"{second.replace('flere', 'færre')} {first}")
    assert [(one.kind, one.new) for one in moved] == [(Kind.OPPOSITE, "ønsker færre vagter")]


def test_a_negation_that_changes_place_in_an_unchanged_sentence_is_pointed_out():
    old = "Vi ønsker ikke en fælles visitation men en lokal visitation i byerne."
    new = "Vi ønsker en fælles visitation men ikke en lokal visitation i byerne."
    assert _kinds(old, new) == [Kind.MOVED]


def test_a_sentence_put_in_another_way_cries_no_wolf():
    assert _kinds("Vi mener ikke, at det er nok.", "Det er efter vores mening ikke nok.") == []
    assert _kinds("Ordningen er ikke hensigtsmæssig nu.", "Ordningen er uhensigtsmæssig nu.") == []


def test_what_a_longer_text_says_in_sentences_of_its_own_is_no_warning():
    own = "Vi har 14 lægehuse, og ingen af dem har ledig kapacitet. Der er ikke råd til flere."
    assert _kinds(_ASKED, f"{own} {_ASKED} {own}") == []


def test_a_text_that_is_turned_round_by_what_stands_before_it_is_pointed_out():
    asked = "Rejsetiden bør højst være 30 minutter"
    assert _kinds(f"{asked}.", f"Vi mener ikke, at {asked.lower()}.") == [Kind.NEGATION]


def test_words_that_a_line_end_divides_are_the_same():
    assert warnings("Behovet for opfølg-\nning er ikke dækket.", "Behovet for opfølgning er ikke dækket.") == ()
    assert _kinds("Det er ikke-kommunale tilbud.", "Det er kommunale tilbud.") == [Kind.NEGATION]


def test_a_short_text_inside_a_long_one_shows_where():
    short = "Der bør være en fast kontaktperson."
    long = f"Mange falder ud af forløbet. {short} Det er erfaringen fra vores by."
    (found,) = agreement(short, long)
    assert long[slice(*found.new)] == short[slice(*found.old)] == short.rstrip(".")


_SOME = [
    "vi",
    "ønsker",
    "ikke",
    "flere",
    "færre",
    "tre",
    "5",
    "uger.",
    "Og",
    "planen",
    "skal",
    "kan\n",
    "%",
    "be-",
]
_WORDS = st.lists(st.sampled_from(_SOME), max_size=40)
_TEXT = _WORDS.map(" ".join) | st.text(max_size=60)


@given(_TEXT, _TEXT)
def test_passages_have_the_same_words_and_never_overlap(old, new):
    found = agreement(old, new)
    for passage in found:
        one, other = (
            [w.folded for w in words_of(text[slice(*span)])]
            for text, span in ((old, passage.old), (new, passage.new))
        )
        assert one == other
    for spans in ([passage.old for passage in found], [passage.new for passage in found]):
        ordered = sorted(spans)
        assert all(end <= start for (_, end), (start, _) in zip(ordered, ordered[1:], strict=False))


@given(_TEXT)
def test_a_text_agrees_with_itself(text):
    assert warnings(text, text) == ()


_PLAIN = st.lists(st.text("aeiklmnrst", min_size=4, max_size=9), min_size=6, max_size=60, unique=True)


@given(_PLAIN, st.data())
def test_another_number_anywhere_is_found_either_way(words, data):
    place = data.draw(st.integers(1, len(words) - 1))
    old, new = (" ".join([*words[:place], number, *words[place:]]) for number in ("17", "71"))
    assert _kinds(old, new) == _kinds(new, old) == [Kind.NUMBER]


@given(_PLAIN, st.data())
def test_a_negation_put_in_anywhere_is_found_either_way(words, data):
    place = data.draw(st.integers(1, len(words) - 1))
    old, new = " ".join(words), " ".join([*words[:place], "ikke", *words[place:]])
    assert _kinds(old, new) == _kinds(new, old) == [Kind.NEGATION]


@given(st.integers(2, 99))
def test_a_number_in_words_is_the_number_in_digits(number):
    ones = ["", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni"]
    tens = ["", "", "tyve", "tredive", "fyrre", "halvtreds", "tres", "halvfjerds", "firs", "halvfems"]
    teens = ["ti", "elleve", "tolv", "tretten", "fjorten", "femten", "seksten", "sytten", "atten", "nitten"]
    ten, one = divmod(number, 10)
    word = ones[one] if not ten else teens[one] if ten == 1 else (f"{ones[one]}og" if one else "") + tens[ten]
    assert value(word) == value(str(number)) == str(number)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("20 %", "20 pct."),
        ("20 %", "tyve procent"),
        ("to timer", "2 timer"),
        ("1. maj 2025", "01.05.2025"),
        ("1. maj 2025", "1/5 2025"),
        ("1. maj 2025", "1. maj. 2025"),
        ("3. februar 2026", "2026-02-03"),
        ("2 mio. kr.", "to millioner kroner"),
        ("1.000 kr.", "tusind kroner"),
        ("tredje afsnit", "3. afsnit"),
    ],
)
def test_a_number_written_in_another_way_is_no_difference(one, other):
    old, new = f"Der bør sættes {one} af, siger vi.", f"Der bør sættes {other} af, siger vi."
    assert warnings(old, new) == warnings(new, old) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1. maj 2025", "01.06.2025"),
        ("20 %", "20 promille"),
        ("1/5 2025", "1. maj 2026"),
        ("2 mio. kr.", "2 mia. kr."),
    ],
)
def test_another_date_or_unit_is_a_difference_in_whatever_way_it_is_written(one, other):
    assert Kind.NUMBER in _kinds(f"Der bør sættes {one} af, siger vi.", f"Der bør sættes {other} af, siger vi.")


@pytest.mark.parametrize(
    ("one", "other"),
    [("regionen", "kommunen"), ("regionale", "kommunale"), ("regionale", "nationale"), ("sygehuset", "kommunen")],
)
def test_another_actor_is_a_difference_and_no_opposite(one, other):
    assert _kinds(f"Opgaven bør løses af de {one} snarest.", f"Opgaven bør løses af de {other} snarest.") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("flere", "færre"), ("styrkes", "svækket"), ("frivilligt", "obligatoriske"), ("skal", "kan"), ("for", "imod")]
    + [("centralisering", "decentraliseres"), ("modsætter", "støtter"), ("kortere", "længst"), ("april", "maj")]
    + [("uhensigtsmæssigt", "hensigtsmæssig"), ("afskaffet", "bevare"), ("før", "efter"), ("åbner", "lukkes")]
    + [("etableres", "nedlægges"), ("strammes", "lempet"), ("nordlige", "sydlig"), ("forlænges", "forkortes")],
)
def test_opposites_are_known_in_any_inflection_and_either_way(one, other):
    assert opposites.opposed(one, other)
    assert opposites.opposed(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("dag", "dage"), ("ind", "uden"), ("inden", "ud"), ("øge", "hæve"), ("mener", "mente")]
)
def test_other_words_are_no_opposites(one, other):
    assert not opposites.opposed(one, other)
