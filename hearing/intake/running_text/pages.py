"""The text cut into pages and lines, and what repeats on every page (headers, footers, page numbers) put aside."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from hearing.intake.running_text.headings import headings
from hearing.wording import clean

_EDGE = 8
"""How many lines at the top and at the bottom of a page can be its header and footer."""
_NUMBER = re.compile(r"\d+")
_PAGE_OF_PAGES = re.compile(r"(?i)\bside \d+ (?:af|/) \d+$")
"""How the foot of a page ends, also where there is no other page to repeat it."""


@dataclass(frozen=True)
class Line:
    """A printed line. ``gap`` is the number of blank lines before it; ``page`` and ``number`` count from 1."""

    text: str
    page: int
    gap: int
    number: int


def pages(text: str) -> list[list[Line]]:
    """The non-blank lines by page. A form feed ends a page.

    Where there is none, an unusually wide gap does, or a page begins where the table's headings stand again:
    whichever finds more pages, since the last page alone may have such a gap above its foot.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    parts = text.rstrip().split("\f")
    found, above = [], 0
    for page, part in enumerate(parts, 1):
        found.append(_lines(part, page, above))
        above += part.count("\n")
    if len(parts) == 1:
        lines = found[0]
        found = max(list(_by_gap(lines)), list(_by_headings(lines)), key=len) if lines else []
    return [page for page in found if page]


def _lines(part: str, page: int, above: int) -> list[Line]:
    lines, gap = [], 0
    for number, raw in enumerate(part.split("\n"), above + 1):
        text = clean(raw.expandtabs()).replace("\n", " ")
        if text.strip():
            lines.append(Line(text.rstrip(), page, gap, number))
            gap = 0
        else:
            gap += 1
    return lines


def _by_gap(lines: Sequence[Line]) -> Iterable[list[Line]]:
    """Pages told by blank lines: three or more where nearly all lines have at most one."""
    wide = [line.gap >= 3 for line in lines]
    usual = sum(line.gap <= 1 for line in lines) >= 0.9 * len(lines)
    page: list[Line] = []
    number = 1
    for line, breaks in zip(lines, wide, strict=True):
        if breaks and usual and page:
            yield page
            page, number = [], number + 1
        page.append(replace(line, page=number))
    yield page


def _by_headings(lines: Sequence[Line]) -> Iterable[list[Line]]:
    """Pages told by a line of headings that stands again and again, and by what stands above it each time."""
    counts = Counter(" ".join(line.text.split()) for line in lines)
    heads = {text for text, count in counts.items() if count > 1 and len(headings(text)) >= 3}
    begins = [n for n, line in enumerate(lines) if heads and " ".join(line.text.split()) in heads]
    above = 0
    while len(begins) > 1 and _stand_above(lines, begins[1:], above + 1):
        above += 1
    top = above - _foot(lines, begins[-1] - above, above) if begins else 0
    starts = [0, *(n - top for n in begins[1:])]
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(lines)], strict=True), 1):
        yield [replace(line, page=number) for line in lines[start:end]]


def _foot(lines: Sequence[Line], at: int, most: int) -> int:
    """How many of the lines from ``at`` on are the foot of the page before: those that end the text, too."""
    for length in range(most, 0, -1):
        if list(map(_shape, lines[at : at + length])) == list(map(_shape, lines[-length:])):
            return length
    return 0


def _stand_above(lines: Sequence[Line], begins: Sequence[int], above: int) -> bool:
    """Whether the lines so far above these are nearly all the same but for numbers."""
    shapes = Counter(_shape(lines[n - above]) for n in begins if n >= above)
    return above <= _EDGE and max(shapes.values(), default=0) > 0.8 * len(begins)


def without_furniture(found: list[list[Line]]) -> tuple[list[list[Line]], list[Line]]:
    """The pages without what repeats at their edges, and the lines that were put aside."""
    aside: list[Line] = []
    for at in (*range(_EDGE), *range(-1, -_EDGE - 1, -1)):
        repeated = _repeated(found, at)
        for page in found:
            if len(page) > abs(at) and page[at] in repeated:
                aside.append(page[at])
    feet = (page[-1] for page in found if page[-1].gap)
    aside += [foot for foot in feet if foot not in aside and _PAGE_OF_PAGES.search(foot.text)]
    gone = {id(line) for line in aside}
    kept = [[line for line in page if id(line) not in gone] for page in found]
    return [page for page in kept if page], sorted(aside, key=lambda line: line.number)


def _repeated(found: list[list[Line]], at: int) -> set[Line]:
    """The lines standing ``at`` this place of their page that are the same, numbers apart, on most pages."""
    there = [page[at] for page in found if len(page) > abs(at)]
    if len(there) < 2:
        return set()
    shapes = Counter(_shape(line) for line in there)
    shape, count = shapes.most_common(1)[0]
    same = {line for line in there if _shape(line) == shape}
    everywhere = sum(_shape(line) == shape for page in found for line in page)
    if count < max(2, 0.6 * len(there)):
        return set()
    return same if everywhere <= 1.2 * len(found) or _counting(same) else set()


def _counting(lines: set[Line]) -> bool:
    """Whether a number on the lines goes up by one with every page, as a page number does."""
    offsets = [{int(n) - line.page for n in _NUMBER.findall(line.text)} for line in lines]
    return bool(offsets[0]) and bool(set.intersection(*offsets))


def _shape(line: Line) -> str:
    return _NUMBER.sub("#", " ".join(line.text.split()))
