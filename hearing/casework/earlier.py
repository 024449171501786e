"""How a point was handled in an earlier hearing is taken over, when a person says so."""

from dataclasses import replace

from sqlite_utils import Database

from hearing.casework import order
from hearing.casework.inheritance import hand_down, handled_as, is_handled, refuse_own_way, spelt_out
from hearing.casework.meanwhile import refuse_unseen
from hearing.casework.points import answering, standing
from hearing.casework.raising import in_step
from hearing.casework.refusal import Refused
from hearing.enums import Verb
from hearing.records import By, Decision
from hearing.store import decisions, mentions, points
from hearing.store.transaction import Transaction, transaction
from hearing.wording import fold


def copy(
    db: Database, by: By, point_id: int, version: int, earlier_id: int, seen: int | None = None
) -> int | None:
    """Give the point the decision and comment of a point of another hearing; return the event.

    ``seen`` is the version of that point that the person saw; Refused where it was saved since.
    The decision becomes this hearing's phrase of the same wording, else its first of the same meaning, else a new
    one. What the comment said of other points of that hearing is plain text here.
    """
    with transaction(db, by, Verb.EARLIER_COPY) as tx, in_step(tx, [point_id, earlier_id]):
        old = standing(tx, point_id, version)
        then = points.find(db, earlier_id)
        if then is None or then.hearing_id == old.hearing_id:
            raise Refused("Bemærkningen i den tidligere høring findes ikke længere.")
        refuse_unseen(tx, then, seen)
        [then] = mentions.now(tx.db, then.hearing_id, [spelt_out(tx, then)])
        if not is_handled(then):
            raise Refused("Bemærkningen blev ikke håndteret i den tidligere høring.")
        decision = decisions.find(db, then.decision_id or 0)
        own = decision and _in_vocabulary(tx, old.hearing_id, decision)
        new = handled_as(old, replace(then, decision_id=own, decision_printed="", mentions=()))
        refuse_own_way(tx, old, new)
        points.change(tx, old, answering(tx, new))
        hand_down(tx, point_id)
    return tx.event_id


def alike(vocabulary: list[Decision], decision: Decision) -> int | None:
    """The id of the phrase that says the same: in the same words, else with the same meaning; else None."""
    same = [one for one in vocabulary if fold(one.phrase) == fold(decision.phrase)]
    same += [one for one in vocabulary if decision.meaning and one.meaning == decision.meaning]
    return same[0].id if same else None


def _in_vocabulary(tx: Transaction, hearing_id: int, decision: Decision) -> int:
    vocabulary = decisions.of(tx.db, hearing_id)
    there = alike(vocabulary, decision)
    if there is not None:
        return there
    return decisions.add(tx, hearing_id, decision.phrase, decision.meaning, order.last(vocabulary))
