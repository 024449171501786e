"""An Excel workbook (.xlsx, .xlsm) -> one grid for every sheet with anything in it.

Read straight from the parts: openpyxl would fill every cell of a merged range before anyone could count them, and
stops at style sheets that other programs write.
"""

import re

from hearing.intake import relations
from hearing.intake.archive import Archive
from hearing.intake.rows import Grid, Refused
from hearing.intake.xlsx import strings, styles, workbook
from hearing.intake.xlsx.sheet import Sheet

_NO_TITLE = re.compile(r"(ark|sheet|tabelle|feuil)\s?\d*", re.I)


def read(archive: Archive) -> tuple[Grid, ...]:
    """The sheets in order, the sheet's name before each; Refused where no sheet holds anything."""
    main = relations.by_kind(relations.of(archive)).get("officeDocument", "xl/workbook.xml")
    if main not in archive.names:
        raise Refused("Filen er en ZIP-fil, men ikke en Excel-projektmappe.")
    related = relations.of(archive, main)
    parts = relations.by_kind(related)
    shared = strings.read(archive.part(parts["sharedStrings"])) if "sharedStrings" in parts else []
    formats = styles.read(archive.part(parts["styles"])) if "styles" in parts else styles.Formats()
    book = workbook.read(archive.part(main))
    formats.since_1904 = book.since_1904
    grids, hidden = [], []
    for entry in book.sheets:
        kind, part = related.get(entry.relation, ("", ""))
        if kind != "worksheet":
            continue
        if entry.hidden:
            hidden.append(f"Arket »{entry.name}« er skjult og er ikke læst med.")
            continue
        sheet = Sheet(entry.name, shared, formats)
        sheet.read(archive.part(part))
        before = () if _NO_TITLE.fullmatch(entry.name) else (entry.name,)
        if grid := sheet.grid(before, tuple(hidden) if not grids else ()):
            grids.append(grid)
    if not grids:
        raise Refused("Der står ikke noget i Excel-filens ark.")
    return tuple(grids)
