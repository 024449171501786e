"""What repeats in the text: the names, themes and decision phrases that the closed columns are made of.

A phrase of a closed column stands many times at the beginning of a line, is followed by ever different words,
and ends where a cell can end. Nothing here is certain; the lattice weighs the candidates against the rest.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from hearing.intake import decisions
from hearing.intake.running_text.words import BULLETS, Text

Phrase = tuple[str, ...]

_NUMBERED = re.compile(r"(\d{1,4})[.)]?")
_PAGE = re.compile(r"(?:- ?)?(?:side|s)\.?(?: ?\d+)?|\d+")
MOST_WORDS = 20
MOST_LINES = 6
DECISION = re.compile(
    r"(?:delvist? )?imødekom|(?:ikke )?imødekommet|tag(?:es|et) til|efterretning|giver (?:ikke )?anledning|"
    r"indgår i|inddrages|indarbejd|afvis|(?:ligger )?uden ?for|tiltræd|tages? (?:ikke )?til følge|følges|medtages|"
    r"ingen ændring|ændres|tilføjes|rettes|noter(?:es|et)|drøftes|undersøges|delvis|præciser|fastholdes|"
    r"samme håndtering|besvaret|kræver ",
    re.I,
)
"""How a decision phrase begins, in the general Danish of public authorities."""
_LABEL = re.compile(r"^(?:bemærkning )?[a-zæøå]\) ?", re.I)
_TERM = "§"
USUAL = re.compile(
    "|".join(re.escape(phrase).replace(_TERM, r"\w+") for phrase, _ in decisions.usual(_TERM))
    + r"|samme håndtering som (?:ved|hos|for) (?-i:[A-ZÆØÅ])[\w-]*(?: kommune| hospital)?",
    re.I,
)
"""The phrases that every hearing begins with, whatever its plan is called, and an echo of a party by one name."""
PARTY = re.compile(
    r"kommune|region|hospital|forening|forbund|råd(?:et)?\b|udvalg|styrelse|ministeri|selskab|sammenslutning|"
    r"organisation|borger|grundejer|beboer|a/s|aps|i/s|museum|skole|menighed|klub|lav\b|laug|netværk|"
    r"universitet|center|fællesråd|danmark|dansk|politi|bank|fond",
    re.I,
)
"""What a party's name often holds."""


UNFINISHED = frozenset(
    re.findall(
        r"\w+",
        "af på om at og i til for med ved som en et den det de der fra hos under over mellem samt eller er har "
        "ønsker mener finder foreslår henviser anfører",
    )
)
"""Words with which no cell ends."""
_FIGURES = re.compile(r"\d+(?:[.,]\d+)*")


def is_finished(text: Text, last: int, following: int) -> bool:
    """Whether a name or phrase can end with word ``last``: not "Afsnit" before "2.1", nor "Borger" before "2"."""
    if text.folded[last] in UNFINISHED:
        return False
    return (
        following >= len(text.words)
        or text.line_of[following] != text.line_of[last]
        or not (_FIGURES.fullmatch(text.words[following]) and not text.label_at(following))
    )


def starting(text: Text, at: int) -> Iterator[tuple[int, Phrase]]:
    """The phrases that begin at word ``at``, with the word after each."""
    last = min(len(text.words), at + MOST_WORDS)
    for end in range(at + 1, last + 1):
        if text.line_of[end - 1] >= text.line_of[at] + MOST_LINES:
            return
        if (end == len(text.words) or can_begin(text, end)) and is_finished(text, end - 1, end):
            yield end, tuple(text.folded[at:end])


def can_begin(text: Text, at: int) -> bool:
    """Whether a cell can begin at word ``at``: at a line's start, or where a sentence could begin."""
    if at == text.starts[text.line_of[at]]:
        return True
    if text.label_at(at - 1) == 2:
        return False
    word = text.words[at]
    return word[0].isupper() or word[0].isdigit() or word[0] in "\"”“«»'’•-–(" or text.label_at(at) > 0


def _following(text: Text, at: int) -> str:
    """The word at ``at``; of a label its letter, which changes where the word before it does not."""
    at += max(0, text.label_at(at) - 1) if at < len(text.words) else 0
    return text.folded[at] if at < len(text.words) else ""


