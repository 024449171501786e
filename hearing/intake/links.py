"""Rows that repeat another row, linked to the row that is meant; their printed texts stay as they are."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from hearing.echoes import labels as cited
from hearing.intake import labels, references
from hearing.intake.frames import Frames
from hearing.intake.references import Reference
from hearing.intake.rows import Remark, Row

_WHY = {
    "missing": "Henvisningen peger på en bemærkning, som ikke findes i tabellen.",
    "guessed": "Henvisningen nævner ikke, hvilken bemærkning der menes; den er valgt efter rækkefølgen.",
    "disagree": "Henvisningens tekster nævner ikke den samme bemærkning.",
    "several": "Henvisningen nævner flere bemærkninger; den er knyttet til den første.",
}


def link(rows: Sequence[Row]) -> tuple[list[Row], list[Remark]]:
    """The rows with ``echo_of`` filled in, and a remark for every reference that could not be followed."""
    frames = Frames(rows, references.names_of(rows))
    pointing = {
        index: found
        for index, row in enumerate(rows)
        if row.echo_of is None and not row.silent and (found := references.of(row, frames.reference))[0]
    }
    pointing |= _in_full(rows, frames, pointing)
    series = _Series(rows, {index: reference for index, (reference, _) in pointing.items()})
    linked, odd = list(rows), []
    for index, (reference, agree) in pointing.items():
        target, why = series.target(index, reference)
        why = why or ("" if agree else "disagree") or ("several" if reference.several else "")
        linked[index] = _echo(rows[index], frames, target, _WHY.get(why, ""))
        if why:
            odd.append(Remark(_WHY[why], index + 1))
    return linked, odd


def _in_full(
    rows: Sequence[Row], frames: Frames, pointing: dict[int, tuple[Reference, bool]]
) -> dict[int, tuple[Reference, bool]]:
    """The rows that say everything in full and name last what they repeat.

    Without a label, that is a party's only row, or its only one without a label.
    """
    count_of = Counter(row.party for row in rows)
    unlabelled = Counter(row.party for row in rows if not row.label)
    return {
        index: (found, True)
        for index, row in enumerate(rows)
        if index not in pointing and row.echo_of is None and not row.silent
        if (found := frames.in_full(index))
        if found.label or 1 in (count_of[found.party], unlabelled[found.party])
    }


def deviating(rows: Sequence[Row]) -> list[Row]:
    """Rows that all say what they mean in the end -> rows in which an echo does so only where it deviates."""
    return [
        replace(row, meaning=None)
        if row.echo_of is not None and row.meaning == rows[row.echo_of].meaning and not row.deviation
        else row
        for row in rows
    ]


def _echo(row: Row, frames: Frames, target: int | None, why: str) -> Row:
    """An echo row has its source's meaning, unless its decision is a phrase of its own."""
    borrowed = not row.decision or frames.reference(row.decision)
    meaning = None if target is not None and borrowed else row.meaning
    return replace(row, echo_of=target, meaning=meaning, unsure=" ".join(filter(None, (row.unsure, why))))


class _Series:
    """The rows of every party in order, and how far one party's letters have shifted from another's."""

    def __init__(self, rows: Sequence[Row], pointing: dict[int, Reference]):
        self._rows, self._pointing = rows, pointing
        self._of: dict[str, list[int]] = defaultdict(list)
        self._labelled: dict[str, list[int]] = defaultdict(list)
        numbers = Counter(row.number for row in rows)
        self._numbered = {row.number: n for n, row in enumerate(rows) if row.number and numbers[row.number] == 1}
        for index, row in enumerate(rows):
            if not row.silent:
                self._of[row.party].append(index)
                if row.label:
                    self._labelled[cited.last(row.label)].append(index)
        self._letters = any(reference.label for reference in pointing.values())
        self._shift: dict[tuple[str, str], int] = {}
        self._reached: dict[tuple[str, str], int] = {}
        self._found: dict[int, int] = {}

    def target(self, index: int, reference: Reference) -> tuple[int | None, str]:
        """The row meant, and why a person should look ("" if the reference is plain)."""
        if reference.above:
            target, why = self._above(index), ""
        elif reference.party and reference.party != self._rows[index].party:
            target, why = self._aligned(index, reference)
        else:
            target, why = self._here(index, reference.label), ""
        if target is None and reference.label:
            target, why = self._numbered.get(reference.label), ""
        if target is None:
            return None, "missing"
        self._found[index] = target
        return target, why

    def _above(self, index: int) -> int | None:
        """The point above; where that one points upwards too, what it points at."""
        above = next((n for n in range(index - 1, -1, -1) if not self._rows[n].silent), None)
        return self._found.get(above, above) if above in self._pointing else above

    def _here(self, index: int, label: str) -> int | None:
        """A label without a party: of the same party, or the only one in the table."""
        same_label = [n for n in self._labelled.get(cited.last(label), []) if n != index] if label else []
        own = [n for n in same_label if self._rows[n].party == self._rows[index].party]
        if own:
            return own[0]
        return same_label[0] if len(same_label) == 1 else None

    def _aligned(self, index: int, reference: Reference) -> tuple[int | None, str]:
        """The other party's row: an explicit letter wins; else the own letter, shifted as the rows before it."""
        row, series = self._rows[index], self._of[reference.party]
        pair = (row.party, reference.party)
        own = labels.ordinal(row.label)
        if reference.label:
            same = [n for n in series if cited.last(self._rows[n].label) == cited.last(reference.label)]
            later = [n for n in same if n > self._reached.get(pair, -1)]
            target, why = (later or same or [None])[0], ""
            there = target is not None and labels.ordinal(self._rows[target].label)
            if there and own and there[0] == own[0]:
                self._shift[pair] = there[1] - own[1]
        else:
            target, why = self._by_order(series, pair, own)
        if target is not None:
            self._reached[pair] = target
        return target, why

    def _by_order(self, series: list[int], pair: tuple[str, str], own) -> tuple[int | None, str]:
        """By the letters; where the table gives them, what is named without one is the party's row without one."""
        shift = self._shift.get(pair, 0)
        unlabelled = [n for n in series if not self._rows[n].label]
        if self._letters and len(unlabelled) == 1:
            return unlabelled[0], ""
        if own:
            wanted = (own[0], own[1] + shift)
            same = [n for n in series if labels.ordinal(self._rows[n].label) == wanted]
            if same:
                return same[0], "guessed" if shift else ""
        if len(series) == 1:
            return series[0], ""
        after = [n for n in series if n > self._reached.get(pair, -1)]
        return (after[0], "guessed") if after else (None, "missing")
