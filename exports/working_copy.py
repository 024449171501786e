"""The handling table as JSON: the working copy, with everything and never masked.

Beside the keys of the command-line contract a row that deviates from the one it repeats, and no other, says why.
"""

import json
from typing import BinaryIO

from hearing.report import Line, Report


def write(report: Report, file: BinaryIO, **_: object) -> None:
    """Write the hearing and its rows as the command-line contract names them; an empty text is null."""
    file.write(f'{{\n"hearing": {_json(_hearing(report))},\n"rows": ['.encode())
    before = "\n"
    for line in report.lines:
        file.write(f"{before}{_json(_row(line))}".encode())
        before = ",\n"
    file.write(b"\n]\n}\n")


def _json(value: dict) -> str:
    return json.dumps(value, ensure_ascii=False)


def _hearing(report: Report) -> dict:
    hearing = report.hearing
    return {
        "title": hearing.title,
        "case_number": hearing.case_number or None,
        "authority": hearing.authority or None,
        "plan_term": hearing.plan_term or None,
        "period_from": hearing.period_from and hearing.period_from.isoformat(),
        "period_to": hearing.period_to and hearing.period_to.isoformat(),
    }


def _row(line: Line) -> dict:
    point = line.point
    source = line.source
    why = {"deviation": line.deviation} if line.deviation else {}
    row = {
        "party": line.party.name,
        "party_short": line.party.short_name or None,
        "silent": line.silent,
        "theme": line.theme.name if line.theme else None,
        "label": (point and point.label) or None,
        "summary": (point and point.summary) or None,
        "decision": line.decision_phrase or None,
        "meaning": line.meaning and line.meaning.value,
        "comment": (point and point.comment) or None,
        "marks": [list(mark) for mark in point.marks] if point else [],
        "excerpt": (point and point.excerpt) or None,
        "page": (point and point.page) or None,
        "status": point.status.value if point else None,
        "responsible": (point and point.responsible) or None,
        "echo_of": source and {"party": source.party.name, "label": source.label or None, "row": source.number},
    }
    return row | why
