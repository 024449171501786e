"""One point of the table: its page, and everything that is saved from it."""

from dataclasses import replace
from textwrap import shorten

from flask import flash, redirect, render_template, request, session, url_for
from wtforms import RadioField, SelectChoice

from hearing import mentions
from hearing.casework import echoes as echo_casework
from hearing.casework import labels, places
from hearing.casework import points as casework
from hearing.casework.refusal import Refused
from hearing.echoes.texts import Text
from hearing.enums import Printing, Remaining
from hearing.records import By, File, Point
from hearing.store import echoes, events, files, hearings, parties, points, responses
from hearing.store.transaction import Stale
from hearing.web import conflict, gone, group, likeness, saving, table
from hearing.web.database import by, db, found
from hearing.web.errors import is_local
from hearing.web.forms import BaseForm, EditForm, SeenField, number
from hearing.web.point_form import PointForm
from hearing.wording import count, fold


class _RemovalForm(EditForm):
    """A point to remove, and what becomes of the points that repeat it."""

    remaining = RadioField(
        "Bemærkninger, der gentager denne",
        choices=[SelectChoice(choice.value, choice.label) for choice in Remaining],
        coerce=lambda chosen: Remaining(chosen) if chosen in set(Remaining) else None,
        validate_choice=False,
    )


class _RepeatForm(BaseForm):
    """Which point a new one shall repeat, as it stood beside it."""

    repeats = SeenField()


def edit(id: int):
    """The page of a point: the form, and beside it what a person needs to know of its surroundings."""
    point = gone.point(id)
    return page(point, PointForm.of(db(), point))


def new(hearing_id: int):
    """An empty form for a point of a party, with the next label proposed; first the party is asked for."""
    hearing = found(hearings.find(db(), hearing_id))
    known = parties.of(db(), hearing_id)
    party_id = request.args.get("party", type=int)
    if party_id not in {party.id for party in known}:
        return render_template(
            "points/new.html", hearing=hearing, party=None, parties=known, back=_back_to(hearing_id)
        )
    blank = _blank(party_id)
    return _new(blank, PointForm.of(db(), blank))


def add(party_id: int):
    """Store a new point."""
    blank = _blank(party_id)
    form = PointForm.sent(db(), blank)
    # There is nothing yet that it could overwrite.
    form.version.data = blank.version
    after = request.form.get("after", type=number)

    def store() -> int:
        fields = form.fields(blank)
        theme_name = fields.pop("theme_name", "")
        return places.add(db(), by(form), replace(blank, **fields), after, theme_name)

    if form.does(store):
        flash("Bemærkningen er tilføjet.")
        _repeat(form)
        _tell_of_brackets(form)
        _tell_of_the_label(replace(blank, id=form.result or 0, label=form.label.data or ""))
        # Whoever lets a point repeat another with one key is writing a letter in, and goes on with it.
        if form.result and (request.form.get("go") == "another" or "repeats" in request.form):
            values = {"party": party_id, "response": blank.response_id, "after": form.result, "back": asked_back()}
            return redirect(url_for("points.new", hearing_id=blank.hearing_id, **values), 303)
        return redirect(_back_to(blank.hearing_id, f"point-{form.result}" if form.result else ""), 303)
    return _new(blank, form), form.code


def _repeat(form: PointForm) -> None:
    """Let the point that was just added repeat the one that the person saw beside it."""
    other, seen = _RepeatForm().repeats.data or (0, 0)
    if not other or not form.result:
        return
    try:
        echo_casework.confirm(db(), By(session["initials"]), form.result, 1, other, seen)
    except Refused as refusal:
        flash(str(refusal), "warning")
    except Stale:
        flash("Den bemærkning, den skulle gentage, er slettet. Den nye står for sig selv.", "warning")


def _blank(party_id: int) -> Point:
    party = found(parties.find(db(), party_id))
    label = labels.following([point.label for point in points.of_party(db(), party_id)])
    response = responses.find(db(), request.values.get("response", 0, number))
    own = response is not None and response.party_id == party_id
    return Point(0, party.hearing_id, party_id, response.id if own else None, 0, label=label)


def _new(blank: Point, form: PointForm) -> str:
    return render_template(
        "points/new.html",
        hearing=hearings.find(db(), blank.hearing_id),
        party=parties.find(db(), blank.party_id),
        form=form,
        panel=likeness.panel(blank, Text(form.summary.data or "", form.excerpt.data or "", blank.party_id)),
        after=request.values.get("after", ""),
        response_id=blank.response_id or "",
        people=points.people(db(), blank.hearing_id),
        letters=_letters(blank),
        back=_back_to(blank.hearing_id),
    )


def _letters(point: Point) -> list[File]:
    """The letter that the point is of; where that is not known, every letter of the party."""
    sent = responses.of_party(db(), point.party_id)
    own = [response for response in sent if response.id == point.response_id] or sent
    return [file for response in own if (file := files.find(db(), response.file_id or 0))]


