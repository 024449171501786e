"""Points that stand in forms: the headings do not stand above the texts but in front of them, line by line."""

from collections.abc import Iterator, Sequence

from hearing.intake import headings, labels
from hearing.intake.cells import under
from hearing.intake.rows import Cell, Grid
from hearing.wording import fold, one_line

_FEWEST = 3
"""A form has so many lines at least, that speak of so many fields."""

Cells = tuple[Cell, ...]


def upright(grids: Sequence[Grid]) -> list[Grid]:
    """The grids, with the forms among them that have the same lines put together as one table."""
    made: list[Grid] = []
    forms: list[Grid] = []
    for grid in grids:
        if _is_form(grid):
            forms.append(grid)
        else:
            made += _table(forms)
            forms = []
            made.append(grid)
    return [*made, *_table(forms)]


def _is_form(grid: Grid) -> bool:
    """Whether nearly every row is a heading and its text."""
    fronts = [_front(row) for row in grid.rows if any(cell.text.strip() for cell in row)]
    named = [text for text in fronts if text]
    fields = {headings.strongest(text) for text in named}
    return len(named) * 4 >= len(fronts) * 3 and len(named) >= _FEWEST and len(fields) >= _FEWEST


def _front(row: Cells) -> str:
    """The heading in front of a row of two cells; "" for any other row."""
    filled = [n for n, cell in enumerate(row) if cell.text.strip() and not cell.joined_above]
    if not filled or filled[0] != 0 or len(filled) > 2 or row[0].span * 2 > max(2, len(row)):
        return ""
    text = one_line(row[0].text).rstrip(": ")
    return text if headings.is_heading(text) and not labels.split(text)[2] else ""


def _table(forms: Sequence[Grid]) -> list[Grid]:
    """The records of the forms as one table; the forms as they are if they make one record only."""
    records = [record for grid in forms for record in _records(grid)]
    known = dict.fromkeys(name for record in records for name in record[0])
    if len(records) < 2:
        return list(forms)
    header = tuple(Cell(name) for name in known)
    rows = [tuple(record.get(name, Cell()) for name in known) for record, _ in records]
    first, last = forms[0], forms[-1]
    between = tuple(text for grid in forms[1:] for text in grid.before)
    return [
        Grid(
            (header, *rows),
            first.before,
            ("", *(place for _, place in records)),
            1,
            first.remarks,
            between + last.after,
        )
    ]


def _records(grid: Grid) -> Iterator[tuple[dict[str, Cell], str]]:
    """What the form says by heading, record by record; a heading that comes again begins the next one."""
    places = grid.places or ("",) * len(grid.rows)
    record: dict[str, Cell] = {}
    place, name, spelt = "", "", {}
    for row, where in zip(grid.rows, places, strict=False):
        front = _front(row)
        if front and fold(front) in spelt and spelt[fold(front)] in record:
            yield record, place
            record = {}
        name = (
            spelt.setdefault(fold(front), front) if front else name if record and not row[0].text.strip() else ""
        )
        place = place if record else where
        for cell in row[1:] if front else row:
            if cell.text.strip() and not cell.joined_above:
                record[name] = under(record.get(name), Cell(cell.text, cell.marks))
        if front:
            record.setdefault(name, Cell())
    if record:
        yield record, place
