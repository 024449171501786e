"""Echo links as they are stored."""

from sqlite_utils import Database

from hearing.records import Echo


def of(db: Database, hearing_id: int) -> list[Echo]:
    """The echo links of a hearing."""
    return [Echo(**row) for row in db.query("select * from echo where hearing_id = ? order by id", [hearing_id])]
