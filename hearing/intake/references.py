"""Cells that point at another row instead of saying something: "Samme håndtering som ved PIU, bemærkning u)".

A cell is a reference if it opens like one and holds nothing but the words of referring, a party and a label.
"Se svar til Vestby, pkt. 3", "Jf. håndtering ved FAR" and "Samme som ovenfor" are; a sentence that goes on is not.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from hearing.echoes import labels as cited
from hearing.echoes.names import Names
from hearing.intake import labels, party_names
from hearing.intake.rows import Row
from hearing.wording import fold, one_line

_LONGEST = 200
_ALSO = "Se også "
_DOUBLE = re.compile(r"(?<=[^\W\d_]{2})-(?=[^\W\d_]{2})")
_OPENING = re.compile(
    r"(?:der )?(?:henvises|se\b|jf\b|jvf\b|jævnfør|samme\b|som\b|ligesom|identisk|tilsvarende|svarer til"
    r"|enslydende|gentag|håndteres som|besvares som|ens med|(?:er )?(?:besvaret|håndteret)\b|ditto\b|do\.)"
)
_REFERRING = frozenset(
    re.findall(
        r"[^\W\d_]+",
        "der henvises se jf jvf jævnfør samme som ligesom identisk tilsvarende svarer til enslydende gentagelse "
        "af gentager håndteres besvares ens med er besvaret håndteret ditto do håndtering håndteringen kommentar "
        "kommentaren kommentarer bemærkning bemærkningen bemærkninger svar svaret svarene høringssvar "
        "høringssvaret høringssvarets besvarelse besvarelsen punkt punktet pkt nr nummer "
        "litra række rækken bogstav vurdering vurderingen "
        "indstilling synspunkt ønske forslag ved for under fra i på også venligst herom dette ovenfor ovenstående "
        "foregående forrige første sidste her forvaltningens administrationens regionens kommunens sekretariatets "
        "det den de og samt jfr afsnit til over hvad angår tidligere nævnte anførte citat "
        "tilslutter sig enig støtter bakker op om tekst formulering argument argumentation "
        "begrundelse bemærket anført",
    )
)
_ABOVE = re.compile(r"\boven(?:for|stående)\b|\bforegående\b|\bforrige\b|^(?:ditto|do)\b")
_JOINS = re.compile(r"(?:tilslutter sig|er enig i|støtter|bakker op om)\b")
"""Openings of a reference only where a label follows: one may well join a letter as a whole."""


@dataclass(frozen=True)
class Reference:
    """What a cell points at: a party (as the rows name it), a label ("" if none is given), or the row above.

    ``unknown`` holds the words that are neither referring nor a party of this table.
    """

    party: str = ""
    label: str = ""
    above: bool = False
    several: bool = False
    unknown: str = ""


def folded(text: str) -> str:
    """The text folded, and a double name in one, since a line may end in the middle of it."""
    return _DOUBLE.sub("", fold(text))


def names_of(rows: Iterable[Row]) -> Names:
    """The names that parties go by in a table; their key is the party as the rows name it."""
    return Names(
        (row.party, map(folded, (row.party, party_names.plain(row.party), row.party_short))) for row in rows
    )


def opens_as_one(text: str) -> bool:
    """Whether a cell begins as references do, whatever it goes on to say."""
    text = labels.split(fold(text[:_LONGEST]))[1]
    return bool(_OPENING.match(text) or _JOINS.match(text))


def reference(text: str, names: Names) -> Reference | None:
    """What a cell points at, or None if it says something of its own."""
    said = folded(text)
    if len(said) > _LONGEST:
        return None
    front, said, _ = labels.split(said)
    joins = _JOINS.match(said)
    if not (joins or _OPENING.match(said)):
        return None
    party, rest = names.take(said)
    found, rest = cited.take(rest, named=bool(party))
    left = [word for word in re.findall(r"[^\W\d_]+", rest) if word not in _REFERRING and word != "s"]
    if joins and not (party and found):
        return None
    above = not party and bool(_ABOVE.search(said))
    if len(left) > (0 if party or above else 5):
        return None
    if not (party or above or found) and not _speaks_of_handling(said):
        return None
    label = found[0] if found else fold(front)
    return Reference(party or "", label, above, len(found) > 1, "" if party or above else " ".join(left))


def also(comment: str, names: Names) -> Reference | None:
    """What the last words of a comment say that the row is handled as: "Se også PIU, bemærkning j".

    Only a party and one label, or a party alone: "Se også afsnit 3" and "Se også svar på PIUs kommentar g og h"
    say where more is to be read.
    """
    before, opening, said = one_line(comment).rpartition(_ALSO)
    said = folded(said)
    named = names.match(said, 0) if opening and (not before or before[-1] == " ") else None
    if named is None or named["s"]:
        return None
    found, rest = cited.take(said[named.end() :], named=True)
    left = [word for word in re.findall(r"\w+", rest) if word not in _REFERRING]
    return None if left or len(found) > 1 else Reference(names.key(named), found[0] if found else "")


def _speaks_of_handling(text: str) -> bool:
    return bool(re.match(r"samme (?:håndtering|kommentar|svar|bemærkning|vurdering)", text))


def of(row: Row, read: Callable[[str], Reference | None]) -> tuple[Reference | None, bool]:
    """What a row points at as a whole, and whether its cells agree on it.

    A row does so by its summary or its decision; by its comment only where it has no decision of its own. ``read``
    says what a cell points at.
    """
    cells = (row.decision, row.summary) if row.decision else (row.summary, row.comment)
    found = [pointed for text in cells if text and (pointed := read(text))]
    if not found:
        return None, True
    parties = list(dict.fromkeys(one.party for one in found if one.party))
    given = list(dict.fromkeys(one.label for one in found if one.label))
    pointed = Reference(
        parties[0] if parties else "",
        given[0] if given else "",
        not parties and any(one.above for one in found),
        any(one.several for one in found),
        next((one.unknown for one in found if one.unknown), ""),
    )
    return pointed, len(given) < 2 and len(parties) < 2
