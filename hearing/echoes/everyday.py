"""What parties are called for short: "Ældre Sagen" for "Ældre Sagen Sydhav", never where two could be meant.

A short name is the front of a registered one, without the place or branch behind it, or its head without
"Danmarks" before it. It must say by itself that it is an organisation: "Vestby" of "Vestby Kommunes Ældreråd" is
the town.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator

from hearing.wording import fold, plain_name

_DEFINITE_BY_EN = "forening union fond sag organisation bevægelse klub kreds gruppe hjælp"
_DEFINITE_BY_ET = "forbund råd selskab samfund udvalg netværk nævn værn"
_EN, _ET = (words.replace(" ", "|") for words in (_DEFINITE_BY_EN, _DEFINITE_BY_ET))
_DEFINITE = re.compile(rf"\w*(?:(?:{_EN})e?n|(?:{_ET})et)")
_INDEFINITE = re.compile(rf"\w*(?:{_EN}|{_ET})")
_GENERAL = re.compile(
    r"(?:lands|patient|fag|interesse|bruger|pårørende|by|regions|kommunal|hoved|arbejds)?"
    rf"(?:{_EN}|{_ET}|bestyrelse|center|afdeling|kommune|region)(?:s|e?n|et)?"
    r"|danmarks?|dansk|danske|nordisk|nordiske|den|det|de|selskab|for|i|af|og|på"
)
"""Words of which any number of parties' names are made."""
_NATIONAL = re.compile(
    r"danmarks|danske?|(?:lands|patient|interesse|fag)?foreningen|landsforbundet|landsorganisationen"
)
_SMALL = frozenset(["i", "for", "på", "af", "og", "under"])
_BRANCH = frozenset(["region", "kommune", "afdeling", "lokalafdeling", "kreds", "lokalkreds", "distrikt"])
_STEM = re.compile(rf"((?:\w*(?:{_EN}|{_ET}))|kommune|region)(?:e?n|et)?(?:['’]?s)?|(\w+?)(?:['’]s|s)?")
_PLACE = re.compile(r"\b(?:region|i|for) (\w+)|(\w+?)s? kommune\b")
_LONGEST = 4
_Named = tuple[Hashable, Iterable[str]]


def short_names(named: Iterable[_Named]) -> dict[str, Hashable]:
    """The short names that point to one party only, spelt as registered, with the party's key.

    >>> short_names([(1, ["Kattevennerforeningen Sydhav"]), (2, ["Danmarks Naturfredningsforening"])])
    {'Kattevennerforeningen': 1, 'Naturfredningsforeningen': 2}
    """
    known = [(key, [plain_name(name) for name in names if name]) for key, names in named]
    places = {one or other for _, names in known for name in names for one, other in _PLACE.findall(fold(name))}
    whose: defaultdict[tuple[str, ...], set[Hashable]] = defaultdict(set)
    for key, names in known:
        for name in names:
            for run in _runs(_stems(name)):
                whose[run].add(key)
    return {
        short: key
        for key, names in known
        for name in names
        for short in _shorter(name, places)
        if whose.get(_stems(short), set()) <= {key}
    }


def _stems(name: str) -> tuple[str, ...]:
    """The words without genitive and article: "Diabetesforeningens" is "Diabetesforening" too."""
    words = re.findall(r"\w+", fold(name))
    return tuple(found[1] or found[2] for word in words if (found := _STEM.fullmatch(word)))


def _runs(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for start in range(len(words)):
        for end in range(start + 1, min(len(words), start + _LONGEST) + 1):
            yield words[start:end]


def _shorter(name: str, places: set[str]) -> Iterator[str]:
    """The fronts of a name that are an organisation's, and the heads of these."""
    words = name.split()
    for end in range(1, min(len(words), _LONGEST + 1)):
        front, rest = words[:end], words[end:]
        if _is_organisation(front, rest, places):
            yield " ".join(front)
            yield from _head(front)
    yield from _head(words)


def _is_organisation(front: list[str], rest: list[str], places: set[str]) -> bool:
    last, folded = front[-1], [fold(word) for word in front]
    if last in _SMALL or not front[0][:1].isupper() or all(_GENERAL.fullmatch(word) for word in folded):
        return False
    if not all(word[:1].isupper() or word in _SMALL or word in _BRANCH for word in rest):
        return False
    if any(_INDEFINITE.fullmatch(fold(word)) or _DEFINITE.fullmatch(fold(word)) for word in rest):
        return False
    if _DEFINITE.fullmatch(folded[-1]) or _is_abbreviation(last):
        return True
    if len(front) == 1:
        return False
    in_a_place = fold(rest[-1]) in places or fold(rest[0]) in _BRANCH
    return in_a_place and not any(word in places for word in folded)


def _head(words: list[str]) -> Iterator[str]:
    """What stands behind "Danmarks": an organisation by itself, in the definite form if it is one word."""
    if len(words) < 2 or not _NATIONAL.fullmatch(fold(words[0])):
        return
    head = words[1:]
    if len(head) > 1:
        if all(word[:1].isupper() for word in head) and not all(_GENERAL.fullmatch(fold(word)) for word in head):
            yield " ".join(head)
        return
    [word] = head
    if _is_abbreviation(word):
        yield word
    elif not _GENERAL.fullmatch(fold(word)) and _INDEFINITE.fullmatch(fold(word)):
        yield word[:1].upper() + word[1:] + ("et" if re.search(rf"(?:{_ET})$", fold(word)) else _en(word))


def _en(word: str) -> str:
    return "n" if word.endswith("e") else "en"


def _is_abbreviation(word: str) -> bool:
    return len(word) > 2 and word.isupper() and word.isalpha()
