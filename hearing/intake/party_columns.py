"""Which columns of a list of parties hold names, short names and kinds; and the parties in its rows."""

import re
from collections.abc import Sequence

from hearing.enums import PartyKind
from hearing.intake import party_kinds, party_names
from hearing.intake.party_names import Listed
from hearing.intake.rows import Grid
from hearing.wording import fold, one_line

_LOOKED_AT = 15
"""How many rows may stand above the headings."""
_NAMES = (
    re.compile(r"(?:navn på )?(?:hørings?)?part(?:er|en|ens navn)?|hørings?parts?navn|hørte parter|part\s?navn"),
    re.compile(
        r"(?:navn på )?(?:organisation(?:en|er)?|myndighed(?:en|er)?|interessent(?:en|er)?|institution(?:en|er)?"
        r"|virksomhed(?:en|er)?|forening(?:en|er)?|aktør(?:en|er)?|afsender(?:en|e)?|modtager(?:en|e)?|adressat(?:er)?"
        r"|indsender(?:en|e)?|høringssvar fra|hvem|fra)(?:s?\s?/\s?\w+)*(?:s?navn)?"
    ),
    re.compile(r"(?:fulde? )?navn(?:et|e)?(?: på [\w/ ]+)?(?:\s?/\s?\w+)*"),
)
"""Headings of the names, those that say most first: beside "Organisation", "Navn" may be whom to write to."""
_KINDS = re.compile(r"(?:\w*type|art|kategori|gruppe|slags)(?:n|en)?(?: af \w+)?")
_SHORT = re.compile(r"kort(?:\s?navn)?|forkortelse|forkortet(?: navn)?|akronym")
GROUP = re.compile(
    r"(?:(?:private?|offentlige|statslige|faglige|øvrige|andre|frivillige|lokale|praktiserende)\s+)?"
    r"(?:\w*kommuner|regioner|hospitaler|sygehuse|myndigheder|ministerier|styrelser|\w*organisationer|foreninger"
    r"|patientforeninger|borgere|personer|privatpersoner|enkeltpersoner|virksomheder|råd|udvalg|interessenter)"
    r"(?:\s+og\s+\w+)?"
)
"""What stands above the names of a list, with a colon or without, and is nobody's name."""
_LABELS = {fold(kind.label): kind for kind in PartyKind}


def has_names(cells: Sequence[str]) -> bool:
    """Whether one of the cells is the heading of a column of names; alone, "Myndigheder" is that of a group."""
    alone = sum(map(bool, cells)) == 1
    return any(not alone or not GROUP.fullmatch(fold(cells[n])) for n in _named(cells))


def header(grid: Grid) -> int | None:
    """The row that says which column holds the names; None where none does."""
    rows = enumerate(_texts(grid)[:_LOOKED_AT])
    return next((n for n, row in rows if has_names(row)), None)


def read(grid: Grid) -> tuple[list[Listed], list[str]]:
    """The parties in the rows, and the columns that were not read: their headings quoted, or their numbers.

    Without a heading for the names the first column with words counts; a row with nothing but a kind and a colon
    is a heading for those below.
    """
    rows, at = _texts(grid), header(grid)
    if at is None:
        rows = rows[grid.header_rows :]
        names, short, kinds = _without_header(rows)
        width = max(map(len, rows), default=0)
        filled = [n for n in range(width) if any(_cell(row, n) for row in rows)]
        others = [str(n + 1) for n in filled if n not in (*names, short)]
    else:
        headings = rows[at]
        names = _named(headings)
        short = _first(headings, _SHORT)
        kinds = _first(headings, _KINDS)
        others = [f"»{text}«" for n, text in enumerate(headings) if text and n not in (*names, short, kinds)]
        rows = rows[at + 1 :]
    return _parties(rows, names, short, kinds), others


def _parties(rows: Sequence[Sequence[str]], names: Sequence[int], short: int, kinds: int) -> list[Listed]:
    found, above = [], None
    for row in rows:
        name = party_names.bare(next((row[n] for n in names if n < len(row) and row[n]), ""))
        if name.endswith(":") or (GROUP.fullmatch(fold(name)) and sum(map(bool, row)) == 1):
            above = party_kinds.of_heading(name.rstrip(":"))
        elif name:
            own = party_names.short_name(name)
            given = "" if own else _cell(row, short)
            shown = f"{name} ({given})" if given and party_names.short_name(f"{name} ({given})") else name
            found.append(Listed(shown, own or given, _kind(_cell(row, kinds)) or above))
    return found


def _without_header(rows: Sequence[Sequence[str]]) -> tuple[tuple[int, ...], int, int]:
    """The first column with words, and the one behind it if it holds short names."""
    width = max(map(len, rows), default=0)
    first = next((n for n in range(width) if _are(rows, n, lambda text: any(map(str.isalpha, text)))), 0)
    short = _are(rows, first + 1, lambda text: " " not in text and party_names.short_name(f"({text})") == text)
    return (first,), first + 1 if short else -1, -1


def _are(rows: Sequence[Sequence[str]], n: int, such: object) -> bool:
    filled = [text for row in rows if (text := _cell(row, n))]
    return bool(filled) and sum(map(such, filled)) * 2 > len(filled)


def _kind(text: str) -> PartyKind | None:
    return _LABELS.get(fold(text)) or (party_kinds.of_heading(text) if text else None)


def _named(headings: Sequence[str]) -> tuple[int, ...]:
    """The columns of names, those that say most first."""
    folded = [fold(text).strip(" :*") for text in headings]
    return tuple(n for pattern in _NAMES for n, text in enumerate(folded) if pattern.fullmatch(text))


def _first(headings: Sequence[str], pattern: re.Pattern[str]) -> int:
    return next((n for n, text in enumerate(headings) if pattern.fullmatch(fold(text).strip(" :*"))), -1)


def _cell(row: Sequence[str], n: int) -> str:
    return row[n] if 0 <= n < len(row) else ""


def _texts(grid: Grid) -> list[list[str]]:
    return [[one_line(cell.text) for cell in row] for row in grid.rows]
