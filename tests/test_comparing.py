"""Of two points those texts are held against each other that say the same, and what one says besides is told."""

from hearing.echoes.comparing import compare
from hearing.echoes.pairs import Match, Nearness, Reason
from hearing.echoes.texts import Text
from hearing.echoes.warnings import Kind

_COST = (
    "Kommunen bemærker, at kravet om udkørende sygeplejersker i alle ferieområder medfører en merudgift, som "
    "vurderes til 3,2 mio. kr. årligt, og forudsætter fuld kompensation."
)
_ADVICE = (
    "Kommunen ønsker, at jordemødre kan ringe til en børnelæge hele døgnet, og at lægen kender barnets journal "
    "fra den seneste indlæggelse."
)
_SHORT = "Merudgiften (4,7 mio. kr. årligt) forudsættes dækket."


def _fields(one: Text, other: Text) -> list[tuple[str, str]]:
    return [found.fields for found in compare(one, other).versions]


def test_a_long_summary_is_held_against_the_citation_that_says_the_same_and_not_the_short_summary():
    other = Text(_SHORT, _COST.replace("3,2", "4,7"))
    assert _fields(Text(_COST), other) == [("summary", "excerpt")]
    assert _fields(other, Text(_COST)) == [("excerpt", "summary")]
    assert [(found.kind, found.new) for found in compare(Text(_COST), other).warnings] == [
        (Kind.NUMBER, "til 4,7 mio")
    ]


def test_like_is_held_against_like_where_both_say_the_same():
    assert _fields(Text(_SHORT, _COST), Text(_SHORT, _COST)) == [("excerpt", "excerpt"), ("summary", "summary")]
    assert _fields(Text(_COST, _COST), Text(_COST, _COST)) == [("summary", "summary"), ("excerpt", "excerpt")]


def test_texts_of_which_hardly_anything_agrees_are_not_held_against_each_other():
    assert _fields(Text(_COST), Text(_ADVICE)) == []
    assert _fields(Text("Flere bænke ved havnen.", _COST), Text("Dækning af udgifter.", _COST)) == [
        ("excerpt", "excerpt")
    ]


def test_an_excerpt_that_merges_two_points_says_that_it_raises_another_too():
    merged = compare(Text("", _ADVICE), Text("", f"{_COST} {_ADVICE}"))
    assert merged.besides == ("", _COST.rstrip("."))
    assert compare(Text("", f"{_COST} {_ADVICE}"), Text("", _ADVICE)).besides == (_COST.rstrip("."), "")
    assert merged.nearness(Match(7, 86)) is Nearness.ALIKE
    assert merged.nearness(Match(7, 86, reason=Reason.REFERENCE)) is Nearness.REFERENCE


def test_two_that_share_one_demand_and_have_one_each_are_told_of_both():
    bus = "Bussen til sygehuset bør køre hver time om aftenen, så pårørende kan komme på besøg hos patienterne."
    found = compare(Text("", f"{_COST} {_ADVICE}"), Text("", f"{_ADVICE} {bus}"))
    assert found.besides == (_COST.rstrip("."), bus.rstrip("."))


def test_an_edited_text_and_a_courtesy_before_it_are_no_other_demand():
    edited = _COST.replace("udkørende sygeplejersker", "kørende hjælpere").replace("bemærker", "skriver")
    found = compare(Text(_COST), Text(f"Tak for et godt møde i foråret. {edited}"))
    assert found.besides == ("", "")
    assert found.nearness(Match(7, 90)) is Nearness.NEARLY


def test_points_with_one_summary_demand_one_thing_whatever_else_the_citation_says():
    found = compare(Text(_SHORT, _COST), Text(_SHORT, f"{_ADVICE} {_COST}"))
    assert not found.partly


def test_a_text_without_words_is_held_against_nothing():
    assert compare(Text("!!!", ""), Text("", "…")).versions == ()
