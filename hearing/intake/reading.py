"""The one way in: a file's bytes and name -> a Reading."""

from dataclasses import replace

from hearing.intake import delimited, docx, layout, own_table, running_text, working_copy, xlsx
from hearing.intake.archive import Archive
from hearing.intake.formats import CAN_BE_READ, Kind, decode, mismatch, recognise
from hearing.intake.rows import Grid, Reading, Refused, Remark

_TOO_MUCH = "Filen {name} er for stor eller for indviklet til at blive læst."


def read(data: bytes, name: str, *, parties: str | None = None, columns: dict[str, str] | None = None) -> Reading:
    """Read a handling table in any of the formats; the bytes decide which, the name only helps.

    ``parties`` is the text of a list of parties (one a line, short name in brackets, a line that ends in a colon
    is a kind). ``columns`` maps headings as printed to fields and overrides what the contents say.
    Raises Refused with one Danish sentence.
    """
    try:
        kind, grids, archive, reading = _contents(data, name, parties)
        if reading is None and columns is None:
            reading = own_table.read(grids, archive, parties=parties)
        if reading is None:
            reading = layout.read_grids(grids, parties=parties, columns=columns)
    except (MemoryError, RecursionError) as error:
        raise Refused(_TOO_MUCH.format(name=name)) from error
    said = [remark for grid in grids for remark in grid.remarks]
    if note := mismatch(kind, name):
        said.insert(0, note)
    return replace(reading, odd=(*map(Remark, said), *reading.odd)) if said else reading


def _contents(
    data: bytes, name: str, parties: str | None
) -> tuple[Kind, tuple[Grid, ...], Archive | None, Reading | None]:
    """What the file is, and its grids; or, where it does not consist of grids, the reading itself."""
    kind, archive = recognise(data, name)
    if kind is Kind.JSON:
        return kind, (), None, working_copy.read(data)
    if kind is Kind.DOCX:
        return kind, docx.read(archive), archive, None
    if kind is Kind.XLSX:
        return kind, xlsx.read(archive), archive, None
    if kind is Kind.TEXT:
        text = decode(data)
        if delimited.is_table(text, name):
            return kind, (delimited.read(text),), None, None
        return kind, (), None, running_text.read(text, parties=parties)
    raise Refused(f"Filen {name} er ikke af en slags, som programmet kan læse. Det læser {CAN_BE_READ}.")
