"""How sure the reader is of each border between two cells, and the sentence that says so to a person.

All ways through the lattice vote on every border of the best one, each with the weight of its score. A border that
nearly all agree on is sure. The scores count evidence that is not independent (words of one voice come together),
so they are tempered before they are weighed.
"""

from collections.abc import Sequence
from math import exp, inf, log1p

from hearing.intake.rows import FIELDS
from hearing.intake.running_text.lattice import Lattice

_TEMPER = 2.1
SURE = 0.85
"""The share of the votes that a border needs."""


def doubts(lattice: Lattice) -> list[str]:
    """For each row of the best way what a person should look at, in Danish; "" where the reader is sure."""
    votes = _together(lattice, _votes(lattice))
    kinds = [column.kind for column in lattice.columns]
    unsure = [[node for node in nodes if votes[node] < SURE] for nodes in lattice.way]
    states = [[lattice.states[node] for node in nodes] for nodes in unsure]
    return [_sentence([_between(kinds, state[1]) for state in row if state[0] == "after"]) for row in states]


def _votes(lattice: Lattice) -> list[float]:
    """The share of the votes that every node gets."""
    size = len(lattice.best)
    before, after = [-inf] * size, [-inf] * size
    before[0] = 0.0
    for source, target, score in lattice.edges:
        before[target] = _add(before[target], before[source] + score / _TEMPER)
    for node in lattice.ends:
        after[node] = 0.0
    for source, target, score in reversed(lattice.edges):
        after[source] = _add(after[source], after[target] + score / _TEMPER)
    return [exp(min(0.0, one + two - after[0])) for one, two in zip(before, after, strict=True)]


def _together(lattice: Lattice, votes: list[float]) -> list[float]:
    """The votes for a border, whether or not the row is torn: all ends of the same cell at the same place."""
    for states in lattice.at:
        borders: dict[int, list[int]] = {}
        for state, node in states.items():
            if state[0] == "after":
                borders.setdefault(state[1], []).append(node)
        for nodes in borders.values():
            total = min(1.0, sum(votes[node] for node in nodes))
            for node in nodes:
                votes[node] = total
    return votes


def _add(one: float, two: float) -> float:
    """The logarithm of the sum of two numbers given by their logarithms."""
    if one < two:
        one, two = two, one
    return one if two == -inf else one + log1p(exp(two - one))


def _between(kinds: Sequence[str], column: int) -> str:
    """The border after the cell before ``column``, named by the cells on its sides."""
    names = [FIELDS[kind].lower() if kind in FIELDS else kind for kind in kinds]
    if column >= len(names):
        return f"slutningen af {names[-1]}"
    return f"grænsen mellem {names[column - 1]} og {names[column]}" if column else f"begyndelsen af {names[0]}"


def _sentence(borders: Sequence[str]) -> str:
    if not borders:
        return ""
    return f"Teksten kan deles på flere måder: {' og '.join(dict.fromkeys(borders))} er usikker."
