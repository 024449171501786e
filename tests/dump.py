"""What a database says, for comparing before and after.

``python -m tests.dump > tests/schema.sql`` takes the snapshot of the schema anew, when it was meant to change.
"""

from pathlib import Path

from sqlite_utils import Database

from hearing.store import connection, schema

SNAPSHOT = Path(__file__).with_name("schema.sql")

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


def schema_of(db: Database) -> str:
    """How every table, index and trigger of ours is made."""
    made = db.execute(
        """
        select sql from sqlite_master where sql is not null and tbl_name <> '_sqlite_migrations'
        and not (type = 'table' and name like 'point!_search!_%' escape '!') order by type, name
        """
    )
    return "".join(f"{sql};\n" for (sql,) in made)


if __name__ == "__main__":
    fresh = connection.connect(":memory:")
    schema.migrate(fresh)
    print(schema_of(fresh), end="")
