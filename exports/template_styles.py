"""A template's style sheet and settings, made to hold what our documents need."""

from copy import deepcopy

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.settings import Settings
from docx.styles.style import BaseStyle
from docx.styles.styles import Styles

_OURS = ("zoom", "proofState", "themeFontLang")
_SETTINGS = (
    *("zoom", "embedTrueTypeFonts", "saveSubsetFonts", "mirrorMargins", "alignBordersAndEdges"),
    *("bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "gutterAtTop", "proofState", "defaultTabStop"),
    *("autoHyphenation", "consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps", "evenAndOddHeaders"),
    *("characterSpacingControl", "compat", "themeFontLang", "clrSchemeMapping", "decimalSymbol", "listSeparator"),
)
"""What a document takes from its template's settings, in the order that Word demands. Tracked changes, protection,
mail merge and links to other files are not among it."""


def merge(theirs: Styles, ours: Styles) -> dict[str, str]:
    """Add the styles that are missing, and give the ids of all of ours by name.

    A style is known by its name, which is English for Word's own styles in every language; ids are Danish here and
    English there.
    """
    known = {_key(style): style.style_id for style in theirs}
    taken = set(known.values())
    ids: dict[str, str] = {}
    added = []
    for style in ours:
        id, same = style.style_id, known.get(_key(style)) or _default(theirs, style)
        ids[id] = same or (id if id not in taken else f"Hearing{id}")
        if not same:
            added.append(deepcopy(style.element))
    for element in added:
        element.styleId = ids[element.styleId]
        for reference in element.xpath("w:basedOn | w:next | w:link"):
            reference.set(qn("w:val"), ids[reference.get(qn("w:val"))])
        theirs.element.append(element)
    speak_danish(theirs.element)
    _set_language(theirs.element)
    return {style.name: ids[style.style_id] for style in ours}


def reshape(theirs: Settings, ours: Settings) -> None:
    """Leave of the template's settings what shapes the page; proofing done, language Danish."""
    kept = []
    for name in _SETTINGS:
        sources = (ours,) if name in _OURS else (theirs, ours)
        found = [element for source in sources for element in source.element.findall(qn(f"w:{name}"))]
        kept += found[:1]
    theirs.element[:] = [deepcopy(element) for element in kept]


def speak_danish(root: BaseOxmlElement) -> None:
    """Whatever language a part says its text is in, ours is Danish."""
    for language in root.xpath("//w:lang"):
        language.set(qn("w:val"), "da-DK")


def _set_language(element: BaseOxmlElement) -> None:
    """Danish in the defaults of a style sheet that does not say."""
    for name in ("w:docDefaults", "w:rPrDefault", "w:rPr"):
        found = element.find(qn(name))
        if found is None:
            found = OxmlElement(name)
            element.insert(0, found)
        element = found
    if element.find(qn("w:lang")) is None:
        element.append(OxmlElement("w:lang", {qn("w:val"): "da-DK"}))


def _key(style: BaseStyle) -> tuple[str, str]:
    return str(style.type), (style.name or "").casefold()


def _default(sheet: Styles, like: BaseStyle) -> str | None:
    """The id of the sheet's default style of the same type, for what is a default style itself."""
    found = sheet.default(like.type) if like.element.default else None
    return found and found.style_id
