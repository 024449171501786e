"""Letters that jump, stand twice, go backwards, or are missing among others that are there: told, not repaired."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from hearing.intake import labels
from hearing.intake.rows import Remark, Row


def odd(points: Sequence[tuple[int, Row]]) -> Iterator[Remark]:
    """A remark for every letter out of its party's series; ``points`` are rows with their numbers from 1."""
    labelled = {row.party for _, row in points if row.label}
    running = _run_on([row.label for _, row in points if row.label])
    series: dict[str, _Series] = defaultdict(_Series)
    for number, row in points:
        if row.label:
            said = series["" if running else row.party].next(row.label)
            if said and not (running and said.startswith("begynder")):
                yield Remark(f"Bogstaverne for {row.party}: {said}.", number)
        elif row.party in labelled:
            yield Remark(f"Bogstaverne for {row.party}: rækken har intet bogstav.", number)


class _Series:
    """The labels of one party as far as they have been read."""

    def __init__(self) -> None:
        self._seen: set[tuple[str, int]] = set()
        self._last = ""

    def next(self, label: str) -> str:
        """What is odd about the next label; "" if nothing is."""
        place = labels.ordinal(label)
        if place is None:
            return ""
        before, self._last = self._last, label
        again = place in self._seen
        self._seen.add(place)
        if again:
            return f"»{label}« står to gange"
        last = labels.ordinal(before)
        if last is None or last[0] != place[0]:
            return f"begynder med »{label}«" if place[1] != 1 else ""
        return "" if place[1] == last[1] + 1 else f"springer fra »{before}« til »{label}«"


def _run_on(found: Sequence[str]) -> bool:
    """Whether the labels are numbers that run through the whole table instead of party by party."""
    places = [place for label in found if (place := labels.ordinal(label))]
    numbers = [place for series, place in places if series == "1"]
    return len(numbers) == len(places) > 2 and len(set(numbers)) == len(numbers) and numbers == sorted(numbers)
