"""Everything that is alike in a hearing, listed at once: what a person wants to see in a file."""

from collections import defaultdict
from collections.abc import Callable, Iterator

from sqlite_utils import Database

from hearing.echoes.contrasts import contrary
from hearing.echoes.pairs import Pair, Reason
from hearing.echoes.references import Kind
from hearing.echoes.texts import Text
from hearing.echoes.wishes import LOWEST, Wishes
from hearing.enums import Printing, VerdictKind
from hearing.likeness.filling import Filling
from hearing.store import echoes, points, verdicts
from hearing.wording import thousands

Show = Callable[[str], object]
Key = tuple[int, int]


def pairs(db: Database, hearing_id: int, show: Show = lambda line: None) -> list[Pair]:
    """The pairs of points that repeat or name each other, by their ids, the lower one first; best pairs first.

    A pair that is both is listed as a reference. What a person has rejected is left out. ``show`` is told, in
    Danish, what is being done.
    """
    return _Listing(db, hearing_id, show).pairs()


def wishes(db: Database, hearing_id: int, show: Show = lambda line: None) -> list[Pair]:
    """The pairs that most likely demand the same in other words, at most five from every point, best first.

    Those that ``pairs`` lists are left out, and so are those that a person has judged and those of which one
    demands what the other refuses.
    """
    return _Listing(db, hearing_id, show).wishes()


class _Listing:
    """A hearing compared anew, just as the pages have it compared, and what people have linked and judged."""

    def __init__(self, db: Database, hearing_id: int, show: Show):
        self.db, self.hearing_id, self.show = db, hearing_id, show
        self.filling = Filling.begin(db, hearing_id)
        for turn in self.filling.turns(db):
            turn()
            self._tell("Sammenligner", self.filling.done, len(self.filling.ids))
        self.verdicts = verdicts.of(db, hearing_id)

    def pairs(self) -> list[Pair]:
        """See ``pairs``."""
        found = {
            (pair.a, pair.b): pair for pair in self.filling.alike.pairs(echoes.links(self.db, self.hearing_id))
        }
        for pair in self._linked(found):
            found[pair.a, pair.b] = max(pair, found.get((pair.a, pair.b), pair), key=_reference_first)
        for verdict in self.verdicts:
            if verdict.kind is VerdictKind.REJECTED:
                found.pop((verdict.one_id, verdict.other_id), None)
        return sorted(found.values(), key=lambda pair: (-pair.score, pair.a, pair.b))

    def wishes(self) -> list[Pair]:
        """See ``wishes``."""
        near: defaultdict[int, set[int]] = defaultdict(set)
        pairs = ((pair.a, pair.b) for pair in self.pairs())
        for a, b in (*pairs, *((one.one_id, one.other_id) for one in self.verdicts)):
            near[a].add(b)
            near[b].add(a)
        speaking = [
            (point.id, Text(point.summary, point.excerpt, point.party_id), point.theme_id)
            for point in points.of(self.db, self.hearing_id)
            if not self.filling.alike.rows.only_names(point.id)
        ]
        asked = Wishes()
        asked.put_many(speaking)
        found: dict[Key, Pair] = {}
        text_of = {id: text for id, text, _ in speaking}
        for n, (id, text, theme) in enumerate(speaking):
            self._tell("Leder efter samme ønske", n, len(speaking))
            for match in asked.nearest(text, theme, but={id, *near[id]}):
                if match.score < LOWEST or contrary(text, text_of[match.id]):
                    continue
                key = min(id, match.id), max(id, match.id)
                pair = Pair(*key, match.score, reason=Reason.SAME_WISH)
                found[key] = max(pair, found.get(key, pair), key=lambda pair: pair.score)
        return sorted(found.values(), key=lambda pair: (-pair.score, pair.a, pair.b))

    def _tell(self, what: str, done: int, all: int) -> None:
        self.show(f"{what}: {thousands(done)} af {thousands(all)} bemærkninger …")

    def _linked(self, found: dict[Key, Pair]) -> Iterator[Pair]:
        """The echoes that refer to their source; one that says the same itself is found by what it says."""
        party_of = {id: party for id, _, party, *_ in points.in_order(self.db, self.hearing_id)}
        for echo in echoes.of(self.db, self.hearing_id):
            key = min(echo.point_id, echo.source_id), max(echo.point_id, echo.source_id)
            if not party_of.keys() >= set(key):
                continue
            if echo.printing is Printing.AS_READ or key not in found:
                same = party_of[echo.point_id] == party_of[echo.source_id]
                yield Pair(*key, Kind.SAME, same, Reason.REFERENCE)


def _reference_first(pair: Pair) -> tuple[bool, int]:
    return pair.reason is Reason.REFERENCE, pair.score
