"""The word difference that a person judges by: what was left out, what was added, what stayed."""

import re
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel

from hearing.echoes import numbers

_WORDS = re.compile(r"\*\*|\w+|\s+|[^\w\s]")
_MEANINGS = re.compile(
    rf"(?<!\w)(?:{numbers.DATE}|\d+(?:[.,]\d+)+(?!\w)|(?i:pct|kr|mio|mia)(?:\.|(?!\w)))|{_WORDS.pattern}"
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
    return _words(_WORDS.findall(old), _WORDS.findall(new))


def meanings(old: str, new: str) -> tuple[Piece, ...]:
    """The same for one who reads what is said: "20 pct." and "tyve procent" are SAME, written as in ``new``.

    >>> [(p.kind.value, p.text) for p in meanings("Giv to dage, tak.", "Giv 2 dage.")]
    [('same', 'Giv 2 dage'), ('out', ', tak'), ('same', '.')]
    """
    after = _MEANINGS.findall(new)
    written = {_meant(word): word for word in reversed(after)}
    return _words([written.get(_meant(word), word) for word in _MEANINGS.findall(old)], after)


def _meant(word: str) -> str:
    """A number or a unit as every way of writing it has it, any other word as it is."""
    plain = word.lower().rstrip(".")
    meaning = numbers.same(plain)
    return meaning if meaning[:1].isdigit() or plain in numbers.UNITS else word


def _words(before: list[str], after: list[str]) -> tuple[Piece, ...]:
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
    """Changes that only a blank parts become one: "den lille" -> "et stort" is read as one change, not two."""
    joined: list[Piece] = []
    out = put = ""
    for n, piece in enumerate(pieces):
        between = 0 < n < len(pieces) - 1 and piece.kind is Kind.SAME and piece.text.isspace()
        if piece.kind is Kind.OUT or between:
            out += piece.text
        if piece.kind is Kind.IN or between:
            put += piece.text
        if piece.kind is Kind.SAME and not between:
            joined += _change(out, put)
            joined.append(piece)
            out = put = ""
    return joined + _change(out, put)


def _change(out: str, put: str) -> list[Piece]:
    return [piece for piece in (Piece(Kind.OUT, out), Piece(Kind.IN, put)) if piece.text]
