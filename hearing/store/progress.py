"""How far hearings have come: what has been received, handled, and what waits for a person."""

from collections import Counter
from dataclasses import dataclass
from operator import itemgetter

from sqlite_utils import Database

from hearing.enums import Meaning, Status
from hearing.store import parties, table
from hearing.store.selection import Facet


@dataclass(frozen=True)
class Progress:
    """The counts of one hearing.

    Who has ``answered`` says ``parties.answered``. A point is handled when it, or the point it repeats, has a
    decision. A row that only says that its party has no remarks is no point here; ``empty`` counts those.
    ``unknown`` counts phrases without a meaning; ``implement`` the points, repetitions included, that go into the
    implementation work.
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
    empty: int = 0

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
    rows, points = table.outline(db, hearing_id), table.remarks(db, hearing_id)
    decisions = Counter(map(itemgetter(Facet.DECISION), points))
    done = Counter(map(itemgetter(Facet.STATUS), points))[Status.DONE.value]
    for_approval = Counter(map(itemgetter(Facet.STATUS), rows))[Status.FOR_APPROVAL.value]
    implement = db.execute(
        "select id from decision where hearing_id = ? and meaning = ?", [hearing_id, Meaning.IMPLEMENT.value]
    )
    return Progress(
        parties=_count(db, "select count(*) from party where hearing_id = ?", hearing_id),
        answered=parties.answered(db, hearing_id),
        points=len(points),
        handled=len(points) - decisions[None],
        done=done,
        for_approval=for_approval,
        unsure=sum(map(itemgetter(Facet.UNSURE), rows)),
        empty=len(rows) - len(points),
        implement=sum(decisions[id] for (id,) in implement),
        unknown=_count(db, "select count(*) from decision where hearing_id = ? and meaning is null", hearing_id),
    )


def _count(db: Database, query: str, hearing_id: int) -> int:
    return db.execute(query, [hearing_id]).fetchone()[0]
