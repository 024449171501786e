"""The letters of points that a text names: "bemærkning j", "pkt. 3", "kommentar g, o, p og u", "a)"."""

import re

_POINT = (
    r"(?:bemærkning(?:en|erne|er)?|kommentar(?:en|erne|er)?|pkt|punkt(?:et|erne|er)?|nr|nummer|litra|række|bogstav"
    r"|svar|forslag)\.?\s*(?:nr\.?\s*)?"
)
_LABEL = r"(?:a[a-zæøå]|[a-zæøå]|\d{1,3}[a-z]?)"
_NO_LABEL = r"(?!a[dflnt]\b|i\s+(?!og\b|samt\b))"
"""Words that look like one where no parenthesis says so: "svar af 3. maj", "bemærkning i forhold til"."""
_NAMED = re.compile(rf"\b{_POINT}(?={_LABEL}\)|{_NO_LABEL})({_LABEL})(?:\)|(?=[\s.,;]|$))")
_CLOSED = re.compile(rf"(?<![^\W_])\(?({_LABEL})\)")
_LAST = re.compile(r"(?<![^\W_])(?!a[dflnt]\b)((?:a[a-zæøå]|[a-hj-zæøå]|\d{1,3}[a-z]?))[\s.]*$")
_MORE = re.compile(r"(?:,|\bog|\bsamt)\s+([a-zæøå]|\d{1,3})\b\)?(?!\w)")

_RANGE = re.compile(r"(?<![^\W_])([a-zæøå])\s?[-–]\s?([a-zæøå])(?![^\W_])")
_NUMBERS = re.compile(r"(?<![\w.,])(\d{1,2})\s?[-–]\s?(\d{1,2})(?![\w-])")
_MOST = 30
_ALPHABET = "abcdefghijklmnopqrstuvwxyzæøå"


def take(text: str, *, named: bool) -> tuple[list[str], str]:
    """The letters in a folded text, and the text without them.

    A letter that merely stands last counts where a party is ``named`` beside it: "PIU j".

    >>> [take(text, named=True)[0] for text in ("bemærkning g, o og u", "i det hele", "bemærkning a-c")]
    [['g', 'o', 'u'], [], ['a', 'b', 'c']]
    """
    text = _RANGE.sub(lambda ends: ", ".join(_between(ends[1], ends[2])) or ends[0], text)
    text = _NUMBERS.sub(lambda ends: _counted(int(ends[1]), int(ends[2])) or ends[0], text)
    for pattern in (_NAMED, _CLOSED, *([_LAST] if named else [])):
        found = pattern.findall(text)
        if found:
            more = _MORE.findall(text)
            return list(dict.fromkeys([*found, *more])), _MORE.sub(" ", pattern.sub(" ", text))
    return [], text


def _between(first: str, last: str) -> str:
    """The letters from one to another."""
    return _ALPHABET[_ALPHABET.index(first) : _ALPHABET.index(last) + 1]


def _counted(first: int, last: int) -> str:
    """The numbers from one to another, "" where they are no few that follow each other."""
    return ", ".join(map(str, range(first, last + 1))) if first < last < first + _MOST else ""


def last(label: str) -> str:
    """The letter or number of a label as it is printed: "h" of "Bemærkning h"."""
    words = label.casefold().split()
    return words[-1].strip("().#") if words else ""
