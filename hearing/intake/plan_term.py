"""How the texts name the document in hearing: "praksisplanen", "sundhedsaftalen", "strategien"."""

import re
from collections import Counter
from collections.abc import Iterable

from hearing.enums import HearingKind
from hearing.wording import fold

_KINDS = (
    r"plan|aftale|strategi|politik|program|lov|bekendtgørelse|vejledning|forslag|udkast|vision|ramme|regulativ"
)
_DEFINITE = rf"[^\W\d_]*(?:{_KINDS})k?m?(?:n|en|et|ne|erne)"
_IN_A_PHRASE = re.compile(rf"\b(?:i|af|for)\s+({_DEFINITE})\b")
_ANYWHERE = re.compile(rf"\b({_DEFINITE})\b")
_IN_E = "aftale|else|(?<!prog)ramme|skitse|linje|analyse|pakke|materiale|område"
_OTHERS = (
    "plan|strategi|politik|program|lov|ning|forslag|udkast|vision|regulativ|ordning|direktiv|koncept|katalog|notat|"
    "oplæg|tillæg|anlæg|grundlag|standard|model|budget|projekt|dokument|vedtægt|reglement|håndbog|tion"
)
_ARTICLE = re.compile(
    rf"(?P<word>[^\W\d_]*(?:{_IN_E}))(?:n|t|(?P<many>r)ne)"
    rf"|(?P<noun>[^\W\d_]*(?:{_OTHERS}))(?:[kmtlg]?(?:en|et)|(?P<more>k?er)ne)",
    re.IGNORECASE,
)
"""A definite noun, and what is left of it without its article."""
_ALREADY = re.compile(r"(den|det|de)\s+(.+)", re.IGNORECASE | re.DOTALL)


_OF_KIND = {
    HearingKind.PLAN: "planen",
    HearingKind.AGREEMENT: "aftalen",
    HearingKind.BILL: "lovforslaget",
}


def of_kind(kind: HearingKind) -> str:
    """What a document that nobody has named is called; the draft, where its kind has more than one word."""
    return _OF_KIND.get(kind, "udkastet")


def found(phrases: Iterable[str], texts: Iterable[str] = ()) -> str:
    """The plan's name in the decision phrases, else the one most used in the texts (at least three times); ""."""
    named = Counter(name for phrase in phrases for name in _IN_A_PHRASE.findall(fold(phrase)))
    if named:
        return named.most_common(1)[0][0]
    used = Counter(name for text in texts for name in _ANYWHERE.findall(fold(text)))
    name, times = used.most_common(1)[0] if used else ("", 0)
    return name if times > 2 else ""


def without_article(term: str) -> str:
    """ "praksisplan" for "praksisplanen", "vejledning om støj" for "vejledningen om støj"; else the term."""
    word, blank, rest = term.partition(" ")
    found = _ARTICLE.fullmatch(word)
    if found is None:
        return term
    return (found["word"] or found["noun"]) + (found["many"] or found["more"] or "") + blank + rest


def the_current(term: str) -> str:
    """ "den aktuelle praksisplan", "det aktuelle program"; of a name without an article the name itself.

    >>> the_current("vejledningen om støj"), the_current("den fælles plan"), the_current("Sundhedsaftale 2027")
    ('den aktuelle vejledning om støj', 'den aktuelle fælles plan', 'Sundhedsaftale 2027')
    """
    if already := _ALREADY.fullmatch(term):
        return f"{already[1]} aktuelle {already[2]}"
    word = term.partition(" ")[0]
    if without_article(term) == term:
        return term
    article = "de" if word.endswith("ne") else "det" if word.endswith("t") else "den"
    return f"{article} aktuelle {without_article(term)}"


def renamed(phrase: str, old: str, new: str) -> str:
    """The phrase with another plan's name in it, with and without article.

    >>> renamed("Ligger uden for rammerne af den aktuelle praksisplan", "praksisplanen", "sundhedsaftalen")
    'Ligger uden for rammerne af den aktuelle sundhedsaftale'
    """
    instead = {
        without_article(old): without_article(new),
        the_current(old): the_current(new),
        old: new,
    }
    longest_first = "|".join(re.escape(name) for name in sorted(instead, key=len, reverse=True))
    return re.sub(rf"(?<!\w)(?:{longest_first})(?!\w)", lambda found: instead[found[0]], phrase)
