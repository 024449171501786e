"""Printed lines -> the text of a cell: a blank for every line break, unless a word was divided there."""

import re
from collections.abc import Iterable, Sequence

HYPHEN = "\x02"
"""How pdfium marks a hyphen at the end of a line."""
DIVIDED = "\x03"
"""Stands at the end of a line that holds the beginning of a word too long for its column."""
_LONG, _SHORT = 8, 4
_LINE = re.compile(r"\r\n|\r|\n|(?<=\x02)")


def lines(text: str) -> list[str]:
    """The printed lines of a text; a hyphen at a line's end stays as U+0002."""
    return [line.strip(" ") for line in _LINE.split(text.replace("\ufffe", HYPHEN)) if line.strip(" ")]


def may_be_divided(printed: Sequence[str]) -> list[int]:
    """The lines, last first, that hold one long word, or its beginning: what may be the rest of it follows."""
    suspects: list[int] = []
    for n in range(len(printed) - 2, -1, -1):
        line, below = printed[n], printed[n + 1]
        may_follow = _is_short(below.split(" ", 1)[0]) or suspects[-1:] == [n + 1]
        if len(line) >= _LONG and line.isalpha() and below[0].islower() and may_follow:
            suspects.append(n)
    return suspects


def divided(printed: Sequence[str], suspects: Sequence[int], without_edge: Sequence[str]) -> list[str]:
    """The lines, with a sign after those of the suspects that reach the edge of the column."""
    if len(without_edge) != len(printed):
        return list(printed)
    full = {n for n in suspects if without_edge[n] != printed[n]}
    return [line + DIVIDED if n in full else line for n, line in enumerate(printed)]


def vocabulary(cells: Iterable[Sequence[str]]) -> frozenset[str]:
    """The words of the file that are certainly whole: those with a blank on either side in a printed line."""
    words: set[str] = set()
    for cell in cells:
        for n, line in enumerate(cell):
            whole = line.split(" ")
            # The first word may end a word of the line before; the last may go on in the next.
            words.update(whole[n > 0 : len(whole) - (n < len(cell) - 1)])
    return frozenset(word.casefold().strip(".,;:()!?\"'”“»«") for word in words)


def joined(cell: Sequence[str], words: frozenset[str]) -> str:
    """The lines of a cell as one text."""
    text = ""
    for line in cell:
        text = _added(text, line, words) if text else line
    return text.replace(HYPHEN, "-").replace(DIVIDED, "")


def _added(text: str, line: str, words: frozenset[str]) -> str:
    before, after = text.rsplit(" ", 1)[-1], line.split(" ", 1)[0]
    if before.endswith(DIVIDED):
        text, before = text[:-1], before[:-1]
        if not _stands_alone(before, words) and _is_rest(after, line, words):
            return text + line
    whole = (before + after).casefold().strip(".,;:()!?\"'”“»«")
    if before.endswith(HYPHEN):
        # "e-mail" broken after its own hyphen, if it stands unbroken elsewhere; else the hyphen is the line's.
        # Between figures it is no division of a word.
        kept = whole.replace(HYPHEN, "-") in words or (before[-2:-1].isdigit() and after[:1].isdigit())
        return text[:-1] + ("-" if kept else "- ") + line
    divided = whole in words and not (_stands_alone(before, words) and _stands_alone(after, words))
    return text + line if divided or _broken_at_slash(before, after) else f"{text} {line}"


def _is_rest(word: str, line: str, words: frozenset[str]) -> bool:
    """Whether a word at a line's beginning is short enough for the end of a longer one, and no word of its own."""
    if word == line and word.endswith(DIVIDED):
        return True
    return _is_short(word) and (word == line or not _stands_alone(word, words))


def _is_short(word: str) -> bool:
    return len(word.strip(".,;:()!?")) <= _SHORT


def _stands_alone(word: str, words: frozenset[str]) -> bool:
    return word.casefold().strip(".,;:()!?\"'”“»«") in words


def _broken_at_slash(before: str, after: str) -> bool:
    return len(before) > 1 and before.endswith("/") and before[-2].isalpha() and after[:1].isalpha()
