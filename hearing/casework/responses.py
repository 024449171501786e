"""What a party sent: logged, corrected, removed."""

from dataclasses import dataclass, replace
from datetime import date

from sqlite_utils import Database

from hearing.casework import mentions as mentioning
from hearing.casework import places
from hearing.casework.inheritance import let_go
from hearing.casework.raising import in_step
from hearing.casework.refusal import Refused, has_points
from hearing.enums import Remaining, Verb
from hearing.imprint import WITHOUT_REMARKS
from hearing.intake import letters, silence
from hearing.intake.rows import Refused as Unreadable
from hearing.records import By, Point, Response
from hearing.store import files, parties, points, responses
from hearing.store.transaction import Stale, Transaction, transaction
from hearing.wording import danish_date, one_line


@dataclass(frozen=True)
class Facts:
    """What is logged of a response. ``file`` is name and content; None leaves the file that is there."""

    received: date | None = None
    document_number: str = ""
    with_remarks: bool = True
    file: tuple[str, bytes] | None = None


def add(db: Database, by: By, party_id: int, facts: Facts) -> int:
    """Log a response and return its id; one without remarks gets its row of the table at once."""
    with transaction(db, by, Verb.RESPONSE_ADD) as tx:
        party = parties.find(db, party_id)
        if party is None:
            raise Stale("party", party_id)
        tx.hearing_id = party.hearing_id
        response = _filled(tx, Response(0, party.hearing_id, party_id), facts)
        response = replace(response, id=responses.add(tx, response))
        if not facts.with_remarks:
            _add_own_row(tx, response)
        return response.id


def _add_own_row(tx: Transaction, response: Response) -> None:
    """The row of the table that says "no remarks"."""
    position = places.at_end(tx, response.party_id)
    row = Point(0, response.hearing_id, response.party_id, response.id, position, summary=WITHOUT_REMARKS)
    points.add(tx, row)


def change(db: Database, by: By, id: int, version: int, facts: Facts) -> int | None:
    """Correct what was logged; its row of the table comes and goes with "no remarks"."""
    with transaction(db, by, Verb.RESPONSE_CHANGE) as tx, in_step(tx, _rows(db, id)):
        stored = _standing(tx, id, version)
        response = _filled(tx, stored, facts)
        responses.change(tx, response)
        if stored.with_remarks and not response.with_remarks:
            if points.of_response(db, id):
                raise Refused("Høringssvaret har bemærkninger i tabellen. Slet dem først.", "with_remarks")
            _add_own_row(tx, response)
        elif response.with_remarks and not stored.with_remarks:
            _remove_own_row(tx, stored)
    return tx.event_id


def remove(db: Database, by: By, id: int, version: int) -> int | None:
    """Remove a response; refused while it has points that say something."""
    with transaction(db, by, Verb.RESPONSE_REMOVE) as tx, in_step(tx, _rows(db, id)):
        stored = _standing(tx, id, version)
        _remove_own_row(tx, stored)
        left = len(points.of_response(db, id))
        if left:
            raise has_points("Høringssvaret", left)
        responses.remove(tx, id, version)
    return tx.event_id


def _rows(db: Database, id: int) -> list[int]:
    """The ids of the response's points."""
    return [point.id for point in points.of_response(db, id)]


def _standing(tx: Transaction, id: int, version: int) -> Response:
    response = responses.find(tx.db, id)
    if response is None or response.version != version:
        raise Stale("response", id)
    tx.hearing_id = response.hearing_id
    return response


def _filled(tx: Transaction, response: Response, facts: Facts) -> Response:
    """The response with the facts, its file kept if one came along."""
    if facts.received and facts.received > date.today():
        raise Refused(f"Den {danish_date(facts.received)} er ikke kommet endnu. Ret datoen.", "received")
    file_id = response.file_id
    if facts.file is not None:
        name = letters.file_name(facts.file[0])
        try:
            media_type = letters.media_type(facts.file[1], name)
        except Unreadable as refusal:
            raise Refused(str(refusal), "file") from refusal
        file_id = files.add(tx, response.hearing_id, name, media_type, facts.file[1])
    return replace(
        response,
        received=facts.received,
        document_number=one_line(facts.document_number),
        with_remarks=facts.with_remarks,
        file_id=file_id,
    )


def _remove_own_row(tx: Transaction, response: Response) -> None:
    """Take away the row that says "no remarks", if a person has not made more of it."""
    party = parties.find(tx.db, response.party_id)
    for point in points.of_response(tx.db, response.id):
        if silence.is_without_remarks(point.summary, party.name) and not _says_more(point):
            let_go(tx, point, Remaining.ALONE)
            mentioning.let_go(tx, point)
            points.remove(tx, point)


def _says_more(point: Point) -> bool:
    return bool(point.comment or point.excerpt or point.note)
