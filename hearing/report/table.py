"""From the database to a Report: first the outline of the table, then its texts a few hundred rows at a time.

Everything is read before the first line is walked.
"""

from array import array
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from sqlite_utils import Database

from hearing.echoes.printing import Style, printed
from hearing.imprint import WITHOUT_REMARKS
from hearing.mentions import called, current
from hearing.records import Decision, Echo, Hearing, Party, Point, Response, Theme
from hearing.report.lines import Filter, Line, Named, Order, Report, Source, Unknown
from hearing.report.spool import Spool
from hearing.store import decisions, echoes, hearings, mentions, parties, points, responses, themes

AT_A_TIME = 200
EVERYTHING = Filter()


def load(db: Database, hearing_id: int, filter: Filter = EVERYTHING, order: Order = Order.ROW) -> Report:
    """The lines that the filter lets through, in the given order.

    Load inside ``connection.snapshot`` where others may be writing; the lines are walked outside, since with a
    rollback journal nobody can save while a snapshot lasts. Raises Unknown if there is no such hearing, or if it
    was removed.
    """
    hearing = hearings.find(db, hearing_id)
    if hearing is None:
        raise Unknown(f"Der er ingen høring nummer {hearing_id}.")
    if hearing.removed:
        raise Unknown(f"Høringen »{hearing.title}« er slettet. Sletningen kan fortrydes i historikken.")
    table = _Table(db, hearing)
    return Report(
        hearing, _Lines(table, _chosen(table, filter, order)), tuple(table.parties.values()), filter, order
    )


def _chosen(table: "_Table", filter: Filter, order: Order) -> Iterator[tuple[int, int]]:
    """The number of each line, and the id of its point or, negative, of its party."""
    if not filter and order is Order.ROW:
        for number, party, row in table.numbered():
            yield number, row[0] if row else -party.id
        return
    stubs = (stub for stub in table if _passes(stub, filter))
    if order is not Order.ROW:
        stubs = sorted(stubs, key=_by_party if order is Order.PARTY else _by_theme)
    for stub in stubs:
        yield stub.number, stub.point if isinstance(stub.point, int) else -stub.party.id


class _Stub(NamedTuple):
    """A line without its texts. ``point`` is the id of a stored point, a point of our own, or None if silent."""

    number: int
    party: Party
    point: int | Point | None
    theme: Theme | None = None
    decision: Decision | None = None
    source: Source | None = None


class _Lines(Collection):
    """The chosen lines, whose texts have been put by: only two numbers are kept of each."""

    def __init__(self, table: "_Table", chosen: Iterable[tuple[int, int]]):
        self._table, self._spool = table, Spool()
        self._numbers, self._keys = array("q"), array("q")
        for number, key in chosen:
            self._numbers.append(number)
            self._keys.append(key)
        for start in range(0, len(self), AT_A_TIME):
            keys = self._keys[start : start + AT_A_TIME]
            self._spool.add(points.rows(table.db, [key for key in keys if key > 0]))

    def __len__(self) -> int:
        return len(self._keys)

    def __contains__(self, line: object) -> bool:
        return any(line == other for other in self)

    def __iter__(self) -> Iterator[Line]:
        table = self._table
        for start, rows in zip(range(0, len(self), AT_A_TIME), self._spool, strict=True):
            stored = {point.id: point for point in map(points.of_row, rows)}
            chosen = slice(start, start + AT_A_TIME)
            for number, key in zip(self._numbers[chosen], self._keys[chosen], strict=True):
                if key < 0:
                    yield Line(number, party := table.parties[-key], table.without_points(party), remark=False)
                elif key in stored:
                    yield table.line(number, stored[key])