def is_name(text: Text, at: int) -> bool:
    """Whether a name can begin at word ``at``: a capital, perhaps after a bullet."""
    word = text.words[at]
    if word == "o" or word in BULLETS:
        return word != "-" and at + 1 < len(text.words) and text.words[at + 1][0].isupper()
    return word[0].isupper() or word[0].isdigit() and not text.label_at(at)


@cache
def is_decision(joined: str) -> bool:
    """Whether a phrase begins as decisions do (after its label), or is short and means what one can mean."""
    phrase = _LABEL.sub("", joined)
    return bool(DECISION.match(phrase)) or len(phrase.split()) <= 6 and decisions.meaning_of(phrase) is not None


def counted(text: Text) -> set[int]:
    """The words that number the rows: the longest series at line starts that counts by one; empty if too short."""
    longest: dict[int, tuple[int, int]] = {}
    before: dict[int, int] = {}
    for at in text.starts[:-1]:
        if (match := _NUMBERED.fullmatch(text.words[at])) and (number := int(match[1])) > 0:
            length, above = longest.get(number - 1, (0, -1))
            if length + 1 > longest.get(number, (0, -1))[0]:
                longest[number], before[at] = (length + 1, at), above
    length, at = max(longest.values(), default=(0, -1))
    found = set()
    while at >= 0:
        found.add(at)
        at = before[at]
    return found if length >= 5 else set()


def repeated(text: Text, places: Iterable[int], least: int) -> Counter[Phrase]:
    """The phrases that begin at ``places`` at least ``least`` times and go on differently."""
    counts: Counter[Phrase] = Counter()
    after: dict[Phrase, set[str]] = defaultdict(set)
    for at in places:
        for end, phrase in starting(text, at):
            counts[phrase] += 1
            after[phrase].add(_following(text, end))
    found = Counter({phrase: n for phrase, n in counts.items() if n >= least and len(after[phrase]) >= 2})
    tails = Counter()
    for phrase, count in found.items():
        for n in range(1, len(phrase)):
            tails[phrase[n:]] = max(tails[phrase[n:]], count)
    return Counter({phrase: n for phrase, n in found.items() if tails[phrase] < n})


def first_guess(
    text: Text, listed: Iterable[Phrase], themes_first: bool = False, numbered: bool = False
) -> dict[str, Counter[Phrase]]:
    """Candidates for the columns of party, theme and decision before anything has been read.

    ``themes_first`` says that the theme stands before the party, so that parties begin within lines too;
    ``numbered`` that running numbers stand before all else.
    """
    numbers = counted(text) if numbered else set()
    starts = [at + 1 if at in numbers else at for at in text.starts[:-1]]
    starts = [at for at in starts if at < len(text.words) and is_name(text, at)]
    if themes_first:
        starts = [at for at in range(len(text.words)) if can_begin(text, at) and is_name(text, at)]
    least = 3 if len(text.lines) > 400 else 2
    parties, handled = _named_and_handled(text, starts, least)
    parties = without_longer(text, Counter(dict.fromkeys(listed, 3)) + parties)
    handled = without_longer(text, _cut_before(parties, handled))
    themes = _after_names(text, starts, parties, least)
    themes = Counter({phrase: n for phrase, n in themes.items() if phrase not in handled})
    guess = {"party": parties, "theme": without_longer(text, themes), "decision": handled}
    _take_in(guess, _bounded(text, starts, least))
    return guess


def _named_and_handled(text: Text, starts: list[int], least: int) -> tuple[Counter[Phrase], Counter[Phrase]]:
    """The repeated phrases that sound like parties, and those that sound like decisions."""
    parties, handled = Counter(), Counter()
    sentences = {
        phrase for at in starts for end, phrase in starting(text, at) if len(phrase) > 6 and text.stops(end - 1)
    }
    for phrase, count in (repeated(text, starts, least) | _decisions_inside(text, least)).items():
        joined = " ".join(phrase)
        if is_decision(joined) or len(phrase) <= 10 and decisions.meaning_of(joined) is not None:
            if not any(word[0].isdigit() for word in phrase):
                handled[phrase] = count
        elif PARTY.search(joined) and phrase not in sentences:
            parties[phrase] = count
    return parties, handled


