"""Comments that mention a point follow what becomes of it."""

from dataclasses import replace

from hearing.records import Point
from hearing.store import mentions as stored
from hearing.store import points
from hearing.store.transaction import Transaction


def let_go(tx: Transaction, gone: Point, into: Point | None = None) -> None:
    """Let every comment that mentions a point which is about to go name the one that takes its place.

    Where there is none, what the point is called now stays as plain words. A comment that says so already is left
    alone, so that nobody who has it open is too late, and its mention is alive again when the point comes back.
    """
    for holder in stored.mentioning(tx.db, gone):
        if holder.id == gone.id:
            continue
        ids = {id for _, _, id in holder.mentions}
        named = stored.names(tx.db, holder.hearing_id, ids | ({into.id} if into else set()))
        if into:
            named[gone.id] = named[into.id]
        now = stored.as_called(holder, named)
        if into:
            kept = tuple((start, end, into.id if id == gone.id else id) for start, end, id in now.mentions)
            points.change(tx, holder, replace(now, mentions=kept))
        elif now.comment != holder.comment:
            points.change(tx, holder, now)
