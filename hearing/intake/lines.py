"""A line of a table on its way from a grid to a row."""

from dataclasses import dataclass

from hearing.intake.rows import Cell


@dataclass(frozen=True)
class Line:
    """A row of cells with its place; ``heading`` is instead a text that stood alone between the tables."""

    cells: tuple[Cell, ...] = ()
    place: str = ""
    heading: str = ""

    @property
    def filled(self) -> bool:
        """Whether anything of its own stands in the line."""
        return bool(self.heading) or any(cell.text.strip() and not cell.joined_above for cell in self.cells)
