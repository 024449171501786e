"""How wide the six columns are: the short ones fit their longest word, the texts share the rest."""

from collections.abc import Iterator, Sequence
from math import ceil

from exports.rows import Printed

LOOKED_AT = 300
"""Rows that the widths are made for; a table goes on as it begins."""

_LETTER, _PADDING = 84, 190
"""An average letter of the table's 8 points and what a cell keeps free, in twentieths of a point."""
_NARROWEST = 1350
_AT_MOST = {0: 1900, 1: 1900, 3: 2250}
_STEPS = 20
_TEXTS = (2, 4, 5)


def widths(rows: Sequence[Printed], room: int) -> tuple[int, ...]:
    """The widths in twentieths of a point, ``room`` together; the rows come out as low as they can."""
    cells = [(row.party, row.theme, row.summary, row.decision, row.comment, row.excerpt) for row in rows]
    found = {n: min(_for_longest_word([row[n] for row in cells]), most) for n, most in _AT_MOST.items()}
    scale = min(1.0, room * 0.4 / sum(found.values()))
    found = {column: int(width * scale) for column, width in found.items()}
    left = room - sum(found.values())
    lengths = [tuple(len(row[column]) for column in _TEXTS) for row in cells]
    best = min(_shares(left), key=lambda shares: (_height(lengths, shares), max(shares) - min(shares)))
    found |= dict(zip(_TEXTS, best, strict=True))
    return tuple(found[column] for column in range(6))


def _for_longest_word(texts: Sequence[str]) -> int:
    longest = max((len(word) for text in texts if len(text) < 300 for word in text.split()), default=0)
    return max(longest * _LETTER + _PADDING, _NARROWEST)


def _shares(room: int) -> Iterator[tuple[int, int, int]]:
    """Every way to share the room among the three texts, in steps; none is too narrow for a heading."""
    narrowest = min(1500, room // 4)
    step = (room - 3 * narrowest) // _STEPS
    for first in range(_STEPS + 1):
        for second in range(_STEPS + 1 - first):
            summary, comment = narrowest + first * step, narrowest + second * step
            yield summary, comment, room - summary - comment


def _height(lengths: Sequence[tuple[int, ...]], shares: tuple[int, ...]) -> int:
    """The lines that the rows take together."""
    letters = [max(1, (share - _PADDING) // _LETTER) for share in shares]
    return sum(max(ceil(length / n) for length, n in zip(row, letters, strict=True)) for row in lengths)
