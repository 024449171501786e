"""Reading the text several times, each time with what the time before taught about its columns."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import product
from math import log

from hearing.intake.running_text.cuts import CONTINUED, Cut
from hearing.intake.running_text.lattice import Lattice
from hearing.intake.running_text.model import Column, Model, gap_before
from hearing.intake.running_text.phrases import PARTY, UNFINISHED, Phrase, first_guess
from hearing.intake.running_text.words import BULLETS, Text, peaks, text_of

Rows = list[list[Cut]]
_EMPTY = {"party": 0.02, "theme": 0.1, "summary": 0.02, "decision": 0.05, "comment": 0.4, "excerpt": 0.15}
_ONCE = -5.0
"""What a name read only once weighs less, for it may owe that to the reading itself."""
_TRIAL = 110
"""How many lines are read to try out which width belongs to which column."""


def start(text: Text, kinds: Sequence[str], listed: Sequence[Phrase]) -> Model:
    """A model from what repeats in the text and from the widths that explain its line breaks."""
    first = [kind for kind in kinds if kind in ("party", "theme")]
    guess = first_guess(text, listed, themes_first=first == ["theme", "party"], numbered="number" in kinds)
    labels = sum(text.label_at(at) > 0 for at in range(len(text.words)))
    columns = []
    for kind in kinds:
        column = Column(kind, empty=_EMPTY.get(kind, 0.05))
        if kind in guess:
            column.phrases = shares(guess[kind])
        if kind == "summary" and labels > 0.02 * len(text.lines) and "label" not in kinds:
            column.labelled = 0.8
        columns.append(column)
    return Model(columns)


def shares(counts: Counter[Phrase]) -> dict[Phrase, float]:
    """The logarithm of each phrase's share."""
    total = sum(counts.values())
    return {phrase: log(count / total) for phrase, count in counts.items()}


def assign_widths(text: Text, model: Model) -> None:
    """Give the columns of running text the widths under which the first pages read best."""
    part = text_of(text.lines[:_TRIAL], text.face)
    columns = [column for column in model.columns if not column.closed]
    widths = [wide + 0.05 for wide, count in peaks(text.lines, text.face) if count >= 4]
    if not widths:
        return
    trials = list(product(widths[:3], repeat=len(columns)))
    chosen = max(trials, key=lambda trial: _tried(part, model, columns, trial))
    for n in range(len(columns)):
        others = [(*chosen[:n], wide, *chosen[n + 1 :]) for wide in widths[3:]]
        chosen = max([chosen, *others], key=lambda trial: _tried(part, model, columns, trial))
    _tried(part, model, columns, chosen)


def _tried(part: Text, model: Model, columns: list[Column], widths: Sequence[float]) -> float:
    """How well the part reads if its columns are so wide."""
    for column, wide in zip(columns, widths, strict=True):
        column.wide = wide
    lattice = Lattice(part, model)
    lattice.cuts()
    return max((lattice.best[node] for node in lattice.at[-1].values()), default=-1e9)


def learn(text: Text, model: Model, rows: Rows) -> Model:
    """The model that the rows just read speak for."""
    cells: dict[int, list[Cut]] = defaultdict(list)
    after = [*(row[0].column for row in rows[1:]), None]
    rows = [row for row, below in zip(rows, after, strict=True) if CONTINUED not in (row[0].column, below)]
    told = [row for row in rows if all(cut.column >= 0 for cut in row)]
    for row in rows:
        for cut in row:
            cells[cut.column].append(cut)
    columns = [_column(text, old, cells[n], len(told)) for n, old in enumerate(model.columns)]
    _part_themes(text, columns, rows)
    _sounds(text, columns, cells)
    return Model(columns, glue=_glue(text, rows), gaps=_gaps(text, rows), header=model.header)


