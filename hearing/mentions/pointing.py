"""What of a comment does nothing but point at other points: "Se også PIU, bemærkning g."."""

import re
from collections.abc import Collection, Iterable, Mapping

from hearing import marks
from hearing.marks import Marks
from hearing.mentions.current import Current, Mentions, tidy

_NAMED = "\ue000"
# A mention is masked letter by letter, so that places in the text stay what they are and its comma is no comma.
_WORDS = re.compile(rf"[^\W\d_]+|\d+|{_NAMED}+")
_ONLY_POINTING = """
se jf jfr jævnfør henvises henviser der vi her også dog desuden i øvrigt endvidere til på ved
under fra for af om og samt som den det samme svar svaret svarene besvarelse besvarelsen
håndtering håndteringen kommentar kommentaren bemærkning bemærkningen bemærkninger
bemærkningerne ovenfor nedenfor venligst
"""
_POINTING = frozenset(_ONLY_POINTING.split())
_OPENS = r"(?:se|jfr?\.?|jævnfør|(?:der |vi )?henvise[rs])\b"
# Bounded, and begun where the blanks begin: a long text that opens many and closes none is read only once.
_INSIDE = rf"(?:[^.,;()\n]|,(?= ?{_NAMED})|(?<=\bjf)\.|(?<=\bjfr)\.){{0,1000}}+"
_SENTENCE = r"(?=\S)(?:[^.!?\n]|(?<=\bjf)\.|(?<=\bJf)\.|(?<=jfr)\.)*(?:[.!?]+|(?=\n)|$)"
_STRETCHES = (
    re.compile(rf"(?<!\s)\s*\((?i:{_OPENS}){_INSIDE}\)"),
    re.compile(rf"(?<!\s)\s*[,;–-]\s*(?i:{_OPENS}){_INSIDE}(?=[.;)\n]|$)"),
    re.compile(rf"(?:^|(?<=[.!?:])[ \t]+|(?<=\n)){_SENTENCE}"),
)
"""Where a comment may only point: in brackets, at the end of a sentence, in a sentence of its own."""


def only_points(text: str, mentions: Mentions) -> bool:
    """Whether the comment says no more than where the answer stands.

    >>> only_points("Se PIU, bemærkning g.", ((3, 20, 7),))
    True
    >>> only_points("Indføres fra maj, jf. PIU, bemærkning g.", ((22, 39, 7),))
    False
    """
    return _points(_masked(text, mentions))


def without(text: str, marked: Marks, mentions: Mentions, ids: Collection[int]) -> Current | None:
    """The comment without what only points at these points; None where it says something by naming one of them.

    >>> without("Indføres fra maj. Se også PIU, bemærkning g.", (), ((26, 43, 7),), {7}).text
    'Indføres fra maj.'
    """
    masked = _masked(text, mentions)
    gone: list[tuple[int, int]] = []
    for stretch in _STRETCHES:
        for found in stretch.finditer(masked):
            named = {id for start, end, id in mentions if found.start() <= start and end <= found.end()}
            free = all(found.end() <= start or end <= found.start() for start, end in gone)
            if free and named and named <= set(ids) and _points(found[0]):
                gone.append(found.span())
    gone.sort()
    pieces = [(start, end, "") for start, end in gone]
    kept = [m for m in tidy(mentions, len(text)) if not any(start <= m[0] and m[1] <= end for start, end in gone)]
    if any(id in ids for *_, id in kept):
        return None
    written, marked, ranges = marks.replaced(text, marked, pieces)
    moved = tuple((_moved(start, gone), _moved(end, gone), id) for start, end, id in kept)
    return _stripped(written, marked, moved)


def astray(named: Mapping[int, Iterable[int]], led: Mapping[int, int], bare: Collection[int]) -> set[int]:
    """The points whose comments lead nowhere: round to themselves, or to one that itself only leads on.

    ``named`` has the points that each comment names, ``led`` where those that are printed as a reference lead, and
    ``bare`` are the points whose comments only point. Of two that each say something, both may name the other.

    >>> sorted(astray({1: [2], 3: [4]}, {2: 1}, {3})), sorted(astray({1: [2], 2: [1]}, {}, {1, 2}))
    ([1], [1, 2])
    >>> sorted(astray({1: [2], 2: [1]}, {}, set())), sorted(astray({1: [2]}, {2: 3}, {1}))
    ([], [1])
    """
    onward = {id: set(named[id]) for id in bare if id in named} | {id: {target} for id, target in led.items()}

    def leads_astray(id: int) -> bool:
        seen: set[int] = set()
        ahead = set(named[id])
        if id in bare and ahead <= onward.keys():
            return True
        while ahead:
            seen |= ahead
            ahead = {target for one in ahead for target in onward.get(one, ())} - seen
        return id in seen

    return {id for id in named.keys() - led.keys() if leads_astray(id)}


def _masked(text: str, mentions: Mentions) -> str:
    for start, end, _ in tidy(mentions, len(text)):
        text = f"{text[:start]}{_NAMED * (end - start)}{text[end:]}"
    return text


def _points(masked: str) -> bool:
    words = _WORDS.findall(masked)
    return _NAMED in masked and all(_NAMED in word or word.casefold() in _POINTING for word in words)


def _moved(place: int, gone: Iterable[tuple[int, int]]) -> int:
    return place - sum(end - start for start, end in gone if end <= place)


def _stripped(text: str, marked: Marks, mentions: Mentions) -> Current:
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    kept = tuple((a - start, b - start, id) for a, b, id in mentions)
    text = text[start:end] if start < end else ""
    return Current(text, marks.tidy(marks.shift(marked, -start), len(text)), tidy(kept, len(text)))
