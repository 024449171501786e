"""What a person says of two points that are alike without linking them; it holds until the person reconsiders."""

from sqlite_utils import Database

from hearing.casework.meanwhile import both, refuse_judged, refuse_linked
from hearing.casework.refusal import Refused
from hearing.enums import Verb, VerdictKind
from hearing.records import By
from hearing.store import verdicts
from hearing.store.transaction import Transaction, transaction


def reject(db: Database, by: By, one_id: int, other_id: int) -> int | None:
    """ "Ikke det samme": the pair is not suggested again. Refused where somebody has judged it, or linked it."""
    with transaction(db, by, Verb.VERDICT_REJECT) as tx:
        _judge(tx, one_id, other_id, VerdictKind.REJECTED)
    return tx.event_id


def keep(db: Database, by: By, one_id: int, other_id: int) -> int | None:
    """ "Se også": the two belong together, and each is handled for itself. Refused as ``reject`` is."""
    with transaction(db, by, Verb.VERDICT_KEEP) as tx:
        _judge(tx, one_id, other_id, VerdictKind.REFERENCE)
    return tx.event_id


def _judge(tx: Transaction, one_id: int, other_id: int, kind: VerdictKind) -> None:
    one, other = both(tx, one_id, other_id)
    refuse_judged(tx, one, other)
    refuse_linked(tx, one, other)
    verdicts.add(tx, one.hearing_id, one.id, other.id, kind)


def reconsider(db: Database, by: By, one_id: int, other_id: int, seen: VerdictKind) -> int | None:
    """Take back what was said of the pair, so that it is suggested again; only what the person saw said."""
    with transaction(db, by, Verb.VERDICT_RECONSIDER) as tx:
        one, other = both(tx, one_id, other_id)
        verdict = verdicts.between(tx.db, one.id, other.id)
        if verdict is None:
            raise Refused("Det er allerede taget tilbage.")
        if verdict.kind is not seen:
            refuse_judged(tx, one, other)
        verdicts.remove(tx, verdict)
    return tx.event_id
