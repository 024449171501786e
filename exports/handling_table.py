"""The handling table as a Word document: what the authority publishes."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, count, islice
from typing import BinaryIO

from exports import columns, markup, paper, titles
from exports.masking import Masking
from exports.memory import Memory
from exports.rows import Printed, headings, printed
from exports.template import paper_from
from hearing.report import Report

AT_A_TIME = 64

LONGEST_TABLE = 10_000
"""The rows that one Word table holds. LibreOffice's time grows with the square of the rows of a table; longer ones
are printed in parts of ``A_PART``, which it opens one after the other like so many short documents."""
A_PART = 8 * AT_A_TIME

# The rules stand in the table itself: of a table style LibreOffice works out every cell anew, and a table of
# 4,000 rows takes it eight times as long to open.
_RULES = (
    '<w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="16324A"/>'
    '<w:left w:val="single" w:sz="4" w:space="0" w:color="C5CED6"/>'
    '<w:bottom w:val="single" w:sz="8" w:space="0" w:color="16324A"/>'
    '<w:right w:val="single" w:sz="4" w:space="0" w:color="C5CED6"/>'
    '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="A9B5C0"/>'
    '<w:insideV w:val="single" w:sz="4" w:space="0" w:color="C5CED6"/></w:tblBorders>'
)
_MARGINS = (
    '<w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
    '<w:bottom w:w="70" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
)
_HEAD = '<w:shd w:val="clear" w:color="auto" w:fill="E6ECF1"/><w:vAlign w:val="bottom"/>'


def write(report: Report, file: BinaryIO, *, names: bool = False, template: bytes | None = None) -> None:
    """Write the report as .docx. ``names`` names private citizens too; ``template`` is the authority's .docx.

    Raises Refused for a template that cannot be used and for a text that no Word document can hold.
    """
    masking = Masking(report.parties, names=names)
    properties = titles.properties(report, masking)
    sheet = paper_from(template, properties) if template is not None else paper.own(properties)
    memory = Memory(report)
    sheet.print(file, body(report, masking, sheet, memory), memory.part())


def body(report: Report, masking: Masking, sheet: paper.Paper, memory: Memory) -> Iterator[str]:
    """The document's XML piece by piece: the title block, the table row by row, and the total."""
    styles = sheet.styles
    title = titles.properties(report, masking).title
    yield markup.paragraph(title, styles["Heading 1"])
    yield markup.paragraph(titles.SUBTITLE, styles["Subtitle"])
    facts = [f"{name}: {value}" for name, value in titles.facts(report, masking)]
    yield markup.paragraph("\n".join(facts), styles["Oplysninger"])
    rows = printed(report, masking)
    first = list(islice(rows, columns.LOOKED_AT))
    table = _Table(report, sheet, memory, columns.widths(first, sheet.width))
    rows = chain(first, rows)
    yield table.start(title)
    for written in count(step=AT_A_TIME):
        some = list(islice(rows, AT_A_TIME))
        if not some:
            break
        if table.ends_at(written):
            yield table.break_off()
            yield table.start(title)
        yield "".join(map(table.row, some))
    yield "</w:tbl>"
    yield markup.paragraph(table.total(), styles["Tabelnote"])


