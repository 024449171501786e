"""What is printed of a line, the same in every format: masked, cleaned, and never anything internal."""

from collections.abc import Iterator
from typing import NamedTuple

from exports.masking import Masking
from hearing import imprint
from hearing.imprint import SILENT
from hearing.marks import Marks
from hearing.report import Line, Report
from hearing.wording import clean


class Printed(NamedTuple):
    """The texts of one row. A silent party's row has only the party and SILENT as its theme.

    ``meaning`` is the Danish word for what the decision means, ``repeats`` the number of the row repeated.
    ``remark`` is false where a party says that it has none.
    """

    number: int
    party: str
    theme: str
    label: str
    summary: str
    decision: str
    comment: str
    marks: Marks
    excerpt: str
    page: str
    silent: bool
    party_short: str
    meaning: str
    repeats: int | None
    remark: bool = True


def headings(report: Report) -> tuple[str, ...]:
    """The headings of the six columns, with the plan's name in them."""
    return imprint.headings(printable(report.hearing.plan_term))


def printed(report: Report, masking: Masking) -> Iterator[Printed]:
    """The rows of the report as they are printed."""
    for line in report.lines:
        yield _silent(line, masking) if line.point is None else _row(line, masking)


def _silent(line: Line, masking: Masking) -> Printed:
    party, short = _names(line, masking)
    return Printed(line.number, party, SILENT, "", "", "", "", (), "", "", True, short, "", None)


def _row(line: Line, masking: Masking) -> Printed:
    point = line.point
    summary, decision = (
        masking.mentioned(text, (), named)[0]
        for text, named in zip((point.summary, line.decision_phrase), line.referring, strict=True)
    )
    comment, marks = masking.marked(*_cleaned(*masking.mentioned(point.comment, point.marks, line.named)))
    party, short = _names(line, masking)
    return Printed(
        line.number,
        party,
        printable(masking.text(line.theme.name)) if line.theme else "",
        printable(point.label),
        masking.text(printable(summary)),
        masking.text(printable(decision)),
        comment,
        marks,
        masking.text(printable(point.excerpt)),
        printable(point.page),
        False,
        short,
        line.meaning.label if line.meaning else "",
        line.source.number if line.source else None,
        line.remark,
    )


def _names(line: Line, masking: Masking) -> tuple[str, str]:
    party = line.party
    return printable(masking.party(party)), printable(masking.short_name(party))


def printable(text: str) -> str:
    """The text without what no document can hold; what was stored before it was cleaned is cleaned here."""
    return text if text.isprintable() else clean(text)


def _cleaned(text: str, marks: Marks) -> tuple[str, Marks]:
    """The same for a text with marks; a mark that cleaning cuts into is cleaned piece by piece."""
    cleaned = printable(text)
    if not marks or len(cleaned) == len(text):
        return cleaned, marks
    return cleaned, tuple((len(clean(text[:start])), len(clean(text[:end]))) for start, end in marks)
