"""The order of the things that a hearing keeps in order: rows with room between them, themes and phrases."""

from hearing.records import Decision, Theme
from hearing.store.transaction import Stale, Transaction

STEP = 1024
"""The room between two neighbours' positions, so that something can be put in between."""


def last(records: list[Theme] | list[Decision]) -> int:
    """The position after the last record."""
    return max((record.position for record in records), default=0) + STEP


def step(tx: Transaction, table: str, records: list[Theme] | list[Decision], id: int, by: int) -> None:
    """Let a record of the ordered ``records`` change places with its neighbour; at the end it stays.

    Stale if somebody has removed it.
    """
    index = next((n for n, record in enumerate(records) if record.id == id), None)
    if index is None:
        raise Stale(table, id)
    if not 0 <= index + by < len(records):
        return
    places = sorted({record.position for record in records})
    if len(places) < len(records):
        places = [(n + 1) * STEP for n in range(len(records))]
    moved = [*records]
    moved[index], moved[index + by] = moved[index + by], moved[index]
    for record, position in zip(moved, places, strict=True):
        if record.position != position:
            tx.place(table, record.id, position)
