"""A hearing is set up, also from an earlier one, and its facts are corrected."""

from collections import Counter
from dataclasses import dataclass, replace

from sqlite_utils import Database

from hearing.casework.decisions import reword
from hearing.casework.order import STEP
from hearing.casework.refusal import Refused
from hearing.echoes import phrases
from hearing.enums import PartyKind, Verb
from hearing.intake import decisions as usual_phrases
from hearing.intake import plan_term
from hearing.records import By, Decision, Hearing
from hearing.store import decisions, hearings, parties, themes
from hearing.store.transaction import Transaction, transaction
from hearing.wording import blank, fold, one_line

_ECHO_PHRASES = ("echo_summary", "echo_decision", "echo_comment")


@dataclass(frozen=True)
class Earlier:
    """What a new hearing takes over from an earlier one."""

    hearing_id: int
    parties: bool = True
    themes: bool = True
    phrases: bool = True


def create(db: Database, by: By, hearing: Hearing, earlier: Earlier | None = None) -> int:
    """Store a new hearing with its phrases and what it takes over; returns its id.

    A plan without a name is called what its kind is called, unless earlier phrases name it.
    """
    with transaction(db, by, Verb.HEARING_CREATE) as tx:
        source = hearings.find(db, earlier.hearing_id) if earlier else None
        if earlier and source is None:
            raise Refused("Den tidligere høring findes ikke mere.", "earlier")
        if earlier and earlier.phrases:
            echoes = {name: getattr(source, name) for name in ("echo_printing", *_ECHO_PHRASES)}
            hearing = replace(hearing, **echoes)
        hearing = _checked(hearing)
        if not (hearing.plan_term or (earlier and earlier.phrases)):
            hearing = replace(hearing, plan_term=plan_term.of_kind(hearing.kind))
        tx.hearing_id = hearings.add(tx, hearing)
        hearing = replace(hearing, id=tx.hearing_id)
        if not (earlier and earlier.phrases and _copy_phrases(tx, source, hearing)):
            _add_phrases(tx, hearing, usual_phrases.usual(hearing.plan_term))
        if earlier and earlier.themes:
            for theme in themes.of(db, source.id):
                themes.add(tx, hearing.id, theme.name, theme.position)
        if earlier and earlier.parties:
            _copy_parties(tx, source, hearing)
    return tx.hearing_id


def _checked(hearing: Hearing) -> Hearing:
    if blank(hearing.title):
        raise Refused("Skriv høringens titel.", "title")
    if hearing.period_from and hearing.period_to and hearing.period_to < hearing.period_from:
        raise Refused("Perioden slutter, før den begynder.", "period_to")
    for name in _ECHO_PHRASES:
        if wrong := phrases.check(getattr(hearing, name)) if getattr(hearing, name) else "":
            raise Refused(wrong, name)
    written = {name: one_line(getattr(hearing, name)) for name in ("title", *_ECHO_PHRASES)}
    return replace(hearing, **written)


def _add_phrases(tx: Transaction, hearing: Hearing, phrases) -> None:
    for number, (phrase, meaning) in enumerate(phrases, 1):
        decisions.add(tx, hearing.id, phrase, meaning, number * STEP)


def _copy_phrases(tx: Transaction, source: Hearing, hearing: Hearing) -> bool:
    """The earlier hearing's vocabulary with this hearing's plan in it; False if it had none."""
    phrases = [
        (_renamed(decision, source, hearing), decision.meaning) for decision in decisions.of(tx.db, source.id)
    ]
    # With another plan's name two phrases may have become one.
    first = {fold(phrase): (phrase, meaning) for phrase, meaning in reversed(phrases)}
    _add_phrases(tx, hearing, reversed(first.values()))
    return bool(phrases)


def _renamed(decision: Decision, old: Hearing, new: Hearing) -> str:
    if not old.plan_term or not new.plan_term:
        return decision.phrase
    return plan_term.renamed(decision.phrase, old.plan_term, new.plan_term)


def _copy_parties(tx: Transaction, source: Hearing, hearing: Hearing) -> None:
    """Everybody but private citizens, who were parties to the earlier hearing only; nobody has answered."""
    there = [party for party in parties.of(tx.db, source.id) if party.kind is not PartyKind.CITIZEN]
    for number, party in enumerate(there, 1):
        copy = replace(party, hearing_id=hearing.id, position=number * STEP, deadline=None, citizen_number=None)
        parties.add(tx, copy)


def change(db: Database, by: By, changed: Hearing, *, rename_phrases: bool = False) -> int | None:
    """Save a hearing's facts over the version they were read at, the plan's name in the phrases too if wanted."""
    with transaction(db, by, Verb.HEARING_CHANGE, changed.id) as tx:
        old = hearings.find(db, changed.id)
        hearings.change(tx, _checked(changed))
        if rename_phrases and old.plan_term != changed.plan_term:
            _rename_phrases(tx, old, changed)
    return tx.event_id


def _rename_phrases(tx: Transaction, old: Hearing, changed: Hearing) -> None:
    """The plan's new name in the phrases; refused where two that differ would become one."""
    phrases = decisions.of(tx.db, changed.id)
    new = {decision.id: _renamed(decision, old, changed) for decision in phrases}
    spelt = Counter(fold(phrase) for phrase in new.values())
    for decision in phrases:
        phrase = new[decision.id]
        if phrase != decision.phrase:
            if spelt[fold(phrase)] > 1:
                raise Refused(
                    f"Med det nye navn bliver to formuleringer ens: »{phrase}«. "
                    "Læg dem sammen først, eller gem uden at rette formuleringerne.",
                    "plan_term",
                )
            reword(tx, decision.id, decision.version, phrase, decision.meaning)


def remove(db: Database, by: By, id: int, version: int) -> int:
    """Take a hearing out of every list; the event returned brings it back when it is undone."""
    with transaction(db, by, Verb.HEARING_REMOVE, id) as tx:
        hearings.remove(tx, id, version)
    return tx.event_id
