"""What an event changed, in the words of the screen."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

from hearing import marks
from hearing.echoes import difference
from hearing.enums import HearingKind, Meaning, PartyKind, Printing, Status, Verb
from hearing.records import Change, Event
from hearing.store import decisions, parties, points, themes
from hearing.wording import count, danish_date, shortened

_LABELS = {
    "point": {
        "label": "Bogstav",
        "theme_id": "Tema",
        "theme_printed": "Tema som trykt",
        "summary": "Sammendrag",
        "decision_id": "Håndtering",
        "decision_printed": "Håndtering som trykt",
        "comment": "Kommentar",
        "excerpt": "Citat",
        "page": "Side",
        "status": "Status",
        "responsible": "Ansvarlig",
        "note": "Intern note",
        "unsure": "Programmets tvivl",
        "party_id": "Høringspart",
    },
    "echo": {"source_id": "Gentager", "printing": "Trykkes", "deviation": "Afviger, fordi"},
    "party": {
        "name": "Navn",
        "short_name": "Kort navn",
        "other_names": "Andre navne",
        "represents": "Svarer også for",
        "kind": "Art",
        "kind_confirmed": "Arten er bekræftet",
        "deadline": "Egen frist",
    },
    "theme": {"name": "Tema"},
    "decision": {"phrase": "Formulering", "meaning": "Betydning"},
    "hearing": {
        "title": "Titel",
        "document": "Dokument",
        "plan_term": "Planens navn",
        "case_number": "Sagsnummer",
        "committee": "Udvalg",
        "authority": "Myndighed",
        "period_from": "Fra",
        "period_to": "Til",
        "kind": "Art",
        "echo_printing": "Gentagelser trykkes",
        "echo_summary": "Gentagelsers sammendrag",
        "echo_decision": "Gentagelsers håndtering",
        "echo_comment": "Gentagelsers henvisning",
    },
    "response": {
        "received": "Modtaget",
        "document_number": "Dokumentnummer",
        "with_remarks": "Er der bemærkninger i svaret?",
    },
    "draft": {"text": "Planens tekst"},
    "file": {"name": "Fil"},
}
_CHOICES = {
    ("point", "status"): Status,
    ("decision", "meaning"): Meaning,
    ("party", "kind"): PartyKind,
    ("hearing", "kind"): HearingKind,
    ("hearing", "echo_printing"): Printing,
    ("echo", "printing"): Printing,
}
_DAYS = {"deadline", "period_from", "period_to", "received"}
_LISTS = {"other_names", "represents"}
_YES_OR_NO = {"kind_confirmed", "with_remarks"}
_NAMED = {"party": "name", "theme": "name", "decision": "phrase"}
_POINTS = {"echo": ("point_id",), "verdict": ("one_id", "other_id")}
_MERGES = {Verb.THEME_MERGE: ("theme", "theme_id"), Verb.DECISION_MERGE: ("decision", "decision_id")}
_BEGINNING = 200
TEXTS = ("summary", "comment", "excerpt", "note")
"""The texts of a point that can be brought back one by one."""


@dataclass(frozen=True)
class Line:
    """One column of one record that an event changed. ``column`` is set where the old text can be brought back."""

    label: str
    pieces: tuple[difference.Piece, ...]
    column: str = ""


class Reader:
    """Turns events of one hearing into lines; the names behind ids are looked up once."""

    def __init__(self, db: Database, hearing_id: int):
        self._db = db
        self._names = {
            "party_id": {party.id: party.name for party in parties.of(db, hearing_id)},
            "theme_id": {theme.id: theme.name for theme in themes.of(db, hearing_id)},
            "decision_id": {decision.id: decision.phrase for decision in decisions.of(db, hearing_id)},
        }

    def lines(self, event: Event, table: str | None = None, id: int | None = None) -> list[Line]:
        """What the event changed; with ``table`` and ``id``, of that record alone."""
        return self.first(event, None, table, id)[0]

    def first(
        self, event: Event, most: int | None, table: str | None = None, id: int | None = None
    ) -> tuple[list[Line], int]:
        """The first lines, and how many there are: to merge a theme changes thousands of points."""
        told = [
            texts
            for change in event.changes
            if not change.series and (table is None or _is_about(change, table, id))
            for texts in self._of(change)
        ]
        return [Line(label, difference.words(old, new), again) for label, old, new, again in told[:most]], len(
            told
        )

    def place(self, event: Event) -> str:
        """What the event was about: the point ("Søndervang Kommune, b"), whose response, or the one party, theme
        or phrase; of two that became one, both.
        """
        if event.verb in _MERGES:
            return self._merged(event, *_MERGES[event.verb])
        if any(change.series for change in event.changes):
            return ""
        rows = [(change.table, change.after or change.before or {}) for change in event.changes]
        for table in ("point", "response"):
            row = next((row for of, row in rows if of == table), None)
            if row:
                name = self._names["party_id"].get(row["party_id"], "")
                return f"{name}, {row['label']}" if row.get("label") else name
        for table, ids in _POINTS.items():
            row = next((row for of, row in rows if of == table), None)
            if row:
                return " og ".join(filter(None, (self._point(row[id]) for id in ids)))
        return rows[0][1].get(_NAMED.get(rows[0][0], ""), "") if len(rows) == 1 else ""

    def _point(self, id: int) -> str:
        """What a point is called now; "" for one that is gone."""
        point = points.find(self._db, id)
        return ", ".join(filter(None, (self._names["party_id"].get(point.party_id), point.label))) if point else ""

    def _merged(self, event: Event, table: str, column: str) -> str:
        """ "»Tages med« er nu »Imødekommes«": what is gone, and what its points have instead, if it had any."""
        gone = next((change.before[_NAMED[table]] for change in event.changes if change.table == table), "")
        ids = (change.after[column] for change in event.changes if change.table == "point" and not change.series)
        into = self._names[column].get(next(ids, None), "")
        return f"»{gone}« er nu »{into}«" if into else f"»{gone}«"

    def _of(self, change: Change) -> Iterator[tuple[str, str, str, str]]:
        """Label, old text, new text, and the column where the old one can be brought back."""
        kept = change.before or change.after or {}
        for column, label in _LABELS.get(change.table, {}).items():
            if column in kept:
                old, new = (self._text(change.table, column, row) for row in (change.before, change.after))
                if old != new:
                    again = column if change.table == "point" and change.before and column in TEXTS else ""
                    yield label, old, new, again

    def _text(self, table: str, column: str, row: dict | None) -> str:
        value = (row or {}).get(column)
        if value is None or value == "":
            return ""
        if column == "source_id":
            return self._point(value) or "(slettet)"
        if column in self._names:
            return self._names[column].get(value, "(slettet)")
        if column == "comment":
            return marks.typed(value, _ranges(row["marks"]))
        if (table, column) in _CHOICES:
            return _CHOICES[table, column](value).label
        if column in _DAYS:
            return danish_date(date.fromisoformat(value))
        if column in _LISTS:
            return "\n".join(json.loads(value))
        if table == "draft":
            return f"{count(len(value.split()), 'ord', 'ord')}: {shortened(value, _BEGINNING)} …"
        if column in _YES_OR_NO:
            return "ja" if value else "nej"
        return str(value)


def _is_about(change: Change, table: str, id: int) -> bool:
    """Whether a record was changed, or a point's link to what it repeats."""
    if table == "point" and change.table == "echo":
        return id in {row.get("point_id") for row in (change.before or {}, change.after or {})}
    return (change.table, change.id) == (table, id)


def _ranges(stored: str) -> marks.Marks:
    return tuple((start, end) for start, end in json.loads(stored))
