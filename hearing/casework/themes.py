"""What a person does to the themes of a hearing."""

from sqlite_utils import Database

from hearing.casework import order
from hearing.casework.refusal import Refused
from hearing.enums import Verb
from hearing.records import By, Theme
from hearing.store import points, themes
from hearing.store.transaction import Stale, Transaction, transaction
from hearing.wording import blank, fold, one_line


def add(db: Database, by: By, hearing_id: int, name: str) -> int:
    """Add a theme after the others and return its id."""
    with transaction(db, by, Verb.THEME_ADD, hearing_id) as tx:
        name = _free_name(db, hearing_id, name)
        return themes.add(tx, hearing_id, name, order.last(themes.of(db, hearing_id)))


def named(tx: Transaction, hearing_id: int, name: str) -> int:
    """As part of a larger verb: the id of the theme of that name, which is added if it is not there."""
    found = themes.of(tx.db, hearing_id)
    known = next((theme.id for theme in found if fold(theme.name) == fold(name)), None)
    return themes.add(tx, hearing_id, one_line(name), order.last(found)) if known is None else known


def rename(db: Database, by: By, id: int, version: int, name: str) -> int | None:
    """Give a theme another name; a name that another theme has is refused."""
    theme = _theme(db, id)
    with transaction(db, by, Verb.THEME_CHANGE, theme.hearing_id) as tx:
        name = _free_name(db, theme.hearing_id, name, beside=id)
        themes.change(tx, id, version, name=name)
    return tx.event_id


def move(db: Database, by: By, id: int, step: int) -> int | None:
    """Move a theme one place up (-1) or down (1)."""
    theme = _theme(db, id)
    with transaction(db, by, Verb.THEME_ORDER, theme.hearing_id) as tx:
        order.step(tx, "theme", themes.of(db, theme.hearing_id), id, step)
    return tx.event_id


def merge(db: Database, by: By, id: int, version: int, into_id: int) -> int | None:
    """Give all points of a theme to another theme and remove it; its name stays with them as the printed one."""
    theme = _theme(db, id)
    with transaction(db, by, Verb.THEME_MERGE, theme.hearing_id) as tx:
        into = themes.find(db, into_id)
        if into is None or into.hearing_id != theme.hearing_id or into.id == id:
            raise Refused("Vælg et andet tema i samme høring.", "into")
        theme = _theme(db, id)
        for point in points.under(db, id):
            printed = point.theme_printed or theme.name
            _give(tx, point.id, point.version, into_id, "" if printed == into.name else printed)
        themes.remove(tx, id, version)
    return tx.event_id


def split(db: Database, by: By, id: int, printed: str) -> int | None:
    """Give the points on which another spelling was printed a theme of that name again; returns the event."""
    theme = _theme(db, id)
    with transaction(db, by, Verb.THEME_SPLIT, theme.hearing_id) as tx:
        own = [point for point in points.under(db, id) if point.theme_printed == printed]
        if not own or not printed:
            raise Refused(f"Ingen bemærkning under temaet {theme.name} er trykt med den stavemåde.")
        others = themes.of(db, theme.hearing_id)
        new_id = next((other.id for other in others if other.name == printed), None)
        if new_id is None:
            new_id = themes.add(tx, theme.hearing_id, printed, order.last(others))
        for point in own:
            _give(tx, point.id, point.version, new_id, "")
    return tx.event_id


def remove(db: Database, by: By, id: int, version: int) -> int | None:
    """Remove a theme that no point uses."""
    theme = _theme(db, id)
    with transaction(db, by, Verb.THEME_REMOVE, theme.hearing_id) as tx:
        if points.under(db, id):
            raise Refused(f"Temaet {theme.name} bruges. Læg det sammen med et andet tema i stedet.")
        themes.remove(tx, id, version)
    return tx.event_id


def _theme(db: Database, id: int) -> Theme:
    theme = themes.find(db, id)
    if theme is None:
        raise Stale("theme", id)
    return theme


def _give(tx: Transaction, id: int, version: int, theme_id: int, printed: str) -> None:
    tx.update("point", id, version, {"theme_id": theme_id, "theme_printed": printed})


def _free_name(db: Database, hearing_id: int, name: str, beside: int | None = None) -> str:
    """The name as it is stored; refused when it is empty or another theme's."""
    name = one_line(name)
    if blank(name):
        raise Refused("Skriv temaets navn.", "name")
    for theme in themes.of(db, hearing_id):
        if fold(theme.name) == fold(name) and theme.id != beside:
            raise Refused(f"Temaet {theme.name} findes allerede.", "name")
    return name
