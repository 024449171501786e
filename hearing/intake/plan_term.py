"""How the texts name the document in hearing: "praksisplanen", "sundhedsaftalen", "strategien"."""

import re
from collections import Counter
from collections.abc import Iterable

from hearing.wording import fold

_KINDS = (
    r"plan|aftale|strategi|politik|program|lov|bekendtgørelse|vejledning|forslag|udkast|vision|ramme|regulativ"
)
_DEFINITE = rf"[^\W\d_]*(?:{_KINDS})k?m?(?:n|en|et|ne|erne)"
_IN_A_PHRASE = re.compile(rf"\b(?:i|af|for)\s+({_DEFINITE})\b")
_ANYWHERE = re.compile(rf"\b({_DEFINITE})\b")
_ENDS_IN_E = re.compile(r"(?:aftale|bekendtgørelse|ramme|skitse|linje)n$")


def found(phrases: Iterable[str], texts: Iterable[str] = ()) -> str:
    """The plan's name in the decision phrases, else the one most used in the texts (at least three times); ""."""
    named = Counter(name for phrase in phrases for name in _IN_A_PHRASE.findall(fold(phrase)))
    if named:
        return named.most_common(1)[0][0]
    used = Counter(name for text in texts for name in _ANYWHERE.findall(fold(text)))
    name, times = used.most_common(1)[0] if used else ("", 0)
    return name if times > 2 else ""


def without_article(term: str) -> str:
    """ "praksisplan" for "praksisplanen", "program" for "programmet", "aftale" for "aftalen"."""
    if _ENDS_IN_E.search(term):
        return term[:-1]
    stem = re.sub(r"(?:en|et)$", "", term)
    return re.sub(r"([kmtpl])\1$", r"\1", stem) if stem != term else term


def the_current(term: str) -> str:
    """ "den aktuelle praksisplan", "det aktuelle program"."""
    return f"{'det' if term.endswith('et') else 'den'} aktuelle {without_article(term)}"


def renamed(phrase: str, old: str, new: str) -> str:
    """The phrase with another plan's name in it, with and without article.

    >>> renamed("Ligger uden for rammerne af den aktuelle praksisplan", "praksisplanen", "sundhedsaftalen")
    'Ligger uden for rammerne af den aktuelle sundhedsaftale'
    """
    for before, after in (
        (the_current(old), the_current(new)),
        (old, new),
        (without_article(old), without_article(new)),
    ):
        phrase = re.sub(rf"(?<!\w){re.escape(before)}(?!\w)", lambda _, after=after: after, phrase)
    return phrase
