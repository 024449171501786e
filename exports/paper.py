"""The paper: a Word package in which everything but the document's body is ready.

Our own paper is A4 landscape in Danish; ``exports.template`` makes one of an authority's
document. A paper's body
is streamed into the file, so that a long table never stands in memory.
"""

import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from exports import memory
from exports.markup import RELATIONS, WORD, attribute, run

PARTS = Path(__file__).parent / "parts"
STYLES = {
    "heading 1": "Overskrift1",
    "Subtitle": "Undertitel",
    "Oplysninger": "Oplysninger",
    "Tabelnote": "Tabelnote",
    "Tabeltekst": "Tabeltekst",
    "Tabelhoved": "Tabelhoved",
    "Strong": "Strk",
    "Bogstav": "Bogstav",
    "Sidehenvisning": "Sidehenvisning",
    "Håndteringstabel": "Hndteringstabel",
}
"""The styles that documents name, and the ids that they have on our own paper."""

WIDTH = 16838 - 2 * 850
PAGE = (
    '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="1020" w:right="850" w:bottom="907" w:left="850" w:header="510" w:footer="454" w:gutter="0"/>'
)
"""A4 landscape with margins of 15 millimetres, and the room between them."""

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PAGE_FIELD = '<w:fldSimple w:instr=" {} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
# A quarter faster than the usual 6, and files a twentieth larger.
_LEVEL = 5


@dataclass(frozen=True)
class Properties:
    """What the file says of itself, and what header and footer show."""

    title: str
    author: str
    case_number: str = ""
    subject: str = ""


@dataclass(frozen=True)
class Paper:
    """The parts of a package by name (without the document itself), and what a document must know of it.

    ``relations`` are the document's, ``types`` the content types by part, ``styles`` the ids of the styles by
    name, ``section`` the page set-up as XML, ``width`` the room between the margins in twentieths of a point.
    """

    parts: dict[str, bytes]
    relations: dict[str, tuple[str, str]]
    types: dict[str, str]
    section: str
    width: int
    styles: dict[str, str] = field(default_factory=lambda: dict(STYLES))
    defaults: dict[str, str] = field(default_factory=dict)

    def print(
        self, file: BinaryIO, properties: Properties, body: Iterable[str], last: Iterable[bytes] = ()
    ) -> None:
        """Write the package with ``body``, pieces of XML, as the document's content.

        ``last``, walked when the body is written, are the pieces of the part that remembers the table.
        """
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as package:
            _add(package, "[Content_Types].xml", _content_types(self))
            _add(package, "_rels/.rels", _package_relations())
            _add(package, "docProps/core.xml", _core(properties))
            _add(package, "docProps/app.xml", _app(properties))
            with package.open("word/document.xml", "w", force_zip64=True) as document:
                document.write(f'{_XML}<w:document xmlns:w="{WORD}" xmlns:r="{RELATIONS}"><w:body>'.encode())
                for piece in body:
                    document.write(piece.encode())
                document.write(f"{self.section}</w:body></w:document>".encode())
            _add(package, "word/_rels/document.xml.rels", relations(self.relations))
            for name, content in self.parts.items():
                _add(package, name, content)
            with package.open(memory.PART, "w") as part:
                for piece in last:
                    part.write(piece)


def own(properties: Properties) -> Paper:
    """Our own paper: A4 landscape, header with authority and title, footer with case number and page x of y."""
    parts = {
        "word/styles.xml": (PARTS / "styles.xml").read_bytes(),
        "word/settings.xml": (PARTS / "settings.xml").read_bytes(),
        **memory.companions(),
        "word/header1.xml": header(properties),
        "word/footer1.xml": footer(properties),
    }
    return Paper(
        parts=parts,
        relations={
            "rId1": (f"{_OFFICE}/relationships/styles", "styles.xml"),
            "rId2": (f"{_OFFICE}/relationships/settings", "settings.xml"),
            "rId3": (f"{_OFFICE}/relationships/header", "header1.xml"),
            "rId4": (f"{_OFFICE}/relationships/footer", "footer1.xml"),
            "rId5": (f"{_OFFICE}/relationships/customXml", f"../{memory.PART}"),
        },
        types={name: f"{_TYPE}.{Path(name).stem.rstrip('1')}+xml" for name in parts if name.startswith("word/")},
        section=(
            '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/>'
            '<w:footerReference w:type="default" r:id="rId4"/>'
            f"{PAGE}</w:sectPr>"
        ),
        width=WIDTH,
    )


def header(properties: Properties) -> bytes:
    """The header of every page: whose document it is, and which."""
    return _margin("hdr", "Sidehoved", run(properties.author) + _TAB + run(properties.title))


def footer(properties: Properties, style: str = "Sidefod") -> bytes:
    """The footer of every page: the case number, and page x of y."""
    return _margin("ftr", style, run(properties.case_number) + _TAB + page_x_of_y())


def page_x_of_y() -> str:
    """ "Side 3 af 12" as runs."""
    page, pages = _PAGE_FIELD.format("PAGE"), _PAGE_FIELD.format("NUMPAGES")
    return f"{run('Side ')}{page}{run(' af ')}{pages}"


_TAB = "<w:r><w:tab/></w:r>"


def _margin(element: str, style: str, runs: str) -> bytes:
    spaces = f'xmlns:w="{WORD}" xmlns:r="{RELATIONS}"'
    paragraph = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'
    return f"{_XML}<w:{element} {spaces}>{paragraph}</w:{element}>".encode()


def _add(package: zipfile.ZipFile, name: str, content: str | bytes) -> None:
    """Add a member. Opened by its name it has no clock in it: the same document twice is the same file."""
    with package.open(name, "w") as part:
        part.write(content.encode() if isinstance(content, str) else content)


def _content_types(paper: Paper) -> str:
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    types = {
        "word/document.xml": f"{_TYPE}.document.main+xml",
        "customXml/itemProps1.xml": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        **paper.types,
    }
    entries = [
        f'<Default Extension="{extension}" ContentType="{type}"/>'
        for extension, type in {**defaults, **paper.defaults}.items()
    ]
    entries += [f'<Override PartName="/{name}" ContentType="{type}"/>' for name, type in types.items()]
    return f'{_XML}<Types xmlns="{_PACKAGE}/content-types">{"".join(entries)}</Types>'


def relations(entries: dict[str, tuple[str, str]]) -> str:
    """A part's relations: id -> (type, target)."""
    links = [
        f'<Relationship Id="{id}" Type="{type}" Target="{attribute(target)}"/>'
        for id, (type, target) in entries.items()
    ]
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(links)}</Relationships>'


def _package_relations() -> str:
    return relations(
        {
            "rId1": (f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
            "rId2": (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            "rId3": (f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
        }
    )


def _core(properties: Properties) -> str:
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{now}</dcterms:{name}>' for name in ("created", "modified")
    )
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{attribute(properties.title)}</dc:title><dc:subject>{attribute(properties.subject)}</dc:subject>"
        f"<dc:creator>{attribute(properties.author)}</dc:creator>"
        f"<cp:lastModifiedBy>{attribute(properties.author)}</cp:lastModifiedBy>{dates}"
        "<dc:language>da-DK</dc:language></cp:coreProperties>"
    )


def _app(properties: Properties) -> str:
    company = f"<Company>{attribute(properties.author)}</Company>"
    return f'{_XML}<Properties xmlns="{_OFFICE}/extended-properties">{company}</Properties>'
