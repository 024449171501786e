"""One sheet of a workbook: its cells as they are found, its merged ranges, and the grid they make."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace

from hearing.intake import apostrophes, markup
from hearing.intake.cells import LONGEST, MOST_ROWS, aligned, too_long, too_many_rows
from hearing.intake.rows import Cell, Grid, Refused
from hearing.intake.xlsx.strings import Collector, Marked, unescaped
from hearing.intake.xlsx.styles import Formats
from hearing.wording import clean

_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_MOST_CELLS = 2_000_000
_TOO_MANY = "Arket »{name}« har flere celler, end programmet læser (2 mio.)."


class Sheet:
    """The state of reading one sheet; only cells with something in them are kept."""

    def __init__(self, name: str, shared: list[Marked], formats: Formats):
        self._name, self._shared, self._formats = name, shared, formats
        self._rows: dict[int, dict[int, Cell]] = {}
        self._merged: list[tuple[int, int, int, int]] = []
        self._remarks: dict[str, None] = {}
        self._row = self._column = self._style = self._cells = 0
        self._type, self._value, self._inside = "", "", ""
        self._collector = Collector()

    def read(self, data: bytes) -> None:
        """Read the sheet's part."""
        markup.walk(data, self._start, self._end, self._text)

    def grid(self, before: tuple[str, ...], remarks: tuple[str, ...]) -> Grid | None:
        """The finished grid, None for a sheet with nothing in it. Empty rows and columns are not in it."""
        if not self._rows:
            return None
        self._merge()
        numbers = sorted(self._rows)
        rows = aligned([sorted(self._rows[number].items()) for number in numbers])
        places = tuple(f"arket »{self._name}«, række {number}" for number in numbers)
        return Grid(rows, before, places, remarks=(*remarks, *self._remarks))

    def _start(self, name: str, attributes: markup.Attributes) -> None:
        self._inside = name
        if name == "c":
            self._begin_cell(attributes)
        elif name == "row":
            self._row = int(attributes["r"]) if attributes.get("r", "").isdecimal() else self._row + 1
            self._column = 0
            if attributes.get("hidden") in ("1", "true"):
                self._remarks[f"Arket »{self._name}« har skjulte rækker; de er læst med."] = None
        elif name == "mergeCell":
            self._merged += _range(attributes.get("ref", ""))
        else:
            self._collector.start(name, attributes)

    def _begin_cell(self, attributes: markup.Attributes) -> None:
        self._cells += 1
        if self._cells > _MOST_CELLS:
            raise Refused(_TOO_MANY.format(name=self._name))
        place = _PLACE.fullmatch(attributes.get("r", ""))
        self._column = _column(place[1]) if place else self._column + 1
        self._row = int(place[2]) if place else self._row
        self._type, self._value = attributes.get("t", "n"), ""
        style = attributes.get("s", "")
        self._style = int(style) if style.isdecimal() and len(style) < 7 else 0
        self._formula = False
        self._collector.begin()

    def _text(self, data: str) -> None:
        if self._inside == "v":
            self._value += data
        elif self._inside == "t":
            self._collector.add(data)
        elif self._inside == "f":
            self._formula = True

    def _end(self, name: str) -> None:
        self._inside = ""
        if name == "c":
            self._end_cell()
        else:
            self._collector.end(name)

    def _end_cell(self) -> None:
        text, marks = self._content()
        if self._formula and not text:
            self._remarks[f"Arket »{self._name}« har formler uden beregnet værdi; cellerne er tomme."] = None
        if len(text) > LONGEST:
            raise too_long(f"arket »{self._name}«, række {self._row}")
        guarded = len(text) - len(apostrophes.without(text))
        if guarded:
            text = text[guarded:]
            marks = tuple((max(0, start - guarded), end - guarded) for start, end in marks if end > guarded)
        if text and not marks and self._formats.bold(self._style):
            marks = ((0, len(text)),)
        if text:
            self._rows.setdefault(self._row, {})[self._column] = Cell(text, marks)
            if len(self._rows) > MOST_ROWS:
                raise too_many_rows()

    def _content(self) -> Marked:
        value = self._value.strip()
        if self._type == "s":
            return self._shared[int(value)] if value.isdecimal() and int(value) < len(self._shared) else ("", ())
        if self._type == "inlineStr":
            return self._collector.text()
        if self._type == "b":
            return {"1": "SAND", "0": "FALSK"}.get(value, value), ()
        if self._type == "n" and value:
            return self._formats.printed(value, self._style), ()
        return clean(unescaped(self._value)), ()

    def _merge(self) -> None:
        """Say of merged cells how many columns they cover and which continue the cell above."""
        numbers = sorted(self._rows)
        work = 0
        for top, left, bottom, right in self._merged:
            covered = numbers[bisect_left(numbers, top) : bisect_right(numbers, bottom)]
            work += len(covered)
            if work > _MOST_CELLS:
                raise Refused(_TOO_MANY.format(name=self._name))
            for number in covered:
                row = self._rows[number]
                for column in [column for column in row if left < column <= right]:
                    del row[column]
                cell = row.get(left, Cell())
                row[left] = replace(cell, span=right - left + 1, joined_above=number > top)


def _range(reference: str) -> list[tuple[int, int, int, int]]:
    first, _, last = reference.partition(":")
    begin, end = _PLACE.fullmatch(first), _PLACE.fullmatch(last or first)
    if not begin or not end:
        return []
    return [(int(begin[2]), _column(begin[1]), int(end[2]), _column(end[1]))]


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