def _column(text: Text, old: Column, cuts: list[Cut], rows: int) -> Column:
    column = Column(old.kind, wide=old.wide)
    n = len(cuts)
    column.empty = min(0.97, max(0.005, (max(0, rows - n) + 0.5) / (rows + 2)))
    if old.closed:
        counts = Counter(tuple(text.folded[cut.first : cut.last]) for cut in cuts)
        once = 0.0 if old.kind == "decision" else _ONCE
        column.phrases = {
            phrase: said + (once if counts[phrase] == 1 else 0.0) for phrase, said in shares(counts).items()
        }
        column.wide, _ = _width(text, cuts, old)
        return column
    if not n:
        return old
    column.labelled = (sum(text.label_at(cut.first) > 0 for cut in cuts) + 0.5) / (n + 2)
    plain = [cut for cut in cuts if not text.label_at(cut.first)]
    column.capital = (sum(_opens(text.words[c.first]) for c in plain) + 2.0) / (len(plain) + 3)
    column.stopped = (sum(text.stops(c.last - 1) for c in cuts) + 1.0) / (n + 2)
    lines = sum(text.line_of[cut.last - 1] - text.line_of[cut.first] + 1 for cut in cuts)
    column.ends = min(0.6, max(0.03, n / lines))
    column.wide, column.hard = _width(text, cuts, old)
    return column


def _opens(word: str) -> bool:
    """Whether a cell of running text that begins with this word begins as most do."""
    return not word[0].islower() and word not in BULLETS


def _part_themes(text: Text, columns: list[Column], rows: Rows) -> None:
    """Take the theme off the parties that were read together with it, where both stand on one line.

    Suspicious are parties that end alike and all of whose rows lack a theme where most rows have one.
    """
    kinds = [column.kind for column in columns]
    if not {"party", "theme"} <= set(kinds):
        return
    party, theme = columns[kinds.index("party")], columns[kinds.index("theme")]
    _drop_joined(text, theme)
    if kinds.index("theme") < kinds.index("party"):
        _part_fronts(party, theme)
        return
    with_theme = {
        _phrase(text, row, kinds.index("party")) for row in rows if _phrase(text, row, kinds.index("theme"))
    }
    led = {phrase[n:] for phrase in with_theme for n in range(1, len(phrase))}
    ends = Counter(phrase[n:] for phrase in party.phrases for n in range(1, len(phrase)))
    for phrase in sorted(party.phrases, key=len):
        for n in range(1, len(phrase)):
            name, tail = phrase[:n], phrase[n:]
            alone = tail not in led and theme.empty < 0.5 and not PARTY.search(" ".join(tail))
            often = alone and name in party.phrases or ends[tail] > 1 and (name in party.phrases or alone)
            shared = theme.empty > 0.5 and ends[tail] > 2 and _is_theme(tail)
            if len(tail) <= 6 and (tail in theme.phrases or often or shared):
                party.phrases.setdefault(name, party.phrases.pop(phrase))
                theme.phrases.setdefault(tail, -4.0)
                break


def _is_theme(tail: Phrase) -> bool:
    """Whether what many parties end with can be a theme: not "Kommune …", "i Region …" nor a lone "Nord"."""
    return len(tail) > 1 and tail[0] not in UNFINISHED and not PARTY.match(tail[0])


def _drop_joined(text: Text, theme: Column) -> None:
    """Forget themes that are a more frequent one with a part of the party's name before or behind it."""
    for phrase in sorted(theme.phrases, key=len, reverse=True):
        for n in range(1, len(phrase)):
            parts = (phrase[:n], phrase[n:]) if phrase[n] in text.opening else ()
            if any(theme.phrases.get(part, -99.0) > theme.phrases[phrase] for part in parts):
                del theme.phrases[phrase]
                break


