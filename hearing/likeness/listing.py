"""Everything that is alike in a hearing, listed at once: what a person wants to see in a file."""

from collections.abc import Callable, Iterator

from sqlite_utils import Database

from hearing.echoes import meant
from hearing.echoes.index import Index
from hearing.echoes.names import Names
from hearing.echoes.pairs import Pair, Reason
from hearing.echoes.references import Kind
from hearing.echoes.texts import Text
from hearing.echoes.wishes import Wishes
from hearing.enums import Printing, VerdictKind
from hearing.records import Party, Point
from hearing.store import decisions, drafts, echoes, parties, points, verdicts

Show = Callable[[str], object]
Key = tuple[int, int]


def pairs(db: Database, hearing_id: int, show: Show = lambda line: None) -> list[Pair]:
    """The pairs of points that repeat or name each other, by their ids, the lower one first; best pairs first.

    A pair that is both is listed as a reference. What a person has rejected is left out. ``show`` is told, in
    Danish, what is being done.
    """
    stored = points.of(db, hearing_id)
    known = parties.of(db, hearing_id)
    show(f"Sammenligner {len(stored)} bemærkninger …")
    found = {_key(pair): pair for pair in _alike(db, hearing_id, stored)}
    show("Følger henvisninger …")
    for pair in (*_referring(db, hearing_id, stored, known), *_linked(db, hearing_id, stored, found)):
        found[_key(pair)] = max(pair, found.get(_key(pair), pair), key=_reference_first)
    for verdict in verdicts.of(db, hearing_id):
        if verdict.kind is VerdictKind.REJECTED:
            found.pop((verdict.one_id, verdict.other_id), None)
    return sorted(found.values(), key=lambda pair: (-pair.score, pair.a, pair.b))


def wishes(db: Database, hearing_id: int, show: Show = lambda line: None) -> list[Pair]:
    """The pairs that most likely demand the same in other words, at most five from every point, best first.

    Those that ``pairs`` lists are left out, and so are those that a person has judged.
    """
    left_out = {_key(pair) for pair in pairs(db, hearing_id, show)}
    left_out.update((verdict.one_id, verdict.other_id) for verdict in verdicts.of(db, hearing_id))
    stored = points.of(db, hearing_id)
    asked = _asked(stored)
    found: dict[Key, Pair] = {}
    for n, point in enumerate(stored):
        if n % 100 == 0:
            show(f"Leder efter samme ønske: {n} af {len(stored)} bemærkninger …")
        near = {a + b - point.id for a, b in left_out if point.id in (a, b)}
        for match in asked.nearest(_text(point), point.theme_id, but={point.id, *near}):
            key = min(point.id, match.id), max(point.id, match.id)
            pair = Pair(*key, match.score, reason=Reason.SAME_WISH)
            found[key] = max(pair, found.get(key, pair), key=lambda pair: pair.score)
    return sorted(found.values(), key=lambda pair: (-pair.score, pair.a, pair.b))


def _alike(db: Database, hearing_id: int, stored: list[Point]) -> Iterator[Pair]:
    draft = drafts.find(db, hearing_id)
    index = Index(parties.names(db, hearing_id), [draft.text] if draft else [])
    index.put_many((point.id, _text(point)) for point in stored)
    for pair in index.pairs():
        yield Pair(*_key(pair), pair.score, pair.same_party, pair.reason)


def _referring(db: Database, hearing_id: int, stored: list[Point], known: list[Party]) -> Iterator[Pair]:
    phrase_of = {decision.id: decision.phrase for decision in decisions.of(db, hearing_id)}
    source_of = echoes.links(db, hearing_id)
    rows = []
    for point in stored:
        decision = point.decision_printed or phrase_of.get(point.decision_id, "")
        comment = _without_mentions(point)
        rows.append(meant.Row(point.id, point.label, _text(point), decision, comment, source_of.get(point.id)))
        for other in {id for _, _, id in point.mentions} - {point.id}:
            yield Pair(*sorted((point.id, other)), Kind.SEE_ALSO, reason=Reason.REFERENCE)
    names = Names((party.id, (party.name, party.short_name, *party.other_names)) for party in known)
    yield from meant.pairs(rows, names, _asked(stored))


def _linked(db: Database, hearing_id: int, stored: list[Point], found: dict[Key, Pair]) -> Iterator[Pair]:
    """The echoes that refer to their source; one that says the same itself is found by what it says."""
    party_of = {point.id: point.party_id for point in stored}
    for echo in echoes.of(db, hearing_id):
        key = min(echo.point_id, echo.source_id), max(echo.point_id, echo.source_id)
        if echo.printing is Printing.AS_READ or key not in found:
            same = party_of[echo.point_id] == party_of[echo.source_id]
            yield Pair(*key, Kind.SAME, same, Reason.REFERENCE)


def _asked(stored: list[Point]) -> Wishes:
    made = Wishes()
    made.put_many((point.id, _text(point), point.theme_id) for point in stored)
    return made


def _text(point: Point) -> Text:
    return Text(point.summary, point.excerpt, point.party_id)


def _without_mentions(point: Point) -> str:
    """The comment without what it names by id: there the text may have another letter than the point has now."""
    comment = point.comment
    for start, end, _ in sorted(point.mentions, reverse=True):
        comment = f"{comment[:start]} {comment[end:]}"
    return comment


def _key(pair: Pair) -> Key:
    return min(pair.a, pair.b), max(pair.a, pair.b)


def _reference_first(pair: Pair) -> tuple[bool, int]:
    return pair.reason is Reason.REFERENCE, pair.score
