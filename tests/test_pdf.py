"""Real PDFs, printed by LibreOffice from invented tables, and files that are only nearly PDFs."""

import pytest

from benchmarks import _tables
from hearing.intake import pdf, reading
from hearing.intake.rows import Refused
from tests import office


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Where LibreOffice works."""
    return tmp_path_factory.mktemp("office")


@pytest.mark.office
def test_every_row_is_read_back_across_pages(folder):
    rows = _tables.rows(60)
    (grid,) = pdf.read(_tables.as_pdf(_tables.as_docx(rows), folder), "tabel.pdf").grids
    assert grid.header_rows == 1
    assert [tuple(cell.text for cell in row) for row in grid.rows[1:]] == rows


@pytest.mark.office
def test_headings_bold_text_and_merged_cells_are_read_and_page_numbers_left_out(folder):
    heading = office.paragraph(office.run("Svar fra Fanø"))
    merged = office.cell("Økonomi", '<w:vMerge w:val="restart"/>')
    rows = [
        office.row(
            *(office.cell(text, '<w:tcW w:w="3000" w:type="dxa"/>') for text in ("Tema", "Svar", "Kommentar"))
        ),
        office.row(
            merged, "a) Ja", office.cell(office.paragraph(office.run("Ny: ") + office.run("tekst", "<w:b/>")))
        ),
        office.row(office.cell("", "<w:vMerge/>"), "b) Nej", "Intet"),
        office.row(office.cell("Samlet svar", '<w:gridSpan w:val="3"/>')),
    ]
    borders = "".join(
        f'<w:{s} w:val="single" w:sz="4"/>' for s in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    table = office.table(*rows).replace("<w:tblPr/>", f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr>")
    grid_columns = '<w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>'
    document = office.docx(heading + table.replace("<w:tblGrid/>", grid_columns))
    (grid,) = pdf.read(_tables.as_pdf(document, folder), "tabel.pdf").grids
    assert grid.before == ("Svar fra Fanø",)
    assert [[cell.text for cell in row] for row in grid.rows] == [
        ["Tema", "Svar", "Kommentar"],
        ["Økonomi", "a) Ja", "Ny: tekst"],
        ["", "b) Nej", "Intet"],
        ["Samlet svar", "", ""],
    ]
    assert (grid.rows[2][0].joined_above, grid.rows[3][0].span) == (True, 3)
    assert grid.rows[1][2].marks == ((4, 9),)


@pytest.mark.office
def test_a_word_too_long_for_its_column_is_one_word_and_a_word_that_fits_is_not_joined_to_the_next(folder):
    widths = (3000, 1500, 3000)
    texts = (("Part", "Svar", "Kommentar"), ("Fanø", "Indgår i klimatilpasningsarbejdet", "Skolen fortsætter"))
    rows = [
        office.row(*(office.cell(t, f'<w:tcW w:w="{w}" w:type="dxa"/>') for t, w in zip(row, widths, strict=True)))
        for row in texts
    ]
    borders = "".join(
        f'<w:{s} w:val="single" w:sz="4"/>' for s in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    table = office.table(*rows).replace(
        "<w:tblPr/>", f'<w:tblPr><w:tblLayout w:type="fixed"/><w:tblBorders>{borders}</w:tblBorders></w:tblPr>'
    )
    columns = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    document = office.docx(table.replace("<w:tblGrid/>", f"<w:tblGrid>{columns}</w:tblGrid>"))
    (grid,) = pdf.read(_tables.as_pdf(document, folder), "tabel.pdf").grids
    assert [cell.text for cell in grid.rows[1]] == list(texts[1])


@pytest.mark.office
def test_a_pdf_without_rules_gives_its_text(folder):
    document = office.docx("".join(office.paragraph(office.run(f"Afsnit {n} om Ærø")) for n in range(5)))
    contents = pdf.read(_tables.as_pdf(document, folder), "brev.pdf")
    assert contents.grids == ()
    assert "Afsnit 3 om Ærø" in contents.text


def _pdf(*objects: str) -> bytes:
    """A PDF of these objects, without a table of where they are; pdfium finds them itself."""
    body = "".join(f"{n} 0 obj\n{content}\nendobj\n" for n, content in enumerate(objects, 1))
    return f"%PDF-1.4\n{body}trailer<</Root 1 0 R/Size {len(objects) + 1}>>\n".encode("latin-1")


_CATALOG = "<</Type/Catalog/Pages 2 0 R>>"
_EMPTY_PAGE = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]>>"


@pytest.mark.parametrize(
    ("data", "sentence"),
    {
        "scanned": (_pdf(_CATALOG, "<</Type/Pages/Kids[3 0 R]/Count 1>>", _EMPTY_PAGE), "OCR"),
        "no pages": (_pdf(_CATALOG, "<</Type/Pages/Kids[]/Count 0>>"), "ingen sider|beskadiget"),
        "cyclic tree": (_pdf(_CATALOG, "<</Type/Pages/Kids[2 0 R]/Count 1>>"), "beskadiget|ingen sider|OCR"),
        "too many pages": (
            _pdf(_CATALOG, "<</Type/Pages/Kids[3 0 R]/Count 90000>>", _EMPTY_PAGE),
            "sider|beskadiget|OCR",
        ),
        "truncated": (b"%PDF-1.7\n1 0 obj\n<</Type", "beskadiget"),
    }.values(),
)
def test_pdfs_that_cannot_be_read_are_refused_in_danish(data, sentence):
    with pytest.raises(Refused, match=sentence):
        reading.read(data, "svar.pdf")
