"""Whose voice a text speaks with: the party's own, the secretariat's about the party, or the authority's answer.

Shares of a column's texts, not verdicts on one: the columns of a table are told from each other by them.
"""

import re
from collections.abc import Sequence

from hearing.wording import fold

_OWN = re.compile(r"\b(?:vi|vores|os|jeg|min|mit|mine|undertegnede)\b")
_ABOUT = re.compile(
    r"\b(?:ønsker|foreslår|bemærker|finder|efterlyser|opfordrer|mener|savner|anbefaler|påpeger|anfører|bakker|støtter"
    r"|ser gerne|peger på|gør opmærksom|udtrykker|spørger|kritiserer|roser|undrer|kvitterer|henstiller|tilslutter"
    r"|noterer sig|er bekymret|vurderer|oplever|lægger vægt|oplyser|anmoder|beder om)\b"
)
_ANSWER = re.compile(
    r"\b(?:tilføj(?:es|et)|tilrett(?:es|et)|ændres|indarbejde[st]|præciseres|indføjes|imødekomme[rst]*|efterretning"
    r"|det bemærkes|der henvises|det fremgår|fremgår af|vurderes|det vurderes|er indeholdt|reguleret af|drøftes"
    r"|inddrages|indgår i|implementering\w*|forvaltningen|administrationen|sekretariatet|ministeriet vurderer"
    r"|afsnit(?:tet)? \d|formulering(?:en)?|er beskrevet|håndteres|anledning til|kan oplyse|er enig|noteres|rettes"
    r"|afholdes|tager høringssvaret|bemærkningen|bemærkningerne|forslaget|ønsket er|allerede|fastholdes)\b"
)


def shares(texts: Sequence[str]) -> tuple[float, float, float]:
    """How many of the texts speak as the party itself, about a party, and as the authority that answers."""
    if not texts:
        return 0.0, 0.0, 0.0
    folded = [fold(text) for text in texts]
    about = (bool(_ABOUT.search(text[:160])) for text in folded)
    return _share(_OWN, folded), sum(about) / len(folded), _share(_ANSWER, folded)


def _share(pattern: re.Pattern[str], texts: Sequence[str]) -> float:
    return sum(bool(pattern.search(text)) for text in texts) / len(texts)
