"""A reading is stored with everything that was understood of it."""

import json
from io import BytesIO

from exports import working_copy
from hearing import report
from hearing.casework import imports
from hearing.enums import Meaning, PartyKind
from hearing.intake import working_copy as working_copy_back
from hearing.intake.rows import Row
from hearing.intake.understand import understand
from hearing.store import decisions, parties, points, responses
from tests.conftest import ME


def _import(db, *rows: Row, listed: str | None = None) -> int:
    return imports.create(db, ME, "Grøn plan", understand(rows, parties=listed))


def test_parties_are_stored_with_kind_short_name_and_whom_they_speak_for(db):
    id = _import(
        db,
        Row("Vestby Kommune pva. Nordby og Sydby", summary="a) Flere træer."),
        Row("Vandstyrelsen (VAST)", theme="Der er ikke fremsendt høringssvar"),
        Row("Bente Holm", summary="En bænk, tak."),
        listed="Privatpersoner:\nBente Holm\n",
    )
    town, state, citizen = parties.of(db, id)
    assert (town.kind, town.represents, town.kind_confirmed) == (
        PartyKind.MUNICIPALITY, ("Nordby", "Sydby"), False,
    )  # fmt: skip
    assert (state.kind, state.short_name) == (PartyKind.STATE, "VAST")
    assert (citizen.kind, citizen.kind_confirmed, citizen.citizen_number) == (PartyKind.CITIZEN, True, 1)
    assert [response.party_id for response in responses.of(db, id)] == [town.id, citizen.id]


def test_a_party_that_answered_without_remarks_has_such_a_response(db):
    id = _import(db, Row("Vestby", theme="Ingen bemærkninger"), Row("Østby", summary="a) Flere træer."))
    assert [response.with_remarks for response in responses.of(db, id)] == [False, True]
    assert [row["summary"] for row in _rows(db, id)] == ["Ingen bemærkninger", "Flere træer."]


def test_the_vocabulary_has_every_meaning_once_and_the_plans_name_in_it(db):
    id = _import(
        db,
        Row("Vestby", summary="a) Træer.", decision="Giver ikke anledning til ændringer i\nklimaplanen"),
        Row("Vestby", summary="b) Bænke.", decision="Giver ikke anledning til ændringer i klimaplanen."),
        Row("Vestby", summary="c) Stier.", decision="Imødekommes"),
    )
    found = {decision.phrase: decision.meaning for decision in decisions.of(db, id)}
    assert list(found)[:2] == ["Giver ikke anledning til ændringer i klimaplanen", "Imødekommes"]
    assert sorted(found.values()) == sorted(Meaning)
    assert "Ligger uden for rammerne af den aktuelle klimaplan" in found


def test_a_decision_comes_out_as_it_was_printed(db):
    printed = [
        "Imødekommes",
        "imødekommes.",
        "Kræver en ny brønd",
        "Brønden " * 30 + "graves.",
        "Kræver en ny brønd",
    ]
    id = _import(db, *(Row("Vestby", summary="x", decision=text) for text in printed))
    assert [row["decision"] for row in _rows(db, id)] == [text.strip() for text in printed]
    assert [row["meaning"] for row in _rows(db, id)] == ["change", "change", None, None, None]
    assert sum(decision.meaning is None for decision in decisions.of(db, id)) == 1
    assert [bool(point.unsure) for point in points.of(db, id)] == [False, False, True, True, True]


def test_an_echo_has_its_sources_meaning_unless_it_has_a_phrase_of_its_own(db):
    id = _import(
        db,
        Row("Beboerrådet (BR)", summary="a) Træer.", decision="Imødekommes"),
        Row("Vestby", summary="a) Samme kommentar som BRs", decision="Samme håndtering som ved BR"),
        Row("Østby", summary="a) Samme kommentar som BRs", decision="Tages til efterretning"),
    )
    source, same, other = _rows(db, id)
    assert source["echo_of"] is None
    assert same["echo_of"] == other["echo_of"] == {"party": "Beboerrådet (BR)", "label": "a", "row": 1}
    assert (same["meaning"], other["meaning"]) == ("change", "no_change")
    assert same["decision"] == "Samme håndtering som ved BR"
    again = imports.create(db, ME, "Igen", working_copy_back.read(_json(db, id)))
    assert _rows(db, again) == _rows(db, id)


def test_a_theme_is_stored_once_and_its_misspelling_kept_beside_the_point(db):
    names = ["Grønne områder", "Grønne områder", "Grønne omårder"]
    id = _import(db, *(Row("Vestby", theme=name, summary="x") for name in names))
    assert [row["theme"] for row in _rows(db, id)] == ["Grønne områder"] * 3
    assert [point.theme_printed for point in points.of(db, id)] == ["", "", "Grønne omårder"]


def _rows(db, id: int) -> list[dict]:
    return json.loads(_json(db, id))["rows"]


def _json(db, id: int) -> bytes:
    file = BytesIO()
    working_copy.write(report.load(db, id), file)
    return file.getvalue()
