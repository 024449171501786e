"""What holds for every form there is: sent twice it acts once, sent too late it keeps what was typed."""

import json
import random
import shutil
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from lxml import html

from hearing.casework import decisions, echoes, imports, parties, points, themes, verdicts
from hearing.intake.rows import Reading, Row
from hearing.records import By
from hearing.store import connection
from hearing.store import parties as stored_parties
from hearing.store import points as stored_points
from hearing.store import themes as stored_themes
from hearing.web import create_app
from tests import pages
from tests.addresses import address, endpoints
from tests.dump import dump

pytestmark = pytest.mark.slow

# What a person must type or choose before the form does something; the rest is as the page shows it.
TYPED: dict[str, dict[str, str]] = {
    "points.change": {"note": "Ring til kommunen"},
    "points.add": {"summary": "Et nyt ønske om en bænk"},
    "places.move": {"party": "2"},
    "cuts.split": {"summary": "Et ønske.\r\n---\r\nEt til."},
    "themes.add": {"name": "Sundhed på arbejdspladsen"},
    "themes.rename": {"name": "Et andet navn"},
    "decisions.add": {"phrase": "Tages til efterretning nu", "meaning": "no_change"},
    "decisions.change": {"phrase": "Imødekommes helt"},
    "parties.change": {"short_name": "XYZ"},
    "drafts.change": {"text": "Alle borgere har en læge tæt på."},
    "hearings.create": {"title": "Plan for alt andet"},
    "hearings.change": {"title": "Et andet navn"},
    "responses.change": {"document_number": "24/0117-9"},
    "verdicts.add": {"deed": "reject"},
}
# They write nothing that has an event: the person's name, and what a typed text is like.
WITHOUT_EVENT = {"session.set_initials", "likeness.new", "likeness.typed"}
# No link leads to their forms: an empty database has the one, the answer to another form the other.
WITHOUT_LINK = {"demonstration.load", "party_list.add"}
BY_HAND = {"party_list.add": {"lines-0-take": "y", "lines-0-name": "Klitby Kommune", "lines-0-kind": "citizen"}}
# Forms without any text of a person's, which are carried out by what is stored when they come: an undo compares
# the values themselves, a spelling is there or not, a file is thrown away.
BY_WHAT_IS_STORED = {"events.undo", "themes.split", "imports.remove"}
# They are made from the version of the point; its link to the others holds no text of the handling.
BY_THE_LINK = {"echoes.lead", "echoes.leave"}


@pytest.fixture(scope="module")
def prepared(tmp_path_factory, furnished):
    """Something on every page, and something to take back, to remove and to bring back."""
    path = shutil.copy(furnished, tmp_path_factory.mktemp("forms") / "hearing.db")
    db = connection.connect(path)
    me = By("abc")
    points.change(db, me, 7, 1, comment="En kortere kommentar", marks=())
    themes.add(db, me, 1, "Et tema uden bemærkninger")
    decisions.add(db, me, 1, "En formulering, som ingen bruger", None)
    one, other = stored_themes.of(db, 1)[2:4]
    themes.merge(db, me, other.id, other.version, one.id)
    parties.change(db, me, replace(stored_parties.of(db, 1)[0], kind_confirmed=False))
    _repeat(db, me)
    db.conn.close()
    return path


def _repeat(db, me) -> None:
    """Points that follow another or deviate from it, a rejected pair, and the same in an earlier hearing."""
    # Not the equal texts that furnish() adds: they wait to be decided at once.
    known = [point.id for point in stored_points.of(db, 1) if point.excerpt and "bænk" not in point.excerpt]
    one, second, third, other = known[6:10]
    for id in (second, third):
        echoes.confirm(db, me, id, stored_points.find(db, id).version, one)
    echoes.deviate(db, me, third, stored_points.find(db, third).version, "Kun her", comment="Noget andet")
    verdicts.reject(db, me, one, other)
    then = stored_points.find(db, one)
    row = Row(party="Klitby Kommune", summary=then.summary, excerpt=then.excerpt, comment="Drøftes i foråret.")
    imports.create(db, me, "Planen før denne", Reading(rows=(row,)))


@pytest.fixture
def path(tmp_path, prepared):
    """A copy of it for each test."""
    return shutil.copy(prepared, tmp_path / "hearing.db")


