"""How far hearings have come: what has been received, handled, and what waits for a person."""

from dataclasses import dataclass

from sqlite_utils import Database

from hearing.store.table import DECISION


@dataclass(frozen=True)
class Progress:
    """The counts of one hearing.

    A point is handled when it, or the point it repeats, has a decision, and when there is nothing to decide
    because the party has no remarks. ``unknown`` counts phrases without a meaning; ``implement`` the points,
    repetitions included, that go into the implementation work.
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
        """Parties that have sent nothing."""
        return self.parties - self.answered

    @property
    def unhandled(self) -> int:
        """Points without a decision."""
        return self.points - self.handled


_QUERY = f"""
with decided as (
    select {DECISION} as decision_id, status, unsure from point where hearing_id = :hearing_id
)
select
    (select count(*) from party where hearing_id = :hearing_id),
    (select count(distinct party_id) from response where hearing_id = :hearing_id),
    count(*), count(decision_id),
    coalesce(sum(status = 'færdig'), 0), coalesce(sum(status = 'til godkendelse'), 0),
    coalesce(sum(unsure <> ''), 0),
    coalesce(sum(decision_id in (select id from decision where meaning = 'implement')), 0),
    (select count(*) from decision where hearing_id = :hearing_id and meaning is null)
from decided
"""  # noqa: S608 - the expression is ours


def of(db: Database, hearing_id: int) -> Progress:
    """The counts of a hearing; all 0 where there is none."""
    return Progress(*db.execute(_QUERY, {"hearing_id": hearing_id}).fetchone())
