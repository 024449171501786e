"""The names that parties go by in a text: in full, shortened, without what follows, and in the genitive."""

import re
from collections.abc import Hashable, Iterable

from hearing.wording import fold

_PLACE = re.compile(r" (?:i|for|på) .+$")
_BEHALF = re.compile(r"[,;]? \(?(?:p\.? ?v\.? ?a\.?|på vegne)\b.*$")
_BRACKETS = re.compile(r" ?[(\[][^()\[\]]*[)\]]")
_OF_A_TOWN = ("kommune", "kommunes", "regionskommune", "hospital", "sygehus", "region")
_FEWEST = 4
"""Letters of a shortened name: "Ry" alone is too little to be a party's name for certain."""


class Names:
    """The names of some parties, each with a key of its own, and how to find one in a folded text.

    Where two parties would have the same shortened name it stands for neither; the first has a full one.
    """

    def __init__(self, named: Iterable[tuple[Hashable, Iterable[str]]]):
        self._key_of: dict[str, Hashable] = {}
        shortened: dict[str, Hashable | None] = {}
        for key, names in named:
            for name in filter(None, map(fold, names)):
                if len(name) > 1:
                    self._key_of.setdefault(name, key)
                for short in shortenings(name):
                    shortened[short] = key if shortened.get(short, key) == key else None
        for short, key in shortened.items():
            if key is not None:
                self._key_of.setdefault(short, key)
        longest_first = sorted(self._key_of, key=len, reverse=True)
        names = "|".join(re.escape(name) for name in longest_first) or r"(?!)"
        self._pattern = re.compile(rf"(?<![^\W_])(?P<name>{names})(?P<s>['’]?s|['’])?(?![^\W_])")

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


def shortenings(name: str) -> set[str]:
    """The shorter names that a folded name is known by.

    >>> sorted(shortenings("bakkes kommune")), sorted(shortenings("ældrerådet i region vest (ær)"))
    (['bakke', 'bakkes'], ['ældrerådet', 'ældrerådet i region vest'])
    """
    plain = _BRACKETS.sub("", _BEHALF.sub("", name)).strip(" ,")
    found = {plain, _PLACE.sub("", plain)}
    first, *rest = plain.split() or [""]
    if rest and rest[0] in _OF_A_TOWN:
        found |= {first, first.removesuffix("s")}
    return {short for short in found if len(short) >= _FEWEST and short != name}
