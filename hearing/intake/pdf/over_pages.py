"""Whether the first row of a page is the rest of the last row before it, and the rows joined accordingly.

Nothing on the page says so. What tells it: columns that are always filled stand empty; a short text is no theme,
party or decision of the file, but becomes one when set behind the text above; a long text goes on in mid-sentence;
a text that begins with a label begins a row.
"""

import re
from collections import Counter
from collections.abc import Sequence

from hearing.intake.pdf.breaks import joined
from hearing.intake.pdf.parts import Part, Piece, Table

_LABEL = re.compile(r"(?:bemærkning\s+[a-zæøå]{1,2}\b|[a-zæøå]{1,2}\)|\d{1,3}[.)])", re.I)
_ENDED = (".", "!", "?", ":", ")", "”", '"', "»")
_REPEATED = 0.5
_ALWAYS = 0.9


class Evidence:
    """What the whole rows of a table say of its columns: how full they are, and which texts come again."""

    def __init__(self, table: Table, words: frozenset[str], names: frozenset[str]):
        self._columns, self._words, self._names = table.columns(), words, names
        # The first and the last row of a page may be parts of rows.
        whole = [row for part in table.parts for row in part.rows[1:-1]] or [
            r for p in table.parts for r in p.rows
        ]
        self._rows = max(1, len(whole))
        self._texts: list[Counter[str]] = [Counter() for _ in self._columns]
        for row in whole:
            for piece in row:
                if piece.lines:
                    self._texts[self._column(piece)][_folded(joined(piece.lines, words))] += 1

    def continues(self, above: Sequence[Piece], row: Sequence[Piece]) -> bool:
        """Whether a row at the top of a page is the rest of the row above it."""
        if len(above) != len(row) or not any(piece.lines for piece in row):
            return False
        if [self._column(piece) for piece in above] != [self._column(piece) for piece in row]:
            return False
        return sum(self._weight(*pair) for pair in zip(above, row, strict=True)) > 0

    def _column(self, piece: Piece) -> int:
        return min(range(len(self._columns)), key=lambda n: abs(self._columns[n] - piece.left))

    def _weight(self, above: Piece, piece: Piece) -> float:
        """How much a column speaks for (above zero) or against a continuation."""
        texts = self._texts[self._column(piece)]
        filled = texts.total()
        if not piece.lines:
            return 2.0 if filled >= _ALWAYS * self._rows and above.lines else 0.3 if above.lines else 0.0
        if not above.lines:
            return -4.0
        text = joined(piece.lines, self._words)
        whole = _folded(joined([*above.lines, *piece.lines], self._words))
        if self._known(texts, whole):
            return 4.0
        if len(texts) <= _REPEATED * filled:
            if self._known(texts, text):
                return -3.0
            return -2.0 if self._known(texts, joined(above.lines, self._words)) else 0.5
        return self._sentence(joined(above.lines, self._words), text)

    def _known(self, texts: Counter[str], text: str) -> bool:
        return texts[_folded(text)] > 0 or _folded(text) in self._names

    def _sentence(self, above: str, text: str) -> float:
        if _LABEL.match(text):
            return -4.0
        if text[0].islower():
            return 1.5
        return -1.0 if above.rstrip().endswith(_ENDED) else 0.8


def rows(table: Table, words: frozenset[str], names: frozenset[str]) -> list[tuple[int, list[Piece]]]:
    """The rows of a table with the page each begins on, those that run over a page joined."""
    evidence = Evidence(table, words, names)
    result: list[tuple[int, list[Piece]]] = []
    for part in table.parts:
        for n, row in enumerate(part.rows):
            if n == 0 and result and evidence.continues(result[-1][1], row):
                result[-1] = result[-1][0], [_joined(*pair) for pair in zip(result[-1][1], row, strict=True)]
            else:
                result.append((part.page, row))
    return result


def _joined(above: Piece, below: Piece) -> Piece:
    return Piece(above.left, above.right, above.lines + below.lines, above.bold + below.bold, above.joined_above)


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def pieces(parts: Sequence[Part]) -> list[list[str]]:
    """The printed lines of every cell."""
    return [piece.lines for part in parts for row in part.rows for piece in row]
