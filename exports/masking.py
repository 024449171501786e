"""Private citizens are not named in what is published."""

import re
from collections.abc import Iterable, Iterator, Sequence

from exports import citizen_names
from hearing.enums import PartyKind
from hearing.marks import Marks, replaced
from hearing.records import Party


class Masking:
    """How the parties of some printed rows are called, in their own cell and inside other people's texts.

    Only a party that a person has confirmed as a private citizen is masked. ``names=True`` masks nobody.
    """

    def __init__(self, parties: Iterable[Party], *, names: bool = False):
        parties = list(parties)
        citizens = [] if names else [party for party in parties if party.masked]
        others = {_key(party.name) for party in parties if party.kind is not PartyKind.CITIZEN}
        self._called: dict[str, str] = {}
        spelt: dict[str, str] = {}
        for of in (citizen_names.printed, citizen_names.derived):
            for party in citizens:
                for name in of(party):
                    if _key(name) not in others and _key(name) not in self._called:
                        self._called[_key(name)], spelt[_key(name)] = alias(party), name
        self._masked = {party.id for party in citizens}
        self._pattern = _pattern(spelt.values()) if spelt else None

    def party(self, party: Party) -> str:
        """The name that is printed in the party's cell."""
        return alias(party) if party.id in self._masked else self.text(party.name)

    def short_name(self, party: Party) -> str:
        """The short name that may be printed: a masked party has none."""
        return "" if party.id in self._masked else self.text(party.short_name)

    def text(self, text: str) -> str:
        """The text with every masked name in it replaced."""
        return self._pattern.sub(self._alias_of, text) if self._pattern else text

    def marked(self, text: str, marks: Marks) -> tuple[str, Marks]:
        """The same for a text with marks, which move with their words."""
        masked = [(*match.span(), self._alias_of(match)) for match in self._found(text)]
        return replaced(text, marks, masked)[:2] if masked else (text, marks)

    def mentioned(self, text: str, marks: Marks, named: Sequence[tuple[int, int, Party]]) -> tuple[str, Marks]:
        """A comment with the masked parties that its mentions name, whatever else may be called so."""
        masked = [(start, end, alias(party)) for start, end, party in named if party.id in self._masked]
        return replaced(text, marks, masked)[:2] if masked else (text, marks)

    def _found(self, text: str) -> Iterator[re.Match]:
        return self._pattern.finditer(text) if self._pattern else iter(())

    def _alias_of(self, match: re.Match) -> str:
        return self._called[_key(match[0])]


def alias(party: Party) -> str:
    """What a masked party is called, the same in every document."""
    return f"Borger {party.citizen_number or ''}".strip()


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()


def _pattern(names: Iterable[str]) -> re.Pattern:
    """Any of the names as whole words, the longest first, so that "Bo Lund Holm" goes before "Bo Lund".

    The genitive's s stays behind the alias; another name that goes on after a hyphen is another person.
    """
    found = "|".join(map(_spelt, sorted(names, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?<!\w-)(?:{found})(?=s?(?!\w))(?!-[A-ZÆØÅ])")


def _spelt(name: str) -> str:
    """The name in any case and with a line break inside; one word alone must be spelt exactly."""
    words = [re.escape(word) for word in name.split()]
    return "(?i:" + r"\s+".join(words) + ")" if len(words) > 1 else words[0]
