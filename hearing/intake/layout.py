"""Grids of cells -> the rows of a handling table: where the table begins, and what each row belongs to."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hearing.intake import columns as column_fields
from hearing.intake import headings
from hearing.intake.columns import Table
from hearing.intake.rows import Cell, Grid, Reading, Refused, Row
from hearing.intake.understand import understand
from hearing.wording import one_line

_HEADER_WITHIN = 12


def read_grids(
    grids: Sequence[Grid], *, parties: str | None = None, columns: dict[str, str] | None = None
) -> Reading:
    """The handling table in the grids of a file, read and understood.

    ``parties`` is the text of a list of parties; ``columns`` maps headings as printed (the number of the column
    where it has none) to fields. Raises Refused where no table can be found, or no such column.
    """
    tables = [table for grid in grids if (table := _table(grid))]
    if not tables:
        raise Refused("Filen har ingen tabel, der kan læses som en håndteringstabel.")
    rows: list[Row] = []
    described = ()
    for table in tables:
        fields = column_fields.assign(table, columns)
        described = described or column_fields.described(table, fields)
        rows += _rows(table, fields)
    return replace(understand(rows, parties=parties), columns=described)


def _table(grid: Grid) -> Table | None:
    for n, row in enumerate(grid.rows[:_HEADER_WITHIN]):
        if sum(headings.is_heading(cell.text) for cell in row) >= 2:
            places = grid.places or tuple(f"række {number}" for number in range(1, len(grid.rows) + 1))
            return Table(tuple(one_line(cell.text) for cell in row), grid.rows[n + 1 :], places[n + 1 :])
    return None


def _rows(table: Table, fields: Sequence[str]) -> Iterator[Row]:
    party = ""
    for cells, place in zip(table.rows, table.places, strict=False):
        found = dict(_named(cells, fields))
        if not any(cell.text.strip() for cell in cells):
            continue
        party = found["party"].text.strip() if "party" in found and found["party"].text.strip() else party
        texts = {field: cell.text for field, cell in found.items() if field not in ("party", "ignore")}
        comment = found.get("comment", Cell())
        yield Row(party=party, **texts, marks=comment.marks, place=place)


def _named(cells: Sequence[Cell], fields: Sequence[str]) -> Iterator[tuple[str, Cell]]:
    yield from zip(fields, cells, strict=False)
