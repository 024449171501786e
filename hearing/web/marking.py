"""Texts of a cell with what a person should see in them: new text in the plan, and what a search found."""

import re
from collections.abc import Sequence
from itertools import chain

from flask import Flask
from markupsafe import Markup, escape

from hearing.store import search

_WORD = re.compile(r"[^\W_]+")
_NEW = Markup('<strong class="new"><span class="for-ears">[ny tekst] </span>')
_END = Markup('<span class="for-ears"> [slut]</span></strong>')


def finder(words: str) -> re.Pattern | None:
    """A pattern of what the search looks for: whole phrases in quotes, words from their beginning."""
    patterns = []
    for term in chain.from_iterable(search.terms(words)):
        parts = [_spelt(part) for part in _WORD.findall(term.text)]
        if parts:
            ending = "" if term.beginning else r"(?![^\W_])"
            patterns.append(r"(?<![^\W_])" + r"[\W_]+".join(parts) + ending)
    return re.compile("|".join(patterns), re.IGNORECASE) if patterns else None


def _spelt(word: str) -> str:
    """The word, also where a line's end divided it."""
    return r"(?:-\s+)?".join(re.escape(letter) for letter in word)


def marked(text: str, found: re.Pattern | None = None, new: Sequence[tuple[int, int]] = ()) -> Markup:
    """The text with <strong> around new text and <mark> around what was found; everything else escaped."""
    hits = [match.span() for match in found.finditer(text)] if found else []
    cuts = sorted({0, len(text), *(edge for span in (*hits, *new) for edge in span if 0 < edge < len(text))})
    out, bold = [], False
    for start, end in zip(cuts, cuts[1:], strict=False):
        now_bold = _inside(start, new)
        if now_bold != bold:
            out.append(_NEW if now_bold else _END)
            bold = now_bold
        piece = escape(text[start:end])
        out.append(Markup("<mark>{}</mark>").format(piece) if _inside(start, hits) else piece)
    return Markup("").join([*out, _END if bold else ""])


def _inside(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)


def register(app: Flask) -> None:
    """Make it a filter."""
    app.jinja_env.filters["marked"] = marked
