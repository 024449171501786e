"""Which column of a table is which: the headings hint, the contents decide, and no field is given twice."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hearing.intake import headings, profile
from hearing.intake.profile import Profile
from hearing.intake.rows import FIELDS, Cell, Column, Refused
from hearing.wording import fold, one_line

_EXAMPLES = 3
_ORDER = {
    "party": 0.0,
    "theme": 0.2,
    "label": 0.25,
    "summary": 0.35,
    "decision": 0.6,
    "comment": 0.75,
    "excerpt": 0.9,
}
"""Where in a table a field usually stands, from left to right."""
_PLAIN = 4.0
"""A heading that says so much is believed if the column fits nothing better."""
_SMALLEST = 1.0
"""A column that speaks less than this for any field is not read."""

_OFTEN = 0.3
"""The share of its cells that speak as an authority does, from which a column is taken for the answers."""

Key = tuple[str, int]


@dataclass(frozen=True)
class Table:
    """A table with its header found: the headings, the rows below, and where each row stands."""

    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    places: tuple[str, ...]


def assign(table: Table, wanted: dict[Key, str]) -> tuple[str, ...]:
    """The field of every column; ``wanted`` holds those that a person has named (see ``asked``), and wins."""
    asked = {n: wanted[key] for n, key in enumerate(keys(table)) if key in wanted}
    width = len(table.headings)
    scores = [
        {} if n in asked else _scores(table.headings[n], profile.of(_column(table, n)), n / max(1, width - 1))
        for n in range(width)
    ]
    fields = _best(scores, set(asked.values()))
    if _answers_before_it_is_asked(table, fields) and "excerpt" not in (*fields, *asked.values()):
        fields[fields.index("comment")] = "excerpt"
    fields = [asked.get(n, field) for n, field in enumerate(fields)]
    if "summary" not in fields and "excerpt" in fields and "excerpt" not in asked.values():
        fields[fields.index("excerpt")] = "summary"
    return tuple(fields)


def column_of_numbers(table: Table, fields: Sequence[str]) -> int | None:
    """The column of running numbers, which are no labels but may be pointed at; None if there is none."""
    unread = (n for n, field in enumerate(fields) if field == "ignore")
    return next((n for n in unread if profile.of(_column(table, n)).running), None)


def _answers_before_it_is_asked(table: Table, fields: Sequence[str]) -> bool:
    """Whether a column without a heading was taken for the comment though summary and decision come after it."""
    if not {"comment", "summary", "decision"} <= set(fields):
        return False
    at = fields.index("comment")
    if table.headings[at] or not {"summary", "decision"} <= set(fields[at:]):
        return False
    return profile.of(_column(table, at)).answers < _OFTEN


def _column(table: Table, n: int) -> list[Cell]:
    return [row[n] for row in table.rows if n < len(row) and row[n].span == 1 and not row[n].joined_above]


def _scores(heading: str, column: Profile, place: float) -> dict[str, float]:
    """How well a column fits each field, by its heading, its contents and where it stands."""
    hinted = headings.hints(heading)
    seen = _seen(column) if column.filled else dict.fromkeys(hinted, 0.0)
    scores = {}
    for field in seen.keys() | hinted.keys():
        score = hinted.get(field, 0.0) + seen.get(field, -1.0)
        if field in _ORDER:
            score -= 1.2 * abs(place - _ORDER[field])
        plain = hinted.get(field, 0.0) >= _PLAIN and field != "label"
        scores[field] = max(score, _SMALLEST + hinted[field] / 10) if plain else score
    return scores


def _seen(column: Profile) -> dict[str, float]:
    """What the contents alone say for each field."""
    long = min(1.0, max(0.0, (column.length - 25) / 60))
    short = 1 - long
    repeated = 1 - column.distinct
    sentences = min(1.0, max(0.0, (column.length - 20) / 15)) * max(0.0, column.distinct - 0.7) / 0.3
    text = 3 * long - 3 * column.decided * short * (1 - sentences) - 4 * column.label_alone - 4 * column.dated
    text -= 3 * column.named * short + 2.5 * repeated * short + 3 * column.states + 3 * column.paged
    text -= 2 * column.initials
    name = 2 * short - 4 * long - 4 * column.label_in_front - 4 * column.label_alone - 4 * column.dated
    name -= 4 * column.decided + 3 * column.numbers + 2 * column.paged
    counted = 3.0 if column.running else 0.0
    return {
        "party": name + 5 * column.named + 1.5 * column.in_a_row - 2 * column.states,
        "theme": name - 3 * column.named + 2 * repeated - 2 * column.states - column.initials,
        "label": 6 * column.label_alone - 3 * long - 2 * counted - 2 * column.dated,
        "summary": text + 4 * column.label_in_front + 3 * column.about - 3 * column.answers - column.own,
        "excerpt": text + 3 * column.own + 2 * column.page_at_the_end - 3 * column.answers
        - 4 * column.label_in_front,
        "comment": text + 4 * column.answers - 3 * column.about - 2 * column.own - 4 * column.label_in_front
        + column.marked,
        "decision": 7 * column.decided + 1.5 * short * repeated - 5 * long * (1 - column.decided)
        - 5 * column.named - 4 * column.label_alone - 4 * column.dated - 3 * column.states - 5 * sentences
        - 2 * column.label_in_front,
        "page": 5 * column.paged + column.numbers * (not column.running) - 3 * long - 2 * column.label_in_front,
        "status": 5 * column.states - 3 * long - 2 * column.decided,
        "responsible": 1.5 * column.initials + short - 3 * long - 3 * column.decided - column.numbers - 1,
        "note": -1.0,
        "ignore": counted + 3 * column.dated,
    }  # fmt: skip


def _best(scores: Sequence[dict[str, float]], taken: Iterable[str]) -> list[str]:
    """The assignment of fields to columns with the highest sum, every field once at most, "ignore" to any."""
    names = [field for field in FIELDS if field != "ignore" and field not in taken]
    best: dict[int, tuple[float, tuple[str, ...]]] = {0: (0.0, ())}
    for column in scores:
        after: dict[int, tuple[float, tuple[str, ...]]] = {}
        choices = [
            (1 << n, field, column[field]) for n, field in enumerate(names) if column.get(field, 0) > _SMALLEST
        ]
        choices.append((0, "ignore", max(_SMALLEST, column.get("ignore", 0.0))))
        for used, (total, chosen) in best.items():
            for bit, field, score in choices:
                if not used & bit and (used | bit not in after or after[used | bit][0] < total + score):
                    after[used | bit] = (total + score, (*chosen, field))
        best = after
    return list(max(best.values(), key=lambda found: found[0])[1])


def described(table: Table, fields: Sequence[str]) -> tuple[Column, ...]:
    """The assignment for a person: heading, field and three cells."""
    return tuple(
        Column(heading, field, tuple(_examples(table, n)))
        for n, (heading, field) in enumerate(zip(table.headings, fields, strict=True))
    )


def _examples(table: Table, n: int) -> list[str]:
    texts: dict[str, None] = {}
    for row in table.rows:
        if n < len(row) and row[n].text.strip():
            texts[one_line(row[n].text[:200])] = None
            if len(texts) == _EXAMPLES:
                break
    return [text if len(text) <= 80 else text[:79] + "…" for text in texts]


def keys(table: Table) -> list[Key]:
    """What each column is known by: its heading, and how many of the same stand before it."""
    seen: Counter[str] = Counter()
    found = []
    for n, heading in enumerate(table.headings):
        name = fold(heading)
        found.append((name, seen[name] if name else n))
        seen[name] += 1
    return found


def asked(known: Sequence[Key], names: Sequence[str], wanted: dict[str, str]) -> dict[Key, str]:
    """The columns that a person has named, by heading or by number; Refused if there is no such column or field.

    ``known`` are the columns of the file, ``names`` how they are shown.
    """
    words = {fold(word): field for field, label in FIELDS.items() for word in (label, field)}
    found = {}
    for name, field in wanted.items():
        if fold(field) not in words:
            raise Refused(f"En kolonne kan ikke være »{field}«; den kan være {', '.join(FIELDS)}.")
        if name.isdecimal() and 0 < int(name) <= len(known):
            key = known[int(name) - 1]
        elif (fold(name), 0) in known and name:
            key = (fold(name), 0)
        else:
            there = ", ".join(f"»{shown}«" for shown in dict.fromkeys(names))
            raise Refused(f"Tabellen har ingen kolonne med overskriften »{name}«; den har {there}.")
        found[key] = words[fold(field)]
    return found
