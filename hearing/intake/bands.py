"""Texts that stand across a table or above it, alone: the theme or the party of the rows below, or no content."""

import re
from collections.abc import Sequence

from hearing.enums import PartyKind
from hearing.intake import headings, labels, party_kinds, silence
from hearing.intake.rows import Cell
from hearing.wording import one_line

_LONGEST = 120
_FOOTER = re.compile(
    r"(?:i alt|total|sum|subtotal|antal\b|kilde\b|udskrevet|sidst opdateret|fortsættes|forts\.?)\b.*|\*.*"
    r"|(?:side\s*)?\d+\s*(?:af|/|\|)\s*\d+|side\s*\d+",
    re.IGNORECASE,
)
_SAID_OF = re.compile(r"(.+?)\s*(?::|\s[–—-]|\()\s*(.+?)\)?")
_PAPER = re.compile(r"(?:ark|sheet|tabel|table|side)\s?\d*", re.IGNORECASE)
_GROUP = re.compile(
    r"(?:kommuner(?:ne)?|regioner(?:ne)?|hospitaler|sygehuse|organisationer|foreninger|borgere|privatpersoner|øvrige"
    r"|styrelser|ministerier|myndigheder|råd og udvalg|virksomheder|faglige organisationer|patientforeninger)\W*",
    re.IGNORECASE,
)


_ROLE = re.compile(
    r"(?:(?P<theme>tema|emne)|(?P<party>(?:hørings)?part|afsender|organisation))(?:\s*(?:nr\.?\s*)?\d{1,2})?\s*[:–-]\s*(?=\S)"
    r"|(?P<from>(?:hørings)?svar(?:et)?|bemærkninger(?:ne)?|kommentarer(?:ne)?)(?: nr\.? ?\d+)?:? fra:?\s+(?=\S)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(\d{1,2})(?:\.\d{1,2})*([.)]?)\s+(?=[^\W\d])")


def text_of(cells: Sequence[Cell]) -> tuple[int, Cell] | None:
    """The only filled cell of a row with its column, or None."""
    filled = [(n, cell) for n, cell in enumerate(cells) if cell.text.strip() and not cell.joined_above]
    return filled[0] if len(filled) == 1 else None


def silent_party(text: str) -> tuple[str, str] | tuple[()]:
    """The party and the sentence in "Vestby Kommune: Ikke svaret", where a row says both in one."""
    found = _SAID_OF.fullmatch(one_line(text))
    return (found[1], found[2]) if found and silence.is_silent(found[2], found[1]) else ()


def is_footer(text: str) -> bool:
    """Whether a row says nothing of a point: a total, a page number, a source."""
    return bool(_FOOTER.fullmatch(one_line(text)))


def is_heading(text: str) -> bool:
    """Whether a text can head the rows below: short, no sentence, no label, no answer."""
    text = one_line(text)
    return (
        0 < len(text) <= _LONGEST
        and not text.endswith((".", ";", ","))
        and not _PAPER.fullmatch(text)
        and not is_footer(text)
        and not labels.split(text)[2]
        and not silence.is_silent(text)
    )


def is_party(text: str) -> bool:
    """Whether a heading names a party by its words ("Vestby Kommune"), and not a group of them."""
    return party_kinds.guess(text) is not PartyKind.OTHER and not _GROUP.fullmatch(one_line(text))


def roles(runs: Sequence[Sequence[str]], *, party: bool, theme: bool) -> tuple[str, str]:
    """What the outer and the inner headings are: "party", "theme" or "" for neither.

    ``runs`` are the headings that follow each other without a row between; ``party`` and ``theme`` say whether the
    table has a column for it. A run of one is an inner heading.
    """
    if party and theme:
        return "", ""
    if party or theme:
        return "", "theme" if party else "party"
    nested = [run for run in runs if len(run) > 1]
    if not nested:
        return "", "party"
    outer = sum(is_party(run[-2]) for run in nested) / len(nested)
    inner = sum(is_party(run[-1]) for run in nested) / len(nested)
    return ("party", "theme") if outer > inner else ("theme", "party")


def said_role(heading: str) -> tuple[str, str]:
    """What a heading itself says it is ("Tema: Støj", "Høringssvar fra Vestby"), and the rest of it."""
    found = _ROLE.match(heading)
    if not found:
        return "", heading
    return ("theme" if found["theme"] else "party"), heading[found.end() :]


def unnumbered(headings: Sequence[str]) -> list[str]:
    """The headings without their numbers, where they are numbered ("1. Støj", "2. Trafik", or "1 Støj" ...).

    Empty texts stand for lines that are no headings.
    """
    found = [_NUMBER.match(heading) for heading in headings if heading]
    if not found or not all(found):
        return list(headings)
    numbers = [int(hit[1]) for hit in found]
    counted = len(numbers) > 1 and numbers == sorted(numbers) and numbers[0] <= 1 < numbers[-1]
    if not counted and not all(hit[2] for hit in found):
        return list(headings)
    return [_NUMBER.sub("", heading, count=1) for heading in headings]


def answer(text: str) -> tuple[str, str]:
    """The field of a text across the table below its point ("Svar: ..."), and the text without that word."""
    front, colon, rest = text.partition(":")
    said = headings.hints(front) if colon and len(front) <= 60 else {}
    fitting = {field: said.get(field, 0.0) for field in ("comment", "decision", "excerpt", "summary")}
    best = max(fitting, key=lambda field: fitting[field])
    return (best, rest.strip()) if fitting[best] > 1 else ("comment", text)
