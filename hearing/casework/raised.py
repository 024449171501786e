"""The sentence in a comment that names all who have raised the same wish."""

from collections.abc import Iterable

from sqlite_utils import Database

from hearing import marks, mentions
from hearing.casework import points as casework
from hearing.casework.refusal import Refused
from hearing.enums import PartyKind, Verb
from hearing.records import By, Party, Point
from hearing.store import echoes, parties
from hearing.store.transaction import Transaction, transaction

_BEGINNING = "Ønsket er rejst af flere parter: "
_FEW = ("", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv")


def sentence(raised_by: Iterable[Party]) -> str:
    """Who has raised a wish, in the order given, each once; citizens are counted, not named. "" for one party.

    >>> party = Party(1, 1, "Åbenlund Kommune", 1)
    >>> sentence([party, Party(2, 1, "Patientrådet", 2), Party(3, 1, "Bo Lund", 3, kind=PartyKind.CITIZEN), party])
    'Ønsket er rejst af flere parter: Åbenlund Kommune, Patientrådet og en borger.'
    """
    different = list({party.id: party for party in raised_by}.values())
    if len(different) < 2:
        return ""
    said = [party.name for party in different if party.kind is not PartyKind.CITIZEN]
    if citizens := len(different) - len(said):
        said.append("en borger" if citizens == 1 else f"{_number(citizens)} borgere")
    *others, last = said
    named = f"{', '.join(others)} og {last}" if others else last
    return f"{_BEGINNING}{named}{'' if named.endswith('.') else '.'}"


def _number(count: int) -> str:
    return _FEW[count] if count < len(_FEW) else str(count)


def tell(db: Database, by: By, id: int, version: int) -> int | None:
    """Let the comment of a source end in the sentence; one that stands there already is brought up to date.

    The points that follow it have it, too. Returns the event, or None where nothing differs.
    """
    with transaction(db, by, Verb.POINT_CHANGE) as tx:
        source = casework.standing(tx, id, version)
        told = sentence(_parties(tx, source))
        if not told:
            raise Refused("Ønsket er kun rejst af én part.")
        before = _without(source)
        kept = {
            "marks": marks.cut(source.marks, 0, len(before)),
            "mentions": mentions.cut(source.mentions, 0, len(before)),
        }
        comment = f"{before}\n{told}" if before else told
        casework.save(tx, source, casework.changed(source, comment=comment, **kept))
    return tx.event_id


def _without(source: Point) -> str:
    """The comment without the sentence, where that is its end and says nothing else."""
    before = source.comment.rstrip()
    start = before.rfind(_BEGINNING)
    if start < 0:
        return before
    if "\n" in before[start:] or any(end > start for _, end, *_ in (*source.marks, *source.mentions)):
        raise Refused("Kommentaren siger allerede, hvem der har rejst ønsket. Ret sætningen dér.", "comment")
    return before[:start].rstrip()


def _parties(tx: Transaction, source: Point) -> list[Party]:
    found = echoes.groups(tx.db, source.hearing_id, only=[source.id])
    raised = [source, *(point for group in found for _, point in group.members)]
    known = {party.id: party for party in parties.of(tx.db, source.hearing_id)}
    return [known[point.party_id] for point in sorted(raised, key=lambda point: (point.position, point.id))]
