"""What speaks against two demands in other words being the same: words, negations and numbers that exclude it.

Texts that share few words cannot be set side by side word for word, as ``warnings`` does. Here a word is judged
by what it stands beside: "kortere åbningstid" and "åbningstiden skal være længere" are about the same word.
"""

from collections.abc import Iterable, Iterator

from hearing.echoes import opposites
from hearing.echoes.agreement import Word, words_of
from hearing.echoes.common_words import COMMON
from hearing.echoes.numbers import value
from hearing.echoes.texts import Text
from hearing.echoes.warnings import Kind, Warned

_LONGEST = 600
"""Letters that stand for a demand: it is said in the first sentences of a summary, or else of an excerpt."""
_NEAR = 4
"""Words between which one is said of the other."""
_STEM, _SHORTEST = 5, 4
"""Letters that two words have to begin with to be one, and of a word that may turn a demand round."""
_DEMANDS = {"bør", "skal", "må", "ønsker", "ønskes", "støtter", "støttes", "vil", "burde", "skulle", "kan"}
_REFUSALS = {
    *("imod", "modsætter", "modsætte", "fraråder", "fraråde", "afviser", "afvise", "protesterer"),
    *("undlade", "undlades", "undgå", "undgås"),
}
_PLACES = {"over", "under", "inden", "uden", "efter", "imod"}
"""Words that turn nothing round in other words: what they say depends on the whole sentence."""
_NOT_COUNTED = {"s", "side", "pkt", "punkt", "afsnit", "kapitel", "kap", "nr", "nummer", "bilag", "stk"}
_COMMON = frozenset(COMMON)
_Found = tuple[Kind, Word | None, Word | None]


def contrasts(old: Text, new: Text) -> tuple[Warned, ...]:
    """The words of two demands that turn one of them round, and the numbers that differ, in the order of the old.

    >>> one, other = Text("Giv biblioteket kortere åbningstid."), Text("Åbningstiden bør være længere.")
    >>> [(found.kind.label, found.old, found.new) for found in contrasts(one, other)]
    [('Modsætning', 'kortere', 'længere')]
    """
    one, other = _demand(old), _demand(new)
    before, after = words_of(one), words_of(other)
    found = (*_opposed(before, after), *_refused(before, after), *_counted(before, after))
    return tuple(
        Warned(
            kind,
            " ".join(one[n.start : n.end].split()) if n else "",
            " ".join(other[m.start : m.end].split()) if m else "",
        )
        for kind, n, m in found
    )


def contrary(old: Text, new: Text) -> bool:
    """Whether one demands what the other refuses: then they are not the same wish, however much they share."""
    return any(found.kind is not Kind.NUMBER for found in contrasts(old, new))


def _demand(text: Text) -> str:
    return (text.summary if text.summary.strip() else text.excerpt)[:_LONGEST]


def _opposed(before: list[Word], after: list[Word]) -> Iterator[_Found]:
    """A word of each, said of the same word, that exclude each other; unless either text has both of them."""
    ours, theirs = {word.folded for word in before}, {word.folded for word in after}
    for n, word in enumerate(before):
        if not _may_turn(word.folded) or word.folded in theirs:
            continue
        for m, rival in enumerate(after):
            if rival.folded in ours or not _may_turn(rival.folded) or not _turned(word.folded, rival.folded):
                continue
            both = any(opposites.opposed(word.folded, own) for own in ours) or any(
                opposites.opposed(rival.folded, own) for own in theirs
            )
            if not both and _about_the_same(before, n, after, m):
                yield Kind.OPPOSITE, word, rival


def _may_turn(word: str) -> bool:
    return len(word) >= _SHORTEST and word not in _PLACES and not opposites.measures(word)


def _turned(word: str, rival: str) -> bool:
    """Whether they exclude each other. "Ulighed" and "lighed" do not: one is complained of, the other demanded."""
    return opposites.opposed(word, rival) and not (_un(word, rival) or _un(rival, word))


def _un(negated: str, word: str) -> bool:
    return negated[0] == "u" and negated[1:_SHORTEST] == word[: _SHORTEST - 1]


def _about_the_same(before: list[Word], n: int, after: list[Word], m: int) -> bool:
    theirs = set(_stems(after, m))
    return any(stem in theirs for stem in _stems(before, n))


def _stems(words: list[Word], at: int) -> Iterable[str]:
    """How the words around this one in its sentence begin, those that say something."""
    for word in words[max(0, at - _NEAR) : at + _NEAR + 1]:
        apart = word is not words[at] and word.sentence == words[at].sentence
        if apart and len(word.folded) >= _STEM and word.folded not in _COMMON:
            yield word.folded[:_STEM]


def _refused(before: list[Word], after: list[Word]) -> Iterator[_Found]:
    """A refusal in one text of what the other, which refuses nothing, speaks of."""
    ours, theirs = _refusals(before), _refusals(after)
    if ours and not theirs and _speaks_of(after, before, ours[0]):
        yield Kind.NEGATION, before[ours[0]], None
    if theirs and not ours and _speaks_of(before, after, theirs[0]):
        yield Kind.NEGATION, None, after[theirs[0]]


def _refusals(words: list[Word]) -> list[int]:
    return [
        n
        for n, word in enumerate(words)
        if word.folded in _REFUSALS or (word.folded == "ikke" and n and words[n - 1].folded in _DEMANDS)
    ]


def _speaks_of(words: list[Word], refusing: list[Word], at: int) -> bool:
    """Whether a text has the words that stand around a refusal, two of them at least."""
    own = {word.folded[:_STEM] for word in words}
    return len({stem for stem in _stems(refusing, at) if stem in own}) > 1


def _counted(before: list[Word], after: list[Word]) -> Iterator[_Found]:
    """Different numbers of the same thing."""
    theirs = dict(_numbers(after))
    for stem, word in _numbers(before):
        rival = theirs.get(stem)
        if rival and rival.folded != word.folded:
            yield Kind.NUMBER, word, rival


def _numbers(words: list[Word]) -> Iterator[tuple[str, Word]]:
    for n, (word, follower) in enumerate(zip(words, words[1:], strict=False)):
        of_a_place = n > 0 and words[n - 1].folded in _NOT_COUNTED
        if value(word.folded) and not value(follower.folded) and not of_a_place and follower.folded not in _COMMON:
            yield follower.folded[:_STEM], word
