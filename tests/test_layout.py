"""Tables as authorities lay them out become the same rows."""

from hearing.intake.layout import read_grids
from hearing.intake.rows import Cell, Grid
from hearing.records import Meaning


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
