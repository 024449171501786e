"""A PDF -> the grids that its ruled lines draw; or, where there are none, its text as a dump would give it.

pdfium finds lines and text; which cell continues on the next page, and which words a narrow column divided, is
decided by what the rest of the file says.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

import pypdfium2

from hearing.intake.pdf import breaks, over_pages, parts, rules
from hearing.intake.pdf.page import Page, page_text
from hearing.intake.pdf.parts import Part, Piece, Table
from hearing.intake.rows import Contents, Grid, Refused
from hearing.wording import clean

_MOST_PAGES = 3_000
_COLUMNS = 3
_UNREADABLE = re.compile("[\ue000-\uf8ff\ufffd]")
_MANY = 0.01
_PAGE_NUMBER = re.compile(r"(?:side|s\.|page)?\s*#+(?:\s*(?:af|of|/|-)\s*#+)?", re.I)
_PASSWORD = pypdfium2.raw.FPDF_ERR_PASSWORD


def read(data: bytes, name: str, parties: str | None = None) -> Contents:
    """Read a PDF. ``parties`` is a list of parties, one a line, which helps where cells run over pages.

    Raises Refused for a file with a password, a damaged one, and one without text.
    """
    document = _opened(data, name)
    try:
        pages = _pages(document)
        text = _text((page.text for page in pages), name)
        if not any(page.parts for page in pages):
            return Contents(text=text)
        left_out, after = _strip_furniture(pages)
        grids = _grids([part for page in pages for part in page.parts], _names(parties))
        grids = (*grids[:-1], replace(grids[-1], after=after))
        return Contents(_with_remarks(grids, document, text), text, left_out)
    except pypdfium2.PdfiumError as error:
        raise Refused(f"{name} er beskadiget, og ikke alle sider kan læses. Gem den igen som PDF.") from error
    finally:
        document.close()


def text(data: bytes, name: str) -> str:
    """All the text of a PDF, page by page; refused as ``read`` refuses it."""
    document = _opened(data, name)
    try:
        return _text((page_text(document[n]) for n in range(len(document))), name)
    except pypdfium2.PdfiumError as error:
        raise Refused(f"{name} er beskadiget, og ikke alle sider kan læses. Gem den igen som PDF.") from error
    finally:
        document.close()


@dataclass
class _Read:
    """A page: the parts of tables on it, the lines of text outside them by the part they precede, all its text."""

    parts: list[Part]
    outside: list[list[str]]
    text: str


def _opened(data: bytes, name: str) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD:
            raise Refused(
                f"{name} er beskyttet med adgangskode. Gem den uden adgangskode, og prøv igen."
            ) from error
        raise Refused(f"{name} er beskadiget og kan ikke åbnes som PDF. Gem den igen som PDF.") from error
    if not count:
        raise Refused(f"{name} har ingen sider.")
    if count > _MOST_PAGES:
        raise Refused(f"{name} har {count} sider; programmet læser højst {_MOST_PAGES}.")
    return document


def _pages(document: pypdfium2.PdfDocument) -> list[_Read]:
    fonts: dict[int, bool] = {}
    return [_page(Page(document[n], fonts), n + 1) for n in range(len(document))]


def _page(page: Page, number: int) -> _Read:
    found = [table for table in rules.tables(page.horizontal, page.vertical) if _is_table(table)]
    made, outside, top = [], [], page.height
    for table in found:
        outside.append(breaks.lines(page.text(rules.Box(0, table.area.top, page.width, top))) if top else [])
        top = table.area.bottom
        rows = [[_piece(page, box) for box in row] for row in table.rows]
        made.append(Part(number, rows, table.area.left, table.area.right))
    outside.append(breaks.lines(page.text(rules.Box(0, 0, page.width, top))) if found else [])
    return _Read(made, outside, page.text())


def _is_table(table: rules.Ruled) -> bool:
    """A frame around a text, or a box with a heading, is no table."""
    return max(len(row) for row in table.rows) >= _COLUMNS


def _piece(page: Page, box: rules.Box) -> Piece:
    if box.joined_above:
        return Piece(box.left, box.right, joined_above=True)
    text = page.text(box)
    lines = breaks.lines(text)
    if suspects := breaks.may_be_divided(lines):
        without_edge = page.without_right_edge(box, text, max(map(len, lines)))
        lines = breaks.divided(lines, suspects, breaks.lines(without_edge))
    return Piece(box.left, box.right, lines, page.bold_in(box))


def _strip_furniture(pages: list[_Read]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give every part the lines before it, without what stands on page after page; that is returned, and the
    lines below the last part."""
    counted = Counter(key for page in pages for key in {_key(line) for lines in page.outside for line in lines})
    often = max(2, len(pages) * 0.4)
    furniture = {key for key, count in counted.items() if count >= often or _PAGE_NUMBER.fullmatch(key)}
    left_out: dict[str, str] = {}
    carried: list[str] = []
    for page in pages:
        for n, lines in enumerate(page.outside):
            for line in lines:
                if _key(line) in furniture:
                    left_out.setdefault(_key(line), clean(line))
                else:
                    carried.append(clean(line.replace(breaks.HYPHEN, "-")))
            if n < len(page.parts):
                page.parts[n].before, carried = tuple(carried), []
    return tuple(left_out.values()), tuple(carried)


def _key(line: str) -> str:
    return re.sub(r"\d", "#", " ".join(line.split()).casefold())


def _grids(found: list[Part], names: frozenset[str]) -> tuple[Grid, ...]:
    tables: list[Table] = []
    for part in found:
        if tables and tables[-1].goes_on_with(part):
            tables[-1].parts.append(part)
        else:
            tables.append(Table([part]))
    headers = [table.drop_repeated_header() for table in tables]
    words = breaks.vocabulary(over_pages.pieces(found))
    joined = [over_pages.rows(table, words, names) for table in tables]
    # Once more: what seemed the end of a word at a page's foot may have been the middle of one.
    words = breaks.vocabulary(piece.lines for rows in joined for _, row in rows for piece in row)
    made = zip(joined, tables, headers, strict=True)
    return tuple(parts.grid(rows, table, header, words) for rows, table, header in made)


def _names(parties: str | None) -> frozenset[str]:
    return frozenset(" ".join(line.split()).casefold() for line in (parties or "").splitlines() if line.strip())


def _with_remarks(grids: tuple[Grid, ...], document: pypdfium2.PdfDocument, text: str) -> tuple[Grid, ...]:
    remarks = []
    if len(_UNREADABLE.findall(text)) > _MANY * len(text):
        remarks.append("PDF-filen har mange tegn, som dens skrifttyper ikke siger, hvad er; de er læst forkert.")
    if document.get_formtype():
        remarks.append("PDF-filen har formularfelter; det, der er skrevet i dem, er ikke læst med.")
    first, *others = grids
    return (replace(first, remarks=tuple(remarks)), *others)


def _text(pages: Iterable[str], name: str) -> str:
    """The text page by page, as a dump gives it; a hyphen at a line's end is a hyphen and a line break."""
    text = "\f".join(page.replace(breaks.HYPHEN, "-\n").replace("\r\n", "\n") for page in pages)
    if not text.strip("\f\n "):
        raise Refused(
            f"Der er ingen tekst i {name}, kun billeder. Indsæt teksten selv, eller kør OCR på filen først."
        )
    return text
