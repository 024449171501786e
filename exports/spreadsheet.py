"""The handling table as a workbook, .xlsx: for sorting and counting; safe to open, without notes."""

import errno
import re
from contextlib import suppress
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile

from lxml.etree import SerialisationError
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import ExcelWriter

from exports import titles
from exports.delimited import values
from exports.masking import Masking
from exports.rows import Printed, headings, printed
from exports.saving import Refused
from hearing.imprint import WORKING, guarded
from hearing.marks import pieces, tidy
from hearing.report import Report

LONGEST = 32_767
"""What a cell of Excel holds; more would be cut without a word."""

_WIDTHS = (24, 24, 50, 30, 45, 60, 9, 9, 7, 20, 13, 12)
_TOP = Alignment(vertical="top", wrap_text=True)
_COMMENT = 4
_CODE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def write_xlsx(report: Report, file: BinaryIO, *, names: bool = False, **_: object) -> None:
    """Write the report as .xlsx: the table on the first sheet, what it is about on the second.

    Raises Refused for a text that is longer than a cell holds, OSError where there is no room.
    """
    masking = Masking(report.parties, names=names)
    columns = (*headings(report), *WORKING)
    # Before anything is written: openpyxl cannot leave a sheet half written.
    for row in printed(report, masking):
        _refuse_too_long(row, columns)
    book = Workbook(write_only=True)
    archive = ZipFile(file, "w", ZIP_DEFLATED)
    try:
        _fill(book, report, masking, columns)
        ExcelWriter(book, archive).save()
    except BaseException as error:
        _throw_away(book, archive)
        if isinstance(error, SerialisationError) and "ENOSPC" in str(error):
            raise OSError(errno.ENOSPC, str(error)) from error
        raise


def _throw_away(book: Workbook, archive: ZipFile) -> None:
    """Remove the files in which openpyxl gathers its sheets; it would leave them lying after an error."""
    with suppress(OSError, ValueError):
        archive.close()
    for sheet in book.worksheets:
        for unfinished in (sheet._rows, getattr(sheet._writer, "xf", None)):
            with suppress(SerialisationError):
                if unfinished is not None:
                    unfinished.close()
        with suppress(OSError, AttributeError):
            sheet._writer.cleanup()


def _fill(book: Workbook, report: Report, masking: Masking, columns: tuple[str, ...]) -> None:
    properties = titles.properties(report, masking)
    book.properties.title, book.properties.creator = properties.title, properties.author
    book.properties.language = "da-DK"
    sheet = book.create_sheet("Håndteringstabel")
    sheet.freeze_panes = "A2"
    for number, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(_WIDTHS))}{len(report.lines) + 1}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", "9"
    sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage = 0, True
    sheet.append([_heading(sheet, heading) for heading in columns])
    for row in printed(report, masking):
        sheet.append(_cells(sheet, row))
    _about(book, report, masking)


def _refuse_too_long(row: Printed, columns: tuple[str, ...]) -> None:
    for column, value in zip(columns, values(row), strict=True):
        if isinstance(value, str) and len(value) >= LONGEST and len(guarded(value)) > LONGEST:
            raise Refused(
                f"Række {row.number}, »{column}«: teksten har {len(value)} tegn. "
                f"En celle i Excel kan højst have {LONGEST}."
            )


def _cells(sheet, row: Printed) -> list[WriteOnlyCell]:
    cells = []
    for column, value in enumerate(values(row)):
        if isinstance(value, str):
            value = guarded(_escaped(value))
            if column == _COMMENT and tidy(row.marks, len(row.comment)):
                value = _rich(row)
        cell = WriteOnlyCell(sheet, value)
        if cell.data_type == "f":
            cell.data_type = "s"
        cell.alignment = _TOP
        cells.append(cell)
    return cells


def _rich(row: Printed) -> CellRichText:
    """The comment with its marks in bold."""
    text = [
        TextBlock(InlineFont(b=True), _escaped(piece)) if new else _escaped(piece)
        for piece, new in pieces(row.comment, row.marks)
    ]
    guard = guarded(row.comment).removesuffix(row.comment)
    return CellRichText([guard, *text] if guard else text)


def _escaped(text: str) -> str:
    """What looks like Excel's own code for a character ("_x000D_"), written so that it is read as it stands."""
    return _CODE.sub("_x005F_", text) if "_x" in text else text


def _heading(sheet, text: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, text)
    cell.font = Font(bold=True, color="16324A")
    cell.fill = PatternFill("solid", fgColor="E6ECF1")
    cell.alignment = Alignment(vertical="bottom", wrap_text=True)
    return cell


def _about(book: Workbook, report: Report, masking: Masking) -> None:
    sheet = book.create_sheet("Om tabellen")
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 22, 80
    title = WriteOnlyCell(sheet, guarded(titles.properties(report, masking).title))
    title.font = Font(bold=True, size=14, color="16324A")
    sheet.append([title])
    sheet.append([titles.SUBTITLE])
    for name, value in titles.facts(report, masking):
        cell = WriteOnlyCell(sheet, guarded(value))
        cell.alignment = _TOP
        sheet.append([name, cell])
