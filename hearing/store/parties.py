"""Parties as they are stored."""

import json
from datetime import date

from sqlite_utils import Database

from hearing.records import Party, PartyKind


def record(row: dict) -> Party:
    """A stored row as a Party."""
    return Party(
        **{
            **row,
            "other_names": tuple(json.loads(row["other_names"])),
            "represents": tuple(json.loads(row["represents"])),
            "kind": PartyKind(row["kind"]),
            "kind_confirmed": bool(row["kind_confirmed"]),
            "deadline": row["deadline"] and date.fromisoformat(row["deadline"]),
        }
    )


def values(party: Party) -> dict:
    """The columns of a Party, without its id and version."""
    return {
        "hearing_id": party.hearing_id,
        "name": party.name,
        "short_name": party.short_name,
        "other_names": json.dumps(party.other_names, ensure_ascii=False),
        "kind": party.kind.value,
        "kind_confirmed": int(party.kind_confirmed),
        "represents": json.dumps(party.represents, ensure_ascii=False),
        "position": party.position,
        "deadline": party.deadline and party.deadline.isoformat(),
        "citizen_number": party.citizen_number,
    }


def find(db: Database, id: int) -> Party | None:
    """The party, or None."""
    row = next(db.query("select * from party where id = ?", [id]), None)
    return row and record(row)


def of(db: Database, hearing_id: int) -> list[Party]:
    """The parties of a hearing in their order."""
    rows = db.query("select * from party where hearing_id = ? order by position, id", [hearing_id])
    return [record(row) for row in rows]
