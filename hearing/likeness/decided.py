"""Where one wish has been decided in two ways, and where it may still be: what is told before publication."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import merge

from sqlite_utils import Database

from hearing.echoes.pairs import SAME_TEXT, Pair
from hearing.store import echoes, table
from hearing.store.selection import ID, NO_REMARKS, Facet


@dataclass(frozen=True)
class Unlike:
    """What is decided unlike in a hearing.

    ``groups`` are the sources of groups in which a decision differs and nobody has said why, ``explained`` those
    in which every difference has its reason; both in table order. ``pairs`` are texts that stand there twice,
    decided in two ways and not linked, best first; ``between`` those of them that lie between two groups.
    ``likely`` counts all pairs of such texts that wait for a person.
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
    open_ = [pair for pair in same if _differ(decision_of, pair.a, pair.b)]
    apart = [pair for pair in linked if _differ(decision_of, pair.a, pair.b)]
    return Unlike(
        tuple(id for id in found if not differing[id]),
        tuple(id for id in found if differing[id]),
        tuple(merge(open_, apart, key=best_first)),
        tuple(apart),
        len(same),
    )


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
