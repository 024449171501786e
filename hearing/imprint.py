"""What our own printed tables look like: shared by those who print them and those who read them back."""

import re
import zlib
from collections.abc import Iterable

HEADINGS = (
    "Høringspart",
    "Tema",
    "Sammendrag af høringssvaret",
    "Håndtering af høringssvar",
    "Kommentar og/eller forslag til tekstændring i {plan}",
    "Høringssvaret (tekstbid fra høringssvar som er fremstillet kondenseret i 'sammendrag af høringssvaret').",
)
"""The six columns of the published table; ``{plan}`` is what the hearing calls its plan."""

SILENT = "Der er ikke fremsendt høringssvar."
"""What stands in the theme column of a party that did not answer."""

WORKING = ("Bogstav", "Side", "Nr.", "Betydning", "Gentager nr.", "Kort navn")
"""The further columns of a spreadsheet: label, page, row number, meaning, row repeated, the party's short name."""

MEMORY = "urn:hearing:handling-table"
"""The namespace of the part of a Word file that remembers how its rows were meant."""

_PLAN = re.compile(re.escape(HEADINGS[4]).replace(re.escape("{plan}"), "(.+)"))
_COMMAND = ("=", "+", "-", "@", "\t", "\r", "\n")


def headings(plan: str) -> tuple[str, ...]:
    """The headings of the six columns with the plan's name in them."""
    return tuple(heading.format(plan=plan or "planen") for heading in HEADINGS)


def plan_of(found: Iterable[str]) -> str | None:
    """The plan's name in a row that holds the headings of the six columns; None if it does not."""
    found = tuple(found)
    match = _PLAN.fullmatch(found[4]) if len(found) > 4 else None
    return match[1] if match and found[:6] == headings(match[1]) else None


def guarded(text: str) -> str:
    """The text as a spreadsheet can hold it without taking it for a command."""
    return f"'{text}" if text.startswith(("'", *_COMMAND)) else text


def fingerprint(texts: Iterable[str]) -> str:
    """What tells whether cells still say what was printed in them; white space does not count."""
    printed = "\x1f".join("".join(text.split()) for text in texts)
    return f"{zlib.crc32(printed.encode('utf-8', 'replace')):08x}"
