"""The names of Word's elements and attributes, Transitional and Strict, and how handlers are found by them."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from hearing.intake import markup
from hearing.intake.docx.styles import OFF

_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_MATH = b"http://schemas.openxmlformats.org/officeDocument/2006/math"
_STRICT_MATH = b"http://purl.oclc.org/ooxml/officeDocument/math"
_COMPATIBLE = b"http://schemas.openxmlformats.org/markup-compatibility/2006"
_ROOT = 16_384
_ROOT_ELEMENT = re.compile(rb"\s*(?:<\?[^>]*>\s*)?<\w[^>]*>")


@dataclass(frozen=True)
class Names:
    """What stands before a local name: the prefix of the part, or its namespace where prefixes may change.

    Following prefixes costs a quarter of the time, so that it is done only where the part makes it necessary.
    """

    word: str
    math: str
    compatible: str
    separator: str | None

    def handlers(self, reader: object, kind: str) -> dict[str, Callable]:
        """The reader's methods ``_<kind>_word_tc``, ``_<kind>_math_den`` … by the full names of their elements."""
        found: dict[str, Callable] = {}
        for name in dir(reader):
            if name.startswith(f"_{kind}_"):
                language, _, local = name.removeprefix(f"_{kind}_").partition("_")
                if language == "word":
                    found[self.word + local] = getattr(reader, name)
                if language == "math" or local in ("r", "t"):
                    found[self.math + local] = getattr(reader, name)
        return found

    def value(self, attributes: markup.Attributes, name: str = "val") -> str:
        """An attribute of a Word element, "" where it is missing."""
        return attributes.get(self.word + name, "")

    def is_on(self, attributes: markup.Attributes) -> bool:
        """Whether a switch such as ``<w:b/>`` is on: it is unless it says otherwise."""
        return self.value(attributes) not in OFF

    def number(self, attributes: markup.Attributes) -> int:
        """A small whole number, 0 where there is none or one that no document means."""
        text = self.value(attributes)
        return int(text) if text.isdigit() and len(text) < 4 else 0


def names(data: bytes) -> Names:
    """The names that a part uses."""
    root = _ROOT_ELEMENT.match(data)
    if root and data.find(b"xmlns", root.end()) < 0:
        data = root[0]  # all is declared there, and the rest is many megabytes
    strict = _STRICT in data
    spaces = (_STRICT if strict else _TRANSITIONAL, _STRICT_MATH if strict else _MATH, _COMPATIBLE)
    prefixes = [_prefix(space, data) for space in spaces]
    if prefixes[0] and None not in prefixes:
        return Names(*(prefix or "-:" for prefix in prefixes), separator=None)
    return Names(*(f"{space.decode()} " for space in spaces), separator=" ")


def _prefix(space: bytes, data: bytes) -> str | None:
    """The prefix that stands for a namespace throughout; "" if the part does not name it, None if unsure."""
    named = data.count(space)
    if not named:
        return ""
    declared = re.findall(rb"xmlns:(\w+)=[\"']" + re.escape(space) + rb"[\"']", data[:_ROOT])
    if named > 1 or len(declared) != 1 or data.count(b"xmlns:%s=" % declared[0]) != 1:
        return None
    return f"{declared[0].decode()}:"
