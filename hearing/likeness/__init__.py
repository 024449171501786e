"""Which points of a hearing are alike: asked on every request, held in memory between them.

Nothing here is stored: it is what the index finds in the texts, minus what people have linked or judged.
"""

from collections.abc import Collection

from sqlite_utils import Database

from hearing.echoes.pairs import Match, Pair
from hearing.echoes.texts import Text
from hearing.likeness import decided
from hearing.likeness.courtesy import courtesy
from hearing.likeness.decided import Unlike, best_first, likely
from hearing.likeness.earlier import Earlier, earlier, earlier_is_read
from hearing.likeness.filling import Filling
from hearing.likeness.kept import Progress
from hearing.likeness.once import once
from hearing.likeness.shelf import shelf
from hearing.store import echoes, points, verdicts

__all__ = [
    "Earlier",
    "Progress",
    "Unlike",
    "best_first",
    "courtesy",
    "earlier",
    "earlier_is_read",
    "hints",
    "likely",
    "of_point",
    "of_text",
    "start",
    "state",
    "suggestions",
    "unlike",
    "waiting",
]


def state(db: Database, hearing_id: int) -> Progress:
    """How far a hearing's points have been compared. Asking begins it, for many points in the background."""
    return shelf.of(db, hearing_id).ask(db, _progress)


def start(db: Database, hearing_id: int) -> None:
    """Begin to compare a hearing's points in the background, if they are not in memory yet."""
    shelf.of(db, hearing_id).start(db)


def suggestions(db: Database, hearing_id: int) -> list[Pair]:
    """The pairs that wait for a person, best first: the best one between every two groups that nobody has judged.

    Two points that repeat something already are no pair of their own: those that they repeat may be one.
    """
    return shelf.of(db, hearing_id).ask(db, lambda filling: _suggested(db, filling)[0])


def waiting(db: Database, hearing_id: int) -> int:
    """How many likely pairs wait for a person, as far as the points have been compared."""
    return decided.how_many_likely(suggestions(db, hearing_id))


def unlike(db: Database, hearing_id: int) -> Unlike:
    """What is decided unlike, and how much may still be, as far as the points have been compared."""
    waiting, between = shelf.of(db, hearing_id).ask(db, lambda filling: _suggested(db, filling))
    return decided.unlike(db, hearing_id, waiting, between)


def of_point(db: Database, id: int, text: Text | None = None) -> list[Match]:
    """What a point is like, best first: as it is stored, or with the text that is typed; none if it is gone."""
    point = points.find(db, id)
    if point is None:
        return []
    return of_text(db, point.hearing_id, text or Text(point.summary, point.excerpt, point.party_id), id)


def of_text(db: Database, hearing_id: int, text: Text, but: int | None = None) -> list[Match]:
    """The points of a hearing that are like a text or that one of them names, best first.

    ``but`` is the id of the text's own point, None if that is a new one.
    """
    linked = but is not None and echoes.of_point(db, but) is not None
    return shelf.of(db, hearing_id).ask(db, lambda filling: filling.alike.matches(text, but, linked=linked))


def hints(db: Database, hearing_id: int, text: Text, but: Collection[int] = ()) -> list[Match]:
    """The few points of other parties that most likely demand the same in other words, best first."""
    return shelf.of(db, hearing_id).ask(db, lambda filling: filling.alike.hints(text, but))


def _progress(filling: Filling) -> Progress:
    return Progress(filling.done, len(filling.ids), filling.failed)


def _suggested(db: Database, filling: Filling) -> tuple[list[Pair], list[Pair]]:
    """The pairs that wait, and those between groups that nobody has judged to be two wishes; both best first."""
    # While the points are compared the list grows at every turn; a person sees it grow in twenty steps.
    state = filling.alike.version if filling.ready else filling.done * 20 // len(filling.ids)
    if filling.suggested is None or filling.suggested[0] != (filling.judged, state):
        filling.suggested = (filling.judged, state), _waiting(db, filling)
    return filling.suggested[1]


def _waiting(db: Database, filling: Filling) -> tuple[list[Pair], list[Pair]]:
    source_of = echoes.links(db, filling.hearing_id)
    group_of = {id: echoes.root(id, source_of) for id in source_of}
    judged = {(verdict.one_id, verdict.other_id) for verdict in verdicts.of(db, filling.hearing_id)}
    waiting, between = [], []
    found = filling.alike.pairs(source_of)
    if not group_of:
        return once(found, group_of, judged), []
    for pair in found:
        (between if pair.a in group_of and pair.b in group_of else waiting).append(pair)
    return once(waiting, group_of, judged), once(between, group_of, judged)