class _Table:
    """The table's XML, and the count of what went into it. A very long one is broken off and begun again."""

    def __init__(self, report: Report, sheet: paper.Paper, memory: Memory, widths: Sequence[int]):
        self.styles, self.memory, self.widths = sheet.styles, memory, widths
        self.headings = headings(report)
        self.points, self.silent, self.answered, self.content = 0, 0, set(), set()
        lines = len(report.lines)
        self.part, self.parts = 0, 1 if lines <= LONGEST_TABLE else -(-lines // A_PART)
        cell = '<w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/>{}</w:tcPr><w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr>'
        self._cells = [cell.format(width, "", self.styles["Tabeltekst"]) for width in self.widths]
        self._heads = [cell.format(width, _HEAD, self.styles["Tabelhoved"]) for width in self.widths]

    def start(self, name: str) -> str:
        """The table up to its rows: properties, columns, and the header that repeats on every page."""
        self.part += 1
        title = markup.attribute(f"{titles.SUBTITLE}: {name}{self._which()}")
        description = "Én række for hver bemærkning. Kolonner: " + ", ".join(self.headings)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in self.widths)
        heads = "".join(
            f"{head}{markup.run(text)}</w:p></w:tc>" for head, text in zip(self._heads, self.headings, strict=True)
        )
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(self.widths)}" w:type="dxa"/>'
            f'{_RULES}<w:tblLayout w:type="fixed"/>{_MARGINS}'
            '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
            ' w:noHBand="1" w:noVBand="1"/>'
            f'<w:tblCaption w:val="{title}"/><w:tblDescription w:val="{markup.attribute(description)}"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>"
            f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{heads}</w:tr>"
        )

    def ends_at(self, written: int) -> bool:
        """Whether the table goes on in a new one after so many rows."""
        return self.parts > 1 and written > 0 and written % A_PART == 0

    def break_off(self) -> str:
        """The end of a part, and words: Word and LibreOffice make one table of two with nothing between them."""
        goes_on = f"Tabellen fortsætter med del {self.part + 1} af {self.parts}."
        return "</w:tbl>" + markup.paragraph(goes_on, self.styles["Tabelnote"])

    def _which(self) -> str:
        return f", del {self.part} af {self.parts}" if self.parts > 1 else ""

    def row(self, row: Printed) -> str:
        """One row. The label stands before the summary in a character style of its own."""
        self._count(row)
        self._refuse_too_long(row)
        label, page = printed_label(row), printed_page(row)
        self.memory.keep(row, label, page)
        run, styles = markup.run, self.styles
        contents = (
            run(row.party),
            run(row.theme),
            run(label, styles["Bogstav"]) + run(row.summary),
            run(row.decision),
            markup.marked_runs(row.comment, row.marks, styles["Strong"]),
            run(row.excerpt) + run(_bound(page), styles["Sidehenvisning"]),
        )
        cells = "".join(
            [f"{cell}{content}</w:p></w:tc>" for cell, content in zip(self._cells, contents, strict=True)]
        )
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"

    def total(self) -> str:
        """The sentence below the table."""
        return titles.total(self.points, len(self.answered), self.silent, len(self.content - self.answered))

    def _count(self, row: Printed) -> None:
        if row.silent:
            self.silent += 1
        elif row.remark:
            self.points += 1
            self.answered.add(row.party)
        elif row.summary:
            # Without it, the party's answer is only not written in yet, and may have remarks.
            self.content.add(row.party)

    def _refuse_too_long(self, row: Printed) -> None:
        for heading, text in zip(
            self.headings[2:], (row.summary, row.decision, row.comment, row.excerpt), strict=True
        ):
            if len(text) > markup.LONGEST // 4:
                markup.refuse_too_long(text, f"Række {row.number}, »{heading}«")


def printed_label(row: Printed) -> str:
    """ "a) ", and nothing for a point without a label."""
    if not row.label:
        return ""
    return f"{row.label}) " if row.summary else f"{row.label})"


def printed_page(row: Printed) -> str:
    """ " - Side 5" for a page that the excerpt does not name itself."""
    if not row.page or (row.page in row.excerpt and _names_page(row)):
        return ""
    return f" - Side {row.page}" if row.excerpt else f"Side {row.page}"


def _bound(page: str) -> str:
    """The page's number on the line of its word. Only on paper: reading back, a no-break space is a blank."""
    return page.replace("Side ", "Side\u00a0", 1)


def _names_page(row: Printed) -> bool:
    return re.search(rf"(?i)(?:side|\bs\.?)\s*{re.escape(row.page)}(?!\d)", row.excerpt) is not None
