"""What a person judged on the real table by reading all of its points, before any program's ranking was looked at.

``data/seed_echoes.json`` holds row numbers of the handling-table export, from 1, and none of the table's text:

- ``textual``      the same passage or sentence, copied, edited or contained, of two parties or of one
- ``disputable``   a clause in common that one judge would call textual and another would not
- ``near_misses``  what they share is a quotation of the plan, an opening formula, or a subject: no textual echoes
- ``references``   one row names the other, ``[the row, the row it means]``
- ``see_also``     the authority's answer in one row points at its answer in the other
- ``wishes``       rows that demand the same thing, in groups; every two of different parties are a pair
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

PATH = Path(__file__).parent / "data" / "seed_echoes.json"
Pairs = frozenset[tuple[int, int]]


@dataclass(frozen=True)
class Labels:
    """The judged pairs, the smaller row number first; ``references`` as (the row, the row it means)."""

    textual: Pairs
    disputable: Pairs
    near_misses: Pairs
    references: Pairs
    see_also: Pairs
    groups: tuple[tuple[int, ...], ...]

    def wishes(self, parties: Sequence[str], groups: Iterable[tuple[int, ...]] | None = None) -> Pairs:
        """The pairs of the same wish in other words: of two parties, and not textual."""
        found = {pair for group in groups or self.groups for pair in combinations(sorted(group), 2)}
        return frozenset((a, b) for a, b in found if parties[a - 1] != parties[b - 1]) - self.textual


def load() -> Labels:
    """The labels of the real table."""
    read = json.loads(PATH.read_text(encoding="utf-8"))
    near = [pair for pairs in read["near_misses"].values() for pair in pairs]
    return Labels(
        _ordered(read["textual"]),
        _ordered(read["disputable"]),
        _ordered(near),
        frozenset((a, b) for a, b in read["references"]),
        frozenset((a, b) for a, b in read["see_also"]),
        tuple(tuple(group) for group in read["wishes"].values()),
    )


def _ordered(pairs: Iterable[Sequence[int]]) -> Pairs:
    return frozenset((min(pair), max(pair)) for pair in pairs)
