"""Pure: the sentence in a comment that names all who have raised the same wish: written, found again, renewed."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from hearing import marks, mentions
from hearing.enums import PartyKind
from hearing.records import Party, Point

BEGINNING = "Ønsket er rejst af flere parter: "
_FEW = ("", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv")


def sentence(raised_by: Iterable[Party]) -> str:
    """Who has raised a wish, in the order given, each once; citizens are counted, not named. "" for one party.

    >>> party = Party(1, 1, "Åbenlund Kommune", 1)
    >>> sentence([party, Party(2, 1, "Patientrådet", 2), Party(3, 1, "Bo Lund", 3, kind=PartyKind.CITIZEN), party])
    'Ønsket er rejst af flere parter: Åbenlund Kommune, Patientrådet og en borger.'
    """
    if not (said := _said(raised_by)):
        return ""
    *others, last = said
    named = f"{', '.join(others)} og {last}" if others else last
    return f"{BEGINNING}{named}{'' if named.endswith('.') else '.'}"


def _said(raised_by: Iterable[Party]) -> list[str]:
    """What the sentence lists; nothing for one party."""
    different = list({party.id: party for party in raised_by}.values())
    if len(different) < 2:
        return []
    said = [party.name for party in different if party.kind is not PartyKind.CITIZEN]
    if citizens := len(different) - len(said):
        said.append("en borger" if citizens == 1 else f"{_number(citizens)} borgere")
    return said


def _number(count: int) -> str:
    return _FEW[count] if count < len(_FEW) else str(count)


def find(point: Point, raised_by: Iterable[Party]) -> tuple[int, int] | None:
    """Where the point's comment has the sentence that names these and nobody else, in whichever order.

    None where it has none, or one that a person has made another of: with other words, or with a mention.
    """
    said = _said(raised_by)
    name = _any_of(said)
    several = f"{name}(?:, {name}){{{len(said) - 2}}} og " if len(said) > 1 else ""
    found = _sentences(point, f"{several}{name}") if said else ()
    return next((one.span() for one in found if sorted(re.findall(name, one[1])) == sorted(said)), None)


def find_any(point: Point, names: Iterable[str]) -> tuple[int, int] | None:
    """Where the point's comment has a sentence that names some of these, and citizens, and nobody else."""
    name = f"(?:{_any_of(names)}|(?:{_any_of(_FEW[1:])}|[0-9]+) borgere?)"
    found = _sentences(point, f"(?:{name}(?:, {name})* og )?{name}")
    return next((one.span() for one in found), None)


def _any_of(names: Iterable[str]) -> str:
    """The longest of them that stands there, and no other: names that begin or repeat each other would else be
    tried in every combination.
    """
    some = "|".join(re.escape(one) for one in sorted({*names} - {""}, key=len, reverse=True))
    return f"(?>{some})" if some else "(?!)"


def _sentences(point: Point, names: str) -> Iterator[re.Match]:
    """The sentences of this shape that no mention has a part in; the names stand in its first group."""
    if BEGINNING not in point.comment:
        return
    for found in re.finditer(f"{re.escape(BEGINNING)}({names})(?:(?<=\\.)|\\.)(?!\\S)", point.comment):
        if not any(start < found.end() and found.start() < end for start, end, _ in point.mentions):
            yield found


def renewed(point: Point, before: Iterable[Party], now: Iterable[Party]) -> Point:
    """The point with a comment whose sentence names others now; without one, if the wish is only one party's."""
    place = find(point, before)
    return point if place is None or find(point, now) else renewed_at(point, place, now)


def renewed_at(point: Point, place: tuple[int, int], now: Iterable[Party]) -> Point:
    """The same for the sentence that stands there; without anybody who raised it, the comment is without it."""
    start, end = place
    words = sentence(now)
    if not words:
        kept = point.comment[:start].rstrip()
        start, end = len(kept), end if kept else end + len(point.comment[end:]) - len(point.comment[end:].lstrip())
    comment, marked, _ = marks.replaced(point.comment, point.marks, [(start, end, words)])
    by = len(comment) - len(point.comment)
    after = tuple(mention for mention in point.mentions if mention[1] > start)
    before_it = tuple(mention for mention in point.mentions if mention[1] <= start)
    return replace(
        point,
        comment=comment,
        marks=marks.tidy(marked, len(comment)),
        mentions=(*before_it, *mentions.shift(after, by)),
    )


def leaves_out(point: Point, raised_by: Sequence[Party]) -> bool:
    """Whether the comment says that several have raised the wish, in other words than the program's, and names
    not all of them.
    """
    if BEGINNING not in point.comment or not _said(raised_by) or find(point, raised_by):
        return False
    named = point.comment[point.comment.index(BEGINNING) :]
    return any(
        not _names(named, party.name) and not _names(named, party.short_name)
        for party in raised_by
        if party.kind is not PartyKind.CITIZEN
    )


def _names(text: str, name: str) -> bool:
    return bool(name) and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None
