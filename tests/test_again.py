"""What was typed survives whatever happens between the typing and the saving."""

import pytest

from hearing.store import points
from hearing.web import create_app
from tests.pages import filled, words


@pytest.fixture
def typed(client, db, hearing_id):
    """The form of the first point, with a text typed into it."""
    return filled(client.get("/points/1").text, "/points/1") | {"comment": "Skrevet\r\nmed omhu"}


def test_a_form_whose_token_is_too_old_is_kept_and_can_be_sent_again(client, db, typed):
    answer = client.post("/points/1", data=typed | {"csrf_token": "gammelt"})
    assert answer.status_code == 400
    assert "Siden har stået åben for længe" in words(answer.text)
    assert points.find(db, 1).version == 1
    again = filled(answer.text, "/points/1")
    assert client.post("/points/1", data=again).status_code == 303
    assert points.find(db, 1).comment == "Skrevet\nmed omhu"


def test_a_form_that_is_changed_and_sent_a_second_time_loses_nothing(client, db, typed):
    assert client.post("/points/1", data=typed).status_code == 303
    answer = client.post("/points/1", data=typed | {"comment": "Skrevet om", "go": "next"})
    assert answer.status_code == 409
    assert "Siden er sendt før" in words(answer.text)
    assert points.find(db, 1).comment == "Skrevet\nmed omhu"
    answer = client.post("/points/1", data=filled(answer.text, "/points/1"))
    assert answer.status_code == 409
    assert "abc har gemt bemærkningen" in words(answer.text)
    assert client.post("/points/1", data=filled(answer.text, "/points/1")).status_code == 303
    assert points.find(db, 1).comment == "Skrevet om"


def test_a_browser_that_forgot_the_person_asks_and_saves(app, db, typed):
    stranger = app.test_client()
    answer = stranger.post("/points/1", data=typed)
    assert answer.status_code == 400
    assert "Hvem er du?" in words(answer.text)
    assert points.find(db, 1).version == 1
    again = filled(answer.text, "/points/1") | {"initials_of_sender": "mkh"}
    assert stranger.post("/points/1", data=again).status_code == 303
    assert points.find(db, 1).comment == "Skrevet\nmed omhu"
    assert db.execute("select by from event order by id desc").fetchone() == ("mkh",)


def test_a_form_opened_before_the_server_was_restarted_is_saved(path, client, db, typed):
    cookie = client.get_cookie("hearing").value
    restarted = create_app(path).test_client()
    restarted.set_cookie("hearing", cookie)
    assert restarted.post("/points/1", data=typed).status_code == 303
    assert points.find(db, 1).comment == "Skrevet\nmed omhu"


def test_a_form_whose_session_the_server_no_longer_knows_is_kept_and_can_be_sent_again(path, client, db, typed):
    cookie = client.get_cookie("hearing").value
    db.execute("update setting set value = ? where name = 'secret_key'", ["0" * 64])
    restarted = create_app(path).test_client()
    restarted.set_cookie("hearing", cookie)
    answer = restarted.post("/points/1", data=typed)
    assert answer.status_code == 400
    again = filled(answer.text, "/points/1") | {"initials_of_sender": "mkh"}
    assert restarted.post("/points/1", data=again).status_code == 303
    assert points.find(db, 1).comment == "Skrevet\nmed omhu"


def test_a_form_that_is_too_large_is_refused_and_shown(client, db, typed):
    part = '--x\r\nContent-Disposition: form-data; name="{}"{}\r\n\r\n'
    body = "".join(part.format(name, "") + f"{value}\r\n" for name, value in typed.items())
    body += part.format("file", '; filename="brev.pdf"') + "x" * 51 * 1024 * 1024 + "\r\n--x--\r\n"
    answer = client.post("/points/1", data=body.encode(), content_type="multipart/form-data; boundary=x")
    assert answer.status_code == 413
    assert "Skrevet\nmed omhu" in answer.text.replace("\r\n", "\n")
    assert points.find(db, 1).version == 1


def test_a_full_disk_is_said_in_one_sentence_and_the_text_can_be_sent_again(path, client, db, typed, monkeypatch):
    from hearing.store import connection

    connect = connection.connect
    full = {"yes": True}

    def small(path, **options):
        opened = connect(path, **options)
        if full["yes"]:
            opened.execute("pragma max_page_count = 1")
        return opened

    monkeypatch.setattr(connection, "connect", small)
    client.application.testing = False
    client.application.config["PROPAGATE_EXCEPTIONS"] = False
    answer = client.post("/points/1", data=typed | {"excerpt": "æ" * 100_000})
    assert answer.status_code == 507
    assert "Der er ikke plads på disken" in words(answer.text)
    assert db.execute("pragma integrity_check").fetchone() == ("ok",)
    assert points.find(db, 1).version == 1
    full["yes"] = False
    again = filled(answer.text, "/points/1")
    assert client.post("/points/1", data=again).status_code == 303
    assert points.find(db, 1).comment == "Skrevet\nmed omhu"
