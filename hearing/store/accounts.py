"""What imports told of their files, as it is stored: at most one account for each hearing."""

import json
from collections.abc import Sequence
from dataclasses import astuple

from sqlite_utils import Database

from hearing.records import Account, Told
from hearing.store.transaction import Transaction


def find(db: Database, hearing_id: int) -> Account | None:
    """The account of the import that the hearing came from, or None."""
    row = next(db.query("select * from account where hearing_id = ?", [hearing_id]), None)
    return row and Account(
        **{**row, "left_out": _told(row["left_out"]), "odd": _told(row["odd"]), "seen": bool(row["seen"])}
    )


def add(tx: Transaction, hearing_id: int, left_out: Sequence[Told], odd: Sequence[Told]) -> int:
    """Store an account that nobody has seen yet and return its id."""
    return tx.insert("account", {"hearing_id": hearing_id, "left_out": _text(left_out), "odd": _text(odd)})


def confirm(tx: Transaction, id: int, version: int) -> None:
    """Store that a person has seen it; Stale if somebody else did so since ``version``."""
    tx.update("account", id, version, {"seen": 1})


def _told(text: str) -> tuple[Told, ...]:
    return tuple(Told(*remark) for remark in json.loads(text))


def _text(told: Sequence[Told]) -> str:
    return json.dumps([astuple(remark) for remark in told], ensure_ascii=False)
