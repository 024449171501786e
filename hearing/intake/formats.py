"""What a file is: its bytes decide, its name only helps to say what to do about it."""

import re
from enum import Enum
from pathlib import PurePath

from hearing.intake.archive import Archive
from hearing.intake.rows import Refused

CAN_BE_READ = "Word (.docx), Excel (.xlsx), PDF, CSV, tekst (.txt) og programmets egen .json"
_LOOKED_AT = 4_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORD_BINARY = "WordDocument".encode("utf-16-le")
_EXCEL_BINARY = "Workbook".encode("utf-16-le")
_PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
_MARKUP = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|svg|script|\?xml|!doctype)", re.I | re.S
)
# A text may begin with a bracket too: "[Note: …".
_JSON = re.compile(r"\s*(?:\{|\[\s*[\[{\"\]])")
_CODE = re.compile(r"\s*(?:['\"]use strict['\"]|(?:function|const|let|var|import|export)\s[^\n]*[;{]\s*$)", re.M)


class Kind(Enum):
    """The kinds of file that can be read."""

    DOCX = "Word-dokument (.docx)"
    XLSX = "Excel-projektmappe (.xlsx)"
    PDF = "PDF"
    TEXT = "tekst"
    JSON = "JSON"


def recognise(data: bytes, name: str) -> tuple[Kind, Archive | None]:
    """What the bytes are; for .docx and .xlsx with the checked archive.

    Raises Refused, naming the file, where they are nothing that can be read.
    """
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise Refused(f"Filen {name} er tom.")
    if b"%PDF-" in data[:1024]:
        return Kind.PDF, None
    if data.startswith(b"PK"):
        return _archived(data, name)
    if data.startswith(_OLE):
        raise Refused(_old_office(data, name))
    if data.startswith(rb"{\rtf"):
        raise Refused(f"{name} er ikke et .docx, men RTF. Åbn den i Word, og gem som .docx eller PDF.")
    if data.startswith((*_PROGRAMS, *_PICTURES)) or _MARKUP.match(data[:4096]):
        raise Refused(f"{name} er ikke en håndteringstabel. Programmet læser {CAN_BE_READ}.")
    return _texts(data, name), None


def mismatch(kind: Kind, name: str) -> str:
    """A note where the name says something else than the bytes, otherwise ""."""
    _, dot, ending = name.casefold().rpartition(".")
    meant = _ENDINGS.get(ending) if dot else None
    if meant is None or meant is kind:
        return ""
    return f"Filen hedder .{ending}, men indholdet er {kind.value} og er læst som det."


_ENDINGS = {
    "docx": Kind.DOCX,
    "docm": Kind.DOCX,
    "dotx": Kind.DOCX,
    "xlsx": Kind.XLSX,
    "xlsm": Kind.XLSX,
    "pdf": Kind.PDF,
    "csv": Kind.TEXT,
    "txt": Kind.TEXT,
    "json": Kind.JSON,
}


def _archived(data: bytes, name: str) -> tuple[Kind, Archive]:
    archive = Archive(data)
    if "mimetype" in archive.names and archive.part("mimetype").startswith(b"application/vnd.oasis"):
        raise Refused(f"{name} er ikke et .docx, men OpenDocument. Gem den som .docx eller PDF, og prøv igen.")
    folders = {part.partition("/")[0].casefold() for part in archive.names}
    if "word" in folders:
        return Kind.DOCX, archive
    if "xl" in folders:
        return Kind.XLSX, archive
    raise Refused(f"{name} er en ZIP-fil uden Word- eller Excel-dokument i. Programmet læser {CAN_BE_READ}.")


def _old_office(data: bytes, name: str) -> str:
    if _WORD_ENCRYPTED in data:
        return f"{name} er beskyttet med adgangskode. Gem den uden adgangskode, og prøv igen."
    if _WORD_BINARY in data:
        return f"{name} er ikke et .docx, men et ældre Word-dokument (.doc). Gem den som .docx eller PDF."
    if _EXCEL_BINARY in data:
        return f"{name} er en ældre Excel-fil (.xls). Gem den som .xlsx, og prøv igen."
    return f"{name} er ikke en håndteringstabel. Programmet læser {CAN_BE_READ}."


def _texts(data: bytes, name: str) -> Kind:
    text = decode(data)
    # Text has no control characters to speak of; anything else that came this far is binary.
    if sum(text.count(chr(code)) for code in (*range(9), *range(14, 32))) > max(5, len(text) // 200):
        raise Refused(f"{name} er ikke af en slags, som programmet kan læse. Det læser {CAN_BE_READ}.")
    if _JSON.match(text):
        return Kind.JSON
    if name.casefold().endswith((".js", ".py", ".sh", ".bat", ".ps1")) or _CODE.match(text):
        raise Refused(f"{name} er et program. Programmet læser {CAN_BE_READ}.")
    if re.search(r"\.(?:doc|dot)[xm]$", name, re.IGNORECASE):
        raise Refused(f"Filen hedder {PurePath(name).suffix}, men er ikke et Word-dokument.")
    return Kind.TEXT


def decode(data: bytes) -> str:
    """The text in bytes: UTF-16 if it says so or looks it, UTF-8 if it is that throughout, else Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    for encoding, high in (("utf-16-le", data[1:_LOOKED_AT:2]), ("utf-16-be", data[:_LOOKED_AT:2])):
        if high.count(0) * 10 > 9 * len(high):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
