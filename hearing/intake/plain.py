"""A Reading, or a list of parties, as plain data that JSON can hold, and back."""

from dataclasses import asdict

from hearing.enums import Meaning, PartyKind
from hearing.intake.party_names import Listed, PartyList
from hearing.intake.rows import Column, Reading, Remark, Row


def data(reading: Reading | PartyList) -> dict:
    """The reading, or a list of parties, as dicts, lists and texts."""
    return asdict(reading)


def reading(data: dict) -> Reading:
    """The reading that ``data`` was made from."""
    return Reading(
        rows=tuple(_row(row) for row in data["rows"]),
        facts=data["facts"],
        columns=tuple(Column(**{**column, "examples": tuple(column["examples"])}) for column in data["columns"]),
        left_out=tuple(Remark(**remark) for remark in data["left_out"]),
        odd=tuple(Remark(**remark) for remark in data["odd"]),
    )


def party_list(data: dict) -> PartyList:
    """The list of parties that ``data`` was made from."""
    listed = (Listed(**{**entry, "kind": entry["kind"] and PartyKind(entry["kind"])}) for entry in data["listed"])
    return PartyList(tuple(listed), tuple(data["remarks"]))


def _row(row: dict) -> Row:
    meaning, kind = row["meaning"], row["party_kind"]
    return Row(
        **{
            **row,
            "meaning": meaning and Meaning(meaning),
            "party_kind": kind and PartyKind(kind),
            "marks": tuple((start, end) for start, end in row["marks"]),
        }
    )
