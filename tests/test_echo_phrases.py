"""The phrases that name a source: filled with a party and a letter, and checked before they are stored."""

import pytest

from hearing.echoes import phrases


@pytest.mark.parametrize("phrase", [phrases.SUMMARY, phrases.DECISION, phrases.COMMENT])
def test_the_usual_phrases_name_party_and_letter(phrase):
    assert phrases.check(phrase) == ""
    assert phrases.filled(phrase, "PIU", "j").endswith(" PIU, bemærkning j")
    assert phrases.filled(phrase, "PIU", "Bemærkning h").endswith(" PIU, bemærkning h")
    assert phrases.filled(phrase, "PIU", "").endswith(" PIU")


@pytest.mark.parametrize(
    ("phrase", "with_letter", "without"),
    [
        ("Som {part} ({bogstav})", "Som FAR (c)", "Som FAR"),
        ("Se svaret til {part}, pkt. {bogstav}.", "Se svaret til FAR, pkt. c.", "Se svaret til FAR."),
        ("Jf. {part} nr. {bogstav}", "Jf. FAR nr. c", "Jf. FAR"),
        ("Se bemærkning {bogstav} fra {part}", "Se bemærkning c fra FAR", "Se bemærkning fra FAR"),
        ("Behandlet hos {part}", "Behandlet hos FAR", "Behandlet hos FAR"),
    ],
)
def test_what_leads_up_to_a_letter_goes_with_it(phrase, with_letter, without):
    assert phrases.check(phrase) == ""
    assert phrases.filled(phrase, "FAR", "c") == with_letter
    assert phrases.filled(phrase, "FAR", "") == without


def test_a_name_with_braces_is_printed_as_it_is():
    assert phrases.filled(phrases.COMMENT, "Laug {bogstav}", "b") == "Se også Laug {bogstav}, bemærkning b"


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("Samme som ovenfor", "skal indeholde {part}"),
        ("Som {parti}, {bogstav}", "kender ikke {parti}"),
        ("Som {part}, {letter}", "kender ikke {letter}"),
        ("Som {part og {bogstav}", "enlig {"),
        ("Som {part} og {part}", "{part} må kun stå én gang"),
    ],
)
def test_a_phrase_that_cannot_be_used_is_refused_in_one_sentence(phrase, said):
    sentence = phrases.check(phrase)
    assert said in sentence
    assert sentence.endswith(".") and sentence.count(". ") == 0
