"""What the page "Gentagelser" lays before a person: suggestions one by one, equal texts as one, side by side."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from sqlite_utils import Database

from hearing.echoes import agreement, warnings
from hearing.echoes.difference import Kind, Piece
from hearing.echoes.pairs import Pair
from hearing.echoes.warnings import Warned
from hearing.records import Point
from hearing.store import echoes, points, verdicts
from hearing.store.table import Entry
from hearing.web import replacing
from hearing.wording import fold

_WORD = re.compile(r"\w+")
_VERBATIM, _FAMILY = 100, 3
# Texts that share less are no versions of each other: to mark what differs would be to mark nearly everything.
_SHARED = 0.3
# Of words that only one text has, so many letters are shown from the beginning and from the end.
_SHOWN = 160
_TEXTS = ("summary", "excerpt")


@dataclass(frozen=True)
class Step:
    """What is decided at once: two points, or all that say the same; ``pair`` is the first two of them."""

    pair: Pair
    ids: tuple[int, ...]

    @property
    def key(self) -> str:
        """Its place among all suggestions, as an address says it."""
        return f"{self.pair.score}-{self.pair.a}-{self.pair.b}"

    @property
    def family(self) -> bool:
        """Whether more than two points say the same."""
        return len(self.ids) > 2


@dataclass(frozen=True)
class Side:
    """One of two points, and its texts with the words that only it has."""

    entry: Entry
    summary: tuple[Piece, ...]
    excerpt: tuple[Piece, ...]
    comment: tuple[Piece, ...]


def steps(db: Database, hearing_id: int, waiting: Sequence[Pair], *, one_by_one: bool = False) -> list[Step]:
    """The suggestions as they are decided, best first."""
    family_of = {} if one_by_one else _families(db, hearing_id, waiting)
    found, seen = [], set()
    for pair in waiting:
        family = family_of.get(pair.a)
        if family is None or family is not family_of.get(pair.b):
            found.append(Step(pair, (pair.a, pair.b)))
        elif family[0] not in seen:
            seen.add(family[0])
            found.append(Step(pair, family))
    return found


def _families(db: Database, hearing_id: int, waiting: Sequence[Pair]) -> dict[int, tuple[int, ...]]:
    """Points that say the same and repeat nothing yet, each with all of its kind; only where nobody has judged.

    Of very many that say the same not every two are listed as a pair.
    """
    verbatim = list(takewhile(lambda pair: pair.score >= _VERBATIM, waiting))
    linked = echoes.links(db, hearing_id)
    ids = {id for pair in verbatim for id in (pair.a, pair.b)} - linked.keys()
    alike: dict[tuple[str, ...], list[int]] = {}
    for id, _, summary, excerpt in points.texts(db, sorted(ids)):
        alike.setdefault(tuple(_WORD.findall(fold(excerpt or summary))), []).append(id)
    families = {id: some for some in map(tuple, alike.values()) if len(some) >= _FAMILY for id in some}
    parted = {
        families[verdict.one_id]
        for verdict in verdicts.of(db, hearing_id)
        if verdict.one_id in families and families[verdict.one_id] is families.get(verdict.other_id)
    }
    return {id: some for id, some in families.items() if some not in parted}


def standing_at(found: Sequence[Step], key: str) -> int:
    """The number of the step that an address names, or of the first behind it; the end if there is none."""
    asked = _order(key)
    return next((n for n, step in enumerate(found) if _order(step.key) >= asked), len(found))


def _order(key: str) -> tuple[int, ...]:
    try:
        score, one, other = (int(part[:19]) for part in key.split("-"))
    except ValueError:
        return (-_VERBATIM - 1,)
    return -score, one, other


def source(entries: Iterable[Entry], sources: Iterable[int]) -> int:
    """Which of the points the others should repeat: the one with most of a handling of its own, else one of the
    ``sources``, else the first.

    One that repeats something already can be joined in its group, but not be taken out of it by another. A group
    that nobody has handled takes over the handling of what comes into it, so that nothing is lost there.
    """
    in_group = set(sources)

    def rank(entry: Entry) -> tuple:
        point, weight = entry.point, replacing.weight(entry.point, entry.decision)
        alone = point.id not in in_group
        return entry.source is None, alone or weight > 0, -weight, alone, point.position, point.id

    return min(entries, key=rank).point.id


def compared(one: Entry, other: Entry) -> tuple[Side, Side, tuple[Warned, ...]]:
    """The two side by side, and what a person must look at."""
    told: list[Warned] = []
    texts: tuple[dict[str, tuple[Piece, ...]], ...] = ({}, {})
    for name, theirs in _comparable(one.point, other.point):
        old, new = getattr(one.point, name), getattr(other.point, theirs)
        left, right = agreement.sides(old, new)
        if _shares(left, right):
            texts[0][name], texts[1][theirs] = _short(left), _short(right)
            told += warnings.warnings(old, new)
    comments = agreement.sides(one.point.comment, other.point.comment)
    if _shares(*comments):
        texts[0]["comment"], texts[1]["comment"] = comments
    return (
        _side(one, texts[0]),
        _side(other, texts[1]),
        tuple({(warned.kind, warned.old, warned.new): warned for warned in told}.values()),
    )


def _comparable(one: Point, other: Point) -> list[tuple[str, str]]:
    """Which text is held against which: each against its like; where they have none, what there is."""
    same = [(name, name) for name in _TEXTS if getattr(one, name) and getattr(other, name)]
    return same or [
        (name, theirs) for name in _TEXTS for theirs in _TEXTS if getattr(one, name) and getattr(other, theirs)
    ]


def _shares(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    """Whether enough of the shorter text is in the other."""
    return max(map(_share, (left, right))) >= _SHARED


def _share(pieces: Sequence[Piece]) -> float:
    letters = sum(len(piece.text) for piece in pieces)
    return sum(len(piece.text) for piece in pieces if piece.kind is Kind.SAME) / letters if letters else 0


def _side(entry: Entry, texts: dict[str, tuple[Piece, ...]]) -> Side:
    whole = {name: (Piece(Kind.SAME, getattr(entry.point, name)),) for name in (*_TEXTS, "comment")}
    return Side(entry, **{**whole, **texts})


def _short(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    return tuple(_shortened(pieces))


def _shortened(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Long stretches that only one text has, without their middle, so that what agrees is in view."""
    for piece in pieces:
        if piece.kind is Kind.SAME or len(piece.text) <= 3 * _SHOWN:
            yield piece
        else:
            yield Piece(piece.kind, f"{piece.text[:_SHOWN].rstrip()} […] {piece.text[-_SHOWN:].lstrip()}")
