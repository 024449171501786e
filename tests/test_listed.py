"""Parties without an answer that are named together, beside a table or in it; and texts that stand outside it."""

import json

import pytest

from hearing.enums import Meaning
from hearing.intake import listed, reading
from hearing.intake.layout import read_grids
from hearing.intake.rows import Cell, Grid
from tests.test_layout import grid

TWO = ("Energi Sydvest", "Slots- og Havneforeningen")
COLUMNS = ("Høringspart", "Høringssvar", "Bemærkninger", "Konsekvens")
POINT = (
    "Vestby Kommune",
    "Ønsker flere bænke ved søen og et skilt ved stien.",
    "Der sættes to bænke op, når stien anlægges til foråret.",
    "Imødekommes",
)


def silent(read) -> list[str]:
    return [row.party for row in read.rows if row.silent]


@pytest.mark.parametrize(
    "texts",
    [
        ["Der er ikke modtaget høringssvar fra Energi Sydvest og Slots- og Havneforeningen."],
        ["Energi Sydvest og Slots- og Havneforeningen har ikke afgivet høringssvar."],
        ["Ingen høringssvar fra: Energi Sydvest; Slots- og Havneforeningen"],
        ["Følgende høringsparter har ikke svaret:", *TWO],
        ["Parter uden høringssvar", *TWO],
        ["Energi Sydvest", "Der er ikke modtaget svar.", "Slots- og Havneforeningen", "Har ikke svaret."],
    ],
)
def test_parties_named_below_the_table_are_silent_rows(texts):
    read = read_grids([grid(COLUMNS, POINT, after=tuple(texts))])
    assert silent(read) == list(TWO)
    assert len(read.rows) == 3


@pytest.mark.parametrize(
    "text",
    [
        "Forvaltningen har ikke modtaget høringssvar",
        "I alt 5 bemærkninger fra 4 høringsparter. 3 høringsparter har ikke fremsendt høringssvar.",
        "12 kommuner har ikke svaret",
        "Tre organisationer har ikke afgivet høringssvar.",
        "Kommunen har ikke taget stilling til svaret fra Vestby",
        "Der er ikke fremsendt høringssvar.",
        "Det er ikke besvaret, hvor svar fra borgerne bliver af: Vestby, Østby",
    ],
)
def test_a_sentence_that_names_no_party_lists_none(text):
    assert listed.named(text) == ()


def test_parties_without_remarks_answered():
    read = read_grids([grid(COLUMNS, POINT, after=("Energi Sydvest har ingen bemærkninger.",))])
    row = read.rows[1]
    assert (row.party, row.silent, row.summary) == (
        "Energi Sydvest",
        False,
        "Energi Sydvest har ingen bemærkninger.",
    )


def test_a_party_that_has_points_is_not_silent_because_a_list_says_so():
    read = read_grids([grid(COLUMNS, POINT, after=("Følgende har ikke svaret:", "Vestby Kommune", TWO[0]))])
    assert [row.party for row in read.rows] == ["Vestby Kommune", TWO[0]]


def test_a_row_of_a_spreadsheet_may_hold_the_list():
    rows = [("Ikke svaret: Energi Sydvest, Slots- og Havneforeningen", "", "", "")]
    assert silent(read_grids([grid(COLUMNS, POINT, *rows)])) == list(TWO)
    rows = [("Følgende parter har ikke svaret:", "", "", ""), *((name, "", "", "") for name in TWO)]
    assert silent(read_grids([grid(COLUMNS, POINT, *rows)])) == list(TWO)


def test_a_sentence_across_the_table_belongs_to_the_party_above_and_not_to_those_below():
    across = Cell("Ingen høringssvar modtaget", span=4)
    rows = [(Cell(name, span=3),) for name in TWO]
    table = grid(COLUMNS[1:], rows[0], (across,), rows[1], POINT[1:])
    assert [(row.party, row.silent) for row in read_grids([table]).rows] == [(TWO[0], True), (TWO[1], False)]


def test_what_stands_outside_the_tables_is_reported():
    tables = [
        grid(COLUMNS, POINT, before=("Hvidbog om søen", "Vi takker for svarene.")),
        grid(COLUMNS, POINT, before=("Her følger resten af svarene.",), after=("Godkendt i byrådet.",)),
    ]
    said = " ".join(remark.text for remark in read_grids(tables).left_out)
    for text in (
        "Hvidbog om søen",
        "Vi takker for svarene.",
        "Her følger resten af svarene.",
        "Godkendt i byrådet.",
    ):
        assert text in said


