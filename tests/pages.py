"""Reading a page as a browser does: the words on it, and a form as it would be sent."""

from lxml import html


def words(page: str) -> str:
    """The text of the page, with single blanks."""
    tree = html.fromstring(page)
    for control in tree.iter("textarea", "script", "style", "option"):
        control.text = ""
    return " ".join(" ".join(tree.itertext()).split())


def filled(page: str, action: str) -> dict[str, str]:
    """The fields of the form with this action, as they stand on the page."""
    return fields(
        next(form for form in html.fromstring(page).forms if (form.action or "").partition("?")[0] == action)
    )


def fields(form: html.FormElement) -> dict[str, str]:
    """What a browser would send of the form as it stands on its page."""
    found = {name: value for name, value in form.form_values() if name != "go"}
    for outside in form.getroottree().xpath("//input[@form=$id]", id=form.get("id") or "-"):
        if outside.type not in ("radio", "checkbox") or outside.checked:
            found[outside.name] = outside.value or ""
    # A text area's first line break belongs to the markup; a browser sends the rest with CRLF.
    for area in form.iter("textarea"):
        found[area.name] = (area.text or "").removeprefix("\r\n").removeprefix("\n").replace("\n", "\r\n")
    return found
