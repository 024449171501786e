"""An invented handling table of any size, as rows, as .docx and as the PDF that LibreOffice makes of it."""

import io
import random
import re
import subprocess
import zipfile
from pathlib import Path

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt

HEADINGS = ("Høringspart", "Tema", "Sammendrag", "Håndtering", "Kommentar", "Citat")
_WIDTHS = (2.6, 2.6, 6.4, 3.2, 4.6, 6.4)
_THEMES = (
    "Økonomi",
    "Rekruttering og fastholdelse",
    "Adgang",
    "Sammenhængende forløb",
    "Digitalisering",
    "Kvalitet",
)
_DECISIONS = (
    "Inddrages i implementeringsarbejdet",
    "Giver ikke anledning til ændringer i planen",
    "Giver anledning til følgende ændring/tilføjelse i planen",
)
_TEXT = """
    kommunen ønsker at planen bliver tydeligere om opgavedelingen mellem almen praksis sygehus og
    kommune fordi borgerne i dag oplever lange ventetider implementeringsarbejdet bør begynde
    tidligt og følges af midler til rekruttering uddannelse samarbejdsaftaler kvalitetsudvikling
    sundhedsprofessionelle lægehuse ærinde øvelse åben e-mail fx ca. 24/7 §5 vi foreslår derfor en
    klar beskrivelse patienter med kroniske sygdomme har behov for hjælp
"""
_WORDS = _TEXT.split()


def rows(count: int, seed: int = 7) -> list[tuple[str, ...]]:
    """So many rows of six texts; parties have some points each, and every text is as long as in real tables."""
    chance = random.Random(seed)
    made, party, letter = [], 0, 0
    for _ in range(count):
        if not letter or chance.random() < 0.2:
            party, letter = party + 1, 0
        label = chr(97 + letter % 26)
        letter += 1
        made.append(
            (
                f"Høringspart nummer {party}, Åbenlund",
                chance.choice(_THEMES),
                f"{label}) {_sentence(chance, 28)}",
                chance.choice(_DECISIONS),
                _sentence(chance, 20),
                _sentence(chance, 88),
            )
        )
    return made


def _sentence(chance: random.Random, words: int) -> str:
    count = max(4, round(chance.gauss(words, words / 4)))
    return " ".join(chance.choice(_WORDS) for _ in range(count)).capitalize() + "."


def as_docx(table: list[tuple[str, ...]]) -> bytes:
    """The rows as one ruled Word table, its header repeated on every page, rows free to run over pages."""
    document = docx.Document()
    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(1.8)
    document.styles["Normal"].font.size = Pt(8)
    made = document.add_table(len(table) + 1, 6, style="Table Grid")
    made.autofit = False
    cells = made._cells
    for n, text in enumerate(text for row in (HEADINGS, *table) for text in row):
        cells[n].width = Cm(_WIDTHS[n % 6])
        cells[n].paragraphs[0].add_run(text)
    made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


_LOOKS = (
    '<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="16"/><w:szCs w:val="16"/>'
    '<w:lang w:val="da-DK"/></w:rPr>'
)


def as_word_saves(document: bytes) -> bytes:
    """The document as Word itself would save it: revision ids, looks around every run, a run for a few words."""
    saved = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as parts, zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as made:
        for name in parts.namelist():
            content = parts.read(name)
            if name == "word/document.xml":
                xml = re.sub(r"<w:(p|tr)>", r'<w:\1 w:rsidR="00A77B3E" w:rsidRPr="00D41C2B">', content.decode())
                xml = re.sub(r"(<w:p [^>]*>)(?=<w:r>)", rf'\1<w:pPr><w:spacing w:after="0"/>{_LOOKS}</w:pPr>', xml)
                content = re.sub(r"<w:r><w:t[^>]*>([^<]*)</w:t></w:r>", _in_short_runs, xml).encode()
            made.writestr(name, content)
    return saved.getvalue()


def _in_short_runs(run: re.Match[str]) -> str:
    words = re.findall(r"\S*\s*", run[1])
    texts = ("".join(words[n : n + 12]) for n in range(0, len(words), 12))
    return "".join(
        f'<w:proofErr w:type="spellStart"/><w:r w:rsidRPr="00D41C2B">{_LOOKS}'
        f'<w:t xml:space="preserve">{text}</w:t></w:r><w:proofErr w:type="spellEnd"/>'
        for text in texts
        if text
    )


def as_pdf(document: bytes, folder: Path) -> bytes:
    """What LibreOffice prints of a Word document."""
    source = folder / "table.docx"
    source.write_bytes(document)
    (folder / "table.pdf").unlink(missing_ok=True)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return (folder / "table.pdf").read_bytes()
