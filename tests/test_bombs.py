"""A file that is made to bring the reader down gets a Danish sentence, and the server goes on answering."""

import io
import resource
import threading

import pytest

from hearing import sandbox
from hearing.intake.rows import Refused
from tests import bombs

# Their tables are honest, only strange: an empty cell may be as far away as it likes.
CAN_BE_READ = {"docx_of_wide_cells.docx", "xlsx_of_the_last_cell.xlsx", "csv_of_nothing_but_commas.csv"}


@pytest.mark.slow
@pytest.mark.parametrize("name", bombs.ALL)
def test_a_bomb_kills_at_most_the_child(name):
    data = bombs.ALL[name]()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    try:
        assert len(sandbox.read(data, name).rows) <= 100
        assert name in CAN_BE_READ
    except Refused as refusal:
        sentence = str(refusal)
        assert sentence.endswith(".")
        assert "Error" not in sentence
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < 50 * 1024 + 3 * len(data) // 1024


def test_others_are_answered_while_a_file_is_read(app, monkeypatch):
    started, go_on = threading.Event(), threading.Event()

    def slow(*_arguments, **_options):
        started.set()
        assert go_on.wait(10)
        raise Refused("Filen er for langsom.")

    monkeypatch.setattr(sandbox, "read", slow)
    answers = {}

    def client():
        made = app.test_client()
        with made.session_transaction() as session:
            session.update(initials="abc", csrf="token")
        return made

    def send():
        data = {"csrf_token": "token", "title": "x", "file": (io.BytesIO(b"PK"), "x.docx")}
        answers["upload"] = client().post("/imports", data=data, content_type="multipart/form-data")

    reading = threading.Thread(target=send)
    reading.start()
    assert started.wait(10)
    assert client().get("/").status_code == 200
    go_on.set()
    reading.join()
    assert answers["upload"].status_code == 400
    assert "Filen er for langsom." in answers["upload"].text
