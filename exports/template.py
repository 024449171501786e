"""The authority's own .docx as paper: its styles, header, footer and page set-up, and nothing of its contents."""

import io
import posixpath
import zipfile
import zlib
from typing import NamedTuple

from lxml import etree

from exports import memory, paper, template_styles
from exports.markup import RELATIONS, WORD
from exports.paper import Paper, Properties
from exports.saving import Refused

MEMBERS, UNPACKED, PART = 1_000, 100 * 1024 * 1024, 16 * 1024 * 1024
_W, _R = f"{{{WORD}}}", f"{{{RELATIONS}}}"
_KEPT = ("styles", "settings", "fontTable", "theme", "numbering")
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NOT_WORD = "Skabelonen er ikke et Word-dokument (.docx), som programmet kan læse."
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, LookupError, ValueError),
    *(RuntimeError, EOFError, OSError, AttributeError, TypeError, OverflowError),
)
_TOO_MUCH = "Skabelonen pakker ud til mere, end et brevpapir kan fylde, og er afvist."
_PASSWORD = "Skabelonen er beskyttet med adgangskode eller gemt som .doc; gem den som almindelig .docx."
_DROPPED = ("cols", "formProt", "footnotePr", "endnotePr", "lnNumType", "printerSettings", "sectPrChange", "type")


class _Link(NamedTuple):
    """A relation of a part: its last word, its whole type, and where it goes."""

    kind: str
    type: str
    target: str
    external: bool


def paper_from(data: bytes, properties: Properties) -> Paper:
    """The paper that an authority's .docx is; raises Refused with one Danish sentence for anything else."""
    try:
        return _Template(data, properties).paper()
    except _BROKEN as error:
        raise Refused(_NOT_WORD) from error


def parse(data: bytes) -> etree._Element:
    """A part as a tree; one that declares a document type, or would fill the memory, is refused."""
    if len(data) > PART:
        raise Refused(_TOO_MUCH)
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    if root.getroottree().docinfo.doctype:
        raise Refused(_NOT_WORD)
    return root


