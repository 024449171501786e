"""A list of parties, pasted or from a file: read, shown, corrected, and only then stored."""

from io import BytesIO

import pytest

from hearing import report
from hearing.casework import parties
from hearing.casework.refusal import Refused
from hearing.enums import PartyKind
from hearing.store import events
from hearing.store import parties as store
from tests.conftest import ME

TOKEN = {"csrf_token": "token"}
LIST = """Kommuner:
• Nørrevig Kommune
• Kildevang Kommune

Foreninger:
Astmaforeningen (AF)
Lægerne i Åbenlund pva. Lægehuset Nord og Lægehuset Syd
"""


def _named(db, hearing_id, name):
    return next(party for party in store.of(db, hearing_id) if party.name == name)


def test_a_list_is_read_with_its_kinds_short_names_and_those_it_speaks_for(db, hearing_id):
    listed = parties.read_list(LIST)
    assert [party.kind for party in listed[:2]] == [PartyKind.MUNICIPALITY] * 2
    parties.add(db, ME, hearing_id, listed)
    assert _named(db, hearing_id, "Astmaforeningen (AF)").short_name == "AF"
    doctors = _named(db, hearing_id, "Lægerne i Åbenlund pva. Lægehuset Nord og Lægehuset Syd")
    assert doctors.represents == ("Lægehuset Nord", "Lægehuset Syd")
    assert events.of(db, hearing_id)[0].verb == "party.add"
    table = [line.party.name for line in report.load(db, hearing_id).lines]
    assert table[-4:] == [party.name for party in listed]


@pytest.mark.parametrize("text", ["", "\n \n", "Kommuner:\n"])
def test_a_list_without_names_is_refused(text):
    with pytest.raises(Refused):
        parties.read_list(text)


def test_a_list_is_shown_before_it_is_stored_and_can_be_corrected(client, db, hearing_id):
    count = len(store.of(db, hearing_id))
    text = LIST + "\nSØNDERVANG kommune\n"
    page = client.post(f"/hearings/{hearing_id}/party-list/preview", data={**TOKEN, "text": text})
    assert page.status_code == 200
    assert "Findes allerede: <bdi>Søndervang Kommune</bdi>" in page.text
    assert len(store.of(db, hearing_id)) == count
    lines = {
        "lines-0-take": "y", "lines-0-name": "Nørrevig Kommune", "lines-0-kind": "company",
        "lines-0-guess": "municipality", "lines-1-name": "Ikke med", "lines-1-kind": "other",
        "lines-1-guess": "other",
    }  # fmt: skip
    answer = client.post(f"/hearings/{hearing_id}/party-list", data={**TOKEN, "once": "l", **lines})
    assert answer.status_code == 303
    added = _named(db, hearing_id, "Nørrevig Kommune")
    assert (added.kind, added.kind_confirmed) == (PartyKind.COMPANY, True)
    assert len(store.of(db, hearing_id)) == count + 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("liste.txt", "Nørrevig Kommune\r\nÆblets Venner (ÆV)\r\n".encode("cp1252")),
        ("liste.csv", '\ufeff"Nørrevig Kommune";\n"Æblets Venner";ÆV\n'.encode()),
    ],
)
def test_a_list_is_read_from_a_file(client, hearing_id, name, content):
    data = {**TOKEN, "file": (BytesIO(content), name)}
    page = client.post(f"/hearings/{hearing_id}/party-list/preview", data=data).text
    assert 'value="Nørrevig Kommune"' in page
    assert 'value="Æblets Venner (ÆV)"' in page


def test_three_hundred_parties_are_added_at_once(client, db, hearing_id):
    lines = {}
    for n in range(300):
        lines |= {f"lines-{n}-take": "y", f"lines-{n}-name": f"Part {n}", f"lines-{n}-short_name": ""}
        lines |= {f"lines-{n}-kind": "other", f"lines-{n}-guess": "other"}
    client.post(f"/hearings/{hearing_id}/party-list", data={**TOKEN, "once": "m", **lines})
    assert len([p for p in store.of(db, hearing_id) if p.name.startswith("Part ")]) == 300
    assert [event.verb for event in events.of(db, hearing_id)].count("party.add") == 1


def test_an_empty_selection_and_an_empty_name_are_told(client, db, hearing_id):
    line = {"lines-0-name": "", "lines-0-kind": "other", "lines-0-guess": "other"}
    answer = client.post(f"/hearings/{hearing_id}/party-list", data={**TOKEN, **line})
    assert answer.status_code == 400
    assert "Vælg mindst én høringspart." in answer.text
    answer = client.post(f"/hearings/{hearing_id}/party-list", data={**TOKEN, **line, "lines-0-take": "y"})
    assert '<a href="#lines-0-name">Navn, linje 1</a>: Skriv høringspartens navn.' in answer.text
    assert 'aria-describedby="lines-0-name-error"' in answer.text


def test_a_name_that_is_too_long_is_told_with_its_line(client, hearing_id):
    line = {"lines-0-take": "y", "lines-0-name": "x" * 501, "lines-0-kind": "other", "lines-0-guess": "other"}
    answer = client.post(f"/hearings/{hearing_id}/party-list", data={**TOKEN, **line})
    assert "Navn, linje 1</a>: Teksten er for lang; der er plads til 500 tegn." in answer.text


def test_citizens_listed_under_their_heading_are_confirmed_and_numbered(db, hearing_id, client):
    text = "Kommuner:\nNørrevig Kommune\n\nBorgere:\nAase Vang\nBo Kær\n"
    page = client.post(f"/hearings/{hearing_id}/party-list/preview", data={**TOKEN, "text": text}).text
    form = {"once": "en", **TOKEN}
    kinds = {"Nørrevig Kommune": "municipality", "Aase Vang": "citizen", "Bo Kær": "citizen"}
    for n, (name, kind) in enumerate(kinds.items()):
        assert f'name="lines-{n}-guess" type="hidden" value=""' in page
        form |= {f"lines-{n}-take": "y", f"lines-{n}-name": name, f"lines-{n}-kind": kind, f"lines-{n}-guess": ""}
    assert client.post(f"/hearings/{hearing_id}/party-list", data=form).status_code == 303
    added = [_named(db, hearing_id, name) for name in ("Nørrevig Kommune", "Aase Vang", "Bo Kær")]
    assert [(party.kind_confirmed, party.citizen_number) for party in added] == [
        (True, None),
        (True, 1),
        (True, 2),
    ]
