"""How many cells of the real table a reading has right, by the figures of ``tests/data/seed_borders.json``."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hearing.intake.rows import Row

GOLD = json.loads((Path(__file__).parent / "data" / "seed_borders.json").read_text(encoding="utf-8"))
CELLS = ("party", "theme", "label", "summary", "decision", "comment", "excerpt", "page")


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
    for figures in GOLD["rows"]:
        if isinstance(figures, int):
            rest = rest[figures:]
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
    return rows


def right(row: Row, cells: dict[str, str]) -> dict[str, bool]:
    """Which cells of a row are as they should be, letter by letter."""
    if row.silent:
        return dict.fromkeys(CELLS, not cells["summary"] and squeezed(row.party) == cells["party"])
    found = {
        "party": squeezed(row.party) == cells["party"],
        "theme": squeezed(row.theme_printed or row.theme) == cells["theme"],
        "label": squeezed(row.label) == cells["label"],
        "page": row.page == cells["page"],
    }
    for name in ("decision", "comment", "excerpt"):
        found[name] = squeezed(getattr(row, name)) == cells[name]
    front = cells["summary"].removesuffix(squeezed(row.summary)) if row.summary else cells["summary"]
    found["summary"] = front.strip("()") == cells["label"]
    return found


def score(rows: Sequence[Row], text: str) -> Score:
    """The reading held against the figures, row by row."""
    gold = expected(text)
    rights = [right(row, cells) for row, cells in zip(rows, gold, strict=False)]
    begun = [
        found["party"] and found["label"] and squeezed(row.summary)[:20] in cells["summary"]
        for row, found, cells in zip(rows, rights, gold, strict=False)
    ]
    wrong = [sum(not ok for ok in found.values()) for found in rights]
    return Score(
        rows=len(gold),
        rows_right=wrong.count(0),
        begun_right=sum(begun),
        cells=len(gold) * len(CELLS),
        cells_right=sum(sum(found.values()) for found in rights),
        wrong_marked=sum(n for n, row in zip(wrong, rows, strict=False) if row.unsure),
        marked=sum(bool(row.unsure) for row in rows),
    )
