"""The label in front of a point: ``a)``, ``Bemærkning h)``, ``Bemærkning d``, ``(a)``, ``1.``, ``#12``, ``)``.

A label is stored as printed without its parenthesis or full stop: "a", "Bemærkning h", "1".
"""

import re
from collections.abc import Iterable

from hearing.wording import one_line

ALPHABET = "abcdefghijklmnopqrstuvwxyzæøå"
_DOUBLED = "|".join(letter * 2 for letter in ALPHABET[1:])
_LETTER = rf"(?:[a-zæøå]|a[a-zæøå]|{_DOUBLED}|[ivx]{{2,5}})"
_NUMBER = r"\d{1,3}(?:\.\d{1,2}){0,2}[a-zæøå]?"
_WORD = r"(?:bemærkning|kommentar|punkt|pkt\.?|nr\.?|ad\.?|forslag|spørgsmål)\s*(?:nr\.?)?\s*"
_I = re.IGNORECASE

_HASHED = re.compile(r"\s*(?P<label>#\s?\d{1,4})(?:\s*[.:)]\s*|\s+)(?=\S)")
_CLOSED = re.compile(rf"\s*\(?\s*(?P<label>(?:{_WORD})?(?:{_LETTER}|{_NUMBER}))\s*\)\s*[.:]?\s*", _I)
_NAMED = re.compile(rf"\s*(?P<label>bemærkning\s+(?:{_LETTER}|{_NUMBER}))(?:\s*[.:,–-]\s+|\s*[:)]\s*|\s+|$)", _I)
_DOTTED = re.compile(
    rf"\s*(?P<label>(?:{_WORD})?(?:{_LETTER}|{_NUMBER}))\s*(?:[.:]| [–-])\s+(?=\S)"
    r"|\s*(?P<numbers>\d{1,2}\.\d{1,2})\s+(?=\S)",
    _I,
)
_EMPTY = re.compile(r"\s*\(?\s*\)\s*(?P<label>)")
_ALONE = re.compile(rf"\(?\s*(?P<label>(?:{_WORD}|#\s?)?(?:{_LETTER}|{_NUMBER}))\s*[).:]*", _I)
_MONTH = re.compile(
    r"(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|kvartal|halvår)\b", _I
)


def split(text: str, *, dotted: bool = False) -> tuple[str, str, bool]:
    """The label in front of a text, the text without it, and whether there was one at all.

    A parenthesis without a letter is a label that is empty. ``dotted`` says that this table writes its labels
    with a full stop or colon (see ``are_dotted``); elsewhere "1. juli" is the beginning of a sentence.
    """
    for pattern in (_CLOSED, _NAMED, _HASHED, _EMPTY, *([_DOTTED] if dotted else [])):
        found = pattern.match(text)
        if found and not _MONTH.match(text, found.end()):
            return one_line(found[found.lastgroup]), text[found.end() :], True
    return "", text, False


def are_dotted(texts: Iterable[str]) -> bool:
    """Whether a table writes its labels as "1." or "a:": most of its texts begin so, or a whole series does."""
    filled = [text for text in texts if text.strip()]
    dotted = [found for text in filled if (found := _DOTTED.match(text)) and not _MONTH.match(text, found.end())]
    return len(dotted) > 1 and len(dotted) * 2 >= len(filled)


def alone(text: str) -> str | None:
    """The label, if a cell holds nothing else ("a", "b)", "Bemærkning h)", "3."); else None."""
    found = _ALONE.fullmatch(text.strip())
    return one_line(found["label"]) if found else None


def ordinal(label: str) -> tuple[str, int] | None:
    """The series a label belongs to and its place in it: ("a", 3) for "c", ("1", 12) for "12"; else None."""
    last = label.casefold().split()[-1].lstrip("#") if label.split() else ""
    if last.isdecimal():
        return "1", int(last)
    if len(last) == 1 and last in ALPHABET:
        return "a", ALPHABET.index(last) + 1
    if len(last) == 2 and last[0] == "a" and last[1] in ALPHABET:
        return "a", len(ALPHABET) + ALPHABET.index(last[1]) + 1
    return None
