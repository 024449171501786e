"""What persons have said of pairs of points that are alike, as it is stored."""

from sqlite_utils import Database

from hearing.enums import VerdictKind
from hearing.records import Verdict
from hearing.store.transaction import Transaction


def record(row: dict) -> Verdict:
    """A stored row as a Verdict."""
    return Verdict(**{**row, "kind": VerdictKind(row["kind"])})


def of(db: Database, hearing_id: int) -> list[Verdict]:
    """The verdicts of a hearing."""
    return [
        record(row) for row in db.query("select * from verdict where hearing_id = ? order by id", [hearing_id])
    ]


def newest(db: Database, hearing_id: int, most: int, skipped: int = 0) -> list[Verdict]:
    """So many verdicts of a hearing, the newest first, without those before."""
    rows = db.query(
        "select * from verdict where hearing_id = ? order by id desc limit ? offset ?", [hearing_id, most, skipped]
    )
    return [record(row) for row in rows]


def count(db: Database, hearing_id: int) -> int:
    """How many pairs of a hearing have been judged."""
    return db.execute("select count(*) from verdict where hearing_id = ?", [hearing_id]).fetchone()[0]


def find(db: Database, id: int) -> Verdict | None:
    """The verdict, or None."""
    row = next(db.query("select * from verdict where id = ?", [id]), None)
    return row and record(row)


def between(db: Database, one_id: int, other_id: int) -> Verdict | None:
    """The verdict on two points, in whichever order they are named."""
    pair = [min(one_id, other_id), max(one_id, other_id)]
    row = next(db.query("select * from verdict where one_id = ? and other_id = ?", pair), None)
    return row and record(row)


def touching(db: Database, point_id: int) -> list[Verdict]:
    """The verdicts on a point and any other."""
    rows = db.query("select * from verdict where one_id = ?1 or other_id = ?1 order by id", [point_id])
    return [record(row) for row in rows]


def add(tx: Transaction, hearing_id: int, one_id: int, other_id: int, kind: VerdictKind) -> int:
    """Store a verdict on two points that have none yet."""
    return tx.insert(
        "verdict",
        {
            "hearing_id": hearing_id,
            "one_id": min(one_id, other_id),
            "other_id": max(one_id, other_id),
            "kind": kind.value,
        },
    )


def remove(tx: Transaction, verdict: Verdict) -> None:
    """Take a verdict back."""
    tx.delete("verdict", verdict.id, verdict.version)
