"""Pure: live references from a comment to other points: how they are called now, and how a person types them.

A comment is plain text; its mentions are the half-open ranges that name other points, each with that point's id.
What stands in such a range is what the point was called when the comment was saved. What is shown and printed is
what it is called now (``current``). For editing, a mention stands in double square brackets (``typed``).
"""

from hearing.mentions.current import Current, Mentions, Name, current, cut, shift, tidy
from hearing.mentions.directory import Directory, Unclear, called, plain
from hearing.mentions.typed import loose, read, renewed, typed

__all__ = [
    "Current",
    "Directory",
    "Mentions",
    "Name",
    "Unclear",
    "called",
    "plain",
    "current",
    "cut",
    "loose",
    "read",
    "renewed",
    "shift",
    "tidy",
    "typed",
]
