"""What a file is, is decided by its bytes; what cannot be read is refused with one Danish sentence, at once."""

import io
import json
import random
import struct
import warnings
import zipfile
import zlib

import openpyxl
import pytest

from benchmarks import _tables
from hearing.intake import archive, delimited, formats, reading, working_copy
from hearing.intake.docx import tables
from hearing.intake.formats import CAN_BE_READ, Kind
from hearing.intake.rows import Reading, Refused
from hearing.intake.xlsx import sheet
from tests import office

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
_TABLE = office.table(
    office.row("Høringspart", "Tema", "Sammendrag", "Håndtering", "Kommentar"),
    office.row("Ærø Kommune", "Økonomi", "a) Vi savner midler", "Imødekommes", "Tilføjes i afsnit 2"),
    office.row("Fanø Kommune", "Adgang", "a) Vi ønsker mere", "Imødekommes ikke", "Findes allerede"),
)
DOCX = office.docx(_TABLE)


def _xlsx() -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["Høringspart", "Tema", "Sammendrag", "Håndtering"])
    book.active.append(["Ærø Kommune", "Økonomi", "a) Vi savner midler", "Imødekommes"])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _with_part(name: str, content: str | bytes) -> bytes:
    """The Word file with one more part, or another in its place."""
    opened = archive.Archive(DOCX)
    return office.archive({part: opened.part(part) for part in opened.names} | {name: content})


def _flagged(data: bytes, flag: int) -> bytes:
    """The same ZIP with a flag set on every member in the directory."""
    found = bytearray(data)
    at = found.find(b"PK\x01\x02")
    while at >= 0:
        found[at + 8] |= flag
        at = found.find(b"PK\x01\x02", at + 4)
    return bytes(found)


def _forged(data: bytes) -> bytes:
    """The same ZIP whose directory says that the document is ten bytes long."""
    found = bytearray(data)
    at = found.rfind(b"word/document.xml") - 46
    found[at + 24 : at + 28] = struct.pack("<I", 10)
    return bytes(found)


def _overlapping() -> bytes:
    """A ZIP whose directory names the same bytes twice."""
    found = bytearray(office.archive({"word/document.xml": "x" * 100, "word/dokument2.xml": "y" * 100}))
    second = found.rfind(b"PK\x01\x02")
    found[second + 42 : second + 46] = struct.pack("<I", 0)
    return bytes(found)


def _bomb() -> bytes:
    return _with_part("word/media.bin", bytes(120 * 1024 * 1024))


def _many_members() -> bytes:
    return office.archive({f"word/{n}": "" for n in range(30_000)}, zipfile.ZIP_STORED)


