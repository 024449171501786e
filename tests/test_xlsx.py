"""What is printed in a workbook's sheets is read: values, merged cells, bold runs, dates the Danish way."""

import io
from datetime import date, datetime, time

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from hearing.intake import xlsx
from hearing.intake.archive import Archive
from hearing.intake.rows import Refused
from tests import office


def _grids(book: openpyxl.Workbook):
    buffer = io.BytesIO()
    book.save(buffer)
    return xlsx.read(Archive(buffer.getvalue()))


def _texts(grid) -> list[list[str]]:
    return [[cell.text for cell in row] for row in grid.rows]


def test_every_sheet_with_content_is_a_grid_with_its_name_before_it():
    book = openpyxl.Workbook()
    book.active.append(["Høringspart", None, "Tema"])
    book.active.append([])
    book.active.append(["Ærø Kommune", None, "Økonomi"])
    book.create_sheet("Tomt")
    book.create_sheet("Hvidbog").append(["x"])
    first, second = _grids(book)
    assert _texts(first) == [["Høringspart", "Tema"], ["Ærø Kommune", "Økonomi"]]
    assert first.places == ("arket »Sheet«, række 1", "arket »Sheet«, række 3")
    assert (first.before, second.before) == ((), ("Hvidbog",))


@pytest.mark.parametrize(
    ("value", "code", "printed"),
    [
        (1.0, "General", "1"),
        (12, "000", "012"),
        (0.1, "General", "0,1"),
        (0.255, "0.0%", "25,5%"),
        (1e300, "General", "1e+300"),
        (True, "General", "SAND"),
        ("1a", "@", "1a"),
        ("=1+1", "General", ""),
        (date(2026, 3, 5), "dd\\-mm\\-yyyy", "05-03-2026"),
        (datetime(2026, 3, 5, 14, 30), "d/m/yy h:mm", "05-03-2026 14:30"),
        (time(9, 5), "h:mm", "09:05"),
        (45000, '"stk. "0', "45000"),
        (-5, "dd-mm-yyyy", "-5"),
    ],
)
def test_values_are_read_as_the_sheet_shows_them(value, code, printed):
    book = openpyxl.Workbook()
    book.active.append(["x", value])
    book.active["B1"].number_format = code
    row = _texts(_grids(book)[0])[0]
    assert row[1:] == ([printed] if printed else [])


def test_a_formula_that_nobody_has_computed_is_remarked():
    book = openpyxl.Workbook()
    book.active.append(["x", "=1+1"])
    assert "formler" in _grids(book)[0].remarks[0]


def test_cells_merged_downwards_continue_the_cell_above_and_wide_ones_span():
    book = openpyxl.Workbook()
    for row in (["Region", "a", "b"], [None, "c", "d"], ["Fælles temaer", None, None]):
        book.active.append(row)
    book.active.merge_cells("A1:A2")
    book.active.merge_cells("A3:C3")
    rows = _grids(book)[0].rows
    assert [row[0].joined_above for row in rows] == [False, True, False]
    assert [row[0].span for row in rows] == [1, 1, 3]


def test_bold_runs_and_bold_cells_become_marks():
    book = openpyxl.Workbook()
    book.active["A1"] = CellRichText("Tilføjes: ", TextBlock(InlineFont(b=True), "ny tekst"), " i afsnit 2")
    book.active["B1"] = "hele cellen"
    book.active["B1"].font = Font(bold=True)
    rich, whole = _grids(book)[0].rows[0]
    assert [rich.text[start:end] for start, end in rich.marks] == ["ny tekst"]
    assert whole.marks == ((0, 11),)


def test_hidden_sheets_are_left_out_and_hidden_rows_read_both_remarked():
    book = openpyxl.Workbook()
    book.active.append(["a"])
    book.active.append(["b"])
    book.active.row_dimensions[2].hidden = True
    book.create_sheet("Noter", 0).append(["hemmeligt"])
    book["Noter"].sheet_state = "hidden"
    (grid,) = _grids(book)
    assert _texts(grid) == [["a"], ["b"]]
    assert ["skjult" in remark for remark in grid.remarks] == [True, True]


def test_guarding_apostrophes_are_taken_off_and_others_kept():
    book = openpyxl.Workbook()
    book.active.append(["'=1+1", "''citat'", "'t Hof", "'"])
    assert _texts(_grids(book)[0]) == [["=1+1", "'citat'", "'t Hof", "'"]]


def test_texts_that_excel_has_escaped_are_read_as_meant():
    book = openpyxl.Workbook()
    book.active.append(["to_x000D_\nlinjer", "_x005F_x0041_", "kode_x0041_"])
    assert _texts(_grids(book)[0]) == [["to\nlinjer", "_x0041_", "kode_x0041_"]]


def test_cells_without_addresses_and_texts_in_the_cell_are_read():
    inline = '<c t="inlineStr"><is><r><t>fed </t></r><r><rPr><b/></rPr><t>skrift</t></r></is></c>'
    sheet = f'<sheetData><row>{inline}<c t="str"><f>A1</f><v>svar</v></c><c t="s"><v>99</v></c></row></sheetData>'
    assert _texts(xlsx.read(Archive(office.xlsx(sheet)))[0]) == [["fed skrift", "svar"]]


def test_shared_texts_are_read_plain_and_rich_without_how_they_are_spoken():
    shared = "<si><t>Ærø </t></si><si><r><t>a</t></r><r><rPr><b/></rPr><t>b</t></r><rPh><t>x</t></rPh></si>"
    row = "".join(f'<c t="s"><v>{n}</v></c>' for n in (1, 0, 7))
    (cells,) = xlsx.read(Archive(office.xlsx(f"<sheetData><row>{row}</row></sheetData>", shared)))[0].rows
    assert [(cell.text, cell.marks) for cell in cells] == [("ab", ((1, 2),)), ("Ærø ", ())]


def test_a_merged_range_over_the_whole_sheet_costs_nothing():
    sheet = '<sheetData><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>'
    merged = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    assert len(xlsx.read(Archive(office.xlsx(sheet + merged)))[0].rows) == 1


def test_an_empty_workbook_is_refused_in_danish():
    with pytest.raises(Refused, match="Excel-filens ark"):
        _grids(openpyxl.Workbook())
