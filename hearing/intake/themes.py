"""Misspelt themes become one theme, spelt as the majority does; what was printed is kept and reported."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from rapidfuzz.distance import OSA

from hearing.intake.rows import Remark, Row
from hearing.wording import fold, one_line

_MAJORITY = 2
"""How many times more often the right spelling must be used than the wrong one."""
_MOST = 200
"""A column of more themes than this is one of texts; its rare spellings are compared with the most used only."""
_FARTHEST = 6
_SHORTEST = 6
"""Shorter words that differ are different words."""


def unify(rows: Sequence[Row]) -> tuple[list[Row], list[Remark]]:
    """The rows with every theme under its usual spelling, and a remark for every spelling that was not that."""
    used = Counter(one_line(row.theme) for row in rows if row.theme)
    usual = _usual(used)
    read: dict[tuple[str, str], list[int]] = defaultdict(list)
    unified = []
    for number, row in enumerate(rows, 1):
        printed = row.theme_printed or row.theme
        theme = usual.get(one_line(row.theme), "")
        if theme != one_line(printed):
            read[(one_line(printed), theme)].append(number)
        unified.append(replace(row, theme=theme, theme_printed=printed if one_line(printed) != theme else ""))
    odd = [
        Remark(f"Temaet »{printed}« er læst som »{theme}« i {_rows(numbers)}.", numbers[0])
        for (printed, theme), numbers in read.items()
    ]
    return unified, odd


def _usual(used: Counter[str]) -> dict[str, str]:
    """Every spelling with the one it stands for. The most used come first, the first seen among equals."""
    usual: dict[str, str] = {}
    kept: list[tuple[str, int]] = []
    for spelling, times in used.most_common():
        close = kept[:_MOST]
        meant = next((name for name, count in close if _same(spelling, times, name, count)), spelling)
        usual[spelling] = meant
        if meant == spelling:
            kept.append((spelling, times))
    return usual


def _same(spelling: str, times: int, name: str, count: int) -> bool:
    if _key(spelling) == _key(name):
        return True
    alike = abs(len(spelling) - len(name)) <= _FARTHEST
    return alike and times * _MAJORITY <= count and is_misspelt(spelling, name)


def is_misspelt(spelling: str, name: str) -> bool:
    """Whether one text is the other with a slip of the pen: the same words, long ones a letter or two off."""
    words, right = _words(spelling), _words(name)
    if len(words) != len(right):
        return OSA.distance(_key(spelling), _key(name), score_cutoff=1) <= 1 and len(_key(name)) >= 2 * _SHORTEST
    differing = [(a, b) for a, b in zip(words, right, strict=True) if a != b]
    if len(differing) == 1 < len(right) and _lacks_a_letter(*differing[0]):
        return True
    return 0 < len(differing) <= 2 and all(_slip(a, b) for a, b in differing)


def _lacks_a_letter(word: str, right: str) -> bool:
    """Whether a short word among others has lost a letter or got one too many ("Natu og miljø")."""
    shorter = min(len(word), len(right))
    return 4 <= shorter < _SHORTEST and len(word) != len(right) and _is_near(word, right, 1)


def _slip(word: str, right: str) -> bool:
    if min(len(word), len(right)) < _SHORTEST:
        return False
    return _is_near(word, right, 2 if len(right) >= 10 else 1)


def _is_near(word: str, right: str, most: int) -> bool:
    if word[0] != right[0] or any(c.isdigit() for c in word + right):
        return False
    return OSA.distance(word, right) <= most


@lru_cache(maxsize=8192)
def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(text))


@lru_cache(maxsize=8192)
def _key(text: str) -> str:
    return "".join(_words(text))


def _rows(numbers: Iterable[int]) -> str:
    numbers = [str(number) for number in numbers]
    if len(numbers) == 1:
        return f"række {numbers[0]}"
    shown = numbers[:10]
    more = f" og {len(numbers) - 10} til" if len(numbers) > 10 else ""
    return f"rækkerne {', '.join(shown)}{more}"
