"""One page of a PDF as pdfium sees it: ruled lines, text in areas, and what of it is bold."""

import ctypes
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

import pypdfium2
import pypdfium2.raw as pdfium

from hearing.intake.pdf.rules import Box, Line, dotted
from hearing.intake.rows import Refused
from hearing.wording import thousands

# A dotted rule is drawn dot by dot, so an honest page may have tens of thousands.
MOST_OBJECTS = 300_000
_THIN = 3.0
_DEEPEST = 4
_INSET = 0.8
_MARGIN = 16
"""No cell has wider margins, a letter's width included, in points."""
_NARROW, _WIDEST = 3.0, 7.0
"""What letters need."""
_SIGNS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf02d": "-", "\uf0e0": "→"}
"""The signs of symbol fonts with which lists are marked."""
_BOLD = ("bold", "black", "heavy", "fed", "semibold", "demi")
_SEMIBOLD = 600
Matrix = tuple[float, float, float, float, float, float]


def page_text(page: pypdfium2.PdfPage) -> str:
    """The text of a page alone, without looking for lines and bold words."""
    _objects(page)
    return _readable(page.get_textpage().get_text_range())


def _objects(page: pypdfium2.PdfPage) -> int:
    """How many objects a page is drawn of; Refused if there are too many."""
    count = pdfium.FPDFPage_CountObjects(page)
    # Asked before the text is: putting a million letters in order takes longer than anybody waits.
    if count > MOST_OBJECTS:
        raise Refused(f"En side i filen er tegnet af mere end {thousands(MOST_OBJECTS)} dele.")
    return count


