"""The ruled lines of a page -> the boxes of its tables. Pure geometry, in points, y upwards."""

from collections.abc import Sequence
from dataclasses import dataclass

_NEAR = 3.0
_SHORTEST = 6.0


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line along one axis: at ``at`` across the axis, from ``start`` to ``end`` along it."""

    at: float
    start: float
    end: float

    def covers(self, place: float) -> bool:
        """Whether the line runs past a place of its axis."""
        return self.start - _NEAR <= place <= self.end + _NEAR


@dataclass(frozen=True, slots=True)
class Box:
    """A cell on the page. ``joined_above`` boxes continue the one above and hold no text of their own."""

    left: float
    bottom: float
    right: float
    top: float
    joined_above: bool = False


@dataclass(frozen=True)
class Ruled:
    """One table of a page: its rows of boxes from the top, and the area it covers."""

    rows: tuple[tuple[Box, ...], ...]
    area: Box


def tables(horizontal: Sequence[Line], vertical: Sequence[Line]) -> list[Ruled]:
    """The tables that the lines of one page draw, from the top of the page to its bottom."""
    across, down = _merged(horizontal), _merged(vertical)
    down += _open_sides(across, down)
    across += _open_sides(down, across)
    # Underlines and revision bars stand for themselves; rules meet rules.
    across = [line for line in across if _meets(line, down)]
    down = [line for line in down if _meets(line, across)]
    found = [_ruled(*part) for part in _connected(across, down)]
    return sorted((table for table in found if table), key=lambda table: -table.area.top)


def dotted(dots: Sequence[Box]) -> tuple[list[Line], list[Line]]:
    """The lines, horizontal and vertical, that are drawn as rows of dots."""
    rows: dict[int, list[Line]] = {}
    columns: dict[int, list[Line]] = {}
    for dot in dots:
        x, y = (dot.left + dot.right) / 2, (dot.bottom + dot.top) / 2
        rows.setdefault(round(y), []).append(Line(y, dot.left, dot.right))
        columns.setdefault(round(x), []).append(Line(x, dot.bottom, dot.top))
    return [line for row in rows.values() for line in _chained(row)], [
        line for column in columns.values() for line in _chained(column)
    ]


def _merged(lines: Sequence[Line]) -> list[Line]:
    """Lines drawn piece by piece, or twice side by side, as one."""
    result: list[Line] = []
    group: list[Line] = []
    for line in sorted(lines, key=lambda line: line.at):
        if group and line.at - group[-1].at > _NEAR / 2:
            result += _chained(group)
            group = []
        group.append(line)
    return result + _chained(group)


def _chained(group: list[Line]) -> list[Line]:
    chains: list[Line] = []
    for line in sorted(group, key=lambda line: line.start):
        if chains and line.start <= chains[-1].end + _NEAR:
            last = chains[-1]
            chains[-1] = Line(last.at, last.start, max(last.end, line.end))
        else:
            chains.append(line)
    return [line for line in chains if line.end - line.start >= _SHORTEST]


def _open_sides(lines: list[Line], crossing: list[Line]) -> list[Line]:
    """The sides that a table without a frame leaves out: where lines that cross others end, and none is drawn."""
    ruling = [line for line in lines if any(_touch(line, other) for other in crossing)] if crossing else []
    low, high = min((line.at for line in crossing), default=0.0), max((line.at for line in crossing), default=0.0)
    sides: list[Line] = []
    for end in ("start", "end"):
        for place in sorted({getattr(line, end) for line in ruling}):
            ending = [line.at for line in ruling if abs(getattr(line, end) - place) <= _NEAR]
            outside = place < low - _NEAR or place > high + _NEAR
            side = Line(place, min(ending), max(ending))
            enough = len(ending) >= 2 and (outside or len(ending) * 2 > len(ruling))
            known = [line for line in (*crossing, *sides) if abs(line.at - place) <= 2 * _NEAR]
            middle = (side.start + side.end) / 2
            if enough and side.end - side.start > 2 * _SHORTEST and not any(line.covers(middle) for line in known):
                sides.append(side)
    return sides


def _meets(line: Line, others: Sequence[Line]) -> bool:
    return sum(_touch(line, other) for other in others) >= 2


def _connected(across: list[Line], down: list[Line]) -> list[tuple[list[Line], list[Line]]]:
    """The lines in groups that touch each other, each the lines of one table."""
    left, groups = list(down), []
    waiting = list(across)
    while waiting:
        rows, columns = [waiting.pop()], []
        grown = True
        while grown:
            new = [line for line in left if any(_touch(row, line) for row in rows)]
            left = [line for line in left if line not in new]
            columns += new
            more = [line for line in waiting if any(_touch(line, column) for column in columns)]
            waiting = [line for line in waiting if line not in more]
            rows += more
            grown = bool(new or more)
        groups.append((rows, columns))
    return groups


def _touch(across: Line, down: Line) -> bool:
    return across.covers(down.at) and down.covers(across.at)


def _ruled(across: list[Line], down: list[Line]) -> Ruled | None:
    xs, ys = _places(down), _places(across)[::-1]
    if len(xs) < 2 or len(ys) < 2:
        return None
    grid = [_row(top, bottom, xs, across, down) for top, bottom in zip(ys, ys[1:], strict=False)]
    return Ruled(tuple(_grown_down(grid)), Box(xs[0], ys[-1], xs[-1], ys[0]))


def _places(lines: list[Line]) -> list[float]:
    places: list[float] = []
    for at in sorted(line.at for line in lines):
        if not places or at - places[-1] > _NEAR:
            places.append(at)
    return places


def _row(top: float, bottom: float, xs: list[float], across: list[Line], down: list[Line]) -> list[Box]:
    middle = (top + bottom) / 2
    edges = [line.at for line in down if line.covers(middle)]
    inside = [x for x in xs[1:-1] if any(abs(x - edge) <= _NEAR for edge in edges)]
    boxes = []
    for left, right in zip([xs[0], *inside], [*inside, xs[-1]], strict=True):
        centre = (left + right) / 2
        open_above = not any(abs(line.at - top) <= _NEAR and line.covers(centre) for line in across)
        boxes.append(Box(left, bottom, right, top, open_above))
    return boxes


def _grown_down(grid: list[list[Box]]) -> list[tuple[Box, ...]]:
    """Boxes that go on below reach down over that, so that text in the middle of a merged cell is theirs."""
    bottoms: dict[tuple[float, float], float] = {}
    result: list[tuple[Box, ...]] = []
    for row in reversed(grid):
        boxes = []
        for box in row:
            key = (box.left, box.right)
            bottom = bottoms.pop(key, box.bottom)
            if box.joined_above:
                bottoms[key] = bottom
                boxes.append(box)
            else:
                boxes.append(Box(box.left, bottom, box.right, box.top))
        bottoms = {key: bottom for key, bottom in bottoms.items() if key in {(b.left, b.right) for b in row}}
        result.append(tuple(boxes))
    return result[::-1]
