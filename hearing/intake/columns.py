"""Which column of a table is which: the headings hint, the contents decide."""

from collections.abc import Sequence
from dataclasses import dataclass

from hearing.intake import headings
from hearing.intake.rows import FIELDS, Cell, Column, Refused
from hearing.wording import fold, one_line

_EXAMPLES = 3


@dataclass(frozen=True)
class Table:
    """A table with its header found: the headings, the rows below, and where each row stands."""

    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    places: tuple[str, ...]


def assign(table: Table, wanted: dict[str, str] | None = None) -> tuple[str, ...]:
    """The field of every column. ``wanted`` maps headings as printed (or "1", "2" ...) to fields and wins."""
    asked = _asked(table, wanted or {})
    fields: list[str] = [asked.get(n, "ignore") for n in range(len(table.headings))]
    scored = sorted(
        (
            (-strength, n, field)
            for n, heading in enumerate(table.headings)
            for field, strength in headings.hints(heading).items()
            if n not in asked
        ),
    )
    taken, placed = set(fields) - {"ignore"}, set(asked)
    for _, n, field in scored:
        if n not in placed and field not in taken:
            fields[n] = field
            placed.add(n)
            taken.add(field)
    return tuple(fields)


def described(table: Table, fields: Sequence[str]) -> tuple[Column, ...]:
    """The assignment for a person: heading, field and three cells of every column."""
    return tuple(
        Column(heading or str(n + 1), field, tuple(_examples(table, n)))
        for n, (heading, field) in enumerate(zip(table.headings, fields, strict=True))
    )


def _examples(table: Table, n: int) -> list[str]:
    texts = dict.fromkeys(one_line(row[n].text) for row in table.rows if n < len(row) and row[n].text.strip())
    return [text if len(text) <= 80 else text[:79] + "…" for text in list(texts)[:_EXAMPLES]]


def _asked(table: Table, wanted: dict[str, str]) -> dict[int, str]:
    """The columns a person has named, by their place; Refused if there is no such heading or field."""
    place = {str(n + 1): n for n in range(len(table.headings))}
    place |= {fold(heading): n for n, heading in reversed(list(enumerate(table.headings))) if heading}
    words = {fold(label): field for field, label in FIELDS.items()} | {field: field for field in FIELDS}
    asked = {}
    for heading, field in wanted.items():
        if fold(heading) not in place:
            there = ", ".join(f"«{text or n}»" for n, text in enumerate(table.headings, 1))
            raise Refused(f"Tabellen har ingen kolonne med overskriften «{heading}»; den har {there}.")
        if fold(field) not in words:
            raise Refused(f"En kolonne kan ikke være «{field}»; den kan være {', '.join(FIELDS)}.")
        asked[place[fold(heading)]] = words[fold(field)]
    return asked
