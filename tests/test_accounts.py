"""What an import told of its file can be read again after it was stored."""

from dataclasses import replace

import pytest

from hearing.casework import accounts as casework
from hearing.casework import imports, undo
from hearing.intake.rows import Remark
from hearing.store import accounts, events, hearings
from hearing.store.transaction import Stale
from tests import world
from tests.conftest import ME

READING = replace(
    world.READING,
    left_out=(Remark("Tabellens overskrifter står igen (række 9)."),),
    odd=(Remark("Rækken har ingen håndtering.", 2), Remark("Parten står to gange.", 5)),
)


@pytest.fixture
def imported(db) -> int:
    """A hearing whose import had something to tell."""
    return imports.create(db, ME, "Plan for Åbenlund", READING)


def test_what_an_import_told_is_kept_with_the_points_it_is_about(db, imported):
    account = accounts.find(db, imported)
    [left_out], [undecided, silent] = account.left_out, account.odd
    assert left_out.text == "Tabellens overskrifter står igen (række 9)."
    point = db.execute("select summary from point where id = ?", [undecided.point_id]).fetchone()
    assert point == (world.ROWS[1].summary,)
    assert (silent.row, silent.point_id, account.seen) == (5, None, False)


def test_an_import_with_nothing_to_tell_keeps_nothing(db):
    assert accounts.find(db, imports.create(db, ME, "Plan", world.READING)) is None


def test_it_is_what_comes_next_until_somebody_has_seen_it(db, client, imported):
    page = client.get(f"/hearings/{imported}").text
    assert "i rapporten fra indlæsningen er ikke set" in page
    page = client.get(f"/hearings/{imported}/account").text
    for sentence in ("Rækken har ingen håndtering.", "Række 5: Parten står to gange.", "overskrifter står igen"):
        assert sentence in page
    assert ">Række 2</a>" in page
    data = {"csrf_token": "token", "once": "en", "version": "1"}
    assert client.post(f"/hearings/{imported}/account", data=data).status_code == 303
    page = client.get(f"/hearings/{imported}").text
    assert "er ikke set" not in page
    assert "Rapport fra indlæsningen</a>" in page
    assert "Rapporten er set igennem." in client.get(f"/hearings/{imported}/account").text


def test_a_row_that_is_gone_is_named_and_leads_nowhere(db, client, imported):
    gone = accounts.find(db, imported).odd[0].point_id
    client.post(f"/points/{gone}/removal", data={"csrf_token": "token", "once": "en", "version": "1"})
    assert ">Række 2</a>" not in client.get(f"/hearings/{imported}/account").text


def test_it_is_seen_once_and_goes_with_the_import_that_is_undone(db, imported):
    account = accounts.find(db, imported)
    seen = casework.confirm(db, ME, account)
    with pytest.raises(Stale):
        casework.confirm(db, ME, account)
    undo.undo(db, ME, seen)
    assert not accounts.find(db, imported).seen
    first = events.of(db, imported)[-1]
    undo.undo(db, ME, first.id)
    assert accounts.find(db, imported) is None
    assert hearings.find(db, imported) is None


def test_the_page_of_a_hearing_without_one_says_so(client, hearing_id):
    assert "Der er intet at se her" in client.get(f"/hearings/{hearing_id}/account").text