class _Table:
    """Every row of the table in table order, as stubs."""

    def __init__(self, db: Database, hearing: Hearing):
        self.db, self.hearing = db, hearing
        self.parties = {party.id: party for party in parties.of(db, hearing.id)}
        self.themes = {theme.id: theme for theme in themes.of(db, hearing.id)}
        self.decisions = {decision.id: decision for decision in decisions.of(db, hearing.id)}
        self.answers: dict[int, list[Response]] = {}
        for response in responses.of(db, hearing.id):
            self.answers.setdefault(response.party_id, []).append(response)
        answers = (answer for answers in self.answers.values() for answer in answers)
        self.without_remarks = {answer.id for answer in answers if not answer.with_remarks}
        self.echoes = {echo.point_id: echo for echo in echoes.of(db, hearing.id)}
        self.style, self.called = Style.of(hearing), called(self.parties.values())
        self.sources = self._sources()
        mentioned = mentions.targets(db, hearing.id)
        self.names = mentions.names(db, hearing.id, mentioned, self.parties.values())

    def line(self, number: int, point: Point) -> Line:
        """The line of a stored point."""
        theme, decision = self.themes.get(point.theme_id), self.decisions.get(point.decision_id)
        source, remark = self.sources.get(point.id), point.response_id not in self.without_remarks
        point, named = self._as_called(point) if point.mentions else (point, ())
        line = Line(number, self.parties[point.party_id], point, theme, decision, source, remark, named)
        return self._as_printed(line) if source else line

    def _as_printed(self, line: Line) -> Line:
        """The line of an echo with the texts that are printed of it, and where those name its source's party."""
        party, echo = line.source.party, self.echoes[line.point.id]
        now = printed(line.point, echo, self.style, self.called[party.id], line.source.label)
        if now.point is line.point:
            return replace(line, deviation=echo.deviation) if echo.deviation else line
        summary, decision, comment = (
            tuple((start, end, party) for start, end in ranges)
            for ranges in (now.summary, now.decision, now.comment)
        )
        named = (*line.named, *comment) if comment else ()
        return replace(line, point=now.point, named=named, referring=(summary, decision))

    def _as_called(self, point: Point) -> tuple[Point, Named]:
        """The point with what its comment mentions by the names of today, and where those are a party's."""
        now = current(point.comment, point.marks, point.mentions, self.names)
        named = tuple((start, end, self.parties[id]) for start, end, id in now.parties)
        return replace(point, comment=now.text, marks=now.marks, mentions=now.mentions), named

    def without_points(self, party: Party) -> Point | None:
        """Nothing from a silent party; from one that answered, a row that says so."""
        answers = self.answers.get(party.id)
        if not answers:
            return None
        summary = "" if any(answer.with_remarks for answer in answers) else WITHOUT_REMARKS
        return Point(0, self.hearing.id, party.id, answers[0].id, party.position, summary=summary)

    def __iter__(self) -> Iterator[_Stub]:
        for number, party, row in self.numbered():
            if row is None:
                yield _Stub(number, party, self.without_points(party))
            else:
                id, _, _, _, theme, decision = row
                found = self.themes.get(theme), self.decisions.get(decision), self.sources.get(id)
                yield _Stub(number, party, id, *found)

    def numbered(self) -> Iterator[tuple[int, Party, tuple | None]]:
        """The rows with their numbers from 1; a party without points stands before a point at its position."""
        answered = points.parties_with_points(self.db, self.hearing.id)
        waiting = [party for party in self.parties.values() if party.id not in answered][::-1]
        number = 0
        for row in points.in_order(self.db, self.hearing.id):
            while waiting and waiting[-1].position <= row[1]:
                yield (number := number + 1), waiting.pop(), None
            yield (number := number + 1), self.parties[row[2]], row
        while waiting:
            yield (number := number + 1), waiting.pop(), None

    def _sources(self) -> dict[int, Source]:
        """The source of every echo, by the echoing point's id; one as read derives its decision from there."""
        if not self.echoes:
            return {}
        linked = {id for echo in self.echoes.values() for id in (echo.point_id, echo.source_id)}
        as_read = {id: echo.source_id for id, echo in self.echoes.items() if echo.as_read}
        rows = {row[0]: (number, party, row) for number, party, row in self.numbered() if row and row[0] in linked}
        decision_of = {id: row[5] for id, (_, _, row) in rows.items()}

        def source(echo: Echo) -> Source:
            number, party, row = rows[echo.source_id]
            decision = echoes.decided(echo.source_id, as_read, decision_of) if echo.as_read else None
            return Source(number, party, row[3], self.decisions.get(decision))

        return {id: source(echo) for id, echo in self.echoes.items() if echo.source_id in rows}


def _by_party(stub: _Stub) -> tuple:
    return stub.party.position, stub.party.id, stub.number


def _by_theme(stub: _Stub) -> tuple:
    return stub.theme is None, stub.theme.position if stub.theme else 0, stub.number


def _passes(stub: _Stub, filter: Filter) -> bool:
    if not filter:
        return True
    if stub.point is None:
        return False
    decision = stub.decision or (stub.source and stub.source.decision)
    return (
        (not filter.parties or stub.party.id in filter.parties)
        and (not filter.themes or (stub.theme is not None and stub.theme.id in filter.themes))
        and (not filter.meanings or (decision is not None and decision.meaning in filter.meanings))
        and (filter.points is None or stub.point in filter.points)
    )