def _cut_before(parties: Counter[Phrase], handled: Counter[Phrase]) -> Counter[Phrase]:
    """The decisions without the party of the next row behind them, and none that breaks off ("… som ved")."""
    cut: Counter[Phrase] = Counter()
    for phrase, count in handled.items():
        ends = (n for n in range(1, len(phrase)) if phrase[n:] in parties and phrase[n - 1] not in UNFINISHED)
        phrase = phrase[: next(ends, len(phrase))]
        if phrase[-1] not in UNFINISHED:
            cut[phrase] = max(cut[phrase], count)
    return cut


def _after_names(text: Text, starts: list[int], parties: Counter[Phrase], least: int) -> Counter[Phrase]:
    """The short phrases that stand behind the names of at least two parties, as themes do."""
    ends = defaultdict(set)
    for at in starts:
        for end, phrase in starting(text, at):
            end += text.label_at(end) if end < len(text.words) else 0
            if phrase in parties and end < len(text.words):
                ends[end].add(phrase)
    counts: Counter[Phrase] = Counter()
    before: dict[Phrase, set[Phrase]] = defaultdict(set)
    for at, names in ends.items():
        for _, phrase in starting(text, at):
            if len(phrase) <= 8 and not text.label_at(at):
                counts[phrase] += 1
                before[phrase] |= names
    return Counter({phrase: n for phrase, n in counts.items() if n >= least and len(before[phrase]) >= 2})


def _take_in(guess: dict[str, Counter[Phrase]], bounded: Counter[Phrase]) -> None:
    """Let every column weigh the bounded phrases that are no part of a candidate and do not begin with one."""
    known = {phrase for counts in guess.values() for phrase in counts}
    parts = {p[a:b] for p in known for a in range(len(p)) for b in range(a + 1, len(p) + 1)}
    for phrase, count in bounded.items():
        if phrase in parts or any(phrase[:n] in known for n in range(1, len(phrase))):
            continue
        known.add(phrase)
        for kind, counts in guess.items():
            if kind == "party" or phrase[0] != "o" and phrase[0] not in BULLETS:
                counts[phrase] = (count + 1) // 2


def _bounded(text: Text, starts: Iterable[int], least: int) -> Counter[Phrase]:
    """Short phrases that nearly always have the beginning of a cell behind them, whatever they mean.

    A sentence that begins so goes on with a small letter sooner or later.
    """
    whole: Counter[Phrase] = Counter()
    all_of: Counter[Phrase] = Counter()
    around: dict[Phrase, set[tuple[str, str]]] = defaultdict(set)
    for at in starts:
        for end in range(at + 1, min(at + 7, len(text.words))) if not text.label_at(at) else ():
            phrase = tuple(text.folded[at:end])
            all_of[phrase] += 1
            if can_begin(text, end) and is_finished(text, end - 1, end) and not text.stops(end - 1):
                whole[phrase] += 1
                around[phrase].add((text.folded[at - 1] if at else "", _following(text, end)))
    return Counter(
        {
            phrase: count
            for phrase, count in whole.items()
            if count >= max(3, least)
            and count >= 0.85 * all_of[phrase]
            and len({before for before, _ in around[phrase]}) >= max(2, 0.4 * count)
            and len({after for _, after in around[phrase]}) >= max(2, 0.4 * count)
            and not _PAGE.fullmatch(" ".join(phrase))
        }
    )


def _decisions_inside(text: Text, least: int) -> Counter[Phrase]:
    """Decision phrases that share their line with the cell before ("a) Samme kommentar a) Samme håndtering")."""
    inside = [at for at in range(len(text.words)) if text.words[at][0].isupper() and is_decision(_few(text, at))]
    return Counter({p: n for p, n in repeated(text, inside, least).items() if is_decision(" ".join(p))})


def _few(text: Text, at: int) -> str:
    return " ".join(text.folded[at : at + 3])


def without_longer(text: Text, counts: Counter[Phrase]) -> Counter[Phrase]:
    """The phrases without those that are a more frequent one with the beginning of the next cell behind it."""
    kept = Counter()
    for phrase, count in counts.items():
        shorter = (phrase[:n] for n in range(1, len(phrase)) if phrase[n] in text.opening)
        if not any(counts.get(part, 0) > 2 * count for part in shorter):
            kept[phrase] = count
    return kept
