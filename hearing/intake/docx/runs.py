"""The inside of a Word paragraph: what its runs print, and how."""

from hearing.intake import markup
from hearing.intake.docx import symbols
from hearing.intake.docx.elements import Names
from hearing.intake.docx.numbering import Numbering
from hearing.intake.docx.styles import Styles
from hearing.intake.docx.tables import Text


class Runs:
    """The state of the reading inside paragraphs. ``seen`` collects what a person should be told of."""

    def __init__(self, names: Names, styles: Styles, numbering: Numbering, notes: dict[str, str]):
        self.names = names
        self.styles, self.numbering, self.notes = styles, numbering, notes
        self.seen: set[str] = set()
        self._parser = markup.parser(names.separator)
        self._text = Text()
        self._inserted = self._muted = 0
        self._fields: list[bool] = []
        self._choices: list[str] = []
        self._in_paragraph_properties = False
        self._paragraph_style = ""
        self._begin_paragraph()
        self._start_word_r()

    def _emphasise(self, data: str) -> None:
        self._text.add(data, True)

    def _say(self, text: str) -> None:
        if not self._muted:
            self._text.add(text, self._is_emphasised())

    def _begin_paragraph(self) -> None:
        self._paragraph_style = ""
        self._list_id: str | None = None
        self._level: int | None = None
        self._number_at = -1
        self._paragraph_said = False

    def _start_word_pPr(self, _attributes) -> None:
        self._in_paragraph_properties = self._paragraph_said = True

    def _end_word_pPr(self) -> None:
        self._in_paragraph_properties = False
        style = self.styles.paragraph(self._paragraph_style)
        list_id = self._list_id or style.list_id
        if list_id and list_id != "0":
            level = style.level if self._level is None else self._level
            printed = self.numbering.next(list_id, level or 0)
            if printed:
                self._text.add(printed + " ")
                self._number_at = len(self._text.pieces)

    def _start_word_pStyle(self, attributes) -> None:
        self._paragraph_style = self.names.value(attributes)

    def _start_word_numId(self, attributes) -> None:
        self._list_id = self.names.value(attributes)

    def _start_word_ilvl(self, attributes) -> None:
        self._level = self.names.number(attributes)

    def _start_word_r(self, _attributes=None) -> None:
        self._bold: bool | None = None
        self._character_style = ""

    def _is_emphasised(self) -> bool:
        if self._inserted or self._bold is not None:
            return bool(self._inserted or self._bold)
        return self.styles.bold(self._paragraph_style, self._character_style)

    def _start_word_b(self, attributes) -> None:
        if not self._in_paragraph_properties:
            self._bold = self.names.is_on(attributes)

    def _start_word_rStyle(self, attributes) -> None:
        if not self._in_paragraph_properties:
            self._character_style = self.names.value(attributes)

    def _start_word_vanish(self, attributes) -> None:
        if not self._in_paragraph_properties and self.names.is_on(attributes):
            self.seen.add("hidden")

    def _start_word_t(self, _attributes) -> None:
        if self._muted:
            return
        # The text of nearly every run goes straight into the list, without a call of ours.
        straight = self._text.pieces.append
        self._parser.CharacterDataHandler = self._emphasise if self._is_emphasised() else straight

    def _end_word_t(self) -> None:
        self._parser.CharacterDataHandler = None

    def _start_word_br(self, _attributes) -> None:
        self._say("\n")

    _start_word_cr = _start_word_br

    def _start_word_tab(self, _attributes) -> None:
        if not self._in_paragraph_properties:
            self._say(" ")

    _start_word_ptab = _start_word_tab

    def _start_word_noBreakHyphen(self, _attributes) -> None:
        self._say("-")

    def _start_word_sym(self, attributes) -> None:
        sign = symbols.character(self.names.value(attributes, "font"), self.names.value(attributes, "char"))
        if sign == symbols.UNKNOWN:
            self.seen.add("symbol")
        self._say(sign)

    def _start_word_footnoteReference(self, attributes) -> None:
        self._note("footnote", self.names.value(attributes, "id"))

    def _start_word_endnoteReference(self, attributes) -> None:
        self._note("endnote", self.names.value(attributes, "id"))

    def _note(self, kind: str, note_id: str) -> None:
        if kind + note_id in self.notes:
            self.seen.add("note")
            self._say(f" [Note: {self.notes[kind + note_id]}]")

    def _start_word_commentReference(self, _attributes) -> None:
        self.seen.add("comment")

    def _start_word_altChunk(self, _attributes) -> None:
        self.seen.add("chunk")

    # -- fields: the instruction is not printed, its result is ---------------------------------------------

    def _start_word_fldChar(self, attributes) -> None:
        kind = self.names.value(attributes, "fldCharType")
        if kind == "begin":
            self._fields.append(True)
            self._muted += 1
        elif self._fields and self._fields[-1]:
            self._fields[-1] = False
            self._muted -= 1
        if kind == "end" and self._fields:
            self._fields.pop()

    def _end_fields(self) -> None:
        """No instruction runs past its paragraph; one that is never closed must not mute the document."""
        self._muted -= sum(self._fields)
        self._fields = [False] * len(self._fields)

    def _start_word_ddList(self, _attributes) -> None:
        self._choices, self._choice = [], 0

    def _start_word_result(self, attributes) -> None:
        self._choice = self.names.number(attributes)

    def _start_word_listEntry(self, attributes) -> None:
        self._choices.append(self.names.value(attributes))

    def _end_word_ddList(self) -> None:
        """An old form's drop-down list prints the chosen entry, which stands nowhere as text."""
        if self._choice < len(self._choices):
            self._text.add(self._choices[self._choice])

    # -- equations, on one line ----------------------------------------------------------------------------

    def _start_math_den(self, _attributes) -> None:
        self._say("/")

    def _start_math_sup(self, _attributes) -> None:
        self._say("^")

    def _start_math_sub(self, _attributes) -> None:
        self._say("_")
