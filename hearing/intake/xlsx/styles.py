"""How a workbook prints its numbers: as dates, percentages, or plainly, the Danish way."""

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from hearing.intake import markup

_BUILT_IN_DATES = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|general|standard', re.I)
_LARGEST_DATE = 2_958_465


@dataclass
class Formats:
    """What each cell style (by its number) makes of a number, and which are bold."""

    codes: dict[int, str] = field(default_factory=dict)
    styles: list[tuple[int, int]] = field(default_factory=list)
    bold_fonts: list[bool] = field(default_factory=list)
    since_1904: bool = False

    def bold(self, style: int) -> bool:
        """Whether the whole cell is bold."""
        font = self.styles[style][1] if style < len(self.styles) else 0
        return font < len(self.bold_fonts) and self.bold_fonts[font]

    def printed(self, text: str, style: int) -> str:
        """The number as the sheet shows it: 1.0 is 1, 0.5 is 0,5, a date is 05-03-2026."""
        try:
            value = float(text)
        except ValueError:
            return text
        format_id = self.styles[style][0] if style < len(self.styles) else 0
        code = _LITERAL.sub("", self.codes.get(format_id, "")).casefold().partition(";")[0]
        if format_id in _BUILT_IN_DATES or any(letter in code for letter in "dmyåhs"):
            return self._date(value) or _plain(value)
        if format_id in (9, 10) or "%" in code:
            return f"{_plain(round(value * 100, 10))}%"
        printed = _plain(value)
        return printed.zfill(len(code)) if code and not code.strip("0") else printed

    def _date(self, value: float) -> str:
        if not 0 <= value <= _LARGEST_DATE:
            return ""
        # Excel believes in 29 February 1900; from March that year on its days are counted from 30 December 1899.
        start = datetime(1904, 1, 1) if self.since_1904 else datetime(1899, 12, 30)
        try:
            moment = start + timedelta(seconds=round(value * 86_400))
        except OverflowError:
            return ""
        if value < 1:
            return f"{moment:%H:%M}"
        return f"{moment:%d-%m-%Y}" if value == int(value) else f"{moment:%d-%m-%Y %H:%M}"


def _plain(value: float) -> str:
    if value == int(value) if abs(value) < 1e15 else False:
        return str(int(value))
    return f"{value:.15g}".replace(".", ",")


def read(data: bytes) -> Formats:
    """Read the part styles.xml."""
    formats = Formats()
    inside = ""

    def start(name: str, attributes: markup.Attributes) -> None:
        nonlocal inside
        if name in ("fonts", "cellXfs", "cellStyleXfs", "dxfs"):
            inside = name
        elif name == "numFmt" and inside != "dxfs":
            formats.codes[_number(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
        elif name == "font" and inside == "fonts":
            formats.bold_fonts.append(False)
        elif name == "b" and inside == "fonts" and formats.bold_fonts:
            formats.bold_fonts[-1] = attributes.get("val", "1") not in ("0", "false")
        elif name == "xf" and inside == "cellXfs":
            formats.styles.append((_number(attributes.get("numFmtId")), _number(attributes.get("fontId"))))

    markup.walk(data, start)
    return formats


def _number(text: str | None) -> int:
    return int(text) if text and text.isdigit() and len(text) < 7 else 0