_DOCTYPE = '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w>&x;</w>'
REFUSED = {
    "empty": (b"", "er tom"),
    "only blanks": (b" \r\n\xef\xbb\xbf", "er tom"),
    "doc": (_OLE + "WordDocument".encode("utf-16-le"), "ældre Word-dokument"),
    "password": (_OLE + "EncryptedPackage".encode("utf-16-le"), "adgangskode"),
    "xls": (_OLE + "Workbook".encode("utf-16-le"), "ældre Excel"),
    "msg": (_OLE, CAN_BE_READ),
    "rtf": (rb"{\rtf1\ansi Hej}", "RTF"),
    "odt": (office.archive({"mimetype": "application/vnd.oasis.opendocument.text"}), "OpenDocument"),
    "zip": (office.archive({"a.txt": "x"}), "uden Word- eller Excel"),
    "jar": (office.archive({"META-INF/MANIFEST.MF": "x"}), CAN_BE_READ),
    "exe": (b"MZ\x90\x00" + bytes(range(256)), CAN_BE_READ),
    "shell": (b"#!/bin/sh\nrm -rf /\n", CAN_BE_READ),
    "html": (b"\n<!DOCTYPE html><html><table></table></html>", CAN_BE_READ),
    "html with comment": (b"<!-- x --><html></html>", CAN_BE_READ),
    "svg": (b'<?xml version="1.0"?><svg onload="x()"/>', CAN_BE_READ),
    "javascript": (b'"use strict";\nconst a = 1;\n', CAN_BE_READ),
    "png": (b"\x89PNG\r\n\x1a\n" + bytes(99), CAN_BE_READ),
    "binary": (bytes(random.Random(1).randbytes(4000)), "ikke af en slags|CAN"),
    "truncated": (DOCX[: len(DOCX) // 2], "beskadiget"),
    "wrong CRC": (DOCX.replace(b"document.xml", b"document.xmk", 1), "beskadiget"),
    "encrypted members": (_flagged(DOCX, 1), "adgangskode"),
    "forged size": (_forged(DOCX), "beskadiget"),
    "overlapping members": (_overlapping(), "beskadiget"),
    "other compression": (office.archive({"word/document.xml": "x"}, zipfile.ZIP_BZIP2), "beskadiget"),
    "external entity": (_with_part("word/document.xml", _DOCTYPE), "DOCTYPE"),
    "entity in a part nobody reads": (_with_part("docProps/core.xml", _DOCTYPE), "DOCTYPE"),
    "entity in relationships": (_with_part("word/_rels/document.xml.rels", _DOCTYPE), "DOCTYPE"),
    "entity in content types": (_with_part("[Content_Types].xml", _DOCTYPE.encode("utf-16")), "DOCTYPE"),
    "broken UTF-8": (_with_part("word/document.xml", b"<w:document>\xff</w:document>"), "ikke gyldig XML"),
    "document missing": (office.archive({"word/x.xml": "<x/>"}), "ikke et Word-dokument"),
    "broken JSON": (b'{"rows": [\n{"party": "x",}\n]}', "linje 2"),
    "another JSON": (b'{"navn": "Aabenlund"}', "ikke en arbejdskopi fra dette program"),
    "deep JSON": (b"[" * 100_000, "JSON"),
}


@pytest.mark.parametrize(("data", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_refused_in_danish(data, sentence):
    with pytest.raises(
        Refused, match=sentence.replace("(", r"\(").replace(")", r"\)").replace(".", r"\.")
    ) as refusal:
        reading.read(data, "svar.docx")
    assert "\n" not in str(refusal.value)


def _large() -> bytes:
    """More than may be unpacked, and too little packed to be called dense."""
    noise = random.Random(1).randbytes(1024 * 1024)
    return _with_part("word/media.bin", (noise + bytes(69 * 1024 * 1024)) * 3)


@pytest.mark.parametrize(("bomb", "cause"), [(_bomb, "100 gange"), (_many_members, "2.000"), (_large, "200 MB")])
def test_zip_bombs_are_refused_before_anything_is_unpacked_for_what_they_are(bomb, cause, monkeypatch):
    data = bomb()
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *_: pytest.fail("unpacked"))
    with pytest.raises(Refused, match=cause):
        reading.read(data, "svar.docx")


def test_a_member_that_would_be_written_outside_is_only_read(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert reading.read(_with_part("../../ond.xml", "<x/>"), "svar.docx").rows
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (DOCX, "svar.docx", Kind.DOCX),
        (_xlsx(), "svar.xlsx", Kind.XLSX),
        (b"\n%PDF-1.7", "svar.pdf", Kind.PDF),
        ('\ufeff{"rows": []}'.encode(), "svar.json", Kind.JSON),
        ("Høring".encode("cp1252"), "svar.txt", Kind.TEXT),
        (b"[Note: udkast]", "svar.txt", Kind.TEXT),
        ("Høring".encode("utf-16"), "svar.txt", Kind.TEXT),
    ],
)
def test_the_bytes_say_what_a_file_is(data, name, kind):
    assert formats.recognise(data, name)[0] is kind
    assert formats.mismatch(kind, name) == ""


@pytest.mark.parametrize(("data", "name"), [(DOCX, "svar.pdf"), (_xlsx(), "svar.docx"), (DOCX, "svar.xlsx")])
def test_a_file_with_a_wrong_name_is_read_with_a_note(data, name):
    read = reading.read(data, name)
    assert read.rows[0].party == "Ærø Kommune"
    assert f"hedder .{name[-4:].strip('.')}" in read.odd[0].text


@pytest.mark.parametrize("ending", ["docm", "dotx", "DOCX"])
def test_documents_with_macros_and_templates_are_read(ending):
    read = reading.read(_with_part("word/vbaProject.bin", _OLE), f"svar.{ending}")
    assert [row.party for row in read.rows] == ["Ærø Kommune", "Fanø Kommune"]
    assert not any("hedder" in remark.text for remark in read.odd)


@pytest.mark.parametrize(("name", "data"), {"docx": DOCX, "xlsx": _xlsx()}.items())
@pytest.mark.parametrize("seed", range(10))
def test_flipped_bits_give_a_reading_or_a_refusal(name, data, seed):
    chance = random.Random(seed)
    flipped = bytearray(data)
    for _ in range(chance.choice((1, 5, 50))):
        flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
    _reads_or_refuses(bytes(flipped), f"svar.{name}")


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("part", ["word/document.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"])
def test_flipped_letters_in_a_part_give_a_reading_or_a_refusal(part, seed):
    """The check sums of the ZIP find flipped bits before any reader sees them; here they are right."""
    chance = random.Random(seed)
    opened = archive.Archive(DOCX if part.startswith("word") else _xlsx())
    parts = {name: opened.part(name) for name in opened.names}
    flipped = bytearray(parts[part])
    for _ in range(chance.choice((1, 2, 4))):
        flipped[chance.randrange(len(flipped))] = chance.choice(b'<>/"= 09azr\xff')
    _reads_or_refuses(office.archive(parts | {part: bytes(flipped)}), "svar.docx")


@pytest.mark.office
def test_flipped_bits_in_a_pdf_give_a_reading_or_a_refusal(tmp_path):
    data = _tables.as_pdf(_tables.as_docx(_tables.rows(5)), tmp_path)
    for seed in range(20):
        chance = random.Random(seed)
        flipped = bytearray(data)
        for _ in range(chance.choice((1, 10, 100))):
            flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
        _reads_or_refuses(bytes(flipped), "svar.pdf")


def _reads_or_refuses(data: bytes, name: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            assert isinstance(reading.read(data, name), Reading)
        except Refused as refusal:
            assert str(refusal)


def test_a_pdf_whose_text_unpacks_without_end_is_refused_or_empty():
    stream = zlib.compress(b" " * 50_000_000, 9)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]/Contents 4 0 R>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(stream), stream),
    ]
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, content) for n, content in enumerate(objects, 1))
    with pytest.raises(Refused, match="OCR|beskadiget"):
        reading.read(b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R/Size 5>>\n", "svar.pdf")


def _table_of(count: int) -> dict[str, bytes]:
    """A table with so many rows below its header, in every format that has rows."""
    headings = ("Høringspart", "Tema", "Sammendrag")
    table = [headings, *[(f"Part {n}", "Adgang", f"Ønske nummer {n}") for n in range(count)]]
    book = openpyxl.Workbook(write_only=True)
    only = book.create_sheet()
    for row in table:
        only.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    said = [{"party": party, "summary": summary} for party, _, summary in table[1:]]
    return {
        "tabel.docx": office.docx(office.table(*[office.row(*row) for row in table])),
        "tabel.xlsx": buffer.getvalue(),
        "tabel.csv": "\n".join(map(";".join, table)).encode(),
        "tabel.json": json.dumps({"rows": said}).encode(),
    }


@pytest.mark.parametrize("name", ["tabel.docx", "tabel.xlsx", "tabel.csv", "tabel.json"])
def test_more_rows_than_can_be_understood_in_time_are_refused_at_once(monkeypatch, name):
    for room in (tables, sheet, delimited, working_copy):
        monkeypatch.setattr(room, "MOST_ROWS", 6)
    assert len(reading.read(_table_of(5)[name], name).rows) == 5
    with pytest.raises(Refused, match="flere, end programmet læser; del den"):
        reading.read(_table_of(7)[name], name)


def test_a_text_too_long_to_cut_into_cells_is_refused_at_once_but_blanks_do_not_count():
    line = "Øster Lindum ønsker flere busser om aftenen."
    with pytest.raises(Refused, match="1 mio. tegn"):
        reading.read((line + "\n").encode() * 30_000, "svar.txt")
    with pytest.raises(Refused, match="ingen rækker"):
        reading.read((line + " " * 2_000_000).encode(), "svar.txt")


@pytest.mark.parametrize("facts", ["[1]", '"x"', "7"])
def test_a_working_copy_whose_facts_are_something_else_is_refused(facts):
    with pytest.raises(Refused, match="»hearing«"):
        reading.read(f'{{"hearing": {facts}, "rows": []}}'.encode(), "tabel.json")


def test_a_text_that_is_called_a_word_document_is_refused_by_its_name():
    with pytest.raises(Refused, match=r"^Filen hedder \.docx, men er ikke et Word-dokument\.$"):
        reading.read("Vestby Kommune ønsker bænke.".encode(), "svar.docx")


def test_a_working_copy_with_impossible_numbers_or_names_is_read_or_refused_by_its_row():
    row = '{"party": "Fanø Kommune", "summary": "Flere færger", %s}'
    with pytest.raises(Refused, match="Række 1"):
        reading.read(('{"rows": [' + row % '"marks": [[Infinity, 1]]' + "]}").encode(), "tabel.json")
    odd = row % '"echo_of": {"row": 99, "party": 7}'
    assert reading.read(('{"rows": [' + odd + "]}").encode(), "tabel.json").rows[0].echo_of is None


def test_marks_of_a_working_copy_that_lie_outside_the_comment_are_left_out():
    marked = {"party": "Fanø", "summary": "Broer", "comment": "Ja tak", "marks": [[5, 1], [-3, 9], [0, 2], [3, 7]]}
    (row,) = reading.read(json.dumps({"rows": [marked]}).encode(), "tabel.json").rows
    assert row.marks == ((0, 2),)


def test_a_working_copy_in_which_a_silent_party_says_something_is_refused_by_its_row():
    said = {"party": "Lejerne", "silent": True, "theme": "Der er ikke fremsendt høringssvar."}
    assert reading.read(json.dumps({"rows": [said]}).encode(), "tabel.json").rows[0].silent
    with pytest.raises(Refused, match="Række 2 .* »silent« er sand, men der står noget i »summary«"):
        reading.read(json.dumps({"rows": [said, {**said, "summary": "Flere bænke."}]}).encode(), "tabel.json")
