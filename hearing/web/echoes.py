"""Points that repeat each other, decided about from the page of one of them, or wherever such a pair is shown.

What stands typed in the point's form is saved first, as an event of its own.
"""

from collections.abc import Callable
from functools import partial

from flask import redirect, request, url_for
from wtforms import SelectChoice, SelectField

from hearing.casework import earlier as earlier_casework
from hearing.casework import echoes as casework
from hearing.casework import raised, verdicts
from hearing.casework.meanwhile import Seen
from hearing.casework.refusal import Refused
from hearing.enums import Printing, VerdictKind
from hearing.store import echoes, events, mentions, points
from hearing.web import gone, saving
from hearing.web.database import by, db, found
from hearing.web.forms import EditForm, SeenField
from hearing.web.point_form import PointForm
from hearing.web.points import asked_back, page
from hearing.wording import count


class LinkForm(EditForm):
    """A point, and its link to what it repeats as the page showed it."""

    link = SeenField()


class OtherForm(LinkForm):
    """A point and the other one that it is about."""

    match = SeenField()


class PrintingForm(LinkForm):
    """How an echo is printed."""

    printing = SelectField(
        "Trykkes",
        choices=[SelectChoice(one.value, one.label) for one in Printing],
        coerce=lambda chosen: Printing(chosen) if chosen in set(Printing) else None,
        validate_choice=False,
    )


def confirm(id: int):
    """ "Samme håndtering": the point repeats the other from now on; ``turned``, the other repeats the point."""
    form = OtherForm()
    other, seen = form.match.data or (0, 0)
    turned = "turned" in request.args

    def join(db, by, id: int, version: int, _: Seen) -> int | None:
        one = (id, version), (other, seen)
        (point, its), (source, theirs) = reversed(one) if turned else one
        return casework.confirm(db, by, point, its, source, theirs)

    return _do(id, join, lambda: follows(*((other, id) if turned else (id, other)), form.result), form)


def copy(id: int):
    """ "Kopiér håndtering": the other's decision and comment, once."""
    return _about(id, casework.copy, "Håndtering og kommentar er kopieret fra {other}.")


def recall(id: int):
    """The decision and comment that the other was given in an earlier hearing, once."""
    return _about(id, earlier_casework.copy, "Håndtering og kommentar er kopieret fra den tidligere høring.")


def reject(id: int):
    """ "Ikke det samme": the pair is not suggested again."""
    return _judge(id, verdicts.reject, "{other} foreslås ikke igen her.")


def keep(id: int):
    """ "Se også": the two belong together, and each is handled for itself."""
    return _judge(id, verdicts.keep, "{other} står nu under »Se også«. Det trykkes ikke.")


def reconsider(id: int):
    """What was said of the pair is taken back; the address says what that was."""
    said = request.args.get("said", "")
    seen = found(VerdictKind(said) if said in set(VerdictKind) else None)
    return _judge(id, partial(verdicts.reconsider, seen=seen), "{other} vises igen blandt dem, der ligner.")


def leave(id: int):
    """The point goes out of its group and keeps its last text."""
    told = "Bemærkningen er taget ud af gruppen, har beholdt sin tekst og foreslås ikke igen."
    return _do(id, casework.leave, lambda: told)


def follow(id: int):
    """The point is handled as its source again."""
    return _do(id, casework.follow, lambda: "Bemærkningen følger gruppen igen.")


def lead(id: int):
    """The point becomes the source of its group."""
    return _do(id, casework.make_source, lambda: "Bemærkningen er nu den oprindelige i gruppen.")


def print_as(id: int):
    """How the point is printed."""
    form = PrintingForm()

    def choose(db, by, id: int, version: int, seen: Seen) -> int | None:
        if form.printing.data is None:
            raise Refused("Vælg, hvordan bemærkningen skal trykkes.")
        return casework.print_as(db, by, id, version, form.printing.data, seen)

    return _do(id, choose, lambda: "Måden at trykke på er gemt.", form)


def tell(id: int):
    """The comment of a source says who has raised the wish."""
    told = "Kommentaren siger nu, hvem der har rejst ønsket."
    return _do(id, lambda db, by, id, version, _: raised.tell(db, by, id, version), lambda: told)


Verb = Callable[..., int | None]


def _about(id: int, verb: Verb, told: str):
    """A verb of two points, made from the versions of both."""
    form = OtherForm()
    other, seen = form.match.data or (0, 0)
    return _do(
        id,
        lambda db, by, id, version, _: verb(db, by, id, version, other, seen),
        lambda: _told(told, other),
        form,
    )


def _judge(id: int, verb: Verb, told: str):
    """A verb of two points that changes neither."""
    form = OtherForm()
    other, _ = form.match.data or (0, 0)
    return _do(id, lambda db, by, id, *_: verb(db, by, id, other), lambda: _told(told, other), form)


def _do(id: int, verb: Verb, told: Callable[[], str], form: EditForm | None = None):
    """Save what is typed, do it, and lead back to where the person is."""
    point = gone.point(id)
    typed, version, seen = saving.first(point)
    if version is None:
        return page(points.find(db(), id) or point, typed), typed.code
    form = form or EditForm()

    def act() -> int | None:
        return verb(db(), by(form), id, version, seen)

    if form.does(act):
        form.tell(told())
        return redirect(_onward(id), 303)
    point = points.find(db(), id) or point
    return page(point, PointForm.of(db(), point), form), form.code


def _onward(id: int) -> str:
    """The point's own page if its form came along; else where the person came from."""
    own = url_for("points.edit", id=id, back=asked_back())
    return own if "summary" in request.form else asked_back() or own


def _told(sentence: str, other_id: int) -> str:
    other = points.find(db(), other_id)
    told = sentence.format(other=mentions.called(db(), other) if other else "Den anden")
    return told[0].upper() + told[1:]


def follows(id: int, other_id: int, event_id: object) -> str:
    """The sentence that says who repeats whom after the two were joined, and how many came along."""
    event = events.find(db(), event_id) if isinstance(event_id, int) else None
    links = [change for change in event.changes if change.table == "echo" and change.after] if event else []
    moved = {change.after["point_id"] for change in links if "point_id" in change.after}
    link, point = echoes.of_point(db(), id), points.find(db(), id)
    source = points.find(db(), link.source_id if link else other_id)
    if point is None or source is None:
        return "Samme håndtering."
    more = len(moved - {id})
    along = f" {count(more, 'anden følger', 'andre følger')} med." if more else ""
    return f"{mentions.called(db(), point)} følger nu {mentions.called(db(), source)}.{along}"
