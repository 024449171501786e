"""Echoes in print: by reference or in full, with the letters and names of the day, the same in every format."""

import csv
import io
import json
import re
from dataclasses import replace

import docx
import pytest

from exports import delimited, handling_table, working_copy
from hearing.casework import echoes, hearings, labels, parties, points
from hearing.enums import Meaning, PartyKind, Printing
from hearing.records import By
from hearing.report import Filter, load
from hearing.store import hearings as stored_hearings
from hearing.store import parties as stored_parties
from hearing.store import points as stored
from hearing.store import table

ME = By("abc")


@pytest.fixture
def confirmed(db, hearing_id) -> int:
    """Søndervang's b is repeated by PR's a and by the point of Bente Holm."""
    source, repeats, other = (stored.of(db, hearing_id)[n] for n in (1, 2, 4))
    echoes.confirm_many(db, ME, [(repeats.id, 1, source.id, 1), (other.id, 1, source.id, 1)])
    return hearing_id


def _hearing(db, **fields) -> None:
    hearings.change(db, ME, replace(stored_hearings.find(db, 1), **fields))


def _texts(db, number: int) -> tuple[str, str, str]:
    """Summary, decision and comment of a line, which the JSON, the CSV and the screen agree on."""
    report = load(db, 1)
    line = list(report.lines)[number]
    found = line.point.summary, line.decision_phrase, line.point.comment
    entry = table.entries(db, [line.point.id], table.vocabulary(db, 1))[0]
    assert (entry.point.summary, entry.phrase, entry.point.comment) == found
    file = io.BytesIO()
    working_copy.write(report, file)
    row = json.loads(file.getvalue())["rows"][number]
    assert tuple(row[name] or "" for name in ("summary", "decision", "comment")) == found
    assert row["marks"] == [list(mark) for mark in line.point.marks]
    file = io.BytesIO()
    delimited.write_csv(report, file, names=True)
    cells = list(csv.reader(io.StringIO(file.getvalue().decode("utf-8-sig")), delimiter=";"))[number + 1]
    assert tuple(cells[2:5]) == found
    return found


BY_REFERENCE = (
    "Samme kommentar som Søndervang Kommune, bemærkning b",
    "Samme håndtering som ved Søndervang Kommune, bemærkning b",
    "",
)


def test_a_reference_names_party_and_letter_and_says_no_more(db, confirmed):
    assert _texts(db, 2) == BY_REFERENCE
    assert stored.find(db, 3).comment == stored.find(db, 2).comment


def test_in_full_the_row_says_everything_and_where_else_to_look(db, confirmed):
    echoes.print_as(db, ME, 3, 2, Printing.FULL)
    source = stored.find(db, 2)
    summary, decision, comment = _texts(db, 2)
    assert summary == stored.find(db, 3).summary
    assert decision.startswith("Giver anledning til følgende")
    assert comment == f"{source.comment}\nSe også Søndervang Kommune, bemærkning b"
    assert list(load(db, 1).lines)[2].point.marks == source.marks


def test_the_hearing_says_how_its_echoes_are_printed_unless_one_says_otherwise(db, confirmed):
    _hearing(db, echo_printing=Printing.FULL)
    assert _texts(db, 2)[0] == stored.find(db, 3).summary
    echoes.print_as(db, ME, 3, 2, Printing.REFERENCE)
    assert _texts(db, 2) == BY_REFERENCE
    assert _texts(db, 5)[2].endswith("\nSe også Søndervang Kommune, bemærkning b")


def test_the_phrases_are_the_hearings_own(db, confirmed):
    own = {"echo_summary": "Som {part} ({bogstav})", "echo_decision": "Se {part}"}
    _hearing(db, **own, echo_comment="Jf. {part} {bogstav}.")
    assert _texts(db, 2) == ("Som Søndervang Kommune (b)", "Se Søndervang Kommune", "")
    echoes.print_as(db, ME, 3, 2, Printing.FULL)
    assert _texts(db, 2)[2].endswith("\nJf. Søndervang Kommune b.")


def test_what_deviates_says_its_own_and_no_more(db, confirmed):
    echoes.deviate(db, ME, 3, 2, "Kun telefonen", comment="Måles allerede.", marks=())
    assert _texts(db, 2)[0] == stored.find(db, 3).summary
    assert _texts(db, 2)[2] == "Måles allerede."


def test_what_was_read_stays_as_it_was_read_until_a_person_chooses(db, confirmed):
    assert _texts(db, 3) == ("Samme kommentar som PR", "Samme håndtering som ved PR", "")
    echoes.print_as(db, ME, 4, 1, Printing.REFERENCE)
    assert _texts(db, 3) == BY_REFERENCE
    echoes.print_as(db, ME, 4, 2, Printing.FULL)
    assert _texts(db, 3)[2].startswith("Tilføjes i afsnit 2")


def test_a_row_that_only_named_its_source_names_it_by_the_letter_of_the_day_in_full(db, hearing_id):
    echoes.print_as(db, ME, 4, 1, Printing.FULL)
    points.change(db, ME, 3, 1, label="f")
    assert _texts(db, 3) == (
        "Samme kommentar som PR, bemærkning f",
        "Giver ikke anledning til ændringer i sundhedsplanen",
        "Målingen findes allerede.\nSe også PR, bemærkning f",
    )
    points.change(db, ME, 4, 2, summary="Samme kommentar som PR om telefonen")
    assert _texts(db, 3)[0] == "Samme kommentar som PR om telefonen"


def test_letters_and_names_are_those_of_the_day(db, confirmed):
    party = stored_parties.find(db, 1)
    parties.change(db, ME, replace(party, name="Sønderby Kommune", short_name="SBK"))
    points.remove(db, ME, 1, 1)
    labels.relabel(db, ME, 1, [(p.point.id, p.point.version) for p in labels.anew(db, 1)])
    assert _texts(db, 1)[0] == "Samme kommentar som SBK, bemærkning a"
    points.change(db, ME, 2, stored.find(db, 2).version, label="")
    assert _texts(db, 1)[:2] == ("Samme kommentar som SBK", "Samme håndtering som ved SBK")


@pytest.mark.parametrize("printing", [Printing.REFERENCE, Printing.FULL])
def test_a_private_citizen_is_not_named_by_those_who_agree(db, hearing_id, printing):
    citizen = stored_parties.of(db, hearing_id)[-1]
    parties.change(db, ME, replace(citizen, kind=PartyKind.CITIZEN, kind_confirmed=True, short_name="Bo"))
    echoes.confirm(db, ME, 1, 1, 5)
    echoes.print_as(db, ME, 1, stored.find(db, 1).version, printing)
    for names in (False, True):
        file = io.BytesIO()
        handling_table.write(load(db, hearing_id), file, names=names)
        cells = [cell.text for cell in docx.Document(io.BytesIO(file.getvalue())).tables[0].rows[1].cells]
        assert ("Borger 1" in " ".join(cells)) is not names
        assert bool(re.search(r"\bBo\b", " ".join(cells))) is names


def test_echoes_are_filtered_by_the_decision_that_they_carry(db, confirmed):
    _hearing(db, plan_term="sundhedsplanen")
    chosen = load(db, 1, Filter(meanings=(Meaning.CHANGE,)))
    assert [line.number for line in chosen.lines] == [2, 3, 4, 6]
    echoes.deviate(db, ME, 3, 2, "Endnu ikke afgjort", decision_id=None)
    chosen = load(db, 1, Filter(meanings=(Meaning.CHANGE,)))
    assert [line.number for line in chosen.lines] == [2, 6]
