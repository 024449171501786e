"""Full-text search over the points: what a person typed becomes a question that FTS5 cannot choke on."""

import re
import unicodedata

from sqlite_utils import Database

from hearing.wording import fold

LONGEST = 200
"""Characters of a search that are used; the rest is cut, and the page says so."""

_PARTS = re.compile(r'"([^"]*)"|([^\s"]+)')
_SHORTEST_BEGINNING = 3


def expression(words: str) -> str | None:
    """The FTS5 question for what was typed: every word somewhere in the row, "words in quotes" as they stand.

    A word of three letters or more also finds what begins with it. None if no letter or digit was typed.

    >>> expression('kommunal "stk. 2"')
    '"kommunal"* AND "stk. 2"'
    """
    asked = []
    for quoted, word in _PARTS.findall(fold(words[:LONGEST])):
        text = quoted or word
        if not any(_is_searched(letter) for letter in text):
            continue
        beginning = not quoted and len(text) >= _SHORTEST_BEGINNING and text[-1].isalpha()
        asked.append(f'"{text}"' + ("*" if beginning else ""))
    return " AND ".join(asked) or None


def ids(db: Database, words: str, first: int = 0, last: int = 2**63 - 1) -> frozenset[int]:
    """The ids, from first to last, of the points in which all the words stand; none if no word was typed."""
    question = expression(words)
    if question is None:
        return frozenset()
    # Asked of the index alone: to look the points up as well takes longer than the search.
    rows = db.execute(
        "select rowid from point_search where point_search match ? and rowid between ? and ?",
        [question, first, last],
    )
    return frozenset(id for (id,) in rows)


def _is_searched(letter: str) -> bool:
    """Whether the tokenizer of the index sees it."""
    category = unicodedata.category(letter)
    return category[0] in "LN" or category == "Co"