@pytest.fixture(scope="module")
def forms(prepared):
    """By endpoint, the first form for it on any page that links lead to: its address and its fields."""
    app = create_app(prepared)
    client = app.test_client()
    with client.session_transaction() as session:
        session.update(initials="abc", csrf="token")
    router, found, seen = app.url_map.bind("localhost"), {}, Counter()
    # The last: suggestions behind the points of the table, which are the equal texts that furnish() adds.
    waiting = ["/", "/points/7/events", "/hearings/1/echoes?at=100-170-0"]
    for at in waiting:
        answer = client.get(at, buffered=True)
        if answer.mimetype != "text/html":
            continue
        page = html.fromstring(answer.text)
        for form in page.forms:
            for action in _actions(form, at):
                endpoint = router.match(action.partition("?")[0], method="POST")[0]
                found.setdefault(endpoint, (action, pages.fields(form)))
        for link in page.iterlinks():
            to = link[2].partition("#")[0]
            if link[1] == "href" and to.startswith("/") and to not in waiting:
                endpoint = router.match(to.partition("?")[0])[0]
                seen[endpoint] += 1
                waiting += [to] if seen[endpoint] <= 12 else []
    return found


def _actions(form, at: str) -> list[str]:
    """Where the form's buttons send it."""
    if (form.method or "").upper() != "POST":
        return []
    outside = form.getroottree().xpath("//button[@form=$id]", id=form.get("id") or "-")
    return [
        form.action or at,
        *(to for button in (*form.iter("button"), *outside) if (to := button.get("formaction"))),
    ]


def _events(db) -> int:
    return db.execute("select count(*) from event").fetchone()[0]


def _known(forms, endpoint):
    assert endpoint in forms, f"No page with the test data has a form for {endpoint}."
    action, fields = forms[endpoint]
    return action, fields | TYPED.get(endpoint, {})


@pytest.mark.parametrize("endpoint", sorted(set(endpoints("POST")) - WITHOUT_EVENT - WITHOUT_LINK))
def test_a_form_that_is_sent_twice_acts_once(client, db, forms, endpoint):
    action, fields = _known(forms, endpoint)
    before = _events(db)
    client.post(action, data=fields, buffered=True)
    first, said = dump(db), _events(db)
    assert said <= before + 1
    client.post(action, data=fields, buffered=True)
    assert dump(db) == first
    assert _events(db) == said


@pytest.mark.parametrize("endpoint", sorted(set(TYPED) & set(endpoints("POST"))))
def test_what_is_typed_is_done_as_one_event(client, db, forms, endpoint):
    action, fields = _known(forms, endpoint)
    before = _events(db)
    assert client.post(action, data=fields).status_code == 303
    assert _events(db) == before + 1


@pytest.mark.parametrize("endpoint", sorted(set(TYPED) & set(endpoints("POST"))))
def test_a_form_whose_token_is_gone_can_be_sent_again_with_what_was_typed(client, db, forms, endpoint):
    action, fields = _known(forms, endpoint)
    before = _events(db)
    answer = client.post(action, data=fields | {"csrf_token": "for gammelt"})
    assert answer.status_code == 400
    assert _events(db) == before
    again = next(form for form in html.fromstring(answer.text).forms if form.action == action)
    assert client.post(action, data=pages.fields(again)).status_code == 303
    assert _events(db) == before + 1


def _browser(path):
    client = create_app(path).test_client()
    with client.session_transaction() as session:
        session.update(initials="abc", csrf="token")
    return client


def _changed_by(path, action, fields) -> set[tuple[str, int]]:
    """The records that the form changes or removes; another place alone is no change."""
    db = connection.connect(path)
    last = db.execute("select max(id) from event").fetchone()[0]
    _browser(path).post(action, data=fields, buffered=True)
    told = [json.loads(changes) for (changes,) in db.execute("select changes from event where id > ?", [last])]
    db.conn.close()
    return {
        (change["table"], change["id"])
        for change in sum(told, [])
        if change["before"] and "rows" not in change["before"]
        if change["after"] is None or change["after"]["version"] != change["before"]["version"]
    }


@pytest.mark.parametrize("endpoint", sorted(set(endpoints("POST")) - WITHOUT_EVENT - WITHOUT_LINK))
def test_a_form_from_before_a_colleagues_save_overwrites_nothing(client, db, path, tmp_path, forms, endpoint):
    action, fields = _known(forms, endpoint)
    changed = _changed_by(shutil.copy(path, tmp_path / "tried.db"), action, fields)
    if not changed or endpoint in BY_WHAT_IS_STORED:
        return
    if endpoint in BY_THE_LINK:
        changed = {("point", int(action.split("/")[2]))}
    for table, id in changed:
        db.execute(f"update [{table}] set version = version + 1 where id = ?", [id])  # noqa: S608 - our names
    before = list(db.conn.iterdump())
    answer = client.post(action, data=fields, buffered=True)
    assert list(db.conn.iterdump()) == before
    # A page that only confirms something leads back to what it is about, and says why nothing was done.
    assert answer.status_code in (303, 409)


