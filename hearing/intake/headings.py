"""What the words of a heading say about its column. Hints only: the contents decide."""

import re
from functools import lru_cache

from hearing.wording import fold

_HINTS: tuple[tuple[str, tuple[tuple[str, float], ...]], ...] = (
    (
        r"(?:bemærkning|kommentar|svar|synspunkt|indhold|forslag|input)\w* fra (?:hørings)?part"
        r"|(?:part|afsender|borger|interessent)\w*s (?:bemærkning|kommentar|svar|synspunkt|forslag|input)",
        (("summary", 5), ("party", -6)),
    ),
    (r"tekstbid|\bcitat|uddrag|ordlyd|\bordret|original|\bfra høringssvar", (("excerpt", 6),)),
    (r"sammendrag|\bresum|sammenfat|referat|\bhoved(?:indhold|punkt)|essens|synspunkt|budskab", (("summary", 6),)),
    (r"h[åa]ndtering|indstilling|beslutning|afgørelse|\bstillingtagen|imødekomm|konklusion", (("decision", 5),)),
    (r"håndtering af høringssvar", (("decision", 1),)),
    (r"konsekvens|^resultat|\bændring(?:er)?\b|^ændres\b", (("decision", 3), ("comment", 1))),
    (r"henvendelse|gengivelse", (("summary", 4),)),
    (r"^(?:forening|borger|virksomhed|myndighed|institution)(?:\s?/\s?\w+)*$", (("party", 4),)),
    (r"kommentar.*tekstændring|tekstændring", (("comment", 5),)),
    (r"begrundelse|\bsvar til\b|\breaktion|opfølgning|tilbagemelding", (("comment", 5),)),
    (r"vurdering|\bsvar\b|besvarelse|\bnotat", (("comment", 4), ("decision", 1.5))),
    (r"(?:forvaltning|administration|sekretariat|myndighed|kommune|region|udvalg|ministeri|styrelse)\w*s?\b",
     (("comment", 2), ("decision", 1), ("party", 0.5))),
    (r"kommentar", (("comment", 4), ("summary", 1.5))),
    (r"bemærkning", (("summary", 2.5), ("comment", 2.5), ("excerpt", 1), ("label", 0.5))),
    (r"høringspart|afsender|\bpart\b|interessent|\baktør|hvem\b|organisation|indsender|navn\b|høringssvar fra"
     r"|\bfra$|^fra\b|respondent|forfatter|hørt", (("party", 6),)),
    (r"\btema|\bemne|afsnit|kategori|område|overskrift|kapitel|målsætning|vedrør|paragraf|^§", (("theme", 5),)),
    (r"^høringssvar(?:et)?\b", (("excerpt", 3), ("summary", 3), ("party", 1))),
    (r"^(?:nr\.?|nummer|litra|pkt\.?|punkt|bogstav|#|løbenr\.?|id)$", (("label", 4), ("ignore", 2))),
    (r"\bnr\.?\b|nummer|litra|bogstav", (("label", 2), ("ignore", 1))),
    (r"^side\w*$|\bside(?:tal|nr)?\b|\bs\.", (("page", 5),)),
    (r"status|^fase", (("status", 5),)),
    (r"ansvar|\btovholder|sagsbehandler|udføre", (("responsible", 6),)),
    (r"\bintern|\bnote\b|\bnoter\b", (("note", 5),)),
    (r"\bsvar(?:et)? fra (?:forvaltning|administration|sekretariat|myndighed|kommune|region|ministeri|styrelse)"
     r"|(?:forvaltning|administration|sekretariat|myndighed|kommune|region|ministeri|styrelse)\w*s svar",
     (("comment", 2), ("decision", -1), ("party", -6))),
    (r"\bdato\b|modtaget|journal|dok\w*|\bsagsnr", (("ignore", 4),)),
    (r"\bindhold|\binput\b|\bindspil|\bhvad\b", (("summary", 2.5),)),
    (r"ændringsforslag|forslag", (("summary", 2), ("comment", 1))),
    (r"høringssvar", (("summary", 1), ("excerpt", 1.2))),
)  # fmt: skip
_PATTERNS = tuple((re.compile(pattern), fields) for pattern, fields in _HINTS)


@lru_cache(maxsize=1024)
def hints(heading: str) -> dict[str, float]:
    """How strongly the heading speaks for each field; empty for a heading that says nothing."""
    text = fold(heading)
    found: dict[str, float] = {}
    for pattern, fields in _PATTERNS if text and len(text) < 200 else ():
        if pattern.search(text):
            for field, strength in fields:
                found[field] = found.get(field, 0) + strength
    return found


def is_heading(text: str) -> bool:
    """Whether a cell's text could stand at the head of a column: short, and with a word that columns carry."""
    return len(text) <= 160 and max(hints(text).values(), default=0) >= 2.5


def strongest(heading: str) -> str:
    """The field that the heading speaks for most; "" if it says nothing."""
    found = hints(heading)
    return max(found, key=lambda field: found[field]) if found else ""
