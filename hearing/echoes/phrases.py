"""The phrases that point from an echo to its source: the usual ones, what a person may write, how they are filled.

A phrase names the source by ``{part}``, its party, and ``{bogstav}``, its letter. A source without a letter is
named by its party alone: ", bemærkning {bogstav}" is left out, and whatever else leads up to the letter.
"""

import re

from hearing.wording import letter

SUMMARY = "Samme kommentar som {part}, bemærkning {bogstav}"
"""What stands as the summary of an echo that is printed as a reference, unless the hearing says otherwise."""

DECISION = "Samme håndtering som ved {part}, bemærkning {bogstav}"
"""What stands as its decision."""

COMMENT = "Se også {part}, bemærkning {bogstav}"
"""What stands behind the comment of an echo that is printed in full."""

PARTY, LETTER = "{part}", "{bogstav}"
_BRACES = re.compile(r"\{[^{}]*\}|[{}]")
_BETWEEN = re.compile(r"\{bogstav\}\)?\s+(?=(?:fra|hos|af|ved|i)\b)", re.IGNORECASE)
"""Where the party stands behind its letter, the word before the letter stays: "bemærkningen fra PIU"."""
_LEADING = re.compile(
    r"[\s,;:(–-]*(?:\b(?:bemærkning(?:en)?|kommentar(?:en)?|punkt(?:et)?|pkt|litra|bogstav|nr)\b\.?\s*)*\{bogstav\}\)?",
    re.IGNORECASE,
)


def filled(phrase: str, party: str, label: str) -> str:
    """The phrase about a point of this party with this letter; "Bemærkning h" is the letter h.

    >>> filled(COMMENT, "PIU", "g"), filled(COMMENT, "PIU", "")
    ('Se også PIU, bemærkning g', 'Se også PIU')
    """
    label = letter(label)
    values = {PARTY: party, LETTER: label}
    phrase = phrase if label else _LEADING.sub("", _BETWEEN.sub("", phrase))
    return _BRACES.sub(lambda found: values.get(found[0], found[0]), phrase).strip()


def placed(phrase: str, party: str, label: str) -> tuple[str, int]:
    """The same, and where in it the party's name begins; a phrase names it once (``check``).

    >>> placed("Som {part}", "PIU", "g")
    ('Som PIU', 4)
    """
    before = filled(phrase, "\0", label)
    return before.replace("\0", party), before.index("\0")


def names_no_letter(phrase: str) -> bool:
    """Whether a phrase that a person wrote names a party, and not which of its points."""
    return PARTY in phrase and LETTER not in phrase


def check(phrase: str) -> str:
    """What is wrong with a phrase that a person wrote, as one Danish sentence; "" if nothing is."""
    braces = _BRACES.findall(phrase)
    unknown = next((found for found in braces if found not in (PARTY, LETTER)), None)
    if unknown in ("{", "}"):
        return f"Der står en enlig {unknown} i formuleringen; skriv kun {PARTY} og {LETTER} i krøllede parenteser."
    if unknown:
        return f"Programmet kender ikke {unknown}; skriv {PARTY} for høringsparten og {LETTER} for bogstavet."
    if PARTY not in braces:
        return f"Formuleringen skal indeholde {PARTY}, så den siger, hvem der gentages."
    doubled = next((known for known in (PARTY, LETTER) if braces.count(known) > 1), None)
    return f"{doubled} må kun stå én gang i formuleringen." if doubled else ""
