"""Initials are asked for once, and events carry them."""


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
