"""Whoever writes the letters of a corpus: several, unlike one another, since nobody's letters are like ours."""

import random
import re
from dataclasses import dataclass
from enum import StrEnum

from benchmarks._corpus import phrases, words


class Manner(StrEnum):
    """How sentences come about."""

    PATTERNS = "patterns"
    OPEN_PLACES = "open places"
    POOL = "pool"
    WORDS = "words"


@dataclass(frozen=True)
class Profile:
    """What the texts of a corpus are like: rates are shares of all texts, lengths are words on average."""

    name: str
    vocabulary: int = 40_000
    long: int = 88
    short: int = 28
    short_rate: float = 0.2
    formulas: float = 0.25
    quotes: float = 0.02
    more: float = 0.45
    manner: Manner = Manner.PATTERNS


PROFILES = {
    profile.name: profile
    for profile in (
        Profile("letters"),
        Profile("office", vocabulary=6_000, long=130, short=40, formulas=0.7, quotes=0.08, more=0.65),
        Profile("sentences", long=75, manner=Manner.OPEN_PLACES),
        Profile("brief", vocabulary=15_000, long=45, short=15, short_rate=0.4),
        Profile("pool", vocabulary=6_000, manner=Manner.POOL),
        Profile("few words", vocabulary=200, formulas=0, quotes=0, manner=Manner.WORDS),
    )
}
"""The first is what the goals are held against; the others show whether an engine is made for that one alone."""

_BEFORE_SIGN = re.compile(r" (?=[,.])")


class Writer:
    """Writes sentences in the manner of a profile; the same seed writes the same."""

    def __init__(self, chance: random.Random, profile: Profile):
        self.chance, self.profile = chance, profile
        self._classes = words.vocabulary(chance, profile.vocabulary)
        self._few = words.Drawer(chance, self._classes["N"].words[: profile.vocabulary], even=True)
        self._fillings = {name: text.split(";") for name, text in phrases.FILLINGS.items()}
        self._pool = [self.spelled(self.pattern()) for _ in range(600)] if profile.manner is Manner.POOL else []
        self.plan = [self.sentence() for _ in range(300)]

    def word(self) -> str:
        """Some word, to stand in the place of another."""
        return self._few() if self.profile.manner is Manner.WORDS else self._classes[self.chance.choice("NNVPA")]()

    def sentence(self, topic: tuple[str, ...] = ()) -> str:
        """A sentence; the words of the topic come up in it again and again."""
        if self.profile.manner is Manner.OPEN_PLACES:
            return self._filled(self.chance.choice(phrases.SENTENCES))
        if self.profile.manner is Manner.WORDS:
            return " ".join(self._few() for _ in range(self.chance.randint(8, 20))).capitalize() + "."
        if self.profile.manner is Manner.POOL:
            return self.chance.choice(self._pool)
        return self.spelled(self.pattern(), topic)

    def pattern(self) -> str:
        """The skeleton of a sentence: its word classes and small words."""
        chance, made = self.chance, self.chance.choice(phrases.MAINS)
        while chance.random() < self.profile.more:
            made += " " + chance.choice(phrases.MORE)
        return made

    def spelled(self, pattern: str, topic: tuple[str, ...] = ()) -> str:
        """The pattern with words in it."""
        chance = self.chance
        spelled = " ".join(
            chance.choice(topic)
            if part == "N" and topic and chance.random() < 0.3
            else self._classes[part]()
            if part in self._classes
            else str(chance.randint(2, 99))
            if part == "D"
            else part
            for part in pattern.split()
        )
        return _BEFORE_SIGN.sub("", f"{spelled[0].upper()}{spelled[1:]}.")

    def topic(self) -> tuple[str, ...]:
        """The few nouns that a text is about."""
        return tuple(self._classes["N"]() for _ in range(4))

    def body(self, mean: int, topic: tuple[str, ...] = ()) -> list[str]:
        """Sentences of about so many words, no two the same."""
        wanted = max(12, round(self.chance.gauss(mean, mean / 3)))
        made: dict[str, int] = {}
        while sum(made.values()) < wanted:
            sentence = self.sentence(topic)
            made[sentence] = sentence.count(" ") + 1
        return list(made)

    def _filled(self, sentence: str) -> str:
        filled = re.sub(r"\{(\w+)\}", lambda open: self.chance.choice(self._fillings[open[1]]).strip(), sentence)
        filled = " ".join(filled.split())
        return filled[0].upper() + filled[1:]

    def dressed(self, body: list[str], party: str) -> list[str]:
        """The sentences with what letters have around them: a party's name, formulas of courtesy, a quotation."""
        chance, made = self.chance, list(body)
        if chance.random() < 0.3 and self.profile.manner is not Manner.WORDS:
            made[0] = named(chance.choice(phrases.NAMED), party) + made[0][0].lower() + made[0][1:]
        if chance.random() < self.profile.quotes:
            made.insert(chance.randrange(len(made) + 1), self.quotation(chance.randint(1, 3)))
        if chance.random() < self.profile.formulas:
            made.insert(0, self.opening(party))
        if chance.random() < self.profile.formulas / 2:
            made.append(self.closing(party))
        return made

    def quotation(self, sentences: int) -> str:
        """Some sentences of the plan, word for word."""
        start = self.chance.randrange(len(self.plan) - sentences)
        return self.chance.choice(phrases.QUOTING) + " ".join(self.plan[start : start + sentences]) + "«"

    def opening(self, party: str) -> str:
        """A formula that letters begin with."""
        return named(self.chance.choice(phrases.OPENINGS), party)

    def closing(self, party: str) -> str:
        """A formula that letters end with."""
        return named(self.chance.choice(phrases.CLOSINGS), party)


def named(sentence: str, party: str) -> str:
    """The sentence said by a party."""
    return re.sub(r"\bX(s?)\b", rf"{party}\1", sentence)


def parties(chance: random.Random, count: int) -> list[str]:
    """So many names of parties."""
    kinds = ("{} Kommune", "{} Kommune", "Patientforeningen {}", "Lægerne i {}", "{} Sygehus", "Ældrerådet i {}")
    made: dict[str, None] = {}
    while len(made) < count:
        made[chance.choice(kinds).format(words.place(chance))] = None
    return list(made)
