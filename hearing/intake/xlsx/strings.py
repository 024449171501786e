"""Texts of a workbook, plain or rich: those shared between cells, and those standing in a cell itself."""

import re

from hearing.intake import markup
from hearing.intake.cells import marked_text

Marked = tuple[str, tuple[tuple[int, int], ...]]
"""A text and the ranges of it that are bold."""
_ESCAPED = re.compile("_x(000[0-9A-Fa-f]|001[0-9A-Fa-f]|005[Ff](?=_x[0-9A-Fa-f]{4}_))_")
_OFF = ("0", "false")


class Collector:
    """Collects one text out of its runs: ``begin``, then every start, end and text event, then ``text``."""

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """Forget what was collected."""
        self._pieces: list[str] = []
        self._bold_pieces: list[int] = []
        self._reading = self._bold = self._spoken = False

    def start(self, name: str, attributes: markup.Attributes) -> None:
        """An element begins."""
        if name == "r":
            self._bold = False
        elif name == "b":
            self._bold = attributes.get("val", "1") not in _OFF
        elif name == "rPh":
            self._spoken = True  # how a Japanese word is pronounced, printed above it
        self._reading = name == "t" and not self._spoken

    def end(self, name: str) -> None:
        """An element ends."""
        self._reading = False
        if name == "rPh":
            self._spoken = False

    def add(self, data: str) -> None:
        """Text comes in."""
        if self._reading:
            if self._bold:
                self._bold_pieces.append(len(self._pieces))
            self._pieces.append(data)

    def text(self) -> Marked:
        """What was collected."""
        return marked_text([unescaped(piece) for piece in self._pieces], self._bold_pieces)


def unescaped(text: str) -> str:
    """Excel writes control characters as _x000D_, and an underscore that would look like that as _x005F_."""
    return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), text) if "_x0" in text else text


def read(data: bytes) -> list[Marked]:
    """Read the part sharedStrings.xml."""
    shared: list[Marked] = []
    collector = Collector()

    def start(name: str, attributes: markup.Attributes) -> None:
        if name == "si":
            collector.begin()
        collector.start(name, attributes)

    def end(name: str) -> None:
        collector.end(name)
        if name == "si":
            shared.append(collector.text())

    markup.walk(data, start, end, collector.add)
    return shared
