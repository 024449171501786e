"""What the cells of one column look like together: how long, how often repeated, of what shape, in whose voice."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from hearing.enums import PartyKind
from hearing.intake import (
    decisions,
    labels,
    pages,
    party_kinds,
    party_names,
    references,
    silence,
    statuses,
    voices,
)
from hearing.intake.rows import Cell
from hearing.wording import fold, one_line

_SAMPLE = 300
_DATE = re.compile(
    r"\d{1,4}[./-]\s?(?:\d{1,2}|[a-zæøå]{3,9})[./ -]\s?\d{2,4}(?: \d\d[:.]\d\d(?:[:.]\d\d)?)?|\d{5}"
)
_INITIALS = re.compile(r"[A-ZÆØÅ]{2,5}|[a-zæøå]{3,4}")
_PAGE = re.compile(r"(?:sider?|s\.|pp?\.)\s*\d", re.IGNORECASE)


@dataclass(frozen=True)
class Profile:
    """Shares are of the filled cells; ``length`` is the median; ``distinct`` is 1 where no cell repeats another.

    ``running`` says that the cells count 1, 2, 3 down the whole table.
    """

    filled: float
    length: float = 0.0
    distinct: float = 1.0
    in_a_row: float = 0.0
    label_alone: float = 0.0
    label_in_front: float = 0.0
    numbers: float = 0.0
    running: bool = False
    decided: float = 0.0
    named: float = 0.0
    dated: float = 0.0
    paged: float = 0.0
    page_at_the_end: float = 0.0
    states: float = 0.0
    initials: float = 0.0
    marked: float = 0.0
    own: float = 0.0
    about: float = 0.0
    answers: float = 0.0


def of(cells: Sequence[Cell]) -> Profile:
    """The profile of a column; a sample of its cells is looked at, spread over the table."""
    step = max(1, len(cells) // _SAMPLE)
    sample = cells[::step]
    texts = [one_line(cell.text) for cell in sample]
    filled = [text for text in texts if text and not silence.is_silent(text)]
    if not filled:
        return Profile(0.0)
    share = _Share(filled)
    own, about, answers = voices.shares(filled)
    alone = [label for text in filled if (label := labels.alone(text)) is not None]
    return Profile(
        filled=len(filled) / len(texts),
        length=median(map(len, filled)),
        distinct=len({fold(text) for text in filled}) / len(filled),
        in_a_row=sum(a == b for a, b in zip(filled, filled[1:], strict=False)) / len(filled),
        label_alone=len(alone) / len(filled),
        label_in_front=share(lambda text: labels.split(text)[2]),
        numbers=share(str.isdecimal),
        running=_is_running(cells),
        decided=share(_is_decision),
        named=share(_is_name),
        dated=share(lambda text: bool(_DATE.fullmatch(text))),
        paged=share(lambda text: len(text) < 20 and bool(_PAGE.match(text))),
        page_at_the_end=share(lambda text: len(text) > 20 and bool(pages.page_of(text))),
        states=share(lambda text: statuses.read(text) is not None),
        initials=share(lambda text: bool(_INITIALS.fullmatch(text))),
        marked=sum(bool(cell.marks) for cell in sample) / len(sample),
        own=own,
        about=about,
        answers=answers,
    )


class _Share:
    """How many of a column's texts have a property."""

    def __init__(self, texts: Sequence[str]):
        self._texts = texts

    def __call__(self, has: Callable[[str], bool]) -> float:
        return sum(has(text) for text in self._texts) / len(self._texts)


def _is_decision(text: str) -> bool:
    short = len(text) <= decisions.LONGEST and text.count(" ") < 14
    return short and (decisions.meaning_of(text) is not None or references.opens_as_one(text))


def _is_name(text: str) -> bool:
    if len(text) > 120 or labels.split(text)[2] or text.endswith((".", ":", "?")) and "." not in text[:-1]:
        return False
    first = party_names.bare(text)[:1]
    return (first.isupper() or first.isdigit()) and party_kinds.guess(
        party_names.bare(text)
    ) is not PartyKind.OTHER


def _is_running(cells: Sequence[Cell]) -> bool:
    """Whether the numbers of a column count on through the whole table."""
    numbers = [int(digits) for cell in cells if (digits := one_line(cell.text).rstrip(".")).isdecimal()]
    if len(numbers) < 3:
        return False
    steps = [b - a for a, b in zip(numbers, numbers[1:], strict=False)]
    return sum(step == 1 for step in steps) >= 0.9 * len(steps)
