"""Where one wish has been decided in two ways, and where it may still be: what is told before publication."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import merge

from sqlite_utils import Database

from hearing.echoes.pairs import SAME_TEXT, Pair
from hearing.echoes.warnings import Kind, warnings
from hearing.store import echoes, points, table
from hearing.store.selection import ID, NO_REMARKS, Facet

# Pairs that are decided unlike and are read for what they say: more than a person decides in a day. Opposites are
# among the first, since a negated sentence is as like the other as can be.
_COMPARED = 300


@dataclass(frozen=True)
class Unlike:
    """What is decided unlike in a hearing.

    ``groups`` are the sources of groups in which a decision differs and nobody has said why, ``explained`` those
    in which every difference has its reason; both in table order. ``pairs`` are texts that stand there twice,
    decided in two ways and not linked, best first, without those that ask for opposites; ``between`` those of them
    that lie between two groups. ``likely`` counts all pairs of such texts that wait for a person.
    """

    groups: tuple[int, ...] = ()
    explained: tuple[int, ...] = ()
    pairs: tuple[Pair, ...] = ()
    between: tuple[Pair, ...] = ()
    likely: int = 0


def unlike(db: Database, hearing_id: int, waiting: Sequence[Pair], between: Sequence[Pair]) -> Unlike:
    """What is decided unlike; ``waiting`` are the hearing's suggestions, best first, and ``between`` the pairs of
    points that both repeat something already, each in another group, one for every two groups.
    """
    same, linked = likely(waiting), likely(between)
    echo_of = {link.point_id: link for link in echoes.of(db, hearing_id)}
    source_of = {id: link.source_id for id, link in echo_of.items()}
    asked = {*source_of, *source_of.values(), *(id for pair in (*same, *linked) for id in (pair.a, pair.b))}
    order = {row[ID]: row[Facet.DECISION] for row in table.outline(db, hearing_id) if row[ID] in asked}
    decision_of = {id: decision for id, decision in order.items() if decision not in (None, NO_REMARKS)}
    differing: dict[int, bool] = {}
    for id, link in echo_of.items():
        root = echoes.root(id, source_of)
        if link.deviation:
            differing.setdefault(root, True)
        elif _differ(decision_of, id, root):
            differing[root] = False
    found = [id for id in order if id in differing]
    open_ = _of_one_wish(db, [pair for pair in same if _differ(decision_of, pair.a, pair.b)])
    apart = _of_one_wish(db, [pair for pair in linked if _differ(decision_of, pair.a, pair.b)])
    return Unlike(
        tuple(id for id in found if not differing[id]),
        tuple(id for id in found if differing[id]),
        tuple(merge(open_, apart, key=best_first)),
        tuple(apart),
        len(same),
    )


def _of_one_wish(db: Database, pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs without those of which one asks for the opposite of the other, as far as so many are compared."""
    asked = pairs[:_COMPARED]
    texts = points.texts(db, sorted({id for pair in asked for id in (pair.a, pair.b)}))
    said = {id: (summary, excerpt) for id, _, summary, excerpt in texts}

    def opposite(pair: Pair) -> bool:
        both = zip(said.get(pair.a, ()), said.get(pair.b, ()), strict=False)
        return any(_opposed(one, other) for one, other in both if one and other)

    return [*(pair for pair in asked if not opposite(pair)), *pairs[_COMPARED:]]


@lru_cache(1 << 11)
def _opposed(one: str, other: str) -> bool:
    return any(warned.kind in (Kind.NEGATION, Kind.OPPOSITE) for warned in warnings(one, other))


def best_first(pair: Pair) -> tuple[int, int, int]:
    """The order of suggestions."""
    return -pair.score, pair.a, pair.b


def likely(waiting: Sequence[Pair]) -> list[Pair]:
    """Those of the suggestions, best first, of which one text is made from the other or surely names it."""
    return list(waiting[: how_many_likely(waiting)])


def how_many_likely(waiting: Sequence[Pair]) -> int:
    """How many of the suggestions, best first, those are."""
    return bisect_right(waiting, -SAME_TEXT, key=lambda pair: -pair.score)


def _differ(decision_of: dict[int, int], one: int, other: int) -> bool:
    return one in decision_of and other in decision_of and decision_of[one] != decision_of[other]
