"""What a Word table remembers of its rows, in a part that no reader shows.

It holds what printed words mean: where a label ends and a page begins, which row a row repeats. Reading the file
back, it only disambiguates: a cell that no longer says what was printed is read anew.
"""

import json
from collections.abc import Iterator
from json.encoder import encode_basestring as _quoted

from exports.rows import Printed
from hearing import imprint
from hearing.report import Report

PART = "customXml/item1.xml"
_PIECE = 1 << 16
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class Memory:
    """The memory of one table, row by row."""

    def __init__(self, report: Report):
        hearing = report.hearing
        self._facts = {
            "title": hearing.title,
            "case_number": hearing.case_number,
            "authority": hearing.authority,
            "plan_term": hearing.plan_term,
            "echo_printing": hearing.echo_printing.value,
            "echo_summary": hearing.echo_summary,
            "echo_decision": hearing.echo_decision,
            "echo_comment": hearing.echo_comment,
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
        summary = imprint.fingerprint(label + row.summary)
        excerpt = imprint.fingerprint(row.excerpt + page)
        whole = imprint.row_fingerprint(row.party, row.theme, row.decision, row.comment, summary, excerpt)
        said = "null" if row.silent else _quoted(row.label)
        kept = (
            f"{whole}, {summary}, {excerpt}, {row.number}, {said}, {len(label)}, {_quoted(row.page)}, {len(page)}"
        )
        if row.repeats is not None:
            kept += f", {row.repeats}, {_quoted(row.meaning)}"
        self._rows += f"[{_escaped(kept)}],\n".encode()

    def part(self) -> Iterator[bytes]:
        """The content of the part, piece by piece."""
        known = {"hearing": self._facts, "parties": self._parties, "decisions": self._decisions}
        front = _escaped(json.dumps(known, ensure_ascii=False)[:-1])
        yield f'{_XML}<memory xmlns="{imprint.MEMORY}">{front}, "rows": [\n'.encode()
        rows = memoryview(self._rows)[:-2]
        yield from (rows[at : at + _PIECE] for at in range(0, len(rows), _PIECE))
        yield b"]}</memory>"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
