"""The Word table on paper, through LibreOffice: header on every page, every row there, and tagged."""

import re
import subprocess
from collections import Counter
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from exports import documents
from hearing import report
from hearing.casework import echoes, hearings, imports
from hearing.enums import Printing
from hearing.intake import reading
from hearing.intake.rows import Reading, Row
from hearing.records import By
from hearing.store import hearings as stored
from tests import world

pytestmark = [pytest.mark.office, pytest.mark.poppler, pytest.mark.slow]
UA = 'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}'


def _printed(path: Path) -> Path:
    profile = f"-env:UserInstallation=file://{path.parent}/office"
    command = ["soffice", profile, "--headless", "--convert-to", UA, "--outdir", str(path.parent), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return path.with_suffix(".pdf")


def _told(*command: str | Path) -> str:
    return subprocess.run([str(word) for word in command], check=True, capture_output=True, text=True).stdout


def _pages(pdf: Path) -> list[str]:
    return [" ".join(page.split()) for page in _told("pdftotext", "-layout", pdf, "-").split("\f")[:-1]]


def _large(db) -> int:
    rows = [
        Row(
            party=f"Part {n // 9} Kommune",
            theme="Tilgængelighed og kvalitet",
            label="abcdefghi"[n % 9],
            summary=f"Ønske{n} om længere åbningstid og bedre telefonadgang i lægehusene. " * (1 + n % 3),
            decision=world.IMPLEMENT,
            comment=f"Svar{n} drøftes i foråret.",
            excerpt=f"Citat{n} fra brevet, som fortsætter over flere linjer. " * (2 + n % 7),
        )
        for n in range(90)
    ]
    rows.append(Row(party="Lang part", summary="Langt", excerpt=" ".join(f"ord{n}" for n in range(2500))))
    return imports.create(db, By("abc"), "Sundhedsplan for Åbenlund", Reading(tuple(rows)))


def test_header_on_every_page_and_every_row_there_and_nothing_cut(db, tmp_path):
    documents.write(report.load(db, _large(db)), tmp_path / "t.docx")
    pages = _pages(_printed(tmp_path / "t.docx"))
    assert len(pages) > 10
    for number, page in enumerate(pages, 1):
        assert "Håndtering af" in page, f"side {number} har intet tabelhoved"
        assert f"Side {number} af {len(pages)}" in page
    text = " ".join(pages)
    assert [
        n for n in range(90) if not re.search(rf"\bØnske{n}\b", text) or not re.search(rf"\bSvar{n}\b", text)
    ] == []
    assert [n for n in range(2500) if f"ord{n} " not in f"{text} "] == []
    for n in range(90):
        on = [number for number, page in enumerate(pages) if re.search(rf"\b(Ønske|Citat|Svar){n}\b", page)]
        assert len(on) == 1, f"række {n} er delt over flere sider"


def test_tagged_for_a_screen_reader(db, hearing_id, tmp_path):
    documents.write(report.load(db, hearing_id), tmp_path / "t.docx")
    pdf = _printed(tmp_path / "t.docx")
    structure = _told("pdfinfo", "-struct", pdf)
    assert len(re.findall(r"^ *TH\b", structure, re.M)) == 6
    assert len(re.findall(r"^ *H1\b", structure, re.M)) == 1
    assert len(re.findall(r"^ *TR\b", structure, re.M)) == 1 + len(world.ROWS)
    assert re.search(r"^Title: +Sundhedsplan for Åbenlund$", _told("pdfinfo", pdf), re.M)
    assert b"/Lang(da-DK)" in pdf.read_bytes()


def test_python_docx_own_table_does_not_pass(tmp_path):
    made = docx.Document()
    made.add_table(3, 3)
    made.save(tmp_path / "t.docx")
    pdf = _printed(tmp_path / "t.docx")
    assert not re.findall(r"^ *TH\b", _told("pdfinfo", "-struct", pdf), re.M)
    assert b"/Lang(da-DK)" not in pdf.read_bytes()


@pytest.mark.seeds
def test_the_seed_prints_whole(db, seed_table, tmp_path):
    id = imports.create(db, By("abc"), "Plan", reading.read(seed_table.read_bytes(), seed_table.name))
    documents.write(report.load(db, id), tmp_path / "t.docx")
    pages = _pages(_printed(tmp_path / "t.docx"))
    assert all("Håndtering af" in page for page in pages)
    printed = _words(" ".join(pages))
    stored = Counter()
    for line in report.load(db, id).lines:
        stored += _words(line.party.name) + _words(line.decision_phrase)
        if line.point:
            stored += sum(map(_words, (line.point.summary, line.point.comment, line.point.excerpt)), Counter())
    assert stored - printed == Counter()
    assert printed["fremsendt"] >= 17


def _words(text: str) -> Counter:
    """The words of a text, without those in a chain of letters that no column can hold on one line."""
    return Counter(word for chain in text.split() if len(chain) < 25 for word in re.findall(r"[^\W_]+", chain))


OWN = (
    "Der henvises til svaret til {part} ({bogstav})",
    "Vurderes ens med {part} ({bogstav})",
    "Jf. {part}, {bogstav}.",
)


@pytest.mark.parametrize("phrases", [("", "", ""), OWN])
@pytest.mark.parametrize("layout", [False, True])
def test_echoes_are_read_back_from_paper_however_they_are_printed(db, hearing_id, tmp_path, phrases, layout):
    by = By("abc")
    names = ("echo_summary", "echo_decision", "echo_comment")
    hearings.change(db, by, replace(stored.find(db, hearing_id), **dict(zip(names, phrases, strict=True))))
    echoes.confirm_many(db, by, [(3, 1, 2, 1), (4, 1, 2, 1), (5, 1, 2, 1)])
    echoes.print_as(db, by, 3, 2, Printing.FULL)
    documents.write(report.load(db, hearing_id), tmp_path / "t.docx", names=True)
    paper = _printed(tmp_path / "t.docx")
    if layout:
        paper = tmp_path / "t.txt"
        paper.write_text(_told("pdftotext", "-layout", paper.with_suffix(".pdf"), "-"), encoding="utf-8")
    again = imports.create(db, by, "Igen", reading.read(paper.read_bytes(), paper.name))
    before, after = (
        [
            (line.meaning, line.source and line.source.number, " ".join(text.split()))
            for line in report.load(db, id).lines
            if line.point
            for text in (line.point.summary, line.decision_phrase, line.point.comment)
        ]
        for id in (hearing_id, again)
    )
    assert before == after
    assert [source for _, source, _ in after[::3]] == [None, None, 2, 2, 2]
    assert stored.find(db, again).echo_decision == phrases[1]
