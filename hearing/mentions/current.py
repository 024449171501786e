"""A comment as it reads now: every point that it mentions by the name that it has today."""

from collections.abc import Mapping
from typing import NamedTuple

from hearing import marks
from hearing.marks import Marks
from hearing.wording import letter

Mentions = tuple[tuple[int, int, int], ...]

_JOINS = (", ", " og ")
"""Between two points of one party: the second is then called by its letter alone."""


class Name(NamedTuple):
    """What a point is called: its party as running text names it, and its label."""

    party_id: int
    party: str
    label: str

    @property
    def text(self) -> str:
        """ "PIU, bemærkning g"; a point without a label is called by its party alone."""
        return f"{self.party}, bemærkning {letter(self.label)}" if self.label else self.party


class Current(NamedTuple):
    """A comment that names every point as it is called now. ``parties`` are the ranges that are a party's name."""

    text: str
    marks: Marks
    mentions: Mentions = ()
    parties: tuple[tuple[int, int, int], ...] = ()


def current(text: str, marked: Marks, mentions: Mentions, names: Mapping[int, Name]) -> Current:
    """The comment as it reads now; a mention of a point that has no name leaves its last words as plain text.

    >>> names = {7: Name(1, "PIU", "h"), 8: Name(1, "PIU", "Bemærkning k")}
    >>> current("Jf. PIU, bemærkning g og i", (), ((4, 21, 7), (25, 26, 8)), names).text
    'Jf. PIU, bemærkning h og k'
    """
    found = [(start, end, id) for start, end, id in tidy(mentions, len(text)) if id in names]
    if not found:
        return Current(text, marked)
    pieces, short, last = [], [], None
    for start, end, id in found:
        name = names[id]
        follows = last is not None and last[1] == name.party_id and text[last[0] : start] in _JOINS
        short.append(bool(follows and name.label))
        pieces.append((start, end, letter(name.label) if short[-1] else name.text))
        last = end, name.party_id if name.label else None
    text, marked, ranges = marks.replaced(text, marked, pieces)
    there = list(zip(ranges, (id for _, _, id in found), strict=True))
    return Current(
        text,
        marked,
        tuple((start, end, id) for (start, end), id in there),
        tuple(
            (start, start + len(names[id].party), names[id].party_id)
            for ((start, _), id), alone in zip(there, short, strict=True)
            if not alone
        ),
    )


def tidy(mentions: Mentions, length: int) -> Mentions:
    """The mentions in order, inside the text, none empty; of two that overlap, the first."""
    kept: list[tuple[int, int, int]] = []
    for start, end, id in sorted(mentions):
        if 0 <= start < end <= length and (not kept or kept[-1][1] <= start):
            kept.append((start, end, id))
    return tuple(kept)


def cut(mentions: Mentions, start: int, end: int) -> Mentions:
    """The mentions of ``text[start:end]``, those that a cut goes through left out."""
    return tidy(tuple((a - start, b - start, id) for a, b, id in mentions), end - start)


def shift(mentions: Mentions, by: int) -> Mentions:
    """The mentions of a text that ``by`` characters were put before."""
    return tuple((start + by, end + by, id) for start, end, id in mentions)
