"""A page's first row in a text whose columns stand side by side: a row of its own, or the rest of the last."""

from collections import Counter


def goes_on(cells: list[str], rows: list[list[str]], party: int, names: Counter[str]) -> bool:
    """Whether the first row of a page is the rest of the last row: its first column is empty, and others break."""
    last = rows[-1]
    if _numbered(rows):
        return not cells[0].isdecimal()
    if cells[party] and not names[cells[party]] and names[f"{last[party]} {cells[party]}"]:
        return True
    if sum(map(bool, cells)) < min(3, len(cells)) and not cells[party] and len(cells[-1]) < 1:
        return True
    breaks = sum(bool(here) and here[0].islower() for here in cells)
    fresh = sum(
        bool(here) and here[0].isupper() and (not above or above[-1] in ".!?)")
        for here, above in zip(cells, last, strict=True)
    )
    if cells[0]:
        return breaks >= 2 and not fresh
    once = sum(not row[0] for row in rows[1:]) > 0.3 * len(rows)
    return breaks > 0 or not once or fresh == 0


def _numbered(rows: list[list[str]]) -> bool:
    """Whether the rows have running numbers in front."""
    return len(rows) > 3 and sum(row[0].isdecimal() for row in rows[1:]) >= 0.9 * (len(rows) - 1)


def is_open(cells: list[str], rows: list[list[str]], joins: bool, party: int, names: Counter[str]) -> bool:
    """Whether a page's first row was joined, or not, on little evidence."""
    if _numbered(rows) or names[cells[party]]:
        return False
    breaks = sum(bool(here) and here[0].islower() for here in cells)
    return breaks == 0 if joins else breaks > 0
