"""The rows of the table: one for every point, and one for every party that has none.

Both kinds lie in one series of positions.
"""

from sqlite_utils import Database

from hearing.records import Party


def end(db: Database, hearing_id: int) -> int:
    """The position of the last row; 0 in an empty table."""
    return db.execute(
        """
        select max(
            coalesce((select max(position) from party where hearing_id = :hearing), 0),
            coalesce((select max(position) from point where hearing_id = :hearing), 0)
        )
        """,
        {"hearing": hearing_id},
    ).fetchone()[0]


def of_party(db: Database, party: Party) -> list[tuple[int, int]]:
    """Position and point of the party's rows in table order; a party without points has its own row, point 0."""
    found = db.execute("select position, id from point where party_id = ? order by position, id", [party.id])
    return found.fetchall() or [(party.position, 0)]


def between(db: Database, hearing_id: int, first: int, last: int) -> int:
    """How many rows stand from one position to another, both included."""
    return db.execute(
        """
        select (select count(*) from point where hearing_id = :hearing and position between :first and :last)
            + (select count(*) from party where hearing_id = :hearing and position between :first and :last
               and not exists (select 1 from point where party_id = party.id))
        """,
        {"hearing": hearing_id, "first": first, "last": last},
    ).fetchone()[0]
