"""What the file of a response may be, told by its bytes and, where they leave it open, by its name."""

import re

from hearing.intake.rows import Refused
from hearing.wording import clean

LARGEST = 50 * 1024 * 1024
CAN_BE_KEPT = (
    "PDF, Word, OpenDocument, RTF, Excel, PowerPoint, tekst, e-mail (.eml, .msg) og billeder (PNG, JPEG, TIFF)"
)

_OFFICE = "application/vnd.openxmlformats-officedocument."
_BY_NAME = {
    b"PK\x03\x04": {
        "docx": f"{_OFFICE}wordprocessingml.document",
        "xlsx": f"{_OFFICE}spreadsheetml.sheet",
        "pptx": f"{_OFFICE}presentationml.presentation",
        "docm": "application/vnd.ms-word.document.macroEnabled.12",
        "odt": "application/vnd.oasis.opendocument.text",
        "ods": "application/vnd.oasis.opendocument.spreadsheet",
    },
    b"\xd0\xcf\x11\xe0": {
        "doc": "application/msword",
        "docx": "application/msword",
        "xls": "application/vnd.ms-excel",
        "ppt": "application/vnd.ms-powerpoint",
        "msg": "application/vnd.ms-outlook",
    },
}
_BY_BYTES = {
    b"{\\rtf": "application/rtf",
    b"\x89PNG\r\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"II*\x00": "image/tiff",
    b"MM\x00*": "image/tiff",
}
_TEXTS = {"txt": "text/plain", "csv": "text/csv", "eml": "message/rfc822"}
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def media_type(content: bytes, name: str) -> str:
    """The type under which the file is kept and given back; Refused, with what can be kept, if it is no letter."""
    if not content:
        raise Refused(f"{name} er tom. Vælg filen igen, eller gem svaret uden fil.")
    if len(content) > LARGEST:
        raise Refused(f"{name} fylder {len(content) // 2**20} MB. Grænsen er 50 MB.")
    ending = name.rpartition(".")[2].casefold()
    if b"%PDF-" in content[:1024]:
        return "application/pdf"
    for start, found in _BY_BYTES.items():
        if content.startswith(start):
            return found
    for start, types in _BY_NAME.items():
        if content.startswith(start) and ending in types:
            return types[ending]
    if ending in _TEXTS and b"\0" not in content[:8192]:
        return _TEXTS[ending]
    raise Refused(f"{name} er ikke af en slags, der kan gemmes som høringssvar. Det kan være {CAN_BE_KEPT}.")


def file_name(name: str) -> str:
    """The name a file was sent under, as it can be shown and given back: no folders, breaks or hidden turns."""
    last = re.split(r"[/\\]", clean(name).replace("\n", " "))[-1]
    shown = _DIRECTION.sub("", last).strip()
    return shown if shown.strip(". ") else "høringssvar"
