"""Whom a person means who types "PIU g": the parties of a hearing, by all their names, and their letters."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from difflib import get_close_matches

from hearing.records import Party
from hearing.wording import count, fold, letter, listed, one_line

_BRACKETS = re.compile(r"[\[\]]")
# Other than ``plain_name``: square brackets belong to a name that people type between two of them.
_ASIDE = re.compile(r"\s*\([^()]*\)|[\s,]+(?:pva\b\.?|p\.v\.a\.|på vegne af\b).*", re.IGNORECASE | re.DOTALL)
_AFTER_NAME = re.compile(r"(?:['’]?s|['’])?(?=[\s,:;.]|$)[\s,:;]*")
_NOUN = re.compile(r"(?:(?:bemærkning|kommentar|punkt|bogstav)(?:en|er|erne|et)?|pkt|litra|høringssvar)\b[\s.:]*")
_JOIN = re.compile(r"\s*(?:[,;&]|\bog\b|\bsamt\b)\s*")
_NUMBERED = re.compile(r"(.*?)\s*\bnr\b\.?\s*(\d{1,4})")

_ONE = re.compile(r"[a-zæøå]|\d{1,4}")
_RANGE = re.compile(rf"({_ONE.pattern})\s*[-–]\s*({_ONE.pattern})")

Labels = Sequence[tuple[int, str]]


class Unclear(Exception):
    """It cannot be told which point is meant. The message is one Danish sentence."""


def plain(party: Party) -> str:
    """A party's short name, else its name without what is in brackets and on whose behalf it speaks."""
    return one_line(party.short_name or _ASIDE.sub("", party.name)) or party.name


def called(parties: Iterable[Party]) -> dict[int, str]:
    """How running text names each party: by its short name, else by its name without what is in brackets.

    Where that would name two, by the whole name.
    """
    parties = list(parties)
    plain_of = {party.id: plain(party) for party in parties}
    spelt = Counter(map(fold, plain_of.values()))
    return {
        party.id: party.name if spelt[fold(plain_of[party.id])] > 1 else plain_of[party.id] for party in parties
    }


class Directory:
    """Every point that can be named. ``labels_of`` gives a party's points in table order, id and label."""

    def __init__(self, parties: Iterable[Party], labels_of: Callable[[int], Labels]):
        parties = list(parties)
        self._labels_of = labels_of
        self._called = called(parties)
        self._named: dict[str, dict[int, None]] = {}
        for party in parties:
            plain = _ASIDE.sub("", party.name)
            for name in (self._called[party.id], party.name, party.short_name, plain, *party.other_names):
                if key := _key(name):
                    self._named.setdefault(key, {})[party.id] = None
        self._longest_first = sorted(self._named, key=len, reverse=True)

    def typed(self, party_id: int, id: int) -> str:
        """What a person types for a point: "PIU g", and "PIU a nr. 2" where the party has two points a."""
        labels = self._labels_of(party_id)
        label = next((label for other, label in labels if other == id), "")
        alike = [other for other, same in labels if _label(same) == _label(label)]
        words = [self._called[party_id], letter(label)]
        if len(alike) > 1:
            words.append(f"nr. {alike.index(id) + 1}")
        return one_line(_BRACKETS.sub(" ", " ".join(words)))

    def find(self, what: str) -> list[int]:
        """The points that are meant, in the order in which they were named; raises Unclear."""
        named = list(self._parties(_key(what)))
        if not named:
            raise Unclear(f"I [[{what}]] er der ingen høringspart, som programmet kender{self._nearest(what)}")
        unclear = None
        for ids, rest in named:
            try:
                return self._points(what, ids, rest)
            except Unclear as error:
                # The longest name goes first, but "PIU g" may be PIU's g although another party is called so.
                unclear = unclear or error
        raise unclear

    def _parties(self, what: str) -> Iterator[tuple[list[int], str]]:
        """The parties whose name it begins with, the longest name first, and what stands behind the name."""
        for name in self._longest_first:
            if what.startswith(name) and (found := _AFTER_NAME.match(what, len(name))):
                yield list(self._named[name]), what[found.end() :]

    def _nearest(self, what: str) -> str:
        begins = _NOUN.split(_key(what))[0].rstrip(" ,")
        tried = (begins, begins.rpartition(" ")[0])
        near = next((found for words in tried if (found := get_close_matches(words, self._named, 1, 0.6))), None)
        if near is None:
            return "; skriv dens navn og bogstav, f.eks. [[Vestby g]]."
        return f". Mente du {self._called[next(iter(self._named[near[0]]))]}?"

    def _points(self, what: str, parties: list[int], rest: str) -> list[int]:
        if len(parties) > 1:
            raise Unclear(f"Flere høringsparter kan være ment med [[{what}]]; skriv det fulde navn.")
        party, labels = self._called[parties[0]], self._labels_of(parties[0])
        if not labels:
            raise Unclear(f"{party} har ingen bemærkninger, som [[{what}]] kan henvise til.")
        known = {_label(label) for _, label in labels}
        if rest.strip(" .)") not in known and (noun := _NOUN.match(rest)):
            rest = rest[noun.end() :]
        rest = rest.strip(" .)")
        if not rest and len(labels) == 1:
            return [labels[0][0]]
        tokens = [rest] if rest in known else _JOIN.split(rest)
        wanted = [one for token in tokens for one in _range(token.strip(" .)"), known)]
        return [_point(what, party, labels, token) for token in dict.fromkeys(wanted)]


