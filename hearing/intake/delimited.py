"""Values separated by comma, semicolon or tab (.csv) -> a grid. Running text is told apart from it."""

import csv
import io
import re
from collections.abc import Iterator

from hearing.intake import apostrophes
from hearing.intake.cells import LONGEST, MOST_COLUMNS, MOST_ROWS, too_long, too_many_columns, too_many_rows
from hearing.intake.rows import Cell, Grid, Refused
from hearing.wording import clean

_SEPARATORS = ";\t,|"
_LOOKED_AT = 200_000
_AGREEING = 0.6
csv.field_size_limit(10 * LONGEST)  # 131,072 characters by habit, less than a cell may have
_DECLARED = re.compile(r"sep=(.)\r?\n", re.I)


def is_table(text: str, name: str) -> bool:
    """Whether a text is a table of separated values: its name says so, or its rows agree on their columns."""
    if name.casefold().endswith((".csv", ".tsv")):
        return True
    separator, columns = _separator(text[:_LOOKED_AT])
    # A dump of running text has commas too, and now and then two lines with the same number of them.
    return bool(separator) and columns >= (4 if separator == "," else 3)


def read(text: str) -> Grid:
    """The rows of the file; Refused where it has no columns."""
    declared = _DECLARED.match(text)
    separator = declared[1] if declared else _separator(text[:_LOOKED_AT])[0]
    if not separator:
        raise Refused(
            "CSV-filen har ingen kolonner: der er hverken semikolon, komma, tabulator eller lodret streg mellem "
            "felterne."
        )
    if declared:
        text = text[declared.end() :]
    rows, places = [], []
    for line, row in _whole_rows(text, separator):
        if any(value.strip() for value in row):
            if len(rows) == MOST_ROWS:
                raise too_many_rows()
            place = f"linje {line}"
            if len(row) > MOST_COLUMNS:
                row = row[: max(n for n, value in enumerate(row, 1) if value.strip())]
            if len(row) > MOST_COLUMNS:
                raise too_many_columns()
            if max(map(len, row)) > LONGEST:
                raise too_long(place)
            rows.append(tuple(Cell(apostrophes.without(clean(value))) for value in row))
            places.append(place)
    if not rows:
        raise Refused("CSV-filen er tom.")
    return Grid(tuple(rows), places=tuple(places))


def _whole_rows(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    try:
        yield from _rows(text, separator)
    except csv.Error as error:
        raise Refused("CSV-filen har et felt, der ikke slutter; der mangler et anførselstegn.") from error


def _separator(text: str) -> tuple[str, int]:
    """The separator under which the rows agree best on their number of columns, and that number."""
    best, best_share, best_columns = "", 0.0, 0
    for separator in _SEPARATORS:
        try:
            counts = [len(row) for _, row in _rows(text, separator) if any(row)]
        except csv.Error:
            continue
        columns = max(set(counts), key=lambda n: (counts.count(n) * (n > 1), n), default=0)
        share = counts.count(columns) / len(counts) if counts else 0
        if columns > 1 and share >= _AGREEING and (share, columns) > (best_share, best_columns):
            best, best_share, best_columns = separator, share, columns
    return best, best_columns


def _rows(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the number of the line it begins on."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    line = 1
    for row in reader:
        yield line, row
        line = reader.line_num + 1
