"""The tables of a Word document while it is being read: texts out of runs, rows out of cells, grids of rows."""

from dataclasses import dataclass, field

from hearing.intake.cells import (
    LONGEST,
    MOST_COLUMNS,
    MOST_ROWS,
    aligned,
    marked_text,
    too_long,
    too_many_columns,
    too_many_rows,
)
from hearing.intake.rows import Cell, Grid
from hearing.wording import clean


class Text:
    """What stands in one place of the document: a cell, a text box, or a paragraph between tables.

    Written out, not a dataclass: one is made for every cell.
    """

    __slots__ = ("begun", "boxes", "emphasised", "joins_next", "pieces")

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.emphasised: list[int] = []
        self.boxes: tuple[Text, ...] = ()
        self.begun = self.joins_next = False

    def add(self, piece: str, emphasised: bool = False) -> None:
        """Add a piece of a run."""
        if emphasised:
            self.emphasised.append(len(self.pieces))
        self.pieces.append(piece)

    def separate(self) -> None:
        """A line feed between paragraphs, unless the mark between them was deleted in a tracked change."""
        if not self.joins_next:
            self.pieces.append("\n")
        self.joins_next = False

    def end_paragraph(self) -> None:
        """Set the text boxes anchored in the paragraph after it."""
        for box in self.boxes:
            self.pieces.append("\n")
            self.emphasised += [len(self.pieces) + i for i in box.emphasised]
            self.pieces += box.pieces
        self.boxes = ()

    def cut(self, length: int) -> None:
        """Take back everything after the first ``length`` pieces."""
        del self.pieces[length:]
        self.emphasised = [i for i in self.emphasised if i < length]

    def read(self) -> tuple[str, tuple[tuple[int, int], ...]]:
        """The cleaned text and its marks."""
        if not self.emphasised:
            return clean("".join(self.pieces)), ()
        return marked_text(self.pieces, self.emphasised)


@dataclass
class Table:
    """One table as its rows come in. ``number`` is 0 while it is the only table of the document."""

    number: int
    before: tuple[str, ...]
    rows: list[list[tuple[int, Cell]]] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    header_rows: int = 0
    regular: bool = True
    row: list[tuple[int, Cell]] = field(default_factory=list)
    column: int = 0
    row_number: int = 0
    row_deleted: bool = False
    row_is_header: bool = False

    def begin_row(self) -> None:
        """Begin a row; what its properties say comes after this."""
        self.row, self.column = [], 0
        self.row_number += 1
        if self.row_number > MOST_ROWS:
            raise too_many_rows()
        self.row_deleted = self.row_is_header = False

    def skip(self, columns: int) -> None:
        """The row begins that many columns in."""
        self.column += columns
        self.regular = False

    def add(self, text: Text, span: int, joined_above: bool) -> None:
        """Add a finished cell to the row."""
        read, marks = text.read()
        if len(read) > LONGEST:
            raise too_long(self._place())
        self.row.append((self.column, Cell(read, marks, joined_above, span)))
        if len(self.row) > MOST_COLUMNS:
            raise too_many_columns()
        self.column += span
        if span != 1:
            self.regular = False

    def end_row(self) -> None:
        """Take the row, unless it was deleted in a tracked change."""
        if self.row_deleted or not self.row:
            return
        if self.row_is_header and self.header_rows == len(self.rows):
            self.header_rows += 1
        self.rows.append(self.row)
        self.places.append(self._place())

    def _place(self) -> str:
        return f"tabel {self.number}, række {self.row_number}"

    def grid(self) -> Grid:
        """The finished table."""
        if not self.regular:
            return Grid(aligned(self.rows), self.before, tuple(self.places), self.header_rows)
        rows = tuple(tuple(cell for _, cell in row) for row in self.rows)
        return Grid(rows, self.before, tuple(self.places), self.header_rows)
