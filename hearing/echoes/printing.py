"""How an echo is printed: by a reference to its source, in full with a short one, or as it stands.

What is printed so is derived when it is printed, from the letters and names of that day, and never stored.
"""

import re
from dataclasses import dataclass, replace
from typing import NamedTuple, Self

from hearing.echoes import phrases
from hearing.enums import Printing
from hearing.records import Echo, Hearing, Point

_NAMES = re.compile(r"samme \w+ som (?:ved )?(?P<rest>.+)", re.IGNORECASE | re.DOTALL)
_LETTER = re.compile(
    r"(?:['’]?s)?[\s,]*(?:(?:bemærkning|kommentar|punkt|pkt|litra|bogstav|nr)\b\.?\s*)?"
    r"\(?(?:[a-zæøå]{1,2}|\d{1,3})?\)?\.?",
    re.IGNORECASE,
)
Ranges = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Style:
    """How the echoes of a hearing are printed if they say nothing else, and the phrases that name the source."""

    printing: Printing = Printing.REFERENCE
    summary: str = phrases.SUMMARY
    decision: str = phrases.DECISION
    comment: str = phrases.COMMENT

    @classmethod
    def of(cls, hearing: Hearing) -> Self:
        """That of a hearing; where it has no phrase of its own, the usual one."""
        return cls(
            hearing.echo_printing,
            hearing.echo_summary or phrases.SUMMARY,
            hearing.echo_decision or phrases.DECISION,
            hearing.echo_comment or phrases.COMMENT,
        )

    def of_echo(self, echo: Echo) -> Printing:
        """How one echo is printed: REFERENCE, FULL, or AS_READ, which is how one that deviates stands too."""
        if echo.as_read or echo.deviation:
            return Printing.AS_READ
        return self.printing if echo.printing is Printing.HEARING else echo.printing


class Printed(NamedTuple):
    """A point with its texts as printed, and the ranges of each where they name the source's party."""

    point: Point
    summary: Ranges = ()
    decision: Ranges = ()
    comment: Ranges = ()


def only_names(summary: str, party: str) -> bool:
    """Whether a summary as read says no more than that it repeats a point of this party.

    >>> only_names("Samme kommentar som PIUs b)", "PIU"), only_names("Samme kommentar som PIU om natbusser", "PIU")
    (True, False)
    """
    found = _NAMES.fullmatch(summary.strip())
    rest = found["rest"] if found else ""
    return rest.casefold().startswith(party.casefold()) and bool(_LETTER.fullmatch(rest[len(party) :]))


def printed(point: Point, echo: Echo, style: Style, party: str, label: str) -> Printed:
    """An echo as it is printed; its source is a point of ``party``, named as in running text, with ``label``."""
    printing = style.of_echo(echo)
    if printing is Printing.AS_READ:
        return Printed(point)
    if printing is Printing.FULL:
        said, at = phrases.placed(style.comment, party, label)
        before = f"{point.comment}\n" if point.comment else ""
        there = ((at + len(before), at + len(before) + len(party)),)
        full = replace(point, comment=before + said)
        if not only_names(point.summary, party):
            return Printed(full, comment=there)
        # An imported row that says no more than whom it repeats would name the letter of another day.
        said, at = phrases.placed(style.summary, party, label)
        return Printed(replace(full, summary=said), ((at, at + len(party)),), comment=there)
    summary, in_summary = phrases.placed(style.summary, party, label)
    decision, in_decision = phrases.placed(style.decision, party, label)
    return Printed(
        replace(point, summary=summary, decision_printed=decision, comment="", marks=(), mentions=()),
        ((in_summary, in_summary + len(party)),),
        ((in_decision, in_decision + len(party)),),
    )
