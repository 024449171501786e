"""What sort of party a name or a heading speaks of, and a list that names somebody twice."""

import pytest

from hearing.enums import PartyKind
from hearing.intake import party_kinds, party_names


@pytest.mark.parametrize(
    "name",
    ["Lysbro Grundejerforening", "Havnens Erhvervsforening", "Østerby Fiskerlaug", "Vestby Vandselskab",
     "Nordby Sejlklub", "Sønderby Friskole", "Skovens Venner", "Byens Puls",
     "Kulturhuset Lanternen", "Netværk Sund", "Hjertecentret Lyng", "Østerled Beboerhus",
     "Møllebakken Børnehave", "Vindinge Gymnasium", "Egelund Borgergruppe", "Lejernes Samvirke",
     "Dansk Gangsti", "Danmarks Kulturarv", "Venstre Lysbro", "Lysbro Museum",
     "Den Blå Lagune", "Sundhed Fyn", "Lægerne Torvet", "Psykologerne Havnegade",
     "Energi Lillebro", "Beredskab Øst", "Familiernes Hus", "Lodsejerforeningen Åvang",
     "Private Vandværker", "Vesterlund Menighedsråd", "Huslejenævnet Nordby", "Radio Vesterled",
     "Kirkens Korshær", "Lysbro Håndværkerforening", "Strandparkens Ejerlaug", "Grøn Alliance",
     "Tandlægehuset Åen", "Ungdommens Røst", "Vesterlund Idrætsråd", "Lillebro Turistforening",
     "Fjordbyens Aktive Seniorer", "Lystrup Sogn"],
)  # fmt: skip
def test_nobody_who_is_an_organisation_is_guessed_to_be_a_private_citizen(name):
    assert party_kinds.guess(name) is not PartyKind.CITIZEN


@pytest.mark.parametrize(
    "name",
    ["Bente Holm", "Jens Due", "Aase Marie Kær", "Per von Lyng", "Else-Marie Bak", "Clemens Ravn", "Inge B. Toft",
     "Karsten Østergaard", "Mette Rådmand", "Søren Brogaard", "Birthe Vestergaard", "Maja de Fries"],
)  # fmt: skip
def test_a_name_as_people_have_them_is_guessed_to_be_a_private_citizen(name):
    assert party_kinds.guess(name) is PartyKind.CITIZEN


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Borgere", PartyKind.CITIZEN), ("Private borgere i Vestby Kommune", PartyKind.CITIZEN),
        ("Enkeltpersoner", PartyKind.CITIZEN), ("Borgere og foreninger", None), ("Borgerforeninger", None),
        ("Råd og udvalg", PartyKind.COUNCIL), ("Patient- og brugerorganisationer", PartyKind.PATIENTS),
        ("Regioner og kommuner", None), ("Faglige organisationer", PartyKind.UNION), ("Øvrige", None),
    ],
)  # fmt: skip
def test_a_heading_states_a_kind_only_where_it_names_one(heading, kind):
    assert party_kinds.of_heading(heading) is kind


def test_a_list_that_names_somebody_twice_has_the_party_once():
    listed = party_names.read_list(
        "Handicaprådet (HR)\nhandicaprådet\nÆldreraadet\nÆldrerådet\nHavnens Erhvervsforening [HEF]\n"
        "Borgerhuset (BN)\nBorgerhuset (BS)\n"
    )
    assert [(entry.name, entry.short_name) for entry in listed] == [
        ("Handicaprådet (HR)", "HR"),
        ("Ældreraadet", ""),
        ("Havnens Erhvervsforening [HEF]", "HEF"),
        ("Borgerhuset (BN)", "BN"),
        ("Borgerhuset (BS)", "BS"),
    ]
