"""The authority's own document as paper: its look, nothing of its contents, and a refusal for what is not one."""

import io
import subprocess
import sys
import zipfile

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.shared import Cm, RGBColor
from PIL import Image

from exports import documents, template
from exports.saving import Refused
from hearing import report
from hearing.web import ROOT
from tests import docx_checks, world

CANARY = "Skabelonens eget indhold"


@pytest.fixture
def written(db, hearing_id, tmp_path):
    """Writes the named world on a template and returns the path."""

    def write(template: bytes):
        documents.write(report.load(db, hearing_id), tmp_path / "tabel.docx", template=template)
        return tmp_path / "tabel.docx"

    return write


def _saved(document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _authority() -> docx.document.Document:
    """A letterhead: logo in the header, own colours and margins, leftovers in the body."""
    made = docx.Document()
    made.add_paragraph(CANARY)
    made.add_table(2, 2).rows[0].cells[0].text = CANARY
    made.core_properties.comments = made.core_properties.keywords = CANARY
    made.styles["Heading 1"].font.color.rgb = RGBColor(0x70, 0x10, 0x20)
    made.styles["Heading 1"].element.set(docx.oxml.ns.qn("w:styleId"), "Overskrift1")
    section = made.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(2)
    logo = io.BytesIO()
    Image.new("RGB", (20, 20), "navy").save(logo, "PNG")
    logo.seek(0)
    section.header.paragraphs[0].text = "Region Åbenlund"
    picture = section.header.paragraphs[0].add_run().add_picture(logo)
    picture._inline.docPr.set("descr", "Region Åbenlunds logo")
    section.footer.paragraphs[0].text = "Skovvej 4"
    return made


def test_styles_header_footer_and_page_are_the_authority_s(written):
    path = written(_saved(_authority()))
    document = docx.Document(path)
    section = document.sections[0]
    assert section.header.paragraphs[0].text == "Region Åbenlund"
    assert section.footer.paragraphs[0].text == "Skovvej 4"
    assert (round(section.left_margin.cm, 1), round(section.page_width.cm, 1)) == (2.0, 29.7)
    assert document.paragraphs[0].style.name == "Heading 1"
    assert document.paragraphs[0].style.font.color.rgb == RGBColor(0x70, 0x10, 0x20)
    assert document.paragraphs[0].text == world.TITLE
    width = sum(int(column.width.twips) for column in document.tables[0].columns)
    assert 0 <= 16838 - 2 * 1134 - width < 12


def test_an_upright_letterhead_is_laid_down_for_the_table(written):
    upright = docx.Document()
    section = upright.sections[0]
    section.page_width, section.page_height, section.left_margin = Cm(21), Cm(29.7), Cm(3)
    section.header.paragraphs[0].text = "Region Åbenlund"
    document = docx.Document(written(_saved(upright)))
    section = document.sections[0]
    assert (section.page_width.twips, section.page_height.twips) == (16838, 11906)
    assert (section.orientation, round(section.left_margin.cm, 1)) == (WD_ORIENT.LANDSCAPE, 3.0)
    assert section.header.paragraphs[0].text == "Region Åbenlund"
    assert sum(int(column.width.twips) for column in document.tables[0].columns) > 12_000


def test_nothing_of_the_template_s_contents_is_left(written):
    for name, content in docx_checks.Package(written(_saved(_authority()))).parts.items():
        assert CANARY.encode() not in content, name
        assert b"python-docx" not in content, name


def test_it_passes_the_checks_that_are_ours_to_pass(written):
    # The colours of headings that we do not use are the authority's own.
    assert set(docx_checks.failures(written(_saved(_authority())))) <= {"contrast"}


def test_pages_are_numbered_where_the_template_does_not(written):
    footer = docx.Document(written(_saved(docx.Document()))).sections[0].footer._element
    assert "NUMPAGES" in "".join(footer.xpath(".//@w:instr"))


def test_a_document_of_our_own_is_a_template_too(db, hearing_id, written, tmp_path):
    documents.write(report.load(db, hearing_id), tmp_path / "før.docx")
    path = written((tmp_path / "før.docx").read_bytes())
    assert docx_checks.failures(path) == []
    assert len(docx.Document(path).tables[0].rows) == 1 + len(world.ROWS)


MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


@pytest.mark.parametrize(
    ("name", "part", "old", "new"),
    [
        ("dotx", "[Content_Types].xml", b".document.main+xml", b".template.main+xml"),
        ("docm", "[Content_Types].xml", MAIN, b"application/vnd.ms-word.document.macroEnabled.main+xml"),
        ("brøker", "word/document.xml", b'w:w="16838"', b'w:w="16838.0000000002"'),
        ("unavngiven typografi", "word/styles.xml", b'<w:name w:val="List"/>', b""),
        ("uden typografiark", "word/_rels/document.xml.rels", b'relationships/styles"', b'relationships/andet"'),
    ],
)
def test_what_word_itself_opens_is_a_template(written, name, part, old, new):
    document = docx.Document(written(_replaced(_saved(_authority()), part, old, new)))
    assert document.sections[0].header.paragraphs[0].text == "Region Åbenlund"
    assert document.paragraphs[0].style.name == "Heading 1"
    assert len(document.tables[0].rows) == 1 + len(world.ROWS)


def test_a_header_that_claims_the_document_as_its_own_is_refused(written):
    rels = "word/_rels/header1.xml.rels"
    with pytest.raises(Refused, match="ikke et Word-dokument"):
        written(_replaced(_saved(_authority()), rels, b"media/image1.png", b"document.xml"))


def _strict() -> bytes:
    return _replaced(
        _saved(docx.Document()),
        "word/document.xml",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )


def _replaced(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, content.replace(old, new) if name == part else content)
    return out.getvalue()


def _bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("word/document.xml", b" " * 120 * 1024 * 1024)
    return out.getvalue()


def _with_styles(more: bytes) -> bytes:
    return _replaced(_saved(docx.Document()), "word/styles.xml", b"</w:styles>", more + b"</w:styles>")


def _disguised(data: bytes) -> bytes:
    """The style sheet under the name of a picture."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name.startswith(("word/_rels", "[Content")):
                content = content.replace(b"styles.xml", b"styles.png")
            target.writestr(name.replace("styles.xml", "styles.png"), content)
    return out.getvalue()


def _crowd() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for number in range(11_000):
            target.writestr(str(number), b"")
    return out.getvalue()


@pytest.mark.parametrize("part", ["<w:lang/>", '<w:style w:type="paragraph"><w:name w:val="x"/></w:style>'])
def test_the_largest_template_that_is_taken_fits_in_the_memory_of_a_small_server(part):
    largest = _with_styles(part.encode() * (template.XML // len(part) * 8 // 10))
    limited = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_AS, (512 << 20,) * 2)\n"
        "from exports import paper, template\n"
        "print(len(template.paper_from(sys.stdin.buffer.read(), paper.Properties('a', 'b')).styles))"
    )
    command = [sys.executable, "-c", limited]
    read = subprocess.run(command, input=largest, capture_output=True, cwd=ROOT, timeout=60)
    assert int(read.stdout or 0) > 10, read.stderr.decode()


WORD_XML = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>"


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("tom", lambda: b"", "ikke et Word-dokument"),
        ("tekst", lambda: "Kære region".encode(), "ikke et Word-dokument"),
        ("halv", lambda: _saved(docx.Document())[:9000], "ikke et Word-dokument"),
        ("ole", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "adgangskode"),
        ("strict", _strict, "Strict"),
        ("bombe", _bomb, "pakker ud"),
        ("stor", lambda: _with_styles(b"<w:lang/>" * (6 * 2**20 // 9)), "pakker ud"),
        ("forklædt", lambda: _disguised(_with_styles(b"<w:lang/>" * (6 * 2**20 // 9))), "pakker ud"),
        ("mange", _crowd, "pakker ud"),
        (
            "doctype",
            lambda: _replaced(
                _saved(docx.Document()), "word/styles.xml", WORD_XML, b'<!DOCTYPE x [<!ENTITY a "aa">]>'
            ),
            "ikke et Word-dokument",
        ),
        (
            "ugyldig",
            lambda: _replaced(_saved(docx.Document()), "word/document.xml", b"</w:body>", b""),
            "ikke et Word-dokument",
        ),
    ],
)
def test_what_is_no_template_is_refused_in_danish(written, tmp_path, name, data, sentence):
    with pytest.raises(Refused, match=sentence):
        written(data())
    assert not (tmp_path / "tabel.docx").exists()


def test_a_template_is_for_word_alone(db, hearing_id, tmp_path):
    with pytest.raises(Refused, match="kun bruges til en Word-fil"):
        documents.write(report.load(db, hearing_id), tmp_path / "t.xlsx", template=b"x")
