"""The text of the plan that is in hearing, from a file (.docx .pdf .txt)."""

from hearing.intake import docx, pdf
from hearing.intake.archive import Archive
from hearing.intake.formats import Kind, decode, recognise
from hearing.intake.rows import Refused
from hearing.wording import blank, clean

_REFUSED = (
    "{name} kan ikke læses som planens tekst. Brug Word (.docx), PDF eller en tekstfil (.txt), "
    "eller indsæt teksten selv."
)


def read(data: bytes, name: str) -> str:
    """The text of the file. Raises Refused with one Danish sentence where it holds none that can be read."""
    if not data.strip():
        raise Refused(f"Filen {name} er tom.")
    try:
        kind, archive = recognise(data, name)
    except Refused as error:
        raise Refused(_REFUSED.format(name=name)) from error
    if kind is Kind.PDF:
        text = pdf.text(data, name)
    elif kind is Kind.DOCX:
        text = _word(archive)
    elif kind is Kind.TEXT:
        text = decode(data)
    else:
        raise Refused(_REFUSED.format(name=name))
    if blank(text):
        raise Refused(f"Der er ingen tekst i {name}.")
    return clean(text)


def _word(archive: Archive) -> str:
    """The paragraphs of the document, and behind them what stands in its tables."""
    grids, paragraphs = docx.contents(archive)
    cells = (cell.text for grid in grids for row in grid.rows for cell in row)
    return "\n".join([*paragraphs, *filter(None, cells)])
