"""The heading row in running text: which columns there are, and in which order.

The headings of all columns follow each other, so a heading begins where a capitalised word of the list stands.
The list holds what Danish authorities write over such columns; what no heading tells is left to the contents.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_AUTHORITY = r"(?:Forvaltning|Administration|Kommune|Region|Sekretariat|Ministeri|Styrelse|Udvalg|Styregruppe)\w*s"
_WORDS = (
    ("number", r"Nr\.?|Løbenr\.?|Nummer|Pkt\.?|Id|#|Lb\.?\s?nr\.?"),
    ("label", r"Litra|Bogstav"),
    (
        "party",
        r"Høringsparte?r?n?|Afsendere?|Part(?:er)?|Organisation(?:er)?|Indsendere?|Interessent(?:er)?|Aktør|Navn|Hvem"
        r"|Høringssvar\s+fra|Bemærkninger\s+fra|Fra|Virksomhed|Myndighed",
    ),
    ("theme", r"Temae?r?|Emner?|Områder?|Kategori(?:er)?|Afsnit|Kapitel|Overskrift"),
    (
        "comment",
        rf"{_AUTHORITY}\s+\w+|Kommentar(?:er)?|Vurdering(?:er)?|Svar|Stillingtagen|Begrundelser?|Besvarelser?|Redegørelse|Uddybning",
    ),
    (
        "decision",
        r"Håndtering|Indstilling(?:er)?|Beslutning(?:er)?|Afgørelse|Konklusion|Handling|Opfølgning|Resultat",
    ),
    (
        "summary",
        r"Sammendrag|Resum[eé]e?|Sammenfatning(?:er)?|Referat|Hovedindhold|Essens|Henvendelse|Hovedpunkt(?:er)?|Indhold|Høringspunkt(?:er)?|Bemærkning(?:er)?|Synspunkt(?:er)?|Forslag",
    ),
    ("excerpt", r"Citat(?:er)?|Uddrag|Tekstuddrag|Ordlyd|Høringssvar(?:et|ets)?|Originaltekst|Tekst"),
    ("page", r"Side(?:tal)?(?!\W*\d)|S\.(?!\s*\d)"),
)
_PATTERN = re.compile("|".join(f"(?P<{kind}>(?<![\\w'’(])(?:{words})(?!\\w))" for kind, words in _WORDS))
_TITLE = re.compile(r"\s*\w+ (?:over|til|om|for|vedr\.?|vedrørende)\b")
"""A title begins with one word and what it is about: "Høringssvar til havneplanen"."""
_HEADING_WORDS = 4
_TEXTS = ("summary", "comment", "excerpt")


@dataclass(frozen=True)
class Heading:
    """A column: what it seems to hold, and the heading as printed."""

    kind: str
    text: str


def headings(text: str) -> tuple[Heading, ...]:
    """The columns told by a heading row; empty if ``text`` is none (fewer than three different columns)."""
    found: list[tuple[int, str]] = []
    for match in _PATTERN.finditer(text):
        kind = match.lastgroup
        taken = taken_kinds(found)
        if kind in taken and kind in _TEXTS:
            kind = next((other for other in _TEXTS if other not in taken), kind)
        if kind not in taken:
            found.append((match.start(), kind))
    if len(found) < 3:
        return ()
    if "summary" not in taken_kinds(found):
        found = [(start, "summary" if kind == "excerpt" else kind) for start, kind in found]
    ends = [start for start, _ in found[1:]] + [len(text)]
    return tuple(Heading(kind, text[start:end].strip()) for (start, kind), end in zip(found, ends, strict=True))


def heading_row(lines: Sequence[str]) -> tuple[Heading, ...]:
    """The headings in these lines: the fewest last lines that name the most columns, so no title does."""
    first = next((number for number, line in enumerate(lines) if len(_PATTERN.findall(line)) > 1), 0)
    below = max((number for number, line in enumerate(lines[:first], 1) if _TITLE.match(line)), default=0)
    found = [headings(" ".join(lines[above:])) for above in range(below, len(lines))]
    return max(reversed(found), key=len, default=())


def scattered_headings(lines: Iterable[str]) -> tuple[Heading, ...]:
    """The headings of a table whose columns follow each other, each alone on a line; empty if fewer than three."""
    found: dict[str, Heading] = {}
    for line in map(str.strip, lines):
        match = _PATTERN.match(line)
        if match and len(line.split()) <= _HEADING_WORDS and not line.endswith((".", ":", ",")):
            found.setdefault(match.lastgroup, Heading(match.lastgroup, line))
    return tuple(found.values()) if len(found) >= 3 else ()


def starts_of_headings(text: str) -> list[int]:
    """Where on a line headings begin that are followed or preceded by a gap, or by another heading."""
    return [
        match.start()
        for match in _PATTERN.finditer(text)
        if not text[: match.start()].strip()
        or text[match.start() - 2 : match.start()].isspace()
        or match.start() < 12
    ]


def taken_kinds(found: list[tuple[int, str]]) -> set[str]:
    """The kinds of the columns found so far."""
    return {kind for _, kind in found}
