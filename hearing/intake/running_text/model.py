"""What is known of each column, and how well a piece of text fits it. Scores are natural logarithms of odds."""

import re
from collections import Counter
from dataclasses import dataclass, field
from math import log

from rapidfuzz.fuzz import ratio

from hearing.intake.running_text.phrases import PARTY, USUAL, Phrase, counted, is_decision, is_finished, is_name
from hearing.intake.running_text.words import BULLETS, Text

CLOSED = ("number", "label", "party", "theme", "decision", "page")
"""Columns of few words; the others hold running text."""
_SHAPES = {
    "number": re.compile(r"\d+\.?"),
    "label": re.compile(r"[a-zæøå]{1,2}[.)]?|\d{1,3}[.)]?"),
    "page": re.compile(r"(?:s\.|side)? ?\d+(?:[-–]\d+)?\.?", re.I),
}
_USUAL = 2.0
"""What a decision weighs that hearings usually have, seen for the first time."""
_NOVEL = {"party": -6.0, "theme": -7.0, "decision": -9.0}
_CUES = {
    "summary": re.compile(r"ønske[rt]?|opfordrer|mener|anfører|peger|foreslår|efterlyser|finder|påpeger|bemærker"),
    "comment": re.compile(r"planen|tilføj\w*|fremgår|vurder\w*|forvaltning\w*|administration\w*|indeholdt|afsnit"),
    "excerpt": re.compile(r"vi|vores|os|jeg|undertegnede"),
}
"""A few words of each voice, to begin with; after the first reading the text itself tells how columns sound."""
_PASSED = 3.0
"""What it costs a cell of labelled ones to begin before the label."""
_COUNTED = 12.0
"""What a running number weighs that is one more than the one before."""
_POINTING = 18.0
"""What it weighs that a cell says the same as another, named by its party and label; less without a label."""
_SAME = re.compile(r"samme (?:håndtering|indstilling|svar|besvarelse|beslutning|afgørelse|vurdering)")
_SMALL = 2.0
"""How much more a small letter at a cell's beginning says than a capital does."""
_SENTENCE = 8.0
"""What speaks against a name that ends as sentences do."""
_TWICE = 8.0
"""What speaks for a name that the text behind it begins with: "Ole Brink Ole Brink finder, at …"."""
TOLERANCE = 0.35
"""In letter widths: how much the measured width of a line may be wrong."""


@dataclass
class Column:
    """One column: its kind and what has been learnt of it.

    ``wide`` is the printed width (0 while unknown); ``empty``, ``labelled``, ``capital`` and ``stopped`` are the
    shares of its cells that are empty, begin with a label, begin with a capital, end with a full stop.
    ``ends`` is one over the number of lines of a cell; ``hard`` the share of line breaks that no width explains.
    """

    kind: str
    wide: float = 0.0
    empty: float = 0.1
    labelled: float = 0.02
    capital: float = 0.9
    stopped: float = 0.7
    ends: float = 0.15
    hard: float = 0.04
    phrases: dict[Phrase, float] = field(default_factory=dict)
    words: dict[str, float] = field(default_factory=dict)
    index: dict[str, list[tuple[Phrase, float]]] | None = field(default=None, repr=False)
    rests: set[Phrase] | None = field(default=None, repr=False)
    fronts: set[Phrase] | None = field(default=None, repr=False)

    @property
    def closed(self) -> bool:
        """Whether the column holds names and phrases rather than running text."""
        return self.kind in CLOSED


@dataclass
class Model:
    """The columns in order, and what holds for the table as a whole.

    ``glue`` is how often a cell of one line shares it with the next cell; ``gaps`` gives, for a line that goes on
    in a cell ("in"), begins a cell ("cell") or begins a row ("row"), the logarithm of how often so many blank
    lines (or "p", a new page) stand before it. ``header`` is how many lines stand above the
    first row; -1 while unknown.
    """

    columns: list[Column]
    glue: float = 0.9
    gaps: dict[str, dict[object, float]] = field(default_factory=dict)
    header: int = -1

    def gap(self, place: str, gap: object) -> float:
        """How well ``gap`` fits before a line of this sort."""
        return self.gaps.get(place, {}).get(gap, -3.0 if self.gaps else 0.0)


def gap_before(text: Text, number: int) -> object:
    """The blank lines before line ``number``, or "p" for a new page."""
    line = text.lines[number]
    if number and line.page != text.lines[number - 1].page:
        return "p"
    return min(line.gap, 3)


