"""Hearings as they are stored."""

from datetime import date

from sqlite_utils import Database

from hearing.enums import HearingKind, Printing, Verb
from hearing.records import Hearing
from hearing.store.transaction import Transaction


def record(row: dict) -> Hearing:
    """A stored row as a Hearing; one that an event has kept may be older than the newest columns."""
    return Hearing(
        **{
            **row,
            "period_from": row["period_from"] and date.fromisoformat(row["period_from"]),
            "period_to": row["period_to"] and date.fromisoformat(row["period_to"]),
            "kind": HearingKind(row["kind"]),
            "removed": bool(row["removed"]),
            "echo_printing": Printing(row.get("echo_printing", Printing.REFERENCE)),
        }
    )


def values(hearing: Hearing) -> dict:
    """The columns of a Hearing, without its id and version."""
    return {
        "title": hearing.title,
        "document": hearing.document,
        "plan_term": hearing.plan_term,
        "case_number": hearing.case_number,
        "committee": hearing.committee,
        "authority": hearing.authority,
        "period_from": hearing.period_from and hearing.period_from.isoformat(),
        "period_to": hearing.period_to and hearing.period_to.isoformat(),
        "kind": hearing.kind.value,
        "echo_printing": hearing.echo_printing.value,
        "echo_summary": hearing.echo_summary,
        "echo_decision": hearing.echo_decision,
        "echo_comment": hearing.echo_comment,
    }


def find(db: Database, id: int) -> Hearing | None:
    """The hearing, also a removed one, or None."""
    row = next(db.query("select * from hearing where id = ?", [id]), None)
    return row and record(row)


def all(db: Database) -> list[Hearing]:
    """Every hearing that is not removed, the newest first."""
    return [record(row) for row in db.query("select * from hearing where not removed order by id desc")]


def add(tx: Transaction, hearing: Hearing) -> int:
    """Store a new hearing and return its id; the record's own id does not count."""
    return tx.insert("hearing", values(hearing))


def demonstrations(db: Database) -> set[int]:
    """The ids of the hearings that came with the program."""
    rows = db.query("select hearing_id from event where verb = ?", [Verb.HEARING_DEMONSTRATION.value])
    return {row["hearing_id"] for row in rows}


def change(tx: Transaction, hearing: Hearing) -> None:
    """Store the hearing's columns over the version that it was read at."""
    tx.update("hearing", hearing.id, hearing.version, values(hearing))


def remove(tx: Transaction, id: int, version: int) -> None:
    """Take the hearing out of every list; Stale if it was changed since ``version``."""
    tx.update("hearing", id, version, {"removed": 1})
