"""A text as a row of numbers: one for each word, and nought for what weighs nothing.

Normalised once, on a copy of its own: NFC, small letters, words that a printed line's end or a stray blank divided
joined again, page references and quotations off, the parties' names and what the plan itself says put to nought.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import add
from unicodedata import normalize
from zlib import crc32

from hearing.echoes.common_words import COMMON, FORMULAS
from hearing.echoes.quotations import without_quotations

FIRST = 1 << 10
"""Numbers below this are common words, which carry no weight of their own."""

GAP = 0
"""The number of a word that weighs nothing: a party's name, a passage of the plan."""

SPAN = 3
"""Words in a passage's smallest piece."""

LONGEST = 1 << 14
"""Words of a text that are read: more than any letter has."""

_LETTERS = (1 << 30) - 1
_REMEMBERED = 1 << 17
_QUOTED = 4
_TAIL = 40
_DIVIDED_FROM = 6
_INVISIBLE = re.compile("[\u00ad\u0002\u200b\ufeff]")
_DIVIDED = re.compile(r"(?<=[^\W\d_])-\s{0,2}(?!(?:og|eller|samt|til|og/eller)\b)(?=[^\W\d_])")
_PAGE = re.compile(r"[-–] ?side \d{1,4}(?: ?[-–] ?\d{1,4})?(?!\w)")
_LAST_PAGE = re.compile(r"\b(?:side|s\.) ?\d{1,4}(?: ?(?:-|–|og) ?\d{1,4})?[\s.)]*$")
_WORD = re.compile(r"\w\w+")
_OF_A_PLACE = re.compile(r"^(?:region(?:en)? (?P<region>\w{4,})|(?P<place>\w{4,}) (?:regions)?kommune)$")


class Words:
    """Reads texts. It learns the words it meets, so that a word that is divided once is known from elsewhere."""

    def __init__(self, names: Iterable[str] = (), known: Iterable[str] = ()):
        self._numbers = {word: number for number, word in enumerate(COMMON, 1)}
        self._names: dict[int, list[tuple[int, ...]]] = {}
        for name in names:
            self._mask(name)
        self._plan: set[int] = set()
        for text in (*FORMULAS, *known):
            self._plan.update(spans(self.read(text)))
        self._plan.discard(GAP)

    def read(self, text: str) -> list[int]:
        """The numbers of a text's words in order, GAP for each that weighs nothing."""
        return self.read_plain(plain(text))

    def read_plain(self, told: str) -> list[int]:
        """The same of a text that is plain already."""
        numbers = self._numbered(_WORD.findall(told)[:LONGEST])
        if self._names:
            self._without_names(numbers)
        if self._plan:
            self._without_plan(numbers)
        return numbers

    def _numbered(self, words: list[str]) -> list[int]:
        known = self._numbers
        divided = [at for at, joined in enumerate(map(add, words, words[1:])) if joined in known]
        if divided:
            self._rejoin(words, divided)
        return [known.get(word) or self._number(word) for word in words]

    def _number(self, word: str) -> int:
        number = crc32(word.encode("utf-8", "surrogatepass")) & _LETTERS
        number = number if number >= FIRST else number + FIRST
        if len(self._numbers) < _REMEMBERED:
            self._numbers[word] = number
        return number

    def _rejoin(self, words: list[str], divided: list[int]) -> None:
        """Makes one word of two where the hearing knows that one, unless both are common words."""
        known = self._numbers
        for at in reversed(divided):
            one, two = words[at : at + 2]
            common = known.get(one, FIRST) < FIRST and known.get(two, FIRST) < FIRST
            if len(one) + len(two) >= _DIVIDED_FROM and not common:
                words[at : at + 2] = [one + two]

    def _mask(self, name: str) -> None:
        told = plain(name).strip()
        place = _OF_A_PLACE.match(told)
        for wording in (told, *(found for found in (place.groups() if place else ()) if found)):
            numbers = tuple(self._numbered(_WORD.findall(wording)))
            if any(number >= FIRST for number in numbers):
                last = _WORD.findall(wording)[-1]
                for end in (last, f"{last}s"):
                    spelt = (*numbers[:-1], *self._numbered([end]))
                    self._names.setdefault(spelt[0], []).append(spelt)

    def _without_names(self, numbers: list[int]) -> None:
        for at in [at for at, number in enumerate(numbers) if number in self._names]:
            for name in self._names.get(numbers[at], ()):
                if numbers[at : at + len(name)] == list(name):
                    numbers[at : at + len(name)] = [GAP] * len(name)
                    break

    def _without_plan(self, numbers: list[int]) -> None:
        """Puts to nought what the plan says in the same words, from six words in a row on."""
        quoted = [span in self._plan for span in spans(numbers)]
        start = 0
        for at, (one, next_one) in enumerate(pairwise([*quoted, False])):
            if one and not next_one and at + 1 - start >= _QUOTED:
                numbers[start : at + SPAN] = [GAP] * (at + SPAN - start)
            if not one or not next_one:
                start = at + 1


def spans(numbers: Sequence[int]) -> list[int]:
    """A number for every three words in a row."""
    return [
        (one * 0x9E3779B1 + two * 0x85EBCA6B + three * 0xC2B2AE35) >> 8 & _LETTERS if one and two and three else 0
        for one, two, three in zip(numbers, numbers[1:], numbers[2:], strict=False)
    ]


def features(numbers: Sequence[int]) -> set[int]:
    """What is weighed of a text: its words, and every two in a row of which at least one is no common word."""
    found = {number for number in numbers if number >= FIRST}
    found |= {
        (one * 0x9E3779B1 + two) >> 3 & _LETTERS
        for one, two in zip(numbers, numbers[1:], strict=False)
        if one and two and (one >= FIRST or two >= FIRST)
    }
    return found


def plain(text: str) -> str:
    """A text as it is read: small letters, no quotations, nothing that a line's end or a page put in."""
    text = normalize("NFC", text).casefold()
    if not text.isascii():
        text = without_quotations(_INVISIBLE.sub("", text))
    elif '"' in text:
        text = without_quotations(text)
    if "-" in text:
        text = _DIVIDED.sub("", text)
    text = text.rstrip()
    return _PAGE.sub(" ", text[:-_TAIL]) + _LAST_PAGE.sub(" ", _PAGE.sub(" ", text[-_TAIL:]))
