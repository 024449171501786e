"""Grids of cells -> the rows of a handling table: which grids belong together, and which column is which."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from hearing.intake import (
    bands,
    columns,
    forms,
    header,
    listed,
    openings,
    party_cells,
    records,
    ticks,
    title_block,
)
from hearing.intake.body import Body
from hearing.intake.columns import Table, column_of_numbers
from hearing.intake.header import Header
from hearing.intake.lines import Line
from hearing.intake.rows import Column, Grid, Reading, Refused, Remark, Row
from hearing.intake.understand import understand
from hearing.wording import count, fold

_NO_TABLE = (
    "Filen har ingen tabel, der kan læses som en håndteringstabel; "
    "der skal mindst være en høringspart og en tekst."
)


@dataclass
class _Part:
    """Tables with the same columns, in the order of the file, and the headings that stand between them."""

    headings: tuple[str, ...]
    lines: list[Line] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    left_out: list[Remark] = field(default_factory=list)

    def take_outside(self, texts: Sequence[str], *, heads: bool = False, below: bool = False) -> None:
        """Take the texts above a table or ``below`` the last: lists of parties, headings, titles, and the rest."""
        lists = listed.found(texts)
        for n, text in enumerate(texts):
            if n in lists:
                self.lines += [Line(listed=lists[n])] if lists[n] else []
            elif heads and bands.is_heading(text):
                self.lines.append(Line(heading=text))
            elif heads or below:
                self.left_out.append(Remark(f"Uden for tabellen: {text}"))
            else:
                self.titles.append(text)

    @property
    def table(self) -> Table:
        """The part as one table."""
        rows = [line for line in self.lines if line.cells]
        return Table(self.headings, tuple(line.cells for line in rows), tuple(line.place for line in rows))


def read_grids(
    grids: Sequence[Grid], *, parties: str | None = None, columns: dict[str, str] | None = None
) -> Reading:
    """The handling table in the grids of a file, read and understood.

    ``parties`` is the text of a list of parties; ``columns`` maps headings as printed (the number of the column
    where it has none) to fields. Raises Refused where no table can be found, or no such column.
    """
    parts = _parts(forms.upright([grid for grid in grids if grid.rows]), tuple(columns or ()))
    found, described = _assigned(parts, columns or {})
    if not any(_is_handling(fields) for _, fields in found):
        raise Refused(_NO_TABLE)
    rows, left_out = _rows(found)
    left_out += [Remark(f"Over tabellen: {text}") for part in parts for text in part.titles]
    facts = title_block.facts(text for part in parts for text in part.titles)
    if not rows:
        raise Refused("Tabellen har overskrifter, men ingen rækker under dem.")
    rows, again = listed.once(_without_bold_columns(rows))
    rows, beside = party_cells.names_alone(rows)
    rows, divided, leads = openings.split(rows)
    read = understand(rows, parties=parties, plan_name=facts.get("plan_term", ""))
    return replace(
        read,
        columns=described,
        left_out=(*left_out, *again, *beside, *leads, *read.left_out),
        odd=(*divided, *read.odd),
        facts={**facts, **read.facts},
    )


def _rows(found: Sequence[tuple[_Part, tuple[str, ...]]]) -> tuple[list[Row], list[Remark]]:
    """The raw rows of the handling tables among the parts, and what was left out of all."""
    lists = [ticks.read(part.table) for part, _ in found]
    if all(parties is not None for parties in lists):
        lists = [None] * len(found)
    rows: list[Row] = []
    left_out: list[Remark] = []
    below: list[Row] = []
    for (part, fields), parties in zip(found, lists, strict=True):
        left_out += part.left_out
        if _is_handling(fields) and parties is None:
            body = Body(fields, column_of_numbers(part.table, fields))
            body.read(part.lines)
            rows += body.rows
            left_out += body.left_out
            continue
        below += [party.row for line in part.lines for party in line.listed]
        below += [party.row for party in parties or ()]
        said = f"En tabel er ikke læst: {_named(part)}" if parties is None else ticks.said_of(parties)
        left_out.append(Remark(said))
    return rows + below, left_out


def _assigned(
    parts: Sequence[_Part], wanted: dict[str, str]
) -> tuple[list[tuple[_Part, tuple[str, ...]]], tuple[Column, ...]]:
    """Every part with the fields of its columns; and the file's columns for a person, each once."""
    tables = [part.table for part in parts]
    names: dict[columns.Key, str] = {}
    for table in tables:
        for n, key in enumerate(columns.keys(table)):
            names.setdefault(key, table.headings[n] or str(len(names) + 1))
    asked = columns.asked(list(names), list(names.values()), wanted)
    found = [(part, columns.assign(table, asked)) for part, table in zip(parts, tables, strict=True)]
    return found, _described(tables, [fields for _, fields in found], names)


