"""A template's style sheet and settings, made to hold what our documents need."""

from copy import deepcopy

from lxml import etree

from exports import paper
from exports.markup import WORD

_W = f"{{{WORD}}}"
_NEEDED = (*paper.STYLES, "footer")
_OURS = ("zoom", "proofState", "themeFontLang")
_SETTINGS = (
    *("zoom", "embedTrueTypeFonts", "saveSubsetFonts", "mirrorMargins", "alignBordersAndEdges"),
    *("bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "gutterAtTop", "proofState", "defaultTabStop"),
    *("autoHyphenation", "consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps", "evenAndOddHeaders"),
    *("characterSpacingControl", "compat", "themeFontLang", "clrSchemeMapping", "decimalSymbol", "listSeparator"),
)
"""What a document takes from its template's settings, in the order that Word demands. Tracked changes, protection,
mail merge and links to other files are not among it."""


def merge(theirs: etree._Element, ours: etree._Element) -> dict[str, str]:
    """Add the styles that are missing, and give the ids of all that we name, by name.

    A style is known by its name, which is English for Word's own styles in every language; ids are Danish here and
    English there.
    """
    known = {_key(style): style.get(f"{_W}styleId") for style in theirs.findall(f"{_W}style")}
    taken = set(known.values())
    new_ids: dict[str, str] = {}
    added = []
    for style in ours.findall(f"{_W}style"):
        id = style.get(f"{_W}styleId")
        if _key(style) in known or (style.get(f"{_W}default") and _default(theirs, style)):
            new_ids[id] = known.get(_key(style)) or _default(theirs, style)
        elif _name(style) in _NEEDED or style.get(f"{_W}default"):
            new_ids[id] = id if id not in taken else f"Hearing{id}"
            added.append(deepcopy(style))
    for style in added:
        style.set(f"{_W}styleId", new_ids[style.get(f"{_W}styleId")])
        for name in ("basedOn", "next", "link"):
            for element in style.findall(f"{_W}{name}"):
                element.set(f"{_W}val", new_ids[element.get(f"{_W}val")])
        theirs.append(style)
    _set_language(theirs, ours)
    named = [style for style in ours.findall(f"{_W}style") if _name(style) in _NEEDED]
    return {_name(style): new_ids[style.get(f"{_W}styleId")] for style in named}


def settings(theirs: etree._Element, ours: etree._Element) -> etree._Element:
    """The template's settings as far as they shape the page; proofing done, language Danish."""
    merged = etree.Element(f"{_W}settings", nsmap={"w": WORD})
    for name in _SETTINGS:
        sources = (ours,) if name in _OURS else (theirs, ours)
        found = next((e for source in sources if (e := source.find(f"{_W}{name}")) is not None), None)
        if found is not None:
            merged.append(deepcopy(found))
    return merged


def speak_danish(root: etree._Element) -> None:
    """Whatever language a part says its text is in, ours is Danish."""
    for lang in root.iter(f"{_W}lang"):
        lang.set(f"{_W}val", "da-DK")


def _set_language(theirs: etree._Element, ours: etree._Element) -> None:
    """Danish in the defaults; a style that says otherwise is brought into line."""
    speak_danish(theirs)
    defaults = theirs.find(f"{_W}docDefaults")
    if defaults is None:
        theirs.insert(0, deepcopy(ours.find(f"{_W}docDefaults")))
        return
    run = defaults.find(f"{_W}rPrDefault")
    if run is None:
        run = etree.Element(f"{_W}rPrDefault")
        defaults.insert(0, run)
    properties = run.find(f"{_W}rPr")
    if properties is None:
        properties = etree.SubElement(run, f"{_W}rPr")
    if properties.find(f"{_W}lang") is None:
        etree.SubElement(properties, f"{_W}lang", {f"{_W}val": "da-DK"})


def _name(style: etree._Element) -> str:
    name = style.find(f"{_W}name")
    return "" if name is None else name.get(f"{_W}val", "")


def _key(style: etree._Element) -> tuple[str, str]:
    return style.get(f"{_W}type", ""), _name(style).casefold()


def _default(sheet: etree._Element, like: etree._Element) -> str | None:
    """The id of the sheet's default style of the same type."""
    for style in sheet.findall(f"{_W}style"):
        same = style.get(f"{_W}type") == like.get(f"{_W}type")
        if same and style.get(f"{_W}default") in ("1", "true", "on"):
            return style.get(f"{_W}styleId")
    return None
