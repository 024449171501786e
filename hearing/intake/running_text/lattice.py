"""All ways to cut the text into cells and rows, and the best of them.

The nodes of the lattice are places in the text together with the column that comes next; its edges are cells, or
lines of cells, or empty cells. A row is a walk through the columns in order. Cells lie line under line; two cells
share a printed line only where the first has no other line, because they stand side by side on the page.
"""

from collections.abc import Iterable
from itertools import product
from math import log

from hearing.intake.running_text.cuts import CONTINUED, HEADER, SILENT, STRAY, Cut
from hearing.intake.running_text.model import Fit, Model, gap_before
from hearing.intake.running_text.phrases import can_begin
from hearing.intake.running_text.tearing import REMAINDER, TEAR, TORN, TORN_CELL, Tearing, remainder_of, torn_in
from hearing.intake.running_text.words import Text

_NEVER = -99.0
_BEAM = 30.0
_HEADER = 16
"""How many lines a title and the heading row can have."""
_ENCLOSED = -7.0
"""What it costs that a cell ends between a parenthesis and its end."""
_ROW_ABOVE, _HEAD_BELOW = -12.0, -3.0
"""What each line costs that is taken for the heading row's but stands below it, or the other way round."""
_MISFIT = -7.0
"""What it costs that a cell of several lines ends in the middle of a printed line."""


