"""The filters of a table page as a person sees them: every choice by name, with its count."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hearing.enums import Echoing, Meaning, Status
from hearing.store.connection import danish_key
from hearing.store.selection import NO_REMARKS, Facet, Picked
from hearing.store.table import Vocabulary
from hearing.web.query import Query

TITLES = {
    Facet.THEME: "Tema",
    Facet.PARTY: "Høringspart",
    Facet.DECISION: "Håndtering",
    Facet.STATUS: "Status",
    Facet.RESPONSIBLE: "Ansvarlig",
    Facet.UNSURE: "Læsning",
    Facet.ECHO: "Gentagelser",
}


@dataclass(frozen=True)
class Choice:
    """One choice: its value in the address, its name, how many rows it has, and whether it is made."""

    value: object
    name: str
    count: int
    chosen: bool
    meaning: Meaning | None = None


@dataclass(frozen=True)
class Filtering:
    """One facet: the name of its parameter, its title, and its choices."""

    name: str
    title: str
    choices: tuple[Choice, ...]

    @property
    def chosen(self) -> int:
        """How many choices are made."""
        return sum(choice.chosen for choice in self.choices)


@dataclass(frozen=True)
class Chip:
    """Something that is picked, and the query without it."""

    text: str
    without: Query


def filterings(query: Query, picked: Picked, known: Vocabulary) -> list[Filtering]:
    """The facets with the choices that any row has, and those that are made."""
    found = []
    for facet, title in TITLES.items():
        chosen, counts = query.selection.chosen.get(facet, frozenset()), picked.counts[facet]
        choices = tuple(
            Choice(_value(key), name, counts[key], key in chosen, _meaning(facet, key, known))
            for key, name in names(facet, known, {*counts, *chosen})
            if counts[key] or key in chosen
        )
        if facet is Facet.UNSURE:
            choices = tuple(choice for choice in choices if choice.value or choice.chosen)
        if facet is Facet.ECHO and not any(choice.value or choice.chosen for choice in choices):
            choices = ()
        found.append(Filtering(facet.name.lower(), title, choices))
    return found


def chips(query: Query, known: Vocabulary) -> list[Chip]:
    """What is picked, in words."""
    found = [
        Chip(f"{TITLES[facet]}: {name}", query.without(facet, key))
        for facet in TITLES
        for key, name in names(facet, known, query.selection.chosen.get(facet, ()))
        if key in query.selection.chosen.get(facet, ())
    ]
    if query.meaning:
        found.insert(0, Chip(f"Betydning: {query.meaning.label}", query.without_meaning()))
    if query.selection.words:
        found.insert(0, Chip(f"Søgning: {query.selection.words}", query.without_words()))
    return found


def in_words(query: Query, known: Vocabulary) -> str:
    """The filter as a document's title block says it."""
    return "; ".join(chip.text for chip in chips(query, known))


def shortly(query: Query, known: Vocabulary) -> str:
    """The filter in as few words as tell one file from another: the names alone."""
    said = [chip.text.partition(": ")[2] for chip in chips(query, known)]
    return ", ".join(said) or ("" if query.silent else "uden tavse parter")


def names(facet: Facet, known: Vocabulary, used: Iterable) -> Iterator[tuple[object, str]]:
    """The facet's keys and their names, in the order in which a person looks for them."""
    if facet is Facet.PARTY:
        parties = sorted(known.parties.values(), key=lambda party: danish_key(party.name))
        yield from ((party.id, party.name) for party in parties)
    if facet is Facet.THEME:
        yield from ((theme.id, theme.name) for theme in known.themes.values())
        yield None, "Uden tema"
    if facet is Facet.DECISION:
        yield from ((decision.id, decision.phrase) for decision in known.decisions.values())
        yield NO_REMARKS, "Ingen bemærkninger"
        yield None, "Uden håndtering"
    if facet is Facet.STATUS:
        yield from ((status.value, status.label) for status in Status)
    if facet is Facet.RESPONSIBLE:
        yield from ((text, text) for text in sorted(filter(None, used), key=danish_key))
        yield "", "Uden ansvarlig"
    if facet is Facet.UNSURE:
        yield from ((1, "Usikker"), (0, "Sikker"))
    if facet is Facet.ECHO:
        yield from ((echo.value, echo.label) for echo in Echoing)
        yield None, "Ingen gentagelser"


def _value(key: object) -> object:
    return 0 if key in (None, "") else key


def _meaning(facet: Facet, key: object, known: Vocabulary) -> Meaning | None:
    return known.decisions[key].meaning if facet is Facet.DECISION and key in known.decisions else None
