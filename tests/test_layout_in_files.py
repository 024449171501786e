"""The same layouts as files: Word and Excel, with real merged cells, read by the one way in."""

from io import BytesIO

import pytest
from docx import Document
from openpyxl import Workbook

from hearing.intake import reading
from tests import dressing
from tests.test_layout import found


def as_docx(grids) -> bytes:
    document = Document()
    for grid in grids:
        for text in grid.before:
            document.add_paragraph(text)
        width = max(map(len, grid.rows))
        table = document.add_table(rows=len(grid.rows), cols=width)
        cells = [list(row.cells) for row in table.rows]
        for n, row in enumerate(grid.rows):
            for at, cell in enumerate(row):
                if cell.joined_above:
                    cells[n][at] = cells[n - 1][at].merge(cells[n][at])
                elif cell.span > 1:
                    cells[n][at] = cells[n][at].merge(cells[n][min(at + cell.span, width) - 1])
                if cell.text:
                    cells[n][at].text = cell.text
        document.add_paragraph("")
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def as_xlsx(grids) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for number, grid in enumerate(grids, 1):
        sheet = book.create_sheet(grid.before[0][:31] if grid.before and grid.before[0] else f"Ark{number}")
        for n, row in enumerate(grid.rows, 1):
            for at, cell in enumerate(row, 1):
                if cell.text:
                    sheet.cell(n, at, cell.text)
                if cell.span > 1:
                    sheet.merge_cells(start_row=n, end_row=n, start_column=at, end_column=at + cell.span - 1)
        _merge_down(sheet, grid)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _merge_down(sheet, grid) -> None:
    for at in range(max(map(len, grid.rows))):
        top = 1
        for n, row in enumerate([*grid.rows, ()], 1):
            if at < len(row) and row[at].joined_above:
                continue
            if n - top > 1:
                sheet.merge_cells(start_row=top, end_row=n - 1, start_column=at + 1, end_column=at + 1)
            top = n


@pytest.mark.parametrize("write", [as_docx, as_xlsx], ids=["docx", "xlsx"])
@pytest.mark.parametrize("layout", dressing.LAYOUTS, ids=lambda layout: layout.__name__)
def test_the_same_rows_come_out_of_files(layout, write):
    words = dressing.VOCABULARIES[1]
    data = write(layout(dressing.SIX, words))
    assert found(reading.read(data, f"tabel.{write.__name__[3:]}")) == dressing.expected()


@pytest.mark.parametrize("write", [as_docx, as_xlsx], ids=["docx", "xlsx"])
@pytest.mark.parametrize("layout", dressing.BY_THEME, ids=lambda layout: layout.__name__)
def test_tables_by_theme_come_out_of_files(layout, write):
    data = write(layout(dressing.SIX, dressing.VOCABULARIES[0]))
    rows = found(reading.read(data, f"tabel.{write.__name__[3:]}"))
    assert rows == dressing.expected(points=dressing.by_theme())
