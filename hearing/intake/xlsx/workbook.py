"""The sheets that a workbook has, in their order."""

from dataclasses import dataclass, field

from hearing.intake import markup
from hearing.wording import one_line


@dataclass(frozen=True)
class Entry:
    """One sheet as the workbook names it; ``relation`` is the id of the relationship to its part."""

    name: str
    relation: str
    hidden: bool


@dataclass
class Workbook:
    """The sheets, and from which day dates are counted."""

    sheets: list[Entry] = field(default_factory=list)
    since_1904: bool = False


def read(data: bytes) -> Workbook:
    """Read the part workbook.xml."""
    book = Workbook()

    def start(name: str, attributes: markup.Attributes) -> None:
        if name == "workbookPr":
            book.since_1904 = attributes.get("date1904") in ("1", "true")
        else:
            hidden = attributes.get("state", "visible") != "visible"
            book.sheets.append(Entry(one_line(attributes.get("name", "")), attributes.get("id", ""), hidden))

    markup.walk(data, start, only=frozenset(("workbookPr", "sheet")))
    return book
