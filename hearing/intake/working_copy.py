"""The JSON of the command-line contract, read back."""

import json
from collections.abc import Iterable
from dataclasses import replace

from hearing.enums import Meaning
from hearing.intake import decisions, echo_phrases, party_names
from hearing.intake.cells import MOST_ROWS, too_many_rows
from hearing.intake.links import deviating
from hearing.intake.rows import Reading, Refused, Row
from hearing.intake.silence import is_silent
from hearing.wording import blank, clean

_TEXTS = (
    "party",
    "party_short",
    "theme",
    "label",
    "summary",
    "decision",
    "comment",
    "excerpt",
    "page",
    "status",
    "responsible",
    "deviation",
)
_NOT_OURS = (
    "JSON-filen er ikke en arbejdskopi fra dette program: listen med tabellens rækker (»rows«) mangler i den. "
    "En arbejdskopi hentes under »Eksport« på den høring, den skal komme fra."
)
_UNTIED = "Afviger med begrundelsen »{}«, men bemærkningen, den afviger fra, kunne ikke findes i filen."
_FACTS = ("title", "case_number", "authority", "plan_term", "period_from", "period_to")


def read(data: bytes) -> Reading:
    """The rows of an exported ``handling-table.json``; Refused with a Danish sentence if it is not one."""
    try:
        document = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        where = f" (linje {line})" if line else ""
        raise Refused(f"Filen er ikke gyldig JSON{where}.") from error
    document = {"rows": document} if document and isinstance(document, list) else document
    rows = document.get("rows") if isinstance(document, dict) else None
    if not isinstance(rows, list):
        raise Refused(_NOT_OURS)
    if len(rows) > MOST_ROWS:
        raise too_many_rows()
    facts = document.get("hearing") or {}
    if not isinstance(facts, dict):
        raise Refused("JSON-filens »hearing« er ikke et objekt med oplysninger om høringen.")
    read = _linked([_row(number, row) for number, row in enumerate(rows, 1)], rows)
    read = deviating(_explained(read))
    told = {name: clean(str(facts[name])) for name in _FACTS if facts.get(name)}
    return Reading(rows=tuple(read), facts=told | echo_phrases.found(read))


def _row(number: int, row: object) -> Row:
    if not isinstance(row, dict):
        raise Refused(f"Række {number} i JSON-filen er ikke en række.")
    for name in _TEXTS:
        if not isinstance(row.get(name) or "", str):
            raise Refused(f"Række {number} i JSON-filen: »{name}« er ikke en tekst.")
    echo = row.get("echo_of")
    texts = {name: clean(row.get(name) or "") for name in _TEXTS}
    if not any(texts.values()):
        raise Refused(f"Række {number} i JSON-filen har hverken høringspart eller tekst.")
    if row.get("silent"):
        _refuse_what_a_silent_party_said(number, texts)
    if "party_short" not in row:
        texts["party_short"] = party_names.short_name(texts["party"])
    try:
        return Row(
            **texts,
            silent=bool(row.get("silent")),
            meaning=_meaning(row, texts["decision"]),
            marks=_marks(row.get("marks") or (), len(texts["comment"])),
            echo_of=int(echo["row"]) - 1 if echo else None,
            place=f"række {number}",
        )
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise Refused(f"Række {number} i JSON-filen kan ikke læses.") from error


def _refuse_what_a_silent_party_said(number: int, texts: dict[str, str]) -> None:
    """A silent party's row is stored without texts, so one that has any cannot be kept as it stands."""
    for name, text in texts.items():
        if name not in ("party", "party_short") and not blank(text) and not is_silent(text, texts["party"]):
            raise Refused(f"Række {number} i JSON-filen: »silent« er sand, men der står noget i »{name}«.")


def _meaning(row: dict, decision: str) -> Meaning | None:
    """What the row says; where it is silent on it, what the phrase means."""
    if "meaning" not in row:
        return decisions.meaning_of(decision)
    return Meaning(row["meaning"]) if row["meaning"] else None


def _marks(given: Iterable, length: int) -> tuple[tuple[int, int], ...]:
    """The marks that lie within a comment of that length."""
    marks = ((int(start), int(end)) for start, end in given)
    return tuple((start, end) for start, end in marks if 0 <= start < end <= length)


def _linked(rows: list[Row], document: list[dict]) -> list[Row]:
    """The rows with the index of the row each repeats. The working copy of a filtered table has gaps in its
    numbers, so a number whose row is another one is followed by party and label instead.
    """
    named: dict[tuple[str, str], list[int]] = {}
    for index, row in enumerate(rows):
        named.setdefault((row.party, row.label), []).append(index)
    linked = []
    for row, given in zip(rows, document, strict=True):
        echo = given.get("echo_of")
        if echo:
            said = (clean(str(echo.get("party") or "")), clean(str(echo.get("label") or "")))
            same = named.get(said, [])
            place = row.echo_of
            fits = 0 <= place < len(rows) and (place in same or "party" not in echo)
            row = replace(row, echo_of=place if fits else same[0] if len(same) == 1 else None)
        linked.append(row)
    return linked


def _explained(rows: list[Row]) -> list[Row]:
    """The rows in which one that says why it deviates names the source of its whole group. Where there is none, as
    in a ring or where that row is not in the file, the reason is kept for a person to read.
    """
    told = []
    for index, row in enumerate(rows):
        source = _source(index, rows) if row.deviation else None
        if source not in (None, index) and not rows[source].silent:
            row = replace(row, echo_of=source)
        elif row.deviation:
            doubts = filter(None, (row.unsure, _UNTIED.format(row.deviation)))
            row = replace(row, deviation="", unsure=" ".join(doubts))
        told.append(row)
    return told


def _source(index: int, rows: list[Row]) -> int | None:
    """The row that is repeated in the end; None where they go in a ring."""
    seen = set()
    while index not in seen:
        seen.add(index)
        if rows[index].echo_of is None:
            return index
        index = rows[index].echo_of
    return None
