"""What a person says of two points that are alike without linking them; it holds until the person reconsiders."""

from sqlite_utils import Database

from hearing.casework.inheritance import name
from hearing.casework.points import there
from hearing.casework.refusal import Refused
from hearing.enums import Verb, VerdictKind
from hearing.records import By
from hearing.store import echoes, verdicts
from hearing.store.transaction import Transaction, transaction


def reject(db: Database, by: By, one_id: int, other_id: int) -> int | None:
    """ "Ikke det samme": the pair is not suggested again."""
    with transaction(db, by, Verb.VERDICT_REJECT) as tx:
        _judge(tx, one_id, other_id, VerdictKind.REJECTED)
    return tx.event_id


def keep(db: Database, by: By, one_id: int, other_id: int) -> int | None:
    """ "Se også": the two belong together, and each is handled for itself."""
    with transaction(db, by, Verb.VERDICT_KEEP) as tx:
        _judge(tx, one_id, other_id, VerdictKind.REFERENCE)
    return tx.event_id


def reconsider(db: Database, by: By, one_id: int, other_id: int) -> int | None:
    """Take back what was said of the pair, so that it is suggested again."""
    with transaction(db, by, Verb.VERDICT_RECONSIDER) as tx:
        there(tx, one_id)
        if verdict := verdicts.between(db, one_id, other_id):
            verdicts.remove(tx, verdict)
    return tx.event_id


def _judge(tx: Transaction, one_id: int, other_id: int, kind: VerdictKind) -> None:
    one, other = there(tx, one_id), there(tx, other_id)
    if one.hearing_id != other.hearing_id or one.id == other.id:
        raise Refused("Vælg to bemærkninger i samme høring.")
    links = echoes.among(tx.db, [one_id, other_id])
    for member, source in ((one, other), (other, one)):
        if member.id in links and links[member.id].source_id == source.id:
            raise Refused(
                f"{name(tx, member)} gentager {name(tx, source)}. Tag den ud af gruppen først, hvis den ikke gør."
            )
    verdict = verdicts.between(tx.db, one_id, other_id)
    if verdict is None:
        verdicts.add(tx, one.hearing_id, one_id, other_id, kind)
    elif verdict.kind is not kind:
        verdicts.change(tx, verdict, kind)
