"""The sentence in a comment that names all who have raised the same wish."""

from sqlite_utils import Database

from hearing import marks, mentions, raised
from hearing.casework import points as casework
from hearing.casework.raising import who_raised
from hearing.casework.refusal import Refused
from hearing.enums import Verb
from hearing.records import By, Point
from hearing.store import echoes, points
from hearing.store.transaction import transaction


def tell(db: Database, by: By, id: int, version: int) -> int | None:
    """Let the comment of a source end in the sentence; one that stands there already is brought up to date.

    The points that follow it have it, too. Returns the event, or None where nothing differs.
    """
    with transaction(db, by, Verb.POINT_CHANGE) as tx:
        source = casework.standing(tx, id, version)
        raised_by = who_raised(db, _group(db, source))
        told = raised.sentence(raised_by)
        if not told:
            raise Refused("Ønsket er kun rejst af én part.")
        if raised.find(source, raised_by):
            return None
        before = _without(source)
        kept = {
            "marks": marks.cut(source.marks, 0, len(before)),
            "mentions": mentions.cut(source.mentions, 0, len(before)),
        }
        comment = f"{before}\n{told}" if before else told
        casework.save(tx, source, casework.changed(source, comment=comment, **kept))
    return tx.event_id


def _without(source: Point) -> str:
    """The comment without the sentence, where that is its end and says nothing else."""
    before = source.comment.rstrip()
    start = before.rfind(raised.BEGINNING)
    if start < 0:
        return before
    if "\n" in before[start:] or any(end > start for _, end, *_ in (*source.marks, *source.mentions)):
        raise Refused("Kommentaren siger allerede, hvem der har rejst ønsket. Ret sætningen dér.", "comment")
    return before[:start].rstrip()


def unnamed(db: Database, hearing_id: int) -> list[int]:
    """The sources whose comments say in a person's words who has raised the wish, and leave some of them out."""
    saying = points.among(db, points.commented(db, hearing_id, raised.BEGINNING)).values()
    return [point.id for point in saying if raised.leaves_out(point, who_raised(db, _group(db, point)))]


def _group(db: Database, source: Point) -> list[Point]:
    """The point and all that repeat it; a point that repeats another is alone."""
    return list(points.among(db, echoes.inside(db, [source.id]).get(source.id, [source.id])).values())
