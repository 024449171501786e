"""The Word handling table: what stands in it, what never does, and that an authority can publish it."""

import zipfile
from dataclasses import replace

import docx
import pytest

from exports import documents
from exports.saving import Refused
from hearing import report
from hearing.casework import hearings, imports
from hearing.intake.rows import Reading, Row
from hearing.records import By
from hearing.store import hearings as stored_hearings
from hearing.wording import clean
from tests import docx_checks, world

HEADINGS = [
    "Høringspart",
    "Tema",
    "Sammendrag af høringssvaret",
    "Håndtering af høringssvar",
    "Kommentar og/eller forslag til tekstændring i sundhedsplanen",
    "Høringssvaret (tekstbid fra høringssvar som er fremstillet kondenseret i 'sammendrag af høringssvaret').",
]


@pytest.fixture
def written(db, hearing_id, tmp_path):
    """Writes the named world (or another hearing) as .docx and returns the path."""

    def write(id=hearing_id, name="tabel.docx", filter=report.Filter(), order=report.Order.ROW, **options):  # noqa: B008
        documents.write(report.load(db, id, filter, order), tmp_path / name, **options)
        return tmp_path / name

    return write


def _cells(path) -> list[list[str]]:
    (table,) = docx.Document(path).tables
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_one_table_with_the_six_columns_and_a_row_for_every_party(written):
    rows = _cells(written())
    assert rows[0] == HEADINGS
    assert rows[2] == [
        "Søndervang Kommune",
        "Kvalitet i forløbene",
        "b) Søndervang savner et fælles mål for opfølgning efter udskrivelse.",
        world.CHANGE,
        "Tilføjes i afsnit 2: Alle borgere kontaktes inden for tre dage.",
        "Der mangler efter vores opfattelse et mål for opfølgningen efter udskrivelse. - Side\u00a02",
    ]
    assert rows[5] == ["Ærøholm Hospital", "Der er ikke fremsendt høringssvar.", "", "", "", ""]
    assert len(rows) == 1 + len(world.ROWS)


def test_the_header_names_no_authority_where_none_is_known(written, db, hearing_id):
    def header() -> str:
        return docx.Document(written()).sections[0].header.paragraphs[0].text

    assert header() == f"\t{world.TITLE}"
    hearings.change(db, By("abc"), replace(stored_hearings.find(db, hearing_id), authority="Åbenlund Kommune"))
    assert header() == f"Åbenlund Kommune\t{world.TITLE}"


def test_it_passes_every_check_before_publication(written):
    assert docx_checks.failures(written()) == []


def test_python_docx_own_default_does_not_pass(tmp_path):
    made = docx.Document()
    made.add_heading("Overskrift", 2)
    made.add_table(2, 2)
    made.save(tmp_path / "x.docx")
    failed = docx_checks.failures(tmp_path / "x.docx")
    assert {"language", "author", "created today", "headings", "header row", "contrast", "page number"} <= set(
        failed
    )


def test_marked_new_text_is_bold_and_labels_have_a_style_of_their_own(written):
    (table,) = docx.Document(written()).tables
    comment = table.rows[2].cells[4].paragraphs[0]
    start, end = world.ROWS[1].marks[0]
    assert [run.text for run in comment.runs if run.style.name == "Strong"] == [comment.text[start:end]]
    assert table.rows[1].cells[2].paragraphs[0].runs[0].style.name == "Bogstav"
    assert table.rows[1].cells[2].paragraphs[0].runs[0].text == "a) "


def test_the_title_block_says_hearing_case_and_filter(db, hearing_id, written):
    chosen = report.choose(db, hearing_id, theme="Kvalitet i forløbene")
    document = docx.Document(written(filter=chosen, order=report.Order.THEME))
    heading, subtitle, facts = (p for p in document.paragraphs[:3])
    assert (heading.style.name, heading.text) == ("Heading 1", world.TITLE)
    assert "Sagsnummer: 24/0117" in facts.text
    assert "Afgrænsning: tema: Kvalitet i forløbene" in facts.text
    assert "Rækkefølge: tema for tema" in facts.text
    assert document.core_properties.title == world.TITLE


def test_the_same_data_twice_is_the_same_document(written):
    one, other = (zipfile.ZipFile(written(name=name)).read("word/document.xml") for name in ("1.docx", "2.docx"))
    assert one == other


def test_a_title_longer_than_a_file_s_properties_hold(db, written):
    title = "Sundhedsplan for Åbenlund" * 12
    document = docx.Document(
        written(imports.create(db, By("abc"), title, Reading((Row(party="Øst", summary="x"),))))
    )
    assert document.paragraphs[0].text == title
    assert document.core_properties.title == title[:255]


CANARY = "Kanariefugl"


def test_nothing_internal_is_in_any_part(db, written):
    row = Row(party="Øst", summary="x", note=CANARY, responsible=CANARY, status="til godkendelse", unsure=CANARY)
    id = imports.create(db, By(CANARY), "Plan", Reading((row,)))
    db["hearing"].update(id, {"committee": ""})
    for name, content in docx_checks.Package(written(id)).parts.items():
        assert CANARY.encode() not in content, name
        assert b"til godkendelse" not in content, name


HOSTILE = [
    "før\x00\x01\x1f efter",
    "a\ud800b",
    "x\ufffe\uffff",
    "a\r\nb\rc",
    "a\x0bb\x0cc",
    "a\x85b\u2028c",
    "<w:t>&amp;</w:t> ]]> {{7*7}}",
    "tab\ther",
    "שלום عليكم \u202egnirts",
    "👩‍👩‍👧‍👦 \U0010ffff",
    '\'=HYPERLINK("x")',
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_that_xml_cannot_hold_is_cleaned_and_never_an_empty_cell(db, written, text):
    id = imports.create(db, By("abc"), "Plan", Reading((Row(party="Øst", summary="x"),)))
    loaded = report.load(db, id)
    (line,) = loaded.lines
    point = replace(line.point, summary=text, comment=text, marks=((0, len(text)),), excerpt=text)
    made = replace(loaded, lines=(replace(line, point=point),))
    path = written().with_name("fjendtlig.docx")
    documents.write(made, path)
    cells = _cells(path)[1]
    assert cells[2] == cells[4] == cells[5] != ""
    assert cells[2].count("\n") == clean(text).count("\n")


def test_a_paragraph_of_more_than_ten_megabytes_is_refused_and_names_the_row(db, written, tmp_path):
    rows = (Row(party="Øst", summary="kort"), Row(party="Øst", excerpt="ø" * 5_100_000))
    id = imports.create(db, By("abc"), "Plan", Reading(rows))
    with pytest.raises(Refused, match="Række 2, »Høringssvaret.*10 MB"):
        written(id)
    assert not (tmp_path / "tabel.docx").exists()
    assert not list(tmp_path.glob(".*.part"))
