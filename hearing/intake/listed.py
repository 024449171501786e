"""Parties named together because they did not answer, or had no remarks: in a sentence, or in a list below one.

"Der er ikke modtaget svar fra A, B og C.", "A har ikke svaret.", and "Ingen bemærkninger:" with a name on every
line below.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hearing.intake import bands, party_names, silence
from hearing.intake.rows import Remark, Row
from hearing.wording import one_line

PLACE = "listen over parter uden svar"
"""Where a row stands that is made of such a name."""
_LONGEST_NAME = 110
_ALL_OF_THEM = re.compile(
    r"\b(?:følgende|nedenstående|disse|hørte|inviterede|(?:hørings)?part(?:er|erne)?|interessent(?:er|erne)?"
    r"|myndigheder(?:ne)?|organisationer(?:ne)?|kommuner(?:ne)?|foreninger(?:ne)?|som|nedenfor|at)\b,?",
    re.IGNORECASE,
)
_FROM = re.compile(r"(?P<said>.+?(?:\bfra\b\s*:?|:))\s*(?P<names>\S.*)")
_BY_THEM = re.compile(r"(?P<names>\S.*?)\s+(?P<said>(?:har|havde) (?:\w+,? at de )?(?:ikke|ej|ingen) .+)")
_RECEIVED = re.compile(r"\bmodtaget\b|\bfået\b", re.IGNORECASE)
_LAST_TWO = re.compile(r"(?<!-)\s+(?:og|samt)\s+(?=[A-ZÆØÅ0-9])")
_NOBODY = re.compile(
    r"(?:(?:der|vi|de|det|en|alle|ingen|andre|flere|begge|øvrige)|\w*(?:forvaltning|administration|sekretariat|kommun"
    r"|region|part|organisation|forening|myndighed|styrels|ministeri)\w{0,5}|borgerne|rådet|udvalget)",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"^(?:\d+|en|én|et|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|flere|mange|resten) +(?:af )?(?-i:[a-zæøå])"
    r"|\bhøringspart|(?-i:[a-zæøå]{4})\. ",
    re.IGNORECASE,
)
"""How many did not answer is no name."""


@dataclass(frozen=True)
class Listed:
    """A party; ``said`` is the sentence that it answered without remarks, "" if it did not answer."""

    party: str
    said: str = ""

    @property
    def row(self) -> Row:
        """The row of the table that this makes."""
        return Row(self.party, silent=not self.said, summary=self.said, place=PLACE)


def found(texts: Sequence[str], *, in_table: bool = False) -> dict[int, tuple[Listed, ...]]:
    """The texts that only list such parties, by index; the line above a list has none of its own.

    Outside a table, any such sentence may stand above a list, and a party may be the heading of one. In a table a
    sentence alone belongs to the party above it, unless it speaks of several.
    """
    read: dict[int, tuple[Listed, ...]] = {}
    said: str | None = None
    for n, text in enumerate(texts):
        following = texts[n + 1] if n + 1 < len(texts) else ""
        if n in read:
            continue
        parties = named(text)
        if parties:
            read[n], said = parties, None
        elif _is_name(following) and (lead := _said(text)) is not None and (not in_table or _speaks_of_all(text)):
            read[n], said = (), lead
        elif said is not None and _is_name(text):
            read[n] = (Listed(party_names.bare(text), said),)
        elif not in_table and _is_name(text) and (sentence := _said(following)) is not None:
            read[n], read[n + 1] = (Listed(party_names.bare(text), sentence),), ()
        else:
            said = None
    return read


def once(rows: Sequence[Row]) -> tuple[list[Row], list[Remark]]:
    """The rows without listed parties that have a row already; and remarks that name those."""
    known = {_key(row) for row in rows if row.place != PLACE}
    kept, again = [], []
    for row in rows:
        if row.place == PLACE and _key(row) in known:
            again.append(Remark(f"{row.party} har allerede en række og fik ikke en mere fra {PLACE}."))
        else:
            kept.append(row)
            known.add(_key(row))
    return kept, again


def _key(row: Row) -> str:
    return party_names.key(party_names.plain(row.party))


def named(text: str) -> tuple[Listed, ...]:
    """The parties of which a sentence says so; () for any other text."""
    text = one_line(text)
    if alone := bands.silent_party(text):
        return (Listed(party_names.bare(alone[0])),) if _is_name(alone[0]) else ()
    for pattern in (_FROM, _BY_THEM):
        sentence = pattern.fullmatch(text)
        said = _said(sentence["said"]) if sentence else None
        if said is None or (pattern is _BY_THEM and _RECEIVED.search(sentence["said"])):
            continue
        names = _names(sentence["names"])
        if names and all(map(_is_name, names)):
            return tuple(Listed(name, said and text) for name in names)
    return ()


def _said(text: str) -> str | None:
    """What a sentence says of parties that it does not name: "" that they did not answer; None if neither."""
    sentence = one_line(text).rstrip(": ")
    alone = _ALL_OF_THEM.sub(" ", sentence)
    if silence.is_silent(alone):
        return ""
    return sentence if silence.is_without_remarks(alone) else None


def _speaks_of_all(text: str) -> bool:
    return text.rstrip().endswith(":") or bool(_ALL_OF_THEM.search(text))


def _names(text: str) -> tuple[str, ...]:
    """The names of an enumeration; "Slots- og Kulturstyrelsen" and "Ørslev og omegn" are one each."""
    text = text.rstrip(" .")
    parts = [part.strip() for part in re.split(";" if ";" in text else ",", text)]
    if ";" not in text:
        parts[-1:] = _LAST_TWO.split(parts[-1])
    return tuple(party_names.bare(re.sub(r"^(?:og|samt)\s+", "", part)) for part in parts if part)


def _is_name(text: str) -> bool:
    text = party_names.bare(text)
    return (
        0 < len(text) <= _LONGEST_NAME
        and (text[0].isupper() or text[0].isdigit())
        and not text.endswith((":", "?", "."))
        and not _NOBODY.fullmatch(text)
        and not _COUNT.search(text)
        and bool(_ALL_OF_THEM.sub("", text).strip())
        and _said(text) is None
    )
