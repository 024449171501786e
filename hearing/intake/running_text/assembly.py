"""Cells cut out of running text -> rows, with every word accounted for."""

from collections.abc import Iterator
from dataclasses import replace

from hearing.intake.rows import Reading, Remark, Row
from hearing.intake.running_text.lattice import CONTINUED, HEADER, SILENT, STRAY, Cut
from hearing.intake.running_text.learning import Rows
from hearing.intake.running_text.model import Model
from hearing.intake.running_text.words import Text
from hearing.intake.understand import understand

_LEFT_OUT = ("number",)


def reading(text: Text, model: Model, rows: Rows, parties: str | None) -> Reading:
    """The rows understood; headings, running numbers and themes of no certain row are in ``left_out``."""
    left_out: list[Remark] = []
    raw: list[Row] = []
    strays: list[tuple[int, str]] = []
    for cuts in rows:
        cells = {}
        goes_on = cuts[0].column == CONTINUED and bool(raw)
        for cut in cuts[cuts[0].column == CONTINUED :]:
            said = text.cell(cut.first, cut.last)
            if cut.column == HEADER:
                left_out.append(Remark(f"Over tabellen: {said}"))
            elif cut.column == STRAY:
                strays.append((text.lines[text.line_of[cut.first]].page, said))
            elif cut.column == SILENT:
                cells["summary"] = said
            else:
                cells[model.columns[cut.column].kind] = said
        for kind in _LEFT_OUT:
            if kind in cells:
                left_out.append(Remark(f"Løbenummer: {cells.pop(kind)}", len(raw) + 1))
        if goes_on:
            raw[-1] = replace(raw[-1], **{k: f"{getattr(raw[-1], k)} {said}".strip() for k, said in cells.items()})
        elif cells:
            raw.append(_row(cells, raw[-1].party if raw else "", f"side {_page(text, cuts)}"))
    placed, rest = _with_strays(raw, strays)
    found = understand(placed, parties=parties)
    return replace(found, left_out=(*left_out, *rest, *found.left_out))


def _page(text: Text, cuts: list[Cut]) -> int:
    first = next(cut for cut in cuts if cut.column not in (HEADER, STRAY, CONTINUED))
    return text.lines[text.line_of[first.first]].page


def _row(cells: dict[str, str], party_above: str, place: str) -> Row:
    return Row(party=cells.pop("party", party_above), place=place, **cells)


def _with_strays(rows: list[Row], strays: list[tuple[int, str]]) -> tuple[list[Row], list[Remark]]:
    """Themes of merged cells given to the first row of each party on their page that has none."""
    rows = list(rows)
    rest = []
    for page in dict.fromkeys(page for page, _ in strays):
        themes = [theme for at, theme in strays if at == page]
        places = list(_without_theme(rows, f"side {page}"))
        for theme, number in zip(themes, places, strict=False):
            rows[number] = replace(rows[number], theme=theme)
        rest += [
            Remark(
                f"Side {page}: temaet «{theme}» står løst på siden; det kan ikke ses, hvilken række det hører til."
            )
            for theme in themes[len(places) :]
        ]
    return rows, rest


def _without_theme(rows: list[Row], place: str) -> Iterator[int]:
    """The first row of each party on the page, where the party has no theme there."""
    seen = set()
    for number, row in enumerate(rows):
        if row.place == place and row.party not in seen:
            seen.add(row.party)
            if not row.theme and row.summary:
                yield number
