"""Two points that belong together, how surely, and why."""

from dataclasses import dataclass
from enum import StrEnum

from hearing.enums import Labelled

LISTED = 30
"""The lowest score that is listed as an echo."""

SAME_TEXT = 60
"""The lowest score of two texts of which one is made from the other: copied, edited, contained."""


class Reason(StrEnum):
    """Why two points are said to belong together."""

    TEXT = "text"
    REFERENCE = "reference"
    SAME_WISH = "same_wish"


class Nearness(Labelled):
    """A score in words."""

    VERBATIM = "verbatim", "Ordret"
    NEARLY = "nearly", "Næsten ordret"
    ALIKE = "alike", "Ligner"
    PERHAPS = "perhaps", "Måske samme ønske"
    REFERENCE = "reference", "Henviser"


class _Scored:
    """What has a ``score`` and a ``reason``."""

    __slots__ = ()

    @property
    def nearness(self) -> Nearness:
        """The score in words."""
        return nearness(self.score, self.reason)


@dataclass(frozen=True, slots=True)
class Match(_Scored):
    """A point that is like a text. ``score`` is 30 to 100, 100 for word for word."""

    id: int
    score: int
    same_party: bool = False
    reason: Reason = Reason.TEXT


@dataclass(frozen=True, slots=True)
class Pair(_Scored):
    """Two points that are like each other, ``a`` the one that was there first."""

    a: int
    b: int
    score: int
    same_party: bool = False
    reason: Reason = Reason.TEXT


def nearness(score: int, reason: Reason) -> Nearness:
    """A score and its reason in words."""
    if reason is Reason.REFERENCE:
        return Nearness.REFERENCE
    if reason is Reason.SAME_WISH:
        return Nearness.PERHAPS
    if score >= 100:
        return Nearness.VERBATIM
    return Nearness.NEARLY if score >= 85 else Nearness.ALIKE
