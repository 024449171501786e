"""The form of a point: what is shown in it, and what was typed as the fields of a record."""

from collections.abc import Callable

from flask import request
from sqlite_utils import Database
from wtforms import (
    BooleanField,
    HiddenField,
    SelectChoice,
    SelectField,
    StringField,
    TextAreaField,
    ValidationError,
)
from wtforms.validators import Length

from hearing.enums import Status
from hearing.mentions import Current, Unclear
from hearing.records import Point
from hearing.store import decisions, echoes, events, themes
from hearing.web import comments
from hearing.web.forms import EditForm, SeenField

_AS_PRINTED = "printed"
_NEW = "new"


def _short(label: str, most: int = 200) -> StringField:
    return StringField(label, validators=[Length(max=most, message=f"Højst {most} tegn.")])


def _text(label: str, rows: int, most: int | None = None) -> TextAreaField:
    validators = [Length(max=most, message=f"Højst {most} tegn.")] if most else []
    return TextAreaField(label, validators, render_kw={"rows": rows})


class PointForm(EditForm):
    """A point as a person edits it. Every text field holds what was typed, marks between ** and **.

    ``named`` tells which points the page's comment mentioned: they stay meant, whatever they are called now.
    ``link`` is what the page showed of the point's link to what it repeats.
    """

    label = _short("Bogstav")
    theme = SelectField("Tema")
    new_theme = StringField("Nyt tema", validators=[Length(max=300, message="Højst 300 tegn.")])
    status = SelectField("Status", choices=[SelectChoice(status.value, status.label) for status in Status])
    responsible = _short("Ansvarlig")
    summary = _text("Sammendrag", 5)
    decision = SelectField("Håndtering")
    comment = _text("Kommentar", 5)
    named = HiddenField()
    excerpt = _text("Citat", 5)
    page = _short("Side")
    note = _text("Intern note", 2)
    deviation = _text("Begrundelse for at afvige", 2, 500)
    link = SeenField()
    sure = BooleanField("Set efter – fjern mærket")
    _comment = Current("", ())

    def validate_new_theme(self, field: StringField) -> None:
        """A new theme has a name."""
        if self.theme.data == _NEW and not field.data:
            raise ValidationError("Skriv, hvad det nye tema hedder.")

    def validate_comment(self, field: TextAreaField) -> None:
        """Every point that it mentions can be told from the others."""
        try:
            self._comment = self._read(field.data or "")
        except Unclear as error:
            raise ValidationError(str(error)) from error

    def validate_deviation(self, field: StringField) -> None:
        """Who says why a point goes its own way says how, too."""
        shown = self._shown(self._point)
        same = all(self[name].data in (None, shown[name]) for name in ("decision", "comment"))
        if field.data and self._echo and self._echo.follows and same:
            raise ValidationError("Ret også håndteringen eller kommentaren; ellers følger bemærkningen som før.")

    @classmethod
    def of(cls, db: Database, point: Point) -> "PointForm":
        """The form as the point fills it."""
        return cls(None, data=_shown(db, point))._about(db, point)

    @classmethod
    def sent(cls, db: Database, point: Point) -> "PointForm":
        """The form as it was sent; where the person chose the other's value after a conflict, that stands."""
        form = cls()._about(db, point)
        stored = cls.of(db, point)
        if form.comment.data is not None:
            sent = form.comment.data, form.named.data, stored.named.data
            form.comment.data, form.named.data = comments.renewed(db, point.hearing_id, *sent)
        form._keep_their_reason(db)
        for name in request.form.getlist("theirs"):
            if name in stored._fields and name not in ("version", "once", "csrf_token"):
                form[name].data, form[name].raw_data = stored[name].data, None
        return form

    def _about(self, db: Database, point: Point) -> "PointForm":
        """The form with its choices, and with the hearing's points to find in its comment."""
        self._read = lambda written: comments.read(db, point.hearing_id, written, self.named.data)
        self._shown = lambda point: _shown(db, point)
        self._with_choices(db, point)
        return self

    def _with_choices(self, db: Database, point: Point) -> None:
        found = themes.of(db, point.hearing_id)
        self.theme.choices = [
            *_choices(point.theme_id, point.theme_printed, [(t.id, t.name) for t in found]),
            SelectChoice(_NEW, "Nyt tema …"),
        ]
        found = decisions.of(db, point.hearing_id)
        self.decision.choices = _choices(
            point.decision_id, point.decision_printed, [(d.id, d.phrase) for d in found]
        )
        self._point, self._echo = point, echoes.of_point(db, point.id)
        if self._echo and self._echo.takes_over(point.decision_id) and "status" in self._fields:
            del self.status
        elif self.status.data is None:
            # The page had none: a colleague has taken the point out of its group since.
            self.status.data = point.status.value
        if (self._echo is None or self._echo.as_read) and not self.deviation.data:
            del self.deviation
        elif self.deviation.data is None:
            self.deviation.data = self._echo.deviation
        if self.link.data is None:
            self._see_the_link()

    def _see_the_link(self) -> None:
        self.link.data = self._echo.seen if self._echo else (0, 0)

    def _keep_their_reason(self, db: Database) -> None:
        """What a colleague wrote as the reason stands, if the person left it as it was shown."""
        shown = events.state(db, "echo", *self.link.data) or {}
        if self._echo and "deviation" in self and self.deviation.data == shown.get("deviation", ""):
            self.deviation.data, self.deviation.raw_data = self._echo.deviation, None

    def does(self, verb: Callable[[], object]) -> bool:
        """The same; who is told of what a colleague did with the link has seen it then."""
        done = super().does(verb)
        if self.overtaken:
            self._see_the_link()
        return done

    def fields(self, point: Point) -> dict:
        """What was changed, as fields of the record; what was left as shown stays as stored, stray blanks too.

        A theme that is to be made stands as ``theme_name``.
        """
        shown = type(self)(None, data=self._shown(point))
        changed = {
            name
            for name in shown._fields
            if name in self._fields and self[name].data is not None and self[name].data != shown[name].data
        }
        fields = {
            name: self[name].data
            for name in changed & {"label", "summary", "excerpt", "page", "responsible", "note"}
        }
        if "comment" in changed:
            comment = self._comment
            fields |= {"comment": comment.text, "marks": comment.marks, "mentions": comment.mentions}
        if "status" in changed:
            fields["status"] = Status(self.status.data)
        if self.new_theme.data:
            fields["theme_name"] = self.new_theme.data
            changed.discard("theme")
        for name in changed & {"theme", "decision"}:
            fields[f"{name}_id"] = int(self[name].data) if self[name].data else None
            fields[f"{name}_printed"] = ""
        if self.sure.data:
            fields["unsure"] = ""
        if "deviation" in self._fields and self.deviation.data not in ("", self._echo and self._echo.deviation):
            fields |= {"deviation": self.deviation.data, "link": self.link.data}
        return fields


def _shown(db: Database, point: Point) -> dict:
    """What the form shows of a point."""
    comment, named = comments.shown(db, point)
    return {
        "version": point.version,
        "label": point.label,
        "theme": _choice(point.theme_id, point.theme_printed),
        "status": point.status.value,
        "responsible": point.responsible,
        "summary": point.summary,
        "decision": _choice(point.decision_id, point.decision_printed),
        "comment": comment,
        "named": named,
        "excerpt": point.excerpt,
        "page": point.page,
        "note": point.note,
    }


def _choice(id: int | None, printed: str) -> str:
    return str(id) if id is not None else (_AS_PRINTED if printed else "")


def _choices(id: int | None, printed: str, named: list[tuple[int, str]]) -> list[SelectChoice]:
    """None, what an imported cell had printed if it means nothing known, and the hearing's own."""
    as_printed = [SelectChoice(_AS_PRINTED, f"Som trykt: {printed}")] if id is None and printed else []
    return [SelectChoice("", "Ingen"), *as_printed, *(SelectChoice(str(id), name) for id, name in named)]
