"""What must hold of any page as it stands: axe, language, title, headings, 320 pixels, the security policy."""

import json
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]},
    "resultTypes": ["violations", "incomplete"],
}
_HEADINGS = "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => +h.tagName[1])"
# What is wider than the window and can be neither scrolled in a region of its own nor is meant to be hidden.
SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"
# What axe cannot decide, looked at by a person: rule, kinds of page, and why it is right.
_REVIEWED = {
    (review["rule"], kind)
    for review in json.loads(Path(__file__).with_name("axe_incomplete.json").read_text(encoding="utf-8"))
    for kind in review["pages"]
}


def look(page: Page) -> None:
    """Everything that must hold of any page as it stands."""
    results = Axe().run(page, options=_RULES)
    assert results.violations_count == 0, results.generate_report()
    kind = page.title().removeprefix("Fejl: ").partition(" · ")[0].partition(":")[0]
    undecided = {(found["id"], kind): found["nodes"][0]["html"] for found in results.response["incomplete"]}
    new = {key: html for key, html in undecided.items() if key not in _REVIEWED}
    assert not new, new
    assert page.locator("html").get_attribute("lang") == "da"
    assert page.title().endswith("Høringer")
    levels = page.evaluate(_HEADINGS)
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False)), levels
    page.set_viewport_size({"width": 320, "height": 900})
    assert not page.evaluate(SIDEWAYS), f"{page.url} scrolls sideways at 320 pixels"
    page.set_viewport_size({"width": 1280, "height": 900})
    csp = [text for text in page.complaints if "Content Security Policy" in text or "Refused to" in text]
    assert not csp
