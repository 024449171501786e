"""The text that is in hearing, as it is stored: at most one for each hearing."""

from sqlite_utils import Database

from hearing.records import Draft
from hearing.store.transaction import Transaction


def record(row: dict) -> Draft:
    """A stored row as a Draft."""
    return Draft(**row)


def find(db: Database, hearing_id: int) -> Draft | None:
    """The text that is in hearing, or None where nobody has given it."""
    row = next(db.query("select * from draft where hearing_id = ?", [hearing_id]), None)
    return row and record(row)


def add(tx: Transaction, hearing_id: int, text: str) -> int:
    """Store the text of a hearing that has none and return its id."""
    return tx.insert("draft", {"hearing_id": hearing_id, "text": text})


def change(tx: Transaction, draft: Draft, text: str) -> None:
    """Store another text over the version that the draft was read at."""
    tx.update("draft", draft.id, draft.version, {"text": text})


def remove(tx: Transaction, draft: Draft) -> None:
    """Remove the text, if it still stands as it was read."""
    tx.delete("draft", draft.id, draft.version)
