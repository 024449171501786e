"""Every route of the program, grouped by page. Endpoint = noun.action = the template's path."""

from flask import Flask
from werkzeug.routing import IntegerConverter

from hearing.web import (
    accounts,
    cuts,
    decisions,
    demonstration,
    documents,
    drafts,
    echoes,
    events,
    files,
    hearings,
    imports,
    labels,
    likeness,
    mentions,
    parties,
    party_list,
    places,
    points,
    responses,
    review,
    session,
    table,
    themes,
    verdicts,
)

ROUTES = [
    # Forside
    ("GET", "/", hearings.index),
    ("POST", "/demonstration", demonstration.load),
    # Indlæsning af en håndteringstabel
    ("GET", "/imports", imports.new),
    ("POST", "/imports", imports.add),
    ("GET", "/imports/<int:id>", imports.show),
    ("POST", "/imports/<int:id>", imports.store),
    ("POST", "/imports/<int:id>/removal", imports.remove),
    # En høring
    ("GET", "/hearings/<int:hearing_id>", hearings.show),
    ("GET", "/hearings/new", hearings.new),
    ("POST", "/hearings", hearings.create),
    ("GET", "/hearings/<int:hearing_id>/edit", hearings.edit),
    ("POST", "/hearings/<int:hearing_id>/edit", hearings.change),
    ("POST", "/hearings/<int:hearing_id>/removal", hearings.remove),
    ("GET", "/hearings/<int:hearing_id>/draft", drafts.edit),
    ("POST", "/hearings/<int:hearing_id>/draft", drafts.change),
    ("POST", "/hearings/<int:hearing_id>/draft/removal", drafts.remove),
    ("GET", "/hearings/<int:hearing_id>/account", accounts.show),
    ("POST", "/hearings/<int:hearing_id>/account", accounts.confirm),
    # Tabel og Til implementering
    ("GET", "/hearings/<int:hearing_id>/points", table.show),
    ("GET", "/hearings/<int:hearing_id>/implementation", table.implementation),
    ("GET", "/points/<int:id>/row", table.place),
    ("POST", "/points/<int:id>/certainty", table.confirm),
    ("GET", "/hearings/<int:hearing_id>/mentions", mentions.index),
    # Eksport
    ("GET", "/hearings/<int:hearing_id>/documents", documents.index),
    ("POST", "/hearings/<int:hearing_id>/documents", documents.fill),
    ("GET", "/hearings/<int:hearing_id>/documents/<kind>", documents.download),
    # Gentagelser
    ("GET", "/hearings/<int:hearing_id>/echoes", review.index),
    ("GET", "/hearings/<int:hearing_id>/verdicts", verdicts.index),
    ("POST", "/hearings/<int:hearing_id>/verdicts", verdicts.add),
    ("POST", "/hearings/<int:hearing_id>/verdicts/family", verdicts.add_many),
    ("POST", "/verdicts/<int:id>/removal", verdicts.remove),
    ("POST", "/points/<int:id>/raised", echoes.tell),
    # Høringsparter
    ("GET", "/hearings/<int:hearing_id>/parties", parties.index),
    ("POST", "/hearings/<int:hearing_id>/parties", parties.add),
    ("POST", "/hearings/<int:hearing_id>/parties/confirmation", parties.confirm),
    ("GET", "/hearings/<int:hearing_id>/parties/new", parties.new),
    ("GET", "/hearings/<int:hearing_id>/party-list", party_list.new),
    ("POST", "/hearings/<int:hearing_id>/party-list", party_list.add),
    ("POST", "/hearings/<int:hearing_id>/party-list/preview", party_list.preview),
    ("GET", "/parties/<int:id>", parties.edit),
    ("POST", "/parties/<int:id>", parties.change),
    ("POST", "/parties/<int:id>/order", parties.order),
    ("POST", "/parties/<int:id>/removal", parties.remove),
    # Høringssvar
    ("GET", "/parties/<int:party_id>/responses/new", responses.new),
    ("POST", "/parties/<int:party_id>/responses", responses.add),
    ("GET", "/responses/<int:id>", responses.edit),
    ("POST", "/responses/<int:id>", responses.change),
    ("POST", "/responses/<int:id>/removal", responses.remove),
    ("GET", "/files/<int:id>", files.show),
    # Temaer
    ("GET", "/hearings/<int:hearing_id>/themes", themes.index),
    ("POST", "/hearings/<int:hearing_id>/themes", themes.add),
    ("GET", "/themes/<int:id>", themes.edit),
    ("POST", "/themes/<int:id>", themes.rename),
    ("POST", "/themes/<int:id>/order", themes.order),
    ("POST", "/themes/<int:id>/merge", themes.merge),
    ("POST", "/themes/<int:id>/split", themes.split),
    ("POST", "/themes/<int:id>/removal", themes.remove),
    # Håndteringer
    ("GET", "/hearings/<int:hearing_id>/decisions", decisions.index),
    ("POST", "/hearings/<int:hearing_id>/decisions", decisions.add),
    ("GET", "/decisions/<int:id>", decisions.edit),
    ("POST", "/decisions/<int:id>", decisions.change),
    ("POST", "/decisions/<int:id>/order", decisions.order),
    ("POST", "/decisions/<int:id>/merge", decisions.merge),
    ("POST", "/decisions/<int:id>/removal", decisions.remove),
    # Bemærkninger
    ("GET", "/points/<int:id>", points.edit),
    ("POST", "/points/<int:id>", points.change),
    ("POST", "/points/<int:id>/removal", points.remove),
    ("GET", "/hearings/<int:hearing_id>/points/new", points.new),
    ("POST", "/parties/<int:party_id>/points", points.add),
    ("POST", "/points/<int:id>/split", cuts.split),
    ("POST", "/points/<int:id>/merger", cuts.merge),
    ("POST", "/points/<int:id>/place", places.step),
    ("POST", "/points/<int:id>/party", places.move),
    ("GET", "/parties/<int:party_id>/labels", labels.index),
    ("POST", "/parties/<int:party_id>/labels", labels.relabel),
    ("GET", "/points/<int:id>/events", events.about),
    ("POST", "/points/<int:id>/text", events.restore),
    # Gentagelser
    ("POST", "/points/<int:id>/likeness", likeness.typed),
    ("POST", "/parties/<int:party_id>/likeness", likeness.new),
    ("POST", "/points/<int:id>/echo", echoes.confirm),
    ("POST", "/points/<int:id>/copy", echoes.copy),
    ("POST", "/points/<int:id>/rejection", echoes.reject),
    ("POST", "/points/<int:id>/reference", echoes.keep),
    ("POST", "/points/<int:id>/reconsideration", echoes.reconsider),
    ("POST", "/points/<int:id>/earlier", echoes.recall),
    ("POST", "/points/<int:id>/leaving", echoes.leave),
    ("POST", "/points/<int:id>/following", echoes.follow),
    ("POST", "/points/<int:id>/source", echoes.lead),
    ("POST", "/points/<int:id>/printing", echoes.print_as),
    # Historik
    ("GET", "/hearings/<int:hearing_id>/events", events.index),
    ("POST", "/events/<int:id>/undo", events.undo),
    # Initialer
    ("GET", "/initialer", session.initials),
    ("POST", "/initialer", session.set_initials),
]


class Key(IntegerConverter):
    """A key that SQLite can hold; any other number is a page that does not exist."""

    def __init__(self, map, **options):
        super().__init__(map, max=2**63 - 1, **options)


def register(app: Flask) -> None:
    """Give every route its endpoint, named by module and function."""
    app.url_map.converters["int"] = Key
    for method, rule, view in ROUTES:
        noun = view.__module__.rpartition(".")[2]
        app.add_url_rule(rule, f"{noun}.{view.__name__.rstrip('_')}", view, methods=[method])
