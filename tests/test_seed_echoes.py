"""The hand-made judgement of the real table is about rows that are there, and says no two things of one pair."""

import pytest

from hearing.intake import reading
from tests import seed_echoes


@pytest.fixture(scope="module")
def rows(seed_table):
    return reading.read(seed_table.read_bytes(), seed_table.name).rows


@pytest.mark.seeds
@pytest.mark.slow
def test_every_judged_row_is_a_point(rows):
    labels = seed_echoes.load()
    pairs = labels.textual | labels.disputable | labels.near_misses | labels.references | labels.see_also
    named = {row for pair in pairs for row in pair} | {row for group in labels.groups for row in group}
    assert [row for row in sorted(named) if rows[row - 1].silent] == []


@pytest.mark.seeds
@pytest.mark.slow
def test_the_judgement_is_large_enough_to_measure_by(rows):
    labels = seed_echoes.load()
    parties = [row.party for row in rows]
    within = [(a, b) for a, b in labels.textual if parties[a - 1] == parties[b - 1]]
    assert (len(labels.textual), len(within), len(labels.references)) == (33, 12, 21)
    assert len(labels.wishes(parties)) > 120


def test_a_pair_is_judged_once():
    labels = seed_echoes.load()
    assert not labels.textual & (labels.disputable | labels.near_misses)
