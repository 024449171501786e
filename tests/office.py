"""Office files made from raw XML, for what no library writes: tracked changes, content controls, bombs."""

import io
import zipfile

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
)
_TYPE = (
    '<Override PartName="/word/{0}.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{0}.main+xml"/>'
)
_NAMESPACES = (
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    f'xmlns:r="{_RELATION}"'
)


def archive(parts: dict[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP file of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as zip:
        for name, content in parts.items():
            zip.writestr(name, content)
    return buffer.getvalue()


def docx(body: str, *, strict: bool = False, **parts: str) -> bytes:
    """A Word document with this inside ``w:body``; further parts (styles, numbering, footnotes …) by keyword."""
    names = "".join(
        f'<Relationship Id="r{n}" Type="{_RELATION}/{name}" Target="{name}.xml"/>' for n, name in enumerate(parts)
    )
    names += f'<Relationship Id="null" Type="{_RELATION}/image" Target="../NULL"/>'
    wrap = f'xmlns:w="{_STRICT if strict else _W}" {_NAMESPACES}'
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"
    return archive(
        {
            "[Content_Types].xml": _TYPES
            + "".join(_TYPE.format(name) for name in ("document", *parts))
            + "</Types>",
            "_rels/.rels": f'<Relationships xmlns="{rels}"><Relationship Id="d" Type="{_RELATION}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{rels}">{names}</Relationships>',
            "word/document.xml": f"<w:document {wrap}><w:body>{body}</w:body></w:document>",
        }
        | {f"word/{name}.xml": f"<w:{name} {wrap}>{content}</w:{name}>" for name, content in parts.items()}
    )


def xlsx(sheet: str, shared: str = "") -> bytes:
    """A workbook with one sheet of this inside ``worksheet``, and these shared texts."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"
    relation = f'<Relationship Id="{{0}}" Type="{_RELATION}/{{0}}" Target="{{1}}"/>'
    return archive(
        {
            "_rels/.rels": f'<Relationships xmlns="{rels}">'
            f"{relation.format('officeDocument', 'xl/workbook.xml')}</Relationships>",
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{_RELATION}"><sheets>'
            '<sheet name="Ark1" sheetId="1" r:id="worksheet"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{rels}">'
            f"{relation.format('worksheet', 'worksheets/sheet1.xml')}"
            f"{relation.format('sharedStrings', '/xl/sharedStrings.xml')}</Relationships>",
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}">{sheet}</worksheet>',
            "xl/sharedStrings.xml": f'<sst xmlns="{main}">{shared}</sst>',
        }
    )


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(inside: str, properties: str = "") -> str:
    """A paragraph of runs."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def cell(inside: str, properties: str = "") -> str:
    """A cell of paragraphs; plain text becomes one."""
    inside = inside if inside.startswith("<") else paragraph(run(inside) if inside else "")
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A row of cells; plain texts become cells."""
    made = [inside if inside.startswith(("<w:tc>", "<w:sdt>")) else cell(inside) for inside in cells]
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(made)}</w:tr>"


def table(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"
