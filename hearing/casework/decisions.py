"""What a person does to the decision vocabulary of a hearing."""

from sqlite_utils import Database

from hearing.casework import order
from hearing.casework.refusal import Refused
from hearing.enums import Meaning, Verb
from hearing.records import By, Decision
from hearing.store import decisions, points
from hearing.store.transaction import Stale, Transaction, transaction
from hearing.wording import blank, fold, one_line


def add(db: Database, by: By, hearing_id: int, phrase: str, meaning: Meaning | None) -> int:
    """Add a phrase after the others and return its id."""
    with transaction(db, by, Verb.DECISION_ADD, hearing_id) as tx:
        phrase = _free_phrase(db, hearing_id, phrase)
        return decisions.add(tx, hearing_id, phrase, meaning, order.last(decisions.of(db, hearing_id)))


def change(db: Database, by: By, id: int, version: int, phrase: str, meaning: Meaning | None) -> int | None:
    """Reword a phrase or say what it means; every point that carries it prints the new wording."""
    decision = _decision(db, id)
    with transaction(db, by, Verb.DECISION_CHANGE, decision.hearing_id) as tx:
        phrase = _free_phrase(db, decision.hearing_id, phrase, beside=id)
        reword(tx, id, version, phrase, meaning)
    return tx.event_id


def reword(tx: Transaction, id: int, version: int, phrase: str, meaning: Meaning | None) -> None:
    """As part of a larger verb: the new wording, also where the old one was kept as printed."""
    old = _decision(tx.db, id).phrase
    decisions.change(tx, id, version, phrase=phrase, meaning=meaning and meaning.value)
    if phrase != old:
        for point in points.decided(tx.db, id):
            if point.decision_printed and fold(point.decision_printed) == fold(old):
                tx.update("point", point.id, point.version, {"decision_printed": ""})


def move(db: Database, by: By, id: int, step: int) -> int | None:
    """Move a phrase one place up (-1) or down (1) among those with, or those without, a meaning."""
    decision = _decision(db, id)
    with transaction(db, by, Verb.DECISION_ORDER, decision.hearing_id) as tx:
        kindred = [
            other
            for other in decisions.of(db, decision.hearing_id)
            if (other.meaning is None) == (decision.meaning is None)
        ]
        order.step(tx, "decision", kindred, id, step)
    return tx.event_id


def merge(db: Database, by: By, id: int, version: int, into_id: int) -> int | None:
    """Give all points of a phrase another phrase, which they print from now on, and remove the first."""
    decision = _decision(db, id)
    with transaction(db, by, Verb.DECISION_MERGE, decision.hearing_id) as tx:
        into = decisions.find(db, into_id)
        if into is None or into.hearing_id != decision.hearing_id or into.id == id:
            raise Refused("Vælg en anden formulering i samme høring.", "into")
        for point in points.decided(db, id):
            tx.update("point", point.id, point.version, {"decision_id": into_id, "decision_printed": ""})
        decisions.remove(tx, id, version)
    return tx.event_id


def remove(db: Database, by: By, id: int, version: int) -> int | None:
    """Remove a phrase that no point carries."""
    decision = _decision(db, id)
    with transaction(db, by, Verb.DECISION_REMOVE, decision.hearing_id) as tx:
        if points.decided(db, id):
            raise Refused("Formuleringen bruges. Læg den sammen med en anden i stedet.")
        decisions.remove(tx, id, version)
    return tx.event_id


def _decision(db: Database, id: int) -> Decision:
    decision = decisions.find(db, id)
    if decision is None:
        raise Stale("decision", id)
    return decision


def _free_phrase(db: Database, hearing_id: int, phrase: str, beside: int | None = None) -> str:
    """The phrase as it is stored; refused when it is empty or there already."""
    phrase = one_line(phrase)
    if blank(phrase):
        raise Refused("Skriv formuleringen.", "phrase")
    for other in decisions.of(db, hearing_id):
        if fold(other.phrase) == fold(phrase) and other.id != beside:
            raise Refused("Formuleringen findes allerede.", "phrase")
    return phrase
