"""Texts of a cell with what a person should see in them: new text in the plan, and what a search found."""

import re
from collections.abc import Sequence
from itertools import chain

from flask import Flask, url_for
from markupsafe import Markup, escape

from hearing.store import search

_WORD = re.compile(r"[^\W_]+")
_NEW = Markup('<strong class="new"><span class="for-ears">[ny tekst] </span>')
_LINK, _END_LINK = Markup('<a class="mention" href="{}">'), Markup("</a>")
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


def marked(
    text: str,
    found: re.Pattern | None = None,
    new: Sequence[tuple[int, int]] = (),
    mentions: Sequence[tuple[int, int, int]] = (),
) -> Markup:
    """The text with <strong> around new text, <mark> around what was found, and a link from every mention of a
    point to its row; everything else escaped.
    """
    hits = [match.span() for match in found.finditer(text)] if found else []
    named = [(start, end) for start, end, _ in mentions]
    edges = (edge for span in (*hits, *new, *named) for edge in span if 0 < edge < len(text))
    cuts = sorted({0, len(text), *edges})
    out, bold, link = [], False, None
    for start, end in zip(cuts, cuts[1:], strict=False):
        now = _inside(start, new), next((n for n, span in enumerate(named) if _inside(start, [span])), None)
        if now != (bold, link):
            # A link lies inside what is new, never across its edge.
            out.append(_END_LINK if link is not None else "")
            out.append((_NEW if now[0] else _END) if now[0] != bold else "")
            bold, link = now
            out.append(_LINK.format(url_for("table.place", id=mentions[link][2])) if link is not None else "")
        piece = escape(text[start:end])
        out.append(Markup("<mark>{}</mark>").format(piece) if _inside(start, hits) else piece)
    return Markup("").join([*out, _END_LINK if link is not None else "", _END if bold else ""])


def _inside(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)


def register(app: Flask) -> None:
    """Make it a filter."""
    app.jinja_env.filters["marked"] = marked
