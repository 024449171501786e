"""What a decision phrase means, whatever its wording, and the phrases that every hearing begins with."""

import re
from functools import lru_cache

from hearing.enums import Meaning
from hearing.intake import plan_term as terms
from hearing.wording import fold

LONGEST = 130
"""A longer text in a decision cell is a comment, not a phrase."""

_OUTSIDE = re.compile(
    r"\buden\s?for\b|\bud over\b.*\bramme|\bikke omfattet\b|\bvedrører ikke\b|\bikke relevant for\b"
    r"|\bfalder uden\b|\bhører ikke (?:under|til|hjemme)\b|\bikke en del af\b"
)
_PARTLY = re.compile(r"\bdelvis|\btil dels\b|\bdels\b|\bi nogen grad\b|\bi et vist omfang\b|\bpartiel")
_REFUSED = re.compile(
    r"\bikke\b.{0,25}\b(?:anledning|ændring)|\bingen\b.{0,25}\bændring|\bingen anledning"
    r"|\bimødekom\w*\s+(?:\w+\s+)?(?:ikke|ej)\b"
    r"|\b(?:ikke|ej)\b.{0,20}\b(?:imødekom|efterkom|følge|ændre|indarbejde|medtage|accepter|tilføje|tages|godkend)"
    r"|\bforkast|\bafvis|\bafslå|\bfastholdes\b|\buændret\b|\bfølges ikke\b|\bmedtages ikke\b|\bændres ikke\b"
    r"|\b(?:efterkommes|tilføjes|indarbejdes|tages|støttes|anbefales|tiltrædes) (?:ikke|ej)\b"
    r"|\b(?:godkendes|gennemføres) (?:ikke|ej)\b|^nej\W*$"
)
_LATER = re.compile(
    r"\bimplementering|\bimplementere|\b(?:videre|fortsatte|kommende|efterfølgende|løbende|senere)\b.{0,25}"
    r"\b(?:arbejde|proces|forløb|drøftelse|udmøntning|planlægning|udvikling|opfølgning|dialog|behandling)"
    r"|\budmønt|\brealisering|\bhandl(?:e|ings)plan|\bhandleplan|\bdrøftes (?:videre|med)\b|\barbejdes videre\b"
)
_NOTED = re.compile(
    r"\btil efterretning|\btil orientering|\bnoter|\btil notat|\ballerede\b|\ber (?:allerede )?indeholdt\b"
    r"|\bad notam\b|^ingen\W*$|\bingen (?:bemærkning|kommentar|handling)|\bkræver ikke\b"
)
_CHANGED = re.compile(
    r"\banledning til\b|\bændr(?:ing|es|et)|\btilføj|\bimødekom|\bpræciser|\bindarbejde|\brettes\b|\brettet\b"
    r"|\bjuster|\btilret|\bomformuler|\btil følge\b|\befterkomme[st]\b|\bindskrives\b|\bsuppler|\budgår\b"
    r"|\bslettes\b|\baccepter|\bkorriger|\bindføj|\brettelse|\bkonsekvensret"
    r"|\b(?:anbefales|tiltrædes|godkend(?:t|es)|gennemføres|støttes)\b|^ja\W*$|\bfølges\b(?! op)"
    r"|\b(?:indgår|medtages) i planen\b"
)
_INVOLVED = re.compile(
    r"\binddrages\b|\bindgår\b|\bmedtages\b|\btages (?:\w+ )?med\b|\bvidereføres\b|\bfølges op\b"
    r"|\bmedtænkes\b|\boverg(?:ives|år)\b|\boverføres\b|\bvideregives\b"
)
_OF_THE_PLAN = re.compile(r"(\b(?:ændring|rettelse|tilføjelse|præcisering)\w*) (?:i|af|til) \w+")
"""The plan may be called "handlingsplanen": what is changed in it is not left to later work."""


def meaning_of(phrase: str) -> Meaning | None:
    """The fixed meaning of a phrase; None where a person must say what it means."""
    return _meaning(fold(phrase)) if 0 < len(phrase) <= 2 * LONGEST else None


@lru_cache(maxsize=1024)
def _meaning(text: str) -> Meaning | None:
    text = _OF_THE_PLAN.sub(r"\1", text)
    if not text or len(text) > LONGEST:
        return None
    if _OUTSIDE.search(text):
        return Meaning.OUT_OF_SCOPE
    if _PARTLY.search(text):
        return Meaning.PARTLY_MET
    if _REFUSED.search(text):
        return Meaning.IMPLEMENT if _LATER.search(text) and _INVOLVED.search(text) else Meaning.NO_CHANGE
    if _LATER.search(text):
        return Meaning.IMPLEMENT
    if _NOTED.search(text):
        return Meaning.NO_CHANGE
    if _CHANGED.search(text):
        return Meaning.CHANGE
    return Meaning.IMPLEMENT if _INVOLVED.search(text) else None


def usual(plan_term: str) -> tuple[tuple[str, Meaning], ...]:
    """The five phrases that a hearing begins with, the plan's name filled in ("planen" if it has none)."""
    term = plan_term or "planen"
    return (
        ("Inddrages i implementeringsarbejdet", Meaning.IMPLEMENT),
        (f"Giver ikke anledning til ændringer i {term}", Meaning.NO_CHANGE),
        (f"Giver anledning til følgende ændring/tilføjelse i {term}", Meaning.CHANGE),
        (f"Imødekommes (delvist) i {term}", Meaning.PARTLY_MET),
        (f"Ligger uden for rammerne af {terms.the_current(term)}", Meaning.OUT_OF_SCOPE),
    )
