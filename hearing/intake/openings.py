"""Decisions of a table that has no column for them: the opening sentence of the answers, or a line that says so.

"Imødekommes. Stien anlægges i 2027." and "Stien anlægges i 2027.\nIndstilling: Imødekommes" are a decision and a
comment each.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from hearing.intake import decisions
from hearing.intake.rows import Remark, Row
from hearing.wording import count, fold

_FEWEST = 3
_LONGEST = 80
_FIRST = re.compile(r"\s*(?P<phrase>[^\n.:;]{2,80}?)(?:[.:;]+(?=\s|$)|\s+[–—-](?=\s)|\s*\n|\s*$)\s*")
_SAID = re.compile(
    r"(?:^|(?<=\n)|(?<=[.!?] ))[ ]*(?:[^\W\d_]+s )?(?:indstilling|håndtering|beslutning|konklusion|konsekvens"
    r"|afgørelse|anbefaling|resultat)\s*:\s*(?P<phrase>[^\n]{2,130}?)(?:\.(?=\s|$)|(?=\n)|$)\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Cut:
    """The phrase in a text, and where it stands there with all that belongs to it."""

    phrase: str
    start: int
    end: int


def split(rows: Sequence[Row]) -> tuple[list[Row], list[Remark]]:
    """The rows with decisions taken out of their answers, and a remark that says so; else as they are."""
    source = _source(rows)
    texts = [getattr(row, source) for row in rows] if source else []
    said = [_said(text) for text in texts]
    cuts = said if _are_many(said, texts) else [_opening(text) for text in texts]
    if not _are_many(cuts, texts) or (cuts is not said and not _repeat(cuts)):
        return list(rows), []
    divided = [_divided(row, source, cut) if cut else row for row, cut in zip(rows, cuts, strict=True)]
    times = count(sum(map(bool, cuts)), "række", "rækker")
    where = "linjen med håndteringen" if cuts is said else "den første sætning"
    return divided, [
        Remark(f"Tabellen har ingen kolonne med håndteringer; {where} er taget ud af svaret i {times}.")
    ]


def _source(rows: Sequence[Row]) -> str:
    """The field that holds decision and comment in one; "" where each has its own."""
    decided = [row.decision for row in rows if row.decision]
    commented = any(row.comment for row in rows)
    if commented and not decided:
        return "comment"
    return "decision" if decided and not commented and median(map(len, decided)) > _LONGEST / 2 else ""


def _said(text: str) -> _Cut | None:
    """The line that names the decision; where several do, the last concludes."""
    lines = list(_SAID.finditer(text))
    return _Cut(lines[-1]["phrase"].strip(), lines[-1].start(), lines[-1].end()) if lines else None


def _opening(text: str) -> _Cut | None:
    found = _FIRST.match(text)
    if not found or decisions.meaning_of(found["phrase"]) is None:
        return None
    return _Cut(found["phrase"].strip(), 0, found.end())


def _are_many(cuts: Sequence[_Cut | None], texts: Sequence[str]) -> bool:
    """Whether a decision is found in most of the texts."""
    hits = sum(map(bool, cuts))
    return hits >= _FEWEST and hits * 5 >= 3 * sum(map(bool, texts))


def _repeat(cuts: Sequence[_Cut | None]) -> bool:
    """Whether the phrases are a vocabulary, and not sentences of their own."""
    phrases = [fold(cut.phrase) for cut in cuts if cut]
    return len(set(phrases)) * 2 <= len(phrases)


def _divided(row: Row, source: str, cut: _Cut) -> Row:
    """The row with its decision; the marks of the comment move with its text."""
    text = getattr(row, source)
    before, after = text[: cut.start].rstrip(), text[cut.end :]
    glue = "\n" if before and after else ""
    back = cut.end - len(before) - len(glue)
    marks = [(min(start, len(before)), min(end, len(before))) for start, end in row.marks]
    marks += [(max(start, cut.end) - back, max(end, cut.end) - back) for start, end in row.marks]
    kept = tuple((start, end) for start, end in marks if start < end)
    return replace(row, decision=cut.phrase, comment=f"{before}{glue}{after}", marks=kept)
