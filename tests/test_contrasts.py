"""What speaks against two demands in other words being the same."""

import pytest

from hearing.echoes.contrasts import contrary, contrasts
from hearing.echoes.texts import Text
from hearing.echoes.warnings import Kind


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (
            "Svømmehallen bør have længere åbningstid.",
            "Kort åbningstiden i svømmehallen: den bør være kortere.",
            "opposite",
        ),
        ("Skolen i Nørby bør bevares.", "Vi foreslår, at skolen i Nørby nedlægges.", "opposite"),
        (
            "Der bør være flere parkeringspladser ved hallen.",
            "Ved hallen er der brug for færre parkeringspladser.",
            "opposite",
        ),
        (
            "Der bør ikke bygges højhuse på havnen.",
            "Havnen er det rette sted for højhuse, som bør bygges nu.",
            "negation",
        ),
        ("Vi fraråder højhuse langs havnen.", "Højhuse langs havnen vil give liv.", "negation"),
        ("Byggeriet må højst have 3 etager.", "Lad byggeriet få fem etager.", "number"),
    ],
)
def test_what_excludes_the_other_is_pointed_out_either_way(one, other, kind):
    assert kind in {found.kind.value for found in contrasts(Text(one), Text(other))}
    assert kind in {found.kind.value for found in contrasts(Text(other), Text(one))}
    assert contrary(Text(one), Text(other)) == contrary(Text(other), Text(one)) == (kind != "number")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Planen beskriver ikke ventetiden.", "Ventetiden bør beskrives i planen."),
        ("Uligheden i adgangen til læger skal mindskes.", "Der skal være lighed i adgangen til læger."),
        ("Flere bænke i parken.", "Der er færre boder på torvet."),
        ("Se side 4: der mangler bænke.", "Bænke savnes, jf. side 7."),
        ("Byggeriet må højst have tre etager.", "Højst 3 etager på byggeriet, tak."),
        ("Opgaven bør løses i kommunen.", "Regionen bør løse opgaven."),
        ("", "Skolen bør bevares."),
    ],
)
def test_the_same_demand_in_other_words_cries_no_wolf(one, other):
    assert contrasts(Text(one), Text(other)) == contrasts(Text(other), Text(one)) == ()


def test_the_demand_is_read_in_the_excerpt_where_there_is_no_summary():
    (found,) = contrasts(Text("", "Skolen bør bevares."), Text("Skolen bør nedlægges.", "Skolen bør bevares."))
    assert (found.kind, found.old, found.new) == (Kind.OPPOSITE, "bevares", "nedlægges")


def test_the_demand_is_read_in_the_first_sentences_of_a_long_summary():
    long = "Skolen ved åen har mange venner i byen. " * 20
    assert contrasts(Text(f"{long}Skolen bør bevares."), Text("Skolen bør nedlægges.")) == ()
