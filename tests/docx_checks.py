"""The fifteen things that every published Word document must pass, read from the file's own parts."""

import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMESPACES = {
    "w": W[1:-1],
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
}


class Package:
    """A .docx taken apart."""

    def __init__(self, path: Path):
        with zipfile.ZipFile(path) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.xml = {
            name: etree.fromstring(content)
            for name, content in self.parts.items()
            if name.endswith((".xml", ".rels"))
        }
        self.document = self.xml["word/document.xml"]
        self.styles = self.xml["word/styles.xml"]
        self.core = self.xml["docProps/core.xml"]

    def find(self, path: str, root=None) -> list:
        """What an XPath finds in the document, or in ``root``."""
        return (self.document if root is None else root).xpath(path, namespaces=NAMESPACES)

    def property(self, name: str) -> str:
        """A core property's text."""
        return "".join(self.find(f"//{name}/text()", self.core))

    def outline(self) -> list[tuple[int, str]]:
        """The headings: level and text."""
        level = {
            style.get(f"{W}styleId"): int(style.find(f"{W}name").get(f"{W}val")[-1])
            for style in self.find("//w:style[@w:type='paragraph']", self.styles)
            if re.fullmatch("heading [1-9]", style.find(f"{W}name").get(f"{W}val"), re.IGNORECASE)
        }
        return [
            (level[p.find(f"{W}pPr/{W}pStyle").get(f"{W}val")], "".join(p.itertext(f"{W}t")))
            for p in self.find("//w:p[w:pPr/w:pStyle]")
            if p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") in level
        ]


def failures(path: Path) -> list[str]:
    """The names of the checks that the document fails."""
    package = Package(path)
    return [name for name, passes in CHECKS.items() if not passes(package)]


def _languages(p: Package) -> bool:
    defaults = p.find("//w:docDefaults//w:lang/@w:val", p.styles)
    theme = p.find("//w:themeFontLang/@w:val", p.xml["word/settings.xml"])
    others = {lang for root in p.xml.values() for lang in p.find("//w:lang/@w:val", root)}
    return defaults == ["da-DK"] and theme == ["da-DK"] and others == {"da-DK"}


def _headings(p: Package) -> bool:
    levels = [level for level, _ in p.outline()]
    skipped = any(after > before + 1 for before, after in zip(levels, levels[1:], strict=False))
    bold_alone = [
        paragraph
        for paragraph in p.find("/w:document/w:body/w:p[w:r]")
        if all(run.find(f"{W}rPr/{W}b") is not None for run in paragraph.iter(f"{W}r"))
    ]
    return levels.count(1) == 1 and levels[0] == 1 and not skipped and not bold_alone


def _headers(p: Package) -> bool:
    rows = p.find("//w:tbl/w:tr[1]")
    return bool(rows) and all(row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows)


def _header_texts(p: Package) -> bool:
    return all("".join(cell.itertext(f"{W}t")).strip() for cell in p.find("//w:tbl/w:tr[1]/w:tc"))


def _drawings(p: Package) -> bool:
    return all(drawing.get("descr") for root in p.xml.values() for drawing in p.find("//wp:docPr", root))


def _links(p: Package) -> bool:
    texts = ["".join(link.itertext(f"{W}t")) for link in p.find("//w:hyperlink")]
    return not any(re.match(r"(https?:|www\.)", text) for text in texts)


def contrast(one: str, other: str = "FFFFFF") -> float:
    """The WCAG contrast of two colours."""

    def luminance(colour: str) -> float:
        parts = [int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4)]
        red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _contrasts(p: Package) -> bool:
    colours = {c for c in p.find("//w:rPr/w:color/@w:val", p.styles) if c != "auto"}
    grounds = {f for f in p.find("//w:shd/@w:fill", p.styles) if f != "auto"} | {"FFFFFF"}
    return all(contrast(colour, ground) >= 4.5 for colour in colours for ground in grounds)


def _page_number(p: Package) -> bool:
    roots = [root for name, root in p.xml.items() if re.match(r"word/(header|footer)\d*\.xml", name)]
    fields = " ".join(
        "".join(p.find("//w:instrText/text()", root)) + " ".join(p.find("//@w:instr", root)) for root in roots
    )
    return bool(re.search(r"\bPAGE\b", fields)) and "NUMPAGES" in fields


def _no_spacers(p: Package) -> bool:
    return not [q for q in p.find("/w:document/w:body/w:p") if not "".join(q.itertext(f"{W}t")).strip()]


CHECKS = {
    "title": lambda p: bool(p.property("dc:title")),
    "language": _languages,
    "author": lambda p: p.property("dc:creator") not in ("", "python-docx"),
    "no comments": lambda p: not p.property("dc:description") and not p.property("cp:keywords"),
    "created today": lambda p: p.property("dcterms:created").startswith(datetime.now(UTC).date().isoformat()),
    "headings": _headings,
    "header row": _headers,
    "no merged cells": lambda p: not p.find("//w:gridSpan | //w:vMerge | //w:hMerge"),
    "rows stay whole": lambda p: len(p.find("//w:tr")) == len(p.find("//w:tr[w:trPr/w:cantSplit]")),
    "table described": lambda p: all(
        all(p.find(f"string(w:tblPr/w:{name}/@w:val)", t) for name in ("tblCaption", "tblDescription"))
        for t in p.find("//w:tbl")
    ),
    "header cells": _header_texts,
    "drawings": _drawings,
    "links": _links,
    "contrast": _contrasts,
    "page number": _page_number,
    "no spacers": _no_spacers,
}
