"""Files made to bring a reader down: small on disk or quick to make, and endless to read without limits."""

import zipfile
import zlib

from tests import office

_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_HEADINGS = office.row("Høringspart", "Tema", "Sammendrag", "Håndtering")


def docx_of_308_megabytes() -> bytes:
    """0.3 MB that unpack to 308 MB."""
    return office.docx(office.table(_HEADINGS, *[office.row("x" * 1000, "", "", "")] * 250_000))


def docx_of_a_million_paragraphs_in_a_cell() -> bytes:
    """One cell of nothing but line breaks."""
    return office.docx(office.table(_HEADINGS, office.row(office.cell("<w:p/>" * 1_500_000))))


def docx_of_wide_cells() -> bytes:
    """Cells that claim to span a billion columns, each."""
    wide = office.cell("x", '<w:gridSpan w:val="1000000000"/>')
    return office.docx(office.table(_HEADINGS, *[office.row(wide)] * 100))


def docx_of_tables_in_tables() -> bytes:
    """Tables nested 240 deep, in every row."""
    inside = office.paragraph(office.run("x"))
    for _ in range(60):
        inside = office.table(office.row(office.cell(inside + "<w:p/>"))) + "<w:p/>"
    return office.docx(office.table(_HEADINGS, *[office.row(office.cell(inside))] * 2_000))


def billion_laughs() -> bytes:
    """Entities that multiply."""
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    laughing = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY l0 "ha">{entities}]><d>&l9;</d>'
    return office.archive({"[Content_Types].xml": "<Types/>", "word/document.xml": laughing})


def a_hundred_thousand_members() -> bytes:
    """A ZIP whose directory alone takes seconds to open."""
    return office.archive({f"word/{n}.xml": "" for n in range(100_000)}, zipfile.ZIP_STORED)


def zip_in_zip() -> bytes:
    """A bomb packed twice: what is unpacked first looks harmless."""
    return office.archive({"word/document.xml": docx_of_308_megabytes()})


def _workbook(sheet: str) -> bytes:
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    return office.archive(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="a" Target="xl/workbook.xml" '
            f'Type="{relation}/officeDocument"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{_SHEET}" xmlns:r="{relation}"><sheets>'
            '<sheet name="A" sheetId="1" r:id="s"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}"><Relationship Id="s" '
            f'Target="worksheets/sheet1.xml" Type="{relation}/worksheet"/></Relationships>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_SHEET}"><sheetData>{sheet}</sheetData></worksheet>',
        }
    )


def _cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def xlsx_of_the_last_cell() -> bytes:
    """A sheet with its corners written and seventeen billion empty cells between them."""
    head = f'<row r="1">{_cell("A1", "Høringspart")}{_cell("B1", "Tema")}{_cell("XFD1", "x")}</row>'
    return _workbook(head + f'<row r="1048576">{_cell("XFD1048576", "x")}</row>')


def json_5000_levels_deep() -> bytes:
    """Lists in lists."""
    return b'{"rows":' + b"[" * 5_000 + b"]" * 5_000 + b"}"


def csv_of_nothing_but_commas() -> bytes:
    """Twenty million empty cells."""
    return "Høringspart;Tema;Sammendrag\n".encode() + b";" * 20_000_000


def _pdf(*objects: bytes) -> bytes:
    body, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
    return body + tail % (len(places) + 1, table, len(places) + 1, len(body))


def _stream(content: bytes, filters: int = 1) -> bytes:
    for _ in range(filters):
        content = zlib.compress(content, 9)
    names = b"/FlateDecode " * filters
    return b"<</Length %d/Filter[%s]>>\nstream\n%s\nendstream" % (len(content), names, content)


def _page(stream: bytes) -> bytes:
    return _pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 800 600]/Contents 4 0 R"
        b"/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
        stream,
    )


def pdf_of_flate() -> bytes:
    """0.19 MB that unpack to 200 MB of lines."""
    return _page(_stream(b"0 0 m 9 9 l S\n" * 14_000_000))


def pdf_of_text() -> bytes:
    """A page with ten million letters on top of each other."""
    return _page(_stream(b"BT /F 9 Tf (xxxxxxxxxx) Tj ET\n" * 1_000_000))


def pdf_of_flate_in_flate() -> bytes:
    """A stream packed three times over, a gigabyte in the end."""
    return _page(_stream(b" " * 1_000_000_000, filters=3))


def pdf_with_a_page_that_is_its_own_parent() -> bytes:
    """A tree of pages that never ends."""
    return _pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000>>")


ALL = {
    "docx_of_308_megabytes.docx": docx_of_308_megabytes,
    "docx_of_a_million_paragraphs_in_a_cell.docx": docx_of_a_million_paragraphs_in_a_cell,
    "docx_of_wide_cells.docx": docx_of_wide_cells,
    "docx_of_tables_in_tables.docx": docx_of_tables_in_tables,
    "billion_laughs.docx": billion_laughs,
    "a_hundred_thousand_members.docx": a_hundred_thousand_members,
    "zip_in_zip.docx": zip_in_zip,
    "xlsx_of_the_last_cell.xlsx": xlsx_of_the_last_cell,
    "json_5000_levels_deep.json": json_5000_levels_deep,
    "csv_of_nothing_but_commas.csv": csv_of_nothing_but_commas,
    "pdf_of_flate.pdf": pdf_of_flate,
    "pdf_of_text.pdf": pdf_of_text,
    "pdf_of_flate_in_flate.pdf": pdf_of_flate_in_flate,
    "pdf_with_a_page_that_is_its_own_parent.pdf": pdf_with_a_page_that_is_its_own_parent,
}
"""What a bomb would be called, and how it is made."""
