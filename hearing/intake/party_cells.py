"""What else stands in the cells of the parties: a number in front of the name, and how the answer came."""

import re
from collections.abc import Sequence
from dataclasses import replace

from hearing.intake.rows import Remark, Row
from hearing.wording import one_line

_NUMBER = re.compile(r"\s*(?:nr\.?\s*)?(\d{1,3})\s*[.):]\s+(?=[^\W\d_])", re.IGNORECASE)
_ARRIVAL = re.compile(
    r"\(?(?:(?:modtaget|dateret|indsendt|afsendt|sendt|journaliseret|dato|den)\b.*\d|(?:e-?mail|mail|brev) af .*\d"
    r"|(?:dok|sags?|bilag|journal|j\.? ?nr|id)[\w.-]*\s*:?\s*(?:nr\.?\s*:?\s*)?[\d/.-]+"
    r"|\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2,4}|\d{1,2}\. [a-zæøå]{3,9} \d{4})\)?\W*",
    re.IGNORECASE,
)


def names_alone(rows: Sequence[Row]) -> tuple[list[Row], list[Remark]]:
    """The rows with nothing but the name for a party, and remarks that say what was left out."""
    numbered = _are_numbered(rows)
    named, odd = [], {}
    for row in rows:
        name, arrived = _name_and_arrival(row.party)
        if arrived:
            odd[name, arrived] = Remark(f"Ud for {one_line(name)} ({row.place}): {arrived}")
        named.append(replace(row, party=_NUMBER.sub("", name, count=1) if numbered else name))
    return named, [
        *odd.values(),
        *([Remark("Numrene foran høringsparternes navne er udeladt.")] if numbered else []),
    ]


def _are_numbered(rows: Sequence[Row]) -> bool:
    """Whether every party but a few has a number in front, of its own and rising."""
    names = list(dict.fromkeys(row.party for row in rows if row.party.strip()))
    numbers = [int(found[1]) for name in names if (found := _NUMBER.match(name))]
    rising = sum(a < b for a, b in zip(numbers, numbers[1:], strict=False))
    return len(numbers) > 1 and len(numbers) * 10 >= 9 * len(names) and rising * 10 >= 9 * (len(numbers) - 1)


def _name_and_arrival(text: str) -> tuple[str, str]:
    """The name in a cell, and the lines below it that say when and how the answer came."""
    first, *more = text.split("\n")
    arrival = [line for line in more if _ARRIVAL.fullmatch(line.strip())]
    if not first.strip() or not arrival:
        return text, ""
    return "\n".join([first, *(line for line in more if line not in arrival)]), one_line(" ".join(arrival))