@pytest.mark.parametrize("numbers", [("1. ", "2. "), ("1 ", "2 "), ("Tema 1: ", "Tema 2: ")])
def test_headings_between_tables_lose_their_numbers(numbers):
    names = ("Støj og lys", "Stier")
    tables = [grid(COLUMNS, POINT, before=(f"{n}{name}",)) for n, name in zip(numbers, names, strict=True)]
    tables[0] = Grid(tables[0].rows, ("Høringsnotat", *tables[0].before, "Svarene om emnet gengives her."))
    assert [row.theme for row in read_grids(tables).rows] == list(names)


def test_a_heading_that_says_whose_answer_follows_is_the_party():
    tables = [grid(COLUMNS[1:], POINT[1:], before=(f"Høringssvar fra {name}",)) for name in TWO]
    assert [row.party for row in read_grids(tables).rows] == list(TWO)


def test_a_reference_may_name_the_running_number():
    rows = [
        (
            str(n),
            f"Part {n} A/S",
            f"Ønsker lys på sti {n}.",
            f"Der sættes lys op på sti {n}, når der er råd til det.",
            "Imødekommes",
        )
        for n in range(1, 9)
    ]
    rows.append(("9", "Vestby Kommune", "Ønsker lys.", "Se svar til nr. 3.", ""))
    read = read_grids([grid(("Nr.", *COLUMNS), *rows)])
    assert read.rows[8].echo_of == 2
    assert not any(row.label for row in read.rows)


def test_json_may_be_the_rows_alone_and_leave_out_what_follows_from_the_rest():
    rows = [{"party": "Dansk Havnelaug (DHL)", "summary": "Ønsker lys.", "decision": "Imødekommes"}]
    read = reading.read(json.dumps(rows).encode(), "tabel.json")
    assert (read.rows[0].party_short, read.rows[0].meaning) == ("DHL", Meaning.CHANGE)


TICKS = ("Hørt part", "Svar modtaget", "Ingen bemærkninger", "Bemærkninger")


def test_the_list_of_the_consulted_with_its_ticks_tells_who_did_not_answer():
    ticked = [("Vestby Kommune", "x", "", "x"), (TWO[0], "", "", ""), (TWO[1], "x", "x", "")]
    read = read_grids([grid(TICKS, *ticked), grid(COLUMNS, POINT)])
    assert [(row.party, row.silent) for row in read.rows] == [(POINT[0], False), (TWO[0], True), (TWO[1], False)]
    assert read.rows[2].summary == "Ingen bemærkninger"
    assert any("hørte parter" in remark.text for remark in read.left_out)


@pytest.mark.parametrize(("yes", "no"), [("Ja", "Nej"), ("12. maj 2026", "-"), ("☒", "☐")])
def test_ticks_have_many_forms(yes, no):
    ticked = [("Vestby Kommune", yes), (TWO[0], no), (TWO[1], no)]
    read = read_grids([grid(("Høringspart", "Høringssvar modtaget"), *ticked), grid(COLUMNS, POINT)])
    assert silent(read) == list(TWO)


def test_a_list_below_a_table_that_is_not_read_is_read():
    budget = grid(
        ("År", "Beløb", "Konto"),
        ("2027", "7", "0.22"),
        ("2028", "8", "0.23"),
        after=(f"{TWO[0]} har ikke svaret.",),
    )
    assert silent(read_grids([grid(COLUMNS, POINT), budget])) == [TWO[0]]


@pytest.mark.parametrize(
    "below",
    [
        ("Der er ikke modtaget svar fra Patientrådet (PR) og Lunden Skole.",),
        ("Følgende har ikke svaret:", "Patientrådet (PR)", "Lunden Skole"),
        (
            "Der er ikke modtaget svar fra Lunden Skole.",
            "Følgende har ikke svaret:",
            "Patientrådet",
            "Lunden Skole",
        ),
        ("Følgende har ikke svaret:", "Klitby Kommune pva. Klitby Havn", "Lunden Skole"),
    ],
)
def test_no_silent_party_is_lost_whatever_its_name_says_and_however_often_it_stands(below):
    read = read_grids([grid(COLUMNS, POINT, after=below)])
    assert len(silent(read)) == 2 and "Lunden Skole" in silent(read)
    again = [remark.text for remark in read.left_out if remark.text.startswith("Lunden Skole har allerede")]
    assert len(again) == sum(text.count("Lunden Skole") for text in below) - 1
