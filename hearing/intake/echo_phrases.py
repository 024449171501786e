"""The phrases in which a table names what its rows repeat, as a hearing keeps them: "Som {part} ({bogstav})"."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from hearing.echoes import phrases
from hearing.enums import Printing
from hearing.intake import party_names
from hearing.intake.rows import Row
from hearing.wording import letter, one_line

_FEWEST = 2
Pair = tuple[Row, Row]


def found(rows: Sequence[Row]) -> dict[str, str]:
    """How a hearing that prints its echoes so is set up: ``echo_summary``, ``echo_printing`` and so on.

    A phrase is told by at least two rows, and by a third of those that repeat another; one that is usual anyway is
    not told.
    """
    pairs = [(row, rows[row.echo_of]) for row in rows if row.echo_of is not None]
    if len(pairs) < _FEWEST:
        return {}
    counts = {
        "echo_summary": _counted(pairs, lambda row, _: row.summary),
        "echo_decision": _counted(pairs, lambda row, _: row.decision),
        "echo_comment": _counted(pairs, _behind),
    }
    usual = {"echo_summary": phrases.SUMMARY, "echo_decision": phrases.DECISION, "echo_comment": phrases.COMMENT}
    told = {
        name: most for name, count in counts.items() if (most := _most(count, len(pairs))) and most != usual[name]
    }
    in_full = counts["echo_comment"].total()
    return told | ({"echo_printing": Printing.FULL.value} if 2 * in_full > len(pairs) else {})


def _behind(row: Row, source: Row) -> str:
    """What stands behind the source's comment."""
    said, first = one_line(row.comment), one_line(source.comment)
    return said[len(first) :].strip() if said.startswith(first) else ""


def _counted(pairs: Sequence[Pair], text: Callable[[Row, Row], str]) -> Counter[str]:
    """How often each phrase is what the text says with the source's party and letter in it."""
    return Counter(
        phrase for row, source in pairs for phrase in [next(_phrases(text(row, source), source), "")] if phrase
    )


def _phrases(text: str, source: Row) -> Iterator[str]:
    """The text with the source's party and letter left open, if it names both and nothing else is lost."""
    text, label = one_line(text), letter(source.label)
    for name in filter(None, (source.party_short, party_names.plain(source.party), source.party)):
        before, there, behind = text.partition(name)
        if not there or not label:
            continue
        here = re.compile(rf"(?<!\w){re.escape(label)}(?!\w)")
        for front, back in (
            (before, here.sub(phrases.LETTER, behind, count=1)),
            (here.sub(phrases.LETTER, before, count=1), behind),
        ):
            phrase = f"{front}{phrases.PARTY}{back}"
            whole = phrase.count("(") == phrase.count(")")
            if whole and phrases.LETTER in phrase and not phrases.check(phrase):
                yield phrase


def _most(count: Counter[str], echoes: int) -> str:
    """The phrase of more than half of the rows that have one, if that is a third of all echoes."""
    (phrase, times), *_ = count.most_common(1) or [("", 0)]
    return phrase if times >= _FEWEST and 2 * times > count.total() and 3 * times >= echoes else ""
