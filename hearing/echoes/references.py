"""References in a text to other points: "samme kommentar som PIU", "vi tilslutter os Vestbys høringssvar".

A party's name is a reference only as what somebody joins, repeats or points at: not as the one who speaks, and not
with something that is no remark of its own ("bakker op om Regionens plan").
"""

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from re import Match

from hearing.echoes import labels, referring
from hearing.echoes.names import Names
from hearing.wording import fold


class Kind(IntEnum):
    """How a text refers to another; the value is the score of the pair. To "see also" is not to repeat."""

    SAME = 100
    JOINS = 90
    EARLIER = 70
    SEE_ALSO = 20


_POINTING = ((Kind.SAME, referring.SAME), (Kind.SEE_ALSO, referring.SEE_ALSO))
_OPENINGS = (*_POINTING, (Kind.JOINS, referring.JOINS))

_LETTERS_BEFORE = 60
"""Letters before a word of referring among which it may be denied."""
_ROW, _TAIL = 1000, 200
"""Letters behind a word of referring where a row of names may go on, and beside a name where its letters and the
word for its remarks stand."""
_SENTENCE = re.compile(r"\S.{0,1999}(?!\S)|\S{2000}")
"""So much is read as one sentence, of whole words if it has blanks: a long text without stops takes the time of as
many short ones."""


@dataclass(frozen=True, slots=True)
class Reference:
    """What a text refers to: points of a party by their ``letters``, or the one that is most like ``said``.

    ``party`` is the key of ``Names``; None is the party that speaks. ``above`` means the row above, whoever's.
    """

    kind: Kind
    party: Hashable | None
    letters: tuple[str, ...] = ()
    said: str = ""
    above: bool = False


def find(text: str, names: Names, speaker: Hashable = None) -> list[Reference]:
    """The references in a text of ``speaker``: the key of a party, or None for the authority, who joins nobody
    and has said nothing earlier."""
    whole = referring.SENTENCE.split(fold(names.spelt_out(text)))
    sentences = [part for sentence in whole for part in _SENTENCE.findall(sentence)]
    found: dict[Reference, None] = {}
    for n, sentence in enumerate(sentences):
        said = " ".join(sentences[n : n + 2])
        for reference in (
            *_joined(sentence, said, names, speaker),
            *(_passively(sentence, said, names, speaker) if speaker is not None else ()),
            *_quoted(sentence, said, names, speaker),
            *_before(sentence, said, names, speaker),
        ):
            found.setdefault(reference)
    return list(found)


def _joined(sentence: str, said: str, names: Names, speaker: Hashable) -> Iterator[Reference]:
    """Other parties by their names, behind a word of referring: of several in a row all, if one is referred to."""
    for kind, opening in _POINTING if speaker is None else _OPENINGS:
        for opened in opening.finditer(sentence):
            before = max(0, opened.start() - _LETTERS_BEFORE), opened.start()
            if kind is Kind.JOINS and referring.NOT.search(sentence, *before):
                continue
            row = list(_named(kind, opened, sentence, names))
            if any(meant for *_, meant in row):
                for name, given, whole, _ in row:
                    if names.key(name) != speaker:
                        yield Reference(kind, names.key(name), given, said.replace(whole, " "))


_Named = tuple[Match, tuple[str, ...], str, bool]


def _named(kind: Kind, opened: Match, sentence: str, names: Names) -> Iterator[_Named]:
    """The names in a row behind a word of referring: each with its letters, all that was read up to there, and
    whether it is the party's remarks that are meant."""
    start, told = referring.BETWEEN.match(sentence, opened.end()).end(), opened.end()
    end = opened.end() + _ROW
    while start < end and (name := names.match(sentence, start)):
        before, after = sentence[opened.start() : name.start()], sentence[name.end() : name.end() + _TAIL]
        tail = referring.LETTERS.match(after)[0]
        given, _ = labels.take(f"{sentence[told : name.start()]} {tail}", named=True)
        meant = bool(given) or _is_remark(kind, before, name, after)
        yield name, tuple(given), f"{before}{name[0]}{tail}", meant
        told = name.end() + len(referring.AND.sub("", tail))
        start = referring.FURTHER.match(sentence, told).end()


def _is_remark(kind: Kind, before: str, name: Match, after: str) -> bool:
    """Whether what is joined is what the party said, and not its plan, its staff or its wellbeing."""
    told = referring.REMARK_AFTER.match(after) or referring.REMARK_BEFORE.search(before)
    if kind is Kind.SEE_ALSO or referring.ONLY_POINTS.match(before):
        return bool(told and referring.ANSWER.search(told[0]))
    if told or (kind is Kind.JOINS and not name["s"] and referring.SAYS.match(after)):
        return True
    if name["s"]:
        return kind is Kind.SAME and bool(referring.ENDS.match(after))
    return bool(referring.LIKEWISE.match(before) or referring.ENDS.match(after))


def _passively(sentence: str, said: str, names: Names, speaker: Hashable) -> Iterator[Reference]:
    """Other parties by their remarks, before the word that joins them: "Vestbys høringssvar støttes"."""
    joined = referring.PASSIVE.search(sentence)
    denied = sentence.rfind("ikke", 0, joined.start()) if joined else -1
    start = 0
    while joined and (name := names.search(sentence, start)) and name.end() < joined.start():
        start = name.end()
        told = referring.REMARK_AFTER.match(sentence, start, joined.start()) or referring.REMARK_BEFORE.search(
            sentence, max(0, name.start() - _TAIL), name.start()
        )
        if told and denied < start and names.key(name) != speaker:
            given, _ = labels.take(referring.LETTERS.match(sentence, name.end())[0], named=True)
            yield Reference(Kind.JOINS, names.key(name), tuple(given), said)


def _quoted(sentence: str, said: str, names: Names, speaker: Hashable) -> Iterator[Reference]:
    """Other parties by what they say: "som Vestby også skriver". The authority retells, it joins nobody."""
    if speaker is None:
        return
    quoting = (*referring.AS.finditer(sentence), *referring.AS_SAID_BY.finditer(sentence))
    for opened in quoting:
        name = names.match(sentence, opened.end())
        says = name and (opened.re is referring.AS_SAID_BY or referring.SAYS.match(sentence, name.end()))
        if says and names.key(name) != speaker:
            yield Reference(Kind.JOINS, names.key(name), (), said)


def _before(sentence: str, said: str, names: Names, speaker: Hashable) -> Iterator[Reference]:
    """Something said before, by the same party or in the row above."""
    above = referring.ABOVE.search(sentence)
    if above:
        yield Reference(Kind.SAME, None, (), said, above=True)
    if speaker is None:
        return
    lettered = list(_own(sentence, said, names))
    yield from lettered
    earlier = referring.EARLIER.search(sentence)
    if earlier and not lettered and not above and not referring.IN_SOMETHING_ELSE.match(sentence, earlier.end()):
        yield Reference(Kind.EARLIER, None, (), said)


def _own(sentence: str, said: str, names: Names) -> Iterator[Reference]:
    """Points of the speaker's own by their letters: "jf. vores bemærkning c", not "bemærkning c fra Vestby"."""
    for opened in referring.OWN.finditer(sentence):
        tail = referring.LETTERS.match(sentence, opened.end())
        given, _ = labels.take(tail[0], named=False)
        theirs = names.match(sentence, referring.WHOSE.match(sentence, tail.end()).end())
        if given and not theirs and not referring.IN_SOMETHING_ELSE.search(sentence, opened.end()):
            yield Reference(Kind.EARLIER, None, tuple(given), said)
