"""Word's automatic numbers, counted as Word counts them: "a)", "1.", "2.1"."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from hearing.intake import markup

_ELEMENTS = frozenset(
    (
        "abstractNum",
        "numStyleLink",
        "num",
        "abstractNumId",
        "lvl",
        "lvlOverride",
        "startOverride",
        "start",
        "numFmt",
        "lvlText",
    )
)
_PLACE = re.compile("%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN += ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LARGEST = 32_767


@dataclass
class Level:
    """How one level of a list is numbered. A bullet's ``kind`` is "bullet" and prints nothing."""

    kind: str = "decimal"
    text: str = ""
    start: int = 1


@dataclass
class List:
    """A list as paragraphs name it: the definition it counts with, and where it begins anew."""

    definition: str = ""
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, Level] = field(default_factory=dict)


@dataclass
class Numbering:
    """The lists of a document and how far each has counted. ``styled`` definitions stand in a list style."""

    definitions: dict[str, dict[int, Level]] = field(default_factory=dict)
    lists: dict[str, List] = field(default_factory=dict)
    styled: dict[str, str] = field(default_factory=dict)
    _known: dict[str, dict[int, Level]] = field(default_factory=dict)
    _counters: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def link(self, list_of: dict[str, str]) -> None:
        """Give the definitions that stand in a list style the levels of the list that the style names."""
        for definition, style_id in self.styled.items():
            found = self.lists.get(list_of.get(style_id, ""))
            if found and found.definition in self.definitions:
                self.definitions[definition] = self.definitions[found.definition]

    def next(self, list_id: str, level: int) -> str:
        """The number of the next paragraph of this list and level, or "" for bullets and unknown lists."""
        found = self.lists.get(list_id)
        if found is None:
            return ""
        levels = self._levels(list_id, found)
        if level not in levels:
            return ""
        counters = self._counters.setdefault(found.definition, {})
        if level in found.starts and (list_id, level) not in self._begun:
            counters.pop(level, None)
        self._begun.add((list_id, level))
        begin = found.starts.get(level, levels[level].start)
        counters[level] = counters.get(level, begin - 1) + 1
        for deeper in [other for other in counters if other > level]:
            del counters[deeper]
        if levels[level].kind == "bullet":
            return ""
        return _PLACE.sub(lambda place: _printed(int(place[1]) - 1, levels, counters), levels[level].text)

    def restart(self) -> None:
        """Count all lists from the beginning, for another reading of the document."""
        self._counters.clear()
        self._begun.clear()

    def _levels(self, list_id: str, found: List) -> dict[int, Level]:
        if list_id not in self._known:
            self._known[list_id] = {**self.definitions.get(found.definition, {}), **found.levels}
        return self._known[list_id]


def _printed(level: int, levels: dict[int, Level], counters: dict[int, int]) -> str:
    at = levels.get(level, Level())
    number = counters.get(level, at.start)
    return _FORMATS.get(at.kind, str)(number) if 0 <= number <= _LARGEST else str(number)


def _letters(number: int) -> str:
    """a … z, aa, bb … as Word does it."""
    return chr(97 + (number - 1) % 26) * min((number - 1) // 26 + 1, 30) if number else ""


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        text += letters * times
    return text


_FORMATS: dict[str, Callable[[int], str]] = {
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "decimalZero": lambda number: f"{number:02}",
    "ordinal": lambda number: f"{number}.",
    "none": lambda number: "",
}


def read(data: bytes) -> Numbering:
    """Read the part numbering.xml."""
    numbering = Numbering()
    levels: dict[int, Level] = {}
    current, at, depth = List(), 0, Level()
    definition = ""

    def start(name: str, attributes: markup.Attributes) -> None:
        nonlocal levels, current, at, depth, definition
        value = attributes.get("val", "")
        if name == "abstractNum":
            definition = attributes.get("abstractNumId", "")
            levels = numbering.definitions.setdefault(definition, {})
        elif name == "numStyleLink":
            numbering.styled[definition] = value
        elif name == "num":
            current = numbering.lists.setdefault(attributes.get("numId", ""), List())
            levels = current.levels
        elif name == "abstractNumId":
            current.definition = value
        elif name in ("lvl", "lvlOverride"):
            at = _number(attributes.get("ilvl", ""), 0)
            if name == "lvl":
                depth = levels.setdefault(at, Level())
        elif name == "startOverride":
            current.starts[at] = _number(value, 1)
        elif name == "start":
            depth.start = _number(value, 1)
        elif name == "numFmt":
            depth.kind = value
        elif name == "lvlText":
            depth.text = value

    markup.walk(data, start, only=_ELEMENTS)
    return numbering


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isdigit() and len(text) < 6 else otherwise
