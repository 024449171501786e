"""The text of a PDF's table -> the rows of a handling table.

Two kinds of text: where cells follow each other line by line (``pdftotext -raw``, or copied from a reader), the
text is cut by the lattice; where the columns stand side by side (``pdftotext -layout``), by the gaps between them.
"""

from collections import Counter
from dataclasses import replace

from hearing.intake.layout import read_grids
from hearing.intake.party_names import read_list
from hearing.intake.rows import Reading, Refused, Remark, Row
from hearing.intake.running_text import aligned, assembly, learning
from hearing.intake.running_text.doubt import doubts
from hearing.intake.running_text.headings import Heading, heading_row, headings, scattered_headings
from hearing.intake.running_text.lattice import Lattice
from hearing.intake.running_text.pages import Line, pages, without_furniture
from hearing.intake.running_text.phrases import Phrase, first_guess, is_decision
from hearing.intake.running_text.segments import are_aligned
from hearing.intake.running_text.words import Text, text_of

_PASSES, _PASSES_OF_LONG, _LONG = 3, 2, 6000
"""How often a text is read; a text of so many lines teaches enough the first time, and its time is short."""
_NO_TABLE = "Teksten har ingen rækker, der kan læses som en håndteringstabel."
_SCRAMBLED = (
    "Teksten følger ikke tabellens rækker, så cellerne er sat sammen med stor usikkerhed. "
    "Læs hellere PDF-filen selv, eller gem dens tekst med »pdftotext -layout«."
)
_LONGEST_LINE = 20_000
"""How many characters a line of a table's text can have, even where every cell is one line."""
_ASTRAY = "Teksten følger ikke tabellens rækker."
_DEFAULT = ("party", "theme", "summary", "decision", "comment", "excerpt")


def read(text: str, *, parties: str | None = None, columns: dict[str, str] | None = None) -> Reading:
    """Read the text of a PDF's handling table.

    ``parties`` is the text of a list of parties. What stands on every page is put in ``left_out``; rows of which
    the reader is not sure carry ``unsure``. Raises Refused where no rows are found.
    """
    found, aside = without_furniture(pages(text))
    lines = [line for page in found for line in page]
    if not lines:
        raise Refused("Teksten er tom.")
    if max(len(line.text) for line in lines) > _LONGEST_LINE:
        raise Refused(_NO_TABLE)
    left_out = tuple(Remark(f"Side {line.page}: {line.text.strip()}") for line in aside)
    if are_aligned(found) and (table := aligned.read(found, aside)):
        reading = read_grids([table.grid], parties=parties, columns=columns)
        rows = tuple(_marked(row, table.unsure.get(row.place, "")) for row in reading.rows)
        return replace(reading, rows=rows, left_out=(*left_out, *reading.left_out))
    words = text_of(lines)
    listed = _listed(parties)
    heads = _headings(words, aside, listed)
    scattered = _scattered(lines) if "decision" not in {head.kind for head in heads} else ()
    heads = scattered or heads
    model = learning.start(words, [head.kind for head in heads] or _DEFAULT, listed)
    model.header = _header(words, aside, len(heads))
    learning.assign_widths(words, model)
    before = None
    for _ in range(_PASSES if len(lines) < _LONG else _PASSES_OF_LONG):
        lattice = Lattice(words, model)
        rows = lattice.cuts()
        if rows == before or not rows:
            break
        before, model = rows, learning.learn(words, model, rows)
    if not heads and not listed and sum(len(row) > 3 for row in rows) < 0.5 * len(rows) or len(rows) < 2:
        raise Refused(_NO_TABLE)
    made = assembly.assemble(words, heads, [column.kind for column in model.columns], rows, doubts(lattice))
    out_of_order = bool(scattered) or made.out_of_order
    reading = read_grids([made.grid], parties=parties, columns=columns)
    said = (Remark(_SCRAMBLED),) if out_of_order else ()
    astray = _ASTRAY if out_of_order else ""
    marked = tuple(_marked(row, made.unsure.get(row.place, astray)) for row in reading.rows)
    left_out = (*left_out, *made.left_out, *reading.left_out)
    return replace(reading, rows=marked, left_out=left_out, odd=(*said, *reading.odd))


def _marked(row: Row, doubt: str) -> Row:
    return replace(row, unsure=f"{doubt} {row.unsure}".strip())


def _listed(parties: str | None) -> list[Phrase]:
    """The names of the list of parties as they would stand in the text, without their short names too."""
    names = {name for entry in read_list(parties or "") for name in (entry.name, entry.name.partition(" (")[0])}
    return [tuple(word.casefold().strip(".,;:") or word for word in name.split()) for name in sorted(names)]


def _scattered(lines: list[Line]) -> tuple[Heading, ...]:
    """The headings of a table printed column after column: they and the same decisions stand alone on lines."""
    decided = Counter(line.text.strip() for line in lines if is_decision(line.text.strip().casefold()))
    return scattered_headings(line.text for line in lines) if max(decided.values(), default=0) >= 3 else ()


def _header(words: Text, aside: list[Line], columns: int) -> int:
    """How many lines of the text stand above the first row: down to the line that names the last column.

    -1 if there is no heading row.
    """
    first = words.lines[0].page
    top = sorted([*(a for a in aside if a.page == first), *words.lines[:16]], key=lambda line: line.number)
    for upto in range(1, len(top) + 1) if columns else ():
        if len(headings(" ".join(line.text for line in top[:upto]))) >= columns:
            while upto < len(top) and (top[upto].text.lstrip()[0].islower() or top[upto].text.lstrip()[0] in "(/"):
                upto += 1
            return sum(line.number <= top[upto - 1].number for line in words.lines[:16])
    return -1


def _headings(words: Text, aside: list[Line], listed: list[Phrase]) -> tuple[Heading, ...]:
    """The columns as the heading row names them: above the first known party, or what repeats on every page."""
    known = first_guess(words, listed)["party"]
    until = 0
    for number in range(1, min(16, len(words.lines))):
        until = number
        if any(tuple(words.folded[words.starts[number] :][: len(phrase)]) == phrase for phrase in known):
            break
    top = [line.text for line in words.lines[:until]]
    first = [line.text for line in aside if line.page == words.lines[0].page]
    return max((heading_row(part) for part in (top, first, [*first, *top])), key=len)
