"""Phrases that carry a point on, and the columns that hold the authority's answer in sentences."""

import pytest

from hearing.enums import Meaning
from hearing.intake import decisions
from hearing.intake.layout import read_grids
from hearing.intake.rows import Cell, Grid


@pytest.mark.parametrize(
    ("phrase", "meaning"),
    [
        ("Tages med i drøftelsen med skolerne", Meaning.IMPLEMENT),
        ("Tages med i budgettet for 2028", Meaning.IMPLEMENT),
        ("Medtages i næste års program", Meaning.IMPLEMENT),
        ("Indgår i dialogen med foreningerne", Meaning.IMPLEMENT),
        ("Inddrages, når stien anlægges", Meaning.IMPLEMENT),
        ("Videreføres til næste planperiode", Meaning.IMPLEMENT),
        ("Følges op i forvaltningen", Meaning.IMPLEMENT),
        ("Tages ikke med", Meaning.NO_CHANGE),
        ("Medtages ikke i planen", Meaning.NO_CHANGE),
        ("Medtages i planen", Meaning.CHANGE),
        ("Forslaget følges", Meaning.CHANGE),
        ("Teksten tilføjes og tages med i afsnit 4", Meaning.CHANGE),
    ],
)
def test_what_is_taken_along_is_implemented_and_what_is_written_is_a_change(phrase, meaning):
    assert decisions.meaning_of(phrase) is meaning


@pytest.mark.parametrize("heading", ["Svar fra forvaltningen", "Kommunens svar", "Svaret fra kommunen"])
def test_a_column_of_the_authoritys_sentences_is_a_comment(heading):
    table = (
        ("Nr.", "Hvem", "Modtaget", "Bemærkning", heading, "Sagsbeh."),
        ("1", "Vestby Kommune", "3/2", "Ønsker lys på stien.", "Der sættes lys op i 2027.", "abc"),
        ("2", "Skovens Venner", "4/2", "Stien bør være af grus.", "Ikke muligt efter reglerne.", "abc"),
        ("3", "Per Dam", "5/2", "Ønsker en bænk.", "Tages med, når der er penge.", "def"),
        ("4", "Else Holm", "6/2", "Er imod hunde på stien.", "Ordensreglerne ændres ikke.", "def"),
    )
    reading = read_grids([Grid(tuple(tuple(map(Cell, row)) for row in table))])
    fields = {column.heading: column.field for column in reading.columns}
    assert fields[heading] == "comment"
    assert fields["Modtaget"] in ("ignore", "note")
    assert [row.party for row in reading.rows] == ["Vestby Kommune", "Skovens Venner", "Per Dam", "Else Holm"]
