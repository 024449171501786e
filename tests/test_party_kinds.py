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
     "Fjordbyens Aktive Seniorer", "Lystrup Sogn", "Mødres Vagt", "Tandlæge Huset Nord",
     "Fjordens Venner, Engvej 4", "Arkitekt Bo Kær ApS"],
)  # fmt: skip
def test_nobody_who_is_an_organisation_is_guessed_to_be_a_private_citizen(name):
    assert party_kinds.guess(name) is not PartyKind.CITIZEN


@pytest.mark.parametrize(
    "name",
    ["Bente Holm", "Jens Due", "Aase Marie Kær", "Per von Lyng", "Else-Marie Bak", "Clemens Ravn", "Inge B. Toft",
     "Karsten Østergaard", "Mette Rådmand", "Søren Brogaard", "Birthe Vestergaard", "Maja de Fries",
     "Bo Kær, Engvej 4, 8000", "Else Bak, Klinikvej 3", "Per Due (Rådhusgade 2, 7100 Sydby)", "Tandlæge Bo Kær",
     "Overlæge Lise Toft", "Professor, dr. med. Inge Ravn", "Lise Toft, praktiserende læge"],
)  # fmt: skip
def test_a_name_as_people_have_them_is_guessed_to_be_a_private_citizen(name):
    assert party_kinds.guess(name) is PartyKind.CITIZEN


NAMES = {
    PartyKind.STATE: (
        "Vandmiljøstyrelsen", "Styrelsen for Patienthjælp", "Ministeriet for Byer og Bolig",
        "Kystzonedirektoratet", "Østjyllands Politi", "Arbejdsmiljøtilsynet", "Lysbro Universitet",
        "Vesterlund Stift", "Nordby Provsti",
    ),
    PartyKind.REGION: ("Region Vesterlund", "Region Østland, Regional Udvikling", "Regionen"),
    PartyKind.MUNICIPALITY: (
        "Nordby Kommune", "Nordby-Lyngå Kommune", "Center for Handicap og Psykiatri, Nordby Kommune",
        "Nordby Kommune, Sundhed og Omsorg", "Nordby Byråd", "Kommunalbestyrelsen i Sydby",
        "Social- og Sundhedsforvaltningen",
    ),
    PartyKind.HOSPITAL: (
        "Ærøholm Sygehus", "Hospitalsenhed Vest", "Psykiatrien i Region Vesterlund", "Hospice Åfryd",
        "Lysbro Universitetshospital", "Klinik for Børnelæger",
    ),
    PartyKind.UNION: (
        "Overlægerne i Vesterlund, Lægeforeningen", "Fagforeningen Havn og Lager", "Dansk Gartnerforbund",
        "PLO Vesterlund", "FOA Lysbro", "HK Kommunal Nordby", "Skolelederforeningen Vest", "Nordby Lærerkreds",
        "Jordemoderforeningen", "Dansk Psykolog Forening", "Danske Kiropraktorer",
        "Praktiserende Tandlægers Organisation", "Foreningen af Kommunale Sundhedschefer", "Apotekerforeningen",
        "Vesterlunds Lægeforening",
        "Dansk Selskab for Rygmedicin", "Dansk Søvnmedicinsk Selskab", "Sygeplejeråd Vest",
    ),
    PartyKind.PATIENTS: (
        "Patientforeningen Åndedræt", "Nyreforeningen, kreds Vest", "Landsforeningen for Pårørende",
        "Forældreforeningen for Børn med Epilepsi", "Bedre Psykiatri Lysbro", "Ældre Sagen Nordby",
        "Dansk Handicap Forbund, Sydby", "Gigtramtes Forening", "Foreningen for Sjældne Hudsygdomme",
        "Brugerforeningen for Hørehæmmede",
    ),
    PartyKind.ASSOCIATION: (
        "Forældreforeningen Spirerne", "Nordby Borgerforening", "Grundejerforeningen Lærkely",
        "Beboerforeningen Åhuse", "Ejerforeningen Kajen", "Lysbro Erhvervsforening", "Foreningen Rent Hav",
        "Sydby Idrætsforening", "Havets Naturforening", "Leverandørforeningen Nord",
        "Danmarks Stenfiskerforbund", "Lystrup Cyklistforbund", "Nordby Sejlklub",
        "Åvangens Vejlaug", "Landsforeningen for Gangstier", "Historisk Selskab for Lysbro", "Fjordens Venner",
        "Børns Vilkår", "Nordby Røde Kors",
        "De Forenede Haveejere", "Lodsejerforeningen ved Åen", "Lillebro Friluftsråd",
    ),
    PartyKind.COUNCIL: (
        "Ældrerådet i Nordby Kommune", "Nordby Kommune, Handicaprådet", "Rådet for Socialt Udsatte",
        "Patientinddragelsesudvalget", "Lokaludvalget i Havneby", "Huslejenævnet", "Lyngå Menighedsråd",
        "Skolebestyrelsen ved Åskolen", "Elevrådet på Åskolen", "Udsatterådet",
    ),
    PartyKind.COMPANY: (
        "Lysbro Vand A/S", "Nordlys ApS", "Trafikselskabet Vest", "Østtrafik", "Nordby Varmeværk a.m.b.a.",
        "Lyngå Vandværk", "Løve Apotek", "Vesterlund Forsyning", "Boligselskabet Engen",
    ),
    PartyKind.CITIZEN: (
        "Aase Toft-Lyng", "Per og Lise Krogh", "Familien Brink", "Nabo på Engvej", "En borger",
        "Beboerne på Åvej 4", "Lodsejerne på Engen",
    ),
    PartyKind.OTHER: ("Landsbyens Puls", "Åskolen", "Borgergruppen Bevar Engen", "Organisationen"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "kind"), [(name, kind) for kind, names in NAMES.items() for name in names])
