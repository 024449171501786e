"""The names that parties go by in a text: in full, shortened, without what follows, and in the genitive."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable

from hearing.echoes.everyday import short_names
from hearing.wording import fold, joined, plain_name

_PLACE = re.compile(r" (?:i|for|på) .+$")
_OF_A_TOWN = ("kommune", "regionskommune", "hospital", "sygehus", "region")
_GOES_ON = re.compile(r"-\w| (?:i |for |på |\()?[A-ZÆØÅ]")
_BEGINS = re.compile(r"(?:[^\W_]|,) [A-ZÆØÅ]\w* $|\w-$")
"""What makes a name another one: "Ældre Sagen Vestby", "Nordisk Diabetesforeningen" inside a sentence."""
_JUST_BEFORE = 60
"""Letters before a name among which the word stands that makes it another one."""
_FEWEST = 4
"""Letters of a shortened name: "Ry" alone is too little to be a party's name for certain."""


class Names:
    """The names of some parties, each with a key of its own, and how to find one in a folded text.

    Where two parties would have the same shortened name it stands for neither; the first has a full one.
    """

    def __init__(self, named: Iterable[tuple[Hashable, Iterable[str]]]):
        named = [(key, tuple(filter(None, names))) for key, names in named]
        self._key_of: dict[str, Hashable] = {}
        shortened: dict[str, Hashable | None] = {}
        for key, names in named:
            for name in map(fold, names):
                if len(name) > 1:
                    self._key_of.setdefault(name, key)
                for short in shortenings(name):
                    shortened[short] = key if shortened.get(short, key) == key else None
        by_key: defaultdict[Hashable, list[str]] = defaultdict(list)
        for short, key in short_names(named).items():
            by_key[key].append(short)
        for short, key in shortened.items():
            if key is not None:
                self._key_of.setdefault(short, key)
        self._pattern = _pattern(self._key_of)
        self._full = {
            fold(short): (short, names[0])
            for key, names in named
            for short in by_key.get(key, ())
            if fold(short) not in self._key_of
        }
        self._short = _pattern([*self._key_of, *self._full], re.IGNORECASE) if self._full else None

    def spelt_out(self, text: str) -> str:
        """The text on one line with full names for those in everyday use: "Ældre Sagens" -> "Ældre Sagen Sydhavs".

        A capital says that a name is meant; a further one beside it that it is somebody else's.
        """
        text = joined(text)
        if self._short is None:
            return text
        return self._short.sub(lambda found: self._in_full(found, text), text)

    def _in_full(self, found: re.Match, text: str) -> str:
        short, full = self._full.get(found["name"].casefold(), ("", ""))
        said = found["name"]
        capital = said.isupper() if short.isupper() else said[0].isupper()
        before = max(0, found.start() - _JUST_BEFORE), found.start()
        if not full or not capital or _GOES_ON.match(text, found.end()) or _BEGINS.search(text, *before):
            return found[0]
        return full + (found["s"] or "")

    def search(self, text: str, start: int = 0) -> re.Match | None:
        """The first name in a folded text, with the groups ``name`` and ``s``, the genitive's ending."""
        return self._pattern.search(text, start)

    def match(self, text: str, start: int) -> re.Match | None:
        """The name that stands at this place of a folded text."""
        return self._pattern.match(text, start)

    def key(self, found: re.Match) -> Hashable:
        """Whose name was found."""
        return self._key_of[found["name"]]

    def take(self, text: str) -> tuple[Hashable | None, str]:
        """The party named first in a folded text (None if none is), and the text without its name."""
        found = self.search(text)
        if not found:
            return None, text
        return self.key(found), f"{text[: found.start()]} {text[found.end() :]}"


def _pattern(names: Iterable[str], flags: int = 0) -> re.Pattern:
    """Any of the names, the longest that fits. Of many only those with the right first letter are tried."""
    beginning: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=len, reverse=True):
        beginning[name[0]].append(re.escape(name[1:]))
    any_name = "|".join(f"{re.escape(one)}(?:{'|'.join(rests)})" for one, rests in beginning.items()) or r"(?!)"
    return re.compile(rf"(?<![^\W_])(?P<name>{any_name})(?P<s>['’]?s|['’])?(?![^\W_])", flags)


def shortenings(name: str) -> set[str]:
    """The shorter names that a folded name is known by.

    >>> sorted(shortenings("bakkes kommune")), sorted(shortenings("ældrerådet i region vest (ær)"))
    (['bakke', 'bakkes'], ['ældrerådet', 'ældrerådet i region vest'])
    """
    plain = plain_name(name)
    found = {plain, _PLACE.sub("", plain)}
    first, *rest = plain.split() or [""]
    if rest and rest[0] in _OF_A_TOWN:
        found |= {first, first.removesuffix("s")}
    return {short for short in found if len(short) >= _FEWEST and short != name}
