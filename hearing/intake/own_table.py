"""Our own printed tables read back: what is printed counts, what they remember only says how it was meant."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from hearing import imprint
from hearing.enums import Meaning
from hearing.intake import echo_phrases, markup, oddities
from hearing.intake.archive import Archive
from hearing.intake.columns import Table, described
from hearing.intake.links import deviating
from hearing.intake.rows import Cell, Grid, Reading, Row
from hearing.intake.understand import understand
from hearing.wording import one_line

FIELDS = ("party", "theme", "summary", "decision", "comment", "excerpt")
_WORKING = ("label", "page", "ignore", "ignore", "ignore", "ignore")
_MEANING = {meaning.label: meaning for meaning in Meaning}


def read(grids: Sequence[Grid], archive: Archive | None = None, *, parties: str | None = None) -> Reading | None:
    """The reading of a table that we have printed; None if it is somebody else's.

    A Word table is ours if ``archive`` remembers its rows; a spreadsheet is ours by its headings.
    """
    for n, grid in enumerate(grids):
        heads = tuple(cell.text for cell in grid.rows[0]) if grid.rows else ()
        plan = imprint.plan_of(heads)
        if plan is None:
            continue
        if heads[len(FIELDS) :] == imprint.WORKING:
            rows = [_Spreadsheet.row(cells) for cells in grid.rows[1:]]
            reading = _reading(grid, rows, _Spreadsheet.meanings(rows), {"plan_term": plan}, parties)
            return replace(reading, facts=reading.facts | echo_phrases.found(reading.rows))
        memory = _memory(archive) if archive else None
        if memory and len(heads) == len(FIELDS):
            whole = _joined(grids[n:], heads)
            rows = [memory.row(cells) for cells in whole.rows[1:]]
            return _reading(whole, rows, memory.meanings, memory.facts, parties)
    return None


def _joined(grids: Sequence[Grid], heads: tuple[str, ...]) -> Grid:
    """The first grid with the rows of those that go on with it: a very long table is printed in parts.

    Where a person has taken away what stood between two parts, the headings stand in the middle of a grid.
    """
    parts = [grid for grid in grids if grid.rows and _says(grid.rows[0], heads)]
    placed = [pair for grid in parts for pair in zip(grid.rows, grid.places, strict=True)]
    kept = placed[:1] + [pair for pair in placed[1:] if not _says(pair[0], heads)]
    return replace(parts[0], rows=tuple(row for row, _ in kept), places=tuple(place for _, place in kept))


def _says(row: Sequence[Cell], texts: tuple[str, ...]) -> bool:
    return len(row) == len(texts) and all(cell.text == text for cell, text in zip(row, texts, strict=True))


class _Found(NamedTuple):
    """A row as printed. ``known`` are the fields that need no understanding; all of them, if the row is ``sure``.

    ``number`` is the row's own and ``repeats`` that of the row which it repeats.
    """

    printed: Row
    known: dict
    sure: bool = False
    number: int | None = None
    repeats: int | None = None


def _reading(
    grid: Grid, found: Sequence[_Found], meanings: dict[str, Meaning | None], facts: dict, parties: str | None
) -> Reading:
    """Understand what is new in the rows and keep what is known of the others."""
    places = grid.places[1:] or [f"række {number}" for number in range(2, len(found) + 2)]
    filled = [(row, place) for row, place in zip(found, places, strict=False) if _holds_text(row.printed)]
    understood = understand([replace(row.printed, place=place) for row, place in filled], parties=parties)
    index_of = {row.number: index for index, (row, _) in enumerate(filled) if row.number is not None}
    rows = [
        _settled(row, new, index_of.get(row.repeats), meanings)
        for (row, _), new in zip(filled, understood.rows, strict=True)
    ]
    if parties:
        # A list of parties is given for the names that the table itself does not tell.
        short = [row.party_short for row in understood.rows]
        rows = [replace(row, party_short=row.party_short or short[n]) for n, row in enumerate(rows)]
    rows = deviating(rows)
    heads = tuple(one_line(cell.text) for cell in grid.rows[0])
    columns = described(Table(heads, tuple(grid.rows[1:]), ()), (*FIELDS, *_WORKING)[: len(heads)])
    odd = tuple(oddities.found(rows)) if all(row.sure for row, _ in filled) else understood.odd
    return Reading(tuple(rows), {name: text for name, text in facts.items() if text}, columns, odd=odd)


def _holds_text(row: Row) -> bool:
    return any(getattr(row, name) for name in (*FIELDS, "label", "page"))


def _settled(found: _Found, new: Row, echo: int | None, meanings: dict[str, Meaning | None]) -> Row:
    """The understood row with what is known of it."""
    row = replace(new, **found.known)
    if not found.sure:
        echo = new.echo_of if echo is None else echo
        meaning = new.meaning if echo is not None else meanings.get(row.decision, new.meaning)
        return replace(row, echo_of=echo, meaning=meaning)
    if echo is None:
        row = replace(row, meaning=meanings.get(row.decision))
    return replace(row, echo_of=echo, unsure="" if row.meaning or echo is not None else new.unsure)


class _Spreadsheet:
    """Our own .xlsx and .csv: every field in a column of its own."""

    @staticmethod
    def row(cells: Sequence[Cell]) -> _Found:
        """A row that has its number is read as it stands; one that a person has added is understood."""
        cells = (*cells, *[Cell()] * 12)[:12]
        texts = [cell.text for cell in cells]
        row = Row(**dict(zip(FIELDS, texts, strict=False)), marks=cells[4].marks, label=texts[6], page=texts[7])
        number, repeats = _number(texts[8]), _number(texts[10])
        if number is None:
            return _Found(row, {})
        if row.theme == imprint.SILENT and not any(texts[2:8]):
            return _Found(row, {"party": row.party, "party_short": texts[11], "silent": True}, True, number)
        exact = {name: getattr(row, name) for name in (*FIELDS, "label", "page", "marks")}
        exact |= {
            "party_short": texts[11],
            "theme_printed": "",
            "silent": False,
            "meaning": _MEANING.get(texts[9]),
        }
        return _Found(row, exact, True, number, repeats)

    @staticmethod
    def meanings(rows: Sequence[_Found]) -> dict[str, Meaning | None]:
        """What each phrase means: what most of its rows say."""
        said: dict[str, Counter] = {}
        for row in rows:
            if row.sure and row.repeats is None and row.known.get("decision"):
                said.setdefault(row.known["decision"], Counter())[row.known["meaning"]] += 1
        return {phrase: counts.most_common(1)[0][0] for phrase, counts in said.items()}


class _Memory:
    """What a Word table of ours remembers."""

    def __init__(self, kept: dict):
        self.facts = {str(name): str(text) for name, text in kept["hearing"].items() if text}
        self.parties = {one_line(name): short for name, short in kept["parties"].items()}
        self.meanings = {phrase: _MEANING.get(label) for phrase, label in kept["decisions"].items()}
        self._rows, self._summaries, self._excerpts = {}, {}, {}
        for row in kept["rows"]:
            for key, known in zip(row, (self._rows, self._summaries, self._excerpts), strict=False):
                known.setdefault(key, []).append(row)

    def row(self, cells: Sequence[Cell]) -> _Found:
        """A row whose cells say what was printed is known; of a row that was changed, its unchanged cells are."""
        cells = (*cells, *[Cell()] * 6)[:6]
        texts = dict(zip(FIELDS, (cell.text for cell in cells), strict=True))
        printed = Row(**texts, marks=cells[4].marks)
        summary, excerpt = imprint.fingerprint(printed.summary), imprint.fingerprint(printed.excerpt)
        whole = imprint.row_fingerprint(
            printed.party, printed.theme, printed.decision, printed.comment, summary, excerpt
        )
        kept = _next(self._rows, whole)
        if kept is None:
            return self._changed(printed, summary, excerpt)
        _, _, _, number, label, cut, page, tail, *echo = kept
        repeats, meaning = echo or (None, "")
        party = one_line(printed.party)
        short = self.parties.get(party, "")
        if label is None:
            return _Found(printed, {"party": party, "party_short": short, "silent": True}, True, number)
        exact = {
            **texts,
            "party": party,
            "party_short": short,
            "label": label,
            "summary": printed.summary[cut:],
            "excerpt": printed.excerpt[: len(printed.excerpt) - tail],
            "page": page,
            "marks": printed.marks,
            "silent": False,
            "theme_printed": "",
            "meaning": _MEANING.get(meaning),
        }
        return _Found(replace(printed, label=label, summary=exact["summary"]), exact, True, number, repeats)

    def _changed(self, printed: Row, summary_print: int, excerpt_print: int) -> _Found:
        summary = _next(self._summaries, summary_print) if printed.summary else None
        excerpt = _next(self._excerpts, excerpt_print) if printed.excerpt else None
        exact: dict = {}
        number = repeats = None
        if one_line(printed.party) in self.parties:
            exact["party"] = one_line(printed.party)
        if summary and summary[4] is not None:
            exact |= {"label": summary[4], "summary": printed.summary[summary[5] :]}
            number, repeats = summary[3], (summary[8] if len(summary) > 8 else None)
        if excerpt:
            exact |= {"page": excerpt[6], "excerpt": printed.excerpt[: len(printed.excerpt) - excerpt[7]]}
        return _Found(replace(printed, **exact), exact, False, number, repeats)


def _next(known: dict[int, list], fingerprint: int) -> list | None:
    """The kept row with this fingerprint; where several have it, one after the other."""
    rows = known.get(fingerprint)
    if not rows:
        return None
    return rows.pop(0) if len(rows) > 1 else rows[0]


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 9 else None


def _memory(archive: Archive) -> _Memory | None:
    """The memory in a Word file; None if there is none, or none that makes sense."""
    for name in sorted(archive.names):
        if name.startswith("customXml/item") and name.endswith(".xml"):
            part = archive.part(name)
            if imprint.MEMORY.encode() in part[:500]:
                texts: list[str] = []
                markup.walk(part, lambda *_: None, text=texts.append)
                try:
                    return _Memory(json.loads("".join(texts)))
                except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
                    return None
    return None
