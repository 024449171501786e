"""One field in which what stands stored and what a person typed differ, after a save that came too late."""

from dataclasses import dataclass

from hearing.echoes import difference


@dataclass(frozen=True)
class Disagreement:
    """``both`` says that the two persons both changed it; otherwise only the person at the keyboard did."""

    name: str
    label: str
    theirs: str
    mine: str
    both: bool = True

    @property
    def pieces(self) -> tuple[difference.Piece, ...]:
        """The words in which the two differ."""
        return difference.words(self.theirs, self.mine)
