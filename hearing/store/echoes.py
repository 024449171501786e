"""Echo links as they are stored."""

import json
from collections.abc import Iterable, Iterator, Mapping

from sqlite_utils import Database

from hearing.enums import Printing
from hearing.records import Echo


def record(row: dict) -> Echo:
    """A stored row as an Echo."""
    return Echo(**{**row, "printing": Printing(row["printing"])})


def of(db: Database, hearing_id: int) -> list[Echo]:
    """The echo links of a hearing."""
    return [record(row) for row in db.query("select * from echo where hearing_id = ? order by id", [hearing_id])]


def touching(db: Database, point_id: int) -> list[Echo]:
    """The links from and to a point."""
    rows = db.query("select * from echo where point_id = ?1 or source_id = ?1 order by id", [point_id])
    return [record(row) for row in rows]


def links(db: Database, hearing_id: int) -> dict[int, int]:
    """The source of every echoing point of a hearing, by id."""
    return dict(db.execute("select point_id, source_id from echo where hearing_id = ?", [hearing_id]))


def links_from(db: Database, ids: Iterable[int]) -> dict[int, int]:
    """The same of these points, of their sources, of the sources' sources, and so on."""
    return dict(
        db.execute(
            """
            with recursive way(point_id, source_id) as (
                select point_id, source_id from echo where point_id in (select value from json_each(?))
                union
                select echo.point_id, echo.source_id from way join echo on echo.point_id = way.source_id
            )
            select point_id, source_id from way
            """,
            [json.dumps(list(ids))],
        )
    )


def chain(id: int, source_of: Mapping[int, int]) -> Iterator[int]:
    """The point's source, its source's source, and so on; each once, should they ever go in a ring."""
    seen = set()
    while id in source_of and id not in seen:
        seen.add(id)
        id = source_of[id]
        yield id


def decided(id: int, source_of: Mapping[int, int], decision_of: Mapping[int, int | None]) -> int | None:
    """The decision of a point, or else of the first point in its chain that has one."""
    found = (decision_of.get(other) for other in (id, *chain(id, source_of)))
    return next((decision for decision in found if decision is not None), None)
