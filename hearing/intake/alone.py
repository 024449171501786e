"""What stands alone in a line of a table: a heading of the rows below it, or a party's name."""

from collections.abc import Sequence

from hearing.intake import bands, silence
from hearing.intake.bands import text_of
from hearing.intake.lines import Line, field_at
from hearing.wording import one_line


def heading(line: Line, fields: Sequence[str]) -> str:
    """The text of a line that is a heading across the table; "" for any other line."""
    if line.heading:
        return line.heading
    only = text_of(line.cells)
    if only is None or not bands.is_heading(only[1].text):
        return ""
    n, cell = only
    if cell.span > 1 and cell.span * 2 >= len(line.cells):
        return one_line(cell.text)
    heads = field_at(fields, n) in ("theme", "label", "ignore") or (n == 0 and "party" not in fields)
    return one_line(cell.text) if heads and not any(c.joined_above for c in line.cells) else ""


def listing(line: Line, fields: Sequence[str]) -> str:
    """The text of a line that may name parties without an answer: it stands alone, and not in a point's text."""
    only = text_of(line.cells)
    if line.heading or only is None or any(cell.joined_above for cell in line.cells):
        return ""
    n, cell = only
    return one_line(cell.text) if n == 0 or cell.span > 1 or field_at(fields, n) == "party" else ""


def is_name(line: Line, fields: Sequence[str]) -> bool:
    """Whether nothing stands in a line but the cell of the party."""
    only = text_of(line.cells)
    if only is None or field_at(fields, only[0]) != "party" or any(cell.joined_above for cell in line.cells):
        return False
    return only[1].span == 1 and not bands.is_footer(only[1].text) and not silence.is_silent(only[1].text)


def names_no_party(line: Line, fields: Sequence[str]) -> bool:
    """Whether a line of a point leaves the party's cell empty."""
    if line.heading or "party" not in fields:
        return False
    at = fields.index("party")
    return not (at < len(line.cells) and line.cells[at].text.strip())


def role_of_names(lines: Sequence[Line], fields: Sequence[str]) -> str:
    """What a name alone in a row is: the party of the rows below ("party"), a theme, or "" where there is none."""
    names = [n for n, line in enumerate(lines) if is_name(line, fields)]
    if not names:
        return ""
    if any(names_no_party(line, fields) for n in names for line in lines[n + 1 : n + 2]):
        return "party"
    texts = [text_of(lines[n].cells)[1].text for n in names]
    theme = "theme" not in fields and not any(map(bands.is_party, texts))
    return "theme" if theme and names[-1] < len(lines) - 1 else "party"
