"""The decision vocabulary as it is stored."""

from sqlite_utils import Database

from hearing.records import Decision, Meaning


def record(row: dict) -> Decision:
    """A stored row as a Decision."""
    return Decision(**{**row, "meaning": row["meaning"] and Meaning(row["meaning"])})


def values(decision: Decision) -> dict:
    """The columns of a Decision, its id included, without its version."""
    return {
        "id": decision.id,
        "hearing_id": decision.hearing_id,
        "phrase": decision.phrase,
        "meaning": decision.meaning and decision.meaning.value,
        "position": decision.position,
    }


def of(db: Database, hearing_id: int) -> list[Decision]:
    """The vocabulary of a hearing in its order."""
    rows = db.query("select * from decision where hearing_id = ? order by position, id", [hearing_id])
    return [record(row) for row in rows]
