"""What a party's name says: its short name, on whose behalf it answers; and the list of parties of a hearing."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from hearing.enums import PartyKind
from hearing.intake import party_kinds
from hearing.wording import fold, one_line

_BULLET = re.compile(r"^(?:[\s•◦▪▫●○■□·*‣⁃§‐‑–—\uf0b7\uf0a7\uf02d-]|o\s+(?=\w))+")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,20})[)\]]")
_SHORT = re.compile(r"[A-ZÆØÅ][\w/&.-]*(?:[ -][A-ZÆØÅ][\w-]*)?")
_BEHALF = re.compile(r"\(?\s*\b(?:p\.?\s?v\.?\s?a\.?|på vegne)(?:\s+af)?\s*:?\s+(.+?)\)?\s*$", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[,;/]\s*(?:og\s+)?|\s+(?:og|samt|&)\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Listed:
    """A line of the list of parties. ``kind`` is that of the heading above it, else None."""

    name: str
    short_name: str = ""
    kind: PartyKind | None = None


@dataclass(frozen=True)
class PartyList:
    """The parties of a list, and Danish sentences about what of it was not read."""

    listed: tuple[Listed, ...]
    remarks: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """The name on one line, without bullets and leading blanks; "pva. ..." and brackets stay."""
    return one_line(_BULLET.sub("", one_line(text)))


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """For telling that two spellings are one party: case, blanks, hyphens, full stops and "aa" for å make none."""
    return re.sub(r"[\W_]+", "", fold(bare(name))).replace("aa", "å")


@lru_cache(maxsize=4096)
def short_name(name: str) -> str:
    """The short name in the name's brackets ("Patientrådet (PR)" -> "PR"); "" if they hold anything else."""
    for inside in _BRACKETS.findall(name):
        capitals = sum(letter.isupper() for letter in inside)
        if _SHORT.fullmatch(inside) and (capitals > 1 or len(inside) <= 4):
            return inside
    return ""


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """The name without its short name in brackets and without "pva. ..."."""
    return without_short_name(_BEHALF.sub("", bare(name)))


def without_short_name(name: str) -> str:
    """The name without its short name in brackets."""
    short = short_name(name)
    return one_line(name.replace(f"({short})", "").replace(f"[{short}]", "")) if short else name


def represents(name: str) -> tuple[str, ...]:
    """The parties on whose behalf this one answers ("A pva. B, C og D" -> B, C, D).

    "B og C Kommuner" are two: "B Kommune" and "C Kommune".
    """
    found = _BEHALF.search(one_line(name))
    parts = [part.strip(" .") for part in _BETWEEN.split(found[1])] if found else []
    if parts and parts[-1].casefold().endswith(" kommuner"):
        towns = [*parts[:-1], parts[-1][: -len(" kommuner")]]
        parts = [town if "kommune" in town.casefold() else f"{town} Kommune" for town in towns]
    return tuple(part for part in parts if part)


def read_list(text: str) -> tuple[Listed, ...]:
    """A list of parties: one name a line, short name in brackets; a line ending in a colon is a kind."""
    kind: PartyKind | None = None
    found: list[Listed] = []
    for line in text.splitlines():
        name = bare(line)
        if name.endswith(":"):
            kind = party_kinds.of_heading(name[:-1])
        elif name:
            found.append(Listed(name, short_name(name), kind))
    return joined(found)


def joined(listed: Iterable[Listed]) -> tuple[Listed, ...]:
    """Every party once: a name that comes again, with a short name or without, goes as the one that says most."""
    found: dict[str, list[Listed]] = {}
    for entry in listed:
        _put(found.setdefault(key(plain(entry.name)), []), entry)
    return tuple(entry for entries in found.values() for entry in entries)


def _put(entries: list[Listed], new: Listed) -> None:
    """Add an entry to those of the same name, or join it with the one that it repeats."""
    for n, old in enumerate(entries):
        if not old.short_name or not new.short_name or old.short_name == new.short_name:
            name = max(old.name, new.name, key=len)
            entries[n] = Listed(name, old.short_name or new.short_name, old.kind or new.kind)
            return
    entries.append(new)
