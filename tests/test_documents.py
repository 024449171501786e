"""The page on which the whole table is fetched as a file, also on the authority's own paper."""

import io
from dataclasses import replace

import docx
import pytest
from click.testing import CliRunner

from exports.documents import FORMATS
from hearing import cli
from hearing.casework import points
from hearing.records import By
from hearing.store import points as stored
from tests import world
from tests.pages import words

TOKEN = {"csrf_token": "token", "sort": "row"}


def _template() -> io.BytesIO:
    made, file = docx.Document(), io.BytesIO()
    made.sections[0].header.paragraphs[0].text = "Region Åbenlund"
    made.save(file)
    return io.BytesIO(file.getvalue())


def _opened(answer) -> docx.document.Document:
    assert answer.status_code == 200
    return docx.Document(io.BytesIO(answer.data))


def _parties(document) -> list[str]:
    return [row.cells[0].text for row in document.tables[0].rows[1:]]


def test_the_table_is_printed_on_the_paper_that_is_sent_along(client, hearing_id):
    data = TOKEN | {"template": (_template(), "brevpapir.docx")}
    document = _opened(client.post(f"/hearings/{hearing_id}/documents", data=data, buffered=True))
    assert document.sections[0].header.paragraphs[0].text == "Region Åbenlund"
    assert len(_parties(document)) == len(world.READING.rows)


def test_without_a_template_the_paper_is_our_own_and_the_order_is_the_chosen_one(client, hearing_id):
    by_row = _opened(client.post(f"/hearings/{hearing_id}/documents", data=TOKEN, buffered=True))
    by_theme = _opened(
        client.post(f"/hearings/{hearing_id}/documents", data=TOKEN | {"sort": "theme"}, buffered=True)
    )
    assert "Region Åbenlund" not in by_row.sections[0].header.paragraphs[0].text
    assert _parties(by_row) != _parties(by_theme)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"ikke et dokument", "ikke et Word-dokument"),
        (b"", "ikke et Word-dokument"),
        (b"\xd0\xcf\x11\xe0", "adgangskode"),
    ],
)
def test_a_broken_template_is_refused_beside_its_field(client, hearing_id, content, sentence):
    data = TOKEN | {"sort": "theme", "template": (io.BytesIO(content), "brevpapir.docx")}
    answer = client.post(f"/hearings/{hearing_id}/documents", data=data)
    assert answer.status_code == 400
    told = answer.text.partition('id="template-error">')[2].partition("</p>")[0]
    assert sentence in told
    assert 'selected value="theme"' in answer.text
    assert "Noget skal rettes" in words(answer.text)


def test_the_working_copy_does_not_promise_more_than_it_holds(client, hearing_id):
    told = words(client.get(f"/hearings/{hearing_id}/documents").text)
    assert "Interne noter, parternes art, frister, breve og historikken er ikke med" in told
    assert "sikkerhedskopi" in told


@pytest.mark.parametrize("way", ["command", "page", "paper"])
def test_a_save_does_not_wait_until_a_document_is_written(
    client, db, path, hearing_id, tmp_path, monkeypatch, way
):
    db.execute("pragma busy_timeout = 0")

    def write(loaded, file, **choices):
        assert points.change(db, By("abc"), 1, 1, summary="Gemt imens.")
        assert "Gemt imens." not in [line.point.summary for line in loaded.lines if line.point]

    monkeypatch.setitem(FORMATS, ".docx", replace(FORMATS[".docx"], write=write))
    if way == "command":
        command = ["--db", str(path), "export", "handling-table", str(hearing_id), "-o", str(tmp_path / "t.docx")]
        assert CliRunner().invoke(cli.main, command).exit_code == 0
    elif way == "page":
        assert client.get(f"/hearings/{hearing_id}/documents/docx", buffered=True).status_code == 200
    else:
        assert client.post(f"/hearings/{hearing_id}/documents", data=TOKEN, buffered=True).status_code == 200
    assert stored.find(db, 1).summary == "Gemt imens."
