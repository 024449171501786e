"""What looks odd in a table that has been read: told with its row, and not repaired."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from hearing.enums import Status
from hearing.intake import label_series
from hearing.intake.rows import Remark, Row
from hearing.intake.silence import is_silent, is_without_remarks

_AT_MOST = 40
"""Remarks of one sort; the rest are counted in one more."""


def found(rows: Sequence[Row]) -> list[Remark]:
    """A remark for every oddity, sort by sort, each with the number of its row."""
    points = [(number, row) for number, row in enumerate(rows, 1) if not row.silent]
    sorts = (
        _without_party(rows),
        _without_decision(points),
        _unknown_decisions(points),
        _without_text(points),
        _unknown_statuses(points),
        label_series.odd(points),
        _scattered_parties(rows),
        _silent_with_points(rows),
        _lonely_themes(points),
    )
    return [remark for sort in sorts for remark in _limited(list(sort))]


def _limited(remarks: list[Remark]) -> list[Remark]:
    if len(remarks) <= _AT_MOST:
        return remarks
    rest = len(remarks) - _AT_MOST
    return [*remarks[:_AT_MOST], Remark(f"Og {rest} rækker til med samme slags: {remarks[_AT_MOST].text}")]


def _without_party(rows: Sequence[Row]) -> Iterator[Remark]:
    for number, row in enumerate(rows, 1):
        if not row.party:
            yield Remark("Rækken har ingen høringspart.", number)


def _without_decision(points: Sequence[tuple[int, Row]]) -> Iterator[Remark]:
    open_to = [(number, row) for number, row in points if not is_without_remarks(row.summary, row.party)]
    missing = [number for number, row in open_to if not row.decision and row.echo_of is None]
    if missing and len(missing) == len(open_to):
        yield Remark("Ingen af rækkerne har en håndtering.")
        return
    for number in missing:
        yield Remark("Rækken har ingen håndtering.", number)


def _unknown_decisions(points: Sequence[tuple[int, Row]]) -> Iterator[Remark]:
    for number, row in points:
        if row.decision and row.meaning is None and row.echo_of is None:
            text = row.decision if len(row.decision) <= 80 else row.decision[:79] + "…"
            yield Remark(f"Håndteringen »{text}« er ikke en, som programmet kender betydningen af.", number)


def _without_text(points: Sequence[tuple[int, Row]]) -> Iterator[Remark]:
    for number, row in points:
        if not row.summary and not row.excerpt:
            yield Remark("Rækken har hverken sammendrag eller citat.", number)


def _unknown_statuses(points: Sequence[tuple[int, Row]]) -> Iterator[Remark]:
    for number, row in points:
        if row.status and row.status not in set(Status):
            yield Remark(
                f"Status »{row.status}« er ikke en, som programmet kender; den bliver »{Status.NEW}«.", number
            )


def _scattered_parties(rows: Sequence[Row]) -> Iterator[Remark]:
    """A party in two places; a table that goes theme by theme has all its parties so, and that is not odd."""
    last: dict[str, int] = {}
    again: list[tuple[int, str, int]] = []
    for number, row in enumerate(rows, 1):
        if row.party in last and last[row.party] != number - 1:
            again.append((number, row.party, last[row.party]))
        last[row.party] = number
    if len({party for _, party, _ in again}) * 3 > len(last) > 3:
        return
    for number, party, before in again:
        if party:
            yield Remark(f"{party} står flere steder i tabellen (også i række {before}).", number)


def _silent_with_points(rows: Sequence[Row]) -> Iterator[Remark]:
    silent: Counter[str] = Counter()
    for number, row in enumerate(rows, 1):
        silent[row.party] += row.silent
        if not row.silent and is_silent(row.summary, row.party):
            yield Remark(f"{row.party} står som ikke svaret, men har også bemærkninger.", number)
        elif row.silent and silent[row.party] > 1:
            yield Remark(f"{row.party} står som ikke svaret mere end én gang.", number)


def _lonely_themes(points: Sequence[tuple[int, Row]]) -> Iterator[Remark]:
    where: dict[str, list[int]] = defaultdict(list)
    for number, row in points:
        if row.theme:
            where[row.theme].append(number)
    lonely = {theme: numbers[0] for theme, numbers in where.items() if len(numbers) == 1}
    if len(lonely) * 2 > len(where):
        return
    for theme, number in _in_order(lonely.items()):
        yield Remark(f"Temaet »{theme}« findes kun i denne række.", number)


def _in_order(found: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    return sorted(found, key=lambda pair: pair[1])
