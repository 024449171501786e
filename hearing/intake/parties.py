"""Which rows belong to which party: one spelling each, short names, and the list of parties."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from hearing.intake import party_names
from hearing.intake.party_names import Listed
from hearing.intake.rows import Remark, Row


def recognise(rows: Sequence[Row], listed: str | None) -> tuple[list[Row], list[Remark]]:
    """The rows with each party under one name, its short name and its kind from the list; and what was odd.

    Names that differ in case, blanks or hyphens only are one party, under the spelling used most.
    """
    spellings: dict[str, Counter[str]] = {}
    for row in rows:
        spellings.setdefault(_identity(row.party), Counter())[party_names.bare(row.party)] += 1
    entries = party_names.read_list(listed or "")
    on_list = {key: entry for entry in entries for key in _keys(entry.name)}
    named = {key: counts.most_common(1)[0][0] for key, counts in spellings.items()}
    recognised = [_named(row, named[_identity(row.party)], on_list) for row in rows]
    odd = [
        Remark(f"Høringsparten »{named[key]}« er stavet på flere måder: {_quoted(counts)}.")
        for key, counts in spellings.items()
        if len(counts) > 1
    ]
    return recognised, [*odd, *_missing(entries, named.values())]


def _named(row: Row, name: str, on_list: dict[str, Listed]) -> Row:
    entry = next((on_list[key] for key in _keys(name) if key in on_list), None)
    return replace(
        row,
        party=name,
        party_short=row.party_short
        or party_names.short_name(name)
        or party_names.short_name(row.party)
        or (entry.short_name if entry else ""),
        party_kind=row.party_kind or (entry.kind if entry else None),
    )


def _identity(name: str) -> str:
    """What two names of one party have in common: all but the short name in brackets."""
    return party_names.key(party_names.without_short_name(name))


def _keys(name: str) -> tuple[str, ...]:
    """What a name can be recognised by: as it stands, and without its brackets and "pva."."""
    return tuple(dict.fromkeys((party_names.key(name), party_names.key(party_names.plain(name)))))


def _missing(entries: Sequence[Listed], names: Sequence[str]) -> list[Remark]:
    present = {key for name in names for key in _keys(name)}
    present |= {key for name in names for part in party_names.represents(name) for key in _keys(part)}
    return [
        Remark(f"{entry.name} står på listen over høringsparter, men ikke i tabellen.")
        for entry in entries
        if not present & set(_keys(entry.name))
    ]


def _quoted(spellings: Counter[str]) -> str:
    return ", ".join(f"»{spelling}« ({times} rækker)" for spelling, times in spellings.most_common())
