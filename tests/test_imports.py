"""A file is looked through before it becomes a hearing: nothing is stored until a person says so."""

import io
import random
import re
import signal
import subprocess
import sys
import time

import pytest
from docx import Document

from exports import documents
from hearing import report
from hearing.casework import demonstration
from hearing.store import connection, hearings, schema, uploads
from hearing.web import ROOT
from tests import world

HEADINGS = ("Afsender", "Emne", "Resumé", "Indstilling", "Forvaltningens svar", "Uddrag")
ROWS = (
    (
        "Søndervang Kommune",
        "Adgang",
        "a) Længere åbent om torsdagen.",
        "Tages til efterretning",
        "Drøftes.",
        "Åbn nu.",
    ),
    ("Søndervang Kommune", "Adgang", "c) Flere tolke.", "Imødekommes", "Tilføjet i afsnit 2.", "Tolke mangler."),
    ("Ærøholm Hospital", "Der er ikke fremsendt høringssvar.", "", "", "", ""),
)


@pytest.fixture
def file() -> io.BytesIO:
    """A small table as another authority would write it."""
    document = Document()
    table = document.add_table(rows=0, cols=6)
    for texts in (HEADINGS, *ROWS):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    out = io.BytesIO()
    document.save(out)
    out.seek(0)
    return out


def _send(client, content, name="tabel.docx", **fields):
    data = {"csrf_token": "token", "once": "en", "title": "", "file": (content, name), **fields}
    return client.post("/imports", data=data, content_type="multipart/form-data")


def _form(page: str) -> dict[str, str]:
    """What a browser would send back from the preview."""
    fields = dict(re.findall(r'name="(csrf_token|once|version|title)"[^>]*value="([^"]*)"', page))
    for select, inside in re.findall(r'<select[^>]*name="(column-\d+)"[^>]*>(.*?)</select>', page, re.DOTALL):
        fields[select] = re.search(r'selected value="(\w+)"', inside)[1]
    return fields


def test_a_table_is_shown_and_then_stored(client, db, file):
    answer = _send(client, file, title="Åbenlund")
    assert answer.status_code == 303
    page = client.get(answer.location).text
    assert "<strong>3</strong> rækker" in page
    assert "Længere åbent om torsdagen." in page
    assert hearings.all(db) == []
    stored = client.post(answer.location, data=_form(page))
    assert stored.status_code == 303
    [hearing] = hearings.all(db)
    assert hearing.title == "Åbenlund"
    assert [line.silent for line in report.load(db, hearing.id).lines] == [False, False, True]
    assert uploads.all(db) == []
    assert client.get(answer.location).status_code == 404


def test_another_choice_of_column_reads_the_file_again_and_stores_nothing(client, db, file):
    place = _send(client, file).location
    page = client.get(place).text
    form = {**_form(page), "column-6": "comment", "column-5": "ignore"}
    answer = client.post(place, data=form)
    assert (answer.status_code, answer.location) == (303, place)
    assert hearings.all(db) == []
    page = client.get(place).text
    assert "er læst igen" in page
    assert _form(page)["column-6"] == "comment"
    client.post(place, data=_form(page))
    [hearing] = hearings.all(db)
    assert next(iter(report.load(db, hearing.id).lines)).point.comment == "Åbn nu."


def test_an_old_preview_is_refused_and_keeps_what_was_typed(client, db, file):
    place = _send(client, file).location
    form = _form(client.get(place).text)
    client.post(place, data={**form, "column-5": "ignore"})
    late = client.post(place, data={**form, "title": "Skrevet bagefter", "column-4": "ignore", "once": "to"})
    assert late.status_code == 409
    assert "Skrevet bagefter" in late.text
    again = client.post(place, data={**_form(late.text), "once": "tre"})
    assert again.status_code == 303
    odd = client.post(place, data={**_form(client.get(place).text), "version": "9" * 30, "once": "fire"})
    assert odd.status_code == 409
    assert hearings.all(db) == []


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "tom.docx", "Filen er tom."),
        (b"", "", "Vælg en fil."),
        (b"MZ\x90\x00", "program.exe", "program.exe"),
        (b"{", "x.json", "JSON"),
    ],
)
def test_a_file_that_cannot_be_read_is_said_beside_the_field(client, db, content, name, sentence):
    answer = _send(client, io.BytesIO(content), name, title="Min titel", parties="Søndervang Kommune")
    assert answer.status_code == 400
    assert sentence in answer.text
    assert "<title>Fejl: " in answer.text
    assert 'value="Min titel"' in answer.text
    assert uploads.all(db) == []


