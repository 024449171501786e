"""How far hearings have come: what has been received, handled, and what waits for a person."""

from collections import Counter
from dataclasses import dataclass

from sqlite_utils import Database

from hearing.enums import Meaning, Status
from hearing.store import parties, table
from hearing.store.selection import Facet


@dataclass(frozen=True)
class Progress:
    """The counts of one hearing.

    Who has ``answered`` says ``parties.answered``. A point is handled when it, or the point it repeats, has a
    decision. A row that only says that its party has no remarks is no point here. ``unknown`` counts phrases
    without a meaning; ``implement`` the points, repetitions included, that go into the implementation work.
    """

    parties: int = 0
    answered: int = 0
    points: int = 0
    handled: int = 0
    done: int = 0
    for_approval: int = 0
    unsure: int = 0
    implement: int = 0
    unknown: int = 0

    @property
    def unanswered(self) -> int:
        """Parties that have sent nothing, and have nothing in the table."""
        return self.parties - self.answered

    @property
    def unhandled(self) -> int:
        """Points without a decision."""
        return self.points - self.handled


def of(db: Database, hearing_id: int) -> Progress:
    """The counts of a hearing; all 0 where there is none."""
    rows = table.outline(db, hearing_id)
    decisions = Counter(row[Facet.DECISION] for row in rows)
    statuses = Counter(row[Facet.STATUS] for row in rows)
    no_remarks = Counter(dict(db.execute(_NO_REMARKS, [hearing_id]).fetchall()))
    points = len(rows) - no_remarks.total()
    implement = db.execute(
        "select id from decision where hearing_id = ? and meaning = ?", [hearing_id, Meaning.IMPLEMENT.value]
    )
    return Progress(
        parties=_count(db, "select count(*) from party where hearing_id = ?", hearing_id),
        answered=parties.answered(db, hearing_id),
        points=points,
        handled=points - decisions[None],
        done=statuses[Status.DONE.value] - no_remarks[Status.DONE.value],
        for_approval=statuses[Status.FOR_APPROVAL.value],
        unsure=sum(row[Facet.UNSURE] for row in rows),
        implement=sum(decisions[id] for (id,) in implement),
        unknown=_count(db, "select count(*) from decision where hearing_id = ? and meaning is null", hearing_id),
    )


_NO_REMARKS = """
select status, count(*) from point join response on response.id = point.response_id
where point.hearing_id = ? and not response.with_remarks group by status
"""


def _count(db: Database, query: str, hearing_id: int) -> int:
    return db.execute(query, [hearing_id]).fetchone()[0]
