"""The list of the consulted parties before many handling tables, with a tick for who answered and how."""

import re
from collections.abc import Sequence

from hearing.intake import headings, party_names, silence
from hearing.intake.columns import Table
from hearing.intake.listed import Listed
from hearing.wording import fold, one_line

_NO = re.compile(r"|nej|ikke|ingen|intet|[-–—/.0☐]+")
_TICK = re.compile(
    r"nej|ikke|ingen|intet|ja|x+|v|ok|[-–—/.0-9☐☒☑✓✔✗]+|\d{1,2}[./-] ?(?:\d{1,2}|[a-zæøå]+)[./ -]*\d{0,4}"
)
_ABOUT_ANSWERS = re.compile(r"svar|bemærkning|modtaget|afgivet|kommentar")
_TICKED = 0.9
_LONGEST = 40
"""With longer texts beside the names, a table is more than a list."""


def read(table: Table) -> tuple[Listed, ...] | None:
    """The parties that did not answer or had no remarks; None if the table is no such list."""
    column = next((n for n, text in enumerate(table.headings) if headings.strongest(text) == "party"), None)
    if column is None or len(table.headings) < 2:
        return None
    kinds = {n: _kind(text) for n, text in enumerate(table.headings) if n != column and _kind(text)}
    beside = (cell.text for row in table.rows for n, cell in enumerate(row) if n != column)
    if max(map(len, beside), default=0) > _LONGEST:
        return None
    cells = [fold(row[n].text) for row in table.rows for n in kinds if n < len(row)]
    ticks = [text for text in cells if text]
    if not kinds or not ticks or sum(bool(_TICK.fullmatch(text)) for text in ticks) < _TICKED * len(ticks):
        return None
    found = []
    for row in table.rows:
        name = party_names.bare(row[column].text) if column < len(row) else ""
        ticked = {kinds[n] for n in kinds if n < len(row) and not _NO.fullmatch(fold(row[n].text))}
        if name and (ticked <= {"silent"} or "unremarked" in ticked):
            found.append(Listed(name, _heading(table, kinds) if "unremarked" in ticked else ""))
    return tuple(found)


def _kind(heading: str) -> str:
    """What a tick below a heading says of a party: "silent", "unremarked", "answered"; "" for no such heading."""
    if silence.is_silent(heading):
        return "silent"
    if silence.is_without_remarks(heading):
        return "unremarked"
    return "answered" if _ABOUT_ANSWERS.search(fold(heading)) else ""


def _heading(table: Table, kinds: dict[int, str]) -> str:
    return one_line(table.headings[next(n for n, kind in kinds.items() if kind == "unremarked")])


def said_of(parties: Sequence[Listed]) -> str:
    """What is reported of such a list."""
    silent = sum(not party.said for party in parties)
    return f"Listen over de hørte parter er læst: {silent} uden svar, {len(parties) - silent} uden bemærkninger."
