"""The words of the text with where they stand and how wide they are: what the lattice is laid over."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from hearing.intake import silence
from hearing.intake.running_text.glyphs import FACES, width
from hearing.intake.running_text.pages import Line

_TOKEN = re.compile(r"\S+")
_TWO_CELLS = re.compile(r"([^\W\d_]{3,}[a-zæøå])([A-ZÆØÅ][a-zæøå]+|[a-zæøå]\)|[A-ZÆØÅ]\w*)")
LABEL = re.compile(r"\(?(?:[a-zæøå]{1,2}|\d{1,3})\)(?=$|\D)|\(?[a-zæøå][.](?=$)|\d{1,2}[.](?=$)|\)$")
"""A letter or number with a parenthesis, as points are labelled with."""
BULLETS = frozenset("•●▪■‣⁃·○–-")
"""What stands before the entries of a list, as words of their own."""
_PARENTHESIS = 12
_SILENT, _WITHOUT = 14.0, 2.0
"""What it weighs that a party's row says nothing but that it is silent, or that it has no remarks."""
_WORD_LABEL = re.compile(r"bemærkning|punkt|pkt\.?|litra", re.I)
_STOP = re.compile(
    r"(?:(?<!\b\w)(?<!\bjf)(?<!\bnr)(?<!\bpkt)(?<!\bca)(?<!\bift)(?<!\bbl\.a)"
    r"(?<!\bstk)(?<!\bkap)(?<!\bart)(?<!\bhhv)(?<!\binkl)(?<!\bevt)\.|[!?])[\"”»’')\]]*$",
    re.I,
)


@cache
def _stops(word: str) -> bool:
    """Whether a word ends a sentence; an abbreviation does not."""
    return bool(_STOP.search(word))


@dataclass
class Text:
    """All lines and words of a table, in order.

    ``starts[i]`` is the index of the first word of line i (with one entry more than there are lines);
    ``left[w]`` and ``right[w]`` are where word w begins and ends on its line, in letter widths.
    ``enclosed`` holds the words in a short parenthesis that began before them; ``opening`` the folded words that
    are written otherwise than small somewhere, so that a cell can begin with them.
    """

    lines: Sequence[Line]
    face: dict[str, float]
    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    left: list[float] = field(default_factory=list)
    right: list[float] = field(default_factory=list)
    begin: list[int] = field(default_factory=list)
    stop: list[int] = field(default_factory=list)
    line_of: list[int] = field(default_factory=list)
    folded: list[str] = field(default_factory=list)
    enclosed: set[int] = field(default_factory=set)
    opening: set[str] = field(default_factory=set)
    _labels: dict[int, int] = field(default_factory=dict)
    _silent: dict[int, list[tuple[int, float]]] = field(default_factory=dict)

    def cell(self, first: int, last: int) -> str:
        """The text of the words first..last-1: verbatim on a line, one blank for a line break."""
        parts = []
        for number in range(self.line_of[first], self.line_of[last - 1] + 1):
            start = max(first, self.starts[number])
            end = min(last, self.starts[number + 1])
            parts.append(self.lines[number].text[self.begin[start] : self.stop[end - 1]])
        return " ".join(parts)

    def label_at(self, at: int) -> int:
        """How many words the label that begins at word ``at`` has; 0 if there is none."""
        if at not in self._labels:
            self._labels[at] = self._label(at)
        return self._labels[at]

    def silence_at(self, at: int) -> list[tuple[int, float]]:
        """The words after a sentence of a silent party, or one without remarks, at word ``at``; with weights."""
        if at not in self._silent:
            self._silent[at] = self._silence(at)
        return self._silent[at]

    def stops(self, at: int) -> bool:
        """Whether word ``at`` ends a sentence."""
        return _stops(self.words[at])

    def begins_line(self, at: int) -> bool:
        """Whether word ``at`` is the first of its printed line."""
        return at == self.starts[self.line_of[at]]

    def pauses(self, at: int) -> bool:
        """Whether a paragraph or a list entry can end with word ``at``."""
        return self.words[at][-1] in ".!?:;\"”»’')]"

    def _silence(self, at: int) -> list[tuple[int, float]]:
        """The longest such sentences of whole lines: "Der er ikke fremsendt" is one, but not all of it.

        They have their own words only, not the party's last ones: "Kommune Der er ikke fremsendt høringssvar".
        """
        found = []
        for says, weight in ((silence.is_silent, _SILENT), (silence.is_without_remarks, _WITHOUT)):
            ends = [end for end in self._line_ends(at) if says(" ".join(self.words[at:end]))]
            later = (n for n in range(at + 1, max(ends, default=0)) if self.words[n][0].isupper())
            if ends and not any(says(" ".join(self.words[n : max(ends)])) for n in later):
                found.append((max(ends), weight))
        return found

    def _line_ends(self, at: int) -> list[int]:
        line = self.line_of[at]
        return [end for end in self.starts[line + 1 : line + 6] if end - at <= 14]

    def _label(self, at: int) -> int:
        word = self.words[at]
        if LABEL.match(word):
            return 1
        following = self.words[at + 1] if at + 1 < len(self.words) else ""
        if _WORD_LABEL.fullmatch(word) and (LABEL.match(following) or word[0].isupper() and len(following) == 1):
            return 2
        return 0


