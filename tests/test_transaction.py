"""One write at a time, over the version it was made from, with an event that stays."""

import pytest

from hearing.casework import points, themes
from hearing.enums import Verb
from hearing.records import By
from hearing.store import connection, events
from hearing.store import points as stored
from hearing.store import themes as stored_themes
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


def test_the_event_of_a_merged_theme_holds_no_text_of_its_points_and_each_is_told_apart(db, hearing_id):
    one, other = stored_themes.of(db, hearing_id)[:2]
    moved = stored.under(db, one.id)
    event = themes.merge(db, ME, one.id, one.version, other.id)
    [(written,)] = db.execute("select changes from event where id = ?", [event])
    assert not any(point.summary in written or point.comment and point.comment in written for point in moved)
    for point in moved:
        [change] = events.about(db, "point", point.id)[0].changes
        assert (change.id, change.before["theme_id"], change.after["theme_id"]) == (point.id, one.id, other.id)


def test_every_version_of_a_record_can_be_told_from_its_events(db, hearing_id):
    saved = {}
    for version, fields in enumerate(({"summary": "Æblerød å"}, {"page": "9"}, {"comment": "Nej"}, {}), 1):
        saved[version] = stored.find(db, 1)
        points.change(db, ME, 1, version, **fields)
    for _ in ("there", "gone"):
        assert {n: stored.record(events.state(db, "point", 1, n)) for n in saved} == saved
        assert events.state(db, "point", 1, 9) is None
        if stored.find(db, 1):
            points.remove(db, ME, 1, 4)
