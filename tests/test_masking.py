"""A private citizen is named by nobody else's text either, however the party's own name is written."""

import pytest

from exports.masking import Masking
from hearing.enums import PartyKind
from hearing.marks import Marks
from hearing.records import Party


def _party(id: int, name: str, kind=PartyKind.CITIZEN, **fields) -> Party:
    return Party(id, 1, name, id, kind=kind, kind_confirmed=True, citizen_number=id, **fields)


def _masked(name: str, text: str, **fields) -> str:
    return Masking([_party(1, name, **fields)]).text(text)


@pytest.mark.parametrize(
    ("name", "text", "printed"),
    [
        ("Anna Birk (borger)", "Enig med Anna Birk.", "Enig med Borger 1."),
        ("Anna Birk (borger)", "Se Anna Birk (borger), side 2", "Se Borger 1, side 2"),
        ("Bo Dam, privat borger", "Bo Dam ønsker ro", "Borger 1 ønsker ro"),
        ("Borger Ida Krog", "IDA KROG ønsker ro", "Borger 1 ønsker ro"),
        ("Borger 4: Ida Krog", "Ida Krogs nabo", "Borger 1s nabo"),
        ("Borger (Ida Krog, Vestby)", "Ida\nKrog har ret", "Borger 1 har ret"),
        ("Privat: hr. Bo Dam, Vestergade 12", "Bo Dam bor der", "Borger 1 bor der"),
        ("Dr. Bo von Dam – nabo til skolen", "Skrevet af Bo von Dam", "Skrevet af Borger 1"),
        ("Nabo v/ Ida Krog", "Ida Krog er nabo", "Borger 1 er nabo"),
        ("Karl Emil Lind borger", "Karl Lind og Karl Emil Lind", "Borger 1 og Borger 1"),
        ("Ida og Bo Dam (borgere)", "Ida Dam er uenig med Bo Dam", "Borger 1 er uenig med Borger 1"),
        ("Åse Lund-Holm, Klitby", "Som Åse Lund-Holm skriver", "Som Borger 1 skriver"),
    ],
)
def test_the_name_in_a_longer_name_is_masked_in_texts(name, text, printed):
    assert _masked(name, text) == printed


def test_another_name_of_a_citizen_is_masked_without_its_brackets():
    assert _masked("Ida Krog", "Ida Beck mener", other_names=("Ida Beck (borger)",)) == "Borger 1 mener"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Anna Birk (borger)", "Anna Birkholm, Johanna Birk, Anna Birk-Hansen og Marie-Anna Birk"),
        ("Anna (borger)", "Anna fra Sundhedshuset svarer"),
        ("Borger, Anna", "Anna fra Sundhedshuset svarer"),
        ("Borger", "Borger og nabo skal høres"),
        ("En borger fra Vestby", "Vestby ønsker ro"),
        ("Borger, Vestby Kommune", "Vestby Kommune ønsker ro"),
        ("Beboer Nørre Allé", "Nørre Allé er lang"),
        ("Ida og Bo Dam", "Ida fra forvaltningen svarer"),
    ],
)
def test_what_is_nobodys_name_stays(name, text):
    assert _masked(name, text) == text


def test_a_name_that_an_organisation_has_too_stays():
    parties = [_party(1, "Vest Bo (borger)"), _party(2, "Vest Bo", PartyKind.COMPANY)]
    assert Masking(parties).text("Vest Bo svarer") == "Vest Bo svarer"


def test_a_name_that_two_share_is_that_of_whose_whole_name_it_is():
    parties = [_party(1, "Anna Birk (nabo)"), _party(2, "Anna Birk")]
    assert Masking(parties).text("Anna Birk (nabo) og Anna Birk") == "Borger 1 og Borger 2"


def test_marks_move_with_the_shorter_name():
    marks: Marks = ((4, 13), (14, 17))
    assert Masking([_party(1, "Anna Birk (borger)")]).marked("Tak Anna Birk for", marks) == (
        "Tak Borger 1 for",
        ((4, 12), (13, 16)),
    )


@pytest.mark.parametrize("words", ["borger ", "privat borger ", "hr. fru ", "en borger, "])
def test_a_name_of_nothing_but_such_words_is_taken_apart_in_one_way(words):
    """Else an export would not end: each word would double the ways."""
    assert _masked("Bo Dam " + words * 60 + "ø", "Bo Dam ønsker ro")
    assert _masked(words * 60 + "ø", "Bo Dam ønsker ro") == "Bo Dam ønsker ro"
