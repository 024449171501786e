"""How the parts of an Office file name each other."""

import posixpath

from hearing.intake import markup
from hearing.intake.archive import Archive

Relations = dict[str, tuple[str, str]]
"""Id of a relationship -> its kind ("styles") and the part it names."""


def of(archive: Archive, part: str = "") -> Relations:
    """The parts that a part (by default the file itself) names.

    Targets that do not exist (../NULL, #_top) or lie outside the file are as good as not named.
    """
    folder, name = posixpath.split(part)
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    found: Relations = {}

    def start(_name: str, attributes: markup.Attributes) -> None:
        target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", ""))).lstrip("/")
        if attributes.get("TargetMode") != "External" and target in archive.names:
            found[attributes.get("Id", "")] = attributes.get("Type", "").rpartition("/")[2], target

    if rels in archive.names:
        markup.walk(archive.part(rels), start, only=frozenset(("Relationship",)))
    return found


def by_kind(relations: Relations) -> dict[str, str]:
    """Kind -> the first part of that kind."""
    found: dict[str, str] = {}
    for kind, part in relations.values():
        found.setdefault(kind, part)
    return found
