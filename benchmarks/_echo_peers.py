"""What one would take instead of our index, each at the threshold that is best for it on the very corpus."""

import random
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks._corpus import Corpus
from benchmarks._judging import Verdict, best

_DIVIDED = re.compile(r"(?<=[^\W\d_])-\s?(?=[^\W\d_])")
_BLOCK = 500


@dataclass(frozen=True)
class Peer:
    """What a peer found at its best threshold, in how many CPU seconds; ``rows`` if only these were compared."""

    level: float
    verdict: Verdict
    seconds: float
    rows: frozenset[int] | None = None


def _texts(corpus: Corpus) -> list[str]:
    """The texts with divided words joined, as each peer is given them."""
    return [_DIVIDED.sub("", made.text).lower() for made in corpus.texts]


def tfidf(corpus: Corpus, sample: int = 0) -> Peer:
    """The cosine of TF-IDF on words and pairs of words, all with all.

    With a sample only so many texts are compared with all, and the seconds are what all would take.
    """
    from sklearn.feature_extraction.text import TfidfVectorizer

    began = time.process_time()
    vectors = TfidfVectorizer(ngram_range=(1, 2), token_pattern=r"\w+").fit_transform(_texts(corpus))
    fitted = time.process_time() - began
    count = len(corpus.texts)
    rows = sorted(random.Random(1).sample(range(count), min(sample or count, count)))
    began = time.process_time()
    scored = list(_products(vectors, rows))
    compared = (time.process_time() - began) * count / len(rows)
    chosen = frozenset(rows) if sample else None
    level, verdict = best(corpus, scored, chosen)
    return Peer(level, verdict, fitted + compared, chosen)


def _products(vectors, rows: list[int]) -> Iterator[tuple[int, int, float]]:
    turned = vectors.T.tocsr()
    for start in range(0, len(rows), _BLOCK):
        block = rows[start : start + _BLOCK]
        product = (vectors[block] @ turned).tocoo()
        near = product.data >= 0.2
        for row, b, score in zip(product.row[near], product.col[near], product.data[near], strict=True):
            a = block[row]
            if a != b:
                yield min(a, int(b)), max(a, int(b)), float(score)


def minhash(corpus: Corpus) -> Peer:
    """MinHash LSH on five letters in a row: buckets from a likeness of 0.3, then the estimate of the likeness."""
    from datasketch import MinHash, MinHashLSH

    began = time.process_time()
    index, scored = MinHashLSH(threshold=0.3, num_perm=128), []
    hashes = []
    for place, text in enumerate(_texts(corpus)):
        text = " ".join(text.split())
        signed = MinHash(num_perm=128)
        signed.update_batch({text[n : n + 5].encode() for n in range(max(1, len(text) - 4))})
        scored += [(other, place, float(hashes[other].jaccard(signed))) for other in index.query(signed)]
        hashes.append(signed)
        index.insert(place, signed)
    seconds = time.process_time() - began
    return Peer(*best(corpus, [pair for pair in scored if pair[2] >= 0.2]), seconds)


def brute_force(corpus: Corpus) -> Peer:
    """rapidfuzz cdist with token_set_ratio, all with all."""
    import numpy
    from rapidfuzz import fuzz, process

    texts = _texts(corpus)
    began = time.process_time()
    scores = process.cdist(texts, texts, scorer=fuzz.token_set_ratio, score_cutoff=70)
    seconds = time.process_time() - began
    near = zip(*numpy.nonzero(numpy.triu(scores, 1)), strict=True)
    return Peer(*best(corpus, [(int(a), int(b), float(scores[a, b]) / 100) for a, b in near]), seconds)


def brute_force_seconds(corpus: Corpus, rows: int = 30) -> float:
    """What cdist would take for all with all, each pair once, by what it takes for some rows."""
    from rapidfuzz import fuzz, process

    texts = _texts(corpus)
    began = time.process_time()
    process.cdist(random.Random(1).sample(texts, rows), texts, scorer=fuzz.token_set_ratio)
    return (time.process_time() - began) / rows * (len(texts) - 1) / 2


def extract_seconds(corpus: Corpus, times: int = 3) -> float:
    """What rapidfuzz takes to find the five nearest of all texts to one."""
    from rapidfuzz import fuzz, process

    texts = _texts(corpus)
    began = time.process_time()
    for text in random.Random(1).sample(texts, times):
        process.extract(text, texts, scorer=fuzz.token_set_ratio, limit=5)
    return (time.process_time() - began) / times
