"""Sentences that say that a party did not answer, and sentences that say it answered without remarks.

They are told by their words, not by their form: a short sentence with a negation and a word for an answer, in
which nothing else is said. "Det er ikke besvaret, hvordan ..." says more, and is a point.
"""

import re

from hearing.wording import fold

_WORDS = re.compile(r"[^\W_]+")
_NOT = {"ikke", "ej", "intet", "ingen", "inga", "uden", "mangler", "manglende", "udeblevet", "aldrig"}
_NEGATION = re.compile(rf"\b(?:{'|'.join(sorted(_NOT))})\b", re.IGNORECASE)
_LONGEST = 160
_ANSWER = {"høringssvar", "høringssvaret", "høringssvarene", "svar", "svaret", "besvarelse", "tilbagemelding"}
_ANSWER |= {"besvaret", "reageret", "henvendelse", "returneret", "respons", "modtaget", "fremsendt", "svarede"}
_REMARKS = {"bemærkninger", "bemærkning", "kommentarer", "kommentar", "anmærkninger", "ændringsforslag"}
_REMARKS |= {"indvendinger", "tilføjelser", "forslag", "bemærke", "tilføje", "kommentere", "indsigelser"}
_SENT = {"fremsendt", "modtaget", "afgivet", "indsendt", "indgivet", "sendt", "kommet", "indkommet", "indløbet"}
_SENT |= {"returneret", "afgav", "sendte"}
_FILLING = frozenset(
    _WORDS.findall(
        "der er har have vi de den det at til fra om på i og af sig for var blev blevet været hørt ved pr med "
        "fristen frist inden udløb høringsfristens høringsfristen høringsperioden dags dato endnu part parten "
        "høringspart høringsparten kommune kommunen region regionen hospital hospitalet organisationen foreningen "
        "rådet udvalget selskabet styrelsen myndigheden borgeren virksomheden afgive afgivelse ønsker ønsket "
        "valgt udkast udkastet planen materialet høringsudkast høringsudkastet høringen høringsmaterialet "
        "høringsbrevet sendt kommet indkommet indløbet afgivet afgav afgiver indsendt indgivet sendte haft "
        "nogen noget øvrige yderligere særlige konkrete generelle umiddelbart takker tak muligheden mulighed "
        "fremsendte fremsendelsen meddelt oplyst oplyser meddeler svaret svarer derudover her andet "
        "læst interesse"
    )
)


def is_silent(text: str, party: str = "") -> bool:
    """Whether a cell says that the party did not answer ("Der er ikke fremsendt høringssvar", "Ikke svaret")."""
    words = _only_about_answering(text, party)
    if not words & _NOT or not words & _ANSWER:
        return False
    return not words & _REMARKS or bool(words & _SENT)


def is_without_remarks(text: str, party: str = "") -> bool:
    """Whether a cell says that the party answered, without remarks ("Ingen bemærkninger")."""
    words = _only_about_answering(text, party)
    return bool(words & _NOT and words & _REMARKS) and not is_silent(text, party)


def _only_about_answering(text: str, party: str) -> set[str]:
    """The words of a sentence that says nothing but this; empty where it says more."""
    if len(text) > _LONGEST or not _NEGATION.search(text):
        return set()
    words = set(_WORDS.findall(fold(text)))
    known = _NOT | _ANSWER | _REMARKS | _SENT | _FILLING | set(_WORDS.findall(fold(party)))
    return words if words <= known else set()
