"""Moving through a page with Tab, as somebody who has no mouse: every stop is seen, and none holds the focus."""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page

# What has the focus. Of a check box or a file that lies unseen over its words, it is the words that show it.
_STOP = """
() => {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    const shown = at.matches(".more") ? at.parentElement.querySelector("label")
        : at.closest(".chosen-file") ? at.nextElementSibling : at;
    const style = getComputedStyle(shown);
    const box = shown.getBoundingClientRect();
    const rgb = (colour) => colour.match(/[\\d.]+/g).map(Number);
    let ground = shown.parentElement;
    const paint = (at) => getComputedStyle(at).backgroundColor;
    while (ground.parentElement && rgb(paint(ground))[3] === 0) ground = ground.parentElement;
    const light = (colour) => rgb(colour).slice(0, 3).map((part) => part / 255)
        .map((part) => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4)
        .reduce((sum, part, n) => sum + part * [.2126, .7152, .0722][n], 0);
    const [dark, bright] = [light(style.outlineColor), light(paint(ground))].sort((a, b) => a - b);
    return {
        what: at.outerHTML.slice(0, 80),
        outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        contrast: (bright + .05) / (dark + .05),
        seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
    };
}
"""


@dataclass(frozen=True)
class Stop:
    """What has the focus, whether its outline shows and stands out from its ground, and whether it is in view."""

    what: str
    outlined: bool
    contrast: float
    seen: bool


def step(page: Page) -> Stop | None:
    """Press Tab; where that led, or None after the last stop. Fails where a person would not see it."""
    page.keyboard.press("Tab")
    found = page.evaluate(_STOP)
    if found is None:
        return None
    stop = Stop(**found)
    assert stop.outlined, stop
    assert stop.contrast >= 3, stop
    assert stop.seen, stop
    return stop


def reach(page: Page, target: Locator, most: int = 120) -> None:
    """Press Tab until the target has the focus, unless it has it; fails where Tab does not lead there."""
    for _ in range(most):
        if target.first.evaluate("at => at === document.activeElement"):
            return
        step(page)
    raise AssertionError(f"{most} times Tab do not lead to {target}")


def press(page: Page, target: Locator, key: str = "Enter") -> None:
    """Go to the target with Tab, and press the key there."""
    reach(page, target)
    page.keyboard.press(key)
