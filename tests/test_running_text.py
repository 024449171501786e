"""Text of a PDF's table: rows and cells out of lines that follow each other."""

import re
from pathlib import Path

import pytest

from hearing.intake import reading, running_text
from hearing.intake.rows import Reading
from hearing.records import Meaning


@pytest.fixture(scope="module")
def seed(request) -> Reading:
    """The real published table, read once."""
    path = Path(__file__).resolve().parents[2] / "shared" / "seeds" / "003_e7812a292a6cfa6c.txt"
    if not path.exists():
        pytest.skip("De rigtige dokumenter i ../shared/seeds findes ikke her.")
    return reading.read(path.read_bytes(), path.name)


def squeezed(text: str) -> str:
    """The text without blanks, and with words that were divided at a line's end as they stand."""
    return re.sub(r"\s+", "", text)


@pytest.mark.seeds
def test_the_seed_has_the_rows_parties_and_silent_parties_that_it_prints(seed):
    assert len(seed.rows) == 228
    assert len({row.party for row in seed.rows}) == 46
    assert sum(row.silent for row in seed.rows) == 17


@pytest.mark.seeds
def test_the_seeds_decisions_are_as_many_as_the_phrases_in_its_text(seed, seed_table):
    text = " ".join(seed_table.read_text(encoding="utf-8").split())
    meanings = [row.meaning for row in seed.rows if row.echo_of is None]
    assert meanings.count(Meaning.IMPLEMENT) == text.count("Inddrages i implementeringsarbejdet")
    assert meanings.count(Meaning.NO_CHANGE) == text.count("Giver ikke anledning til ændringer i praksisplanen")
    assert meanings.count(Meaning.CHANGE) == text.count("Giver anledning til følgende ændring/tilføjelse i")


def test_a_text_without_a_word_is_refused():
    with pytest.raises(running_text.Refused, match="tom"):
        running_text.read(" \n\f\n ")
