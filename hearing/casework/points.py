"""What is done to one point of the table: written, changed, removed."""

from dataclasses import replace

from sqlite_utils import Database

from hearing import marks, mentions
from hearing.casework import inheritance, themes
from hearing.casework import mentions as mentioning
from hearing.casework.meanwhile import Seen, refuse_relinked
from hearing.casework.raising import in_step
from hearing.casework.refusal import Refused
from hearing.enums import Remaining, Verb
from hearing.intake import silence
from hearing.records import By, Point
from hearing.store import echoes, events, parties, points, responses
from hearing.store.transaction import Stale, Transaction, transaction
from hearing.wording import blank, one_line, thousands

LONGEST = 200_000
"""Characters in a cell."""

_PRINTED = {"theme_id": "theme_printed", "decision_id": "decision_printed"}


def there(tx: Transaction, id: int) -> Point:
    """The point, whatever its version; Stale if it is gone. The event becomes one of its hearing."""
    point = points.find(tx.db, id)
    if point is None:
        raise Stale("point", id)
    tx.hearing_id = point.hearing_id
    return point


def standing(tx: Transaction, id: int, version: int) -> Point:
    """The point, if it still stands at ``version``; else Stale. The event becomes one of its hearing."""
    point = there(tx, id)
    if point.version != version:
        raise Stale("point", id)
    return point


def change(
    db: Database,
    by: By,
    id: int,
    version: int,
    *,
    reason: str = "",
    deviation: str = "",
    link: Seen | None = None,
    **fields: object,
) -> int | None:
    """Give the point's fields other values; return the event, or None where nothing differs.

    Another theme or decision takes the place of what an imported cell had printed, unless that is given too.
    ``theme_name`` names a theme, which is added if the hearing has none of that name. What follows the point takes
    over its decision and comment; ``deviation`` says why a point that follows another has its own from now on, and
    ``link`` is what the person saw it follow.
    Raises Stale if somebody else saved, Refused if the point would say nothing or too much, or goes its own way
    without saying why.
    """
    with transaction(db, by, Verb.POINT_CHANGE, reason=reason) as tx:
        old = standing(tx, id, version)
        new = changed(old, **themed(tx, old.hearing_id, fields))
        save(tx, old, new, one_line(deviation), link)
    return tx.event_id


def _deviate(tx: Transaction, old: Point, new: Point, deviation: str) -> None:
    """Keep why a point goes its own way, if it does; Refused where there is none that it could follow."""
    link = echoes.of_point(tx.db, old.id)
    if link is None or link.as_read:
        raise Refused(
            "Bemærkningen følger ingen anden, så den kan ikke afvige. "
            "Slet begrundelsen, eller flyt den til den interne note.",
            "deviation",
        )
    if link.deviation or not inheritance.alike(old, new):
        echoes.change(tx, link, replace(link, deviation=deviation))


def save(tx: Transaction, old: Point, new: Point, deviation: str = "", link: Seen | None = None) -> None:
    """As part of a larger verb: the point with other values, and all that follows it."""
    check(new)
    if deviation:
        refuse_relinked(tx, old, link)
        _deviate(tx, old, new, deviation)
    inheritance.refuse_own_way(tx, old, new)
    points.change(tx, old, answering(tx, new))
    inheritance.hand_down(tx, old.id)


def answering(tx: Transaction, point: Point, gone: int = 0) -> Point:
    """The point in a response that can hold it: one "without remarks" has no row but that which says so.

    A point that says more, and is all there is of such a response, makes it one with remarks; beside the row that
    says so, it belongs to the party's latest response with remarks, if there is one. ``gone`` is a point that the
    verb takes away.
    """
    response = point.response_id and responses.find(tx.db, point.response_id)
    if not response or response.with_remarks or _is_without_remarks(tx, point):
        return point
    if all(other.id in (point.id, gone) for other in points.of_response(tx.db, response.id)):
        responses.change(tx, replace(response, with_remarks=True))
        return point
    others = [other.id for other in responses.of_party(tx.db, point.party_id) if other.with_remarks]
    return replace(point, response_id=others[-1] if others else None)


def _is_without_remarks(tx: Transaction, point: Point) -> bool:
    return silence.is_without_remarks(point.summary, parties.find(tx.db, point.party_id).name)


def themed(tx: Transaction, hearing_id: int, fields: dict) -> dict:
    """The fields with the id of the theme that ``theme_name`` names."""
    name = fields.get("theme_name")
    fields = {column: value for column, value in fields.items() if column != "theme_name"}
    return fields | {"theme_id": themes.named(tx, hearing_id, name), "theme_printed": ""} if name else fields


def changed(old: Point, **fields: object) -> Point:
    """The point with other values, its marks and mentions in order and no printed text of what was replaced.

    Another comment that comes without mentions has none.
    """
    for column, printed in _PRINTED.items():
        if column in fields and fields[column] != getattr(old, column):
            fields.setdefault(printed, "")
    new = replace(old, **fields)
    mentioned = fields.get("mentions", () if "comment" in fields else old.mentions)
    length = len(new.comment)
    return replace(new, marks=marks.tidy(new.marks, length), mentions=mentions.tidy(mentioned, length))


def check(point: Point) -> None:
    """Refuse a point that says nothing, and a cell that no document could hold."""
    for name in ("summary", "comment", "excerpt", "note"):
        length = len(getattr(point, name))
        if length > LONGEST:
            raise Refused(f"Teksten er på {thousands(length)} tegn; grænsen er {thousands(LONGEST)}.", name)
    if all(blank(text) for text in (point.summary, point.comment, point.excerpt)):
        raise Refused("Skriv et sammendrag, en kommentar eller et citat.", "summary")


def remove(db: Database, by: By, id: int, version: int, remaining: Remaining | None = None) -> int:
    """Remove the point; return the event, which can be undone.

    ``remaining`` says what becomes of the points that repeat it; Refused where there are any and it is not said.
    """
    with transaction(db, by, Verb.POINT_REMOVE) as tx, in_step(tx, [id]):
        point = standing(tx, id, version)
        inheritance.let_go(tx, point, remaining)
        mentioning.let_go(tx, point)
        points.remove(tx, point)
    return tx.event_id


def restore(db: Database, by: By, id: int, version: int, event_id: int, column: str) -> int | None:
    """Bring a text of the point back as it was before an event; the comment comes with its marks and mentions."""
    with transaction(db, by, Verb.POINT_CHANGE, reason="Tidligere tekst bragt tilbage") as tx:
        old = standing(tx, id, version)
        row = events.before(db, event_id, "point", id)
        if row is None or column not in row:
            raise Refused("Den tidligere tekst findes ikke.")
        fields = {column: row[column]}
        if column == "comment":
            fields |= {"marks": points.marks(row["marks"]), "mentions": points.mentions(row.get("mentions", "[]"))}
        save(tx, old, changed(old, **fields))
    return tx.event_id
