"""What stands above a table: the hearing's title, case number, authority and period."""

import re
from collections.abc import Iterable
from datetime import date

from hearing.wording import one_line

_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_CASE = r"(?:sagsn(?:umme)?r|sags-?id|sag|journaln(?:umme)?r|j\.?\s?nr)\.?\s*[:.]?\s+(\S.*)"
_FACTS = (
    ("case_number", re.compile(_CASE, re.I)),
    ("authority", re.compile(r"(?:afsendende )?myndighed\s*:\s*(\S.*)", re.I)),
    ("period", re.compile(r"(?:høringsperioden?|periode|høring|i høring)\s*:?\s+(\S.*\d{4}.*)", re.I)),
)
_DATE = re.compile(
    r"(?P<day>\d{1,2})\.?\s*(?P<month>[a-zæøå]{3,9})\.?\s+(?P<year>\d{4})"
    r"|(?P<day2>\d{1,2})[./-](?P<month2>\d{1,2})[./-](?P<year2>\d{4})"
    r"|(?P<year3>\d{4})-(?P<month3>\d\d)-(?P<day3>\d\d)",
    re.I,
)
_NO_TITLE = re.compile(r"håndtering af høringssvar|dato|udvalg|rækkefølge|ark\s?\d*|sheet\s?\d*|tabel\s?\d*", re.I)


def facts(texts: Iterable[str]) -> dict[str, str]:
    """The facts in the texts above a table; the first short text that is none of them is the title."""
    found: dict[str, str] = {}
    for line in (one_line(line) for text in texts for line in text.splitlines()):
        fact = next(((name, hit[1]) for name, pattern in _FACTS if (hit := pattern.fullmatch(line))), None)
        if fact and fact[0] == "period":
            found |= _period(fact[1])
        elif fact:
            found.setdefault(*fact)
        elif line and len(line) <= 200 and ":" not in line and not _NO_TITLE.fullmatch(line):
            found.setdefault("title", line)
    return found


def _period(text: str) -> dict[str, str]:
    days = [day for hit in _DATE.finditer(text) if (day := _iso(hit))]
    if len(days) > 1:
        return {"period_from": days[0], "period_to": days[1]}
    return {"period_from" if text.casefold().startswith("fra") else "period_to": days[0]} if days else {}


def _iso(hit: re.Match[str]) -> str:
    """A date as ISO text; "" where there is no such day."""
    said = {name.rstrip("23"): value for name, value in hit.groupdict().items() if value}
    month = said["month"]
    try:
        number = int(month) if month.isdecimal() else _MONTHS.index(month[:3].casefold()) + 1
        return date(int(said["year"]), number, int(said["day"])).isoformat()
    except ValueError:
        return ""
