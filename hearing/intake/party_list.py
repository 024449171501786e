"""A list of parties, pasted or in a file (.txt .csv .docx .xlsx) -> its names, with what was not read."""

import re
from collections.abc import Sequence

from hearing.intake import delimited, docx, party_columns, party_names, xlsx
from hearing.intake.archive import Archive
from hearing.intake.formats import Kind, decode, recognise
from hearing.intake.party_names import Listed, PartyList
from hearing.intake.rows import Grid, Refused
from hearing.wording import count, fold, one_line

_LONGEST_NAME = 160
_NUMBER = re.compile(r"^\d{1,3}[.)]\s+(?=\S)")
_TITLE = re.compile(r"(?:liste over |oversigt over )?(?:hørings|interessent|deltager)\w*")


def read(data: bytes, name: str) -> PartyList:
    """The list in a file. Raises Refused with one Danish sentence where it holds none that can be read."""
    kind, archive = _recognised(data, name)
    if kind is Kind.XLSX:
        return _grids(xlsx.read(archive))
    if kind is Kind.DOCX:
        return _word(archive)
    text = decode(data)
    if name.casefold().endswith((".csv", ".tsv")):
        try:
            return _grids((delimited.read(text),))
        except Refused:  # Names alone have no columns.
            headed = party_columns.has_names([text.partition("\n")[0]])
            return PartyList(party_names.read_list(text.partition("\n")[2] if headed else text))
    return of_text(text)


def of_text(text: str) -> PartyList:
    """The list in a text: one name a line, or a table pasted from a spreadsheet."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    headed = ";" in first and party_columns.has_names(first.split(";"))
    return (
        _grids((delimited.read(text),))
        if "\t" in first.strip() or headed
        else PartyList(party_names.read_list(text))
    )


def text(data: bytes, name: str) -> str:
    """The text of a list that is kept as text; Refused where the file is anything else."""
    if data.strip() and _recognised(data, name)[0] is not Kind.TEXT:
        raise Refused(
            f"{name} er ikke tekst. Listen over høringsparter skal være en tekstfil med ét navn på hver linje."
        )
    return decode(data)


def _recognised(data: bytes, name: str) -> tuple[Kind, Archive | None]:
    if not data.strip():
        raise Refused(f"Filen {name} er tom.")
    refusal = Refused(f"{name} er ikke en liste, som programmet kan læse. Brug .txt, .csv, .docx eller .xlsx.")
    try:
        kind, archive = recognise(data, name)
    except Refused as error:
        raise refusal from error
    if kind in (Kind.PDF, Kind.JSON):
        raise refusal
    return kind, archive


def _grids(grids: Sequence[Grid]) -> PartyList:
    """The tables that say which column holds the names; where none does, all of them."""
    headed = [grid for grid in grids if party_columns.header(grid) is not None]
    listed: list[Listed] = []
    unread: dict[str, None] = {}
    for grid in headed or grids:
        found, others = party_columns.read(grid)
        listed += found
        unread |= dict.fromkeys(others)
    return PartyList(party_names.joined(listed), _not_read([*unread]))


def _not_read(columns: Sequence[str]) -> tuple[str, ...]:
    if len(columns) > 1:
        return (f"Kolonnerne {', '.join(columns[:-1])} og {columns[-1]} er ikke læst med.",)
    return (f"Kolonnen {columns[0]} er ikke læst med.",) if columns else ()


def _word(archive: Archive) -> PartyList:
    grids, paragraphs = docx.contents(archive)
    if any(party_columns.header(grid) is not None for grid in grids) or not paragraphs:
        return _grids(grids)
    rows = sum(len(grid.rows) for grid in grids)
    return _grids(grids) if rows > len(paragraphs) else _paragraphs(paragraphs)


def _paragraphs(paragraphs: Sequence[str]) -> PartyList:
    lines, sentences = [], 0
    for line in (one_line(_NUMBER.sub("", line)) for text in paragraphs for line in text.splitlines()):
        if line.endswith(":") or party_columns.GROUP.fullmatch(fold(line)):
            lines.append(f"{line.rstrip(':')}:")
        elif len(line) > _LONGEST_NAME or (line.endswith((".", "?", "!")) and len(line.split()) > 6):
            sentences += 1
        elif not _TITLE.fullmatch(fold(line)):
            lines.append(line)
    said = f"{count(sentences, 'afsnit', 'afsnit')} med løbende tekst er ikke læst med."
    return PartyList(party_names.read_list("\n".join(lines)), (said,) if sentences else ())