def _part_fronts(party: Column, theme: Column) -> None:
    """The same where the theme stands before the party."""
    fronts = Counter(phrase[:n] for phrase in party.phrases for n in range(1, len(phrase)))
    for phrase in sorted(party.phrases, key=len):
        for n in range(len(phrase) - 1, 0, -1):
            front, name = phrase[:n], phrase[n:]
            if front in theme.phrases or fronts[front] > 1 and name in party.phrases:
                party.phrases.setdefault(name, party.phrases.pop(phrase))
                theme.phrases.setdefault(front, -4.0)
                break


def _phrase(text: Text, row: list[Cut], column: int) -> Phrase:
    """The words of the row's cell in this column; empty if there is none."""
    return next((tuple(text.folded[cut.first : cut.last]) for cut in row if cut.column == column), ())


def _breaks(text: Text, cut: Cut) -> list[tuple[float, float]]:
    """For each line break inside a cell: the line's width without and with the next word."""
    spans, first = [], cut.first
    for number in range(text.line_of[cut.first], text.line_of[cut.last - 1]):
        end = text.starts[number + 1]
        wide = text.right[end - 1] - text.left[first]
        spans.append((wide, wide + text.face[" "] + text.right[end] - text.left[end]))
        first = end
    return spans


def _width(text: Text, cuts: list[Cut], old: Column) -> tuple[float, float]:
    """The width that explains the most line breaks, and the share that it leaves unexplained."""
    spans = [span for cut in cuts for span in _breaks(text, cut)]
    if len(spans) < 6:
        return old.wide, old.hard
    changes: Counter[float] = Counter()
    for low, high in spans:
        changes[round(low, 1)] += 1
        changes[round(high, 1)] -= 1
    level = best = 0
    where = old.wide
    for at in sorted(changes):
        level += changes[at]
        if level > best:
            best, where = level, at + 0.05
    return where, min(0.3, (len(spans) - best + 1) / (len(spans) + 4))


def _sounds(text: Text, columns: list[Column], cells: dict[int, list[Cut]]) -> None:
    """How much each word speaks for each column of running text, against the others together."""
    counts = {n: Counter() for n, column in enumerate(columns) if not column.closed}
    for n, counter in counts.items():
        for cut in cells[n]:
            counter.update(text.folded[cut.first : cut.last])
    every = sum(counts.values(), Counter())
    total = sum(every.values()) or 1
    for n, counter in counts.items():
        mine = sum(counter.values())
        columns[n].words = {
            word: max(-1.0, min(1.0, 0.4 * log((counter[word] + 2 * every[word] / total + 0.2) * total
                                               / ((every[word] + 2.2) * (mine or 1)) + 1e-3)))
            for word in every
        }  # fmt: skip


def _glue(text: Text, rows: Rows) -> float:
    """How often a cell of one line that is not its row's last shares the line with the next cell."""
    shared = apart = 0
    for row in rows:
        for one, following in zip(row, row[1:], strict=False):
            if text.line_of[one.first] == text.line_of[one.last - 1]:
                same = text.line_of[following.first] == text.line_of[one.last - 1]
                shared, apart = shared + same, apart + (not same)
    return min(0.99, max(0.02, (shared + 1) / (shared + apart + 2)))


def _gaps(text: Text, rows: Rows) -> dict[str, dict[object, float]]:
    """How often which gap stands before a line that goes on, begins a cell, begins a row."""
    counts = {"in": Counter(), "cell": Counter(), "row": Counter()}
    for row in rows:
        for n, cut in enumerate(row):
            for number in range(text.line_of[cut.first], text.line_of[cut.last - 1] + 1):
                if number > text.line_of[cut.first]:
                    counts["in"][gap_before(text, number)] += 1
                elif cut.first == text.starts[number]:
                    counts["cell" if n else "row"][gap_before(text, number)] += 1
    kinds = {gap for counter in counts.values() for gap in counter}
    return {
        place: {gap: log((counter[gap] + 0.5) / (sum(counter.values()) + 0.5 * len(kinds))) for gap in kinds}
        for place, counter in counts.items()
    }
