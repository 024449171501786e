"""The parties, themes and phrases that the rows of a reading become. Pure; the ids are the caller's."""

from collections import Counter
from collections.abc import Iterator, Sequence

from hearing.casework.order import STEP
from hearing.enums import Meaning, PartyKind
from hearing.intake import decisions, party_kinds, party_names, silence
from hearing.intake.rows import Row
from hearing.records import Decision, Party, Response, Theme
from hearing.wording import fold, one_line

_UNKNOWN_PHRASE = 60
"""A longer text of unknown meaning that stands once is a comment in the wrong cell, not a phrase."""


def party_key(row: Row) -> str:
    """What makes two rows belong to one party."""
    return fold(row.party)


def parties(rows: Sequence[Row], hearing_id: int, first_id: int) -> dict[str, Party]:
    """The parties in the order of their first rows.

    A kind from a list of parties is a person's word; any other is a guess. A citizen who is known as such gets the
    next number of "Borger n".
    """
    found: dict[str, Party] = {}
    citizens = 0
    for index, row in enumerate(rows):
        if party_key(row) in found:
            continue
        known = row.party_kind is PartyKind.CITIZEN
        citizens += known
        found[party_key(row)] = Party(
            id=first_id + len(found),
            hearing_id=hearing_id,
            name=one_line(row.party),
            short_name=one_line(row.party_short),
            kind=row.party_kind or party_kinds.guess(row.party),
            kind_confirmed=row.party_kind is not None,
            represents=party_names.represents(row.party),
            position=(index + 1) * STEP,
            citizen_number=citizens if known else None,
        )
    return found


def responses(
    rows: Sequence[Row], parties: dict[str, Party], hearing_id: int, first_id: int
) -> dict[str, Response]:
    """One response of every party that answered; without remarks if that is all it says."""
    said: dict[str, list[Row]] = {}
    for row in rows:
        if not row.silent:
            said.setdefault(party_key(row), []).append(row)
    return {
        key: Response(first_id + n, hearing_id, parties[key].id, with_remarks=not _without_remarks(own))
        for n, (key, own) in enumerate(said.items())
    }


def _without_remarks(own: list[Row]) -> bool:
    return len(own) == 1 and silence.is_without_remarks(own[0].summary, own[0].party)


def themes(rows: Sequence[Row], hearing_id: int, first_id: int) -> dict[str, Theme]:
    """The themes in the order in which the table first names them."""
    names = dict.fromkeys(row.theme for row in rows if row.theme)
    return {name: Theme(first_id + n, hearing_id, name, (n + 1) * STEP) for n, name in enumerate(names)}


def vocabulary(rows: Sequence[Row], hearing_id: int, first_id: int, plan_term: str) -> dict[str, Decision]:
    """The table's phrases as most rows spell them, then a usual phrase for every meaning that it has none for.

    So a secretary who goes on working has all five ways at hand, and no two phrases that say the same.
    """
    phrases = [*_phrases(rows)]
    had = {meaning for _, _, meaning in phrases}
    phrases += [
        (phrase_key(text), text, meaning) for text, meaning in decisions.usual(plan_term) if meaning not in had
    ]
    return {
        key: Decision(first_id + n, hearing_id, text, meaning, (n + 1) * STEP)
        for n, (key, text, meaning) in enumerate(phrases)
    }


def _phrases(rows: Sequence[Row]) -> Iterator[tuple[str, str, Meaning | None]]:
    spelt: dict[str, Counter[str]] = {}
    meanings: dict[str, Meaning | None] = {}
    for row in rows:
        if row.decision and (row.echo_of is None or row.meaning):
            key = phrase_key(row.decision)
            spelt.setdefault(key, Counter())[one_line(row.decision)] += 1
            meanings[key] = meanings.get(key) or row.meaning
    for key, spellings in spelt.items():
        text, _ = spellings.most_common(1)[0]
        if meanings[key] or (
            len(text) <= decisions.LONGEST and (spellings.total() > 1 or len(text) <= _UNKNOWN_PHRASE)
        ):
            yield key, text, meanings[key]


def phrase_key(decision: str) -> str:
    """What makes two decision cells one phrase: case, blanks and the full stop at the end make no difference."""
    return fold(decision).rstrip(" .:")
