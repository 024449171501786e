"""One question for two groups, however many of their points are alike."""

from collections.abc import Collection, Mapping, Sequence

from hearing.echoes.pairs import Pair


def once(pairs: Sequence[Pair], group_of: Mapping[int, int], judged: Collection[tuple[int, int]]) -> list[Pair]:
    """Of the pairs, best first, the best between every two groups that nobody has judged yet.

    A pair of points is there once, its lower id first.
    ``group_of`` has the source of every point that repeats another; any other point is the source of its own
    group, perhaps alone in it. ``judged`` are pairs of points: what a person said of two holds for their groups.
    """
    # Nearly all pairs are of two points that stand alone and are asked of nowhere else.
    grouped = {*group_of, *group_of.values()}
    if not grouped and not judged:
        return list(pairs)

    def groups(a: int, b: int) -> tuple[int, int]:
        one, other = group_of.get(a, a), group_of.get(b, b)
        return (one, other) if one < other else (other, one)

    settled = {groups(*pair) for pair in judged}
    found = []
    for pair in pairs:
        a, b = pair.a, pair.b
        alone = a not in grouped and b not in grouped
        asked = (a, b) if alone else groups(a, b)
        if asked[0] != asked[1] and asked not in settled:
            found.append(pair)
            if not alone:
                settled.add(asked)
    return found
