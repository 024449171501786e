"""What a person named on the command line -> a Filter."""

from collections.abc import Iterable
from difflib import get_close_matches

from sqlite_utils import Database

from hearing.enums import Meaning
from hearing.report.lines import Filter, Unknown
from hearing.store import parties, themes
from hearing.wording import fold


def choose(
    db: Database,
    hearing_id: int,
    *,
    theme: str | None = None,
    party: str | None = None,
    meaning: Meaning | None = None,
) -> Filter:
    """The filter of a theme, a party (by full, short or other name) and a meaning, whatever their case.

    Raises Unknown.
    """
    of_theme = theme and _named("tema", theme, [((t.name,), t) for t in themes.of(db, hearing_id)])
    of_party = party and _named(
        "høringspart",
        party,
        [((p.name, p.short_name, *p.other_names), p) for p in parties.of(db, hearing_id)],
    )
    words = [
        of_theme and f"tema: {of_theme.name}",
        of_party and f"høringspart: {of_party.name}",
        meaning and f"håndtering: {meaning.label}",
    ]
    return Filter(
        themes=(of_theme.id,) if of_theme else (),
        parties=(of_party.id,) if of_party else (),
        meanings=(meaning,) if meaning else (),
        words="; ".join(word for word in words if word),
    )


def _named(noun: str, name: str, records: Iterable[tuple[tuple[str, ...], object]]):
    """The record of that name: the first name of any record goes before the others."""
    known: dict[str, object] = {}
    printed: dict[str, str] = {}
    for rank in (slice(0, 1), slice(1, None)):
        for names, record in records:
            for other in names[rank]:
                if other:
                    known.setdefault(fold(other), record)
                    printed.setdefault(fold(other), names[0])
    if fold(name) in known:
        return known[fold(name)]
    near = dict.fromkeys(printed[key] for key in get_close_matches(fold(name), known, n=3, cutoff=0.5))
    suggestion = f" Mente du {' eller '.join(f'»{n}«' for n in near)}?" if near else ""
    raise Unknown(
        f"Høringen har ingen {noun} med navnet »{name}«.{suggestion}".replace("ingen tema", "intet tema")
    )
