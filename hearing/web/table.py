"""The table of a hearing, its rows for the implementation work, and the way to a single row."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from urllib.parse import parse_qsl, urlsplit

from flask import flash, redirect, render_template, request, url_for
from werkzeug.datastructures import MultiDict

from exports.documents import FORMATS
from hearing import imprint
from hearing.casework import points as casework
from hearing.enums import Meaning, Status
from hearing.records import Hearing, Point
from hearing.store import hearings, points, table
from hearing.store.connection import danish_key
from hearing.store.selection import ID, POSITION, Brief, Facet, Picked, ordered
from hearing.store.table import Answer, Entry, Vocabulary
from hearing.web import facets, marking
from hearing.web.database import by, db, found
from hearing.web.errors import is_local
from hearing.web.forms import Confirmation, EditForm
from hearing.web.query import Query, Sort, answer, read
from hearing.wording import count

PAGE = 50
_ANSWERS = {
    Answer.NONE: imprint.SILENT,
    Answer.NO_REMARKS: "Har svaret og har ingen bemærkninger.",
    Answer.NOT_ENTERED: "Har svaret; bemærkningerne er ikke skrevet ind endnu.",
}
_SORTED_BY = {
    Sort.PARTY: Facet.PARTY,
    Sort.THEME: Facet.THEME,
    Sort.DECISION: Facet.DECISION,
    Sort.STATUS: Facet.STATUS,
}


@dataclass(frozen=True)
class Page:
    """One page of the table, and how it lies among the others. Rows are counted from 1."""

    entries: Sequence[Entry]
    number: int
    pages: int
    first: int
    last: int
    rows: int


def show(hearing_id: int):
    """Every point in table order, filtered and sorted as the address says."""
    hearing = found(hearings.find(db(), hearing_id))
    known = table.vocabulary(db(), hearing_id)
    query = read(request.args, known)
    picked = answer(db(), hearing_id, query, known)
    silent = table.without_points(db(), hearing_id, known)
    rows = _sorted(picked.rows, query.sort, known)
    shown = silent if query.silent and query.sort is Sort.ROW and not query else []
    page = _page(_with_silent(rows, shown), query.page, known)
    told = _counted(picked.rows, shown, table.without_remarks(db(), hearing_id))
    return _render("table/show.html", hearing, known, query, picked, page, silent=silent, told=told)


def implementation(hearing_id: int):
    """The points that are taken up in the implementation work, theme by theme."""
    hearing = found(hearings.find(db(), hearing_id))
    known = table.vocabulary(db(), hearing_id)
    query = replace(read(request.args, known), sort=Sort.THEME, meaning=None)
    picked = answer(db(), hearing_id, replace(query, meaning=Meaning.IMPLEMENT), known)
    page = _page(_sorted(picked.rows, Sort.THEME, known), query.page, known)
    return _render("table/implementation.html", hearing, known, query, picked, page)


def place(id: int):
    """Go to the point's row, on whichever page of the table it stands."""
    point = found(points.find(db(), id))
    known = table.vocabulary(db(), point.hearing_id)
    rows = _with_silent(table.outline(db(), point.hearing_id), table.without_points(db(), point.hearing_id, known))
    before = next(n for n, row in enumerate(rows) if not isinstance(row, Entry) and row[ID] == id)
    query = Query().at(before // PAGE + 1)
    return redirect(query.address("table.show", hearing_id=point.hearing_id, _anchor=f"point-{id}"))


def confirm(id: int):
    """Say that a row which a reader was unsure of has been looked at and is right."""
    point = found(points.find(db(), id))
    form = EditForm()
    if form.does(lambda: casework.change(db(), by(form), id, form.version.data, unsure="")):
        flash("Rækken er set efter.")
    elif form.stale:
        flash("En anden har rettet bemærkningen i mellemtiden. Se den igennem, som den er nu.", "warning")
    else:
        flash("Siden havde stået åben for længe. Tryk igen.", "warning")
    return redirect(_back(point), 303)


def _back(point: Point) -> str:
    back = request.form.get("back", "").partition("#")[0]
    if not is_local(back):
        return url_for("table.place", id=point.id)
    return f"{back}#point-{point.id}"


def _sorted(rows: Sequence[Brief], sort: Sort, known: Vocabulary) -> Sequence[Brief]:
    if sort is Sort.ROW:
        return rows
    places = {
        Sort.PARTY: {id: danish_key(party.name) for id, party in known.parties.items()},
        Sort.THEME: {id: place for place, id in enumerate(known.themes)},
        Sort.DECISION: {id: place for place, id in enumerate(known.decisions)},
        Sort.STATUS: {status.value: place for place, status in enumerate(Status)},
    }[sort]
    # What has no theme or decision comes last.
    return ordered(rows, _SORTED_BY[sort], lambda key: (key not in places, places.get(key)))


def neighbours(point: Point, address: str) -> tuple[int | None, int | None]:
    """The ids of the points before and behind this one, in the rows and the order that a table's address shows."""
    known = table.vocabulary(db(), point.hearing_id)
    query = read(MultiDict(parse_qsl(urlsplit(address).query)), known)
    if address.partition("?")[0] == url_for("table.implementation", hearing_id=point.hearing_id):
        query = replace(query, sort=Sort.THEME, meaning=Meaning.IMPLEMENT)
    ids = [row[ID] for row in _sorted(answer(db(), point.hearing_id, query, known).rows, query.sort, known)]
    if point.id not in ids:
        return points.before(db(), point), points.after(db(), point)
    place = ids.index(point.id)
    return (ids[place - 1] if place else None), (ids[place + 1] if place + 1 < len(ids) else None)


def _with_silent(rows: Sequence[Brief], silent: Sequence[Entry]) -> Sequence[Brief | Entry]:
    if not silent:
        return rows
    # The rows are many and in order, the silent parties few.
    mixed: list[Brief | Entry] = list(rows)
    for entry in reversed(silent):
        mixed.insert(bisect_left(rows, entry.party.position, key=itemgetter(POSITION)), entry)
    return mixed


def _counted(rows: Sequence[Brief], without: Sequence[Entry], empty: Collection[int]) -> str:
    """ "21 bemærkninger og 5 høringsparter uden svar"; nothing where every row is a remark."""
    said = Counter(entry.answer for entry in without)
    said[Answer.NO_REMARKS] += sum(row[ID] in empty for row in rows)
    remarks = len(rows) + len(without) - said.total()
    if not said.total():
        return ""
    kinds = (
        (remarks, "bemærkning", "bemærkninger"),
        (said[Answer.NO_REMARKS], "svar uden bemærkninger", "svar uden bemærkninger"),
        (said[Answer.NOT_ENTERED], "svar, der ikke er skrevet ind endnu", "svar, der ikke er skrevet ind endnu"),
        (said[Answer.NONE], "høringspart uden svar", "høringsparter uden svar"),
    )
    *others, last = [count(*kind) for kind in kinds if kind[0]]
    return f"{', '.join(others)} og {last}" if others else last


def _page(rows: Sequence[Brief | Entry], number: int, known: Vocabulary) -> Page:
    pages = max(1, -(-len(rows) // PAGE))
    number = min(number, pages)
    start = (number - 1) * PAGE
    here = rows[start : start + PAGE]
    full = table.entries(db(), [row[ID] for row in here if not isinstance(row, Entry)], known)
    entry_of = {entry.point.id: entry for entry in full}
    entries = [row if isinstance(row, Entry) else entry_of.get(row[ID]) for row in here]
    return Page(
        [entry for entry in entries if entry],
        number,
        pages,
        start + 1 if here else 0,
        start + len(here),
        len(rows),
    )


def _render(
    template: str, hearing: Hearing, known: Vocabulary, query: Query, picked: Picked, page: Page, **more: object
) -> str:
    return render_template(
        template,
        hearing=hearing,
        known=known,
        query=query,
        theme_counts=picked.counts[Facet.THEME],
        page=page,
        filterings=facets.filterings(query, picked, known),
        chips=facets.chips(query, known),
        found=marking.finder(query.selection.words),
        confirming=Confirmation(None),
        sorts=list(Sort),
        answers=_ANSWERS,
        formats=FORMATS.values(),
        **more,
    )
