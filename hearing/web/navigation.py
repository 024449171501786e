"""A hearing's own navigation: its rooms in the order of the work."""

from dataclasses import dataclass

from flask import Flask, request, url_for

from hearing import likeness
from hearing.records import Hearing
from hearing.web.database import db

# Name on the screen, the endpoint it leads to, and the nouns whose other pages belong under it.
_ROOMS = [
    ("Overblik", "hearings.show", ("hearings", "accounts", "drafts")),
    ("Tabel", "table.show", ("points", "echoes", "cuts", "places", "labels", "mentions")),
    ("Gentagelser", "review.index", ("review", "verdicts")),
    ("Høringsparter", "parties.index", ("parties", "party_list", "responses", "files")),
    ("Temaer og håndteringer", "themes.index", ("themes", "decisions")),
    ("Til implementering", "table.implementation", ()),
    ("Historik", "events.index", ("events",)),
    ("Eksport", "documents.index", ("documents",)),
]


@dataclass(frozen=True)
class Room:
    """One entry: its name, where it leads, whether the person is there, and how much waits there."""

    name: str
    address: str
    here: bool
    waiting: int = 0


def rooms(hearing: Hearing) -> list[Room]:
    """The rooms of a hearing."""
    noun = (request.endpoint or "").partition(".")[0]
    waiting = {"review.index": likeness.waiting(db(), hearing.id)}
    return [
        Room(
            name,
            url_for(endpoint, hearing_id=hearing.id),
            request.endpoint == endpoint or noun in nouns,
            waiting.get(endpoint, 0),
        )
        for name, endpoint, nouns in _ROOMS
    ]


def register(app: Flask) -> None:
    """Let the frame of every page ask for them."""
    app.jinja_env.globals["rooms"] = rooms
