"""Every route of the program, grouped by page. Endpoint = noun.action = the template's path."""

from flask import Flask

from hearing.web import hearings, session

ROUTES = [
    # Forside
    ("GET", "/", hearings.index),
    # Initialer
    ("GET", "/initialer", session.initials),
    ("POST", "/initialer", session.set_initials),
]


def register(app: Flask) -> None:
    """Give every route its endpoint, named by module and function."""
    for method, rule, view in ROUTES:
        noun = view.__module__.rpartition(".")[2]
        app.add_url_rule(rule, f"{noun}.{view.__name__.rstrip('_')}", view, methods=[method])
