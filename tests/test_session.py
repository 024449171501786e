"""Initials are asked for once, and events carry them."""

from urllib.parse import quote

import pytest


def test_asks_for_initials_and_goes_on(app):
    client = app.test_client()
    answer = client.get("/")
    assert answer.status_code == 302
    assert "/initialer" in answer.location
    page = client.get(answer.location).text
    token = page.split('name="csrf_token" type="hidden" value="')[1].split('"')[0]
    answer = client.post("/initialer?next=/", data={"csrf_token": token, "initials": "mkh"})
    assert (answer.status_code, answer.location) == (303, "/")
    assert client.get("/").status_code == 200


@pytest.mark.parametrize(
    "address", ["//evil.example", "/\\evil.example", "/\t/evil.example", "/\n/evil.example", "/\r\nX-Name: y"]
)
def test_the_person_is_led_nowhere_but_on_this_site(client, address):
    answer = client.post(f"/initialer?next={quote(address)}", data={"csrf_token": "token", "initials": "mkh"})
    assert (answer.status_code, answer.location) == (303, "/")
