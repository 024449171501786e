"""Files from outside: kept byte for byte, given back under their own name, and never run."""

import hashlib
from io import BytesIO

import pytest

from hearing.casework import responses
from hearing.casework.responses import Facts
from hearing.intake import letters
from hearing.intake.rows import Refused
from hearing.store import files, parties
from hearing.store import responses as stored_responses
from tests.conftest import ME

TOKEN = {"csrf_token": "token"}
PDF = b"%PDF-1.7\n" + bytes(range(256))


@pytest.fixture
def party(db, hearing_id):
    """The party that has not answered."""
    return next(party for party in parties.of(db, hearing_id) if party.name == "Ærøholm Hospital")


def _send(client, party, name, content=PDF, **fields):
    data = {**TOKEN, "once": name + str(len(content)), "with_remarks": "True", **fields}
    return client.post(f"/parties/{party.id}/responses", data={**data, "file": (BytesIO(content), name)})


def _kept(db, party):
    return files.find(db, stored_responses.of_party(db, party.id)[-1].file_id)


def test_a_file_is_kept_byte_for_byte_and_given_back(client, db, party):
    assert _send(client, party, "Høringssvar fra Ærø.pdf").status_code == 303
    file = _kept(db, party)
    assert file.sha256 == hashlib.sha256(PDF).hexdigest()
    answer = client.get(f"/files/{file.id}")
    assert answer.data == PDF
    assert answer.mimetype == "application/pdf"
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert "filename*=UTF-8''H%C3%B8ringssvar%20fra%20%C3%86r%C3%B8.pdf" in answer.headers["Content-Disposition"]
    assert answer.headers["Content-Security-Policy"].endswith("; sandbox")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("..\\..\\evil.pdf", "evil.pdf"),
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\breve\\svar.pdf", "svar.pdf"),
        ("svar\r\nSet-Cookie: x.pdf", "svar Set-Cookie: x.pdf"),
        ("..", "høringssvar"),
        ("øæ.pdf", "øæ.pdf"),
        ("CON.pdf", "CON.pdf"),
        ("x" * 300 + ".pdf", "x" * 300 + ".pdf"),
        ("svar\u202efdp.exe", "svarfdp.exe"),
        ("A\u030arhus.pdf", "Århus.pdf"),
        ("sv\u0000ar\u0007.pdf", "svar.pdf"),
        ("", "høringssvar"),
    ],
)
def test_hostile_names_become_harmless_and_the_others_stay(db, client, party, sent, shown):
    assert letters.file_name(sent) == shown
    responses.add(db, ME, party.id, Facts(file=(sent, PDF)))
    answer = client.get(f"/files/{_kept(db, party).id}")
    assert answer.status_code == 200
    assert answer.data == PDF


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("svar.html", b"<html><script>alert(1)</script>"),
        ("svar.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("svar.js", b"alert(1)"),
        ("svar.exe", b"MZ\x90\x00"),
        ("svar.docx", b"MZ\x90\x00"),
        ("svar.zip", b"PK\x03\x04rest"),
        ("svar.txt", b"bin\x00ary"),
        ("svar", b"uden endelse"),
    ],
)
def test_what_is_no_letter_is_refused_with_what_may_be_kept(client, db, party, name, content):
    answer = _send(client, party, name, content, document_number="24/0117-9")
    assert answer.status_code == 400
    assert f"{name} er ikke af en slags, der kan gemmes" in answer.text
    assert "PDF, Word" in answer.text
    assert 'value="24/0117-9"' in answer.text
    assert stored_responses.of_party(db, party.id) == []
    assert files.of(db, party.hearing_id) == {}


def test_an_empty_file_is_refused(client, db, party):
    assert "svar.pdf er tom." in _send(client, party, "svar.pdf", b"").text


def test_a_file_over_the_limit_is_refused_and_the_text_stays(client, db, party, monkeypatch):
    monkeypatch.setattr(letters, "LARGEST", 1000)
    answer = _send(client, party, "svar.pdf", b"%PDF-" + bytes(2000), document_number="24/0117-9")
    assert answer.status_code == 400
    assert "Grænsen er 50 MB." in answer.text
    assert 'value="24/0117-9"' in answer.text


@pytest.mark.parametrize(
    ("name", "start", "expected"),
    [
        ("a.docx", b"PK\x03\x04", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("a.doc", b"\xd0\xcf\x11\xe0", "application/msword"),
        ("a.msg", b"\xd0\xcf\x11\xe0", "application/vnd.ms-outlook"),
        ("a.docx", PDF, "application/pdf"),
        ("a.jpeg", b"\xff\xd8\xff", "image/jpeg"),
        ("a.EML", b"From: x", "message/rfc822"),
        ("a.txt", "Æ".encode("cp1252"), "text/plain"),
    ],
)
def test_the_bytes_decide_what_a_file_is(name, start, expected):
    assert letters.media_type(start, name) == expected


def test_a_file_of_exactly_fifty_megabytes_is_kept():
    assert letters.media_type(b"%PDF-" + bytes(letters.LARGEST - 5), "svar.pdf") == "application/pdf"
    with pytest.raises(Refused, match="svar.pdf fylder 51 MB. Grænsen er 50 MB."):
        letters.media_type(b"%PDF-" + bytes(letters.LARGEST + 2**20), "svar.pdf")


def test_no_type_is_one_that_a_browser_runs():
    with pytest.raises(Refused):
        letters.media_type(b"<html>", "a.xhtml")


def test_the_same_file_is_warned_of_with_whoever_sent_it(client, db, hearing_id, party):
    other = next(p for p in parties.of(db, hearing_id) if p.name == "Søndervang Kommune")
    responses.add(db, ME, other.id, Facts(file=("andet navn.pdf", PDF)))
    answer = _send(client, party, "svar.pdf")
    page = client.get(answer.location).text
    assert "Den samme fil findes allerede hos Søndervang Kommune." in page


def test_a_pdf_under_another_name_is_told(client, db, party):
    page = client.get(_send(client, party, "svar.docx").location).text
    assert "svar.docx er en PDF" in page


def test_a_new_file_takes_the_place_of_the_old_and_nothing_else_does(client, db, party):
    _send(client, party, "svar.pdf")
    response = stored_responses.of_party(db, party.id)[0]
    data = {**TOKEN, "once": "c", "version": 1, "with_remarks": "True", "file": (BytesIO(b""), "")}
    assert client.post(f"/responses/{response.id}", data=data).status_code == 303
    assert _kept(db, party).name == "svar.pdf"
    data |= {"once": "d", "file": (BytesIO(PDF + b"!"), "rettet.pdf")}
    assert client.post(f"/responses/{response.id}", data=data).status_code == 303
    assert _kept(db, party).name == "rettet.pdf"


@pytest.mark.parametrize("id", ["99", "99999999999999999999"])
def test_a_file_that_is_not_there_is_a_page_that_says_so(client, hearing_id, id):
    assert client.get(f"/files/{id}").status_code == 404
