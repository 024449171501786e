"""Themes as they are stored."""

from sqlite_utils import Database

from hearing.records import Theme


def record(row: dict) -> Theme:
    """A stored row as a Theme."""
    return Theme(**row)


def values(theme: Theme) -> dict:
    """The columns of a Theme, its id included, without its version."""
    return {
        "id": theme.id,
        "hearing_id": theme.hearing_id,
        "name": theme.name,
        "position": theme.position,
    }


def of(db: Database, hearing_id: int) -> list[Theme]:
    """The themes of a hearing in their order."""
    rows = db.query("select * from theme where hearing_id = ? order by position, id", [hearing_id])
    return [record(row) for row in rows]
