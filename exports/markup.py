"""Texts as WordprocessingML. Everything that goes in is plain text; everything that comes out is XML."""

from exports.saving import Refused
from hearing.marks import Marks, pieces

# A text of more than 10,000,000 bytes is written without complaint, and no reader can open it again.
LONGEST = 10_000_000


def escape(text: str) -> str:
    """The text as XML holds it; a line break is one line break, a tab a tab."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    if "\n" in text:
        text = text.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    if "\t" in text:
        text = text.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    return text


def attribute(text: str) -> str:
    """The text between the quotation marks of an attribute."""
    text = " ".join(text.split()).replace("&", "&amp;")
    return text.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def run(text: str, style: str = "") -> str:
    """The text in a run, in a character style if one is named; nothing for no text."""
    if not text:
        return ""
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def marked_runs(text: str, marks: Marks, style: str) -> str:
    """The text in runs, what is marked in a character style. Marks may overlap and reach beyond the text."""
    if not marks:
        return run(text)
    return "".join(run(piece, style if new else "") for piece, new in pieces(text, marks))


def paragraph(text: str, style: str) -> str:
    """The text as a paragraph in a style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run(text)}</w:p>'


def refuse_too_long(text: str, where: str) -> None:
    """Raise Refused if the text is longer than a paragraph can be; ``where`` begins the sentence."""
    if len(text) * 4 > LONGEST and len(text.encode()) > LONGEST:
        size = len(text.encode()) / 1_000_000
        raise Refused(f"{where}: teksten er på {size:.0f} MB. Et afsnit i Word kan højst være på 10 MB.")
