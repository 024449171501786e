"""What an import told of its file is kept with the hearing until a person has seen it, and after."""

from collections.abc import Mapping, Sequence

from sqlite_utils import Database

from hearing.enums import Verb
from hearing.intake.rows import Reading, Remark
from hearing.records import Account, By, Told
from hearing.store import accounts
from hearing.store.transaction import Transaction, transaction

AT_MOST = 500
"""Remarks of one sort that are kept; the rest are counted in one more."""


def keep(tx: Transaction, hearing_id: int, reading: Reading, points: Mapping[int, int]) -> None:
    """Keep what a reading left out and found odd, if anything; ``points`` are the points' ids by row index."""
    if reading.left_out or reading.odd:
        accounts.add(tx, hearing_id, _told(reading.left_out, points), _told(reading.odd, points))


def confirm(db: Database, by: By, account: Account) -> int | None:
    """Say that the account has been seen, over the version it was read at."""
    with transaction(db, by, Verb.ACCOUNT_CONFIRM, account.hearing_id) as tx:
        accounts.confirm(tx, account.id, account.version)
    return tx.event_id


def _told(remarks: Sequence[Remark], points: Mapping[int, int]) -> list[Told]:
    told = [
        Told(remark.text, remark.row, points.get(remark.row - 1) if remark.row else None)
        for remark in remarks[:AT_MOST]
    ]
    rest = len(remarks) - len(told)
    return [*told, Told(f"Og {rest} til af samme slags.")] if rest else told
