"""A comment in a form: the points that it mentions stand in double square brackets, as they are called now.

Beside it the form keeps ``named``: for each mention that the page shows the point that is meant, and its name. So
a form that was open while letters were set anew still means the same points.
"""

import json
from collections.abc import Collection, Sequence

from sqlite_utils import Database

from hearing import mentions
from hearing.mentions import Current
from hearing.records import Point
from hearing.store import mentions as stored


def shown(db: Database, point: Point) -> tuple[str, str]:
    """What is typed for the point's comment, and ``named``."""
    called, named = _named(db, point.hearing_id, {id for _, _, id in point.mentions})
    [now] = stored.now(db, point.hearing_id, [point])
    return mentions.typed(now.comment, now.marks, now.mentions, called), named


def renewed(db: Database, hearing_id: int, written: str, named: str, more: str) -> tuple[str, str]:
    """The same of a form that was sent, perhaps older than the names in it; ``more`` names further points."""
    known = _known(named)
    ids = [id for id, _ in (*known.values(), *_known(more).values())]
    called, named = _named(db, hearing_id, ids)
    return mentions.renewed(written, known, called), named


def read(db: Database, hearing_id: int, written: str, named: str) -> Current:
    """The comment that was typed; raises Unclear where it cannot be told which point is meant."""
    directory = stored.directory(db, hearing_id)
    meant = {typed: id for typed, (id, _) in _known(named).items()}
    there = stored.names(db, hearing_id, meant.values())

    def points(what: str) -> Sequence[int]:
        return [meant[what]] if meant.get(what) in there else directory.find(what)

    return mentions.read(written, points, lambda ids: stored.names(db, hearing_id, ids))


def _named(db: Database, hearing_id: int, ids: Collection[int]) -> tuple[dict[int, str], str]:
    called, names = stored.typed(db, hearing_id, ids), stored.names(db, hearing_id, ids)
    kept = {typed: (id, names[id].text) for id, typed in called.items()}
    return called, json.dumps(kept, ensure_ascii=False) if kept else ""


def _known(named: str) -> dict[str, tuple[int, str]]:
    """The mentions that the page showed; none where anything else was sent."""
    try:
        known = json.loads(named or "{}")
        return {typed: (int(id), str(words)) for typed, (id, words) in known.items() if 0 < int(id) < 2**63}
    except (ValueError, TypeError, AttributeError, RecursionError):
        return {}