class Page:
    """The lines and the bold texts of a page, in the coordinates in which a person sees it, y upwards."""

    def __init__(self, page: pypdfium2.PdfPage, fonts: dict[int, bool]):
        count = _objects(page)
        self._text = page.get_textpage()
        self._fonts = fonts
        self.width, self.height = page.get_size()
        self._rotation = page.get_rotation()
        self.horizontal: list[Line] = []
        self.vertical: list[Line] = []
        self._bold: list[tuple[Box, str]] = []
        self._dots: list[Box] = []
        self._collect((pdfium.FPDFPage_GetObject(page, i) for i in range(count)), None, 0)
        across, down = dotted(self._dots)
        self.horizontal += across
        self.vertical += down

    def text(self, area: Box | None = None) -> str:
        """The text in an area, or of the whole page, with pdfium's line breaks and hyphens (U+0002)."""
        if area is None:
            return _readable(self._text.get_text_range())
        left, bottom, right, top = self._unturned(area)
        if right - left <= 2 * _INSET or top - bottom <= 2 * _INSET:
            return ""
        return _readable(self._text.get_text_bounded(left + _INSET, bottom + _INSET, right - _INSET, top - _INSET))

    def without_right_edge(self, area: Box, whole: str, longest: int) -> str:
        """The text in an area without the letters that reach the right edge of its column: those after which no
        other would have had room. ``whole`` is the text with them. The margin is taken to be as wide as that on
        the left, and a letter as the ``longest`` line tells, which has so many."""
        cuts = range(2, _MARGIN)
        at = bisect_left(cuts, True, key=lambda cut: self.text(replace(area, left=area.left + cut)) != whole)
        margin = cuts.start + at - _NARROW
        letter = min(_WIDEST, max(_NARROW, (area.right - area.left - 2 * margin) / longest))
        return self.text(replace(area, right=area.right - margin - 2 * letter))

    def bold_in(self, area: Box) -> list[str]:
        """The bold texts in an area, in the order in which they were written."""
        return [
            text
            for box, text in self._bold
            if area.left - 1 <= (box.left + box.right) / 2 <= area.right + 1
            and area.bottom - 1 <= (box.bottom + box.top) / 2 <= area.top + 1
        ]

    def _collect(self, objects: Iterator, matrix: Matrix | None, depth: int) -> None:
        for each in objects:
            kind = pdfium.FPDFPageObj_GetType(each)
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._take_path(each, matrix)
            elif kind == pdfium.FPDF_PAGEOBJ_TEXT:
                self._take_text(each, matrix)
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                inner = (
                    pdfium.FPDFFormObj_GetObject(each, i) for i in range(pdfium.FPDFFormObj_CountObjects(each))
                )
                self._collect(inner, _after(_matrix(each), matrix), depth + 1)

    def _take_path(self, path, matrix: Matrix | None) -> None:
        box = self._bounds(path, matrix)
        if box is None:
            return
        wide, high = box.right - box.left, box.top - box.bottom
        if high <= _THIN or wide <= _THIN:
            self._take_edge(box)
            return
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))
        if stroke.value:
            placed = _after(_matrix(path), matrix)
            for edge in _edges(path):
                self._take_edge(self._turned(*_spanned([_moved(point, placed) for point in edge])))

    def _take_edge(self, box: Box) -> None:
        wide, high = box.right - box.left, box.top - box.bottom
        if high <= _THIN and wide <= _THIN:
            self._dots.append(box)
        elif high <= _THIN:
            self.horizontal.append(Line((box.top + box.bottom) / 2, box.left, box.right))
        elif wide <= _THIN:
            self.vertical.append(Line((box.left + box.right) / 2, box.bottom, box.top))

    def _take_text(self, text, matrix: Matrix | None) -> None:
        font = pdfium.FPDFTextObj_GetFont(text)
        key = ctypes.cast(font, ctypes.c_void_p).value
        if key not in self._fonts:
            self._fonts[key] = _is_bold(font)
        if not self._fonts[key]:
            return
        box = self._bounds(text, matrix)
        size = pdfium.FPDFTextObj_GetText(text, self._text, None, 0)
        if box is not None and size > 2:
            buffer = ctypes.create_string_buffer(size)
            pdfium.FPDFTextObj_GetText(
                text, self._text, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), size
            )
            self._bold.append((box, buffer.raw[: size - 2].decode("utf-16-le", errors="replace")))

    def _bounds(self, each, matrix: Matrix | None) -> Box | None:
        sides = [ctypes.c_float() for _ in range(4)]
        if not pdfium.FPDFPageObj_GetBounds(each, *map(ctypes.byref, sides)):
            return None
        left, bottom, right, top = (side.value for side in sides)
        if matrix is not None:
            left, bottom, right, top = _spanned([_moved((left, bottom), matrix), _moved((right, top), matrix)])
        return self._turned(left, bottom, right, top)

    def _turned(self, left: float, bottom: float, right: float, top: float) -> Box:
        """From the page's own coordinates to those of a page that is shown turned."""
        if self._rotation == 90:
            return Box(bottom, self.height - right, top, self.height - left)
        if self._rotation == 180:
            return Box(self.width - right, self.height - top, self.width - left, self.height - bottom)
        if self._rotation == 270:
            return Box(self.width - top, left, self.width - bottom, right)
        return Box(left, bottom, right, top)

    def _unturned(self, area: Box) -> tuple[float, float, float, float]:
        left, bottom, right, top = area.left, area.bottom, area.right, area.top
        if self._rotation == 90:
            return self.height - top, left, self.height - bottom, right
        if self._rotation == 180:
            return self.width - right, self.height - top, self.width - left, self.height - bottom
        if self._rotation == 270:
            return bottom, self.width - right, top, self.width - left
        return left, bottom, right, top


def _readable(text: str) -> str:
    # Hardly a text has one, and to look for each is ten times faster than to translate every letter.
    for sign, shown in _SIGNS.items():
        if sign in text:
            text = text.replace(sign, shown)
    return text


def _is_bold(font) -> bool:
    size = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(max(size, 1))
    pdfium.FPDFFont_GetBaseFontName(font, buffer, size)
    name = buffer.value.decode("latin-1").casefold()
    return any(word in name for word in _BOLD) or pdfium.FPDFFont_GetWeight(font) >= _SEMIBOLD


def _edges(path) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """The straight pieces of a path, in its own coordinates."""
    x, y = ctypes.c_float(), ctypes.c_float()
    first = last = None
    for i in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, i)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = (x.value, y.value)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            first = point
        elif last is not None:
            yield last, point
        last = point
        if pdfium.FPDFPathSegment_GetClose(segment) and first is not None:
            yield point, first


def _matrix(each) -> Matrix:
    raw = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(each, ctypes.byref(raw))
    return raw.a, raw.b, raw.c, raw.d, raw.e, raw.f


def _after(inner: Matrix, outer: Matrix | None) -> Matrix:
    """First the inner matrix, then the outer."""
    if outer is None:
        return inner
    a, b, c, d, e, f = inner
    A, B, C, D, E, F = outer
    return (a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F)


def _moved(point: tuple[float, float], matrix: Matrix) -> tuple[float, float]:
    x, y = point
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _spanned(points: list[tuple[float, float]]) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)
