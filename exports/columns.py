"""How wide the six columns are: the short ones fit their longest word, the texts share the rest."""

from collections.abc import Sequence

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
    shares = _shares([[len(row[n]) for row in cells] for n in _TEXTS], left)
    found |= dict(zip(_TEXTS, shares, strict=True))
    return tuple(found[n] for n in range(6))


def _for_longest_word(texts: Sequence[str]) -> int:
    longest = max((len(word) for text in texts if len(text) < 300 for word in text.split()), default=0)
    return max(longest * _LETTER + _PADDING, _NARROWEST)


def _shares(lengths: Sequence[Sequence[int]], room: int) -> tuple[int, int, int]:
    """How the three texts share the room so that the rows take the fewest lines; none is too narrow to head."""
    narrowest = min(1500, room // 4)
    widths = [narrowest + n * (room - 3 * narrowest) // _STEPS for n in range(_STEPS + 1)]
    # The lines that every cell takes at every width, worked out once.
    lines = [[_lines(texts, width) for width in widths] for texts in lengths]

    def height(chosen: tuple[int, int, int]) -> tuple[int, int]:
        one, two, three = (lines[n][step] for n, step in enumerate(chosen))
        return sum(map(max, one, two, three)), max(chosen) - min(chosen)

    steps = range(_STEPS + 1)
    first, second, _ = min(((a, b, _STEPS - a - b) for a in steps for b in steps if a + b <= _STEPS), key=height)
    return widths[first], widths[second], room - widths[first] - widths[second]


def _lines(lengths: Sequence[int], width: int) -> list[int]:
    letters = max(1, (width - _PADDING) // _LETTER)
    return [-(-length // letters) for length in lengths]
