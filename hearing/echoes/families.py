"""Texts that are surely made from one another: what they share is one text's, however many send it."""

from array import array
from collections.abc import Sequence

NOBODY = 0
"""A place that no text ever has."""

LARGE = 500
"""Members up to which every two of a family are a pair; beyond, each is one with the family's first."""


class Families:
    """The family of each place: the place of its first member, and the members of those that have several."""

    def __init__(self) -> None:
        self.of = array("I", [NOBODY])
        self._members: dict[int, list[int]] = {}

    def join(self, place: int, kin: int) -> None:
        """Puts a place into the family of another, NOBODY for a family of its own."""
        while len(self.of) <= place:
            self.of.append(NOBODY)
        self.of[place] = self.of[kin] or place
        if kin:
            self._members.setdefault(self.of[kin], [self.of[kin]]).append(place)

    def leave(self, place: int) -> None:
        """Takes a place out of its family; the next member becomes the first."""
        family = self.of[place]
        members = self._members.pop(family, [place])
        members.remove(place)
        for other in members if place == family else ():
            self.of[other] = members[0]
        if len(members) > 1:
            self._members[members[0]] = members

    def members(self, place: int) -> Sequence[int]:
        """All of its family."""
        return self._members.get(self.of[place]) or (place,)

    def told(self, place: int) -> Sequence[int]:
        """The members of its family that are compared with a text like it."""
        members = self.members(place)
        return members if len(members) <= LARGE else members[:1]
