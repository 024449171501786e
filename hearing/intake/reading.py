"""The one way in: a file's bytes and name -> a Reading."""

from dataclasses import replace

from hearing.intake import delimited, docx, layout, own_table, pdf, running_text, working_copy, xlsx
from hearing.intake.archive import Archive
from hearing.intake.formats import Kind, decode, mismatch, recognise
from hearing.intake.rows import Contents, Reading, Refused, Remark

# A million characters take 25 seconds to cut into cells; blanks between columns side by side do not count.
_LONGEST_TEXT = 1_000_000
_TOO_LONG = "Teksten har mere end 1 mio. tegn. Det er flere, end programmet læser; del den i flere filer."
_TOO_MUCH = "Filen {name} er for stor eller for indviklet til at blive læst."


def read(data: bytes, name: str, *, parties: str | None = None, columns: dict[str, str] | None = None) -> Reading:
    """Read a handling table in any of the formats; the bytes decide which, the name only helps.

    ``parties`` is the text of a list of parties (one a line, short name in brackets, a line that ends in a colon
    is a kind). ``columns`` maps headings as printed to fields and overrides what the contents say.
    Raises Refused with one Danish sentence.
    """
    try:
        kind, archive = recognise(data, name)
        contents = _contents(kind, archive, data, name, parties)
        if kind is Kind.JSON:
            reading = working_copy.read(data)
        elif contents.grids:
            reading = _tables(contents, archive, parties, columns)
        else:
            reading = _running_text(contents.text, parties, columns)
    except (MemoryError, RecursionError) as error:
        raise Refused(_TOO_MUCH.format(name=name)) from error
    return _with_remarks(reading, contents, mismatch(kind, name))


def _tables(
    contents: Contents, archive: Archive | None, parties: str | None, columns: dict[str, str] | None
) -> Reading:
    """The handling table in the grids; in the text of a PDF whose ruled tables are something else."""
    own = None if columns else own_table.read(contents.grids, archive, parties=parties)
    try:
        return own or layout.read_grids(contents.grids, parties=parties, columns=columns)
    except Refused:
        if not contents.text:
            raise
        return _running_text(contents.text, parties, columns)


def _running_text(text: str, parties: str | None, columns: dict[str, str] | None) -> Reading:
    if len(text) > _LONGEST_TEXT and sum(map(len, text.split())) > _LONGEST_TEXT:
        raise Refused(_TOO_LONG)
    return running_text.read(text, parties=parties, columns=columns)


def _contents(kind: Kind, archive: Archive | None, data: bytes, name: str, parties: str | None) -> Contents:
    """The grids or the running text that the file holds."""
    if kind is Kind.DOCX:
        return Contents(docx.read(archive))
    if kind is Kind.XLSX:
        return Contents(xlsx.read(archive))
    if kind is Kind.PDF:
        return pdf.read(data, name, parties)
    if kind is Kind.JSON:
        return Contents()
    text = decode(data)
    return Contents((delimited.read(text),)) if delimited.is_table(text, name) else Contents(text=text)


def _with_remarks(reading: Reading, contents: Contents, mismatched: str) -> Reading:
    """The reading, and before its own remarks what is to be said of the file as such."""
    said = [mismatched] if mismatched else []
    said += [remark for grid in contents.grids for remark in grid.remarks]
    left_out = map(Remark, contents.left_out)
    return replace(reading, odd=(*map(Remark, said), *reading.odd), left_out=(*left_out, *reading.left_out))
