"""Themes as they are stored."""

from sqlite_utils import Database

from hearing.records import Theme
from hearing.store.transaction import Transaction


def record(row: dict) -> Theme:
    """A stored row as a Theme."""
    return Theme(**row)


def values(theme: Theme) -> dict:
    """The columns of a Theme, without its id and version."""
    return {
        "hearing_id": theme.hearing_id,
        "name": theme.name,
        "position": theme.position,
    }


def of(db: Database, hearing_id: int) -> list[Theme]:
    """The themes of a hearing in their order."""
    rows = db.query("select * from theme where hearing_id = ? order by position, id", [hearing_id])
    return [record(row) for row in rows]


def find(db: Database, id: int) -> Theme | None:
    """The theme, or None."""
    row = next(db.query("select * from theme where id = ?", [id]), None)
    return row and record(row)


def used(db: Database, hearing_id: int) -> dict[int, int]:
    """How many points stand under each theme that is used."""
    return dict(
        db.execute(
            "select theme_id, count(*) from point where hearing_id = ? and theme_id is not null group by theme_id",
            [hearing_id],
        ).fetchall()
    )


def spellings(db: Database, hearing_id: int) -> dict[int, list[tuple[str, int]]]:
    """For each theme the other spellings that were printed, with how many points carry each."""
    rows = db.execute(
        """
        select theme_id, theme_printed, count(*) from point
        where hearing_id = ? and theme_id is not null and theme_printed <> ''
        group by theme_id, theme_printed order by theme_printed collate DANISH
        """,
        [hearing_id],
    )
    found: dict[int, list[tuple[str, int]]] = {}
    for theme_id, printed, count in rows:
        found.setdefault(theme_id, []).append((printed, count))
    return found


def add(tx: Transaction, hearing_id: int, name: str, position: int) -> int:
    """Store a new theme and return its id."""
    return tx.insert("theme", {"hearing_id": hearing_id, "name": name, "position": position})


def change(tx: Transaction, id: int, version: int, **columns: object) -> None:
    """Change a theme that still stands at ``version``."""
    tx.update("theme", id, version, columns)


def remove(tx: Transaction, id: int, version: int) -> None:
    """Remove a theme that still stands at ``version`` and that no point uses."""
    tx.delete("theme", id, version)
