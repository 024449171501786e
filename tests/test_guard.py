"""What holds for every route there is: tokens, origins, hosts, headers, Danish errors, reading without writing."""

import random
import shutil

import pytest

from hearing.store.transaction import Stale
from hearing.web import create_app
from tests.addresses import address, endpoints

ENGLISH = ("Not Found", "Bad Request", "Method Not Allowed", "Internal Server Error", "Traceback", "The requested")


@pytest.fixture
def path(tmp_path, furnished):
    """A database with something on every page."""
    return shutil.copy(furnished, tmp_path / "hearing.db")


@pytest.fixture
def client(db, path):
    """A browser in front of a program that shows its errors as it would to a person."""
    app = create_app(path)
    app.add_url_rule("/test/fail", "test.fail", _fail, methods=["GET", "POST"])
    with app.test_client() as client:
        with client.session_transaction() as session:
            session["initials"] = "abc"
            session["csrf"] = "token"
        yield client


RAISED: list[BaseException] = []


def _fail():
    raise RAISED.pop()


def _dump(db) -> list[str]:
    """Everything that is stored."""
    return list(db.conn.iterdump())


@pytest.mark.parametrize("endpoint", endpoints("GET"))
def test_reading_writes_nothing_and_carries_every_header(client, db, path, endpoint):
    url = address(client.application, db, endpoint)
    db.conn.execute("vacuum")
    before = path.read_bytes()
    for _ in range(2):
        answer = client.get(url, buffered=True)
        assert answer.status_code in (200, 302), url
        _assert_headers(answer)
    assert path.read_bytes() == before


def _assert_headers(answer) -> None:
    policy = answer.headers["Content-Security-Policy"]
    for part in ("default-src 'none'", "script-src 'self'", "object-src 'none'", "frame-ancestors 'none'"):
        assert part in policy
    assert "unsafe" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Server" not in answer.headers


@pytest.mark.parametrize("endpoint", endpoints("POST"))
def test_a_form_without_its_token_changes_nothing(client, db, endpoint):
    url = address(client.application, db, endpoint)
    before = _dump(db)
    for data in ({}, {"csrf_token": "another"}):
        answer = client.post(url, data=data)
        # A page may also send the person back to press again.
        assert answer.status_code in (303, 400, 403), url
        _assert_headers(answer)
    assert _dump(db) == before


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_form_from_another_site_is_refused(client, db, headers):
    for endpoint in endpoints("POST"):
        answer = client.post(
            address(client.application, db, endpoint), data={"csrf_token": "token"}, headers=headers
        )
        assert answer.status_code == 403
        assert "andet sted" in answer.text


def test_a_form_of_our_own_passes(client):
    answer = client.post(
        "/initialer",
        data={"csrf_token": "token", "initials": "xyz"},
        headers={"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"},
    )
    assert answer.status_code == 303


def test_another_host_is_refused_everywhere(client, db):
    for endpoint in endpoints("GET"):
        url = address(client.application, db, endpoint)
        for host in ("evil.example", "evil.example:8000", "127.0.0.1.evil.example"):
            answer = client.get(url, headers={"Host": host})
            assert answer.status_code == 400
            assert "Ukendt adresse" in answer.text
            _assert_headers(answer)


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000"])
def test_this_machine_is_known_by_all_its_names(client, host):
    assert client.get("/initialer", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    ("method", "url", "code"),
    [
        ("GET", "/findes-ikke", 404),
        ("GET", "/hearings/99999999999999999999", 404),
        ("GET", "/hearings/-1", 404),
        ("GET", "/points/9223372036854775808/row", 404),
        ("GET", "/static/css/findes-ikke.css", 404),
        ("GET", "/static/../hearing.db", 404),
        ("DELETE", "/", 405),
        ("TRACE", "/", 405),
        ("TRACE", "/static/css/base.css", 405),
        ("POST", "/", 405),
        ("PUT", "/hearings/1", 405),
    ],
)
def test_errors_are_danish_pages(client, method, url, code):
    answer = client.open(url, method=method)
    assert answer.status_code == code
    assert 'lang="da"' in answer.text
    assert not any(word in answer.text for word in ENGLISH)
    assert "Content-Security-Policy" in answer.headers


@pytest.mark.parametrize(
    ("raised", "code"),
    [
        (RuntimeError("kaboom"), 500),
        (OSError(28, "No space left on device"), 507),
        (Stale("point", 1), 409),
    ],
)
def test_what_fails_inside_is_a_danish_page_that_keeps_what_was_typed(client, raised, code):
    RAISED.append(raised)
    answer = client.post("/test/fail", data={"csrf_token": "token", "summary": "Det hele skrev jeg selv."})
    assert answer.status_code == code
    assert "Det hele skrev jeg selv." in answer.text
    assert "kaboom" not in answer.text
    assert not any(word in answer.text for word in ENGLISH)
    _assert_headers(answer)


def test_too_much_is_refused_in_danish(client):
    answer = client.post("/initialer", data={"csrf_token": "token", "initials": "x" * (51 * 1024 * 1024)})
    assert answer.status_code == 413
    assert "for stort" in answer.text


def test_a_form_sent_without_initials_keeps_what_was_typed(client, db):
    with client.session_transaction() as session:
        del session["initials"]
    url = address(client.application, db, "points.change")
    answer = client.post(url, data={"csrf_token": "token", "summary": "Skrevet uden navn på."})
    assert answer.status_code == 400
    assert "Skrevet uden navn på." in answer.text
    assert "initials_of_sender" in answer.text


def test_no_query_string_breaks_a_page(client, db):
    chance = random.Random(20)
    pages = [address(client.application, db, endpoint) for endpoint in endpoints("GET")]
    names = ["theme", "party", "decision", "status", "responsible", "unsure", "q", "sort", "page", "silent"]
    names += ["meaning", "names", "next", "back", "x[]"]
    values = [
        "",
        "0",
        "-1",
        "1e9",
        "9" * 30,
        "NaN",
        "ny",
        "row",
        '"',
        "*",
        "AND",
        "(",
        "\x00",
        "æ%",
        "%E6",
        "ø" * 300,
    ]
    values += ["' or 1=1 --", "²", "٣", "//evil.example", "a\r\nb: c", "\ud800", "NEAR(a b)", "-" * 500]
    for _ in range(1000):
        query = [(chance.choice(names), chance.choice(values)) for _ in range(chance.randint(1, 5))]
        query = [(name, value.encode("utf-8", "replace").decode()) for name, value in query]
        answer = client.get(chance.choice(pages), query_string=query, buffered=True)
        assert answer.status_code < 500, query


def test_a_filter_of_60_kilobytes_is_cut_and_says_so(client):
    answer = client.get("/hearings/1/points", query_string={"q": "ord " * 15_000})
    assert answer.status_code == 200
    assert "første 200 tegn" in answer.text


def test_css_and_js_may_be_kept_for_good_under_an_address_that_changes_with_them(client):
    page = client.get("/").text
    url = page.split('rel="stylesheet" href="')[1].split('"')[0]
    known = client.get(url, buffered=True)
    assert known.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert client.get(url.partition("?")[0], buffered=True).headers["Cache-Control"] == "no-cache"


def test_the_key_and_the_database_are_the_owners_alone(client, path, app):
    assert path.stat().st_mode & 0o777 == 0o600
    assert len(bytes.fromhex(app.config["SECRET_KEY"])) == 32
    assert app.config["SECRET_KEY"] == client.application.config["SECRET_KEY"]
    assert not client.application.debug
