"""Tables as authorities lay them out become the same rows."""

import pytest

from hearing.intake.layout import read_grids
from hearing.intake.rows import Cell, Grid
from hearing.records import Meaning
from tests import dressing
from tests.dressing import Said


def grid(*rows, **about) -> Grid:
    """A grid of plain texts; a cell may stand ready made."""
    cells = tuple(tuple(cell if isinstance(cell, Cell) else Cell(cell) for cell in row) for row in rows)
    return Grid(cells, **about)


HEADER = ("Høringspart", "Tema", "Sammendrag af høringssvaret", "Håndtering af høringssvar", "Kommentar", "Citat")


def test_six_columns_are_read_by_their_headings():
    table = grid(
        HEADER,
        (
            "• Søndervang Kommune",
            "Adgang",
            "a) Ønsker aftenåbent.",
            "Imødekommes",
            "Skrevet ind.",
            "Åbent - Side 2",
        ),
        ("Vestby Sygehus", "Der er ikke fremsendt høringssvar.", "", "", "", ""),
    )
    reading = read_grids([table])
    point, silent = reading.rows
    assert (point.party, point.label, point.summary) == ("Søndervang Kommune", "a", "Ønsker aftenåbent.")
    assert (point.theme, point.meaning, point.page) == ("Adgang", Meaning.CHANGE, "2")
    assert (point.comment, point.excerpt) == ("Skrevet ind.", "Åbent - Side 2")
    assert silent.silent and not silent.theme
    assert [column.field for column in reading.columns] == [
        "party", "theme", "summary", "decision", "comment", "excerpt",
    ]  # fmt: skip


def found(reading) -> list[Said]:
    """The rows as the dressings say them."""
    names = ("party", "theme", "label", "summary", "decision", "comment", "excerpt", "silent")
    return [Said(*(getattr(row, name) for name in names)) for row in reading.rows]


@pytest.mark.parametrize("words", dressing.VOCABULARIES, ids=lambda words: words["party"] + "-" + words["comment"])
@pytest.mark.parametrize("fields", dressing.ORDERS, ids=lambda fields: "-".join(name[:2] for name in fields))
@pytest.mark.parametrize("layout", dressing.LAYOUTS, ids=lambda layout: layout.__name__)
def test_the_same_rows_come_out_whatever_the_table_is_dressed_in(layout, fields, words):
    assert found(read_grids(layout(fields, words))) == dressing.expected()


@pytest.mark.parametrize("words", dressing.VOCABULARIES, ids=lambda words: words["party"] + "-" + words["comment"])
@pytest.mark.parametrize("layout", dressing.BY_THEME, ids=lambda layout: layout.__name__)
def test_tables_that_go_theme_by_theme(layout, words):
    rows = found(read_grids(layout(dressing.SIX, words)))
    assert rows == dressing.expected(points=dressing.by_theme())


@pytest.mark.parametrize(
    "missing",
    [
        ("theme",),
        ("excerpt",),
        ("summary",),
        ("decision",),
        ("comment",),
        ("theme", "excerpt"),
        ("theme", "excerpt", "decision"),
    ],
)
@pytest.mark.parametrize("words", dressing.VOCABULARIES, ids=lambda words: words["party"] + "-" + words["comment"])
@pytest.mark.parametrize(
    "layout", [dressing.plain, dressing.headless, dressing.party_once], ids=lambda layout: layout.__name__
)
def test_tables_with_fewer_columns(layout, words, missing):
    fields = [field for field in dressing.SIX if field not in missing]
    assert found(read_grids(layout(fields, words))) == dressing.expected(fields)
