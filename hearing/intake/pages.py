"""The page of the letter that an excerpt names: "- Side 1", "s. 17", "S. 18", "(side 3-4)"."""

import re

_NUMBERS = r"(?P<page>\d{1,4}(?:\s*[-–]\s*\d{1,4})?(?:\s*(?:,|og)\s*\d{1,4})*)"
_WORD = r"(?:sider|siderne|side|s\.|pp?\.|pag\.)"
_AT_THE_END = re.compile(rf"(?:^|[\s\W])(?<!på )(?<!\w){_WORD}\s*{_NUMBERS}[\s.)\]»\"”]*$", re.IGNORECASE)
_IN_FRONT = re.compile(rf"\s*[(\[]?{_WORD}\s*{_NUMBERS}\s*[)\]]?\s*[:.)\]–-]", re.IGNORECASE)
_ALONE = re.compile(rf"\W*(?:{_WORD})?\s*{_NUMBERS}\W*", re.IGNORECASE)


def page_of(excerpt: str) -> str:
    """The page that stands at the end of an excerpt, else in front of it; "" if there is none.

    A page in the middle ("som der står på s. 17 i planen") is the party's own text.
    """
    found = _AT_THE_END.search(excerpt) or _IN_FRONT.match(excerpt)
    return _tidy(found["page"]) if found else ""


def alone(text: str) -> str:
    """The page in a cell that holds nothing else ("Side 3", "3-4"); the text itself if it holds more."""
    found = _ALONE.fullmatch(text.strip())
    return _tidy(found["page"]) if found else " ".join(text.split())


def _tidy(page: str) -> str:
    return re.sub(r"\s*([-–])\s*", r"\1", " ".join(page.split()))