@pytest.mark.parametrize("version", [None, "", "æ", "9" * 25])
@pytest.mark.parametrize("endpoint", sorted(set(endpoints("POST")) - WITHOUT_EVENT - WITHOUT_LINK))
def test_a_form_without_a_version_overwrites_nothing(client, db, forms, endpoint, version):
    action, fields = _known(forms, endpoint)
    if "version" not in fields or endpoint in BY_WHAT_IS_STORED | {"points.add"}:
        return
    sent = {name: text for name, text in fields.items() if name != "version"}
    before = list(db.conn.iterdump())
    answer = client.post(action, data=sent if version is None else sent | {"version": version}, buffered=True)
    assert list(db.conn.iterdump()) == before
    assert answer.status_code in (303, 409)
    typed = [text.splitlines()[0] for text in TYPED.get(endpoint, {}).values() if " " in text]
    assert all(text in answer.text for text in typed)


# Of a changed record the next page says so and offers to take it back; a point's page has its history.
@pytest.mark.parametrize(
    "endpoint",
    ["parties.change", "themes.rename", "decisions.change", "hearings.change", "responses.change"],
)
def test_what_was_changed_can_be_taken_back_at_once(client, db, forms, endpoint):
    action, fields = _known(forms, endpoint)
    page = client.post(action, data=fields, follow_redirects=True)
    newest = db.execute("select max(id) from event").fetchone()[0]
    assert f'action="/events/{newest}/undo"' in page.text.partition("<main")[0] + page.text.partition("</h1>")[0]


_ODD = [
    "",
    "0",
    "-1",
    "9" * 25,
    "9" * 5000,
    "1e5",
    "²",
    "٣",
    "1.5",
    "None",
    "[]",
    "a\0b",
    "\0",
    "🧵",
    "x" * 9000,
]
_ODD += [
    "1",
    "true",
    "31-12-99999",
    "1:1",
    "1:x",
    "1:" + "9" * 30,
    "printed",
    "new",
    "/\t/x",
    "%zz",
    "\r\n---\r\n",
]


def _hand_made(chance: random.Random, fields: dict[str, str], names: list[str]) -> dict[str, str | list[str]]:
    """A form as nobody's browser sends it: some fields gone, some twice, some of them holding anything at all."""
    kept = {name: text for name, text in fields.items() if chance.random() < chance.choice((0, 0.5, 0.95))}
    odd = chance.sample(names, min(len(names), chance.choice((1, 1, 2, 5))))
    return kept | {name: chance.choice([chance.choice(_ODD), chance.sample(_ODD, 3)]) for name in odd}


@pytest.mark.parametrize("endpoint", sorted(endpoints("POST")))
def test_whatever_is_sent_the_program_does_not_fail(path, tmp_path, app, db, forms, endpoint):
    action, fields = forms.get(endpoint) or (address(app, db, endpoint), BY_HAND.get(endpoint, {}))
    fields = fields | TYPED.get(endpoint, {})
    names = sorted(
        set(fields) | {"after", "back", "bring_back", "column", "event", "printed", "response", "theirs"}
    )
    chance = random.Random(endpoint)
    db.conn.close()
    tried = shutil.copy(path, tmp_path / "tried.db")
    client = _browser(tried)
    for n in range(30):
        sent = _hand_made(chance, fields, names) | {"csrf_token": "token", "once": f"{endpoint} {n}"}
        assert client.post(action, data=sent, buffered=True).status_code < 500, sent
        shutil.copy(path, tried)


@pytest.mark.parametrize("endpoint", sorted(set(endpoints("POST")) - WITHOUT_EVENT - WITHOUT_LINK))
def test_a_form_that_is_sent_twice_at_the_same_moment_acts_once(db, path, tmp_path, forms, endpoint):
    action, fields = _known(forms, endpoint)
    once = shutil.copy(path, tmp_path / "once.db")
    _browser(once).post(action, data=fields, buffered=True)
    both = [_browser(path), _browser(path)]
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda client: client.post(action, data=fields, buffered=True), both))
    alone = connection.connect(once)
    assert dump(db) == dump(alone)
    assert _events(db) == _events(alone)
    alone.conn.close()


def test_a_list_of_parties_that_is_sent_twice_is_added_once(client, db):
    page = client.post(
        "/hearings/1/party-list/preview", data={"csrf_token": "token", "text": "Klitby Kommune\nPia Ø"}
    )
    fields = pages.filled(page.text, "/hearings/1/party-list")
    before = _events(db)
    for _ in range(2):
        assert client.post("/hearings/1/party-list", data=fields).status_code == 303
        assert db.execute(
            "select count(*) from party where hearing_id = 1 and name = 'Klitby Kommune'"
        ).fetchone() == (1,)
    assert _events(db) == before + 1


def test_the_demonstration_that_is_asked_for_twice_is_loaded_once(tmp_path):
    client = _browser(tmp_path / "empty.db")
    db = connection.connect(tmp_path / "empty.db")
    fields = pages.filled(client.get("/").text, "/demonstration")
    for _ in range(2):
        assert client.post("/demonstration", data=fields).status_code == 303
        assert db.execute("select (select count(*) from hearing), (select count(*) from event)").fetchone() == (
            1,
            1,
        )
    db.conn.close()
