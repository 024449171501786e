"""Writing the handling table: Word against zlib, python-docx and docxtpl in the same run; memory; spreadsheets."""

import io
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import docx
from docx.document import Document
from docx.shared import Pt
from docxtpl import DocxTemplate

from benchmarks import Figure, _tables, at_least, at_most, seconds
from exports import delimited, handling_table, paper, spreadsheet, titles, working_copy
from exports.masking import Masking
from exports.memory import Memory
from hearing.enums import Meaning
from hearing.imprint import headings
from hearing.records import Decision, Hearing, Party, Point, Theme
from hearing.report import Line, Report

_LARGEST = 50_000


def run() -> Iterator[Figure]:
    """The figures, the goals first."""
    for count, limit in ((1_000, 5), (10_000, 3.2)):
        report = report_of(count)
        ours = seconds(lambda report=report: handling_table.write(report, io.BytesIO()))
        xml = _row_xml(report)
        squeezed = seconds(lambda xml=xml: zlib.compress(xml, 6))
        yield Figure(f"docx, {count} rows", ours, "s")
        yield at_most(f"docx, {count} rows, against zlib level 6 of its row XML", ours / squeezed, limit)
    peer = seconds(lambda: _with_python_docx(report), 1)
    yield at_least("docx, 10000 rows, python-docx with cached cells against ours", peer / ours, 8)
    peer = seconds(lambda: _with_docxtpl(report), 1)
    yield at_least("docx, 10000 rows, docxtpl against ours", peer / ours, 4)
    for name, write in (
        ("xlsx", spreadsheet.write_xlsx),
        ("csv", delimited.write_csv),
        ("json", working_copy.write),
    ):
        yield Figure(f"{name}, 10000 rows", seconds(lambda write=write: write(report, io.BytesIO()), 1), "s")
    yield from _memory()


def report_of(count: int) -> Report:
    """A report whose rows have the texts of the benchmarks' table."""
    decision = Decision(1, 1, "Inddrages i implementeringsarbejdet", Meaning.IMPLEMENT, 1)
    names: dict[str, Party] = {}
    themes: dict[str, Theme] = {}
    lines = []
    for number, (party, theme, summary, phrase, comment, excerpt) in enumerate(_tables.rows(count), 1):
        point = Point(
            *(number, 1, 1, 1, number),
            label="abcdefgh"[number % 8],
            summary=summary,
            decision_printed=phrase,
            comment=comment,
            marks=((0, 12),) if number % 10 == 0 else (),
            excerpt=excerpt,
            page="3",
        )
        owner = names.setdefault(party, Party(len(names) + 1, 1, party, len(names)))
        heading = themes.setdefault(theme, Theme(len(themes) + 1, 1, theme, len(themes)))
        lines.append(Line(number, owner, point, heading, decision))
    return Report(Hearing(1, "Måling", plan_term="planen"), tuple(lines), tuple(names.values()))


def _row_xml(report: Report) -> bytes:
    masking = Masking(())
    sheet = paper.own(titles.properties(report, masking))
    return "".join(handling_table.body(report, masking, sheet, Memory(report))).encode()


def _cells(report: Report) -> list[tuple[str, ...]]:
    return [
        (
            line.party.name,
            line.theme.name,
            f"{line.point.label}) {line.point.summary}",
            line.decision_phrase,
            line.point.comment,
            line.point.excerpt,
        )
        for line in report.lines
    ]


def _with_python_docx(report: Report) -> None:
    """The quickest way that its own interface has: one list of cells, fetched once."""
    made: Document = docx.Document()
    made.styles["Normal"].font.size = Pt(8)
    table = made.add_table(len(report.lines) + 1, 6)
    cells = table._cells
    for n, text in enumerate(text for row in (headings(""), *_cells(report)) for text in row):
        cells[n].text = text
    made.save(io.BytesIO())


def _with_docxtpl(report: Report) -> None:
    made: Document = docx.Document()
    table = made.add_table(4, 6)
    for cell, heading in zip(table.rows[0].cells, headings(""), strict=True):
        cell.text = heading
    table.rows[1].cells[0].text = "{%tr for row in rows %}"
    for n, cell in enumerate(table.rows[2].cells):
        cell.text = f"{{{{ row[{n}] }}}}"
    table.rows[3].cells[0].text = "{%tr endfor %}"
    template = io.BytesIO()
    made.save(template)
    template.seek(0)
    filled = DocxTemplate(template)
    filled.render({"rows": _cells(report)}, autoescape=True)
    filled.save(io.BytesIO())


_CHILD = """
import sys, time
from pathlib import Path
from exports import documents
from hearing import report
from hearing.store import connection

def peak():
    # Not ru_maxrss: a child begins with its parent's.
    return int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0])

db = connection.connect(sys.argv[1], readonly=True)
documents.write(report.load(db, 2), Path(sys.argv[2]))
before, start = peak(), time.process_time()
begun = time.perf_counter()
with connection.snapshot(db):
    loaded = report.load(db, 1)
held = time.perf_counter() - begun
documents.write(loaded, Path(sys.argv[2]))
print(peak() - before, time.process_time() - start, held)
"""


def _memory() -> Iterator[Figure]:
    """What a process grows by while it writes a hearing of 50,000 rows from its database."""
    with tempfile.TemporaryDirectory() as folder:
        _fill(Path(folder) / "h.db")
        command = [sys.executable, "-c", _CHILD, f"{folder}/h.db", f"{folder}/t.docx"]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
        yield at_most(f"docx, {_LARGEST} rows from the database, memory added", int(told[0]) / 1024, 20, "MB")
        yield Figure(f"docx, {_LARGEST} rows from the database", float(told[1]), "s")
        yield at_most(f"longest that an export of {_LARGEST} rows keeps a save waiting", float(told[2]), 0.5, "s")


def _fill(path: Path) -> None:
    from hearing.casework import imports
    from hearing.intake.rows import Reading, Row
    from hearing.records import By
    from hearing.store import schema

    names = ("party", "theme", "summary", "decision", "comment", "excerpt")
    rows = tuple(Row(**dict(zip(names, row, strict=True)), label="a", page="3") for row in _tables.rows(_LARGEST))
    db = schema.open(path)
    imports.create(db, By("måling"), "Måling", Reading(rows))
    imports.create(db, By("måling"), "Lille", Reading(rows[:1]))
    db.conn.close()
