"""What Word's styles say about bold, hidden text and automatic numbers."""

from dataclasses import dataclass, field

from hearing.intake import markup

_ELEMENTS = frozenset(("style", "docDefaults", "basedOn", "b", "vanish", "numId", "ilvl"))
OFF = frozenset(("0", "false", "off", "none"))


@dataclass
class Style:
    """One style as written; None where it says nothing and the style it is based on decides."""

    based_on: str = ""
    bold: bool | None = None
    hidden: bool | None = None
    list_id: str | None = None
    level: int | None = None


@dataclass
class Styles:
    """The styles of a document. An unknown or cyclic style says nothing."""

    known: dict[str, Style] = field(default_factory=dict)
    default_paragraph: str = ""
    default_bold: bool = False
    _resolved: dict[str, Style] = field(default_factory=dict)
    _bold: dict[tuple[str, str], bool] = field(default_factory=dict)

    def resolve(self, style_id: str) -> Style:
        """The style with everything that it takes from the styles it is based on."""
        if style_id not in self._resolved:
            result, seen, next_id = Style(), set(), style_id
            while next_id in self.known and next_id not in seen:
                seen.add(next_id)
                style = self.known[next_id]
                for name in ("bold", "hidden", "list_id", "level"):
                    if getattr(result, name) is None:
                        setattr(result, name, getattr(style, name))
                next_id = style.based_on
            self._resolved[style_id] = result
        return self._resolved[style_id]

    def paragraph(self, style_id: str) -> Style:
        """The style of a paragraph that names this one, or none."""
        style_id = style_id or self.default_paragraph
        return self._resolved.get(style_id) or self.resolve(style_id)

    def bold(self, paragraph: str, character: str) -> bool:
        """Whether text in these styles is bold: Word toggles, so that bold in bold is plain."""
        known = self._bold.get((paragraph, character))
        if known is None:
            known = bool(self.paragraph(paragraph).bold)
            known = known ^ bool(self.resolve(character).bold) or self.default_bold
            self._bold[paragraph, character] = known
        return known


def read(data: bytes) -> Styles:
    """Read the part styles.xml."""
    styles = Styles()
    current = Style()
    in_defaults = False

    def start(name: str, attributes: markup.Attributes) -> None:
        nonlocal current, in_defaults
        value = attributes.get("val", "")
        if name == "style":
            in_defaults = False
            current = styles.known.setdefault(attributes.get("styleId", ""), Style())
            if attributes.get("type") == "paragraph" and attributes.get("default") in ("1", "true", "on"):
                styles.default_paragraph = attributes.get("styleId", "")
        elif name == "docDefaults":
            in_defaults, current = True, Style()
        elif name == "basedOn":
            current.based_on = value
        elif name == "b" and current.bold is None:
            current.bold = value not in OFF
            styles.default_bold |= in_defaults and current.bold
        elif name == "vanish":
            current.hidden = value not in OFF
        elif name == "numId":
            current.list_id = value
        elif name == "ilvl" and value.isdigit():
            current.level = int(value)

    markup.walk(_without_table_styles(data), start, only=_ELEMENTS)
    return styles


def _without_table_styles(data: bytes) -> bytes:
    """Word's own table styles are nine tenths of the part, and nothing in them concerns the text of a cell."""
    *styled, rest = data.split(b"</w:style>")
    kept = []
    for piece in styled:
        at = piece.rfind(b"<w:style ")
        is_table = at >= 0 and b'w:type="table"' in piece[at : piece.find(b">", at)]
        kept.append(piece[:at] if is_table else piece + b"</w:style>")
    return b"".join(kept) + rest
