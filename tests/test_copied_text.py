"""The demonstration's table as text copied from a reader: cell after cell, a short one on a line with the next."""

from collections.abc import Sequence
from dataclasses import replace
from textwrap import wrap

import pytest

from hearing.casework import demonstration
from hearing.intake import running_text, working_copy
from hearing.intake.rows import Row

HEADINGS = "Høringspart Tema Sammendrag af høringssvaret Håndtering Kommentar Høringssvaret (citat)"
WIDTHS = {"summary": 85, "decision": 38, "comment": 38, "excerpt": 56}
CELLS = ("party", "theme", "label", *WIDTHS)
ROWS_A_PAGE = 8


@pytest.fixture(scope="module")
def table() -> tuple[Row, ...]:
    """The demonstration's rows."""
    return working_copy.read((demonstration.FOLDER / "handling-table.json").read_bytes()).rows


def _printed(row: Row) -> list[str]:
    """The lines of a row; a cell of one line shares it with what follows."""
    theme = row.theme_printed or row.theme
    summary = f"{row.label}) {row.summary}" if row.label else row.summary
    texts = {name: getattr(row, name) for name in WIDTHS} | {"summary": summary}
    lines, alone = [f"{row.party} {theme}".strip()], True
    if row.silent:
        lines[0] += " Der er ikke"
        return [*lines, "fremsendt", "høringssvar."]
    for name, wide in WIDTHS.items():
        if cell := wrap(texts[name], wide, break_on_hyphens=False):
            lines[-1:] = [f"{lines[-1]} {cell[0]}"] if alone else [lines[-1], cell[0]]
            lines += cell[1:]
            alone = len(cell) == 1
    return lines


def _copied(rows: Sequence[Row]) -> str:
    pages = [rows[n : n + ROWS_A_PAGE] for n in range(0, len(rows), ROWS_A_PAGE)]
    printed = ["\n\n".join(line for row in page for line in _printed(row)) for page in pages]
    return f"{HEADINGS}\n\n" + "\n\n\n\n".join(printed)


def _wrong(row: Row, printed: Row) -> list[str]:
    """The cells that were not read as they were printed."""
    read = replace(row, theme=row.theme_printed or row.theme)
    said = replace(printed, theme=printed.theme_printed or printed.theme)
    return [name for name in CELLS if getattr(read, name).split() != getattr(said, name).split()]


def _held(rows: Sequence[Row], printed: Sequence[Row]) -> None:
    """Nearly all cells are right, and the wrong ones lie in the few rows that are marked."""
    assert len(rows) == len(printed)
    assert [row.silent for row in rows] == [row.silent for row in printed]
    wrong = [_wrong(row, said) for row, said in zip(rows, printed, strict=True)]
    cells = sum(map(len, wrong))
    print(f"{cells} of {len(rows) * len(CELLS)} cells wrong, {sum(bool(row.unsure) for row in rows)} rows marked")
    assert cells <= 0.01 * len(rows) * len(CELLS)
    assert sum(len(names) for names, row in zip(wrong, rows, strict=True) if row.unsure) >= 0.8 * cells
    assert sum(bool(row.unsure) for row in rows) <= 0.15 * len(rows)


def test_the_demonstration_copied_as_text_is_read_as_it_was_printed(table):
    _held(running_text.read(_copied(table)).rows, table)


def test_the_letter_that_ends_an_echo_on_the_decisions_line_belongs_to_the_echo(table):
    echoes = [n for n, row in enumerate(table) if row.summary == "Samme kommentar som BRV"]
    printed = list(table)
    for n in echoes:
        printed[n] = replace(
            table[n], theme="", theme_printed="", summary=f"Samme kommentar som BRVs {table[n].label})"
        )
    rows = running_text.read(_copied(printed)).rows
    _held(rows, printed)
    assert len(echoes) > 3
    assert [(rows[n].summary, rows[n].decision) for n in echoes] == [
        (printed[n].summary, "Samme håndtering som ved BRV") for n in echoes
    ]
