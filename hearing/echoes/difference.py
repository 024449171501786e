"""The word difference that a person judges by: what was left out, what was added, what stayed."""

import re
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel

from hearing.echoes import numbers

# Read and compared as one: a date, a paragraph, a number with its sign, a word with its hyphens.
_WORDS = re.compile(
    rf"(?<!\w)(?=[\d§{numbers.BEGINNINGS}])(?:{numbers.DATE}|§+\s?\d+\w*"
    rf"|{numbers.SIGN}?\d+(?:[.,:/–-]\d+)*{numbers.FRACTION}?(?:\s?[%‰]|\+?(?!\w)))"
    r"|\*\*|\w+(?:[-'’]\w+)*|\s+|[^\w\s]"
)
# Words times words that are compared one by one; longer texts are shown as left out and put in whole.
_MOST = 9_000_000


class Kind(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    OUT = "out"
    IN = "in"


@dataclass(frozen=True)
class Piece:
    """A stretch of words with the same fate."""

    kind: Kind
    text: str


def words(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces that lead from ``old`` to ``new``: SAME and OUT give the old text, SAME and IN the new.

    >>> [(p.kind.value, p.text) for p in words("to dage", "tre dage")]
    [('out', 'to'), ('in', 'tre'), ('same', ' dage')]
    """
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    start = _shared(before, after)
    end = _shared(before[start:][::-1], after[start:][::-1])
    middle = before[start : len(before) - end], after[start : len(after) - end]
    pieces = [
        Piece(Kind.SAME, "".join(before[:start])),
        *_compare(*middle),
        Piece(Kind.SAME, "".join(before[len(before) - end :])),
    ]
    return tuple(_joined([piece for piece in pieces if piece.text]))


def _shared(left: list[str], right: list[str]) -> int:
    """How many words the two begin with alike."""
    count = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        count += 1
    return count


def _compare(before: list[str], after: list[str]) -> list[Piece]:
    if len(before) * len(after) > _MOST:
        return [Piece(Kind.OUT, "".join(before)), Piece(Kind.IN, "".join(after))]
    pieces = []
    for step in Indel.opcodes(before, after):
        if step.tag == "equal":
            pieces.append(Piece(Kind.SAME, "".join(before[step.src_start : step.src_end])))
        elif step.tag == "delete":
            pieces.append(Piece(Kind.OUT, "".join(before[step.src_start : step.src_end])))
        else:
            pieces.append(Piece(Kind.IN, "".join(after[step.dest_start : step.dest_end])))
    return pieces


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Changes that a blank or a single word parts become one: "den lille" -> "et stort" is read as one change."""
    joined: list[Piece] = []
    out = put = ""
    for n, piece in enumerate(pieces):
        between = piece.kind is Kind.SAME and _between(pieces, n)
        if piece.kind is Kind.OUT or between:
            out += piece.text
        if piece.kind is Kind.IN or between:
            put += piece.text
        if piece.kind is Kind.SAME and not between:
            joined += _change(out, put)
            joined.append(piece)
            out = put = ""
    return joined + _change(out, put)


def _between(pieces: list[Piece], n: int) -> bool:
    """Whether this piece is no more than a blank within a change, or one word between words put for others."""
    if not 0 < n < len(pieces) - 1:
        return False
    one_word = len(pieces[n].text.split()) == 1
    return pieces[n].text.isspace() or (
        one_word and _replaced(pieces[max(n - 2, 0) : n]) and _replaced(pieces[n + 1 : n + 3])
    )


def _replaced(change: list[Piece]) -> bool:
    """Whether words are left out and words put in; a number is looked at by itself."""
    return {piece.kind for piece in change if piece.text.lstrip()[:1].isalpha()} == {Kind.OUT, Kind.IN}


def _change(out: str, put: str) -> list[Piece]:
    return [piece for piece in (Piece(Kind.OUT, out), Piece(Kind.IN, put)) if piece.text]
