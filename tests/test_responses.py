"""What parties sent: logged by hand, corrected, removed, and cut into points with the next label."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from hearing import report
from hearing.casework import hearings, labels, places, responses
from hearing.casework.refusal import Refused
from hearing.casework.responses import Facts
from hearing.records import Point
from hearing.store import events, parties, points
from hearing.store import hearings as hearing_store
from hearing.store import responses as store
from hearing.store.transaction import Stale
from tests.conftest import ME
from tests.pages import filled, words

TOKEN = {"csrf_token": "token"}


def _party(db, hearing_id, name):
    return next(party for party in parties.of(db, hearing_id) if party.name == name)


def _silent(db, hearing_id):
    return _party(db, hearing_id, "Ærøholm Hospital")


def _of(db, hearing_id, name):
    return store.of_party(db, _party(db, hearing_id, name).id)[0]


def _table(db, hearing_id):
    return [(line.party.name, line.point and line.point.label) for line in report.load(db, hearing_id).lines]


def _newest(db, hearing_id):
    return events.of(db, hearing_id)[0].verb


def _add_point(db, response, summary):
    given = [point.label for point in points.of_party(db, response.party_id)]
    point = Point(0, response.hearing_id, response.party_id, response.id, 0, labels.following(given))
    return places.add(db, ME, replace(point, summary=summary))


def test_an_answer_without_remarks_has_a_row_that_says_so(db, hearing_id):
    before = _table(db, hearing_id)
    id = responses.add(db, ME, _silent(db, hearing_id).id, Facts(date(2024, 3, 1), "24/0117-9", False))
    assert [point.summary for point in points.of_response(db, id)] == ["Ingen bemærkninger."]
    assert [party for party, _ in _table(db, hearing_id)] == [party for party, _ in before]
    assert _newest(db, hearing_id) == "response.add"


def test_the_row_comes_and_goes_with_no_remarks(db, hearing_id):
    id = responses.add(db, ME, _silent(db, hearing_id).id, Facts(with_remarks=False))
    responses.change(db, ME, id, 1, Facts(with_remarks=True))
    assert points.of_response(db, id) == []
    responses.change(db, ME, id, 2, Facts(with_remarks=False))
    assert len(points.of_response(db, id)) == 1
    responses.remove(db, ME, id, 3)
    assert store.find(db, id) is None
    assert points.count_of_party(db, _silent(db, hearing_id).id) == 0


def test_a_party_may_answer_several_times(db, hearing_id):
    party = _party(db, hearing_id, "Søndervang Kommune")
    responses.add(db, ME, party.id, Facts(date(2024, 3, 1)))
    responses.add(db, ME, party.id, Facts(date(2024, 2, 1)))
    received = [response.received for response in store.of_party(db, party.id)]
    assert received == [date(2024, 2, 1), date(2024, 3, 1), None]


def test_a_response_with_points_is_neither_removed_nor_emptied(db, hearing_id):
    response = _of(db, hearing_id, "Søndervang Kommune")
    with pytest.raises(Refused, match="2 bemærkninger"):
        responses.remove(db, ME, response.id, response.version)
    with pytest.raises(Refused, match="har bemærkninger"):
        responses.change(db, ME, response.id, response.version, Facts(with_remarks=False))
    assert store.find(db, response.id) == response


def test_a_stale_or_vanished_response_is_told(db, hearing_id):
    response = _of(db, hearing_id, "Søndervang Kommune")
    with pytest.raises(Stale):
        responses.change(db, ME, response.id, response.version + 1, Facts())
    with pytest.raises(Stale):
        responses.add(db, ME, 4711, Facts())


def test_a_new_point_gets_the_next_label_and_stands_after_its_partys_last_row(db, hearing_id):
    response = _of(db, hearing_id, "Søndervang Kommune")
    _add_point(db, response, "Et nyt punkt om kørsel til lægehuset.")
    first = [(party.split()[0], label) for party, label in _table(db, hearing_id)[:4]]
    assert first == [("Søndervang", "a"), ("Søndervang", "b"), ("Søndervang", "c"), ("Patientrådet", "a")]
    assert _newest(db, hearing_id) == "point.add"


def test_twenty_points_in_the_same_place_keep_their_order(db, hearing_id):
    response = _of(db, hearing_id, "Patientrådet (PR)")
    before = _table(db, hearing_id)
    for n in range(20):
        _add_point(db, response, f"Punkt {n}")
    found = [label for party, label in _table(db, hearing_id) if party == "Patientrådet (PR)"]
    assert found == list("abcdefghijklmnopqrstu")
    assert [row for row in _table(db, hearing_id) if row[0] != "Patientrådet (PR)"] == before[:2] + before[3:]


def test_where_there_is_no_room_the_rows_behind_move_on(db, hearing_id):
    db.conn.execute("update point set position = id")
    db.conn.execute("update party set position = 100 where name = 'Ærøholm Hospital'")
    db.conn.commit()
    before = _table(db, hearing_id)
    _add_point(db, _of(db, hearing_id, "Søndervang Kommune"), "Midt i det hele.")
    assert _table(db, hearing_id) == [*before[:2], ("Søndervang Kommune", "c"), *before[2:]]


def test_a_silent_partys_first_point_takes_its_place(db, hearing_id):
    id = responses.add(db, ME, _silent(db, hearing_id).id, Facts())
    _add_point(db, store.find(db, id), "Hospitalet ønsker en fast kontakt.")
    assert _table(db, hearing_id)[4] == ("Ærøholm Hospital", "a")


def test_an_empty_point_is_refused(db, hearing_id):
    with pytest.raises(Refused):
        _add_point(db, _of(db, hearing_id, "Søndervang Kommune"), "  ")


def test_a_response_is_logged_and_cut_into_points_from_the_pages(client, db, hearing_id):
    party = _silent(db, hearing_id)
    assert 'value="True"' in client.get(f"/parties/{party.id}/responses/new").text
    data = {**TOKEN, "once": "1", "received": "1.3.2024", "document_number": "24/0117-9", "with_remarks": "True"}
    for _ in range(2):
        assert client.post(f"/parties/{party.id}/responses", data=data).status_code == 303
    (response,) = store.of_party(db, party.id)
    assert (response.received, response.document_number) == (date(2024, 3, 1), "24/0117-9")
    address = f"/hearings/{hearing_id}/points/new?party={party.id}&response={response.id}"
    assert 'value="a"' in client.get(address).text
    data = {**TOKEN, "once": "2", "version": 1, "label": "a", "summary": "Et ønske.", "status": "ny"}
    data |= {"theme": "", "decision": "", "go": "another", "response": response.id}
    answer = client.post(f"/parties/{party.id}/points", data=data)
    assert 'value="b"' in client.get(answer.location).text
    assert [point.summary for point in points.of_response(db, response.id)] == ["Et ønske."]
    assert "Et ønske." in client.get(f"/responses/{response.id}").text


def test_a_point_goes_to_the_response_it_was_cut_from(client, db, hearing_id):
    party = _party(db, hearing_id, "Søndervang Kommune")
    earlier, _ = (responses.add(db, ME, party.id, Facts(date(2024, month, 1))) for month in (2, 3))
    data = {**TOKEN, "once": "2", "version": 1, "label": "c", "summary": "Et ønske.", "status": "ny"}
    data |= {"theme": "", "decision": "", "response": earlier}
    client.post(f"/parties/{party.id}/points", data=data)
    assert [point.label for point in points.of_response(db, earlier)] == ["c"]


def test_no_remarks_is_logged_from_the_page(client, db, hearing_id):
    party = _silent(db, hearing_id)
    data = {**TOKEN, "once": "1", "received": "", "with_remarks": "False"}
    client.post(f"/parties/{party.id}/responses", data=data)
    assert store.of_party(db, party.id)[0].with_remarks is False
    assert "Ingen bemærkninger" in client.get(f"/hearings/{hearing_id}/parties").text


def test_a_stale_save_shows_both_and_keeps_what_was_typed(client, db, hearing_id):
    response = _of(db, hearing_id, "Søndervang Kommune")
    responses.change(db, ME, response.id, response.version, Facts(date(2024, 3, 1), "24/0117-2"))
    data = {**TOKEN, "version": response.version, "received": "4/3 2024", "with_remarks": "True"}
    data |= {"document_number": "24/0117-3"}
    answer = client.post(f"/responses/{response.id}", data=data)
    assert answer.status_code == 409
    for text in ("1-3-2024", "4/3 2024", "24/0117-2", "24/0117-3"):
        assert text in answer.text
    assert store.find(db, response.id).document_number == "24/0117-2"


def test_a_colleagues_document_number_survives_a_save_of_the_date(client, db, hearing_id):
    response = _of(db, hearing_id, "Søndervang Kommune")
    opened = filled(client.get(f"/responses/{response.id}").text, f"/responses/{response.id}")
    responses.change(db, ME, response.id, response.version, Facts(None, "24/0117-2"))
    answer = client.post(f"/responses/{response.id}", data=opened | {"received": "4/3 2024"})
    again = filled(answer.text, f"/responses/{response.id}")
    assert client.post(f"/responses/{response.id}", data=again).status_code == 303
    saved = store.find(db, response.id)
    assert (saved.received, saved.document_number) == (date(2024, 3, 4), "24/0117-2")


def test_a_refused_removal_says_why(client, db, hearing_id):
    response = _of(db, hearing_id, "Søndervang Kommune")
    answer = client.post(f"/responses/{response.id}/removal", data={**TOKEN, "version": response.version})
    assert answer.status_code == 400
    assert "Høringssvaret har 2 bemærkninger i tabellen." in answer.text
    assert "<title>Fejl:" in answer.text


def test_a_day_that_has_not_come_is_refused_beside_the_field(client, db, hearing_id):
    party = _silent(db, hearing_id)
    tomorrow = date.today() + timedelta(days=1)
    data = {**TOKEN, "once": "1", "received": tomorrow.isoformat(), "with_remarks": "True"}
    answer = client.post(f"/parties/{party.id}/responses", data=data)
    assert answer.status_code == 400
    assert "er ikke kommet endnu" in answer.text.partition('id="received-error">')[2].partition("</p>")[0]
    assert store.of_party(db, party.id) == []


def test_a_day_before_the_hearing_is_stored_and_told(client, db, hearing_id):
    hearings.change(db, ME, replace(hearing_store.find(db, hearing_id), period_from=date(2024, 2, 1)))
    party = _silent(db, hearing_id)
    data = {**TOKEN, "once": "1", "received": "31-1-2024", "with_remarks": "True"}
    page = client.post(f"/parties/{party.id}/responses", data=data, follow_redirects=True).text
    said = "Den 31. januar 2024 ligger før høringsperioden, som begynder den 1. februar 2024."
    assert said in page
    (response,) = store.of_party(db, party.id)
    action = f"/responses/{response.id}"
    again = client.post(action, data=filled(page, action) | {"document_number": "7"}, follow_redirects=True).text
    assert said not in again


def test_an_answer_without_remarks_is_not_counted_as_a_remark(client, db, hearing_id):
    party = _silent(db, hearing_id)
    id = responses.add(db, ME, party.id, Facts(with_remarks=False))
    for address in (f"/responses/{id}", f"/parties/{party.id}"):
        assert "1 bemærkning" not in words(client.get(address).text)
    assert parties.answers(db, hearing_id)[party.id].points == 0


@pytest.mark.parametrize("address", ["/responses/99", "/parties/99/responses/new"])
def test_what_is_not_there_is_a_page_that_says_so(client, address):
    assert client.get(address).status_code == 404


def test_the_overview_names_whose_response_came_and_that_it_is_to_be_read(client, db, hearing_id):
    responses.add(db, ME, _silent(db, hearing_id).id, Facts())
    page = words(client.get(f"/hearings/{hearing_id}").text)
    assert "1 part, der har svaret, har ingen bemærkninger i tabellen endnu. Skriv bemærkningerne ind" in page
    assert "Høringssvar registreret: Ærøholm Hospital" in page
