"""What a database says, for comparing before and after."""

from sqlite_utils import Database

# Files are kept for good, whatever becomes of the response that names them.
_KEPT_APART = {"event", "event_row", "setting", "file"}
_FORWARD = {"version", "citizen_number"}


def dump(db: Database) -> dict[str, list[dict]]:
    """Every row of every table, events apart; what only ever goes forward left out."""
    names = [
        name
        for (name,) in db.execute("select name from sqlite_master where type = 'table' order by name")
        if not name.startswith(("sqlite_", "_sqlite_", "point_search")) and name not in _KEPT_APART
    ]
    return {
        name: [
            {column: value for column, value in row.items() if column not in _FORWARD}
            for row in db.query(f"select * from [{name}] order by id")  # noqa: S608 - names from the schema
        ]
        for name in names
    }