class _Template:
    """The package of a template, and what is taken from it."""

    def __init__(self, data: bytes, properties: Properties):
        if data.startswith(b"\xd0\xcf\x11\xe0"):
            raise Refused(_PASSWORD)
        self.properties = properties
        self.zip = zipfile.ZipFile(io.BytesIO(data))
        members = self.zip.infolist()
        if len(members) > MEMBERS or sum(member.file_size for member in members) > UNPACKED:
            raise Refused(_TOO_MUCH)
        self.names = set(self.zip.namelist())
        self.parts: dict[str, bytes] = {}
        self.relations: dict[str, tuple[str, str]] = {}

    def paper(self) -> Paper:
        """The parts that are kept, and the page set-up of the last section."""
        (main,) = [link.target for link in self._links("").values() if link.kind == "officeDocument"][:1]
        document = parse(self.zip.read(main))
        if document.tag != f"{_W}document":
            raise Refused("Skabelonen er gemt i formatet Strict Open XML; gem den som almindelig .docx.")
        section = next(iter(document.findall(f"{_W}body/{_W}sectPr")), None)
        links = self._links(main)
        named = {} if section is None else {e.get(f"{_R}id"): e for e in section if e.get(f"{_R}id")}
        for id, link in links.items():
            if link.kind in _KEPT or (link.kind in ("header", "footer") and id in named):
                self._keep(id, link)
        for id, element in named.items():
            if id not in self.relations:
                section.remove(element)
        styles = self._styles()
        self._settings()
        section = self._section(section, styles)
        types, defaults = self._types()
        self.parts |= memory.companions()
        self.relations["hearingMemory"] = (f"{_OFFICE}/customXml", f"/{memory.PART}")
        return Paper(self.parts, self.relations, types, _xml(section), _width(section), styles, defaults)

    def _keep(self, id: str, link: _Link) -> None:
        """Take a part with what it needs itself (a logo in the header), under its own name."""
        if link.target not in self.names:
            return
        self.relations[id] = (link.type, f"/{link.target}")
        content = self.zip.read(link.target)
        if link.kind in ("header", "footer"):
            root = parse(content)
            template_styles.speak_danish(root)
            content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        self.parts[link.target] = content
        rels = _rels(link.target)
        if rels in self.names:
            self.parts[rels] = self.zip.read(rels)
            for other in self._links(link.target).values():
                if not other.external and other.target in self.names:
                    self.parts[other.target] = self.zip.read(other.target)

    def _links(self, part: str) -> dict[str, _Link]:
        """The relations of a part by id; "" is the package."""
        rels = _rels(part)
        if rels not in self.names:
            return {}
        found = {}
        for link in parse(self.zip.read(rels)):
            target, type = link.get("Target"), link.get("Type")
            external = link.get("TargetMode") == "External"
            if not external:
                target = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
            found[link.get("Id")] = _Link(type.rpartition("/")[2], type, target, external)
        return found

    def _part(self, kind: str) -> str | None:
        """The name of the kept part of a kind."""
        return next((target[1:] for type, target in self.relations.values() if type.endswith(f"/{kind}")), None)

    def _styles(self) -> dict[str, str]:
        """Our styles in the template's style sheet, under its names for those it has."""
        name = self._part("styles") or self._new("styles", "word/styles.xml")
        ours = (paper.PARTS / "styles.xml").read_bytes()
        theirs = parse(self.parts.get(name) or ours)
        styles = template_styles.merge(theirs, parse(ours))
        self.parts[name] = _xml(theirs).encode()
        return styles

    def _settings(self) -> None:
        name = self._part("settings") or self._new("settings", "word/settings.xml")
        ours = (paper.PARTS / "settings.xml").read_bytes()
        theirs = parse(self.parts.get(name) or ours)
        self.parts[name] = _xml(template_styles.settings(theirs, parse(ours))).encode()
        self.parts.pop(_rels(name), None)

    def _new(self, kind: str, name: str) -> str:
        self.relations[f"hearing{kind.capitalize()}"] = (f"{_OFFICE}/{kind}", f"/{name}")
        return name

    def _section(self, section: etree._Element | None, styles: dict[str, str]) -> etree._Element:
        """The page set-up, with page x of y in the footer if the template has it nowhere."""
        if section is None or section.find(f"{_W}pgSz") is None:
            section = parse(f'<w:sectPr xmlns:w="{WORD}">{paper.PAGE}</w:sectPr>'.encode())
        for name in _DROPPED:
            for element in section.findall(f"{_W}{name}"):
                section.remove(element)
        margins = [name[1:] for type, name in self.relations.values() if type.endswith(("/header", "/footer"))]
        if not any(b"PAGE" in self.parts[name] and b"NUMPAGES" in self.parts[name] for name in margins):
            self._number_pages(section, styles)
        return section

    def _number_pages(self, section: etree._Element, styles: dict[str, str]) -> None:
        style = styles["footer"]
        reference = section.find(f"{_W}footerReference[@{_W}type='default']")
        if reference is None:
            name = self._new("footer", "word/footerHearing.xml")
            self.parts[name] = paper.footer(self.properties, style)
            attributes = {f"{_W}type": "default", f"{_R}id": "hearingFooter"}
            section.insert(0, etree.Element(f"{_W}footerReference", attributes))
            return
        name = self.relations[reference.get(f"{_R}id")][1][1:]
        root = parse(self.parts[name])
        line = f'<w:p xmlns:w="{WORD}"><w:pPr><w:pStyle w:val="{style}"/><w:jc w:val="right"/></w:pPr>'
        root.append(parse(f"{line}{paper.page_x_of_y()}</w:p>".encode()))
        self.parts[name] = _xml(root).encode()

    def _types(self) -> tuple[dict[str, str], dict[str, str]]:
        """The content types of the kept parts, and the template's usual ones by extension."""
        entries = list(parse(self.zip.read("[Content_Types].xml")))
        known = {entry.get("PartName", "")[1:]: entry.get("ContentType") for entry in entries}
        defaults = {entry.get("Extension", "").lower(): entry.get("ContentType") for entry in entries}
        types = {name: known[name] for name in self.parts if known.get(name)}
        for type, target in self.relations.values():
            types.setdefault(target[1:], f"{_TYPE}.{type.rpartition('/')[2]}+xml")
        return types, {name: type for name, type in defaults.items() if name not in ("", "rels", "xml")}


def _rels(part: str) -> str:
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels".lstrip("/")


def _xml(root: etree._Element) -> str:
    return etree.tostring(root, encoding="unicode")


def _width(section: etree._Element) -> int:
    """The room between the margins; of a page that leaves none, that of our own paper."""

    def number(element: str, name: str) -> int:
        found = section.find(f"{_W}{element}")
        text = (found.get(f"{_W}{name}") if found is not None else None) or "0"
        return int(float(text))

    width = number("pgSz", "w") - number("pgMar", "left") - number("pgMar", "right") - number("pgMar", "gutter")
    return width if width > 3000 else paper.WIDTH
