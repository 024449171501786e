"""Everything that is alike in a hearing, listed at once: what a person wants to see in a file."""

from collections import defaultdict
from collections.abc import Callable, Iterator

from sqlite_utils import Database

from hearing.echoes import meant, references
from hearing.echoes.index import Index
from hearing.echoes.names import Names
from hearing.echoes.pairs import LISTED, SAME_TEXT, Pair, Reason
from hearing.echoes.references import Kind
from hearing.echoes.texts import Text
from hearing.echoes.wishes import Wishes
from hearing.enums import Printing, VerdictKind
from hearing.records import Point
from hearing.store import decisions, drafts, echoes, mentions, parties, points, verdicts
from hearing.wording import blank, thousands

Show = Callable[[str], object]
Key = tuple[int, int]
_SECOND_LOOK = 1_500
"""Points of a hearing that are looked at twice; more would take minutes."""
_MUCH, _FEW = 0.42, 30
"""How much alike two points are in their letters that a person would call the same text with other words; of a
few points little is known about which letters are rare."""


def pairs(db: Database, hearing_id: int, show: Show = lambda line: None) -> list[Pair]:
    """The pairs of points that repeat or name each other, by their ids, the lower one first; best pairs first.

    A pair that is both is listed as a reference. What a person has rejected is left out. ``show`` is told, in
    Danish, what is being done.
    """
    return _Listing(db, hearing_id, show).pairs()


def wishes(db: Database, hearing_id: int, show: Show = lambda line: None) -> list[Pair]:
    """The pairs that most likely demand the same in other words, at most five from every point, best first.

    Those that ``pairs`` lists are left out, and so are those that a person has judged.
    """
    return _Listing(db, hearing_id, show).wishes()


class _Listing:
    """A hearing read whole, with both its indexes."""

    def __init__(self, db: Database, hearing_id: int, show: Show):
        self.db, self.hearing_id, self.show = db, hearing_id, show
        known = parties.of(db, hearing_id)
        self.points = mentions.now(db, hearing_id, points.of(db, hearing_id), known)
        self.names = Names((party.id, (party.name, party.short_name, *party.other_names)) for party in known)
        self.source_of = echoes.links(db, hearing_id)
        self.verdicts = verdicts.of(db, hearing_id)
        # A point that only names another says nothing that a third could say as well.
        self.speaking = [point for point in self.points if not self._only_names(point)]
        self.asked = Wishes()
        self.asked.put_many((point.id, _text(point), point.theme_id) for point in self.speaking)

    def pairs(self) -> list[Pair]:
        """See ``pairs``."""
        found: dict[Key, Pair] = {}
        for pair in (*self._resembling(), *self._alike()):
            found[_key(pair)] = pair
        self.show("Følger henvisninger …")
        for pair in (*self._referring(), *self._linked(found)):
            found[_key(pair)] = max(pair, found.get(_key(pair), pair), key=_reference_first)
        for verdict in self.verdicts:
            if verdict.kind is VerdictKind.REJECTED:
                found.pop((verdict.one_id, verdict.other_id), None)
        listed = [pair for pair in found.values() if pair.score >= LISTED]
        return sorted(listed, key=lambda pair: (-pair.score, pair.a, pair.b))

    def wishes(self) -> list[Pair]:
        """See ``wishes``."""
        near: defaultdict[int, set[int]] = defaultdict(set)
        for a, b in (*map(_key, self.pairs()), *((one.one_id, one.other_id) for one in self.verdicts)):
            near[a].add(b)
            near[b].add(a)
        found: dict[Key, Pair] = {}
        for point in self._counted("Leder efter samme ønske"):
            for match in self.asked.nearest(_text(point), point.theme_id, but={point.id, *near[point.id]}):
                key = min(point.id, match.id), max(point.id, match.id)
                pair = Pair(*key, match.score, reason=Reason.SAME_WISH)
                found[key] = max(pair, found.get(key, pair), key=lambda pair: pair.score)
        return sorted(found.values(), key=lambda pair: (-pair.score, pair.a, pair.b))

    def _counted(self, what: str) -> Iterator[Point]:
        for n, point in enumerate(self.speaking):
            if n % 100 == 0:
                self.show(f"{what}: {thousands(n)} af {thousands(len(self.speaking))} bemærkninger …")
            yield point

    def _only_names(self, point: Point) -> bool:
        """Whether a point says no more than whose comment it repeats."""
        said = references.find(point.summary, self.names, point.party_id)
        return any(one.kind is Kind.SAME for one in said) and blank(point.excerpt)

    def _alike(self) -> Iterator[Pair]:
        """The pairs that share words in a row or rare words."""
        self.show(f"Sammenligner {thousands(len(self.points))} bemærkninger …")
        draft = drafts.find(self.db, self.hearing_id)
        index = Index(parties.names(self.db, self.hearing_id), [draft.text] if draft else [])
        index.put_many((point.id, _text(point)) for point in self.points)
        for pair in index.pairs():
            yield Pair(*_key(pair), pair.score, pair.same_party, pair.reason)

    def _resembling(self) -> Iterator[Pair]:
        """The pairs that say the same with words bent, joined and parted: the index of words does not see them."""
        if len(self.speaking) > _SECOND_LOOK:
            return
        party_of = {point.id: point.party_id for point in self.points}
        sure = len(self.speaking) / (len(self.speaking) + _FEW)
        for point in self._counted("Sammenligner bogstav for bogstav"):
            for alike, other in self.asked.alike(_text(point), but={point.id}):
                if alike * sure < _MUCH:
                    break
                reach = (alike * sure - _MUCH) / (1 - _MUCH)
                score = min(SAME_TEXT - 1, LISTED + round((SAME_TEXT - LISTED) * reach))
                yield Pair(*sorted((point.id, other)), score, point.party_id == party_of[other])

    def _referring(self) -> Iterator[Pair]:
        phrase_of = {decision.id: decision.phrase for decision in decisions.of(self.db, self.hearing_id)}
        rows = []
        for point in self.points:
            decision = point.decision_printed or phrase_of.get(point.decision_id, "")
            source = self.source_of.get(point.id)
            rows.append(meant.Row(point.id, point.label, _text(point), decision, point.comment, source))
        yield from meant.pairs(rows, self.names, self.asked)

    def _linked(self, found: dict[Key, Pair]) -> Iterator[Pair]:
        """The echoes that refer to their source; one that says the same itself is found by what it says."""
        party_of = {point.id: point.party_id for point in self.points}
        for echo in echoes.of(self.db, self.hearing_id):
            key = min(echo.point_id, echo.source_id), max(echo.point_id, echo.source_id)
            if echo.printing is Printing.AS_READ or key not in found:
                same = party_of[echo.point_id] == party_of[echo.source_id]
                yield Pair(*key, Kind.SAME, same, Reason.REFERENCE)


def _text(point: Point) -> Text:
    return Text(point.summary, point.excerpt, point.party_id)


def _key(pair: Pair) -> Key:
    return min(pair.a, pair.b), max(pair.a, pair.b)


def _reference_first(pair: Pair) -> tuple[bool, int]:
    return pair.reason is Reason.REFERENCE, pair.score
