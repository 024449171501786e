"""Points that say the same, decided at once: which they are, and what each would lose by repeating one of them."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from hearing.store.table import Entry
from hearing.web import replacing
from hearing.wording import fold

_LEAST = 3
# What says nothing at the ends of a word, and what does so unless a number follows: "-5" and ",5" are not "5".
_QUOTES, _STOPS = "\"'»«“”„’‘()[]…!?*•·", ".,:;-–—"
_DIVIDED, _SIGN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])"), re.compile(r"(?<!\S)([-–—+]) (?=\d)")


@dataclass(frozen=True)
class Member:
    """One of a family, and what of its own is ``replaced`` if it repeats the source, "" where nothing is.

    ``warns`` is whether new text of the plan is among that, and ``chosen`` whether it is to repeat the source.
    """

    entry: Entry
    replaced: str
    warns: bool
    chosen: bool


def families(texts: Iterable[tuple[int, str, str]]) -> list[tuple[int, ...]]:
    """The ids of those that say the same, where they are three or more; ``texts`` are id, summary and excerpt.

    Of one passage two wishes may be made, so both texts count; those without words say nothing that is the same.
    """
    alike: dict[tuple[str, str], list[int]] = {}
    for id, summary, excerpt in texts:
        alike.setdefault((_plain(summary), _plain(excerpt)), []).append(id)
    alike.pop(("", ""), None)
    return [tuple(ids) for ids in alike.values() if len(ids) >= _LEAST]


def _plain(text: str) -> str:
    """What is the same of two texts that say the same.

    >>> _plain("Løbe-\\ntiden er 5 %.") == _plain("»Løbetiden« er 5 %")
    True
    >>> _plain("Satsen er +5 %") == _plain("Satsen er -5 %")
    False
    """
    words = map(_bare, _SIGN.sub(r"\1", _DIVIDED.sub("", fold(text))).split())
    found = " ".join(word for word in words if word)
    return found if any(map(str.isalnum, found)) else ""


def _bare(word: str) -> str:
    word = word.rstrip(_QUOTES + _STOPS).lstrip(_QUOTES)
    inside = word.lstrip(_STOPS + _QUOTES)
    return word if inside[:1].isdigit() else inside


def undisputed(family: Sequence[int], judged: Collection[tuple[int, int]]) -> tuple[int, ...]:
    """Those of a family of which no two are judged, few of them left out; none where too few are left."""
    left, ids = list(family), set(family)
    inside = [pair for pair in judged if ids.issuperset(pair)]
    while inside:
        times = Counter(id for pair in inside for id in pair)
        out = max(times, key=lambda id: (times[id], left.index(id)))
        left.remove(out)
        inside = [pair for pair in inside if out not in pair]
    return tuple(left) if len(left) >= _LEAST else ()


def members(entries: Sequence[Entry], source_id: int, without: Collection[int] = ()) -> list[Member]:
    """Each of a family held against its source; chosen are those that lose nothing, but for those ``without``.

    A source that nobody has handled takes over the first answer that comes to it.
    """
    source = next(entry for entry in entries if entry.point.id == source_id)
    answered = source if source.handled else next((entry for entry in entries if entry.handled), source)
    found = []
    for entry in entries:
        said, warns = ("", False) if entry is source else replacing.told(entry, answered)
        found.append(Member(entry, said, warns, not said and entry.point.id not in without))
    return found
