"""The spreadsheets: the same rows as the Word table, nothing that a spreadsheet takes for a command."""

import csv
import io
import zipfile
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from exports import documents
from exports.saving import Refused
from hearing import report
from hearing.casework import imports
from hearing.enums import PartyKind
from hearing.imprint import guarded
from hearing.intake import apostrophes
from hearing.intake.rows import Reading, Row
from hearing.records import By
from tests import world

COMMANDS = ['=HYPERLINK("http://x")', "+45 33 92", "-1+1", "@SUM(A1)", "\t=1", "'=1", "''", "'citat'", "=1\n+2"]


@pytest.fixture
def written(db, tmp_path):
    """Writes a hearing and returns the path."""

    def write(id, name, **options):
        documents.write(report.load(db, id), tmp_path / name, **options)
        return tmp_path / name

    return write


def _csv(path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""), delimiter=";"))


def test_csv_opens_in_danish_excel_and_holds_every_row(hearing_id, written):
    path = written(hearing_id, "t.csv")
    assert path.read_bytes().startswith(b"\xef\xbb\xbfH\xc3\xb8ringspart;Tema;")
    head, *rows = _csv(path)
    assert head[6:] == ["Bogstav", "Side", "Nr.", "Betydning", "Gentager nr.", "Kort navn"]
    assert rows[3] == [
        *("Ældresagens lokalråd", "Adgang og åbningstid", "Samme kommentar som PR", "Samme håndtering som ved PR"),
        *("", "", "a", "", "4", "Ingen ændring", "3", ""),
    ]
    assert len(rows) == len(world.ROWS)


def test_xlsx_has_a_frozen_header_a_filter_and_a_sheet_about_it(hearing_id, written):
    book = load_workbook(written(hearing_id, "t.xlsx"))
    sheet, about = book.worksheets
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:L7"
    assert [cell.value for cell in sheet[6]][:2] == ["Ærøholm Hospital", "Der er ikke fremsendt høringssvar."]
    assert about["A1"].value == world.TITLE
    assert ["Sagsnummer", "24/0117"] in [[cell.value for cell in row] for row in about["A3:B6"]]


def test_marked_new_text_is_bold_in_xlsx(hearing_id, written):
    sheet = load_workbook(written(hearing_id, "t.xlsx"), rich_text=True).worksheets[0]
    start, end = world.ROWS[1].marks[0]
    bold = [piece.text for piece in sheet["E3"].value if not isinstance(piece, str)]
    assert bold == [world.ROWS[1].comment[start:end]]


@pytest.mark.parametrize("text", COMMANDS)
def test_no_cell_is_a_command(db, written, text):
    id = imports.create(db, By("abc"), text, Reading((Row(party=text, theme=text, summary=text, comment=text),)))
    with zipfile.ZipFile(written(id, "t.xlsx")) as package:
        for name in package.namelist():
            assert b"<f>" not in package.read(name)
    cells = [cell for row in _csv(written(id, "t.csv")) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))]


@pytest.mark.parametrize("text", [*COMMANDS, "", "a", "'", "'''=", "'-"])
def test_what_is_guarded_can_be_taken_back(text):
    assert apostrophes.without(guarded(text)) == text


def test_a_text_longer_than_a_cell_is_refused_and_names_the_row(db, written, tmp_path):
    id = imports.create(db, By("abc"), "P", Reading((Row(party="Ø"), Row(party="Ø", summary="x" * 32_768))))
    with pytest.raises(Refused, match="Række 2, »Sammendrag af høringssvaret«: .* 32768 tegn"):
        written(id, "t.xlsx")
    assert list(tmp_path.glob("*t.xlsx*")) == []


def test_control_characters_are_cleaned(db, hearing_id, tmp_path):
    loaded = report.load(db, hearing_id)
    lines = [
        replace(line, point=line.point and replace(line.point, summary="a\x01b\ufffec")) for line in loaded.lines
    ]
    documents.write(replace(loaded, lines=lines), tmp_path / "t.xlsx")
    assert load_workbook(tmp_path / "t.xlsx").worksheets[0]["C2"].value == "abc"


def _with_citizen(db, *, confirmed: bool) -> int:
    rows = (
        Row(
            party="Bente Holm", party_short="BEHO", summary="Skrevet af Bente\nHolm.", excerpt="Hilsen BENTE HOLM"
        ),
        Row(
            party="Nord",
            summary="Enig i Bente Holms forslag",
            comment="Tak til Bente Holm for alt",
            marks=((8, 18),),
        ),
        Row(party="Bente Holmgaard", summary="En anden"),
    )
    id = imports.create(db, By("abc"), "Plan", Reading(rows))
    (party,) = db.query("select id from party where name = 'Bente Holm'")
    db["party"].update(
        party["id"],
        {
            "kind": PartyKind.CITIZEN.value,
            "kind_confirmed": int(confirmed),
            "citizen_number": 7 if confirmed else None,
        },
    )
    return id


@pytest.mark.parametrize("name", ["t.csv", "t.xlsx", "t.docx"])
def test_a_confirmed_citizen_is_masked_everywhere(db, written, name):
    path = written(_with_citizen(db, confirmed=True), name)
    content = path.read_bytes()
    if name != "t.csv":
        with zipfile.ZipFile(path) as package:
            content = b"\n".join(package.read(part) for part in package.namelist())
    text = content.decode("utf-8", "replace").replace("Bente Holmgaard", "")
    assert "Borger 7" in text
    assert "Borger 7s forslag" in text
    assert "Bente" not in text
    assert "BENTE" not in text
    assert "BEHO" not in text


def test_the_mark_follows_a_masked_name(db, written):
    path = written(_with_citizen(db, confirmed=True), "t.xlsx")
    comment = load_workbook(path, rich_text=True).worksheets[0]["E3"].value
    assert [str(piece) for piece in comment] == ["Tak til ", "Borger 7", " for alt"]


@pytest.mark.parametrize(("confirmed", "options"), [(False, {}), (True, {"names": True})])
def test_a_guessed_citizen_and_one_asked_for_by_name_are_named(db, written, confirmed, options):
    rows = _csv(written(_with_citizen(db, confirmed=confirmed), "t.csv", **options))
    assert rows[1][0] == "Bente Holm"


def test_the_working_copy_is_never_masked(db, written):
    assert "Bente Holm" in written(_with_citizen(db, confirmed=True), "t.json").read_text("utf-8")
