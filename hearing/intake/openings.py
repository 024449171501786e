"""Decisions of a table that has no column for them: the opening sentence of the answers, or a line that says so.

"Imødekommes. Stien anlægges i 2027." and "Stien anlægges i 2027.\nIndstilling: Imødekommes" are a decision and a
comment each.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from hearing.intake import decisions
from hearing.intake.rows import Remark, Row
from hearing.wording import count, fold

_FEWEST = 3
_LONGEST = 80
_MOST_WORDS = 9
_FIRST = re.compile(
    r"\s*(?P<phrase>[^\n.:;]{2,80}?(?:\.(?=\s|$)|(?=[:;]\s|\s+[–—-]\s|\s*\n|\s*$)))(?P<lead>[:;]|\s+[–—-])?\s*"
)
_SAID = re.compile(
    r"(?:^|(?<=\n)|(?<=[.!?] ))[ ]*(?P<lead>(?:[^\W\d_]+s )?(?:indstilling|håndtering|beslutning|konklusion"
    r"|konsekvens|afgørelse|anbefaling|resultat)\s*:)\s*(?P<phrase>[^\n]{2,130}?(?:\.(?=\s|$)|(?=\n)|$))\s*",
    re.IGNORECASE,
)
_OF_THE_REMARK = re.compile(
    r"(?:(?:\w*(?:bemærkning|høringssvar|forslag|ønske|synspunkt|kommentar|indsigelse|anmodning)\w{0,4}|svaret|punktet"
    r"|det(?:te)?|der) )?"
    r"(?:(?:er|bliver|vil blive|ikke|ej|delvist?|helt|dels|allerede) )*"
    r"(?:\w+(?:es|ede)|\w+et(?= (?:til|i|på|ad|med|under|delvist?|ikke|ej)\b|\W*$)"
    r"|giver|gav|medfører|foranlediger|ligger|falder|vedrører|hører|indgår|kræver|udgår|følges|afvist"
    r"|imødekommet|efterkommet|anledning|ændringer|til|ingen|ikke|ej|uden|ud|delvist?|allerede|ja|nej)\b",
    re.IGNORECASE,
)
"""A decision begins with what is done with the remark; a sentence with another subject is an answer."""
_SHORTENED = re.compile(
    r"(?:\b(?:jf|jvf|nr|pkt|ca|ift|stk|kap|fx|evt|inkl|mv|m\.v|f\.eks|\w)\.|,)$", re.IGNORECASE
)
_CLAUSE = re.compile(r",\s+(?:at|så|som|der|da|fordi|idet|jf|se)\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Cut:
    """The phrase in a text, where it stands there with all that belongs to it, and the ``lead`` that is no word
    of either text: "Indstilling:", or the dash behind the phrase."""

    phrase: str
    start: int
    end: int
    lead: str


def split(rows: Sequence[Row]) -> tuple[list[Row], list[Remark], list[Remark]]:
    """The rows with decisions taken out of their answers, a remark that says so, and what is in neither text.

    Where the answers do not hold decisions the rows are as they were.
    """
    source = _source(rows)
    texts = [getattr(row, source) for row in rows] if source else []
    said = _vocabulary([_said(text) for text in texts])
    cuts = said if _are_many(said, texts) else [_opening(text) for text in texts]
    if not _are_many(cuts, texts) or (cuts is not said and not _repeat(cuts)):
        return list(rows), [], []
    divided = [_divided(row, source, cut) if cut else row for row, cut in zip(rows, cuts, strict=True)]
    times = count(sum(map(bool, cuts)), "række", "rækker")
    where = "linjen med håndteringen" if cuts is said else "den første sætning"
    odd = Remark(f"Tabellen har ingen kolonne med håndteringer; {where} er taget ud af svaret i {times}.")
    return divided, [odd], _leads(cuts)


def _leads(cuts: Sequence[_Cut | None]) -> list[Remark]:
    """What stood between the decisions and the answers, and is kept in neither."""
    leads = Counter(cut.lead for cut in cuts if cut and cut.lead)
    return [
        Remark(f"»{lead}« ved håndteringen er udeladt i {count(times, 'række', 'rækker')}.")
        for lead, times in leads.items()
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
    return _cut(lines[-1]) if lines else None


def _vocabulary(cuts: Sequence[_Cut | None]) -> list[_Cut | None]:
    """The cuts whose phrases are a hearing's decisions: those that stand again or have a meaning."""
    times = Counter(fold(cut.phrase) for cut in cuts if cut)
    return [
        cut
        if cut and (times[fold(cut.phrase)] > 1 or decisions.meaning_of(cut.phrase)) and not _goes_on(cut.phrase)
        else None
        for cut in cuts
    ]


def _opening(text: str) -> _Cut | None:
    found = _FIRST.match(text)
    if not found or _goes_on(found["phrase"]) or not _OF_THE_REMARK.match(found["phrase"]):
        return None
    return _cut(found) if decisions.meaning_of(found["phrase"]) else None


def _cut(found: re.Match[str]) -> _Cut:
    return _Cut(found["phrase"].strip(), found.start(), found.end(), (found["lead"] or "").strip())


def _goes_on(phrase: str) -> bool:
    """Whether a phrase is longer than a decision, or is not the whole of its sentence."""
    phrase = phrase.strip()
    return len(phrase.split()) > _MOST_WORDS or bool(_CLAUSE.search(phrase) or _SHORTENED.search(phrase))


def _are_many(cuts: Sequence[_Cut | None], texts: Sequence[str]) -> bool:
    """Whether a decision is found in so many texts that it is how they are written."""
    hits = sum(map(bool, cuts))
    return hits >= _FEWEST and hits * 5 >= 2 * sum(map(bool, texts))


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
