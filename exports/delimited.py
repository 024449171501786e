"""The handling table as .csv: for sorting and counting; safe to open, without notes."""

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from exports.masking import Masking
from exports.rows import Printed, headings, printed
from hearing.imprint import WORKING, guarded
from hearing.report import Report


def write_csv(report: Report, file: BinaryIO, *, names: bool = False, **_: object) -> None:
    """Write the report as .csv as Danish Excel opens it: UTF-8 with a byte order mark, semicolons."""
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
    try:
        writer = csv.writer(text, delimiter=";")
        writer.writerow((*headings(report), *WORKING))
        writer.writerows(_csv_rows(report, Masking(report.parties, names=names)))
        text.flush()
    finally:
        text.detach()


def _csv_rows(report: Report, masking: Masking) -> Iterator[list]:
    for row in printed(report, masking):
        yield [guarded(value) if isinstance(value, str) else value for value in values(row)]


def values(row: Printed) -> tuple[str | int | None, ...]:
    """The values of a row in the order of the columns."""
    texts = (row.party, row.theme, row.summary, row.decision, row.comment, row.excerpt)
    return (*texts, row.label, row.page, row.number, row.meaning, row.repeats, row.party_short)
