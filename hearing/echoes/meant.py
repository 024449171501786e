"""Which points the references in a hearing's texts mean."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from hearing.echoes import letters, references
from hearing.echoes.names import Names
from hearing.echoes.pairs import Pair, Reason
from hearing.echoes.references import Kind, Reference
from hearing.echoes.texts import Text
from hearing.echoes.wishes import Wishes

_ALIKE_ENOUGH, _ALIKE_AS_A_WHOLE = 0.15, 0.25
"""How much a sentence that joins somebody, or all of its row, must be like the point that is meant."""


@dataclass(frozen=True, slots=True)
class Row:
    """A point with all that may refer to another; ``source`` is the id of the point that it is linked to."""

    id: int
    label: str
    text: Text
    decision: str = ""
    comment: str = ""
    source: int | None = None


def pairs(rows: Sequence[Row], names: Names, wishes: Wishes) -> list[Pair]:
    """The pairs of points of which one refers to the other, each once, best first.

    The rows come in table order; ``wishes`` holds them all. A reference that names a party and no letter means
    the point of that party that is most like what is said; if none is like it, it means nobody.
    """
    table = _Table(rows, wishes)
    found: dict[tuple[int, int], Pair] = {}
    for place, row in enumerate(rows):
        for reference in _said(row, names):
            for other in table.meant(place, reference):
                key = min(row.id, other.id), max(row.id, other.id)
                same = row.text.party is not None and row.text.party == other.text.party
                pair = Pair(*key, int(reference.kind), same, Reason.REFERENCE)
                found[key] = max(pair, found.get(key, pair), key=lambda pair: pair.score)
    return sorted(found.values(), key=lambda pair: (-pair.score, pair.a, pair.b))


def _said(row: Row, names: Names) -> Iterator[Reference]:
    """The references in a row. One without a letter says nothing new where another names that party's letter, or
    where the row is linked already."""
    said = [
        *references.find(row.text.summary, names, row.text.party),
        *references.find(row.text.excerpt, names, row.text.party),
        *references.find(row.decision, names),
        *references.find(row.comment, names),
    ]
    lettered = {reference.party for reference in said if reference.letters}
    for reference in said:
        if reference.letters or not (row.source or reference.party in lettered):
            yield reference


class _Table:
    """The rows by party and letter."""

    def __init__(self, rows: Sequence[Row], wishes: Wishes):
        self._rows, self._wishes = rows, wishes
        self._row = {row.id: row for row in rows}
        self._of: defaultdict[Hashable, list[Row]] = defaultdict(list)
        self._lettered: defaultdict[tuple[Hashable, str], list[Row]] = defaultdict(list)
        for row in rows:
            self._of[row.text.party].append(row)
            self._lettered[row.text.party, letters.last(row.label)].append(row)

    def meant(self, place: int, reference: Reference) -> list[Row]:
        """The points that a reference in the row at this place means."""
        row = self._rows[place]
        if reference.above:
            return list(self._rows[max(0, place - 1) : place])
        party = row.text.party if reference.party is None else reference.party
        if reference.letters:
            lettered = [self._lettered[party, one] for one in reference.letters]
            return [one for others in lettered for one in self._best(row, reference.said, others) if one != row]
        others = self._of[party]
        if reference.kind is Kind.EARLIER:
            others = others[: others.index(row)]
            return list(self._like(row, reference.said, others))
        if len(others) == 1:
            return others
        return list(self._like(row, reference.said, others))

    def _best(self, row: Row, said: str, others: Sequence[Row]) -> Sequence[Row]:
        """The one point with a letter; of several with the same letter the one that is most like what is said."""
        return others if len(others) < 2 else list(self._like(row, said, others)) or others[:1]

    def _like(self, row: Row, said: str, others: Iterable[Row]) -> Iterator[Row]:
        ids = [other.id for other in others]
        for text, enough in ((Text(said), _ALIKE_ENOUGH), (row.text, _ALIKE_AS_A_WHOLE)):
            best = self._wishes.likeness(text, ids)[:1]
            if best and best[0][0] >= enough:
                yield self._row[best[0][1]]
                return
