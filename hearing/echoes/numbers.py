"""Numbers in Danish texts, as digits or as words, with their units and dates, however they are written."""

import re
from functools import lru_cache

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
WORDS |= {
    "halvdelen": "1/2",
    "halvanden": "1,5",
    "tredjedel": "1/3",
    "fjerdedel": "1/4",
    "dobbelt": "x2",
    "minus": "-",
}


UNITS = {
    **dict.fromkeys(("pct", "procent", "%"), "%"),
    **dict.fromkeys(("promille", "‰"), "promille"),
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
# A hyphen is a minus behind a blank, a bracket or a quotation mark, but no bullet at a line's beginning, and no
# dash of a range; a plus may have a blank behind it.
_MINUS = r'(?<=[\s(\["»“])(?<!\n)(?<!\n\s)(?<!\d\s)(?<![%‰]\s)[-–]|(?<![^\s(\["»“:])[+−](?:(?<=[^\S\n].)\s)?'
SIGN = rf"(?:(?:(?:(?<![-=<>])(?:[<>]=?)|[≤≥≈~±])\s?(?:[+−-])?|{_MINUS}|(?<!\w)(?i:minus|plus)\s+)(?=\d|[½¼¾⅓⅔]))"
"""What stands before a number and belongs to it: plus and minus, less and more than."""
BEGINNINGS = "<>≤≥≈~±+−–mMpP-"
"""The letters and marks that a sign begins with, as a class of letters ends."""
FRACTION = r"(?:\s?[½¼¾⅓⅔]|\s(?:1/[234]|[23]/[34])(?![\d/])(?!\s\d{4}))"
"""A fraction behind a whole number."""
FIGURE = (
    # The first sign decides at most places that none is here.
    rf"(?=[\d½¼¾⅓⅔%‰{BEGINNINGS}])(?:{SIGN}?(?:(?<!\d)(?:{DATE})|\d+(?:[.,:/]\d+)*{FRACTION}?(?:\+(?!\w))?|[½¼¾⅓⅔])"
    r"|[%‰])"
)
"""A number with its sign, a date, or the sign of a share."""
_FIGURE, _IN_FIGURE, _LONGEST_SIGN = re.compile(FIGURE), re.compile("[\\d½¼¾⅓⅔%‰]"), len("minus  ")
WITH_SIGN_IN_LETTERS = r"(?i:minus|plus)\s+[\d½¼¾⅓⅔]|[½¼¾⅓⅔]"
"""How a figure begins that begins like a word."""
_SIGNED = re.compile(r"(minus\s|plus\s|[<>]=?|[≤≥≈~±])?\s*([-+−–])?\s*(?=[\d½¼¾⅓⅔])")
_SIGNS = {"minus": "-", "plus": "+", "<=": "≤", ">=": "≥", "~": "≈", "−": "-", "–": "-"}
_FRACTIONS = {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3"}
_DECIMALS = {"1/2": ",5", "1/4": ",25", "3/4": ",75", "2/4": ",5"}
_WITH_FRACTION = re.compile(r"(\d+)\s?([½¼¾⅓⅔])|(\d+)\s(\d/\d)")
_TIME = re.compile(r"0?(\d{1,2})(?:[.:](\d\d))?")
_NO_DECIMALS = re.compile(r",0+$")
_IN_WORDS = re.compile(rf"(\d+)\.?\s?({_MONTH})\.?(?:\s(\d{{4}}))?")
_IN_DIGITS = re.compile(r"(\d+)[./-](\d+)[./\s-](\d+)")


@lru_cache(maxsize=1 << 14)
def same(word: str) -> str:
    """A folded word, date or sign as every way of writing it has it: a number in digits, a unit, a date.

    >>> [same(word) for word in ("tyve", "pct", "1. maj 2025", "01.05.2025", "tavle")]
    ['20', '%', '2025-05-01', '2025-05-01', 'tavle']
    """
    sign, amount = _taken_apart(word)
    if amount:
        date = _date(amount)
        return (sign.strip("+-") + date) if date else value(word)
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

    >>> value("femogtyve"), value("1.000"), value("tavle"), value("minus 2 ½"), value("20.00")
    ('25', '1000', '', '-2,5', '20')
    """
    sign, amount = _taken_apart(word)
    return sign + _amount(amount) if amount else WORDS.get(word, "")


def figures(folded: str) -> tuple[str, ...]:
    """The numbers, dates and shares of a folded text in order, each as every way of writing it has it.

    >>> figures("fra -5 til <8 pct. den 1. maj")
    ('-5', '<8', '05-01')
    """
    found, end = [], 0
    while first := _IN_FIGURE.search(folded, end):
        figure = _FIGURE.search(folded, max(end, first.start() - _LONGEST_SIGN))
        found.append(same(figure[0]))
        end = figure.end()
    return tuple(found)


def _taken_apart(word: str) -> tuple[str, str]:
    """The sign of a number and the number without it, "" and "" for what is none."""
    found = _SIGNED.match(word)
    if not found:
        return "", ""
    signs = ((part or "").strip() for part in found.groups())
    return "".join(_SIGNS.get(sign, sign) for sign in signs), word[found.end() :]


def _amount(written: str) -> str:
    """A number without its sign; an hour is the same with no minutes told."""
    if parts := _WITH_FRACTION.fullmatch(written):
        whole, fraction = parts[1] or parts[3], parts[2] or parts[4]
        fraction = _FRACTIONS.get(fraction, fraction)
        return whole + _DECIMALS.get(fraction, f" {fraction}")
    if time := _TIME.fullmatch(written):
        return time[1] if time[2] in (None, "00") else f"{time[1]}.{time[2]}"
    plain = _NO_DECIMALS.sub("", _THOUSANDS.sub("", written).rstrip(".,:/"))
    return _FRACTIONS.get(plain, plain)
