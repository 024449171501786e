"""The cells that the text is cut into."""

from dataclasses import dataclass

SILENT, STRAY, HEADER, CONTINUED = -1, -2, -3, -4
"""Not columns: the sentence of a silent party, a theme printed at the page's end, the lines above the table, and
the beginning of a page where the cells of the last row go on."""


@dataclass(frozen=True)
class Cut:
    """The cell of column ``column`` (or SILENT, STRAY, HEADER): the words first..last-1."""

    column: int
    first: int
    last: int
