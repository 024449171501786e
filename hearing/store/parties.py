"""Parties as they are stored."""

import json
from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

from hearing.enums import PartyKind
from hearing.records import Party
from hearing.store.transaction import Transaction
from hearing.wording import plain_name


def record(row: dict) -> Party:
    """A stored row as a Party."""
    return Party(
        **{
            **row,
            "other_names": _names(row["other_names"]),
            "represents": _names(row["represents"]),
            "kind": PartyKind(row["kind"]),
            "kind_confirmed": bool(row["kind_confirmed"]),
            "deadline": row["deadline"] and date.fromisoformat(row["deadline"]),
        }
    )


def _names(stored: str) -> tuple[str, ...]:
    # Nearly all parties have none, and there may be thousands.
    return () if stored == "[]" else tuple(json.loads(stored))


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


def names_by_id(db: Database, hearing_id: int) -> dict[int, str]:
    """The full names of a hearing's parties by their ids, in their order; there may be thousands."""
    rows = db.execute("select id, name from party where hearing_id = ? order by position, id", [hearing_id])
    return dict(rows.fetchall())


def names(db: Database, hearing_id: int) -> frozenset[str]:
    """What texts may call the parties of a hearing: full, short and other names, and whom they speak for."""
    found: set[str] = set()
    for party in of(db, hearing_id):
        found.update((party.name, plain_name(party.name), party.short_name, *party.other_names, *party.represents))
    return frozenset(name for name in found if name.strip())


@dataclass(frozen=True)
class Answer:
    """How far a party has come: its responses, the last day one came, whether any has remarks, its points.

    A row that only says that there are no remarks is no point here.
    """

    responses: int
    received: date | None
    with_remarks: bool
    points: int

    @property
    def unread(self) -> bool:
        """Whether it has sent remarks, and none of them stands in the table yet."""
        return self.with_remarks and not self.points


def answered(db: Database, hearing_id: int) -> int:
    """How many parties have answered: those with a response, and those whose points stand in the table without."""
    return db.execute(
        """
        select count(*) from party where hearing_id = ? and (
            exists (select 1 from response where party_id = party.id)
            or exists (select 1 from point where party_id = party.id)
        )
        """,
        [hearing_id],
    ).fetchone()[0]


def answers(db: Database, hearing_id: int) -> dict[int, Answer]:
    """The answer of every party that has answered (see ``answered``)."""
    rows = db.execute(
        """
        select party_id, sum(responses), max(received), max(with_remarks), sum(points) from (
            select party_id, 1 as responses, received, with_remarks, 0 as points
            from response where hearing_id = :hearing
            union all
            select point.party_id, 0, null, null, sum(coalesce(response.with_remarks, 1))
            from point left join response on response.id = point.response_id
            where point.hearing_id = :hearing group by point.party_id
        ) group by party_id
        """,
        {"hearing": hearing_id},
    )
    return {
        party_id: Answer(responses, received and date.fromisoformat(received), bool(with_remarks), points)
        for party_id, responses, received, with_remarks, points in rows
    }


def last_citizen_number(db: Database, hearing_id: int) -> int:
    """The highest n of "Borger n" that was ever given in the hearing, to parties removed since as well."""
    return db.execute(
        """
        select max(
            coalesce((select max(citizen_number) from party where hearing_id = :hearing), 0),
            coalesce((
                select max(json_extract(change.value, '$.before.citizen_number'))
                from event, json_each(event.changes) as change
                where event.hearing_id = :hearing and (verb like 'party.%' or verb = 'undo')
                  and json_extract(change.value, '$.table') = 'party'
            ), 0)
        )
        """,
        {"hearing": hearing_id},
    ).fetchone()[0]


def add(tx: Transaction, party: Party) -> int:
    """Store a new party and return its id; the record's own id does not count."""
    return tx.insert("party", values(party))


def change(tx: Transaction, party: Party) -> None:
    """Store the party's columns over the version that it was read at."""
    tx.update("party", party.id, party.version, values(party))


def remove(tx: Transaction, id: int, version: int) -> None:
    """Remove a party that still stands at ``version`` and has neither points nor responses."""
    tx.delete("party", id, version)
