"""The authority's own .docx as paper: its styles, header, footer and margins, and nothing of its contents.

What is wanted is taken from the template into our own empty document, so that nothing else can come along.
"""

import io
import zipfile

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part
from docx.opc.rel import _Relationship as Relationship
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.section import CT_SectPr
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.package import Package

from exports import paper, template_styles
from exports.paper import Paper, Properties
from exports.saving import Refused

MEMBERS, UNPACKED, XML = 1_000, 100 * 1024 * 1024, 5 * 1024 * 1024
"""How many parts a template may have, how large all may be, and how large those of XML, of which a megabyte takes
up to a second and 50 MB of memory to read."""
_DIRECTORY_ENTRY = b"PK\x01\x02"
_XML_BEGINS = (b"<", b"\0<", b"\0\0\0<", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"Lo\xa7\x94")
_KEPT = ("styles", "settings", "fontTable", "theme", "numbering")
_DROPPED = ("cols", "formProt", "footnotePr", "endnotePr", "lnNumType", "printerSettings", "sectPrChange", "type")
_NOT_WORD = "Skabelonen er ikke et Word-dokument (.docx), som programmet kan læse."
_PASSWORD = "Skabelonen er beskyttet med adgangskode eller gemt som .doc; gem den som almindelig .docx."
_TOO_LARGE = "Skabelonen pakker ud til mere, end et brevpapir kan fylde, og er afvist."
_STRICT = "Skabelonen er gemt i formatet Strict Open XML; gem den som almindelig .docx."


def paper_from(data: bytes, properties: Properties) -> Paper:
    """The paper that an authority's .docx is; raises Refused with one Danish sentence for anything else."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refused(_PASSWORD)
    try:
        _check(data)
        return _dressed(_main_part(data), properties)
    except Refused:
        raise
    except Exception as error:  # A damaged file can fail anywhere in python-docx, in any way.
        raise Refused(_NOT_WORD) from error


def _check(data: bytes) -> None:
    """Refuse what python-docx should not even open: bombs, and parts that declare a document type."""
    # Counted in the bytes first: the directory of a file with 100,000 members takes long to open.
    if data.count(_DIRECTORY_ENTRY) > 10 * MEMBERS:
        raise Refused(_TOO_LARGE)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        members = package.infolist()
        if len(members) > MEMBERS or _size(members) > UNPACKED:
            raise Refused(_TOO_LARGE)
        xml = [member for member in members if _is_xml(package, member)]
        if _size(xml) > XML:
            raise Refused(_TOO_LARGE)
        for member in xml:
            # UTF-16 has zeros between the letters.
            if b"<!DOCTYPE" in package.read(member).replace(b"\0", b""):
                raise Refused(_NOT_WORD)


def _is_xml(package: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    """Whether a part may be read as XML. Its name need not say so: Word goes by what the content types say."""
    if member.filename.lower().endswith((".xml", ".rels")):
        return True
    with package.open(member) as part:
        head = part.read(4096).lstrip()
    return not head or head.startswith(_XML_BEGINS)


def _size(members: list[zipfile.ZipInfo]) -> int:
    return sum(member.file_size for member in members)


def _main_part(data: bytes) -> Part:
    """The document itself, whether .docx, .dotx or .docm."""
    package = Package.open(io.BytesIO(data))
    return next(rel.target_part for rel in package.rels.values() if _kind(rel) == "officeDocument")


def _dressed(main: Part, properties: Properties) -> Paper:
    """Our own empty document with the template's look."""
    root = parse_xml(main.blob)
    if root.tag != qn("w:document"):
        raise Refused(_STRICT)
    document = paper.empty()
    ours, settings = document.styles, document.settings
    for relation in main.rels.values():
        if _kind(relation) in _KEPT and not relation.is_external:
            _replace(document.part, relation)
    styles = template_styles.merge(document.styles, ours)
    template_styles.reshape(document.settings, settings)
    document.part.part_related_by(RT.SETTINGS).rels.clear()
    section = root.find(f"{qn('w:body')}/{qn('w:sectPr')}")
    if section is not None and section.pgSz is not None:
        _set_up_page(document, section, main)
        _lay_down(section)
    _number_pages(document, styles["Footer"])
    file = paper.saved(document, properties)
    return Paper(file, styles, _width(document.sections[0]._sectPr))


def _replace(part: Part, relation: Relationship) -> None:
    """Relate our document to a part of the template's instead of to ours of the same kind."""
    for id in [id for id, ours in part.rels.items() if ours.reltype == relation.reltype]:
        part.rels.pop(id)
    part.relate_to(relation.target_part, relation.reltype)


def _set_up_page(document: Document, section: CT_SectPr, main: Part) -> None:
    """Give our document the template's section, with the headers and footers that it names."""
    for name in _DROPPED:
        for element in section.findall(qn(f"w:{name}")):
            section.remove(element)
    for reference in section.xpath("w:headerReference | w:footerReference"):
        relation = main.rels.get(reference.rId)
        if relation is None or _kind(relation) not in ("header", "footer"):
            section.remove(reference)
        else:
            template_styles.speak_danish(relation.target_part.element)
            reference.rId = document.part.relate_to(relation.target_part, relation.reltype)
    document.element.body.replace(document.sections[0]._sectPr, section)


def _lay_down(section: CT_SectPr) -> None:
    """Landscape A4 instead of an upright page, on which six columns would break their words."""
    size = section.pgSz
    if _number(size, "@w:w") < _number(size, "@w:h"):
        for name, value in (("w", paper.LONG), ("h", paper.SHORT), ("orient", "landscape")):
            size.set(qn(f"w:{name}"), str(value))
        size.attrib.pop(qn("w:code"), None)


def _number_pages(document: Document, style: str) -> None:
    """Page x of y in the footer, if the template has it nowhere."""
    margins = [r.target_part.blob for r in document.part.rels.values() if _kind(r) in ("header", "footer")]
    if any(b"PAGE" in margin and b"NUMPAGES" in margin for margin in margins):
        return
    footer = document.sections[0].footer
    paragraph = footer.paragraphs[0] if footer.is_linked_to_previous else footer.add_paragraph()
    paragraph._p.style = style
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    paper.add_page_x_of_y(paragraph)


def _kind(relation: Relationship) -> str:
    """The last word of a relation's type, the same in every edition of the format."""
    return relation.reltype.rpartition("/")[2]


def _width(section: CT_SectPr) -> int:
    """The room between the margins; of a page that leaves none, that of our own paper.

    Read as text: some programs write fractions, for which python-docx gives up.
    """
    margins = sum(_number(section, f"w:pgMar/@w:{side}") for side in ("left", "right", "gutter"))
    width = _number(section, "w:pgSz/@w:w") - margins
    return width if width > 3000 else paper.WIDTH


def _number(element: BaseOxmlElement, path: str) -> int:
    return int(float(next(iter(element.xpath(path)), 0)))
