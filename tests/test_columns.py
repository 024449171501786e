"""A person says which column of a table is which, and the rest is read as it was."""

import pytest

from hearing.intake.layout import read_grids
from hearing.intake.rows import Cell, Grid, Refused
from tests import dressing, said
from tests.test_layout import grid

ODD = ("Hvad", "Hvad", "Så da", "Nå", "Tja", "")


def test_a_person_says_which_column_is_which_by_heading_or_number():
    rows = dressing.texts(dressing.SIX)
    table = grid(ODD, *rows)
    reading = read_grids([table], columns={"hvad": "theme", "2": "party", "Så da": "summary", "6": "comment"})
    assert [column.field for column in reading.columns][:3] == ["theme", "party", "summary"]
    assert [column.heading for column in reading.columns] == [*ODD[:-1], "6"]
    first = reading.rows[0]
    assert (first.theme, first.party) == ("Vestby Kommune", said.ACCESS)
    assert first.comment == said.POINTS[0].excerpt


@pytest.mark.parametrize(
    ("columns", "words"),
    [({"Findes ikke": "party"}, "»Hvad«"), ({"Tja": "hat"}, "excerpt"), ({"9": "party"}, "»9«")],
)
def test_an_unknown_heading_or_field_is_refused_with_what_there_is(columns, words):
    with pytest.raises(Refused, match=words):
        read_grids([grid(ODD, *dressing.texts(dressing.SIX))], columns=columns)


def _again(grids, reading, name):
    """The same grids, read with the columns as they were reported, each named by ``name``."""
    wanted = {name(n, column): column.field for n, column in enumerate(reading.columns, 1)}
    return read_grids(grids, columns=wanted)


@pytest.mark.parametrize("seed", range(40))
def test_a_table_read_again_with_the_columns_as_reported_gives_the_same_rows(seed):
    grids, _ = dressing.at_random(seed)
    reading = read_grids(grids)
    by_number = _again(grids, reading, lambda n, column: str(n))
    assert (by_number.rows, by_number.columns) == (reading.rows, reading.columns)
    if len({column.heading for column in reading.columns}) == len(reading.columns):
        assert _again(grids, reading, lambda n, column: column.heading).rows == reading.rows


@pytest.mark.parametrize("layout", [*dressing.LAYOUTS, *dressing.BY_THEME], ids=lambda layout: layout.__name__)
def test_naming_columns_moves_no_header_though_the_cells_hold_the_names(layout):
    """A column of running numbers holds every number that a column can be named by."""
    for words in dressing.VOCABULARIES:
        rows = layout(dressing.SIX, words)
        grids = [
            Grid(
                tuple((Cell(str(n)), *row) for n, row in enumerate(one.rows)),
                one.before,
                header_rows=one.header_rows,
            )
            for one in rows
        ]
        for table in (rows, grids):
            reading = read_grids(table)
            assert _again(table, reading, lambda n, column: str(n)).rows == reading.rows


def test_another_choice_for_one_column_keeps_every_row():
    table = grid(
        ("Høring om stierne",),
        (),
        ("Nr.", "Hvem", "Dato modtaget", "Bemærkning", "Svar fra forvaltningen", "Sagsbeh."),
        ("1", "Vestby Kommune", "03-02-2026", "Ønsker lys på stien.", "Tages med i planen for lys.", "abc"),
        ("2", "Skovens Venner", "04-02-2026", "Stien bør være af grus.", "Ikke til at gennemføre.", "abc"),
        ("3", "Per Dam", "05-02-2026", "Ønsker en bænk.", "Der sættes en bænk op.", "def"),
        ("4", "Else Holm", "06-02-2026", "Er imod hunde på stien.", "Ordensreglerne ændres ikke.", "def"),
        ("I alt", "4"),
    )
    other = grid(("Navn", "Telefon"), ("Vestby Kommune", "12 34 56 78"))
    assert [column.field for column in read_grids([table, other]).columns][6:] == ["ignore"] * 2
    for columns in (None, {"Svar fra forvaltningen": "comment"}, {str(n): f for n, f in enumerate(
        ("label", "party", "ignore", "summary", "comment", "responsible"), 1)}):  # fmt: skip
        rows = read_grids([table, other], columns=columns).rows
        assert [row.party for row in rows] == ["Vestby Kommune", "Skovens Venner", "Per Dam", "Else Holm"], columns
