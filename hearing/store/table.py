"""The table as the screen shows it: its outline, and the full rows of one page."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from sqlite_utils import Database

from hearing.enums import Meaning
from hearing.records import Decision, Echo, Party, Point, Theme
from hearing.store import decisions, echoes, mentions, parties, points, printing, search, themes
from hearing.store.outline import outlines
from hearing.store.selection import ID, Brief


class Answer(Enum):
    """What a party without a point in the table has answered: nothing, that it has none, or more than is there."""

    NONE = auto()
    NO_REMARKS = auto()
    NOT_ENTERED = auto()


@dataclass(frozen=True)
class Entry:
    """One row of the screen's table.

    ``point`` has the texts that are printed of it, and the status of its source where that handles it; it is None
    for a party without points, and ``answer`` says what that one answered; ``source`` is the point repeated,
    ``echo`` the link to it. ``raised_by`` counts the parties of a point that others repeat. ``no_remarks`` says
    that the row is an answer without any.
    """

    party: Party
    point: Point | None = None
    theme: Theme | None = None
    decision: Decision | None = None
    source: Point | None = None
    source_party: Party | None = None
    answer: Answer = Answer.NOT_ENTERED
    no_remarks: bool = False
    echo: Echo | None = None
    raised_by: int = 0

    @property
    def meaning(self) -> Meaning | None:
        """What the decision means; ``decision`` is that of the row repeated where the row has none of its own."""
        return self.decision and self.decision.meaning

    @property
    def handled(self) -> bool:
        """Whether the row has a decision or a comment."""
        said = self.point is not None and (self.point.decision_printed or self.point.comment)
        return self.decision is not None or bool(said)

    @property
    def phrase(self) -> str:
        """The phrase that stands in the row."""
        if self.point is None:
            return ""
        inherited = self.decision is None or self.point.decision_id is None
        return self.point.decision_printed or ("" if inherited else self.decision.phrase)


@dataclass(frozen=True)
class Vocabulary:
    """The records that a hearing's points refer to, by id, each in its order."""

    parties: dict[int, Party]
    themes: dict[int, Theme]
    decisions: dict[int, Decision]


def outline(db: Database, hearing_id: int, words: str = "") -> Sequence[Brief]:
    """A Brief of every point in table order; with ``words``, of those that the search finds."""
    rows = outlines.of(db, hearing_id)
    if not words.strip() or not rows:
        return rows
    names = dict(db.execute("select id, name || ' ' || short_name from party where hearing_id = ?", [hearing_id]))
    found = search.ids(db, words, rows, names)
    return [row for row in rows if row[ID] in found]


def without_remarks(db: Database, hearing_id: int) -> frozenset[int]:
    """The ids of the rows that only say that their party has no remarks: they are no points."""
    rows = db.execute(
        """
        select point.id from point join response on response.id = point.response_id
        where point.hearing_id = ? and not response.with_remarks
        """,
        [hearing_id],
    )
    return frozenset(id for (id,) in rows)


def remarks(db: Database, hearing_id: int) -> Sequence[Brief]:
    """The outline without them: what every count of points counts."""
    rows, empty = outline(db, hearing_id), without_remarks(db, hearing_id)
    return [row for row in rows if row[ID] not in empty] if empty else rows


def vocabulary(db: Database, hearing_id: int) -> Vocabulary:
    """What the points of a hearing refer to."""
    return Vocabulary(
        {party.id: party for party in parties.of(db, hearing_id)},
        {theme.id: theme for theme in themes.of(db, hearing_id)},
        {decision.id: decision for decision in decisions.of(db, hearing_id)},
    )


def without_points(db: Database, hearing_id: int, known: Vocabulary) -> list[Entry]:
    """An entry for every party without a point, in table order."""
    rows = db.execute(
        """
        select party.id, max(response.with_remarks) from party
        left join response on response.party_id = party.id
        where party.hearing_id = ? and not exists (select 1 from point where point.party_id = party.id)
        group by party.id order by party.position, party.id
        """,
        [hearing_id],
    )
    said = {None: Answer.NONE, 0: Answer.NO_REMARKS, 1: Answer.NOT_ENTERED}
    return [Entry(known.parties[id], answer=said[remarks]) for id, remarks in rows if id in known.parties]


def entries(db: Database, ids: Sequence[int], known: Vocabulary, *, printed: bool = True) -> list[Entry]:
    """The full rows of the points ``ids``, in their order; ids that are gone are left out.

    Unless ``printed``, an echo has its own texts rather than a reference to what it repeats.
    """
    stored = points.among(db, ids).values()
    hearing_id = next((point.hearing_id for point in stored), 0)
    called = mentions.now(db, hearing_id, stored, known.parties.values())
    texts = printing.now(db, hearing_id, called, known.parties.values()) if printed else called
    point_of = {point.id: point for point in texts}
    source_of = echoes.links_from(db, ids)
    as_read = echoes.links_from(db, ids, as_read=True)
    chained = {other for id in ids for other in echoes.chain(id, source_of)} - point_of.keys()
    every = point_of | points.among(db, list(chained))
    decision_of = {point.id: point.decision_id for point in every.values()}
    empty = _without_remarks(db, [point.response_id for point in point_of.values()])
    echo_of = echoes.among(db, ids)
    for id, link in echo_of.items():
        if id in point_of and link.takes_over(decision_of[id]) and (root := every.get(echoes.root(id, source_of))):
            point_of[id] = replace(point_of[id], status=root.status)
    raised_by = echoes.raised_by(db, [id for id in ids if id not in echo_of])
    return [
        replace(
            _entry(
                point, every.get(source_of.get(point.id)), known, echoes.decided(point.id, as_read, decision_of)
            ),
            no_remarks=point.response_id in empty,
            echo=echo_of.get(point.id),
            raised_by=raised_by.get(point.id, 0),
        )
        for point in (point_of[id] for id in ids if id in point_of)
        if point.party_id in known.parties
    ]


def _without_remarks(db: Database, response_ids: Sequence[int | None]) -> set[int]:
    rows = db.execute(
        "select id from response where not with_remarks and id in (select value from json_each(?))",
        [json.dumps(list(response_ids))],
    )
    return {id for (id,) in rows}


def _entry(point: Point, source: Point | None, known: Vocabulary, decision_id: int | None) -> Entry:
    return Entry(
        known.parties[point.party_id],
        point,
        known.themes.get(point.theme_id),
        known.decisions.get(decision_id),
        source,
        source and known.parties.get(source.party_id),
    )
