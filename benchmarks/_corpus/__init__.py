"""Corpora of invented Danish with planted echoes, each labelled with its kind; a seed makes the same corpus again.

One text in ten repeats another, in one of twenty ways or more; eight in a hundred only look like another.
"""

import json
import math
import random
from dataclasses import dataclass, field
from itertools import cycle

from benchmarks._corpus import likeness, phrases, planting
from benchmarks._corpus.writing import PROFILES, Profile, Writer, parties

__all__ = ["PROFILES", "Corpus", "Made", "make"]


@dataclass(frozen=True, slots=True)
class Made:
    """One text, said by one party."""

    text: str
    party: str


@dataclass
class Corpus:
    """The texts, by their place, and what is known about their pairs; a pair is (the lower place, the higher)."""

    texts: list[Made]
    parties: list[str]
    plan: list[str]
    echoes: dict[tuple[int, int], str] = field(default_factory=dict)
    """Every echo with its source, and the kind."""
    campaigns: list[frozenset[int]] = field(default_factory=list)
    """The members of each: any two of them are a pair."""
    negatives: dict[tuple[int, int], str] = field(default_factory=dict)
    unscored: dict[tuple[int, int], str] = field(default_factory=dict)
    """Opposites, which no comparison of texts can tell from copies."""

    def lines(self) -> str:
        """As ``echoes --texts`` reads it."""
        return "".join(
            json.dumps({"id": n, "text": made.text, "group": made.party}, ensure_ascii=False) + "\n"
            for n, made in enumerate(self.texts)
        )


def make(count: int, seed: int, profile: Profile = PROFILES["letters"]) -> Corpus:
    """So many texts."""
    return _Assembly(random.Random(f"{profile.name} {seed}"), count, profile).corpus()


