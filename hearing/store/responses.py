"""Responses as they are stored."""

from datetime import date

from sqlite_utils import Database

from hearing.records import Response


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
