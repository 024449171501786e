"""Rows that the end of a page tears: some of their cells go on on the next page, each where its column is.

Which part of a row is read is a number: 0 for a whole row, TORN for what stands above the end of the page,
REMAINDER for what stands below it. The bits above these two say which columns' cells were torn in the middle.
"""

from math import log

from hearing.intake.running_text.model import Fit

REMAINDER, TORN = 1, 2
TEAR, TORN_CELL = -2.0, -1.5
"""What it costs that a row is torn, and that a cell of it is."""
_REST, _REST_SMALL, _CLEAN = 0.0, 3.0, -6.0
"""That a page begins with a remainder: likely where it begins with a small letter, hardly if no cell was torn."""
_REMAINS, _NOTHING_MORE, _LOST, _MORE = -0.1, -0.3, -6.0, -2.0
"""In a remainder: that a torn cell goes on, that a whole one does not; and the contrary of both."""
_SMALL, _LARGE, _UNTORN = 0.5, -1.5, -6.0
"""That what remains of a torn cell begins with a small letter, or not; that a whole one goes on with one."""
_FARTHEST = 60
"""How many lines above the page's end a torn row can begin."""


def torn_in(part: int, column: int) -> int:
    """The part of a row in which, besides, the cell of this column is torn."""
    return part | 4 << column


def remainder_of(part: int) -> int:
    """What follows on the next page after this part of a torn row."""
    return part & ~TORN | REMAINDER


class Tearing:
    """How well a text's rows, read under a model, can be torn."""

    def __init__(self, fit: Fit):
        self.fit, self.columns = fit, fit.model.columns
        self._empty = [log(max(column.empty, 0.003)) for column in self.columns]
        self._full = [log(1 - max(column.empty, 0.003)) for column in self.columns]
        lines, upto = fit.text.lines, -1
        self._upto: list[int] = []
        for number in range(len(lines) - 1, -1, -1):
            if number + 1 < len(lines) and lines[number].page != lines[number + 1].page:
                upto = -1 if self._begins_anew(fit.text.starts[number + 1]) else 0
            elif upto >= 0:
                upto += 1
            self._upto.append(upto)
        self._upto.reverse()

    def _begins_anew(self, place: int) -> bool:
        """Whether a row surely begins here: with the next running number or the name of a known party."""
        parties = (column for column in self.columns[:1] if column.kind == "party")
        return place in self.fit.counted or any(self.fit.known(column, place) for column in parties)

    def can_begin(self, place: int) -> bool:
        """Whether a row that begins at word ``place`` can reach the page's end and go on behind it."""
        return 0 <= self._upto[self.fit.text.line_of[place]] <= _FARTHEST

    def is_last(self, line: int) -> bool:
        """Whether a line is its page's last, below which all cells of a row can be torn at once."""
        return self._upto[line] == 0

    def is_first(self, line: int) -> bool:
        """Whether a line is its page's first, on which the ends of several cells can stand."""
        return line == 0 or self._upto[line - 1] == 0

    def goes_on(self, place: int, part: int) -> float:
        """How well a page that begins at word ``place`` begins with this remainder."""
        small = _REST_SMALL if self.fit.text.words[place][0].islower() else _REST
        return small if part > REMAINDER else small + _CLEAN

    def resumes(self, place: int, column: int, part: int) -> float:
        """How well the rest of a torn cell, or one that was not torn, begins with word ``place``."""
        small = self.fit.text.words[place][0].islower()
        if torn_in(part, column) == part:
            return _SMALL if small else _LARGE
        return _UNTORN if small else 0.0

    def left_out(self, column: int, part: int) -> float:
        """How likely it is that this part of a row has no cell of the column."""
        if part & REMAINDER:
            return _LOST if torn_in(part, column) == part else _NOTHING_MORE
        return self._empty[column]

    def there(self, column: int, part: int) -> float:
        """How likely it is that it has one."""
        if part & REMAINDER:
            return _REMAINS if torn_in(part, column) == part else _MORE
        return self._full[column]
