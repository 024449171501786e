"""The walk over a Word document's main part: one pass of expat, everything that is printed and nothing else.

Text stands in ``w:t``; what decides whether and how it counts is read on the way to it. Elements that no handler
knows (hyperlinks, fields, smart tags, content controls) are walked through, so that their text is never lost.
"""

import gc
from collections.abc import Callable

from hearing.intake import markup
from hearing.intake.docx import formatting
from hearing.intake.docx.elements import Names
from hearing.intake.docx.numbering import Numbering
from hearing.intake.docx.runs import Runs
from hearing.intake.docx.styles import Styles
from hearing.intake.docx.tables import Table, Text
from hearing.intake.rows import Grid, Refused

_FORMER = ("rPr", "pPr", "tcPr", "trPr", "tblPr", "tblPrEx", "tblGrid", "sectPr")
_LEFT_OUT = ("sectPr", "tblGrid", "numberingChange", *(f"{name}Change" for name in _FORMER))
_DEEPEST = 100


class Document(Runs):
    """The state of one reading. ``grids`` and ``after`` (the paragraphs after the last table) are the result.

    ``level`` is how deep the tables stand that are read: 2 where tables around them only lay out the page. A table
    deeper than that is text of its cell. ``deepest`` is how deep any table stands.
    """

    def __init__(self, names: Names, styles: Styles, numbering: Numbering, notes: dict[str, str], level: int = 1):
        super().__init__(names, styles, numbering, notes)
        self._tables_at, self.deepest = level, 0
        self.grids: list[Grid] = []
        self.after: list[str] = []
        self._outer: list[tuple] = []
        self._table: Table | None = None
        self._depth = self._tables = 0
        self._controls: list[bool] = []
        self._in_row_properties = False
        self._begin_cell()
        self._starts = names.handlers(self, "start")
        self._starts |= {names.word + name: self._leave_out for name in _LEFT_OUT}
        self._starts[f"{names.compatible}Fallback"] = self._leave_out
        self._ends = names.handlers(self, "end")
        self._resume()

    def read(self, data: bytes) -> None:
        """Read the whole part. Nothing here makes cycles; looking for them all along takes a quarter longer."""
        collecting = gc.isenabled()
        gc.disable()
        try:
            prefix = self.names.word if self.names.separator is None else ""
            markup.run(self._parser, formatting.without(data, prefix) if prefix else data)
        finally:
            if collecting:
                gc.enable()

    # -- the parser's side --------------------------------------------------------------------------------

    def _resume(self) -> None:
        starts, ends = self._starts.get, self._ends.get

        def start(name: str, attributes: markup.Attributes) -> None:
            handler = starts(name)
            if handler is not None:
                handler(attributes)

        def end(name: str) -> None:
            handler = ends(name)
            if handler is not None:
                handler()

        self._parser.StartElementHandler = start
        self._parser.EndElementHandler = end

    def _leave_out(self, _attributes: markup.Attributes, look: Callable | None = None) -> None:
        """Read over an element and everything in it; ``look`` sees what is read over."""
        depth = 1

        def start(name: str, attributes: markup.Attributes) -> None:
            nonlocal depth
            depth += 1
            if look is not None:
                look(name.removeprefix(self.names.word), attributes)

        def end(_name: str) -> None:
            nonlocal depth
            depth -= 1
            if not depth:
                self._resume()

        self._parser.StartElementHandler = start
        self._parser.EndElementHandler = end

    # -- tables -------------------------------------------------------------------------------------------

    def _start_word_tbl(self, _attributes) -> None:
        self._depth += 1
        self.deepest = max(self.deepest, self._depth)
        if self._depth > _DEEPEST:
            raise Refused("Word-filen har tabeller inden i hinanden i mere end 100 lag og kan ikke læses.")
        if self._depth == self._tables_at:
            self._tables += 1
            self._table = Table(self._tables, tuple(self.after))
            self.after = []

    def _end_word_tbl(self) -> None:
        self._depth -= 1
        if self._depth >= self._tables_at:
            self._nested_to = len(self._text.pieces)
        elif self._depth == self._tables_at - 1:
            if self._table.rows:
                self.grids.append(self._table.grid())
            self._table = None

    def _start_word_tr(self, _attributes) -> None:
        if self._depth == self._tables_at:
            self._table.begin_row()

    def _end_word_tr(self) -> None:
        if self._depth == self._tables_at:
            self._table.end_row()

    def _start_word_trPr(self, _attributes) -> None:
        self._in_row_properties = self._depth == self._tables_at

    def _end_word_trPr(self) -> None:
        self._in_row_properties = False

    def _start_word_tblHeader(self, attributes) -> None:
        if self._in_row_properties:
            self._table.row_is_header = self.names.is_on(attributes)

    def _start_word_gridBefore(self, attributes) -> None:
        if self._in_row_properties:
            self._table.skip(self.names.number(attributes))

    def _start_word_tc(self, _attributes) -> None:
        if self._depth == self._tables_at:
            self._begin_cell()

    def _begin_cell(self) -> None:
        self._text = Text()
        self._span, self._joined_above = 1, False
        self._nested_to = -2

    def _end_word_tc(self) -> None:
        if self._depth == self._tables_at:
            if self._nested_to == len(self._text.pieces) - 1:
                self._text.cut(self._nested_to)  # Word demands an empty paragraph after a table in a cell
            self._table.add(self._text, self._span, self._joined_above)

    def _start_word_gridSpan(self, attributes) -> None:
        if self._depth == self._tables_at:
            self._span = max(1, self.names.number(attributes))

    def _start_word_vMerge(self, attributes) -> None:
        if self._depth == self._tables_at:
            self._joined_above = self.names.value(attributes) != "restart"

    # -- paragraphs ---------------------------------------------------------------------------------------

    def _start_word_p(self, _attributes) -> None:
        if self._depth < self._tables_at:
            self._text = Text()
        text = self._text
        if text.begun:
            text.separate()
        text.begun = True
        if self._paragraph_said:
            self._begin_paragraph()

    def _end_word_p(self) -> None:
        text = self._text
        if self._paragraph_said and self._number_at == len(text.pieces):
            text.pieces[-1] = text.pieces[-1].rstrip()
        if self._fields:
            self._end_fields()
        if text.boxes:
            text.end_paragraph()
        if self._depth < self._tables_at:
            printed = text.read()[0]
            if printed.strip():
                self.after.append(printed)

    def _start_word_txbxContent(self, _attributes) -> None:
        """A text box is a place of its own; its paragraphs come after the one it is anchored in."""
        self._outer.append((self._text, self._paragraph_style, self._number_at, self._fields, self._muted))
        if len(self._outer) > _DEEPEST:
            raise Refused("Word-filen har tekstbokse inden i hinanden i mere end 100 lag og kan ikke læses.")
        self._text, self._fields, self._muted = Text(), [], 0
        self._depth += 1

    def _end_word_txbxContent(self) -> None:
        box = self._text
        self._text, self._paragraph_style, self._number_at, self._fields, self._muted = self._outer.pop()
        self._depth -= 1
        if any(piece.strip() for piece in box.pieces):
            self._text.boxes += (box,)

    # -- tracked changes, fields, content controls ----------------------------------------------------------

    def _start_word_ins(self, _attributes) -> None:
        self._inserted += 1
        self.seen.add("tracked")

    _start_word_moveTo = _start_word_ins

    def _end_word_ins(self) -> None:
        self._inserted -= 1

    _end_word_moveTo = _end_word_ins

    def _start_word_del(self, attributes) -> None:
        """Deleted text; or, among the properties of a row or a paragraph, the deleted row or paragraph mark."""
        self.seen.add("tracked")
        if self._in_row_properties:
            self._table.row_deleted = True
        if self._in_paragraph_properties:
            self._text.joins_next = True
        self._leave_out(attributes)

    _start_word_moveFrom = _start_word_del

    def _start_word_sdt(self, _attributes) -> None:
        self._controls.append(False)

    def _end_word_sdt(self) -> None:
        if self._controls.pop():
            self._muted -= 1

    def _start_word_sdtPr(self, attributes) -> None:
        self._leave_out(attributes, self._look_at_control)

    def _look_at_control(self, name: str, attributes: markup.Attributes) -> None:
        if name == "showingPlcHdr" and self.names.is_on(attributes) and not self._controls[-1]:
            self._controls[-1] = True  # "Klik her for at skrive" is a prompt, not an answer
            self._muted += 1
