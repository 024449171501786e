"""The handling table as a file: the whole of it, or exactly the rows that a table page shows."""

import tempfile

from flask import Response, abort, flash, redirect, render_template, request, send_file
from wtforms import BooleanField, FileField, SelectChoice, SelectField

from exports.documents import FORMATS, Format
from exports.masking import Masking
from exports.saving import Refused
from hearing import likeness, report
from hearing.casework import raised
from hearing.records import Hearing
from hearing.report import Filter, Order, Report, Unknown
from hearing.store import hearings, mentions, parties, pointing, progress, table
from hearing.store.connection import snapshot
from hearing.store.selection import ID
from hearing.store.table import Vocabulary
from hearing.web import facets, overview
from hearing.web.database import db, found, release
from hearing.web.forms import BaseForm
from hearing.web.query import Query, Sort, answer, read
from hearing.wording import file_name, shortened

_ORDERS = {Sort.PARTY: Order.PARTY, Sort.THEME: Order.THEME}
_BY = {Order.PARTY: "part for part", Order.THEME: "tema for tema"}
_LONGEST_PART = 40
_CHOICES = [
    SelectChoice(Sort.ROW.value, "Som tabellen"),
    SelectChoice(Sort.PARTY.value, "Høringspart for høringspart"),
    SelectChoice(Sort.THEME.value, "Tema for tema"),
]
_PURPOSES = {
    ".xlsx": "Til videre arbejde i Excel, én række for hver bemærkning.",
    ".csv": "Til andre systemer, én linje for hver bemærkning.",
    ".json": "Arbejdskopien: tabellens rækker med status og ansvarlig og med alle navne. Den kan indlæses som ny "
    "høring. Interne noter, parternes art, frister, breve og historikken er ikke med; det hele bevares med en "
    "sikkerhedskopi af programmet (kommandoen »backup«).",
}


class WordForm(BaseForm):
    """How the Word file is to be, and the paper it is printed on."""

    sort = SelectField("Rækkefølge", choices=_CHOICES)
    names = BooleanField("Vis private borgeres navne")
    template = FileField("Jeres egen Word-skabelon")


def index(hearing_id: int):
    """What the table can be fetched as, and how."""
    return _index(found(hearings.find(db(), hearing_id)), WordForm())


def fill(hearing_id: int):
    """The whole table as a Word file, on the authority's own paper if a template came along."""
    hearing = found(hearings.find(db(), hearing_id))
    form = WordForm()
    sent = request.files.get("template")
    template = sent.read() if sent and sent.filename else None
    if not form.validate():
        return _index(hearing, form), 400
    with snapshot(db()):
        loaded = report.load(db(), hearing_id, Filter(), _ORDERS.get(Sort(form.sort.data), Order.ROW))
    try:
        return _sent(loaded, FORMATS[".docx"], names=form.names.data, template=template)
    except Refused as refusal:
        (form.form_errors if template is None else form.template.errors).append(str(refusal))
    return _index(hearing, form), 400


def download(hearing_id: int, kind: str):
    """The table in one format, filtered and ordered as the address says."""
    hearing = found(hearings.find(db(), hearing_id))
    form = FORMATS.get(f".{kind}") or abort(404)
    known = table.vocabulary(db(), hearing_id)
    query = read(request.args, known)
    try:
        loaded = _report(hearing, query, known, form)
        chosen = facets.shortly(query, known)
        return _sent(loaded, form, chosen, names=request.args.get("names") == "1")
    except (Refused, Unknown) as refusal:
        flash(str(refusal), "error")
        return redirect(query.address("table.show", hearing_id=hearing_id))


def _index(hearing: Hearing, form: WordForm) -> str:
    others = [(FORMATS[suffix], purpose) for suffix, purpose in _PURPOSES.items()]
    return render_template(
        "documents/index.html",
        hearing=hearing,
        form=form,
        others=others,
        orders=_CHOICES,
        open=overview.before_publishing(
            hearing,
            progress.of(db(), hearing.id),
            likeness.unlike(db(), hearing.id),
            table.remarks(db(), hearing.id),
            overview.Loose(
                raised.unnamed(db(), hearing.id),
                *mentions.loose(db(), hearing.id),
                pointing.astray(db(), hearing.id),
            ),
        ),
        parties=parties.of(db(), hearing.id),
    )


def _report(hearing: Hearing, query: Query, known: Vocabulary, form: Format) -> Report:
    chosen = Filter()
    if query or not query.silent:
        rows = answer(db(), hearing.id, query, known).rows
        chosen = Filter(points=frozenset(row[ID] for row in rows), words=facets.in_words(query, known))
    # The working copy is always in table order, so that its row numbers are those of the table.
    order = Order.ROW if form.suffix == ".json" else _ORDERS.get(query.sort, Order.ROW)
    return report.load(db(), hearing.id, chosen, order)


def _sent(
    loaded: Report, form: Format, chosen: str = "", *, names: bool, template: bytes | None = None
) -> Response:
    """The document as an attachment, written to a temporary file first: whole, or an error page.

    Nobody's save waits for the writing.
    """
    release()
    file = tempfile.TemporaryFile()  # noqa: SIM115 - closed when the answer has been sent
    try:
        form.write(loaded, file, names=names, template=template)
        size = file.seek(0, 2)
        file.seek(0)
    except BaseException:
        file.close()
        raise
    # The working copy is never masked, what is printed always is.
    masking = Masking(loaded.parties, names=names or form.suffix == ".json")
    name = _name(masking.text(loaded.hearing.title), masking.text(chosen), _BY.get(loaded.order, "")) + form.suffix
    answered = send_file(file, form.media_type, as_attachment=True, download_name=name, max_age=None)
    answered.content_length = size
    return answered


def _name(title: str, *chosen: str) -> str:
    """ "Håndteringstabel – Sundhedsplan – Økonomi": two files of different rows have different names."""
    said = [shortened(text, _LONGEST_PART) for text in chosen if text]
    title = shortened(title, 100 - sum(len(f" – {text}") for text in ("Håndteringstabel", *said)))
    return file_name(" – ".join(["Håndteringstabel", title, *said]))
