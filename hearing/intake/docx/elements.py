"""The names of Word's elements and attributes, Transitional and Strict, and how handlers are found by them."""

from collections.abc import Callable

from hearing.intake import markup
from hearing.intake.docx.styles import OFF

WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main ",
    "http://purl.oclc.org/ooxml/wordprocessingml/main ",
)
MATH = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math ",
    "http://purl.oclc.org/ooxml/officeDocument/math ",
)
FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_IN_BOTH = ("r", "t")


def handlers(reader: object, prefix: str) -> dict[str, Callable]:
    """The reader's methods ``<prefix>word_tc``, ``<prefix>math_den`` … by the full names of their elements."""
    found: dict[str, Callable] = {}
    for method in dir(reader):
        if method.startswith(prefix):
            language, _, local = method.removeprefix(prefix).partition("_")
            spaces = (WORD if language == "word" else ()) + (
                MATH if language == "math" or local in _IN_BOTH else ()
            )
            found |= {space + local: getattr(reader, method) for space in spaces}
    return found


def value(attributes: markup.Attributes, name: str = "val") -> str:
    """An attribute of a Word element, "" where it is missing."""
    return attributes.get(WORD[0] + name) or attributes.get(WORD[1] + name) or ""


def is_on(attributes: markup.Attributes) -> bool:
    """Whether a switch such as ``<w:b/>`` is on: it is unless it says otherwise."""
    return value(attributes) not in OFF


def number(attributes: markup.Attributes) -> int:
    """A small whole number, 0 where there is none or one that no document means."""
    text = value(attributes)
    return int(text) if text.isdigit() and len(text) < 4 else 0
