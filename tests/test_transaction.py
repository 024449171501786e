"""One write at a time, over the version it was made from, with an event that stays."""

import pytest

from hearing.casework import points
from hearing.enums import Verb
from hearing.records import By
from hearing.store import connection
from hearing.store import points as stored
from hearing.store.transaction import AlreadyDone, Stale, transaction

ME = By("abc")


def test_a_form_sent_twice_acts_once(db, hearing_id):
    once = By("abc", "token-of-the-form")
    points.change(db, once, 1, 1, page="9")
    with pytest.raises(AlreadyDone):
        points.change(db, once, 1, 2, page="10")
    assert stored.find(db, 1).page == "9"


def test_an_update_from_an_older_version_is_refused_by_the_update_itself(db, hearing_id):
    with transaction(db, ME, Verb.POINT_CHANGE, hearing_id) as tx:
        tx.update("point", 1, 1, {"page": "9"})
        with pytest.raises(Stale):
            tx.update("point", 1, 1, {"page": "10"})
    assert stored.find(db, 1).page == "9"


def test_an_event_can_be_neither_changed_nor_removed(db, hearing_id):
    for sql in ("update event set by = 'x'", "delete from event"):
        with pytest.raises(Exception, match="events are never"):
            db.execute(sql)


def test_a_large_transaction_does_not_shut_readers_out(path, db, hearing_id):
    reader = connection.connect(path, readonly=True)
    reader.execute("pragma busy_timeout = 0")
    with transaction(db, ME, Verb.POINT_CHANGE, hearing_id) as tx:
        for _ in range(40):
            tx.insert("theme", {"hearing_id": hearing_id, "name": "x" * 200_000, "position": 1})
        assert reader.execute("select count(*) from theme").fetchone() == (2,)
    assert reader.execute("select count(*) from theme").fetchone() == (42,)
    reader.conn.close()
