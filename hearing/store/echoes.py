"""Echo links as they are stored, and the groups that they make."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sqlite_utils import Database

from hearing.enums import Printing
from hearing.records import Echo, Point
from hearing.store import points
from hearing.store.transaction import Transaction


@dataclass(frozen=True)
class Group:
    """A point and all that repeat it, in table order; those as read may do so by way of one another."""

    source: Point
    members: list[tuple[Echo, Point]]


def record(row: dict) -> Echo:
    """A stored row as an Echo."""
    return Echo(**{**row, "printing": Printing(row["printing"])})


def values(echo: Echo) -> dict:
    """The columns of an Echo, without its id and version."""
    return {
        "hearing_id": echo.hearing_id,
        "point_id": echo.point_id,
        "source_id": echo.source_id,
        "printing": echo.printing.value,
        "deviation": echo.deviation,
    }


def of(db: Database, hearing_id: int) -> list[Echo]:
    """The echo links of a hearing."""
    return [record(row) for row in db.query("select * from echo where hearing_id = ? order by id", [hearing_id])]


def of_point(db: Database, point_id: int) -> Echo | None:
    """The link from a point to what it repeats, or None."""
    row = next(db.query("select * from echo where point_id = ?", [point_id]), None)
    return row and record(row)


def among(db: Database, point_ids: Iterable[int]) -> dict[int, Echo]:
    """The links from these points, by the point's id."""
    rows = db.query(
        "select * from echo where point_id in (select value from json_each(?))", [json.dumps(list(point_ids))]
    )
    return {row["point_id"]: record(row) for row in rows}


def members(db: Database, source_id: int) -> list[Echo]:
    """The links to a point, in table order of the points that repeat it."""
    rows = db.query(
        """
        select echo.* from echo join point on point.id = echo.point_id
        where source_id = ? order by point.position, point.id
        """,
        [source_id],
    )
    return [record(row) for row in rows]


def sources_followed(db: Database, ids: Iterable[int]) -> list[int]:
    """The sources of the groups that these points are in, as a source or as one that follows it."""
    rows = db.execute(
        """
        with asked as (select value as id from json_each(?))
        select source_id from echo
        where printing <> 'as_read' and deviation = ''
            and (source_id in (select id from asked) or point_id in (select id from asked))
        group by source_id
        """,
        [json.dumps(list(ids))],
    )
    return [id for (id,) in rows]


def touching(db: Database, point_id: int) -> list[Echo]:
    """The links from and to a point."""
    rows = db.query("select * from echo where point_id = ?1 or source_id = ?1 order by id", [point_id])
    return [record(row) for row in rows]


def links(db: Database, hearing_id: int) -> dict[int, int]:
    """The source of every echoing point of a hearing, by id."""
    return dict(db.execute("select point_id, source_id from echo where hearing_id = ?", [hearing_id]))


def links_from(db: Database, ids: Iterable[int], *, as_read: bool = False) -> dict[int, int]:
    """The source of these points, of their sources, of the sources' sources, and so on.

    With ``as_read`` only as far as the points are echoes as read.
    """
    return dict(
        db.execute(
            """
            with recursive
                -- Not materialized: else the links of the whole database are read for one point.
                link as not materialized (
                    select point_id, source_id from echo where not :as_read or printing = 'as_read'
                ),
                way(point_id, source_id) as (
                    select point_id, source_id from link where point_id in (select value from json_each(:ids))
                    union
                    select link.point_id, link.source_id from way join link on link.point_id = way.source_id
                )
            select point_id, source_id from way
            """,
            {"ids": json.dumps(list(ids)), "as_read": as_read},
        )
    )


def chain(id: int, source_of: Mapping[int, int]) -> Iterator[int]:
    """The point's source, its source's source, and so on; each once, should they ever go in a ring."""
    seen = set()
    while id in source_of and id not in seen:
        seen.add(id)
        id = source_of[id]
        yield id


def root(id: int, source_of: Mapping[int, int]) -> int:
    """The source of the group that a point is in; the point itself where it repeats nothing.

    Those that were read as repeating each other in a ring have the first of the ring.
    """
    *_, last = id, *chain(id, source_of)
    return min(chain(last, source_of), default=last)


def root_of(db: Database, id: int) -> int:
    """The same for a point of the database."""
    return root(id, links_from(db, [id]))


def decided(id: int, source_of: Mapping[int, int], decision_of: Mapping[int, int | None]) -> int | None:
    """The decision of a point, or else of the first point in its chain that has one."""
    found = (decision_of.get(other) for other in (id, *chain(id, source_of)))
    return next((decision for decision in found if decision is not None), None)


def sources(db: Database, hearing_id: int) -> dict[int, list[int]]:
    """The ids of the members of every group, by the id of its source."""
    source_of = links(db, hearing_id)
    inside: dict[int, list[int]] = {}
    for id in source_of:
        if (first := root(id, source_of)) != id:
            inside.setdefault(first, []).append(id)
    return inside


def groups(db: Database, hearing_id: int, only: Iterable[int] | None = None) -> list[Group]:
    """The groups of a hearing in table order of their sources; with ``only``, those of these sources."""
    inside = sources(db, hearing_id)
    if only is not None:
        inside = {first: inside[first] for first in only if first in inside}
    echo_of = among(db, [id for some in inside.values() for id in some])
    point_of = points.among(db, [*inside, *echo_of])
    found = [
        Group(
            point_of[first], sorted(((echo_of[id], point_of[id]) for id in some), key=lambda pair: _place(pair[1]))
        )
        for first, some in inside.items()
    ]
    return sorted(found, key=lambda group: _place(group.source))


def inside(db: Database, ids: Iterable[int]) -> dict[int, list[int]]:
    """The ids of all points of the groups that these points are in, the source's first, by the source's id.

    A point that is gone is in none.
    """
    ids = list(ids)
    source_of = links_from(db, ids)
    sources = {root(id, source_of) for id in ids}
    rows = db.execute(
        """
        with recursive down(root, id) as (
            select value, value from json_each(?)
            union
            select root, echo.point_id from down join echo on echo.source_id = down.id
        )
        select root, id from down join point using (id) order by root, id <> root, id
        """,
        [json.dumps(sorted(sources))],
    )
    found: dict[int, list[int]] = {}
    for source, id in rows:
        found.setdefault(source, []).append(id)
    return found


def raised_by(db: Database, ids: Iterable[int]) -> dict[int, int]:
    """By how many parties those of the points are raised that others repeat, their own party included."""
    rows = db.execute(
        """
        with recursive down(root, id) as (
            select value, value from json_each(?)
            union
            select root, echo.point_id from down join echo on echo.source_id = down.id
        )
        select root, count(distinct party_id) from down join point on point.id = down.id
        group by root having count(*) > 1
        """,
        [json.dumps(list(ids))],
    )
    return dict(rows)


def _place(point: Point) -> tuple[int, int]:
    return point.position, point.id


def add(tx: Transaction, echo: Echo) -> int:
    """Store a new link and return its id; the record's own id does not count."""
    return tx.insert("echo", values(echo))


def change(tx: Transaction, old: Echo, new: Echo) -> None:
    """Store what differs between the two; Stale if the link no longer stands at the old one's version."""
    before, after = values(old), values(new)
    columns = {name: value for name, value in after.items() if value != before[name]}
    if columns:
        tx.update("echo", old.id, old.version, columns)


def remove(tx: Transaction, echo: Echo) -> None:
    """Remove a link that still stands as it is known here."""
    tx.delete("echo", echo.id, echo.version)
