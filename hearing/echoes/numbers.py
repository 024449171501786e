"""Numbers in Danish texts, as digits or as words, with their units and dates, however they are written."""

import re

from hearing import wording

_ONES = ("en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni")
_TENS = {
    20: "tyve",
    30: "tredive",
    40: "fyrre",
    50: "halvtreds",
    60: "tres",
    70: "halvfjerds",
    80: "firs",
    90: "halvfems",
}
_TEENS = ("ti", "elleve", "tolv", "tretten", "fjorten", "femten", "seksten", "sytten", "atten", "nitten")
_ORDINALS = ("første", None, "tredje", "fjerde", "femte", "sjette", "syvende", "ottende", "niende", "tiende")
_THOUSANDS = re.compile(r"\.(?=\d{3}(?!\d))")

# "en", "et" and "anden" are seldom numbers, "én" and "ét" always.
WORDS: dict[str, str] = {"nul": "0", "én": "1", "ét": "1", "hundrede": "100", "hundred": "100", "tusind": "1000"}
WORDS |= {word: str(n) for n, word in enumerate(_ONES[1:], 2)} | {
    word: str(n) for n, word in enumerate(_TEENS, 10)
}
WORDS |= {word: str(ten) for ten, word in _TENS.items()}
WORDS |= {f"{one}og{word}": str(ten + n) for ten, word in _TENS.items() for n, one in enumerate(_ONES, 1)}
WORDS |= {word: str(n) for n, word in enumerate(_ORDINALS, 1) if word}
WORDS |= {"halvdelen": "1/2", "halvanden": "1,5", "tredjedel": "1/3", "fjerdedel": "1/4", "dobbelt": "x2"}


UNITS = {
    **dict.fromkeys(("pct", "procent", "%"), "%"),
    **dict.fromkeys(("kr", "krone", "kroner", "dkk"), "kr"),
    **dict.fromkeys(("mio", "million", "millioner"), "mio"),
    **dict.fromkeys(("mia", "milliard", "milliarder"), "mia"),
}
_MONTH = (
    r"jan(?:uar)?|feb(?:ruar)?|mar(?:ts)?|apr(?:il)?|maj|juni?|juli?|aug(?:ust)?|sep(?:t|tember)?|okt(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?"
)
DATE = (
    rf"(?i:\d{{1,2}}\.?\s?(?:{_MONTH})\b(?:\.?\s\d{{4}}(?!\d))?)|\d{{4}}-\d\d-\d\d(?!\d)"
    r"|\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d)(?!\d|[./-]\d)|\d{1,2}/\d{1,2}\s\d{4}(?!\d)"
)
"""A date, with its year or without, where it begins at no digit."""
_IN_WORDS = re.compile(rf"(\d+)\.?\s?({_MONTH})\.?(?:\s(\d{{4}}))?")
_IN_DIGITS = re.compile(r"(\d+)[./-](\d+)[./\s-](\d+)")


def same(word: str) -> str:
    """A folded word, date or sign as every way of writing it has it: a number in digits, a unit, a date.

    >>> [same(word) for word in ("tyve", "pct", "1. maj 2025", "01.05.2025", "tavle")]
    ['20', '%', '2025-05-01', '2025-05-01', 'tavle']
    """
    if word[:1].isdigit():
        return _date(word) or value(word)
    return WORDS[word] if WORDS.get(word, "x")[0].isdigit() else UNITS.get(word, word)


def _date(written: str) -> str:
    """A date as year, month and day, without the year if there is none; "" for what is no date."""
    if named := _IN_WORDS.fullmatch(written):
        day, month, year = int(named[1]), wording.month_number(named[2]), named[3] or ""
    elif digits := _IN_DIGITS.fullmatch(written):
        day, month, year = (digits[n] for n in ((3, 2, 1) if len(digits[1]) == 4 else (1, 2, 3)))
        day, month, year = int(day), int(month), year if len(year) == 4 else f"20{year}"
    else:
        return ""
    if not 1 <= day <= 31 or not 1 <= month <= 12:
        return ""
    return "-".join(filter(None, (year, f"{month:02}", f"{day:02}")))


def value(word: str) -> str:
    """What number a folded word is, "" for none: the same for "tyve" and "20", "1.000" and "tusind".

    >>> value("femogtyve"), value("1.000"), value("tavle")
    ('25', '1000', '')
    """
    if word[:1].isdigit():
        return _THOUSANDS.sub("", word).rstrip(".,:/")
    return WORDS.get(word, "")
