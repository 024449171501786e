"""Finding the point that a comment shall refer to, and what to type for it."""

from dataclasses import dataclass

from flask import render_template, request

from hearing.mentions import Unclear
from hearing.records import Party, Point
from hearing.store import hearings, mentions, points, table
from hearing.store.selection import ID
from hearing.web.database import db, found

MOST = 20


@dataclass(frozen=True)
class Choice:
    """A point that can be referred to. ``typed`` is what stands between the brackets."""

    typed: str
    party: Party
    point: Point


def index(hearing_id: int):
    """The points that a search finds: first those named by party and letter, then those with the words."""
    hearing = found(hearings.find(db(), hearing_id))
    words = request.args.get("q", "").strip()
    ids = _found(hearing_id, words) if words else []
    return render_template(
        "mentions/index.html",
        hearing=hearing,
        words=words,
        choices=_choices(hearing_id, ids[:MOST]),
        more=len(ids) > MOST,
    )


def _found(hearing_id: int, words: str) -> list[int]:
    try:
        named = mentions.directory(db(), hearing_id).find(words)
    except Unclear:
        named = []
    return list(dict.fromkeys([*named, *(row[ID] for row in table.outline(db(), hearing_id, words))]))


def _choices(hearing_id: int, ids: list[int]) -> list[Choice]:
    known, typed = table.vocabulary(db(), hearing_id).parties, mentions.typed(db(), hearing_id, ids)
    stored = points.among(db(), ids)
    return [Choice(typed[id], known[stored[id].party_id], stored[id]) for id in ids if id in typed]
