"""The hearing that ships with the program: invented, complete, and always in the middle of its period.

Its data lies readable in ``hearing/demo``: ``handling-table.json`` is a working copy like any other,
``hearing.json`` holds what a table does not say (kinds, dates, document numbers, notes, which rows
repeat others), ``draft.txt`` the plan.
"""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from sqlite_utils import Database

from hearing.casework import imports, order
from hearing.casework.inheritance import handled_as
from hearing.casework.refusal import Refused
from hearing.enums import Printing, Verb
from hearing.intake import working_copy
from hearing.intake.rows import Reading
from hearing.records import By, Echo, Hearing
from hearing.store import drafts, echoes, hearings, parties, points, responses, themes
from hearing.store.transaction import Transaction, transaction
from hearing.wording import fold

FOLDER = Path(__file__).resolve().parents[1] / "demo"


def load(db: Database, by: By, today: date | None = None) -> int:
    """Load the demonstration hearing into an empty database and return its id; Refused if it is not empty."""
    reading = working_copy.read((FOLDER / "handling-table.json").read_bytes())
    around = json.loads((FOLDER / "hearing.json").read_text(encoding="utf-8"))
    calendar = _Calendar(today or date.today())
    with transaction(db, by, Verb.HEARING_DEMONSTRATION) as tx:
        if hearings.all(db):
            raise Refused("Demonstrationen kan kun indlæses i en tom database, og her er allerede en høring.")
        hearing = _hearing(reading, around, calendar)
        tx.hearing_id = hearings.add(tx, hearing)
        rows = imports.fill(tx, replace(hearing, id=tx.hearing_id), _with_notes(reading, around["notes"]))
        _order_themes(tx, around["themes"])
        drafts.add(tx, tx.hearing_id, (FOLDER / "draft.txt").read_text(encoding="utf-8"))
        for facts in around["parties"]:
            _dress(tx, facts, calendar)
        for facts in around["echoes"]:
            _link(tx, rows, facts)
    return tx.hearing_id


class _Calendar:
    """Days counted from the one on which the demonstration is loaded."""

    def __init__(self, today: date):
        self.today = today

    def day(self, number: int | None) -> date | None:
        return None if number is None else self.today + timedelta(days=number)

    def iso(self, number: int | None) -> str | None:
        day = self.day(number)
        return day and day.isoformat()


def _hearing(reading: Reading, around: dict, calendar: _Calendar) -> Hearing:
    return Hearing(
        id=0,
        title=reading.facts["title"],
        document=around["document"],
        plan_term=reading.facts["plan_term"],
        case_number=reading.facts["case_number"],
        committee=around["committee"],
        authority=reading.facts["authority"],
        period_from=calendar.day(around["period"]["from_day"]),
        period_to=calendar.day(around["period"]["to_day"]),
    )


def _with_notes(reading: Reading, notes: list[dict]) -> Reading:
    """The reading with the internal notes that no exported table holds."""
    note_of = {note["row"]: note["note"] for note in notes}
    return replace(
        reading,
        rows=tuple(replace(row, note=note_of.get(number, "")) for number, row in enumerate(reading.rows, 1)),
    )


def _order_themes(tx: Transaction, names: list[str]) -> None:
    for theme in themes.of(tx.db, tx.hearing_id):
        tx.place("theme", theme.id, (names.index(theme.name) + 1) * order.STEP)


def _link(tx: Transaction, rows: dict[int, int], facts: dict) -> None:
    """Let a row follow another, printed in its own way, or deviate from it with a comment of its own."""
    point, source = (points.find(tx.db, rows[facts[name] - 1]) for name in ("row", "source"))
    printing, deviation = Printing(facts.get("printing", "hearing")), facts.get("deviation", "")
    echoes.add(tx, Echo(0, tx.hearing_id, point.id, source.id, printing, deviation))
    own = replace(point, comment=facts["comment"]) if deviation else handled_as(point, source)
    points.change(tx, point, own)


def _dress(tx: Transaction, facts: dict, calendar: _Calendar) -> None:
    """Give a party its kind and dates, and its response the date and number it was logged with."""
    party = next(p for p in parties.of(tx.db, tx.hearing_id) if fold(p.name) == fold(facts["name"]))
    tx.update(
        "party",
        party.id,
        party.version,
        {
            "kind": facts["kind"],
            "kind_confirmed": 1,
            "other_names": json.dumps(facts.get("other_names", []), ensure_ascii=False),
            "represents": json.dumps(facts.get("represents", []), ensure_ascii=False),
            "deadline": calendar.iso(facts.get("deadline_day")),
            "citizen_number": facts.get("confirmed_citizen"),
        },
    )
    if logged := facts.get("response"):
        response = next(r for r in responses.of(tx.db, tx.hearing_id) if r.party_id == party.id)
        tx.update(
            "response",
            response.id,
            response.version,
            {
                "received": calendar.iso(logged["day"]),
                "document_number": logged["document_number"],
                "with_remarks": int(logged.get("with_remarks", True)),
            },
        )
