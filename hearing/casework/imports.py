"""A reading becomes a hearing: all of it, or nothing."""

from dataclasses import replace
from datetime import date

from sqlite_utils import Database

from hearing.intake.rows import Reading, Row
from hearing.records import By, Decision, Hearing, Party, Point, Response, Status, Theme, Verb
from hearing.store import decisions, hearings, parties, points, responses, themes
from hearing.store.transaction import Transaction, transaction
from hearing.wording import fold, one_line


def create(db: Database, by: By, title: str, reading: Reading) -> int:
    """Store a reading as a new hearing and return the hearing's id."""
    facts = reading.facts
    hearing = Hearing(
        id=0,
        title=title,
        plan_term=facts.get("plan_term", ""),
        case_number=facts.get("case_number", ""),
        authority=facts.get("authority", ""),
        period_from=_date(facts.get("period_from")),
        period_to=_date(facts.get("period_to")),
    )
    with transaction(db, by, Verb.HEARING_IMPORT) as tx:
        tx.hearing_id = hearings.add(tx, hearing)
        _Import(tx, replace(hearing, id=tx.hearing_id), reading.rows).store()
    return tx.hearing_id


def _date(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


class _Import:
    """The records that a reading's rows become. Positions are the rows' numbers, with room between."""

    STEP = 1024

    def __init__(self, tx: Transaction, hearing: Hearing, rows: tuple[Row, ...]):
        self.tx, self.hearing, self.rows = tx, hearing, rows
        self.phrase_of: dict[str, str] = {}

    def store(self) -> None:
        """Store everything, in the order in which the records refer to each other."""
        party_ids = self._parties()
        response_ids = self._responses(party_ids)
        theme_ids = self._themes()
        decision_ids = self._decisions()
        first = self.tx.next_id("point")
        point_ids = {index: first + n for n, (index, _) in enumerate(self._points())}
        self.tx.insert_many(
            "point",
            [
                {
                    "id": point_ids[index],
                    **points.values(self._point(index, row, party_ids, response_ids, theme_ids, decision_ids)),
                }
                for index, row in self._points()
            ],
        )
        self._echoes(point_ids)

    def _points(self) -> list[tuple[int, Row]]:
        return [(index, row) for index, row in enumerate(self.rows) if not row.silent]

    def _parties(self) -> dict[str, int]:
        first: dict[str, Party] = {}
        for index, row in enumerate(self.rows):
            first.setdefault(
                fold(row.party),
                Party(
                    id=0,
                    hearing_id=self.hearing.id,
                    name=one_line(row.party),
                    short_name=row.party_short,
                    position=(index + 1) * self.STEP,
                ),
            )
        start = self.tx.next_id("party")
        ids = {key: start + n for n, key in enumerate(first)}
        self.tx.insert_many("party", [{"id": ids[key], **parties.values(party)} for key, party in first.items()])
        return ids

    def _responses(self, party_ids: dict[str, int]) -> dict[int, int]:
        answered = dict.fromkeys(party_ids[fold(row.party)] for _, row in self._points())
        start = self.tx.next_id("response")
        ids = {party_id: start + n for n, party_id in enumerate(answered)}
        self.tx.insert_many(
            "response",
            [
                {"id": id, **responses.values(Response(0, self.hearing.id, party_id))}
                for party_id, id in ids.items()
            ],
        )
        return ids

    def _themes(self) -> dict[str, int]:
        names = dict.fromkeys(row.theme for row in self.rows if row.theme)
        start = self.tx.next_id("theme")
        records = {
            name: Theme(start + n, self.hearing.id, name, (n + 1) * self.STEP) for n, name in enumerate(names)
        }
        self.tx.insert_many("theme", [themes.values(theme) for theme in records.values()])
        return {name: theme.id for name, theme in records.items()}

    def _decisions(self) -> dict[str, int]:
        found: dict[str, Row] = {}
        for row in self.rows:
            if row.decision and row.echo_of is None:
                found.setdefault(fold(row.decision), row)
        start = self.tx.next_id("decision")
        ids = {}
        rows = []
        for n, (key, row) in enumerate(found.items()):
            ids[key] = start + n
            phrase = self.phrase_of[key] = one_line(row.decision)
            rows.append(
                decisions.values(Decision(start + n, self.hearing.id, phrase, row.meaning, (n + 1) * self.STEP))
            )
        self.tx.insert_many("decision", rows)
        return ids

    def _point(self, index, row, party_ids, response_ids, theme_ids, decision_ids) -> Point:
        party_id = party_ids[fold(row.party)]
        return Point(
            id=0,
            hearing_id=self.hearing.id,
            party_id=party_id,
            response_id=response_ids[party_id],
            position=(index + 1) * self.STEP,
            label=row.label,
            theme_id=theme_ids.get(row.theme),
            theme_printed=row.theme_printed if row.theme_printed != row.theme else "",
            summary=row.summary,
            decision_id=decision_ids.get(fold(row.decision)) if row.echo_of is None else None,
            decision_printed="" if self._prints_the_phrase(row) else row.decision,
            comment=row.comment,
            marks=row.marks,
            excerpt=row.excerpt,
            page=row.page,
            responsible=row.responsible,
            note=row.note,
            status=Status(row.status) if row.status in set(Status) else Status.NEW,
            unsure=row.unsure,
        )

    def _prints_the_phrase(self, row: Row) -> bool:
        return row.echo_of is None and row.decision == self.phrase_of.get(fold(row.decision))

    def _echoes(self, point_ids: dict[int, int]) -> None:
        start = self.tx.next_id("echo")
        links = [
            (point_ids[index], point_ids[row.echo_of])
            for index, row in self._points()
            if row.echo_of in point_ids and row.echo_of != index
        ]
        self.tx.insert_many(
            "echo",
            [
                {"id": start + n, "hearing_id": self.hearing.id, "point_id": point, "source_id": source}
                for n, (point, source) in enumerate(links)
            ],
        )
