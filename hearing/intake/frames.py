"""The words by which a table points at its own rows, whatever they are: learnt from the table.

Whoever prints a table writes "Behandles under Vestby Kommune, punkt c" in row after row, and only the party and
the letter change. What stays is a frame: a cell that is one of the frames points at the row that it names.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial

from hearing.echoes import labels as cited
from hearing.echoes.names import Names
from hearing.intake import decisions, references
from hearing.intake.references import Reference
from hearing.intake.rows import Row

_LONGEST = 200
_MOST_WORDS = 12
_BEGINS = re.compile(r"(?<=\s)(?=[^\W\d_a-zæøå]|[(\[–→])")
Frame = tuple[str, ...]
Places = dict[tuple[str, str], set[int]]
"""The rows of a party with a letter, "" for those without one."""


def taken(text: str, names: Names, frames: Collection[Frame] | None = None) -> tuple[Frame, Reference] | None:
    """The words of a cell around the one party and at most one letter that it names, and what it names.

    Only if it is one of the ``frames``; where they are not given, only if it names a letter.
    """
    if len(text) > _LONGEST:
        return None
    said = references.folded(text)
    # To look for the names of a thousand parties takes long, and hardly any cell has one.
    if not (cited.take(said, named=True)[0] if frames is None else any(_may_be(said, frame) for frame in frames)):
        return None
    party, rest = names.take(said)
    if party is None:
        return None
    found, rest = cited.take(rest, named=True)
    words = tuple(re.findall(r"\w+", rest))
    if len(found) > 1 or len(words) > _MOST_WORDS or frames is not None and words not in frames:
        return None
    return words, Reference(party, found[0] if found else "")


def _may_be(said: str, frame: Frame) -> bool:
    return all(word in said for word in frame)


def placed(rows: Sequence[Row]) -> Places:
    """The rows that say something, by party and letter."""
    known: Places = defaultdict(set)
    for index, row in enumerate(rows):
        if not row.silent:
            known[row.party, cited.last(row.label)].add(index)
    return known


class Frames:
    """The frames of a table's summaries and decisions, and those in which comments end."""

    def __init__(self, rows: Sequence[Row], names: Names):
        self._rows, self._names, self._known = rows, names, placed(rows)
        self._cells = self._learnt(
            taken(text, names)
            for row in rows
            if not row.silent
            for text in (row.summary, "" if decisions.meaning_of(row.decision) else row.decision)
            if text
        )
        self._repeated = self._in_full()
        ends = (taken(rows[index].comment[at:], names) for index, (at, _) in self._repeated.items())
        self._ends = self._learnt(ends)

    def reference(self, text: str) -> Reference | None:
        """What a summary or a decision points at, or None if it says something of its own."""
        usual = references.reference(text, self._names)
        if usual or not self._cells or decisions.meaning_of(text):
            return usual
        found = taken(text, self._names, self._cells)
        return found[1] if found else None

    def in_full(self, index: int) -> Reference | None:
        """What a row's comment names last, if the row says all that the other one says, or ends as those do."""
        if index in self._repeated:
            return self._repeated[index][1]
        comment = self._rows[index].comment
        ends = (taken(comment[at:], self._names, self._ends) for at in (*_cuts(comment), 0)) if self._ends else ()
        found = next((end[1] for end in ends if end), None)
        return found or references.also(comment, self._names)

    def _learnt(self, seen: Iterable[tuple[Frame, Reference] | None]) -> set[Frame]:
        """The frames in which at least two rows of the table are named by their letters, and hardly any other."""
        named: dict[Frame, set[tuple[str, str]]] = defaultdict(set)
        for words, reference in filter(None, seen):
            named[words].add(_place(reference))
        there = {words: len(places & self._known.keys()) for words, places in named.items()}
        return {words for words, places in named.items() if words and there[words] >= max(2, 0.8 * len(places))}

    def _in_full(self) -> dict[int, tuple[int, Reference]]:
        """The rows whose comment is that of the row which it names last, and where it does so; same decision."""
        said: dict[tuple[str, str], set[int]] = defaultdict(set)
        whole = [(_squeezed(row.decision), _squeezed(row.comment)) for row in self._rows]
        for index, (decision, comment) in enumerate(whole):
            if comment:
                said[decision, comment].add(index)
        found: dict[int, tuple[int, Reference]] = {}
        for index, (decision, comment) in enumerate(whole):
            for at in _cuts(self._rows[index].comment):
                end = self._rows[index].comment[at:]
                if others := said.get((decision, comment.removesuffix(_squeezed(end)))):
                    named = self._names_one_of(others - {index}, end)
                    if named:
                        found[index] = at, named
                        break
        return found

    def _names_one_of(self, others: Collection[int], end: str) -> Reference | None:
        """Which of these rows the end of a comment names, where a party alone may be enough; None if none."""
        party, rest = self._names.take(references.folded(end))
        letters, _ = cited.take(rest, named=True) if party else ((), "")
        there = {self._rows[index].label for index in others if self._rows[index].party == party}
        if not letters and len(there) == 1:
            return Reference(party, cited.last(there.pop()))
        wanted = letters[0] if len(letters) == 1 else None
        return Reference(party, wanted) if wanted in map(cited.last, there) else None


def _place(reference: Reference) -> tuple[str, str]:
    return reference.party, cited.last(reference.label)


def _cuts(comment: str) -> Iterator[int]:
    """Where the last sentence of a comment may begin, from the end on; not at its own beginning."""
    first = max(1, len(comment) - _LONGEST)
    return (found.start() for found in reversed(list(_BEGINS.finditer(comment, first))))


_squeezed = partial(re.sub, r"\W+", "")
