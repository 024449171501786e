"""How a person types and sees the mentions of a comment: [[PIU g]].

Only text that begins with [[ and ends with ]] on one line is a mention. A backslash before it makes it ordinary
text; of backslashes that stand before one already, each is doubled.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from hearing import marks
from hearing.marks import Marks
from hearing.mentions.current import Current, Mentions, Name, current, tidy
from hearing.wording import listed

_BRACKETED = re.compile(r"(?<!\\)(\\*)\[\[([^\[\]\n]+)\]\]")
_ESCAPED = re.compile(r"(?<!\\)\\(?:\\\\)*\[\[(?:[^\[\]\n]*\]\])?")
_LOOSE = re.compile(r"\[\[|\]\]")
_BACKSLASHES = re.compile(r"(?<!\\)\\+\Z")

Piece = tuple[int, int, str]


def typed(text: str, marked: Marks, mentions: Mentions, called: Mapping[int, str]) -> str:
    """The comment for editing, the marks between ** and **; ``called`` says what to type for each point.

    >>> typed("Jf. PIU, bemærkning g.", ((0, 3),), ((4, 21, 7),), {7: "PIU g"})
    '**Jf.** [[PIU g]].'
    """
    pieces: list[Piece] = []
    last = 0
    for start, end, id in tidy(mentions, len(text)):
        if id in called:
            pieces += _literal(text[last:start], last)
            if before := _BACKSLASHES.search(text[last:start]):
                pieces.append((last + before.start(), start, before[0] * 2))
            pieces.append((start, end, f"[[{called[id]}]]"))
            last = end
    pieces += _literal(text[last:], last)
    text, marked, _ = marks.replaced(text, marked, pieces)
    return marks.typed(text, marked)


def _literal(part: str, start: int) -> list[Piece]:
    """What of a stretch would be taken for a mention, with a backslash before it."""
    return [
        (start + found.start(), start + found.end(1) + 2, found[1] * 2 + "\\[[")
        for found in _BRACKETED.finditer(part)
        if found[2].strip()
    ]


def read(
    written: str, resolve: Callable[[str], Sequence[int]], names: Callable[[Sequence[int]], Mapping[int, Name]]
) -> Current:
    """The comment that was typed. ``resolve`` finds the points of what stands between brackets; where it finds
    none, the words stay. ``names`` says what points are called. Raises what ``resolve`` raises.
    """
    text, marked = marks.read(written)
    pieces: list[Piece] = []
    named: list[tuple[int, int, int]] = []
    for found in _BRACKETED.finditer(text):
        if not found[2].strip():
            continue
        if found[1]:
            pieces.append((found.start(), found.end(1), "\\" * (len(found[1]) // 2)))
        if len(found[1]) % 2 == 0:
            ids = resolve(found[2])
            room = listed("?" * len(ids))
            places = (at for at, letter in enumerate(room) if letter == "?")
            named += [(len(pieces), at, id) for at, id in zip(places, ids, strict=True)]
            pieces.append((found.end(1), found.end(), room or found[2]))
    text, marked, ranges = marks.replaced(text, marked, pieces)
    starts = [(ranges[piece][0] + at, id) for piece, at, id in named]
    mentions = tuple((start, start + 1, id) for start, id in starts)
    # Every name takes the place of one letter.
    return current(text, marked, mentions, names([id for _, id in starts]))


def loose(written: str) -> bool:
    """Whether brackets of a typed comment are no mention, and no backslash says that they shall be none.

    >>> loose("Jf. [[PIU g."), loose("Jf. [[PIU g]].")
    (True, False)
    """
    return bool(_LOOSE.search(_BRACKETED.sub("", _ESCAPED.sub("", written))))


def renewed(written: str, known: Mapping[str, tuple[int, str]], called: Mapping[int, str]) -> str:
    """What was typed from a page that is older than the names: each known mention by what is typed for it now.

    ``known`` are the mentions that the page showed, each with its point and the words that stay when that is gone.
    """

    def anew(found: re.Match) -> str:
        if len(found[1]) % 2 or found[2] not in known:
            return found[0]
        id, words = known[found[2]]
        return found[1] + (f"[[{called[id]}]]" if id in called else words)

    return _BRACKETED.sub(anew, written)
