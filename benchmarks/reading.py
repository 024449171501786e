"""Reading tables back: Word against python-docx, PDF against pdfplumber, every cell against what was written."""

import io
import tempfile
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import docx as python_docx
import pdfplumber

from benchmarks import Figure, _tables, at_least, at_most, seconds
from hearing.intake import docx, pdf
from hearing.intake.archive import Archive

Rows = list[tuple[str, ...]]


def run() -> Iterator[Figure]:
    """Word at 1,000 and 10,000 rows; PDF at 250 rows against the peer, and at 1,000 rows for what is right."""
    for count in (1_000, 10_000):
        yield from _word(count)
    yield from _saved_by_word(1_000)
    with tempfile.TemporaryDirectory() as folder:
        yield from _pdf(Path(folder))


def _word(count: int) -> Iterator[Figure]:
    written = _tables.rows(count)
    data = _tables.as_docx(written)
    read, peer = _read_word(data), _peer_word(data)
    times = 3 if count <= 1_000 else 1
    ours = seconds(lambda: _read_word(data), times)
    theirs = seconds(lambda: _peer_word(data), times)
    yield Figure(f"Word, {count} rows: CPU seconds", ours, "s")
    yield at_least(f"Word, {count} rows: faster than python-docx's row.cells", theirs / ours, 5)
    yield at_least(f"Word, {count} rows: cells equal to python-docx's", _share(read, peer), 100, "%")


def _saved_by_word(count: int) -> Iterator[Figure]:
    """The same where Word has put its own marks around every few words."""
    data = _tables.as_word_saves(_tables.as_docx(_tables.rows(count)))
    faster = seconds(lambda: _peer_word(data)) / seconds(lambda: _read_word(data))
    yield Figure(f"Word's own, {count} rows: faster than python-docx's row.cells", faster, "x")
    same = _share(_read_word(data), _peer_word(data))
    yield at_least(f"Word's own, {count} rows: cells equal to python-docx's", same, 100, "%")


def _pdf(folder: Path) -> Iterator[Figure]:
    few, many = _tables.rows(250), _tables.rows(1_000)
    data = _tables.as_pdf(_tables.as_docx(few), folder)
    peer: list[Rows] = []
    theirs = seconds(lambda: peer.append(_peer_pdf(data)), 1)
    ours = seconds(lambda: _read_pdf(data))
    read = _read_pdf(data)
    yield at_least("PDF, 250 rows: faster than pdfplumber's extract_tables", theirs / ours, 20)
    yield Figure("PDF, 250 rows: rows right, ours", _share(read, few), "%")
    yield Figure("PDF, 250 rows: rows right, pdfplumber, spaces apart", _share(_bare(peer[0]), _bare(few)), "%")
    data = _tables.as_pdf(_tables.as_docx(many), folder)
    yield Figure("PDF, 1000 rows: CPU seconds", seconds(lambda: _read_pdf(data)), "s")
    yield at_least(
        "PDF, 1000 rows: rows right in every cell, across pages", _share(_read_pdf(data), many), 99, "%"
    )
    tracemalloc.start()
    _read_pdf(data)
    yield at_most(
        "PDF, 1000 rows: memory added by Python's side", tracemalloc.get_traced_memory()[1] / 1e6, 60, "MB"
    )
    tracemalloc.stop()


def _read_word(data: bytes) -> Rows:
    return [tuple(cell.text for cell in row) for row in docx.read(Archive(data))[0].rows]


def _peer_word(data: bytes) -> Rows:
    document = python_docx.Document(io.BytesIO(data))
    return [tuple(cell.text for cell in row.cells) for row in document.tables[0].rows]


def _read_pdf(data: bytes) -> Rows:
    (grid,) = pdf.read(data, "table.pdf").grids
    return [tuple(cell.text for cell in row) for row in grid.rows[grid.header_rows :]]


def _peer_pdf(data: bytes) -> Rows:
    """What pdfplumber finds page by page, joined as simply as can be: a row with an empty column goes on above."""
    rows: Rows = []
    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages:
            for table in page.extract_tables():
                for n, cells in enumerate(table[1:]):
                    row = tuple((cell or "").replace("\n", " ") for cell in cells)
                    if rows and n == 0 and not all(row):
                        row = tuple(f"{a} {b}".strip() for a, b in zip(rows.pop(), row, strict=True))
                    rows.append(row)
    return rows


def _bare(rows: Rows) -> Rows:
    return [tuple("".join(text.split()) for text in row) for row in rows]


def _share(read: Rows, written: Rows) -> float:
    """How many of the rows that were written are there, in per cent."""
    there = set(read)
    return 100 * sum(row in there for row in written) / len(written)
