"""The page "Gentagelser": what is decided unlike, the suggestions one after the other, and the groups."""

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import merge

from flask import render_template, request

from hearing import likeness
from hearing.echoes.pairs import Pair
from hearing.enums import Printing
from hearing.likeness import Unlike
from hearing.records import Hearing
from hearing.store import echoes, hearings, table, verdicts
from hearing.store.selection import ID
from hearing.store.table import Entry, Vocabulary
from hearing.web import family, replacing, suggestions
from hearing.web.database import db, found
from hearing.web.forms import Confirmation, number

_UNLIKE, _GROUPS, _COMING = 5, 10, 8
# Members of one group that are shown on the page of all groups; on the group's own page there are more.
_MEMBERS, _MEMBERS_ALONE = 12, 500


@dataclass(frozen=True)
class Contrast:
    """Two points of one wish, decided unlike; ``pair`` where they are not linked, ``reason`` of a deviation."""

    sides: tuple[suggestions.Side, suggestions.Side]
    pair: Pair | None = None
    reason: str = ""


@dataclass(frozen=True)
class Cut:
    """A part of a long list: what is shown, its number and how many there are of such parts, and of all."""

    shown: Sequence
    number: int
    pages: int
    all: int


def index(hearing_id: int):
    """Everything about repetitions in one hearing; with ``group``, that group alone."""
    hearing = found(hearings.find(db(), hearing_id))
    known = table.vocabulary(db(), hearing_id)
    alone = request.args.get("group", type=number)
    if alone is not None:
        return _render(hearing, known, groups=_groups(hearing, known, [alone], _MEMBERS_ALONE), alone=True)
    waiting = likeness.suggestions(db(), hearing_id)
    unlike = likeness.unlike(db(), hearing_id)
    waiting = list(merge(waiting, unlike.between, key=likeness.best_first))
    steps = suggestions.steps(db(), hearing_id, waiting, one_by_one="pairs" in request.args)
    at, card = _card(known, steps, suggestions.standing_at(steps, request.args.get("at", "")))
    return _render(
        hearing,
        known,
        progress=likeness.state(db(), hearing_id),
        unlike=unlike,
        contrasts=_contrasts(hearing, known, unlike),
        explained=_explained(hearing, known, unlike),
        likely=unlike.likely,
        steps=steps,
        at=at,
        card=card,
        following=_following(known, steps[at + 1 : at + 1 + _COMING]),
        groups=_groups(hearing, known, _in_order(hearing), _MEMBERS),
        judged=verdicts.count(db(), hearing_id),
    )


def _render(hearing: Hearing, known: Vocabulary, **more: object) -> str:
    printings = (Printing.HEARING, Printing.REFERENCE, Printing.FULL)
    shown = {"alone": False, "deciding": Confirmation(None), "printings": printings, **more}
    return render_template("review/index.html", hearing=hearing, known=known, **shown)


def _contrasts(hearing: Hearing, known: Vocabulary, unlike: Unlike) -> Cut:
    cut = _cut([*unlike.groups, *unlike.pairs], "unlike", _UNLIKE)
    groups = echoes.groups(db(), hearing.id, [one for one in cut.shown if isinstance(one, int)])
    found = {group.source.id: group for group in groups}
    shown = [
        contrast
        for one in cut.shown
        for contrast in (_contrast(known, one) if isinstance(one, Pair) else _differing(known, found.get(one)))
    ]
    return Cut(shown, cut.number, cut.pages, cut.all)


def _explained(hearing: Hearing, known: Vocabulary, unlike: Unlike) -> list[Contrast]:
    """The members that deviate for a reason, a few: nothing is asked of anybody."""
    groups = echoes.groups(db(), hearing.id, unlike.explained[:_UNLIKE])
    return [contrast for group in groups for contrast in _differing(known, group)]


def _differing(known: Vocabulary, group: echoes.Group | None) -> list[Contrast]:
    """The members of a group that are handled in another way than its source, a few."""
    if group is None:
        return []
    ids = [point.id for link, point in group.members if not link.follows]
    entries = {entry.point.id: entry for entry in _entries([group.source.id, *ids], known)}
    source = entries[group.source.id]
    differing = [
        entry
        for id in ids
        if (entry := entries[id]).echo.deviation
        or (source.decision and entry.decision and entry.decision != source.decision)
    ]
    return [
        Contrast(suggestions.compared(source, entry)[:2], reason=entry.echo.deviation)
        for entry in differing[:_UNLIKE]
    ]


def _contrast(known: Vocabulary, pair: Pair) -> list[Contrast]:
    entries = _entries([pair.a, pair.b], known)
    return [Contrast(suggestions.compared(*entries)[:2], pair)] if len(entries) == 2 else []


def _card(known: Vocabulary, steps: Sequence[suggestions.Step], at: int) -> tuple[int, dict[str, object] | None]:
    """The suggestion that is to be decided now, and its number: the first from here whose points are there.

    What is held in memory may know of more than this page, which shows an earlier moment.
    """
    for n, step in enumerate(steps[at:], at):
        entries = _entries(step.ids, known)
        if len(entries) > 1:
            return n, _laid_out(step, entries)
    return len(steps), None


def _laid_out(step: suggestions.Step, entries: list[Entry]) -> dict[str, object]:
    entries.sort(key=lambda entry: (entry.point.position, entry.point.id))
    sources = {entry.point.id for entry in entries if entry.raised_by}
    left, right, compared = suggestions.compared(*entries[:2])
    source, asked = suggestions.source(entries, sources), request.args.get("source", type=number)
    if step.family and asked in step.ids:
        source = asked
    return {
        "step": step,
        "entries": entries,
        "sides": (left, right),
        "compared": compared,
        "source": source,
        "members": family.members(entries, source, request.args.getlist("without", number)),
        "replaced": [replacing.told(*entries[:2]), replacing.told(*entries[1::-1])],
        "between_groups": all(entry.source for entry in entries),
        "parties": len({entry.party.id for entry in entries}),
    }


def _following(known: Vocabulary, steps: Sequence[suggestions.Step]) -> list[tuple]:
    """The suggestions that come next: each with two of its points, and these held against each other."""
    entries = {entry.point.id: entry for entry in _entries([i for s in steps for i in s.ids[:2]], known)}
    both = [(step, [entries[id] for id in step.ids[:2] if id in entries]) for step in steps]
    return [(step, pair, suggestions.compared(*pair)[2]) for step, pair in both if len(pair) == 2]


def _in_order(hearing: Hearing) -> list[int]:
    """The sources of the hearing's groups in table order."""
    sources = echoes.sources(db(), hearing.id)
    return [row[ID] for row in table.outline(db(), hearing.id) if row[ID] in sources]


def _groups(hearing: Hearing, known: Vocabulary, sources: Sequence[int], most: int) -> Cut:
    """The groups of a page, each as the entries of its source and of so many of its members."""
    cut = _cut(sources, "page", _GROUPS)
    shown = []
    for group in echoes.groups(db(), hearing.id, cut.shown):
        ids = [group.source.id, *(point.id for _, point in group.members[:most])]
        shown.append((_entries(ids, known), len(group.members)))
    return Cut(shown, cut.number, cut.pages, cut.all)


def _entries(ids: Sequence[int], known: Vocabulary) -> list[Entry]:
    return table.entries(db(), ids, known, printed=False)


def _cut(rows: Sequence, name: str, size: int) -> Cut:
    pages = max(1, -(-len(rows) // size))
    page = min(max(request.args.get(name, 1, number), 1), pages)
    return Cut(rows[(page - 1) * size : page * size], page, pages, len(rows))
