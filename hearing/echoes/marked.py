"""The words that only one of two alike texts has, marked so that a person reads them at a glance.

What is read as one is marked as one ("4,7", "20 %", "§ 12", "8-16", "PIU's"), and a word or two that both texts
happen to have amid other words are marked with them: many small marks say less than one.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from hearing.echoes.agreement import WORD, Alignment, Word, passages
from hearing.echoes.difference import Kind, Piece

# What stands between two words that are read as one.
_JOINT = re.compile(r"(?:['’/:–-]|[.,](?=[\da-zæøå]))?")
# Behind such a sign comes a blank before the next word.
_ENDS = re.compile(r"[\w.,;:!?%)»”]")
# So many times longer than a passage between them are the changes of which it is a part.
_LOST = 3


def readable(old: str, new: str, found: Alignment) -> Alignment:
    """The same alignment, changed in place: whole pieces only, and no passage that is lost among changes."""
    _keep_whole(found, _pieces_of(old, found.old), _pieces_of(new, found.new))
    for block in [run for run in found.runs() if _is_lost(found, *run)]:
        found.part(*block)
    return found


def _pieces_of(text: str, words: list[Word]) -> list[int]:
    """The number of the piece that each word is part of."""
    apart = (not _joined(text, *words[n - 1 : n + 1]) for n in range(1, len(words)))
    return list(accumulate(apart, initial=0)) if words else []


def _joined(text: str, one: Word, other: Word) -> bool:
    if text[one.end : other.start].isspace():
        return one.folded == "§" or (_is_number(one) and other.folded in ("%", "promille"))
    return _JOINT.match(text, one.end).end() == other.start


def _keep_whole(found: Alignment, of_old: list[int], of_new: list[int]) -> None:
    """Let no word of a piece be the other text's where another word of the piece is not."""
    before = None
    while before != (before := [*found.of_old]):
        old = {piece for piece, partner in zip(of_old, found.of_old, strict=True) if partner < 0}
        new = {piece for piece, partner in zip(of_new, found.of_new, strict=True) if partner < 0}
        for n, partner in enumerate(before):
            if partner >= 0 and (of_old[n] in old or of_new[partner] in new):
                found.part(n, partner)


def _is_lost(found: Alignment, i: int, j: int, length: int) -> bool:
    """Whether words were put for others right before and right behind a passage, and it is short beside them.

    A number is looked at by itself.
    """
    before = _alone(found.old, found.of_old, i, -1), _alone(found.new, found.of_new, j, -1)
    behind = (
        _alone(found.old, found.of_old, i + length - 1, 1),
        _alone(found.new, found.of_new, j + length - 1, 1),
    )
    either_side = min(max(map(len, before)), max(map(len, behind)))
    return (
        either_side > 0
        and all(one or other for one, other in zip(before, behind, strict=True))
        and (length == 1 or _LOST * length <= either_side)
        and not any(some and all(_is_number(word) for word in some) for some in (*before, *behind))
    )


def _is_number(word: Word) -> bool:
    return not word.folded[0].isalpha()


def _alone(words: list[Word], partners: list[int], n: int, step: int) -> list[Word]:
    """The words right before (-1) or behind (1) one that have no partner."""
    found = []
    n += step
    while 0 <= n < len(partners) and partners[n] < 0:
        found.append(words[n])
        n += step
    return found


def sides(old: str, new: str, found: Alignment) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Each text by itself, whole: what both have is SAME, what only the old has OUT, what only the new has IN."""
    same = list(passages(found))
    return (
        tuple(_apart(old, [passage.old for passage in same], Kind.OUT)),
        tuple(_apart(new, sorted(passage.new for passage in same), Kind.IN)),
    )


def _apart(text: str, same: list[tuple[int, int]], kind: Kind) -> Iterator[Piece]:
    """What lies between two passages is of the kind, from its first word to its last; signs and blanks are not."""
    end = 0
    for start, stop in _cuts(text, same):
        if end < start:
            yield Piece(Kind.SAME, text[end:start])
        yield Piece(kind, text[start:stop])
        end = stop
    if end < len(text):
        yield Piece(Kind.SAME, text[end:])


def _cuts(text: str, same: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    end = 0
    for start, stop in [*same, (len(text), len(text))]:
        alone = [match.span() for match in WORD.finditer(text, end, start)]
        if alone:
            yield alone[0][0], alone[-1][1]
        end = stop


def together(old: str, new: str, found: Alignment) -> tuple[Piece, ...]:
    """The new text, whole, with what only the old one has put in where it stood: a passage that moved is SAME.

    SAME and IN give the new text, letter by letter.
    """
    put = _cuts(new, sorted(passage.new for passage in passages(found)))
    changes = [(start, stop, Piece(Kind.IN, new[start:stop])) for start, stop in put]
    changes += [(at, at, Piece(Kind.OUT, text)) for at, text in _left_out(old, new, found)]
    pieces, end = [], 0
    for start, stop, piece in sorted(changes, key=lambda change: change[:2]):
        pieces += [Piece(Kind.SAME, new[end:start]), piece]
        end = stop
    return tuple(piece for piece in (*pieces, Piece(Kind.SAME, new[end:])) if piece.text)


def _left_out(old: str, new: str, found: Alignment) -> Iterator[tuple[int, str]]:
    """What only the old text has, with a blank where one is wanted, and where in the new text it would stand."""
    starts = [word.start for word in found.old]
    for start, stop in _cuts(old, [passage.old for passage in passages(found)]):
        n, behind = bisect_right(starts, start) - 1, bisect_right(starts, stop)
        if n > 0:
            at = _after(old[found.old[n - 1].end : start], new, found, found.of_old[n - 1])
        elif found.new and (found.of_new[0] < 0 or behind == len(starts)):
            at = found.new[0].start
        else:
            at = found.new[found.of_old[behind]].start if behind < len(starts) else 0
        before = " " if old[:start][-1:].isspace() and _ENDS.match(new[:at][-1:]) else ""
        yield at, f"{before}{old[start:stop]}{' ' if WORD.match(new, at) else ''}"


def _after(gap: str, new: str, found: Alignment, m: int) -> int:
    """Where the words would stand that come after a word and this gap: right before those put for them, if any."""
    if m + 1 < len(found.new) and found.of_new[m + 1] < 0:
        return found.new[m + 1].start
    end = found.new[m].end
    return end + _common(gap, new[end:])


def _common(one: str, other: str) -> int:
    """How many signs the two begin with alike; a blank is a blank."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b and not (a + b).isspace()), min(len(one), len(other)))


def shortened(pieces: Iterable[Piece], own: int, same: int | None = None) -> tuple[Piece, ...]:
    """The pieces, without the middle of those with more letters: what one text has, and what both have."""
    most = {Kind.SAME: same, Kind.OUT: own, Kind.IN: own}
    return tuple(Piece(piece.kind, _without_middle(piece.text, most[piece.kind])) for piece in pieces)


def _without_middle(text: str, most: int | None) -> str:
    if most is None or len(text) <= most:
        return text
    edge = 2 * most // 5
    start, end = text[:edge].rpartition(" ")[0] or text[:edge], text[-edge:].partition(" ")[2] or text[-edge:]
    return f"{start} […] {end}"
