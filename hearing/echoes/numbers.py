"""Numbers in Danish texts, as digits or as words."""

import re

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
WORDS |= {word: f"{n}." for n, word in enumerate(_ORDINALS, 1) if word}
WORDS |= {"halvdelen": "1/2", "halvanden": "1,5", "tredjedel": "1/3", "fjerdedel": "1/4", "dobbelt": "x2"}


def value(word: str) -> str:
    """What number a folded word is, "" for none: the same for "tyve" and "20", "1.000" and "tusind".

    >>> value("femogtyve"), value("1.000"), value("tavle")
    ('25', '1000', '')
    """
    if word[:1].isdigit():
        return _THOUSANDS.sub("", word).rstrip(".,:/")
    return WORDS.get(word, "")
