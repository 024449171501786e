"""A Word document (.docx, .docm, .dotx) -> the tables in it.

The whole content is read, tracked insertions included, in one pass and without python-docx, which loses most of
what real documents hold (content controls, tracked changes, text boxes, fields, nested tables) and is much slower.
"""

from dataclasses import replace

from hearing.intake import markup, relations
from hearing.intake.archive import Archive
from hearing.intake.docx import numbering, styles
from hearing.intake.docx.document import Document
from hearing.intake.docx.elements import names
from hearing.intake.rows import Grid, Refused

_FRAMES = 3
"""How deep inside tables that lay out the page a handling table is looked for."""
_REMARKS = {
    "tracked": "Dokumentet har sporede ændringer: indsættelser er læst med, sletninger er udeladt.",
    "hidden": "Dokumentet har skjult tekst, som er læst med; afsenderen har måske ikke ment den.",
    "note": "Dokumentet har fodnoter; de står i teksten som [Note: …].",
    "comment": "Dokumentet har Word-kommentarer; de er ikke læst med.",
    "symbol": "Dokumentet har tegn fra en symbolskrifttype, som ikke kan læses; de står som \ufffd.",
    "chunk": "Dokumentet har indlejret indhold fra et andet dokument (altChunk), som ikke er læst med.",
}


def read(archive: Archive) -> tuple[Grid, ...]:
    """The document's tables in order; what a person should know of the document is a remark of the first.

    Raises Refused where there is no table.
    """
    document = _document(archive)
    if not document.grids:
        raise Refused(_without_tables(document))
    remarks = tuple(text for key, text in _REMARKS.items() if key in document.seen)
    grids = [*document.grids[:-1], replace(document.grids[-1], after=tuple(document.after))]
    return (replace(grids[0], remarks=remarks), *grids[1:])


def contents(archive: Archive) -> tuple[tuple[Grid, ...], tuple[str, ...]]:
    """The document's tables, and its paragraphs outside them; Refused where there is neither."""
    document = _document(archive)
    paragraphs = tuple(text for grid in document.grids for text in grid.before) + tuple(document.after)
    if not document.grids and not paragraphs:
        raise Refused(_without_tables(document))
    return tuple(document.grids), paragraphs


def _document(archive: Archive) -> Document:
    """The main part, read."""
    main = _main_part(archive)
    parts = relations.by_kind(relations.of(archive, main))
    known = styles.read(archive.part(parts["styles"])) if "styles" in parts else styles.Styles()
    lists = numbering.read(archive.part(parts["numbering"])) if "numbering" in parts else numbering.Numbering()
    lists.link({style_id: known.resolve(style_id).list_id or "" for style_id in lists.styled.values()})
    notes = {}
    for kind in ("footnote", "endnote"):
        if f"{kind}s" in parts:
            notes |= _notes(archive.part(parts[f"{kind}s"]), kind)
    data = archive.part(main)
    return _read(data, known, lists, notes)


def _read(data: bytes, known: styles.Styles, lists: numbering.Numbering, notes: dict[str, str]) -> Document:
    """The document read; where its tables only lay out the page, with the tables inside them as its tables."""
    read = Document(names(data), known, lists, notes)
    read.read(data)
    for level in range(2, min(read.deepest, _FRAMES) + 1) if not _is_wide(read) else ():
        lists.restart()
        inner = Document(names(data), known, lists, notes, level)
        inner.read(data)
        if _is_wide(inner):
            return inner
    return read


def _is_wide(document: Document) -> bool:
    """Whether a table has three columns, which a handling table has and a frame around tables has not."""
    return any(len(row) >= 3 for grid in document.grids for row in grid.rows)


def _without_tables(document: Document) -> str:
    if document.after:
        return "Der er ingen tabel i Word-filen, kun løbende tekst."
    return "Der er ingen tekst i Word-filen; er den et billede, så indsæt teksten eller brug OCR."


def _main_part(archive: Archive) -> str:
    """Where the document itself stands: the relationship says, by habit word/document.xml."""
    main = relations.by_kind(relations.of(archive)).get("officeDocument", "word/document.xml")
    if main not in archive.names:
        raise Refused("Filen er en ZIP-fil, men ikke et Word-dokument.")
    return main


def _notes(data: bytes, kind: str) -> dict[str, str]:
    """The text of every footnote or endnote, by kind and id."""
    notes: dict[str, str] = {}
    note_id, reading, deleted = "", False, 0

    def start(name: str, attributes: markup.Attributes) -> None:
        nonlocal note_id, reading, deleted
        if name == kind:
            note_id = "" if attributes.get("type", "normal") != "normal" else kind + attributes.get("id", "")
        deleted += name in ("del", "moveFrom")
        reading = name == "t" and not deleted
        if name in ("p", "tab", "br") and note_id:
            notes[note_id] = notes.get(note_id, "") + " "

    def end(name: str) -> None:
        nonlocal reading, deleted
        reading = False
        deleted -= name in ("del", "moveFrom")

    def text(data: str) -> None:
        if reading and note_id:
            notes[note_id] = notes.get(note_id, "") + data

    markup.walk(data, start, end, text)
    return {key: " ".join(note.split()) for key, note in notes.items()}
