"""The corpora of the benchmarks are what they are labelled as, and the judge of them counts right."""

import json
from itertools import combinations

import pytest

from benchmarks import _corpus
from benchmarks._corpus import PROFILES, Corpus, Made
from benchmarks._corpus.planting import LONG, SHORT
from benchmarks._judging import best, judge, pooled


@pytest.mark.parametrize("name", PROFILES)
def test_a_seed_makes_the_same_corpus_again_and_another_seed_another(name):
    made = [_corpus.make(120, seed, PROFILES[name]) for seed in (1, 1, 2)]
    assert made[0] == made[1]
    assert made[0].texts != made[2].texts
    assert len(made[0].texts) == 120


@pytest.mark.parametrize("name", PROFILES)
def test_a_corpus_has_every_kind_and_a_tenth_of_it_repeats_something(name):
    corpus = _corpus.make(1000, 3, PROFILES[name])
    swapped = {"name swapped", "campaign"}
    assert set(corpus.echoes.values()) | {"verbatim"} >= (LONG.keys() | SHORT.keys())
    assert set(corpus.echoes.values()) <= LONG.keys() | SHORT.keys() | swapped
    merged = sum(kind == "merged" for kind in corpus.echoes.values())
    assert len(corpus.echoes) == 100 + merged / 2
    assert len(corpus.campaigns) == 1
    for a, b in [*corpus.echoes, *corpus.unscored]:
        assert a < b
        assert corpus.texts[a].party != corpus.texts[b].party


def test_a_corpus_is_written_as_the_command_reads_it():
    corpus = _corpus.make(40, 1)
    lines = [json.loads(line) for line in corpus.lines().splitlines()]
    assert [line["id"] for line in lines] == list(range(40))
    assert [(line["text"], line["group"]) for line in lines] == [(made.text, made.party) for made in corpus.texts]


@pytest.fixture
def small() -> Corpus:
    """Nine texts: a copy, a campaign of three, one text that only looks like another, and an opposite."""
    return Corpus(
        [Made(str(n), f"Part {n}") for n in range(8)] + [Made("8", "Part 0")],
        [],
        [],
        echoes={(0, 1): "verbatim", (2, 3): "campaign", (2, 4): "campaign"},
        campaigns=[frozenset({2, 3, 4})],
        negatives={(5, 6): "same subject"},
        unscored={(0, 7): "opposite"},
    )


def test_the_judge_counts_every_echo_once_and_opposites_neither_way(small):
    verdict = judge(small, [(0, 1), (2, 3), (3, 4), (5, 6), (0, 7), (0, 8)])
    assert verdict.kinds == {"campaign": (1, 2), "verbatim": (1, 1)}
    assert (verdict.recall, verdict.precision) == (2 / 3, 2 / 3)
    assert verdict.weakest == (0.5, "campaign")
    assert verdict.campaigns == (2, 3)
    assert verdict.wrong == [(5, 6)]
    assert verdict.missed == [(2, 4)]
    assert verdict.alike == {"opposite": (1, 1), "same subject": (1, 1)}


def test_the_judge_of_a_sample_counts_the_pairs_of_these_rows_only(small):
    verdict = judge(small, combinations(range(9), 2), rows={2})
    assert verdict.kinds == {"campaign": (2, 2)}
    assert verdict.campaigns == (2, 2)
    assert len(verdict.wrong) == 6


def test_two_texts_that_came_to_say_much_of_the_same_count_neither_way():
    courtesy = "Vi håber, at bemærkningerne kan indgå i det endelige udkast."
    quoted = "Planen siger: »Færgen går kun hver anden onsdag.«"
    texts = [
        "Bussen går hver time om dagen. Toget går hver anden time.",
        f"Toget går hver anden time. {quoted}",
        f"Cyklen står under taget om natten. {quoted}",
    ]
    corpus = Corpus([Made(f"{courtesy} {text}", f"Part {n}") for n, text in enumerate(texts)], [], [])
    assert judge(corpus, combinations(range(3), 2)).wrong == [(0, 2), (1, 2)]
    corpus.negatives[0, 1] = "same subject"
    assert judge(corpus, combinations(range(3), 2)).wrong == [(0, 1), (0, 2), (1, 2)]


def test_the_best_threshold_is_the_one_with_the_highest_f1(small):
    scored = [(0, 1, 0.9), (2, 3, 0.9), (2, 4, 0.8), (5, 6, 0.7), (1, 5, 0.6)]
    level, verdict = best(small, scored)
    assert (level, verdict.f1) == (0.8, 1)
    assert pooled([verdict, judge(small, [])]).kinds == {"campaign": (2, 4), "verbatim": (1, 2)}
