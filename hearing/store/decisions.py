"""The decision vocabulary as it is stored."""

from sqlite_utils import Database

from hearing.enums import Meaning
from hearing.records import Decision
from hearing.store.transaction import Transaction


def record(row: dict) -> Decision:
    """A stored row as a Decision."""
    return Decision(**{**row, "meaning": row["meaning"] and Meaning(row["meaning"])})


def values(decision: Decision) -> dict:
    """The columns of a Decision, without its id and version."""
    return {
        "hearing_id": decision.hearing_id,
        "phrase": decision.phrase,
        "meaning": decision.meaning and decision.meaning.value,
        "position": decision.position,
    }


def of(db: Database, hearing_id: int) -> list[Decision]:
    """The vocabulary of a hearing in its order."""
    rows = db.query("select * from decision where hearing_id = ? order by position, id", [hearing_id])
    return [record(row) for row in rows]


def find(db: Database, id: int) -> Decision | None:
    """The phrase, or None."""
    row = next(db.query("select * from decision where id = ?", [id]), None)
    return row and record(row)


def used(db: Database, hearing_id: int) -> dict[int, int]:
    """How many points carry each phrase that is used."""
    return dict(
        db.execute(
            """
            select decision_id, count(*) from point
            where hearing_id = ? and decision_id is not null group by decision_id
            """,
            [hearing_id],
        ).fetchall()
    )


def spellings(db: Database, hearing_id: int) -> dict[int, list[tuple[str, int]]]:
    """For each phrase the other wordings that were printed, with how many points carry each."""
    rows = db.execute(
        """
        select point.decision_id, decision_printed, count(*)
        from point join decision on decision.id = point.decision_id
        where point.hearing_id = ? and decision_printed not in ('', phrase)
        group by point.decision_id, decision_printed order by decision_printed collate DANISH
        """,
        [hearing_id],
    )
    found: dict[int, list[tuple[str, int]]] = {}
    for decision_id, printed, count in rows:
        found.setdefault(decision_id, []).append((printed, count))
    return found


def add(tx: Transaction, hearing_id: int, phrase: str, meaning: Meaning | None, position: int) -> int:
    """Store a new phrase and return its id."""
    return tx.insert(
        "decision",
        {"hearing_id": hearing_id, "phrase": phrase, "meaning": meaning and meaning.value, "position": position},
    )


def change(tx: Transaction, id: int, version: int, **columns: object) -> None:
    """Change a phrase that still stands at ``version``."""
    tx.update("decision", id, version, columns)


def remove(tx: Transaction, id: int, version: int) -> None:
    """Remove a phrase that still stands at ``version`` and that no point uses."""
    tx.delete("decision", id, version)
