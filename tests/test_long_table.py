"""A table too long for LibreOffice to open in one piece: printed in parts, and one table when it is read."""

import re
import subprocess
import zipfile
from pathlib import Path

import docx
import pytest

from exports import documents, handling_table
from hearing import report
from hearing.casework import imports
from hearing.intake import reading
from hearing.intake.rows import Reading, Row
from hearing.records import By
from tests import docx_checks, world

ROWS = 2 * handling_table.A_PART + 100


@pytest.fixture
def long(db, monkeypatch, tmp_path) -> Path:
    """A .docx of a table of three parts, exported as if one Word table could not hold so many rows."""
    rows = tuple(
        Row(
            party=f"Part {n // 9} Kommune",
            theme=("Adgang", "Kvalitet i forløbene")[n % 5 == 0],
            label="abcdefghi"[n % 9],
            summary=f"Ønske{n} om længere åbningstid i lægehusene.",
            decision=world.IMPLEMENT,
            comment=f"Svar{n} drøftes i foråret.",
            marks=((0, 4),) if n % 7 == 0 else (),
            excerpt=f"Citat{n} fra brevet.",
            page=str(n % 12 + 1),
        )
        for n in range(ROWS)
    )
    id = imports.create(db, By("abc"), "Sundhedsplan for Åbenlund", Reading(rows))
    monkeypatch.setattr(handling_table, "LONGEST_TABLE", ROWS - 1)
    documents.write(report.load(db, id), tmp_path / "lang.docx")
    return tmp_path / "lang.docx"


def _known(row: Row) -> tuple:
    return (
        row.party,
        row.theme,
        row.label,
        row.summary,
        row.decision,
        row.comment,
        row.marks,
        row.excerpt,
        row.page,
    )


def _numbers(rows) -> list[str]:
    return [row.summary.split()[0] for row in rows]


def _saved_without(path: Path, part: str | None = None, **replaced: tuple[str, str]) -> bytes:
    """The file without a part, or with other words in its document."""
    made = path.with_name("ændret.docx")
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(made, "w") as after:
        for name in before.namelist():
            if name != part:
                content = before.read(name).decode() if name.endswith(".xml") else before.read(name)
                for pattern, new in replaced.values() if name == "word/document.xml" else ():
                    content = re.sub(pattern, new, content)
                after.writestr(name, content)
    return made.read_bytes()


def test_it_is_printed_in_parts_each_with_its_header_and_its_name(long):
    tables = docx.Document(long).tables
    assert [len(table.rows) - 1 for table in tables] == [handling_table.A_PART, handling_table.A_PART, 100]
    package = docx_checks.Package(long)
    assert [caption.rsplit(", ")[-1] for caption in package.find("//w:tblCaption/@w:val")] == [
        "del 1 af 3",
        "del 2 af 3",
        "del 3 af 3",
    ]
    assert docx_checks.failures(long) == []


def test_no_style_of_a_table_is_worked_out_for_every_cell(long):
    assert docx_checks.Package(long).find("//w:tblStyle") == []


def test_as_many_rows_as_one_table_holds_are_one_table(db, hearing_id, monkeypatch, tmp_path):
    monkeypatch.setattr(handling_table, "LONGEST_TABLE", len(world.ROWS))
    monkeypatch.setattr(handling_table, "A_PART", 1)
    documents.write(report.load(db, hearing_id), tmp_path / "t.docx")
    assert len(docx.Document(tmp_path / "t.docx").tables) == 1


def test_the_parts_are_read_as_one_table(db, long):
    read = reading.read(long.read_bytes(), long.name)
    stored = report.load(db, 1).lines
    assert [_known(row) for row in read.rows] == [
        (
            *(line.party.name, line.theme.name, line.point.label, line.point.summary, line.decision_phrase),
            *(line.point.comment, line.point.marks, line.point.excerpt, line.point.page),
        )
        for line in stored
    ]
    assert read.columns[0].heading == "Høringspart"


def test_parts_that_a_person_has_joined_are_read_without_the_headings_between_them(long):
    words = (
        r"<w:p><w:pPr><w:pStyle w:val=\"\w+\"/></w:pPr><w:r><w:t[^>]*>Tabellen fortsætter[^<]*</w:t></w:r></w:p>"
    )
    joined = _saved_without(long, between=(rf"</w:tbl>{words}<w:tbl>.*?</w:tblGrid>", ""))
    rows = reading.read(joined, "t.docx").rows
    assert _numbers(rows) == [f"Ønske{n}" for n in range(ROWS)]


def test_parts_whose_memory_is_lost_are_still_one_table(long):
    rows = reading.read(_saved_without(long, "customXml/item1.xml"), "t.docx").rows
    assert _numbers(rows) == [f"Ønske{n}" for n in range(ROWS)]
    assert {row.theme for row in rows} == {"Adgang", "Kvalitet i forløbene"}


@pytest.mark.office
@pytest.mark.slow
def test_libreoffice_opens_every_row(long):
    profile = f"-env:UserInstallation=file://{long.parent}/office"
    command = ["soffice", profile, "--headless", "--convert-to", "odt", "--outdir", long.parent, long]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    with zipfile.ZipFile(long.with_suffix(".odt")) as package:
        content = package.read("content.xml").decode()
    assert len(re.findall("<table:table [^>]*>", content)) == 3
    assert content.count("<table:table-header-rows>") == 3
    assert re.findall(r"Citat\d+", content) == [f"Citat{n}" for n in range(ROWS)]
