"""Points as they are stored."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import fields

from sqlite_utils import Database

from hearing.enums import Status
from hearing.records import Point
from hearing.store.transaction import Transaction

_COLUMNS = tuple(column.name for column in fields(Point))


def record(row: dict) -> Point:
    """A stored row as a Point; one that an event has kept may be older than the newest columns."""
    return Point(
        **{
            **row,
            "marks": marks(row["marks"]),
            "mentions": mentions(row.get("mentions", "[]")),
            "status": Status(row["status"]),
        }
    )


def marks(stored: str) -> tuple[tuple[int, int], ...]:
    """The marks of a comment."""
    return tuple((start, end) for start, end in json.loads(stored))


def mentions(stored: str) -> tuple[tuple[int, int, int], ...]:
    """The mentions of other points in a comment; nearly every comment has none."""
    return () if stored == "[]" else tuple((start, end, id) for start, end, id in json.loads(stored))


def values(point: Point) -> dict:
    """The columns of a Point, without its id and version."""
    return {
        "hearing_id": point.hearing_id,
        "party_id": point.party_id,
        "response_id": point.response_id,
        "position": point.position,
        "label": point.label,
        "theme_id": point.theme_id,
        "theme_printed": point.theme_printed,
        "summary": point.summary,
        "decision_id": point.decision_id,
        "decision_printed": point.decision_printed,
        "comment": point.comment,
        "marks": json.dumps(point.marks),
        "excerpt": point.excerpt,
        "page": point.page,
        "responsible": point.responsible,
        "note": point.note,
        "status": point.status.value,
        "unsure": point.unsure,
        "mentions": json.dumps(point.mentions),
    }


def find(db: Database, id: int) -> Point | None:
    """The point, or None."""
    row = next(db.query("select * from point where id = ?", [id]), None)
    return row and record(row)


def of(db: Database, hearing_id: int) -> list[Point]:
    """The points of a hearing in table order."""
    rows = db.query("select * from point where hearing_id = ? order by position, id", [hearing_id])
    return [record(row) for row in rows]


def in_order(db: Database, hearing_id: int) -> Iterator[tuple[int, int, int, str, int | None, int | None]]:
    """Every point in table order without its texts: id, position, party, label, theme, decision."""
    return db.execute(
        """
        select id, position, party_id, label, theme_id, decision_id
        from point where hearing_id = ? order by position, id
        """,
        [hearing_id],
    )


def among(db: Database, ids: Sequence[int]) -> dict[int, Point]:
    """The points with these ids, by id."""
    return {point.id: point for point in map(of_row, rows(db, ids))}


def ids(db: Database, hearing_id: int) -> list[int]:
    """The ids of a hearing's points in table order."""
    rows = db.execute("select id from point where hearing_id = ? order by position, id", [hearing_id])
    return [id for (id,) in rows]


def texts(db: Database, ids: Sequence[int]) -> list[tuple[int, int, str, str]]:
    """Id, party, summary and excerpt of the points with these ids, in their order; those that are gone are not."""
    return db.execute(
        """
        select point.id, party_id, summary, excerpt
        from json_each(?) as asked join point on point.id = asked.value order by asked.key
        """,
        [json.dumps(list(ids))],
    ).fetchall()


def rows(db: Database, ids: Sequence[int]) -> list[tuple]:
    """The stored rows of the points with these ids, in no order; ``of_row`` makes points of them."""
    return db.execute(
        f"select {', '.join(_COLUMNS)} from point where id in (select value from json_each(?))",  # noqa: S608
        [json.dumps(list(ids))],
    ).fetchall()


def of_row(row: tuple) -> Point:
    """A row of ``rows`` as a Point."""
    return record(dict(zip(_COLUMNS, row, strict=True)))


def parties_with_points(db: Database, hearing_id: int) -> set[int]:
    """The ids of the hearing's parties that have a point."""
    return {id for (id,) in db.execute("select distinct party_id from point where hearing_id = ?", [hearing_id])}


def under(db: Database, theme_id: int) -> list[Point]:
    """The points of a theme in table order."""
    rows = db.query("select * from point where theme_id = ? order by position, id", [theme_id])
    return [record(row) for row in rows]


def commented(db: Database, hearing_id: int, words: str) -> list[int]:
    """The ids of the points whose comment has these very words, in table order."""
    rows = db.execute(
        "select id from point where hearing_id = ? and instr(comment, ?) > 0 order by position, id",
        [hearing_id, words],
    )
    return [id for (id,) in rows]


def decided(db: Database, decision_id: int) -> list[Point]:
    """The points that carry a phrase, in table order."""
    rows = db.query("select * from point where decision_id = ? order by position, id", [decision_id])
    return [record(row) for row in rows]


def of_party(db: Database, party_id: int) -> list[Point]:
    """The points of a party in table order."""
    rows = db.query("select * from point where party_id = ? order by position, id", [party_id])
    return [record(row) for row in rows]


def before(db: Database, point: Point) -> int | None:
    """The id of the point before this one in the table, or None."""
    row = db.execute(
        """
        select id from point where hearing_id = ? and (position, id) < (?, ?)
        order by position desc, id desc limit 1
        """,
        [point.hearing_id, point.position, point.id],
    ).fetchone()
    return row and row[0]


def after(db: Database, point: Point) -> int | None:
    """The id of the point after this one in the table, or None."""
    row = db.execute(
        "select id from point where hearing_id = ? and (position, id) > (?, ?) order by position, id limit 1",
        [point.hearing_id, point.position, point.id],
    ).fetchone()
    return row and row[0]


def people(db: Database, hearing_id: int) -> list[str]:
    """Everybody who is responsible for a point of the hearing, in Danish order."""
    rows = db.execute(
        """
        select distinct responsible from point where hearing_id = ? and responsible <> ''
        order by responsible collate DANISH
        """,
        [hearing_id],
    )
    return [name for (name,) in rows]


def add(tx: Transaction, point: Point) -> int:
    """Store a new point and return its id; the record's own id does not count."""
    return tx.insert("point", values(point))


def change(tx: Transaction, old: Point, new: Point) -> None:
    """Store what differs between the two; Stale if the point no longer stands at the old one's version."""
    before, after = values(old), values(new)
    columns = {name: value for name, value in after.items() if value != before[name]}
    if columns:
        tx.update("point", old.id, old.version, columns)


def remove(tx: Transaction, point: Point) -> None:
    """Remove a point that still stands as it is known here; its echo links must be gone."""
    tx.delete("point", point.id, point.version)


def count(db: Database, hearing_id: int) -> int:
    """How many points a hearing has."""
    return db.execute("select count(*) from point where hearing_id = ?", [hearing_id]).fetchone()[0]


def count_of_party(db: Database, party_id: int) -> int:
    """How many points a party has."""
    return db.execute("select count(*) from point where party_id = ?", [party_id]).fetchone()[0]


def of_response(db: Database, response_id: int) -> list[Point]:
    """The points of a response in table order."""
    rows = db.query("select * from point where response_id = ? order by position, id", [response_id])
    return [record(row) for row in rows]


def rows_behind(db: Database, hearing_id: int, position: int, most: int = -1) -> list[tuple[int, str, int]]:
    """Position, table and id of the rows of the hearing's table behind a position: points and parties."""
    return db.execute(
        """
        select position, 'point', id from point where hearing_id = :hearing and position > :position
        union all
        select position, 'party', id from party where hearing_id = :hearing and position > :position
        order by 1 limit :most
        """,
        {"hearing": hearing_id, "position": position, "most": most},
    ).fetchall()
