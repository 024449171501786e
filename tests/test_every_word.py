"""Not one word of a file is lost or invented: all stand in the cells, in a heading or in what was left out."""

import re
from collections import Counter
from pathlib import Path

import pytest

from hearing.intake import running_text
from hearing.intake.layout import read_grids
from hearing.intake.rows import Reading
from tests import dressing

DUMPS = Path(__file__).parent / "data" / "dumps"
TEXTS = ("label", "summary", "decision", "comment", "excerpt", "page", "number")
SAID_OF_THE_SILENT = {
    "der",
    "er",
    "har",
    "ikke",
    "intet",
    "fremsendt",
    "afgivet",
    "modtaget",
    "svar",
    "høringssvar",
}


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def _kept(read: Reading) -> Counter[str]:
    cells = [getattr(row, name) for row in read.rows for name in TEXTS]
    cells += [text for row in read.rows for text in (row.party, row.theme_printed or row.theme)]
    said = [remark.text for remark in (*read.left_out, *read.odd)]
    return _words(" ".join([*cells, *said, *(column.heading for column in read.columns)]))


def _invented(read: Reading, there: Counter[str]) -> Counter[str]:
    said = (getattr(row, name) for row in read.rows for name in ("summary", "decision", "comment", "excerpt"))
    return _words(" ".join(said)) - there


@pytest.mark.parametrize("dump", sorted(DUMPS.glob("*.*.txt")), ids=lambda path: path.name.removesuffix(".txt"))
def test_no_word_of_a_text_is_lost_or_invented(dump):
    there = _words(dump.read_text(encoding="utf-8"))
    read = running_text.read(dump.read_text(encoding="utf-8"))
    silent = sum(row.silent for row in read.rows)
    lost = there - _kept(read)
    numbers = [word for word in lost if word.isdecimal()]
    assert {word.casefold() for word in lost} - set(numbers) <= SAID_OF_THE_SILENT
    assert all(times <= silent for times in lost.values()) and len(numbers) <= silent
    assert not _invented(read, there)


@pytest.mark.parametrize("seed", range(60))
def test_no_word_of_a_table_is_lost_or_invented(seed):
    grids, _ = dressing.at_random(seed)
    cells = [cell.text for grid in grids for row in grid.rows for cell in row if not cell.joined_above]
    there = _words(" ".join([*cells, *(text for grid in grids for text in (*grid.before, *grid.after))]))
    read = read_grids(grids)
    silent = sum(row.silent for row in read.rows)
    lost = {word for word in there - _kept(read) if not word.isdecimal()}
    headings = set(_words(" ".join(cell.text for grid in grids for row in grid.rows[:2] for cell in row)))
    assert {word.casefold() for word in lost - headings} <= (SAID_OF_THE_SILENT if silent else set())
    assert not _invented(read, there)
