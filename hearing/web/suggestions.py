"""What the page "Gentagelser" lays before a person: suggestions one by one, equal texts as one, side by side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from sqlite_utils import Database

from hearing.echoes.comparing import FIELDS, Comparison, compare, versions_of
from hearing.echoes.difference import Kind, Piece
from hearing.echoes.marked import shortened
from hearing.echoes.pairs import Pair
from hearing.echoes.texts import Text
from hearing.records import Point
from hearing.store import echoes, points, verdicts
from hearing.store.table import Entry
from hearing.web import family, replacing

_VERBATIM = 100
# Letters of what only one text has, and of what both have: of more the middle is left out.
_LONGEST, _LONGEST_SAME = 480, 2000


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
        some = family_of.get(pair.a)
        if some is None or some is not family_of.get(pair.b):
            found.append(Step(pair, (pair.a, pair.b)))
        elif some[0] not in seen:
            seen.add(some[0])
            found.append(Step(pair, some))
    return found


def _families(db: Database, hearing_id: int, waiting: Sequence[Pair]) -> dict[int, tuple[int, ...]]:
    """Points that say the same and repeat nothing yet, each with all of its kind, of which no two are judged.

    Of very many that say the same not every two are listed as a pair.
    """
    verbatim = list(takewhile(lambda pair: pair.score >= _VERBATIM, waiting))
    linked = echoes.links(db, hearing_id)
    ids = {id for pair in verbatim for id in (pair.a, pair.b)} - linked.keys()
    judged = [(verdict.one_id, verdict.other_id) for verdict in verdicts.of(db, hearing_id)]
    texts = [(id, summary, excerpt) for id, _, summary, excerpt in points.texts(db, sorted(ids))]
    whole = [family.undisputed(some, judged) for some in family.families(texts)]
    return {id: some for some in whole for id in some}


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


def compared(one: Entry, other: Entry) -> tuple[Side, Side, Comparison]:
    """The two side by side, with the words that only one of them has marked where they say the same."""
    found = compare(_text(one.point), _text(other.point))
    texts: tuple[dict[str, tuple[Piece, ...]], ...] = ({}, {})
    for versions in found.versions:
        for side, name, pieces in zip(texts, versions.fields, versions.sides(), strict=True):
            side[name] = shortened(pieces, _LONGEST, _LONGEST_SAME)
    for comments in versions_of(Text(one.point.comment), Text(other.point.comment)):
        texts[0]["comment"], texts[1]["comment"] = comments.sides()
    return _side(one, texts[0]), _side(other, texts[1]), found


def _text(point: Point) -> Text:
    return Text(point.summary, point.excerpt)


def _side(entry: Entry, texts: dict[str, tuple[Piece, ...]]) -> Side:
    whole = {name: (Piece(Kind.SAME, getattr(entry.point, name)),) for name in (*FIELDS, "comment")}
    return Side(entry, **{**whole, **texts})
