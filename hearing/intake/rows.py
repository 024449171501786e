"""The shapes that pass between the readers: cells in grids, rows of a handling table, and the whole reading."""

from dataclasses import dataclass, field

from hearing.enums import Meaning, PartyKind

FIELDS = {
    "party": "Høringspart",
    "theme": "Tema",
    "label": "Bogstav",
    "summary": "Sammendrag",
    "decision": "Håndtering",
    "comment": "Kommentar",
    "excerpt": "Citat",
    "page": "Side",
    "status": "Status",
    "responsible": "Ansvarlig",
    "note": "Intern note",
    "ignore": "Læses ikke",
}
"""What a column can be: the word used in code and in ``--columns``, and the word on the screen."""


class Refused(Exception):
    """The file cannot be read. The message is one Danish sentence that says what and where."""


@dataclass(frozen=True)
class Cell:
    """What stands in one cell.

    ``marks`` are the half-open ranges of ``text`` that are emphasised (bold or tracked insertions).
    ``joined_above`` says that the cell is the continuation of a cell merged downwards; ``span`` how many columns
    it covers.
    """

    text: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    joined_above: bool = False
    span: int = 1


@dataclass(frozen=True)
class Grid:
    """One table of a file, as it stands there.

    ``rows`` may differ in length; a cell that spans columns is followed by empty cells, so that column n is the
    same column in every row. ``before`` are the paragraphs (or sheet title) between the table before and this
    one, ``after`` those below the last. ``places`` says for a person where each row stands ("række 7", "side 3").
    ``header_rows`` is the number of rows that the file itself marks as header, 0 if it does not say.
    """

    rows: tuple[tuple[Cell, ...], ...]
    before: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    header_rows: int = 0
    remarks: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


@dataclass(frozen=True)
class Contents:
    """What a file holds before it is understood: its ``grids``, or running ``text`` where it has none.

    A PDF has both, for where the handling table is not the table that has rules. ``left_out`` is what stands on
    every page and is no content.
    """

    grids: tuple[Grid, ...] = ()
    text: str = ""
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class Row:
    """One row of a handling table as read; texts verbatim, ``""`` where the cell is empty.

    ``party`` is the name as printed without bullet; ``party_kind`` what a list of parties said it is (None: it
    did not); ``theme`` the theme's name and ``theme_printed`` what stood there; ``decision`` the phrase as printed
    and ``meaning`` what it means (None for echo rows and for unknown phrases); ``echo_of`` the index (from 0) of
    the row repeated and ``deviation`` why it is handled otherwise. ``number`` is a running number, which is no
    label but may be pointed at. ``unsure`` names, in Danish, what a person should look at; empty when the reader
    is sure.
    """

    party: str
    party_short: str = ""
    silent: bool = False
    theme: str = ""
    theme_printed: str = ""
    label: str = ""
    summary: str = ""
    decision: str = ""
    meaning: Meaning | None = None
    comment: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    excerpt: str = ""
    page: str = ""
    status: str = ""
    responsible: str = ""
    note: str = ""
    echo_of: int | None = None
    unsure: str = ""
    place: str = ""
    number: str = ""
    party_kind: PartyKind | None = None
    deviation: str = ""


@dataclass(frozen=True)
class Column:
    """A column of the file: its heading as printed, what it was taken for, and three of its cells."""

    heading: str
    field: str
    examples: tuple[str, ...] = ()


@dataclass(frozen=True)
class Remark:
    """Something to tell the person: ``row`` is the row's number from 1, or None for the whole file."""

    text: str
    row: int | None = None


@dataclass(frozen=True)
class Reading:
    """A file read whole.

    ``facts`` are what the file says of the hearing itself (keys: title, case_number, authority, plan_term,
    period_from, period_to, and how it names what a row repeats: echo_summary, echo_decision, echo_comment,
    echo_printing). ``left_out`` lists what was not taken as content (page headers and the like), ``odd``
    what looked odd; nothing odd is repaired. ``columns`` is empty for files without columns.
    """

    rows: tuple[Row, ...]
    facts: dict[str, str] = field(default_factory=dict)
    columns: tuple[Column, ...] = ()
    left_out: tuple[Remark, ...] = ()
    odd: tuple[Remark, ...] = ()
