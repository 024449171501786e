"""A line of a table on its way from a grid to a row."""

from collections.abc import Sequence
from dataclasses import dataclass

from hearing.intake.listed import Listed
from hearing.intake.rows import Cell


@dataclass(frozen=True)
class Line:
    """A row of cells with its place. Instead, for a text that stood alone between the tables, ``heading``; or the
    parties ``listed`` there as having no answer."""

    cells: tuple[Cell, ...] = ()
    place: str = ""
    heading: str = ""
    listed: tuple[Listed, ...] = ()

    @property
    def filled(self) -> bool:
        """Whether anything of its own stands in the line."""
        return bool(self.heading or self.listed) or any(
            cell.text.strip() and not cell.joined_above for cell in self.cells
        )


def field_at(fields: Sequence[str], column: int) -> str:
    """The field of a column; what lies beyond the columns that have one is not read."""
    return fields[column] if column < len(fields) else "ignore"
