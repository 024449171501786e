"""Echo links as they are stored."""

from sqlite_utils import Database

from hearing.records import Echo


def of(db: Database, hearing_id: int) -> list[Echo]:
    """The echo links of a hearing."""
    return [Echo(**row) for row in db.query("select * from echo where hearing_id = ? order by id", [hearing_id])]


def touching(db: Database, point_id: int) -> list[Echo]:
    """The links from and to a point."""
    rows = db.query("select * from echo where point_id = ?1 or source_id = ?1 order by id", [point_id])
    return [Echo(**row) for row in rows]