def _described(
    tables: Sequence[Table], assigned: Sequence[tuple[str, ...]], names: dict[columns.Key, str]
) -> tuple[Column, ...]:
    """The columns for a person in the order of ``names``; those of a table that is not read are not read."""
    described: dict[columns.Key, Column] = {}
    read_first = sorted(zip(tables, assigned, strict=True), key=lambda pair: not _is_handling(pair[1]))
    for table, fields in read_first:
        shown = fields if _is_handling(fields) else ("ignore",) * len(fields)
        for key, column in zip(columns.keys(table), columns.described(table, shown), strict=True):
            described.setdefault(key, replace(column, heading=names[key]))
    return tuple(described[key] for key in names)


def _is_handling(fields: Sequence[str]) -> bool:
    """Whether these are the columns of a handling table: what was said, and who said it or what was answered."""
    return bool({"summary", "excerpt"} & set(fields)) and bool(
        {"party", "decision", "comment", "label"} & set(fields)
    )


def _parts(grids: Sequence[Grid], named: Sequence[str]) -> list[_Part]:
    """The grids, those with the same headings (or with none, and as wide) as the one before put together."""
    parts: list[_Part] = []
    for grid, top in zip(grids, _headers(grids, named), strict=True):
        above = (*grid.before, *top.titles)
        goes_on = bool(parts) and _goes_on(parts[-1], top)
        if not goes_on:
            parts.append(_Part(_with_lower(top)))
        parts[-1].take_outside(above, heads=goes_on)
        parts[-1].lines += _lines(grid, top, parts[-1])
        parts[-1].take_outside(grid.after, below=True)
    for part in parts:
        _head_the_first(part)
    return parts


def _headers(grids: Sequence[Grid], named: Sequence[str]) -> list[Header]:
    """The header of every grid. That columns are named moves no header that has their headings already."""
    found = [header.find(grid) for grid in grids]
    there = {fold(heading) for top in found for heading in _with_lower(top)}
    missing = {fold(name) for name in named if not name.isdecimal()} - there
    return [header.find(grid, missing) for grid in grids] if missing else found


def _head_the_first(part: _Part) -> None:
    """The text just above the first of several tables heads it, if the others have such headings too."""
    heading = next((n for n in reversed(range(len(part.titles))) if bands.is_heading(part.titles[n])), None)
    if heading is not None and any(line.heading for line in part.lines):
        part.lines.insert(0, Line(heading=part.titles.pop(heading)))


def _goes_on(part: _Part, top: Header) -> bool:
    if any(top.headings):
        return part.headings == _with_lower(top)
    return len(part.headings) == len(top.headings)


def _with_lower(top: Header) -> tuple[str, ...]:
    return top.headings + top.lower


def _lines(grid: Grid, top: Header, part: _Part) -> list[Line]:
    """The rows below the header, without the header's own rows where they stand again."""
    places = grid.places or tuple(f"række {number}" for number in range(1, len(grid.rows) + 1))
    lines = []
    for row, place in zip(grid.rows[top.first :], places[top.first :], strict=False):
        if header.stands_again(row, top):
            part.left_out.append(Remark(f"Tabellens overskrifter står igen ({place})."))
        else:
            lines.append(Line(row, place))
    return records.unfolded(lines, len(top.headings)) if top.lower else lines


def _without_bold_columns(rows: Sequence[Row]) -> Sequence[Row]:
    """Marks say nothing where comments are bold as a whole: then bold is the column's type."""
    commented = [row for row in rows if row.comment.strip()]
    whole = sum(row.marks == ((0, len(row.comment)),) for row in commented)
    return [replace(row, marks=()) for row in rows] if len(commented) > 3 and whole * 2 > len(commented) else rows


def _named(part: _Part) -> str:
    named = ", ".join(heading for heading in part.headings if heading)
    return named or f"{count(len(part.headings), 'kolonne', 'kolonner')} uden overskrifter"