class Lattice:
    """Nodes with their best way from the beginning.

    ``edges`` (in an order in which all edges to a node come before those from it), ``ends`` and the best ``way``
    (the nodes of each row) are kept for judging how sure that way is.
    """

    def __init__(self, text: Text, model: Model):
        self.text, self.model, self.fit = text, model, Fit(text, model)
        self.columns = model.columns
        self.width = len(model.columns)
        self.at: list[dict] = [{} for _ in range(len(text.words) + 1)]
        self.states: list[tuple] = []
        self.best: list[float] = []
        self.back: list[tuple[int, object] | None] = []
        self.edges: list[tuple[int, int, float]] = []
        self.way: list[list[int]] = []
        self.ends: list[int] = []
        self.inline = [
            [at for at in range(text.starts[n] + 1, text.starts[n + 1]) if can_begin(text, at)]
            for n in range(len(text.lines))
        ]
        self.tearing = Tearing(self.fit)
        self.glue, self.apart = log(model.glue), log(1 - model.glue)

    def _edge(self, source: int, place: int, state: tuple, score: float, cut: Cut | None = None) -> None:
        states = self.at[place]
        if cut is not None and cut.last and place in self.text.enclosed:
            score += _ENCLOSED
        total = self.best[source] + score
        node = states.get(state)
        if node is None:
            node = states[state] = len(self.best)
            self.states.append(state)
            self.best.append(total)
            self.back.append((source, cut))
        elif total > self.best[node]:
            self.best[node] = total
            self.back[node] = (source, cut)
        self.edges.append((source, node, score))

    def cuts(self) -> list[list[Cut]]:
        """The rows of the best way, each with its cells in order."""
        self.at[0][("row",)] = 0
        self.states.append(("row",))
        self.best.append(self._above(0))
        self.back.append(None)
        for number in range(1, min(_HEADER, len(self.text.lines))):
            place = self.text.starts[number]
            self._edge(0, place, ("row",), self._above(number), Cut(HEADER, 0, place))
        for place in range(len(self.text.words)):
            if self.at[place]:
                self._place(place)
        last = self.at[len(self.text.words)]
        self._skip(len(self.text.words), last)
        self.ends = [
            node for state, node in last.items() if state[:2] == ("after", self.width) and not state[3] & TORN
        ]
        return self._trace(max(self.ends, key=self.best.__getitem__)) if self.ends else []

    def _above(self, number: int) -> float:
        """How well ``number`` lines above the table fit what is known of its heading row."""
        if self.model.header < 0:
            return -0.5 * number
        return (_ROW_ABOVE if number > self.model.header else _HEAD_BELOW) * abs(number - self.model.header)

    def _place(self, place: int) -> None:
        states = self.at[place]
        number = self.text.line_of[place]
        starts_line = place == self.text.starts[number]
        gap = gap_before(self.text, number) if starts_line else None
        level = max(self.best[node] for node in states.values()) - _BEAM
        for state in [state for state, node in states.items() if self.best[node] < level]:
            del states[state]
        self._skip(place, states)
        if starts_line:
            for state, node in [(state, node) for state, node in states.items() if state[0] == "after"]:
                if state[1] == self.width and not state[3] & TORN:
                    self._edge(node, place, ("row",), 0.0)
                    self._strays(node, place)
            self._begin_row(place, states, gap)
        parts = sorted({state[-1] for state in states if state[0] != "row"})
        for part, column in product(parts, range(self.width)):
            self._gather(place, states, column, gap, part)
            node = states.get(("put", column, part))
            if node is not None:
                self._put(place, node, column, part)
        if starts_line:
            for part, column in product(parts, range(self.width)):
                node = states.get(("in", column, part))
                if node is not None:
                    self._line(node, column, place, self.model.gap("in", gap), part)

    def _strays(self, node: int, place: int) -> None:
        """Themes of merged cells, which the file holds after everything else of their page."""
        page = self.text.lines[self.text.line_of[place]].page
        themes = [column for column in self.columns if column.kind == "theme"]
        for end, score in self.fit.known(themes[0], place) if themes else ():
            line = self.text.line_of[end - 1]
            if end == self.text.starts[line + 1] and self.text.lines[line].page == page:
                last = line + 1 == len(self.text.lines) or self.text.lines[line + 1].page != page
                known = end < len(self.text.words) and self.fit.known(themes[0], end)
                if last or known:
                    self._edge(node, end, ("after", self.width, 0, 0), score - 4.0, Cut(STRAY, place, end))

    def _skip(self, place: int, states: dict) -> None:
        """Cells left empty in a row that has begun; those of a row's remainder mostly are."""
        parts = {state[3] for state in states if state[0] == "after"}
        for part, column, late in product(sorted(parts), range(self.width), (0, 1)):
            node = states.get(("after", column, late, part))
            if node is not None:
                self._edge(node, place, ("after", column + 1, late, part), self.tearing.left_out(column, part))

    def _begin_row(self, place: int, states: dict, gap: object) -> None:
        if gap == "p" and place:
            self._go_on(place, states)
        node = states.get(("row",))
        if node is None:
            return
        for part, score in ((0, 0.0), (TORN, TEAR))[: 2 if self.tearing.can_begin(place) else 1]:
            self._edge(node, place, ("fresh", 0, part), score + self.model.gap("row", gap))
            for column in range(self.width - 1):
                source = states[("fresh", column, part)]
                self._edge(source, place, ("fresh", column + 1, part), self.tearing.left_out(column, part))

    def _go_on(self, place: int, states: dict) -> None:
        """The page begins with the remainder of a row: of a torn one, or (hardly) of one that seemed whole."""
        cut = Cut(CONTINUED, place, place + 1)
        for state, node in list(states.items()):
            if state == ("row",):
                self._edge(node, place, ("after", 0, 0, REMAINDER), self.tearing.goes_on(place, REMAINDER), cut)
            elif state[:2] == ("after", self.width) and state[3] & TORN:
                part = remainder_of(state[3])
                self._edge(node, place, ("after", 0, 0, part), self.tearing.goes_on(place, part), cut)
        for part in sorted({state[3] for state in states if state[0] == "after" and state[3] & REMAINDER}):
            for column in range(self.width - 1):
                source = states.get(("after", column, 0, part))
                if source is not None:
                    self._edge(source, place, ("after", column + 1, 0, part), self.tearing.left_out(column, part))

    def _gather(self, place: int, states: dict, column: int, gap: object, part: int) -> None:
        """All ways to come to a cell of this column here, in one node."""
        there = self.tearing.there(column, part)
        node = states.get(("fresh", column, part))
        if node is not None:
            self._edge(node, place, ("put", column, part), there)
        for late in (0, 1):
            node = states.get(("after", column, late, part))
            if node is not None:
                score = there if gap is None or part & REMAINDER else there + self.model.gap("cell", gap)
                self._edge(node, place, ("put", column, part), score + (self.apart if late else 0.0))

    def _put(self, place: int, node: int, column: int, part: int) -> None:
        kind = self.columns[column]
        if not kind.closed:
            resumes = part & REMAINDER
            score = self.tearing.resumes(place, column, part) if resumes else self.fit.begins(kind, place)
            self._line(node, column, place, score, part, first=True)
        elif part & REMAINDER:
            for end in self.fit.endings(kind, place):
                self._close(place, node, column, end, 1.0, part)
        else:
            self._phrases(place, node, column, part)
        if kind.kind != "party" and column and self.columns[column - 1].kind == "party" and not part:
            self._silent(place, node)

    def _phrases(self, place: int, node: int, column: int, part: int) -> None:
        kind = self.columns[column]
        known = dict(self.fit.known(kind, place))
        line = self.text.line_of[place]
        ends = [*self.inline[line], *self.text.starts[line + 1 : line + 5]]
        for end in {*known, *(end for end in ends if place < end <= place + 14)}:
            novel = self.fit.novel(kind, place, end)
            if novel is not None or end in known:
                wrapped = self.fit.wrapped(kind, place, end)
                fitting = _NEVER if novel is None else novel + wrapped
                score = max(known.get(end, _NEVER) + 0.5 * wrapped, fitting)
                self._close(place, node, column, end, score, part)
        for end in self.fit.beginnings(kind, place) if part else ():
            if end in self.text.starts[line + 1 : line + 5] or self.tearing.is_last(line):
                self._close(place, node, column, end, 1.0 + TORN_CELL, torn_in(part, column))

    def _close(self, place: int, node: int, column: int, end: int, score: float, part: int) -> None:
        """A cell that is known whole: from ``place`` to ``end``."""
        line = self.text.line_of[end - 1]
        several = line != self.text.line_of[place]
        at_end = end == self.text.starts[line + 1]
        if not at_end:
            score += _MISFIT if several else self.glue
        state = ("after", column + 1, int(at_end and not several), part)
        self._edge(node, end, state, score, Cut(column, place, end))

    def _silent(self, place: int, node: int) -> None:
        """The sentence of a silent party, or of one without remarks, which takes the rest of the row."""
        for end, score in self.text.silence_at(place):
            self._edge(node, end, ("after", self.width, 0, 0), score, Cut(SILENT, place, end))

    def _line(self, node: int, column: int, place: int, score: float, part: int, first: bool = False) -> None:
        """One printed line (or the rest of one) of a cell of running text, and how the cell goes on from there."""
        kind, text = self.columns[column], self.text
        number = text.line_of[place]
        end = text.starts[number + 1]
        sound = self.fit.sound[column]
        start = text.left[place]
        wide = text.right[end - 1] - start
        here = score + sound[end] - sound[place]
        if end < len(text.words):
            on = here + self.fit.goes_on(kind, wide, end)
            self._edge(node, end, ("in", column, part), on, Cut(column, place, 0))
        score_end = here + self.fit.is_last(kind, wide, end, inside=False) + self.fit.stops(kind, end - 1)
        self._edge(node, end, ("after", column + 1, int(first), part), score_end, Cut(column, place, end))
        if part & TORN and not text.stops(end - 1):
            torn = here + self.fit.over(kind, wide) + TORN_CELL
            self._edge(
                node, end, ("after", column + 1, int(first), torn_in(part, column)), torn, Cut(column, place, end)
            )
        for at in self._within(number, part) if first else ():
            if at > place:
                wide = text.right[at - 1] - start
                shared = score + sound[at] - sound[place] + self.glue
                whole = shared + self.fit.stops(kind, at - 1) + self.fit.is_last(kind, wide, at, inside=True)
                self._edge(node, at, ("after", column + 1, 0, part), whole, Cut(column, place, at))
                if part & TORN and self.tearing.is_last(number) and not text.stops(at - 1):
                    shared += self.fit.over(kind, wide) + TORN_CELL
                    self._edge(
                        node, at, ("after", column + 1, 0, torn_in(part, column)), shared, Cut(column, place, at)
                    )

    def _within(self, number: int, part: int) -> Iterable[int]:
        """Where in a line a cell can end: before what can begin one, or before any rest of a torn one."""
        if part & REMAINDER and self.tearing.is_first(number):
            return range(self.text.starts[number] + 1, self.text.starts[number + 1])
        return self.inline[number]

    def _trace(self, node: int) -> list[list[Cut]]:
        """The rows of the best way; the remainder of a torn row stands for itself, with CONTINUED before it."""
        rows: list[list[Cut]] = []
        cells: list[Cut] = []
        nodes: list[int] = []
        last = 0
        while True:
            nodes.append(node)
            before, cut = self.back[node] or (None, None)
            if cells and self.states[node][0] == "row":
                rows.append(cells[::-1])
                self.way.append(nodes[::-1])
                cells, nodes = [], []
            if before is None:
                break
            if cut is not None and cut.last:
                last = cut.last
                cells.append(cut)
            elif cut is not None:
                cells.append(Cut(cells.pop().column, cut.first, last))
            if cut is not None and cut.column == CONTINUED:
                rows.append(cells[::-1])
                self.way.append(nodes[::-1])
                cells, nodes = [], []
            node = before
        self.way.reverse()
        return rows[::-1]
