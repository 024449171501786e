"""Responses as they are stored."""

from datetime import date

from sqlite_utils import Database

from hearing.records import Response
from hearing.store.transaction import Transaction


def record(row: dict) -> Response:
    """A stored row as a Response."""
    return Response(
        **{
            **row,
            "received": row["received"] and date.fromisoformat(row["received"]),
            "with_remarks": bool(row["with_remarks"]),
        }
    )


def values(response: Response) -> dict:
    """The columns of a Response, without its id and version."""
    return {
        "hearing_id": response.hearing_id,
        "party_id": response.party_id,
        "received": response.received and response.received.isoformat(),
        "document_number": response.document_number,
        "with_remarks": int(response.with_remarks),
        "file_id": response.file_id,
    }


def of(db: Database, hearing_id: int) -> list[Response]:
    """The responses of a hearing in the order in which they were logged."""
    rows = db.query("select * from response where hearing_id = ? order by id", [hearing_id])
    return [record(row) for row in rows]


def of_party(db: Database, party_id: int) -> list[Response]:
    """The responses of a party in the order in which they came."""
    rows = db.query(
        "select * from response where party_id = ? order by received is null, received, id", [party_id]
    )
    return [record(row) for row in rows]


def find(db: Database, id: int) -> Response | None:
    """The response, or None."""
    row = next(db.query("select * from response where id = ?", [id]), None)
    return row and record(row)


def add(tx: Transaction, response: Response) -> int:
    """Store a new response and return its id; the record's own id does not count."""
    return tx.insert("response", values(response))


def change(tx: Transaction, response: Response) -> None:
    """Store the response's columns over the version that it was read at."""
    tx.update("response", response.id, response.version, values(response))


def remove(tx: Transaction, id: int, version: int) -> None:
    """Remove a response that still stands at ``version`` and has no points."""
    tx.delete("response", id, version)
