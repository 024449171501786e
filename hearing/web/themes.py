"""The themes of a hearing: one page for all of them, one for each."""

from flask import flash, redirect, render_template, request, url_for
from wtforms import SelectChoice, StringField
from wtforms.validators import DataRequired, Length

from hearing.casework import themes as casework
from hearing.records import Hearing, Theme
from hearing.store import hearings, themes
from hearing.web import conflict
from hearing.web.database import by, db, found
from hearing.web.forms import BaseForm, Confirmation, EditForm, MergeForm, RemovalForm, StepForm

_NAMED = DataRequired("Skriv temaets navn.")


class NewThemeForm(BaseForm):
    """A theme to add."""

    name = StringField("Nyt tema", validators=[_NAMED, Length(max=300)])


class ThemeForm(EditForm):
    """A theme's name."""

    name = StringField("Navn", validators=[_NAMED, Length(max=300)])


def index(hearing_id: int):
    """The themes in their order, with how many points use each and how they were printed."""
    return _index(found(hearings.find(db(), hearing_id)), NewThemeForm())


def add(hearing_id: int):
    """Add a theme."""
    hearing = found(hearings.find(db(), hearing_id))
    form = NewThemeForm()
    if form.does(lambda: casework.add(db(), by(form), hearing_id, form.name.data)):
        flash("Temaet er tilføjet.")
        return redirect(url_for("themes.index", hearing_id=hearing_id), 303)
    return _index(hearing, form), form.code


def order(id: int):
    """Move a theme one place up or down."""
    theme = found(themes.find(db(), id))
    form = StepForm()
    if form.does(lambda: casework.move(db(), by(form), id, form.direction)):
        return redirect(url_for("themes.index", hearing_id=theme.hearing_id, _anchor=f"theme-{id}"), 303)
    return _index(found(hearings.find(db(), theme.hearing_id)), form), form.code


def edit(id: int):
    """One theme: its name, and what can be done with it."""
    return _edit(found(themes.find(db(), id)))


def rename(id: int):
    """Give the theme another name."""
    theme = found(themes.find(db(), id))
    form = ThemeForm()
    if form.does(lambda: casework.rename(db(), by(form), id, form.version.data, form.name.data)):
        return _done(form, theme, f"Temaet hedder nu {form.name.data}.")
    return _edit(theme, form), form.code


def merge(id: int):
    """Give the theme's points to another theme and remove it."""
    theme = found(themes.find(db(), id))
    form = _merging(theme, MergeForm())
    name_of = {choice.value: choice.label for choice in form.into.choices}
    if form.does(lambda: casework.merge(db(), by(form), id, form.version.data, form.into.data)):
        return _done(form, theme, f"»{theme.name}« er lagt sammen med »{name_of[form.into.data]}«.")
    return _edit(theme, form), form.code


def split(id: int):
    """Give the points with another printed spelling a theme of that name again."""
    theme = found(themes.find(db(), id))
    form = Confirmation()
    printed = request.form.get("printed", "")
    if form.does(lambda: casework.split(db(), by(form), id, printed)):
        return _done(form, theme, f"{printed} er igen et tema for sig.")
    return _edit(theme, form), form.code


def remove(id: int):
    """Remove a theme that nothing uses."""
    theme = found(themes.find(db(), id))
    form = RemovalForm()
    if form.does(lambda: casework.remove(db(), by(form), id, form.version.data)):
        return _done(form, theme, f"Temaet {theme.name} er slettet.")
    return _edit(theme, form), form.code


def _done(form: BaseForm, theme: Theme, sentence: str):
    form.tell(sentence)
    return redirect(url_for("themes.index", hearing_id=theme.hearing_id), 303)


def _index(hearing: Hearing, form: BaseForm) -> str:
    return render_template(
        "themes/index.html",
        hearing=hearing,
        themes=themes.of(db(), hearing.id),
        used=themes.used(db(), hearing.id),
        spellings=themes.spellings(db(), hearing.id),
        form=form,
        adding=form if isinstance(form, NewThemeForm) else NewThemeForm(None),
    )


def _edit(theme: Theme, sent: BaseForm | None = None) -> str:
    """The page, with the form that was sent and could not be carried out, if there is one."""
    theme = themes.find(db(), theme.id) or theme
    naming = ThemeForm.on(theme, sent)
    return render_template(
        "themes/edit.html",
        hearing=hearings.find(db(), theme.hearing_id),
        theme=theme,
        count=themes.used(db(), theme.hearing_id).get(theme.id, 0),
        spellings=themes.spellings(db(), theme.hearing_id).get(theme.id, []),
        form=sent or naming,
        late=sent and conflict.between(db(), theme, sent),
        naming=naming,
        merging=_merging(theme, MergeForm.on(theme, sent)),
        removing=RemovalForm.on(theme, sent),
    )


def _merging(theme: Theme, form: MergeForm) -> MergeForm:
    others = [other for other in themes.of(db(), theme.hearing_id) if other.id != theme.id]
    form.into.choices = [SelectChoice(other.id, other.name) for other in others]
    return form
