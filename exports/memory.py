"""What a Word table remembers of its rows, in a part that no reader shows.

It holds what printed words mean: where a label ends and a page begins, which row a row repeats. Reading the file
back, it only disambiguates: a cell that no longer says what was printed is read anew.
"""

import json

from exports.markup import escape
from exports.rows import Printed
from hearing import imprint
from hearing.report import Report

PART = "customXml/item1.xml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ID = "{6D7C3B52-0C9E-4B43-9E0B-6D1F5C0A9A41}"
_SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps"


class Memory:
    """The memory of one table, row by row."""

    def __init__(self, report: Report):
        hearing = report.hearing
        self._facts = {
            "case_number": hearing.case_number,
            "authority": hearing.authority,
            "plan_term": hearing.plan_term,
            "period_from": hearing.period_from and hearing.period_from.isoformat(),
            "period_to": hearing.period_to and hearing.period_to.isoformat(),
        }
        self._parties: dict[str, str] = {}
        self._decisions: dict[str, str] = {}
        self._rows = bytearray()

    def keep(self, row: Printed, label: str, page: str) -> None:
        """Remember a row; ``label`` and ``page`` are as they are printed around summary and excerpt."""
        self._parties[row.party] = row.party_short
        if row.decision and row.repeats is None:
            self._decisions[row.decision] = row.meaning
        summary, excerpt = label + row.summary, row.excerpt + page
        cells = (row.party, row.theme, summary, row.decision, row.comment, excerpt)
        kept = [imprint.fingerprint(texts) for texts in (cells, (summary,), (excerpt,))]
        kept += [row.number, None if row.silent else row.label, len(label), row.page, len(page), row.repeats]
        if row.repeats is not None:
            kept.append(row.meaning)
        self._rows += (b",\n" if self._rows else b"") + json.dumps(kept, ensure_ascii=False).encode()

    def part(self) -> bytes:
        """The memory as the content of its part."""
        known = {"hearing": self._facts, "parties": self._parties, "decisions": self._decisions}
        head = f'{_XML}<memory xmlns="{imprint.MEMORY}">{escape(json.dumps(known, ensure_ascii=False)[:-1])}'
        rows = bytes(self._rows).replace(b"&", b"&amp;").replace(b"<", b"&lt;").replace(b">", b"&gt;")
        return b"".join((head.encode(), b', "rows": [\n', rows, b"]}</memory>"))


def companions() -> dict[str, bytes]:
    """The parts that a package needs beside the memory."""
    properties = (
        f'{_XML}<ds:datastoreItem ds:itemID="{_ID}" xmlns:ds="{_SPACE}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{imprint.MEMORY}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    relations = (
        f'{_XML}<Relationships xmlns="{_RELATIONS}">'
        f'<Relationship Id="rId1" Type="{_KIND}" Target="itemProps1.xml"/></Relationships>'
    )
    return {
        "customXml/itemProps1.xml": properties.encode(),
        "customXml/_rels/item1.xml.rels": relations.encode(),
    }
