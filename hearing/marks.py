"""The marks of new text: the ranges of a comment, and how a person types them, between ** and **.

A backslash before an asterisk or a backslash makes it an ordinary letter. A single asterisk, three or more in a
row, and a ** without its partner are ordinary text as they stand.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

Marks = tuple[tuple[int, int], ...]

_PIECES = re.compile(r"\\[\\*]|\*+|[^\\*]+|\\")
_RUNS = re.compile(r"\*+|\\+")


def tidy(marks: Marks, length: int) -> Marks:
    """The same marks in order, inside the text, none empty, and those that touch as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted((max(0, start), min(end, length)) for start, end in marks):
        if start >= end:
            continue
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def read(typed: str) -> tuple[str, Marks]:
    """The text and its marks.

    >>> read("Alle kontaktes **inden for tre dage**.")
    ('Alle kontaktes inden for tre dage.', ((15, 33),))
    """
    pieces = _PIECES.findall(typed)
    signs = [n for n, piece in enumerate(pieces) if piece == "**"]
    if len(signs) % 2:
        signs.pop()
    text, at, marks, opened = [], 0, [], None
    for n, piece in enumerate(pieces):
        if n in signs[:1]:
            signs.pop(0)
            if opened is None:
                opened = at
            else:
                marks.append((opened, at))
                opened = None
            continue
        literal = piece[1:] if len(piece) == 2 and piece[0] == "\\" else piece
        text.append(literal)
        at += len(literal)
    return "".join(text), tidy(tuple(marks), at)


def typed(text: str, marks: Marks) -> str:
    """How the text is shown for editing; ``read(typed(text, marks))`` gives text and marks back."""
    edges = [edge for mark in tidy(marks, len(text)) for edge in mark]
    written, at = [], 0
    for edge in [*edges, None]:
        part = text[at:edge]
        written.append(_literal(part, after=at if at in edges else None, before=edge))
        if edge is not None:
            written.append("**")
            at = edge
    return "".join(written)


def _literal(part: str, after: int | None, before: int | None) -> str:
    """A stretch between two signs, with what could be taken for a sign made ordinary."""

    def ordinary(run: re.Match) -> str:
        stars = run[0][0] == "*"
        at_sign = (run.start() == 0 and after is not None) or (run.end() == len(part) and before is not None)
        if stars:
            doubtful = len(run[0]) == 2 or at_sign
        else:
            doubtful = len(run[0]) > 1 or part[run.end() : run.end() + 1] == "*" or at_sign
        return "".join(f"\\{letter}" for letter in run[0]) if doubtful else run[0]

    return _RUNS.sub(ordinary, part)


def pieces(text: str, marks: Marks) -> Iterator[tuple[str, bool]]:
    """The text piece by piece, none of them empty, each with whether it is marked.

    >>> list(pieces("Svar inden tre dage.", ((5, 14),)))
    [('Svar ', False), ('inden tre', True), (' dage.', False)]
    """
    at = 0
    for start, end in tidy(marks, len(text)):
        if at < start:
            yield text[at:start], False
        yield text[start:end], True
        at = end
    if at < len(text):
        yield text[at:], False


def replaced(
    text: str, marks: Marks, pieces: Sequence[tuple[int, int, str]]
) -> tuple[str, Marks, list[tuple[int, int]]]:
    """The text with other words in some ranges, which are in order, its marks, and where those words stand now.

    A mark that reached into words that are others now covers them all.

    >>> replaced("Svar til PIU.", ((5, 10),), [(9, 12, "Klitby")])
    ('Svar til Klitby.', ((5, 15),), [(9, 15)])
    """
    written, ranges, last, at = [], [], 0, 0
    for start, end, words in pieces:
        at += start - last
        written += (text[last:start], words)
        ranges.append((at, at + len(words)))
        last, at = end, at + len(words)
    written.append(text[last:])
    starts = [start for start, _, _ in pieces]

    def moved(place: int, opens: bool) -> int:
        n = bisect_right(starts, place) - 1
        if n < 0:
            return place
        (start, end, words), (now, behind) = pieces[n], ranges[n]
        if place >= end:
            return behind + place - end
        if place == start or words == text[start:end]:
            return now + place - start
        return now if opens else behind

    return "".join(written), tuple((moved(start, True), moved(end, False)) for start, end in marks), ranges


def cut(marks: Marks, start: int, end: int) -> Marks:
    """The marks of ``text[start:end]``."""
    return tidy(tuple((a - start, b - start) for a, b in marks), end - start)


def shift(marks: Marks, by: int) -> Marks:
    """The marks of a text that ``by`` characters were put before."""
    return tuple((start + by, end + by) for start, end in marks)
