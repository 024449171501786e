"""A reading becomes a hearing: all of it, or nothing."""

from dataclasses import replace
from datetime import date

from sqlite_utils import Database

from hearing.casework import accounts, imported
from hearing.casework.imported import party_key, phrase_key
from hearing.casework.order import STEP
from hearing.echoes import phrases
from hearing.enums import Printing, Status, Verb
from hearing.intake.rows import Reading, Row
from hearing.records import By, Echo, Hearing, Point
from hearing.store import decisions, echoes, hearings, parties, points, responses, themes
from hearing.store.transaction import Transaction, transaction

_PHRASES = ("echo_summary", "echo_decision", "echo_comment")


def create(db: Database, by: By, title: str, reading: Reading) -> int:
    """Store a reading as a new hearing and return the hearing's id."""
    with transaction(db, by, Verb.HEARING_IMPORT) as tx:
        tx.hearing_id = add_hearing(tx, title, reading)
    return tx.hearing_id


def add_hearing(tx: Transaction, title: str, reading: Reading) -> int:
    """The same as part of a larger verb."""
    facts = reading.facts
    hearing = Hearing(
        id=0,
        title=title,
        plan_term=facts.get("plan_term", ""),
        case_number=facts.get("case_number", ""),
        authority=facts.get("authority", ""),
        period_from=_date(facts.get("period_from")),
        period_to=_date(facts.get("period_to")),
        **{name: text for name in _PHRASES if not phrases.check(text := facts.get(name, ""))},
        echo_printing=_printing(facts.get("echo_printing")),
    )
    hearing = replace(hearing, id=hearings.add(tx, hearing))
    accounts.keep(tx, hearing.id, reading, fill(tx, hearing, reading))
    return hearing.id


def fill(tx: Transaction, hearing: Hearing, reading: Reading) -> dict[int, int]:
    """Store a reading's rows in a hearing that is new, as part of a larger verb; the points' ids by row index."""
    new = _Import(tx, hearing, reading.rows)
    new.store()
    return new.point_ids


def _printing(name: str | None) -> Printing:
    """How a hearing's echoes are printed, which is never as they were read."""
    return Printing.FULL if name == Printing.FULL else Printing.REFERENCE


def _date(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


class _Import:
    """The records that a reading's rows become. Positions are the rows' numbers, with room between."""

    def __init__(self, tx: Transaction, hearing: Hearing, rows: tuple[Row, ...]):
        self.tx, self.hearing, self.rows = tx, hearing, rows
        first = tx.next_id
        self.parties = imported.parties(rows, hearing.id, first("party"))
        self.responses = imported.responses(rows, self.parties, hearing.id, first("response"))
        self.themes = imported.themes(rows, hearing.id, first("theme"))
        self.decisions = imported.vocabulary(rows, hearing.id, first("decision"), hearing.plan_term)
        spoken = [index for index, row in enumerate(rows) if not row.silent]
        self.point_ids = {index: first("point") + n for n, index in enumerate(spoken)}

    def store(self) -> None:
        """Store everything, in the order in which the records refer to each other."""
        for table, module, found in (
            ("party", parties, self.parties),
            ("response", responses, self.responses),
            ("theme", themes, self.themes),
            ("decision", decisions, self.decisions),
        ):
            rows = [{**module.values(record), "id": record.id} for record in found.values()]
            self.tx.insert_many(table, rows)
        self.tx.insert_many("point", [self._point(index) for index in self.point_ids])
        self.tx.insert_many("echo", self._echoes())

    def _point(self, index: int) -> dict:
        row = self.rows[index]
        theme = self.themes.get(row.theme)
        decision = self._decision(row)
        point = Point(
            id=self.point_ids[index],
            hearing_id=self.hearing.id,
            party_id=self.parties[party_key(row)].id,
            response_id=self.responses[party_key(row)].id,
            position=(index + 1) * STEP,
            label=row.label,
            theme_id=theme.id if theme else None,
            theme_printed=row.theme_printed if row.theme_printed != row.theme else "",
            summary=row.summary,
            decision_id=decision.id if decision else None,
            decision_printed="" if decision and decision.phrase == row.decision else row.decision,
            comment=row.comment,
            marks=row.marks,
            excerpt=row.excerpt,
            page=row.page,
            responsible=row.responsible,
            note=row.note,
            status=Status(row.status) if row.status in set(Status) else Status.NEW,
            unsure=row.unsure,
        )
        return {**points.values(point), "id": point.id}

    def _decision(self, row: Row):
        """The phrase of a row. An echo row has its source's, unless it carries a phrase of its own."""
        borrowed = row.echo_of is not None and row.meaning is None
        return None if borrowed or not row.decision else self.decisions.get(phrase_key(row.decision))

    def _echoes(self) -> list[dict]:
        ids = self.point_ids
        start, links = self.tx.next_id("echo"), []
        for index, id in ids.items():
            row = self.rows[index]
            if row.echo_of in ids and row.echo_of != index:
                printing = Printing.HEARING if row.deviation else Printing.AS_READ
                links.append(
                    Echo(start + len(links), self.hearing.id, id, ids[row.echo_of], printing, row.deviation)
                )
        return [{**echoes.values(link), "id": link.id} for link in links]