def text_of(lines: Sequence[Line], face: dict[str, float] | None = None) -> Text:
    """The words of ``lines``; a word that runs into the next cell without a blank is parted."""
    face = face or FACES[_face(lines)]
    text = Text(lines, face)
    known = {word for line in lines for word in line.text.split()}
    for number, line in enumerate(lines):
        text.starts.append(len(text.words))
        far, upto = 0.0, len(line.text) - len(line.text.lstrip())
        for match in _TOKEN.finditer(line.text):
            for begin, stop in _parted(match, known):
                far += width(line.text[upto:begin], face)
                text.words.append(line.text[begin:stop])
                text.begin.append(begin)
                text.stop.append(stop)
                text.left.append(far)
                far += width(line.text[begin:stop], face)
                text.right.append(far)
                text.line_of.append(number)
                upto = stop
    text.starts.append(len(text.words))
    text.enclosed = _enclosed(text.words)
    text.opening = {word.casefold().strip(".,;:") or word for word in text.words if not word[0].islower()}
    text.folded = [word.casefold().strip(".,;:") or word for word in text.words]
    return text


def _enclosed(words: Sequence[str]) -> set[int]:
    """The words of parentheses of at most a few words, but for the first of each."""
    found: set[int] = set()
    opened = -1
    for at, word in enumerate(words):
        if opened >= 0 and word.count(")") > word.count("(") and not LABEL.match(word):
            found.update(range(opened + 1, at + 1))
            opened = -1
        elif word.count("(") > word.count(")"):
            opened = at
        elif at - opened >= _PARENTHESIS:
            opened = -1
    return found


def _parted(match: re.Match, known: set[str]) -> list[tuple[int, int]]:
    """The word itself, or its two parts where two cells were printed without a blank between them.

    Both parts must be words of this text ("HovedstadenAndet"), or the second a label ("sammenhænge)").
    """
    word, at = match.group(), match.start()
    inner = _TWO_CELLS.fullmatch(word)
    if inner and inner[1] in known and (inner[2] in known or LABEL.match(inner[2])):
        return [(at, at + len(inner[1])), (at + len(inner[1]), match.end())]
    return [(at, match.end())]


def peaks(lines: Sequence[Line], face: dict[str, float], most: int = 5) -> list[tuple[float, int]]:
    """The column widths that explain the line breaks best, each with how many breaks it explains.

    A line followed by one that begins with a small letter was broken because the next word did not fit: the
    column is at least as wide as the line and narrower than the line with that word.
    """
    spans = []
    for line, following in zip(lines, lines[1:], strict=False):
        after = following.text.split()[0]
        if after[0].islower() and not LABEL.match(after) and line.page == following.page:
            wide = width(line.text.strip(), face)
            spans.append((wide, wide + width(" " + after, face)))
    found = []
    while spans and len(found) < most:
        changes = Counter()
        for low, high in spans:
            changes[round(low, 1)] += 1
            changes[round(high, 1)] -= 1
        level, best, where = 0, 0, 0.0
        for at in sorted(changes):
            level += changes[at]
            if level > best:
                best, where = level, at
        found.append((where, best))
        spans = [(low, high) for low, high in spans if not low <= where + 0.05 < high]
    return found


def _face(lines: Sequence[Line]) -> str:
    """The type face under which a few column widths explain the most line breaks."""
    return max(FACES, key=lambda name: sum(count for _, count in peaks(lines, FACES[name], 3)))
