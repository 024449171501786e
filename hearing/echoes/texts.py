"""What is compared of a point."""

from collections.abc import Hashable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """The texts of a point, verbatim. The comment is never compared: the answers are formulas.

    ``party`` tells who says it, by any key; None is nobody, and nobody is the same party as nobody else.
    """

    summary: str = ""
    excerpt: str = ""
    party: Hashable = None
