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

WITHOUT_REMARKS = "Ingen bemærkninger."
"""What stands as the summary of a party that answered, but had nothing to say."""

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


def fingerprint(*texts: str) -> int:
    """What tells whether a cell still says what was printed in it; a tab may come back as a blank."""
    return zlib.crc32("\x1f".join(texts).replace("\t", " ").encode("utf-8", "replace"))


def row_fingerprint(party: str, theme: str, decision: str, comment: str, summary: int, excerpt: int) -> int:
    """The same for a row, of which two cells have their fingerprints already."""
    return fingerprint(party, theme, decision, comment, f"{summary} {excerpt}")
