"""Records that take two rows of the table each: every other row says the same sort of thing."""

from collections.abc import Sequence
from dataclasses import replace

from hearing.intake import bands, profile, silence
from hearing.intake.lines import Line
from hearing.intake.profile import Profile
from hearing.intake.rows import Cell

_FEWEST = 8
_LOOKED_AT = 120


def alternate(rows: Sequence[tuple[Cell, ...]]) -> bool:
    """Whether the upper and the lower rows differ in at least two columns, as two sorts of rows do."""
    filled = [row for row in rows[:_LOOKED_AT] if sum(cell.span > 1 for cell in row) == 0]
    if len(filled) < _FEWEST:
        return False
    width = max(map(len, filled))
    differing = 0
    for n in range(width):
        upper, lower = ([row[n] for row in filled[start::2] if n < len(row)] for start in (0, 1))
        differing += bool(upper and lower) and _differ(profile.of(upper), profile.of(lower))
    return differing >= min(2, width)


def unfolded(lines: Sequence[Line], width: int) -> list[Line]:
    """Records of two rows as one row twice as wide; a text across the table stays a line of its own.

    A party that did not answer may have one row only: the next row is not its second if anything stands in it.
    """
    found: list[Line] = []
    upper: Line | None = None
    for line in lines:
        only = bands.text_of(line.cells)
        if upper is not None and line.filled and _is_silent(upper):
            found.append(upper)
            upper = None
        if upper is not None:
            cells = (*upper.cells, *[Cell()] * (width - len(upper.cells)), *line.cells)
            found.append(Line(tuple(replace(cell, span=1) for cell in cells), upper.place))
            upper = None
        elif only and only[1].span > 1 and only[1].span * 2 >= width:
            found.append(line)
        elif line.filled:
            upper = line
    return [*found, upper] if upper else found


def _is_silent(line: Line) -> bool:
    """Whether a row names a party and says that it did not answer."""
    texts = [cell.text for cell in line.cells if cell.text.strip()]
    return len(texts) > 1 and any(map(silence.is_silent, texts))


def _differ(one: Profile, other: Profile) -> bool:
    shorter, longer = sorted((one.length, other.length))
    return (
        abs(one.filled - other.filled) > 0.6
        or abs(one.decided - other.decided) > 0.6
        or abs(one.named - other.named) > 0.6
        or abs(one.label_in_front - other.label_in_front) > 0.6
        or (longer > 40 and longer > 3 * shorter)
    )