class _Assembly:
    def __init__(self, chance: random.Random, count: int, profile: Profile):
        self._chance, self._count, self._profile = chance, count, profile
        self._writer = Writer(chance, profile)
        self._parties = parties(chance, min(3000, max(8, count // 5)))
        self._bodies: list[list[str]] = []
        self._made: list[Made] = []
        self._labels: dict[str, dict[tuple[int, int], str]] = {"echoes": {}, "negatives": {}, "unscored": {}}
        self._campaigns: list[list[int]] = []

    def corpus(self) -> Corpus:
        echoes, alike = round(self._count * 0.1), round(self._count * 0.08)
        for _ in range(self._count - echoes - alike):
            self._original()
        self._sources = {short: self._unused(short) for short in (False, True)}
        self._plant_campaigns(round(echoes * 0.2) if self._count >= 500 else 0)
        self._plant(echoes - sum(len(members) - 1 for members in self._campaigns))
        self._plant_alike(self._count - len(self._made))
        return self._shuffled()

    def _original(self) -> None:
        short = self._chance.random() < self._profile.short_rate
        mean = self._profile.short if short else self._profile.long
        self._bodies.append(self._writer.body(mean, self._writer.topic()))
        self._say(self._bodies[-1], dress=not short)

    def _unused(self, short: bool) -> list[int]:
        """The texts that an echo may be made of, in any order; the long ones have some sentences."""
        most = self._profile.short * 1.5
        lengths = {n: sum(s.count(" ") + 1 for s in body) for n, body in enumerate(self._bodies)}
        found = [
            n
            for n, length in lengths.items()
            if (length <= most if short else length > most and len(self._bodies[n]) >= 4)
        ]
        self._chance.shuffle(found)
        return found

    def _say(self, body: list[str], but: int | None = None, dress: bool = True) -> int:
        """Let some party say it, another one than said the text ``but``; return its place."""
        party = self._chance.choice(self._parties)
        while but is not None and party == self._made[but].party:
            party = self._chance.choice(self._parties)
        # A short summary has no courtesy around it, and what is made of a text keeps what that had.
        said = self._writer.dressed(body, party) if dress else body
        self._made.append(Made(" ".join(said), party))
        return len(self._made) - 1

    def _plant_campaigns(self, budget: int) -> None:
        while budget >= 10:
            size = min(budget, round(math.exp(self._chance.uniform(math.log(10), math.log(300)))))
            source = self._sources[False].pop()
            members = [source]
            for _ in range(size):
                members.append(self._echo(source, planting.campaign, "campaign"))
            self._campaigns.append(members)
            budget -= size

    def _plant(self, count: int) -> None:
        kinds = [
            *((False, *kind) for kind in planting.LONG.items()),
            *((True, *k) for k in planting.SHORT.items()),
        ]
        self._chance.shuffle(kinds)
        for _, (short, kind, edit) in zip(range(count), cycle(kinds), strict=False):
            if not self._sources[short]:
                continue
            source = self._sources[short].pop()
            if kind == "merged" and self._sources[False]:
                self._merge(source, self._sources[False].pop())
            else:
                self._echo(source, edit, kind)

    def _echo(self, source: int, edit: planting.Edit, kind: str) -> int:
        """Let another party say what was made of a text; its own name stands where the first one's stood."""
        said = self._made[source]
        place = self._say(edit(self._writer, self._bodies[source]), but=source, dress=False)
        if kind in ("verbatim", "campaign"):
            self._made[place] = self._swapped(source, place, edit)
        self._labels["echoes"][source, place] = (
            "name swapped" if kind == "verbatim" and said.party in said.text else kind
        )
        return place

    def _swapped(self, source: int, place: int, edit: planting.Edit) -> Made:
        party, first = self._made[place].party, self._made[source]
        whole = " ".join(edit(self._writer, first.text.replace(". ", ".\n").split("\n")))
        return Made(whole.replace(first.party, party), party)

    def _merge(self, one: int, other: int) -> None:
        place = self._say([*self._bodies[one], *self._bodies[other]], but=one, dress=False)
        if self._made[place].party == self._made[other].party:
            self._made[place] = Made(self._made[place].text, "Landsforeningen for Alle")
        self._labels["echoes"][one, place] = self._labels["echoes"][other, place] = "merged"

    def _plant_alike(self, count: int) -> None:
        """The last texts: half of them beside one another, the others beside an original."""
        kinds = [*likeness.NEGATIVES.items(), ("same party", None), ("opposite", None)]
        for kind, write in cycle(kinds):
            if len(self._made) >= self._count:
                return
            if write is None:
                self._beside(kind)
            elif self._count - len(self._made) > 1:
                first, second = write(self._writer)
                place = self._say(first, dress=False)
                self._labels["negatives"][place, self._say(second, but=place, dress=False)] = kind

    def _beside(self, kind: str) -> None:
        source = self._sources[False].pop()
        if kind == "same party":
            self._made.append(self._made[source])
            self._labels["negatives"][source, len(self._made) - 1] = kind
        else:
            place = self._say(self._opposite(self._bodies[source]), but=source, dress=False)
            self._labels["unscored"][source, place] = kind

    def _opposite(self, body: list[str]) -> list[str]:
        text = " ".join(body).split(" ")
        places = [n for n, word in enumerate(text) if word in phrases.BEING]
        if places:
            place = self._chance.choice(places)
            text[place] = phrases.BEING[text[place]]
        else:
            text.insert(self._chance.randrange(len(text)), "ikke")
        return [" ".join(text)]

    def _shuffled(self) -> Corpus:
        order = self._chance.sample(range(len(self._made)), len(self._made))
        place = {old: new for new, old in enumerate(order)}
        labels = {
            name: {(min(place[a], place[b]), max(place[a], place[b])): kind for (a, b), kind in pairs.items()}
            for name, pairs in self._labels.items()
        }
        campaigns = [frozenset(place[n] for n in members) for members in self._campaigns]
        names = [*self._parties, "Landsforeningen for Alle"]
        return Corpus([self._made[n] for n in order], names, self._writer.plan, campaigns=campaigns, **labels)
