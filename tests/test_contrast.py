"""The colours of the program, computed from the style sheet: text 4.5:1, controls 3:1, light and dark."""

import re

import pytest

from hearing.web.static_files import STATIC

TEXT = [
    *[
        (ink, ground)
        for ink in ("ink", "quiet", "accent", "accent-deep")
        for ground in ("ground", "surface", "sunken")
    ],
    ("ink", "accent-soft"),
    ("quiet", "accent-soft"),
    ("accent", "accent-soft"),
    ("on-accent", "accent"),
    ("on-accent", "accent-deep"),
    ("ink", "found"),
    *[(ink, f"{name}-soft") for name in ("danger", "good", "warn") for ink in (name, "ink")],
    ("danger", "surface"),
    ("accent", "warn-soft"),
]
CONTROLS = [
    *[
        (edge, ground)
        for edge in ("edge", "focus", "accent", "good", "warn", "plum")
        for ground in ("ground", "surface")
    ],
    ("edge", "sunken"),
    ("focus", "sunken"),
    ("danger", "danger-soft"),
]


def _tokens() -> dict[str, dict[str, str]]:
    """The colour tokens of both schemes."""
    light, dark = re.findall(r":root \{(.*?)\}", (STATIC / "css/base.css").read_text(encoding="utf-8"), re.DOTALL)
    read = {"light": dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", light))}
    read["dark"] = {**read["light"], **dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", dark))}
    return read


def _luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("pairs", "least"), [(TEXT, 4.5), (CONTROLS, 3.0)])
def test_every_pair_of_colours_is_told_apart(scheme, pairs, least):
    tokens = _tokens()[scheme]
    poor = {pair: round(_contrast(*(tokens[name] for name in pair)), 2) for pair in pairs}
    assert {pair: ratio for pair, ratio in poor.items() if ratio < least} == {}


def test_black_on_white_is_21():
    assert round(_contrast("#000000", "#ffffff")) == 21


def test_colours_stand_in_tokens_only():
    for sheet in STATIC.glob("css/*.css"):
        text = sheet.read_text(encoding="utf-8")
        if sheet.name not in ("base.css", "print.css"):
            assert not re.search(r"#[0-9a-fA-F]{3,8}\b(?![^{]*\{)", text), f"{sheet.name} has a colour of its own"