def test_a_name_is_guessed_to_be_of_the_kind_that_a_secretary_expects(name, kind):
    assert party_kinds.guess(name) is kind


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Borgere", PartyKind.CITIZEN), ("Private borgere i Vestby Kommune", PartyKind.CITIZEN),
        ("Enkeltpersoner", PartyKind.CITIZEN), ("Borgere og foreninger", None),
        ("Borgerforeninger", None), ("Organisationer", None),
        ("Råd og udvalg", PartyKind.COUNCIL), ("Patient- og brugerorganisationer", PartyKind.PATIENTS),
        ("Regioner og kommuner", None), ("Faglige organisationer", PartyKind.UNION), ("Øvrige", None),
    ],
)  # fmt: skip
def test_a_heading_states_a_kind_only_where_it_names_one(heading, kind):
    assert party_kinds.of_heading(heading) is kind


@pytest.mark.parametrize(
    "theme",
    ["Demens", "Kollektiv trafik", "Kræft og smerter", "Foreningsliv", "Vandværker",
     "Naturforvaltning", "Sjældne sygdomme", "Hjertesygdomme", "Samfund og sundhed"],
)  # fmt: skip
def test_a_theme_is_guessed_to_be_no_party(theme):
    assert party_kinds.guess(theme) is PartyKind.OTHER


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


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Vestby Kommune", PartyKind.MUNICIPALITY),
        ("Region Østland", PartyKind.REGION),
        ("Ærøholm Hospital", PartyKind.HOSPITAL),
        ("Region Østlands Psykiatri", PartyKind.HOSPITAL),
        ("Patientinddragelsesudvalget i Region Østland", PartyKind.COUNCIL),
        ("Vandstyrelsen", PartyKind.STATE),
        ("Bymiljøministeriet", PartyKind.STATE),
        ("Dansk Gartnerforbund", PartyKind.UNION),
        ("Hjerteforeningen", PartyKind.PATIENTS),
        ("Østland Vand A/S", PartyKind.COMPANY),
        ("Bente Marie Holm", PartyKind.CITIZEN),
        ("En borger", PartyKind.CITIZEN),
        ("Foreningen Grønne Byer", PartyKind.ASSOCIATION),
        ("Vestby Kommune pva. Region Østland", PartyKind.MUNICIPALITY),
    ],
)
def test_the_kind_of_a_party_is_guessed_from_its_name(name, kind):
    assert party_kinds.guess(name) is kind