class Fit:
    """The scores of one text under one model, with what can be counted once counted once."""

    def __init__(self, text: Text, model: Model):
        self.text, self.model = text, model
        counts = Counter(text.folded)
        total = len(text.words)
        self.rarity = [min(6.0, -log(counts[word] / total)) for word in text.folded]
        self.decisions = [column for column in model.columns if column.kind == "decision"]
        self.sound = [self._sound(column) for column in model.columns]
        self.counted = counted(text) if any(column.kind == "number" for column in model.columns) else set()

    def _sound(self, column: Column) -> list[float]:
        """Running sums of how much each word speaks for the column."""
        sums, level = [0.0], 0.0
        cue = _CUES.get(column.kind)
        for word in self.text.folded:
            level += column.words.get(word, 0.0)
            if cue and cue.fullmatch(word):
                level += 0.3 if column.words else 0.7
            sums.append(level)
        return sums

    def begins(self, column: Column, at: int) -> float:
        """How well a cell of running text begins at word ``at``."""
        word = self.text.words[at]
        label = self.text.label_at(at)
        score = log(column.labelled / 0.02) if label else log((1 - column.labelled) / 0.98)
        if not label:
            small = word[0].islower() or word in BULLETS
            score += _SMALL * log((1 - column.capital) / 0.8) if small else log(column.capital / 0.2)
            if column.labelled > 0.5 and self._label_follows(at):
                score -= _PASSED
        return score

    def _label_follows(self, at: int) -> bool:
        """Whether a label stands a few words further on the line: the cell begins there, another one here."""
        end = min(at + 6, self.text.starts[self.text.line_of[at] + 1])
        return any(self.text.label_at(n) for n in range(at + 1, end))

    def stops(self, column: Column, last: int) -> float:
        """How well a cell of running text ends with word ``last``."""
        if self.text.stops(last):
            return log(column.stopped / 0.08)
        return log((1 - column.stopped) / 0.92)

    def over(self, column: Column, wide: float) -> float:
        """What it costs that a line is wider than its column."""
        excess = wide - column.wide - TOLERANCE
        return -3.0 - 1.5 * excess if column.wide and excess > 0 else 0.0

    def full(self, column: Column, wide: float, following: int) -> bool:
        """Whether the word ``following`` would not have fitted on a line so wide."""
        if following >= len(self.text.words):
            return False
        word = self.text.right[following] - self.text.left[following]
        return wide + self.text.face[" "] + word > column.wide - TOLERANCE

    def goes_on(self, column: Column, wide: float, following: int) -> float:
        """A line of a cell that goes on in the next line, beginning with word ``following``."""
        score = log(1 - column.ends) + self.over(column, wide)
        if column.wide:
            full = self.full(column, wide, following) or self.text.words[following] in BULLETS
            paragraph = self.text.pauses(following - 1) or not self.text.words[following][0].islower()
            score += log(1 - column.hard) if full else log(column.hard) - (0 if paragraph else 1.0)
        return score

    def is_last(self, column: Column, wide: float, following: int, inside: bool) -> float:
        """A line that is the last of its cell; ``inside`` if the next cell stands on the same printed line."""
        score = log(column.ends) + self.over(column, wide)
        if column.wide and following < len(self.text.words):
            word = self.text.right[following] - self.text.left[following]
            chance = min(0.5, (word + self.text.face[" "]) / column.wide)
            full = not inside and self.full(column, wide, following)
            score += log(chance) if full else log(1 - chance)
        return score

    def known(self, column: Column, at: int) -> list[tuple[int, float]]:
        """The known phrases of the column that stand at word ``at``: (word after it, score).

        A decision may have a label of its own, but within a line the letter ends the cell before: "Samme kommentar
        som hos Ældrerådet b) Samme håndtering …".
        """
        found = self._pointing(at) if column.kind == "decision" else []
        label = self.text.label_at(at) if column.kind == "decision" and self.text.begins_line(at) else 0
        if label and not self.text.words[at][0].isdigit() and at + label < len(self.text.words):
            behind = self.known(column, at + label)
            found += [(end, score + 4.0) for end, score in behind if score < _POINTING]
        for phrase, share in self._index(column).get(self.text.folded[at], ()):
            end = at + len(phrase)
            if tuple(self.text.folded[at:end]) == phrase:
                found.append((end, min(12.0, sum(self.rarity[at:end])) + share))
        return found

    def _pointing(self, at: int) -> list[tuple[int, float]]:
        """The ways in which a cell "Samme håndtering som ved ..." with a known party, perhaps a label, ends."""
        if not _SAME.match(" ".join(self.text.folded[at : at + 2])):
            return []
        parties = [column for column in self.model.columns if column.kind == "party"]
        places = range(at + 2, min(at + 6, len(self.text.words)))
        ends = {end for column in parties for place in places for end, _ in self.known(column, place)}
        labelled = {end + self.text.label_at(end) for end in ends if end < len(self.text.words)} - ends
        return [(end, _POINTING if end in labelled else _POINTING - 9.0) for end in sorted(ends | labelled)]

    def _index(self, column: Column) -> dict[str, list[tuple[Phrase, float]]]:
        if column.index is None:
            column.index = {}
            for phrase, share in column.phrases.items():
                column.index.setdefault(phrase[0], []).append((phrase, share))
        return column.index

    def wrapped(self, column: Column, at: int, end: int) -> float:
        """How well the line breaks within a phrase of several lines fit the width of the column."""
        score, first = 0.0, at
        for number in range(self.text.line_of[at], self.text.line_of[end - 1] + 1):
            last = min(end, self.text.starts[number + 1])
            wide = self.text.right[last - 1] - self.text.left[first]
            score += max(-4.0, self.over(column, wide))
            if column.wide and last < end and not self.full(column, wide, last):
                score -= 2.0
            first = last
        return score

    def endings(self, column: Column, at: int) -> list[int]:
        """Where the rest of a known phrase ends that stands at word ``at``, its beginning left on another page."""
        if column.rests is None:
            column.rests = {phrase[n:] for phrase in column.phrases for n in range(1, len(phrase))}
        ends = range(at + 1, min(at + 8, len(self.text.words)))
        return [end for end in ends if tuple(self.text.folded[at:end]) in column.rests]

    def beginnings(self, column: Column, at: int) -> list[int]:
        """Where the beginning of a known phrase ends that stands at word ``at``, its rest torn off."""
        if column.fronts is None:
            column.fronts = {phrase[:n] for phrase in column.phrases for n in range(1, len(phrase))}
        ends = range(at + 1, min(at + 8, len(self.text.words)))
        return [end for end in ends if tuple(self.text.folded[at:end]) in column.fronts]

    def novel(self, column: Column, at: int, end: int) -> float | None:
        """How well the words at..end-1 are a phrase of the column that has not been seen before."""
        if end - at > 13:
            return None
        words = self.text.words[at:end]
        if column.kind == "number" and self.counted:
            return _COUNTED if at in self.counted and end == at + 1 else None
        if column.kind in _SHAPES:
            return 3.0 if _SHAPES[column.kind].fullmatch(" ".join(words)) else None
        joined = " ".join(words)
        decision = column.kind == "decision" and is_decision(joined)
        if not (decision or is_name(self.text, at)) or not is_finished(self.text, end - 1, end):
            return None
        score = _NOVEL[column.kind] - 0.5 * len(words)
        if column.kind == "party":
            capitals = sum(word[0].isupper() for word in words) / len(words)
            score += (
                2.5 * capitals + (2.0 if PARTY.search(joined) else 0.0) + (2.0 if words[0][0] in "•o" else 0.0)
            )
            score += _TWICE if self._stands_twice(at, end) else 0.0
        elif decision and USUAL.fullmatch(joined):
            score = _USUAL
        elif decision:
            score += 4.0 if not any(word[0].isdigit() for word in words) else -2.0
        if column.kind != "decision":
            score += self._resemblance(column, at, end)
        if column.kind == "party" and any(self.known(other, at) for other in self.decisions):
            score -= 6.0
        return score - (_SENTENCE if self.text.stops(end - 1) and not decision else 0.0)

    def _stands_twice(self, at: int, end: int) -> bool:
        """Whether the words are followed by the same, however a narrow column broke them."""
        name = "".join(self.text.folded[at:end])
        return len(name) > 3 and "".join(self.text.folded[end : 2 * end - at]).startswith(name)

    def _resemblance(self, column: Column, at: int, end: int) -> float:
        """What speaks for a misspelt phrase of the column: the known one that it resembles."""
        mine = " ".join(self.text.folded[at:end])
        for phrase, share in self._index(column).get(self.text.folded[at], ()):
            if len(phrase) == end - at > 1 and share > -6 and ratio(mine, " ".join(phrase)) > 88:
                return min(12.0, sum(self.rarity[at : end - 1]))
        return 0.0
