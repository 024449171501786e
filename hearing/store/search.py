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


def condition(words: str) -> tuple[str, list[str]]:
    """A condition on ``point`` and its parameters, to be combined with others by "and".

    Nothing typed lets every point through; something in which there is no word finds none.
    """
    if not words.strip():
        return "true", []
    question = expression(words)
    if question is None:
        return "false", []
    return "point.id in (select rowid from point_search where point_search match ?)", [question]


def ids(db: Database, hearing_id: int, words: str) -> frozenset[int]:
    """The ids of the hearing's points in which all the words stand."""
    where, parameters = condition(words)
    rows = db.execute(
        f"select id from point where hearing_id = ? and {where}",  # noqa: S608 - the condition is ours
        [hearing_id, *parameters],
    )
    return frozenset(id for (id,) in rows)


def _is_searched(letter: str) -> bool:
    """Whether the tokenizer of the index sees it."""
    category = unicodedata.category(letter)
    return category[0] in "LN" or category == "Co"
