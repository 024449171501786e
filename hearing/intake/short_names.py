"""Short names that the texts use without saying so: "SST" in the rows of Sundhedsstyrelsen.

A word of capitals is a party's short name if its letters run through the party's name from its first letter, and
the party's own rows use it far more than other rows do. Rows that only point at another row do not count.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from hearing.intake import party_names, references
from hearing.intake.rows import Row
from hearing.wording import fold

_CAPITALS = re.compile(r"\b[A-ZÆØÅ]{2,6}(?:-[A-ZÆØÅ]{1,2})?(?=(?:['’]?s)?\b)")
_NOBODY = {"IT", "EU", "DK", "OK", "PC", "USA", "AI"}
_SEEN_AT_LEAST = 2
_TIMES_MORE = 3


def learn(rows: Sequence[Row]) -> list[Row]:
    """The rows, with the short name of every party that has none and is known by one in its own rows."""
    total: Counter[str] = Counter()
    own: dict[str, Counter[str]] = defaultdict(Counter)
    size = Counter(row.party for row in rows)
    for row in rows:
        words = set(_CAPITALS.findall(row.summary)) | set(_CAPITALS.findall(row.excerpt))
        own[row.party].update(words - _NOBODY)
        if not references.opens_as_one(row.summary):
            total.update(words)
    taken = {row.party_short for row in rows if row.party_short}
    unnamed = {row.party for row in rows if not row.party_short}
    learnt = {
        party: short
        for party in unnamed
        if (short := _best(party, own[party], total, size[party], len(rows))) and short not in taken
    }
    return [replace(row, party_short=row.party_short or learnt.get(row.party, "")) for row in rows]


def _best(party: str, own: Counter[str], total: Counter[str], size: int, rows: int) -> str:
    """The word used most in the party's rows that its name's letters allow; ties go to the alphabet."""
    elsewhere = max(1, rows - size)
    fitting = [
        (-times, word)
        for word, times in own.items()
        if times >= _SEEN_AT_LEAST
        and runs_through(word, party)
        and times / size >= _TIMES_MORE * (total[word] - times) / elsewhere
    ]
    return min(fitting)[1] if fitting else ""


def runs_through(short: str, name: str) -> bool:
    """Whether the letters of a short name stand in the name in this order, from the name's first letter on."""
    letters = [letter for letter in fold(short) if letter.isalpha()]
    text = fold(party_names.plain(name))
    if not letters or not text.startswith(letters[0]) or text.split()[0] == "".join(letters):
        return False
    place = 0
    for letter in letters:
        place = text.find(letter, place) + 1
        if not place:
            return False
    return True
