"""One point becomes several, or several become one."""

import re
from dataclasses import replace

from sqlite_utils import Database

from hearing import marks, mentions
from hearing.casework import mentions as mentioning
from hearing.casework.inheritance import alike, handled_as, settle
from hearing.casework.meanwhile import Seen
from hearing.casework.parting import part_ties
from hearing.casework.places import behind
from hearing.casework.points import answering, changed, check, save, standing, themed
from hearing.casework.raising import in_step
from hearing.casework.refusal import Refused
from hearing.casework.takeover import standing_alone, take_over
from hearing.enums import Status, Verb
from hearing.records import By, Point
from hearing.store import points
from hearing.store.transaction import transaction
from hearing.wording import blank, one_line

_CUT = re.compile(r"^[ \t]*---[ \t]*$", re.MULTILINE)
_TEXTS = ("summary", "comment", "excerpt")


def parts(text: str) -> list[tuple[int, int]]:
    """The ranges of the text between the lines that hold only ---, without blanks at the cuts."""
    edges = [0, *(edge for cut in _CUT.finditer(text) for edge in cut.span()), len(text)]
    found = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        part = text[start:end]
        start += len(part) - len(part.lstrip())
        found.append((start, start + len(part.strip())))
    return found if len(found) > 1 else [(0, len(text))]


def split(
    db: Database,
    by: By,
    id: int,
    version: int,
    *,
    deviation: str = "",
    link: Seen | None = None,
    **fields: object,
) -> int:
    """Cut the point where its texts, as edited, hold a line with only ---; return the event.

    The parts stand behind each other and share theme, decision, page, status and responsible. The first keeps
    the label and the note; the others have none until labels are set anew. ``deviation`` and ``link`` are those of
    ``points.change``. What the point repeats, and what repeats it, goes with the part that is most like it.
    """
    with transaction(db, by, Verb.POINT_SPLIT) as tx, in_step(tx, [id]):
        old = standing(tx, id, version)
        first, *others = _parts(changed(old, **themed(tx, old.hearing_id, fields)))
        if not others:
            raise Refused("Skriv en linje med kun --- der, hvor bemærkningen skal deles.", "summary")
        save(tx, old, first, one_line(deviation), link)
        place, made = old.position, [first]
        for point in others:
            place = behind(tx, old.hearing_id, place)
            new = answering(tx, replace(point, id=0, position=place))
            made.append(replace(new, id=points.add(tx, new)))
        part_ties(tx, old, made)
    return tx.event_id


def _parts(point: Point) -> list[Point]:
    """The points that this one is cut into."""
    cut = {name: parts(getattr(point, name)) for name in _TEXTS}
    made = []
    for n in range(max(len(found) for found in cut.values())):
        ranges = {name: found[n] if n < len(found) else (0, 0) for name, found in cut.items()}
        texts = {name: getattr(point, name)[start:end] for name, (start, end) in ranges.items()}
        marked = marks.cut(point.marks, *ranges["comment"])
        part = replace(point, **texts, marks=marked, mentions=mentions.cut(point.mentions, *ranges["comment"]))
        part = part if n == 0 else replace(part, label="", note="", unsure="")
        if all(map(blank, texts.values())):
            raise Refused(f"Del {n + 1} er tom. Flyt linjen med ---, så der står noget på begge sider.", "summary")
        check(part)
        made.append(part)
    return made


def merge(db: Database, by: By, id: int, version: int, other_id: int, other_version: int) -> int:
    """Let the point take over the texts of another one of its party, which is removed; return the event.

    Texts follow each other on lines of their own. Theme, decision and responsible are the first point's where it
    has them; the status is the one that is least far. What repeated the other point repeats this one. A point that
    follows another keeps that one's decision and comment; Refused where the other point has something to add.
    """
    with transaction(db, by, Verb.POINT_MERGE) as tx, in_step(tx, [id, other_id]):
        one, other = standing(tx, id, version), standing(tx, other_id, other_version)
        if one.party_id != other.party_id or one.id == other.id:
            raise Refused("Kun to bemærkninger fra samme høringspart kan lægges sammen.")
        kept = standing_alone(tx, one, other)
        joined = _joined(kept, other)
        if alike(kept, other):
            joined = handled_as(joined, kept)
        check(joined)
        take_over(tx, one, other, joined)
        points.change(tx, one, answering(tx, joined, gone=other.id))
        mentioning.let_go(tx, other, into=one)
        points.remove(tx, other)
        settle(tx, [one.id])
    return tx.event_id


def _joined(one: Point, other: Point) -> Point:
    texts = {name: _lines(getattr(one, name), getattr(other, name)) for name in (*_TEXTS, "note")}
    shift = len(texts["comment"]) - len(other.comment)
    theme = one if one.theme_id is not None or one.theme_printed else other
    decision = one if one.decision_id is not None or one.decision_printed else other
    return replace(
        one,
        **texts,
        marks=(*one.marks, *marks.shift(other.marks, shift)),
        mentions=(*one.mentions, *mentions.shift(other.mentions, shift)),
        theme_id=theme.theme_id,
        theme_printed=theme.theme_printed,
        decision_id=decision.decision_id,
        decision_printed=decision.decision_printed,
        page=", ".join(dict.fromkeys(page for page in (one.page, other.page) if page)),
        responsible=one.responsible or other.responsible,
        status=min(one.status, other.status, key=list(Status).index),
        unsure=" ".join(dict.fromkeys(doubt for doubt in (one.unsure, other.unsure) if doubt)),
    )


def _lines(one: str, other: str) -> str:
    return "\n".join(text for text in (one, other) if text)
