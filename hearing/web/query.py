"""The state of a table page as it stands in the address: what is picked, sorted, shown."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from flask import url_for
from sqlite_utils import Database
from werkzeug.datastructures import MultiDict

from hearing.enums import Echoing, Labelled, Meaning, Status
from hearing.store import search, table
from hearing.store.selection import NO_REMARKS, Facet, Picked, Selection, pick
from hearing.store.table import Vocabulary
from hearing.wording import one_line

_LARGEST_PAGE = 10**7


class Sort(Labelled):
    """The orders of the table on the screen."""

    ROW = "row", "Tabellens egen"
    PARTY = "party", "Høringspart"
    THEME = "theme", "Tema"
    DECISION = "decision", "Håndtering"
    STATUS = "status", "Status"


@dataclass(frozen=True)
class Query:
    """What an address asks of a table. ``cut`` says that the search was longer than what is used of it."""

    selection: Selection = field(default_factory=Selection)
    sort: Sort = Sort.ROW
    page: int = 1
    silent: bool = True
    meaning: Meaning | None = None
    cut: bool = False

    def __bool__(self) -> bool:
        """Whether any row is filtered away."""
        return bool(self.selection or self.meaning)

    def address(self, endpoint: str, **values: object) -> str:
        """The address of this state on a page."""
        parts: dict[str, object] = {
            facet.name.lower(): [_written(choice) for choice in sorted(choices, key=str)]
            for facet, choices in self.selection.chosen.items()
        }
        parts |= {
            "q": self.selection.words or None,
            "sort": self.sort.value if self.sort is not Sort.ROW else None,
            "page": self.page if self.page > 1 else None,
            "silent": None if self.silent else "0",
            "meaning": self.meaning and self.meaning.value,
        }
        return url_for(endpoint, **{**parts, **values})

    def at(self, page: int) -> "Query":
        """The same rows, another page."""
        return replace(self, page=page)

    def without(self, facet: Facet, choice: object) -> "Query":
        """One choice less, from the first page on."""
        chosen = {f: choices - {choice} if f is facet else choices for f, choices in self.selection.chosen.items()}
        chosen = {f: choices for f, choices in chosen.items() if choices}
        return replace(self, page=1, selection=replace(self.selection, chosen=chosen))

    def without_words(self) -> "Query":
        """No search."""
        return replace(self, page=1, selection=replace(self.selection, words=""))

    def without_meaning(self) -> "Query":
        """Whatever the decisions mean."""
        return replace(self, page=1, meaning=None)

    def with_silent(self, silent: bool) -> "Query":
        """The parties without an answer shown or hidden."""
        return replace(self, page=1, silent=silent)


def _written(choice: object) -> object:
    """A choice as it stands in the address; "without" is 0."""
    return {None: 0, True: 1, False: 0}.get(choice, choice)


def read(args: MultiDict, known: Vocabulary) -> Query:
    """The query of an address. Whatever is not understood is passed over: an address is typed by anybody."""
    words = one_line(args.get("q", "")[:10_000])
    readers: Mapping[Facet, Callable[[str], object]] = {
        Facet.PARTY: lambda text: _key(text, known.parties),
        Facet.THEME: lambda text: _key_or_none(text, known.themes),
        Facet.DECISION: lambda text: _key_or_none(text, {NO_REMARKS: None, **known.decisions}),
        Facet.STATUS: lambda text: Status(text).value,
        Facet.RESPONSIBLE: lambda text: "" if text == "0" else one_line(text[: search.LONGEST]),
        Facet.UNSURE: lambda text: bool(int(text[:1])),
        Facet.ECHO: lambda text: None if text == "0" else Echoing(text).value,
    }
    chosen = {}
    for facet, reader in readers.items():
        choices = frozenset(_readable(args.getlist(facet.name.lower()), reader))
        if choices:
            chosen[facet] = choices
    return Query(
        Selection(chosen, words[: search.LONGEST]),
        next(_readable([args.get("sort", "")], Sort), Sort.ROW),
        next(_readable([args.get("page", "")], lambda text: min(max(int(text[:9]), 1), _LARGEST_PAGE)), 1),
        args.get("silent") != "0",
        next(_readable([args.get("meaning", "")], Meaning), None),
        len(words) > search.LONGEST,
    )


def answer(db: Database, hearing_id: int, query: Query, known: Vocabulary) -> Picked:
    """The rows that the query asks for, in table order, and the counts of its choices."""
    outline = table.outline(db, hearing_id, query.selection.words)
    if query.meaning is not None:
        meant = {decision.id for decision in known.decisions.values() if decision.meaning is query.meaning}
        outline = [row for row in outline if row[Facet.DECISION] in meant]
    return pick(outline, query.selection)


def _readable(texts: list[str], reader: Callable[[str], object]):
    for text in texts:
        try:
            yield reader(text)
        except ValueError:
            continue


def _key(text: str, records: Mapping[int, object]) -> int:
    key = int(text[:20])
    if key not in records:
        raise ValueError(key)
    return key


def _key_or_none(text: str, records: Mapping[int, object]) -> int | None:
    return None if text == "0" else _key(text, records)
