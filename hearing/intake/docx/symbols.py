"""Characters that Word takes from a symbol font by number."""

UNKNOWN = "\ufffd"
_PRIVATE = range(0xF000, 0xF100)
_WINGDINGS = {
    0x4A: "☺",
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x76: "❖",
    0x9F: "•",
    0xA7: "▪",
    0xA8: "□",
    0xD8: "➢",
    0xE0: "→",
    0xE8: "➔",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_SYMBOL = dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True))
_SYMBOL |= {0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB7: "•", 0xB9: "≠", 0xBB: "≈", 0xAB: "↔", 0xAE: "→"}
_FONTS = {"wingdings": _WINGDINGS, "symbol": _SYMBOL}


def character(font: str, code: str) -> str:
    """The character that a w:sym shows, or U+FFFD where the font's own sign has no known counterpart."""
    try:
        number = int(code, 16)
    except ValueError:
        return UNKNOWN
    low = number & 0xFF if number in _PRIVATE else number
    signs = _FONTS.get(font.casefold())
    if signs is not None:
        return signs.get(low, chr(low) if font.casefold() == "symbol" and 0x20 <= low < 0x41 else UNKNOWN)
    if number in _PRIVATE or not 0x20 <= number < 0xD800:
        return UNKNOWN
    return chr(number)
