"""References in a text to other points: "samme kommentar som PIU", "vi tilslutter os Vestbys høringssvar".

A party's name is a reference only as what somebody joins, repeats or points at: not as the one who speaks, and not
with something that is no remark of its own ("bakker op om Regionens plan").
"""

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


_OPENINGS = ((Kind.SAME, referring.SAME), (Kind.JOINS, referring.JOINS), (Kind.SEE_ALSO, referring.SEE_ALSO))


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
    sentences = referring.SENTENCE.split(fold(text))
    found: dict[Reference, None] = {}
    for n, sentence in enumerate(sentences):
        said = " ".join(sentences[n : n + 2])
        for reference in (
            *_joined(sentence, said, names, speaker),
            *_quoted(sentence, said, names, speaker),
            *_before(sentence, said, speaker),
        ):
            found.setdefault(reference)
    return list(found)


def _joined(sentence: str, said: str, names: Names, speaker: Hashable) -> Iterator[Reference]:
    """Other parties by their names, behind a word of referring."""
    for kind, opening in _OPENINGS:
        for opened in opening.finditer(sentence):
            start, told = referring.BETWEEN.match(sentence, opened.end()).end(), opened.end()
            while name := names.match(sentence, start):
                before, after = sentence[opened.start() : name.start()], sentence[name.end() :]
                tail = referring.LETTERS.match(after)[0]
                given, _ = labels.take(f"{sentence[told : name.start()]} {tail}", named=True)
                if names.key(name) != speaker and (given or _is_remark(kind, before, name, after)):
                    rest = said.replace(f"{before}{name[0]}{tail}", " ")
                    yield Reference(kind, names.key(name), tuple(given), rest)
                told = name.end() + len(referring.AND.sub("", tail))
                start = referring.FURTHER.match(sentence, told).end()


def _is_remark(kind: Kind, before: str, name: Match, after: str) -> bool:
    """Whether what is joined is what the party said, and not its plan, its staff or its wellbeing."""
    told = referring.REMARK_AFTER.match(after) or referring.REMARK_BEFORE.search(before)
    if kind is Kind.SEE_ALSO or referring.ONLY_POINTS.match(before):
        return bool(told and referring.ANSWER.search(told[0]))
    return bool(told or not name["s"] and (referring.LIKEWISE.match(before) or referring.ENDS.match(after)))


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


def _before(sentence: str, said: str, speaker: Hashable) -> Iterator[Reference]:
    """Something said before, by the same party or in the row above."""
    above = referring.ABOVE.search(sentence)
    if above:
        yield Reference(Kind.SAME, None, (), said, above=True)
    if speaker is None:
        return
    for opened in referring.OWN.finditer(sentence):
        given, _ = labels.take(referring.LETTERS.match(sentence, opened.end())[0], named=False)
        if given and not referring.IN_SOMETHING_ELSE.search(sentence, opened.end()):
            yield Reference(Kind.EARLIER, None, tuple(given), said)
    earlier = referring.EARLIER.search(sentence)
    if earlier and not above and not referring.IN_SOMETHING_ELSE.match(sentence, earlier.end()):
        yield Reference(Kind.EARLIER, None, (), said)
