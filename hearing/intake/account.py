"""What there is to say of a reading before anything is stored: counts, doubts, and what was left out."""

from collections import Counter
from dataclasses import dataclass

from hearing.intake import silence
from hearing.intake.rows import Reading
from hearing.wording import fold


@dataclass(frozen=True)
class Account:
    """The figures of a reading; that a party has no remarks is no point.

    ``unsure`` and ``unified`` are numbers of rows, from 1."""

    rows: int
    parties: int
    points: int
    silent: int
    echoes: int
    unsure: tuple[int, ...]
    unified: tuple[int, ...]


def of(reading: Reading) -> Account:
    """The account of a reading."""
    numbered = list(enumerate(reading.rows, 1))
    silent = {fold(row.party) for row in reading.rows if row.silent}
    answered = {fold(row.party) for row in reading.rows if not row.silent}
    return Account(
        rows=len(reading.rows),
        parties=len(silent | answered),
        points=sum(not row.silent for row in reading.rows) - _without_remarks(reading),
        silent=len(silent - answered),
        echoes=sum(row.echo_of is not None for row in reading.rows),
        unsure=tuple(number for number, row in numbered if row.unsure),
        unified=tuple(number for number, row in numbered if row.theme_printed and row.theme_printed != row.theme),
    )


def _without_remarks(reading: Reading) -> int:
    """How many rows are all that a party says, and say that it has no remarks."""
    said = Counter(fold(row.party) for row in reading.rows if not row.silent)
    return sum(
        said[fold(row.party)] == 1 and silence.is_without_remarks(row.summary, row.party)
        for row in reading.rows
        if not row.silent
    )


def unified_themes(reading: Reading) -> dict[str, dict[str, int]]:
    """The themes that were also spelt otherwise: name -> the printed spellings and their number of rows."""
    found: dict[str, dict[str, int]] = {}
    for row in reading.rows:
        if row.theme_printed and row.theme_printed != row.theme:
            spellings = found.setdefault(row.theme, {})
            spellings[row.theme_printed] = spellings.get(row.theme_printed, 0) + 1
    return found
