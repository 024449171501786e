"""What a hearing's overview says: what waits for a person, and how the points are spread."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask import url_for

from hearing.enums import Meaning, Status
from hearing.likeness import Unlike
from hearing.records import Account, Hearing
from hearing.store.progress import Progress
from hearing.store.selection import Brief, Facet
from hearing.store.table import Vocabulary


@dataclass(frozen=True)
class Waiting:
    """Something that waits for a person: how much of what, the task in words, and where it is done."""

    number: int
    noun: tuple[str, str]
    what: str
    task: str
    address: str


@dataclass(frozen=True)
class Share:
    """A line of an overview: a name, how many points it has and how many of them are handled."""

    name: str
    points: int
    handled: int
    address: str


@dataclass(frozen=True)
class Loose:
    """Points whose comments a person may want to see to.

    They leave out some of those who have raised the wish, name a point that is gone, hold the brackets of a
    reference, or send the reader round in a ring or on to one that only sends on.
    """

    unnamed: Sequence[int] = ()
    of_nobody: Sequence[int] = ()
    bracketed: Sequence[int] = ()
    astray: Sequence[int] = ()


_NOTHING = Loose()
_ROW = ("bemærkning", "bemærkninger")
_SEVERAL = "Ønsket er rejst af flere parter"
_ASTRAY = "henviser i ring eller til en bemærkning, der selv kun henviser videre"
_LETTER = ("part, der har svaret,", "parter, der har svaret,")


def waiting(
    hearing: Hearing,
    state: Progress,
    found: Unlike,
    account: Account | None = None,
    letters: int = 0,
    astray: Sequence[int] = (),
) -> list[Waiting]:
    """What waits: first what may be wrong, then what is missing, then what is to be approved.

    ``letters`` are the parties that have sent remarks, none of which stands in the table yet, and ``astray`` the
    points whose answers lead nowhere.
    """
    told = 0 if account is None or account.seen else len(account.odd) + len(account.left_out)
    remarks = url_for("accounts.show", hearing_id=hearing.id)

    def rows(**choice: object) -> str:
        return url_for("table.show", hearing_id=hearing.id, **choice)

    vocabulary, parties = (url_for(f"{noun}.index", hearing_id=hearing.id) for noun in ("decisions", "parties"))
    phrase = ("formulering", "formuleringer")
    everything = [
        Waiting(state.unsure, _ROW, "er usikkert læst", "Se usikre læsninger efter", rows(unsure=1)),
        Waiting(told, ("punkt", "punkter"), "i rapporten fra indlæsningen er ikke set", "Se rapporten", remarks),
        Waiting(state.unknown, phrase, "har ukendt betydning", "Forklar ukendte håndteringer", vocabulary),
        *_repetitions(hearing, found)[:2],
        _first(astray, ("kommentar", "kommentarer"), _ASTRAY, "Ret henvisningen"),
        Waiting(letters, _LETTER, "har ingen bemærkninger i tabellen endnu", "Skriv bemærkningerne ind", parties),
        Waiting(state.unhandled, _ROW, "mangler håndtering", "Afgør håndteringen", rows(decision=0)),
        Waiting(state.for_approval, _ROW, "er til godkendelse", "Godkend", rows(status=Status.FOR_APPROVAL.value)),
        Waiting(state.unanswered, ("part", "parter"), "har ikke svaret", "Se, hvem der mangler", parties),
    ]
    return [one for one in everything if one.number]


def _repetitions(hearing: Hearing, found: Unlike) -> list[Waiting]:
    """What one wish with two decisions asks for, and what may turn out to be one."""
    page, start = (url_for("review.index", hearing_id=hearing.id, at=at) for at in (None, "100-0-0"))
    unlike, explained = len(found.groups) + len(found.pairs), len(found.explained)
    group, wish = ("gruppe af gentagelser", "grupper af gentagelser"), ("ønske", "ønsker")
    pair = ("sandsynlig gentagelse", "sandsynlige gentagelser")
    return [
        Waiting(unlike, wish, "er håndteret uens", "Se, hvad der er håndteret uens", page),
        Waiting(found.likely, pair, "venter på afgørelse", "Afgør gentagelserne", start),
        Waiting(explained, group, "er håndteret uens med en begrundelse", "", page),
    ]


def before_publishing(
    hearing: Hearing, state: Progress, found: Unlike, points: Sequence[Brief], loose: Loose = _NOTHING
) -> list[Waiting]:
    """What a person may want to see to before the table is published; nothing when all is done."""

    def rows(**choice: object) -> str:
        return url_for("table.show", hearing_id=hearing.id, **choice)

    late = [status.value for status in Status if status is not Status.DONE]
    # Rows without remarks are no points: the link leaves them out by naming how the points are handled.
    handled = sorted({row[Facet.DECISION] or 0 for row in points}) if state.empty else None
    comment = ("kommentar", "kommentarer")
    several = url_for("points.edit", id=loose.unnamed[0]) if len(loose.unnamed) == 1 else rows(q=_SEVERAL)
    everything = [
        Waiting(state.unhandled, _ROW, "mangler håndtering", "", rows(decision=0)),
        Waiting(
            state.points - state.done, _ROW, "har ikke status »Færdig«", "", rows(status=late, decision=handled)
        ),
        Waiting(state.unsure, _ROW, "er usikkert læst og ikke set efter", "", rows(unsure=1)),
        *_repetitions(hearing, found),
        Waiting(len(loose.unnamed), comment, "nævner ikke alle, der har rejst ønsket", "", several),
        _first(loose.astray, comment, _ASTRAY),
        _first(loose.of_nobody, comment, "henviser til en bemærkning, der er slettet"),
        _first(loose.bracketed, comment, "har klammer [[ eller ]], som trykkes, som de står"),
    ]
    return [one for one in everything if one.number]


def _first(ids: Sequence[int], noun: tuple[str, str], what: str, task: str = "") -> Waiting:
    """So many comments to see to, and the way to the first of them."""
    return Waiting(len(ids), noun, what, task, url_for("points.edit", id=ids[0]) if ids else "")


def by_meaning(hearing: Hearing, outline: Sequence[Brief], known: Vocabulary) -> list[Share]:
    """How the points are handled: a line for every meaning that occurs, and for what has none."""
    counts = Counter(row[Facet.DECISION] for row in outline)
    lines = []
    for meaning in Meaning:
        keys = [decision.id for decision in known.decisions.values() if decision.meaning is meaning]
        lines.append(_share(meaning.label, hearing, Facet.DECISION, keys, counts, counts))
    unknown = [decision.id for decision in known.decisions.values() if decision.meaning is None]
    lines.append(_share("Ukendt betydning", hearing, Facet.DECISION, unknown, counts, counts))
    lines.append(_share("Uden håndtering", hearing, Facet.DECISION, [None], counts, counts))
    return [line for line in lines if line.points]


def by_theme(hearing: Hearing, outline: Sequence[Brief], known: Vocabulary) -> list[Share]:
    """The themes in their order, with how many of their points are handled."""
    counts = Counter(row[Facet.THEME] for row in outline)
    handled = Counter(row[Facet.THEME] for row in outline if row[Facet.DECISION] is not None)
    named = [(theme.name, theme.id) for theme in known.themes.values()]
    lines = [
        _share(name, hearing, Facet.THEME, [id], counts, handled) for name, id in [*named, ("Uden tema", None)]
    ]
    return [line for line in lines if line.points]


def _share(
    name: str, hearing: Hearing, facet: Facet, keys: Iterable[int | None], counts: Counter, handled: Counter
) -> Share:
    keys = list(keys)
    choice = {facet.name.lower(): [key or 0 for key in keys]}
    address = url_for("table.show", hearing_id=hearing.id, **choice)
    return Share(name, sum(counts[key] for key in keys), sum(handled[key] for key in keys), address)
