"""Full-text search over the points: what a person typed becomes a question that FTS5 cannot choke on."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from hearing.store.selection import ID, Brief, Facet
from hearing.wording import fold, one_line

LONGEST = 200
"""Characters of a search that are used; the rest is cut, and the page says so."""

_PARTS = re.compile(r'"([^"]*)"|([^\s"]+)')
_SHORTEST_BEGINNING = 3
_OR, _AND = {"OR", "ELLER"}, {"AND", "OG"}
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Term:
    """A word, or words in quotes, folded. ``beginning``: what begins with it is found too."""

    text: str
    beginning: bool

    @property
    def question(self) -> str:
        """The term as FTS5 takes it."""
        return f'"{self.text}"' + ("*" if self.beginning else "")

    def stands_in(self, name: str) -> bool:
        """Whether a party's name holds it."""
        asked, there = _WORD.findall(self.text), _WORD.findall(fold(name))
        if not asked:
            return False
        for start in range(len(there) - len(asked) + 1):
            *whole, last = there[start : start + len(asked)]
            if whole == asked[:-1] and (last == asked[-1] or (self.beginning and last.startswith(asked[-1]))):
                return True
        return False


def terms(words: str) -> list[list[Term]]:
    """What was typed: alternatives (OR or ELLER stood between them), each of terms that must all be found.

    A word of three letters or more also finds what begins with it. Empty if no letter or digit was typed.

    >>> terms('kommunal "stk. 2"')
    [[Term(text='kommunal', beginning=True), Term(text='stk. 2', beginning=False)]]
    """
    groups: list[list[Term]] = [[]]
    for quoted, word in _PARTS.findall(one_line(words[:LONGEST])):
        if word in _OR:
            groups.append([])
        elif word not in _AND:
            text = fold(quoted or word)
            if any(_is_searched(letter) for letter in text):
                beginning = not quoted and len(text) >= _SHORTEST_BEGINNING and text[-1].isalpha()
                groups[-1].append(Term(text, beginning))
    return [group for group in groups if group]


def ids(db: Database, words: str, rows: Sequence[Brief], names: Mapping[int, str]) -> frozenset[int]:
    """The ids of the points in which all words stand, in their texts or their party's name; none without a word.

    ``rows`` are the points that may be found, ``names`` those of the parties by id. Ids of other hearings may be
    among what is returned.
    """
    found: frozenset[int] = frozenset()
    for group in terms(words) if rows else ():
        found |= _all_of(db, group, rows, names)
    return found


def _all_of(db: Database, group: list[Term], rows: Sequence[Brief], names: Mapping[int, str]) -> frozenset[int]:
    """The points that hold every term. Terms that are in no party's name are asked for at once."""
    called = {term: {id for id, name in names.items() if term.stands_in(name)} for term in group}
    texts = [term.question for term in group if not called[term]]
    found = [_texts(db, " AND ".join(texts), rows)] if texts else []
    for term, parties in called.items():
        if parties:
            theirs = frozenset(row[ID] for row in rows if row[Facet.PARTY] in parties)
            found.append(theirs | _texts(db, term.question, rows))
    return frozenset.intersection(*found)


def _texts(db: Database, question: str, rows: Sequence[Brief]) -> frozenset[int]:
    # Asked of the index alone: to look the points up as well takes longer than the search.
    found = db.execute(
        "select rowid from point_search where point_search match ? and rowid between ? and ?",
        [question, min(row[ID] for row in rows), max(row[ID] for row in rows)],
    )
    return frozenset(id for (id,) in found)


def _is_searched(letter: str) -> bool:
    """Whether the tokenizer of the index sees it."""
    category = unicodedata.category(letter)
    return category[0] in "LN" or category == "Co"
