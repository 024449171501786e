"""How many cells of the real table a reading has right, by the borders that were decided by reading the text.

``tests/data/seed_borders.json`` says how they were made. They are of all 228 rows and none of them comes from the
program. A point has seven cells, the empty ones counted; a silent party two.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hearing.intake.rows import Row

GOLD = json.loads((Path(__file__).parent / "data" / "seed_borders.json").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Score:
    """Rows and cells counted, those right, and how the wrong ones lie in the rows that are marked unsure."""

    rows: int
    rows_right: int
    begun_right: int
    cells: int
    cells_right: int
    wrong_marked: int
    marked: int

    @property
    def wrong(self) -> int:
        """Cells that are not right."""
        return self.cells - self.cells_right


def squeezed(text: str) -> str:
    """The text without its blanks."""
    return "".join(text.split())


def expected(text: str) -> list[dict[str, str]]:
    """The cells of the table without blanks, cut out of its text by the figures."""
    rest = squeezed(text)[GOLD["header"] :]
    rows = []
    loose = {}
    for figures in GOLD["rows"]:
        if len(figures) == 2:
            loose[figures[1]], rest = rest[: figures[0]], rest[figures[0] :]
            continue
        cells = {}
        for name, length in zip(
            ("party", "theme", "summary", "decision", "comment", "excerpt"), figures, strict=False
        ):
            cells[name], rest = rest[:length], rest[length:]
        cells["party"] = cells["party"].lstrip("•")
        if cells["party"][:1] == "o":
            cells["party"] = cells["party"][1:]
        rows.append(cells | {"label": squeezed(figures[6]), "page": figures[7]})
    assert rest == ""
    for number, theme in loose.items():
        rows[number - 1]["theme"] = theme
    return rows


def part(text: str, first: int, last: int) -> tuple[str, list[dict[str, str]]]:
    """Pages ``first`` to before ``last`` (from 0) under the headings of the table, and the cells of their rows.

    A page ends with three empty lines; no row runs over it.
    """
    pages = re.split(r"(?<=\n)\s*\n\s*\n\s*\n", text)
    upto = [len(squeezed("".join(pages[:number]))) for number in (first, last)]
    begin, at = [], GOLD["header"]
    for figures in GOLD["rows"]:
        if len(figures) > 2:
            begin.append(at)
        at += sum(figures[:6]) if len(figures) > 2 else figures[0]
    rows = [row for row, at in zip(expected(text), begin, strict=True) if upto[0] <= at < upto[1]]
    lines = pages[0].splitlines(keepends=True)
    above = next(n for n in range(len(lines)) if len(squeezed("".join(lines[:n]))) == GOLD["header"])
    body = "\n\n\n\n".join([pages[first] if first else "".join(lines[above:]), *pages[first + 1 : last]])
    return "".join(lines[:above]) + "\n" + body, rows


def right(row: Row, cells: dict[str, str]) -> dict[str, bool]:
    """Which of a row's cells are right, letter by letter; a silent party's are its name and its sentence."""
    found = {"party": squeezed(row.party) == cells["party"]}
    if not cells["summary"]:
        return found | {"silent": row.silent}
    found["theme"] = squeezed(row.theme_printed or row.theme) == cells["theme"]
    found["label"] = squeezed(row.label) == cells["label"]
    for name in ("decision", "comment", "excerpt"):
        found[name] = squeezed(getattr(row, name)) == cells[name]
    front = cells["summary"].removesuffix(squeezed(row.summary)) if row.summary else cells["summary"]
    found["summary"] = front.strip("()") == cells["label"]
    return found


def begun(row: Row, cells: dict[str, str]) -> bool:
    """Whether a row has the right party and label, and its summary the right beginning."""
    found = right(row, cells)
    if not cells["summary"]:
        return all(found.values())
    before, beginning, _ = cells["summary"].partition(squeezed(row.summary)[:20] or "\n")
    return found["party"] and found["label"] and bool(beginning) and before.strip("()") == cells["label"]


def score(rows: Sequence[Row], text: str) -> Score:
    """The reading held against the figures, row by row."""
    pairs = list(zip(rows, expected(text), strict=True))
    rights = [right(row, cells) for row, cells in pairs]
    wrong = [sum(not ok for ok in found.values()) for found in rights]
    return Score(
        rows=len(rows),
        rows_right=wrong.count(0),
        begun_right=sum(begun(row, cells) for row, cells in pairs),
        cells=sum(len(found) for found in rights),
        cells_right=sum(sum(found.values()) for found in rights),
        wrong_marked=sum(n for n, row in zip(wrong, rows, strict=True) if row.unsure),
        marked=sum(bool(row.unsure) for row in rows),
    )
