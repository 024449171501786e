"""The text that is in hearing is given, replaced and taken away."""

from sqlite_utils import Database

from hearing.casework.refusal import Refused
from hearing.enums import Verb
from hearing.records import By, Draft
from hearing.store import drafts
from hearing.store.transaction import Stale, Transaction, transaction
from hearing.wording import blank, clean, thousands

LONGEST = 5_000_000
"""Characters: some 2,000 pages."""


def add(db: Database, by: By, hearing_id: int, text: str) -> int:
    """Give a hearing the text that it is about; return the event. Stale if somebody else gave one meanwhile."""
    with transaction(db, by, Verb.DRAFT_ADD, hearing_id) as tx:
        if drafts.find(db, hearing_id) is not None:
            raise Stale("draft", hearing_id)
        drafts.add(tx, hearing_id, _checked(text))
    return tx.event_id


def change(db: Database, by: By, hearing_id: int, version: int, text: str) -> int | None:
    """Put another text in its place; return the event, or None where nothing differs."""
    with transaction(db, by, Verb.DRAFT_CHANGE, hearing_id) as tx:
        drafts.change(tx, _standing(tx, hearing_id, version), _checked(text))
    return tx.event_id


def remove(db: Database, by: By, hearing_id: int, version: int) -> int:
    """Take the text away; return the event."""
    with transaction(db, by, Verb.DRAFT_REMOVE, hearing_id) as tx:
        drafts.remove(tx, _standing(tx, hearing_id, version))
    return tx.event_id


def _standing(tx: Transaction, hearing_id: int, version: int) -> Draft:
    draft = drafts.find(tx.db, hearing_id)
    if draft is None or draft.version != version:
        raise Stale("draft", hearing_id)
    return draft


def _checked(text: str) -> str:
    if blank(text):
        raise Refused("Indsæt teksten, eller vælg en fil.", "text")
    if len(text) > LONGEST:
        raise Refused(f"Teksten er på {thousands(len(text))} tegn; grænsen er {thousands(LONGEST)}.", "text")
    return clean(text)