def test_the_file_waits_while_the_server_is_started_again(client, db, path, file):
    place = _send(client, file, title="Åbenlund").location
    other = connection.connect(path)
    assert [upload.title for upload in uploads.all(other)] == ["Åbenlund"]
    assert "Åbenlund" in client.get("/imports").text
    client.post(f"{place}/removal", data={"csrf_token": "token"})
    assert uploads.all(other) == []


def test_the_preview_sent_twice_stores_one_hearing(client, db, file):
    place = _send(client, file).location
    form = _form(client.get(place).text)
    assert client.post(place, data=form).status_code == 303
    assert client.post(place, data=form).status_code == 303
    assert len(hearings.all(db)) == 1


def test_a_page_from_before_a_second_reading_is_led_to_the_newest(client, db, file):
    place = _send(client, file).location
    form = _form(client.get(place).text)
    client.post(place, data={**form, "column-5": "ignore"})
    back = client.post(place, data=form)
    assert back.status_code == 303
    assert hearings.all(db) == []


def test_the_demonstration_is_one_button_and_only_in_an_empty_database(client, db):
    client.post("/demonstration", data={"csrf_token": "token", "once": "a"})
    assert len(hearings.all(db)) == 1
    client.post("/demonstration", data={"csrf_token": "token", "once": "b"})
    assert len(hearings.all(db)) == 1
    assert "tom database" in client.get("/").text


def test_the_front_page_of_an_empty_database_offers_both_ways_and_lets_the_demonstration_go_again(client, db):
    page = client.get("/").text
    assert "Start uden demonstration" in page
    client.post("/demonstration", data={"csrf_token": "token", "once": "a"})
    page = client.get("/").text
    [removal] = re.findall(r'action="(/hearings/\d+/removal)"', page)
    client.post(removal, data={"csrf_token": "token", "version": "1"})
    assert hearings.all(db) == []


def test_an_import_nobody_has_worked_on_is_undone_whole(client, db, file):
    place = _send(client, file).location
    overview = client.post(place, data=_form(client.get(place).text)).location
    history = client.get(f"{overview}/events").text
    [undo] = set(re.findall(r'action="(/events/\d+/undo)"', history))
    client.post(undo, data={"csrf_token": "token"})
    assert hearings.all(db) == []
    assert db.execute("select count(*) from point").fetchone()[0] == 0


@pytest.mark.slow
def test_an_import_that_is_killed_leaves_everything_or_nothing(tmp_path):
    table = demonstration.FOLDER / "handling-table.json"
    dice = random.Random(1)
    for turn in range(20):
        file = tmp_path / f"{turn}.db"
        command = [sys.executable, "-m", "hearing", "--db", file, "import", table, "--title", "Plan"]
        importing = subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=ROOT)
        time.sleep(dice.uniform(0.2, 1.2))
        importing.send_signal(signal.SIGKILL)
        importing.wait()
        opened = schema.open(file)
        counts = opened.execute("select (select count(*) from point), (select count(*) from event)").fetchone()
        assert counts in ((0, 0), (170, 1))
        assert opened.execute("pragma integrity_check").fetchone()[0] == "ok"
        opened.conn.close()


def test_our_own_table_comes_back_with_its_title_and_examples_of_its_columns(client, db, hearing_id, tmp_path):
    printed = tmp_path / "udkast.docx"
    documents.write(report.load(db, hearing_id), printed)
    page = client.get(_send(client, printed.open("rb"), "udkast.docx").location).text
    assert f'value="{world.TITLE}"' in page
    assert "<li><bdi>Adgang og åbningstid</bdi></li>" in page
    assert "(tom)" not in page