def change(id: int):
    """Save the point; a save that came too late shows both texts and keeps what was typed."""
    point = gone.point(id)
    form, onward = PointForm.sent(db(), point), _onward(point)
    if form.does(lambda: casework.change(db(), by(form), id, form.version.data, **form.fields(point))):
        flash(f"Bemærkningen er gemt.{followers(id, form.result)}")
        _tell_of_brackets(form)
        if form.label.data != point.label:
            _tell_of_the_label(replace(point, label=form.label.data or ""))
        return redirect(onward, 303)
    point = points.find(db(), id) or point
    return page(point, form), form.code


def followers(id: int, event_id: object) -> str:
    """For how many other points a save was, too; none that came or went with it."""
    event = events.find(db(), event_id) if isinstance(event_id, int) else None
    changed = (change for change in event.changes if change.before and change.after) if event else ()
    others = {change.id for change in changed if change.table == "point"} - {id}
    return (
        f" Det gælder også {count(len(others), 'anden, der følger den', 'andre, der følger den')}."
        if others
        else ""
    )


def _tell_of_brackets(form: PointForm) -> None:
    """Say when brackets of the comment lead to no point: they would be printed as they stand."""
    if mentions.loose(form.comment.data or ""):
        flash(
            "Klammerne i kommentaren er ikke lukket rigtigt, så de trykkes, som de står. "
            "Skriv f.eks. [[Vestby g]] på én linje.",
            "warning",
        )


def _tell_of_the_label(point: Point) -> None:
    """Say when another point of the party has the label too; real tables do that, and so may a person."""
    others = points.of_party(db(), point.party_id) if point.label and point.id else []
    same = [other for other in others if other.id != point.id and fold(other.label) == fold(point.label)]
    if same:
        says = shorten(same[0].summary or same[0].excerpt or same[0].comment, 60, placeholder=" …")
        more = f" og {count(len(same) - 1, 'anden', 'andre')} af partens bemærkninger" if len(same) > 1 else ""
        flash(f"Bogstavet {point.label} bruges også af »{says}«{more}.", "warning")


def remove(id: int):
    """Remove the point as it was typed, so that it comes back so; what could not be saved stops nobody."""
    point = gone.point(id)
    typed, version, _ = saving.first(point)
    if typed.stale:
        return page(points.find(db(), id) or point, typed), typed.code
    form = _RemovalForm()
    version = form.version.data if version is None else version
    if form.does(lambda: casework.remove(db(), by(form), id, version, form.remaining.data)):
        form.tell("Bemærkningen er slettet.")
        return redirect(_back_to(point.hearing_id), 303)
    point = points.find(db(), id) or point
    return page(point, PointForm.of(db(), point), other=form), form.code


def back_from(point: Point) -> str:
    """Where the person came from: the table with its filter, at this point's row."""
    return _back_to(point.hearing_id, f"point-{point.id}")


def asked_back() -> str | None:
    """The local address that the form or link says the person came from."""
    back = request.values.get("back", "")
    return back.partition("#")[0] if is_local(back) else None


def _back_to(hearing_id: int, row: str = "") -> str:
    back = asked_back() or url_for("table.show", hearing_id=hearing_id)
    return f"{back}#{row}" if row else back


def _neighbours(point: Point) -> tuple[int | None, int | None]:
    """The points before and behind this one, in the filtered table if the person came from one."""
    back = asked_back()
    if back and "?" in back:
        return table.neighbours(point, back)
    return points.before(db(), point), points.after(db(), point)


def _onward(point: Point) -> str:
    """Where a save leads: to the neighbour asked for, else back; found before the save moves the point."""
    go = request.form.get("go")
    id = dict(zip(("previous", "next"), _neighbours(point), strict=True)).get(go)
    if go == "stay" or (go in ("next", "previous") and id is None):
        id = point.id
    return back_from(point) if id is None else url_for("points.edit", id=id, back=asked_back())


def page(point: Point, form: PointForm, other: EditForm | None = None) -> str:
    """The page of a point; ``other`` is the form that was sent, if it was not the point's own."""
    late = conflict.between(db(), point, form, lambda stored: PointForm.of(db(), stored))
    siblings = points.of_party(db(), point.party_id)
    index = next((n for n, sibling in enumerate(siblings) if sibling.id == point.id), 0)
    links = echoes.touching(db(), point.id)
    previous, following = _neighbours(point)
    return render_template(
        "points/edit.html",
        hearing=hearings.find(db(), point.hearing_id),
        point=point,
        party=parties.find(db(), point.party_id),
        form=form,
        sent=other or form,
        late=late,
        letters=_letters(point),
        siblings=siblings,
        following=siblings[index + 1] if index + 1 < len(siblings) else None,
        group=group.of(point),
        panel=likeness.panel(point, Text(form.summary.data or "", form.excerpt.data or "", point.party_id)),
        printings=Printing,
        remaining=Remaining,
        copies=[points.find(db(), link.point_id) for link in links if link.source_id == point.id],
        parties=parties.names_by_id(db(), point.hearing_id),
        people=points.people(db(), point.hearing_id),
        previous=previous,
        next=following,
        history=events.about(db(), "point", point.id)[:5],
        back=back_from(point),
    )
