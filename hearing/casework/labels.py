"""The labels of a party's points: what comes next, and all of them set anew. Nothing else ever moves a label."""

from dataclasses import dataclass

from sqlite_utils import Database

from hearing.enums import Verb
from hearing.intake.labels import ALPHABET, ordinal
from hearing.records import By, Point
from hearing.store import points
from hearing.store.transaction import Stale, transaction


@dataclass(frozen=True)
class Proposal:
    """A point and the label it would get."""

    point: Point
    label: str


def following(labels: list[str]) -> str:
    """The label after the furthest of these, written as the last of them: after "Bemærkning c" "Bemærkning d"."""
    places = [place for label in labels if (place := ordinal(label))]
    if not places:
        return _written("", "a", 1)
    series = places[-1][0]
    return _written(labels[-1], series, max(number for kind, number in places if kind == series) + 1)


def anew(db: Database, party_id: int) -> list[Proposal]:
    """The party's points with labels in order, each written as it was; every response begins at a."""
    counts: dict[int | None, int] = {}
    proposals = []
    for point in points.of_party(db, party_id):
        number = counts[point.response_id] = counts.get(point.response_id, 0) + 1
        series = (ordinal(point.label) or ("a", 0))[0]
        proposals.append(Proposal(point, _written(point.label, series, number)))
    return proposals


def relabel(db: Database, by: By, party_id: int, seen: list[tuple[int, int]]) -> int | None:
    """Set the labels anew. ``seen`` are the ids and versions that the person saw proposed; else Stale."""
    with transaction(db, by, Verb.POINT_RELABEL) as tx:
        proposals = anew(db, party_id)
        if [(proposal.point.id, proposal.point.version) for proposal in proposals] != seen:
            raise Stale("party", party_id)
        for proposal in proposals:
            tx.hearing_id = proposal.point.hearing_id
            if proposal.label != proposal.point.label:
                tx.update("point", proposal.point.id, proposal.point.version, {"label": proposal.label})
    return tx.event_id


def _written(label: str, series: str, number: int) -> str:
    """The letter or number, dressed as the label was: "Bemærkning h" -> "Bemærkning b"."""
    before = label[: len(label) - len(label.split()[-1])] if label.split() else ""
    if series == "1":
        return f"{before}{number}"
    rounds, place = divmod(number - 1, len(ALPHABET))
    return before + ("a" * rounds) + ALPHABET[place]