def _range(token: str, known: Collection[str]) -> list[str]:
    """The labels from one to another, both ends and those between that the party has: "a-c"; else the token."""
    ends = None if token in known else _RANGE.fullmatch(token)
    if ends is None or ends[1].isdecimal() != ends[2].isdecimal() or not _place(ends[1]) < _place(ends[2]):
        return [token]
    between = (one for one in known if _ONE.fullmatch(one) and _place(ends[1]) < _place(one) < _place(ends[2]))
    return [ends[1], *sorted(between, key=_place), ends[2]]


def _place(label: str) -> tuple[bool, int]:
    """The place of a letter or a number among its like."""
    return (True, int(label)) if label.isdecimal() else (False, ord(label) if label != "å" else ord("ø") + 1)


def _point(what: str, party: str, labels: Labels, token: str) -> int:
    """The point of the party with this label, perhaps with a number behind it."""
    alike = [id for id, label in labels if _label(label) == token]
    numbered = None if alike else _NUMBERED.fullmatch(token)
    if numbered:
        alike = [id for id, label in labels if _label(label) == numbered[1]]
    if not alike:
        raise Unclear(_no_such(what, party, labels, numbered[1] if numbered else token))
    with_label = f"bemærkninger {token}" if token else "bemærkninger uden bogstav"
    if numbered:
        place = int(numbered[2])
        if not 0 < place <= len(alike):
            has = count(len(alike), "bemærkning", "bemærkninger")
            raise Unclear(f"{party} har kun {has} {numbered[1] or 'uden bogstav'}, så [[{what}]] findes ikke.")
        return alike[place - 1]
    if len(alike) > 1:
        wanted = " ".join(part for part in (party, token) if part)
        raise Unclear(
            f"{party} har {len(alike)} {with_label}; skriv [[{wanted} nr. 1]] "
            f"{'eller' if len(alike) == 2 else 'til'} [[{wanted} nr. {len(alike)}]] for [[{what}]]."
        )
    return alike[0]


def _no_such(what: str, party: str, labels: Labels, token: str) -> str:
    letters = [letter(label) for label in dict.fromkeys(label for _, label in labels) if label]
    has = f"bogstaverne er {listed(letters)}" if letters else "partens bemærkninger har ingen bogstaver"
    if not token:
        return f"Skriv, hvilken bemærkning fra {party} der menes med [[{what}]]; {has}."
    return f"{party} har ingen bemærkning {token}, som der står i [[{what}]]; {has}."


def _key(text: str) -> str:
    return fold(_BRACKETS.sub(" ", text))


def _label(label: str) -> str:
    return _key(letter(label)).strip(" .)")
