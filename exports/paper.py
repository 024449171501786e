"""The paper: a Word document in which everything but the body is ready, and the body streamed into its file.

python-docx makes it from our own empty document in ``parts`` (A4 landscape in Danish), dressed by
``exports.template`` as the authority's. A long table never stands in memory.
"""

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from exports import memory

LONG, SHORT = 16838, 11906
"""The sides of A4, in twentieths of a point."""
WIDTH = LONG - 2 * 850
"""The room between the margins of our own paper, in twentieths of a point."""

_PARTS = Path(__file__).parent / "parts"
_DOCUMENT, _BODY = "word/document.xml", b"<!--table-->"
# Word's own limit, which python-docx keeps.
_LONGEST_PROPERTY = 255
# A quarter faster than the usual 6, and files a twentieth larger.
_LEVEL = 5


@dataclass(frozen=True)
class Properties:
    """What the file says of itself, and what header and footer show; a hearing may have no ``authority`` yet."""

    title: str
    author: str
    authority: str = ""
    case_number: str = ""
    subject: str = ""


@dataclass(frozen=True)
class Paper:
    """A Word file with a mark where its body goes, and what a document must know of it.

    ``styles`` are the ids of the styles by name, ``width`` the room between the margins in twentieths of a point.
    """

    file: bytes
    styles: dict[str, str]
    width: int = WIDTH

    def print(self, file: BinaryIO, body: Iterable[str], last: Iterable[bytes] = ()) -> None:
        """Write the file with ``body``, pieces of XML, as the document's content.

        ``last``, walked when the body is written, are the pieces of the part that remembers the table.
        """
        deflated = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL)
        with deflated as package, zipfile.ZipFile(io.BytesIO(self.file)) as made:
            for name in made.namelist():
                content = made.read(name)
                # Opened by its name a member has no clock in it: the same document twice is the same.
                with package.open(name, "w", force_zip64=name == _DOCUMENT) as part:
                    if name == _DOCUMENT:
                        before, content = content.split(_BODY)
                        part.write(before)
                        part.writelines(piece.encode() for piece in body)
                    if name == memory.PART:
                        part.writelines(last)
                    else:
                        part.write(content)


def own(properties: Properties) -> Paper:
    """Our own paper: header with authority and title, footer with case number and page x of y."""
    document = empty()
    section = document.sections[0]
    header, footer = section.header.paragraphs[0], section.footer.paragraphs[0]
    header.style, footer.style = document.styles["Header"], document.styles["Footer"]
    header.text = f"{properties.authority}\t{properties.title}"
    footer.text = f"{properties.case_number}\t"
    add_page_x_of_y(footer)
    return Paper(saved(document, properties), {style.name: style.style_id for style in document.styles})


def empty() -> Document:
    """Our own document with styles, settings, page set-up and the part that remembers, but no header or footer."""
    return docx.Document(str(_PARTS))


def saved(document: Document, properties: Properties) -> bytes:
    """The document as a file that says of itself what ``properties`` say and nothing of how it was made.

    Raises ValueError for a document with two parts of the same name, which only a forged template has.
    """
    core, author = document.core_properties, properties.author[:_LONGEST_PROPERTY]
    core.title, core.subject = properties.title[:_LONGEST_PROPERTY], properties.subject
    core.author = core.last_modified_by = author
    core.created = core.modified = datetime.now(UTC)
    core.language = "da-DK"
    names = [part.partname for part in document.part.package.iter_parts()]
    if len(set(names)) < len(names):
        raise ValueError("two parts of the same name")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def add_page_x_of_y(paragraph: Paragraph) -> None:
    """ "Side 3 af 12" at the end of the paragraph."""
    for text, code in (("Side ", "PAGE"), (" af ", "NUMPAGES")):
        paragraph.add_run(text)
        field = OxmlElement("w:fldSimple", {qn("w:instr"): f" {code} "})
        field.append(paragraph.add_run("1")._r)
        paragraph._p.append(field)
