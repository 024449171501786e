"""How other people write the name of a private citizen, whose party's name says more than the name."""

import re
from collections.abc import Iterator

from hearing.records import Party

_ROLE = (
    r"(?:(?:en|to|flere|som|privat|private|enkelt)\s+)*(?:borger(?:e|en|ne)?|privat(?:e|person(?:en|er)?)?"
    r"|enkeltperson(?:er)?|lodsejer(?:e|en|ne)?|grundejer(?:e|en|ne)?|nabo(?:en|er|erne)?|beboer(?:e|en|ne)?"
    r"|pårørende|patient(?:en)?|familien|ægteparret|hr|herr|fru|frk|frøken|fr|dr|prof|professor|cand\.\w+\.?"
    r"|læge|overlæge|advokat|ingeniør|lærer)"
)
# Atomic, because a name that repeats such words could else be taken apart in exponentially many ways.
_LEADING = re.compile(rf"(?>{_ROLE}(?!\w)[.:\s]*(?:(?:nr|nummer)\b[.\s]*)?\d*\W*)++", re.IGNORECASE)
_TRAILING = re.compile(rf"(?>\s+{_ROLE}(?!\w)\.?)++$", re.IGNORECASE)
_BEHALF = re.compile(r"\b(?:p\.?\s?v\.?\s?a\b|på vegne\b).*$", re.IGNORECASE | re.DOTALL)
_BETWEEN = re.compile(r"\b(?:v|c/o|att)[/.:]\s*|[()\[\],;:/]|\s[-–—]\s")
_AND = re.compile(r"\s+(?:og|samt|&|\+)\s+")
_WORD = r"[^\W\d_a-zæøåéüö][\w'’.-]*"
_PERSON = re.compile(rf"{_WORD}(?:\s+(?:(?:von|van|der|den|de|du|di|da|la|el|al|af|bin|zu)\s+)*{_WORD})+")
_NO_PERSON = re.compile(
    r"(?:kommune|region\w*|forening\w*|\w*vej|\w*gade|all[eé]|\w*stræde|\w*plads|\w*torv|\w*vænge|by|sogn|havn|aps|a/s)$",
    re.IGNORECASE,
)


def printed(party: Party) -> Iterator[str]:
    """Their names as they stand, except "Borger" and the like, which name nobody."""
    for name in (party.name, party.short_name, *party.other_names):
        if name.strip() and not _LEADING.fullmatch(name.strip()):
            yield name


def derived(party: Party) -> Iterator[str]:
    """What of their names a text may use: no brackets, nothing behind a comma, no title; each of a couple.

    A word alone is never given: too many people are called so.
    """
    for name in (party.name, *party.other_names):
        pieces = (_without_role(piece) for piece in _BETWEEN.split(_BEHALF.sub("", name)))
        people = [_without_role(one) for one in _AND.split(next((piece for piece in pieces if piece), ""))]
        for one in people:
            words = one.split()
            # "Ida og Bo Dam" are Ida Dam and Bo Dam.
            whole = one if len(words) != 1 else f"{one} {people[-1].split()[-1]}" if people[-1] else one
            if _PERSON.fullmatch(whole) and not _NO_PERSON.search(whole):
                yield whole
                if len(words) > 2:
                    yield f"{words[0]} {words[-1]}"


def _without_role(text: str) -> str:
    return _TRAILING.sub(
        "", _LEADING.sub("", text.strip(), count=1) if _LEADING.match(text.strip()) else text
    ).strip()
