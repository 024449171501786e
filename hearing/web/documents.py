"""The handling table as a file: exactly the rows that a table page shows."""

import tempfile

from flask import Response, abort, flash, redirect, render_template, request, send_file

from exports.documents import FORMATS, Format
from exports.saving import Refused
from hearing import report
from hearing.records import Hearing
from hearing.report import Filter, Order, Report
from hearing.store import hearings, table
from hearing.store.connection import snapshot
from hearing.store.selection import ID
from hearing.store.table import Vocabulary
from hearing.web import facets
from hearing.web.database import db, found
from hearing.web.query import Query, Sort, answer, read
from hearing.wording import file_name

_ORDERS = {Sort.PARTY: Order.PARTY, Sort.THEME: Order.THEME}


def index(hearing_id: int):
    """What the table can be fetched as, and how."""
    hearing = found(hearings.find(db(), hearing_id))
    return render_template(
        "documents/index.html", hearing=hearing, formats=FORMATS.values(), orders=list(Sort)[:3]
    )


def download(hearing_id: int, kind: str):
    """The table in one format, filtered and ordered as the address says."""
    hearing = found(hearings.find(db(), hearing_id))
    form = FORMATS.get(f".{kind}") or abort(404)
    known = table.vocabulary(db(), hearing_id)
    query = read(request.args, known)
    with snapshot(db()):
        loaded = _report(hearing, query, known, form)
        try:
            return _sent(loaded, form, names=request.args.get("names") == "1")
        except Refused as refusal:
            flash(str(refusal), "error")
            return redirect(query.address("table.show", hearing_id=hearing_id))


def _report(hearing: Hearing, query: Query, known: Vocabulary, form: Format) -> Report:
    chosen = Filter()
    if query or not query.silent:
        rows = answer(db(), hearing.id, query, known).rows
        chosen = Filter(points=frozenset(row[ID] for row in rows), words=facets.in_words(query, known))
    # The working copy is always in table order, so that its row numbers are those of the table.
    order = Order.ROW if form.suffix == ".json" else _ORDERS.get(query.sort, Order.ROW)
    return report.load(db(), hearing.id, chosen, order)


def _sent(loaded: Report, form: Format, *, names: bool) -> Response:
    """The document as an attachment, written to a temporary file first: whole, or an error page."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 - closed when the answer has been sent
    try:
        form.write(loaded, file, names=names)
        size = file.seek(0, 2)
        file.seek(0)
    except BaseException:
        file.close()
        raise
    name = file_name(f"Håndteringstabel {loaded.hearing.title}") + form.suffix
    answered = send_file(file, form.media_type, as_attachment=True, download_name=name, max_age=None)
    answered.content_length = size
    return answered
