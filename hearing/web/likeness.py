"""The panel "Ligner": what a point is like, what sets them apart, and how the others were handled."""

from contextlib import ExitStack
from dataclasses import dataclass, replace

from flask import Flask, g, render_template, request

from hearing import likeness
from hearing.casework import earlier as earlier_casework
from hearing.casework.points import LONGEST
from hearing.echoes.comparing import FIELDS, Comparison, compare
from hearing.echoes.contrasts import contrasts
from hearing.echoes.difference import Kind, Piece
from hearing.echoes.marked import shortened
from hearing.echoes.pairs import Match, Nearness, Reason
from hearing.echoes.texts import Text
from hearing.echoes.warnings import Warned
from hearing.enums import VerdictKind
from hearing.likeness import Earlier, Progress
from hearing.records import Decision, Hearing, Point
from hearing.store import decisions, echoes, hearings, parties, verdicts
from hearing.web import gone, replacing
from hearing.web.database import db, found
from hearing.web.forms import tidy
from hearing.web.group import Other, around, others
from hearing.wording import blank, one_line

SHOWN = 5
# Hints that are shown beside as many resemblances as there may be.
_HINTED_AT_LEAST = 2
# Letters of a passage that both texts have, and of one that only one has; more is left out in its middle.
_LONGEST, _LONGEST_OWN = 120, 240
# Letters up to which two texts are compared word by word: more than a person reads in a panel.
_READ = 30_000


@dataclass(frozen=True)
class Resemblance:
    """A point that is like this one. ``pieces`` lead from its text to this one's.

    ``replaced`` says what of this one's own is lost if it follows the other, ``turned`` whether the other had
    better follow this one, which has more of a handling, and ``barred`` that this one cannot follow, since the
    answer of that one only points back.
    ``besides`` is what it says that this one does not, and the other way round, "" where that is not much.
    ``crossed`` names the texts compared, its and this one's, where a citation is held against a summary.
    """

    match: Match
    other: Other
    pieces: tuple[Piece, ...]
    warned: tuple[Warned, ...]
    nearness: Nearness
    besides: tuple[str, str] = ("", "")
    crossed: tuple[str, str] | None = None
    replaced: str = ""
    turned: bool = False
    barred: bool = False


@dataclass(frozen=True)
class Then:
    """A point of an earlier hearing that is like this one; ``own`` is this hearing's phrase for its decision."""

    found: Earlier
    other: Other
    own: int | None
    pieces: tuple[Piece, ...]
    nearness: Nearness
    besides: tuple[str, str]

    @property
    def when(self) -> str:
        """The year of the hearing, "" where it is not known."""
        day = self.found.hearing.period_from or self.found.hearing.period_to
        return str(day.year) if day else ""


@dataclass(frozen=True)
class Panel:
    """All that the panel shows. ``point`` is None where it is not stored yet, and ``asked`` whether it has a text.

    ``more`` counts the resemblances that are not shown; ``earlier_is_read`` says whether all earlier hearings have
    been asked. ``apart`` are those that a person handles for themselves, ``in_group`` counts those that are
    handled together with this one.
    """

    hearing: Hearing
    point: Point | None
    asked: bool
    progress: Progress
    alike: list[Resemblance]
    more: int
    kept: list[Other]
    apart: list[tuple[Other, VerdictKind]]
    in_group: int
    earlier: list[Then]
    earlier_is_read: bool
    repeats: Other | None


def register(app: Flask) -> None:
    """Let the background know while a person is being answered."""

    @app.before_request
    def begin() -> None:
        g.answering = ExitStack()
        g.answering.enter_context(likeness.courtesy.answering())

    app.teardown_request(lambda _error: g.answering.close() if "answering" in g else None)


def typed(id: int):
    """The panel for the text that is being typed at a point."""
    point = gone.point(id)
    return render_template("likeness/_panel.html", panel=panel(point, _typed(point.party_id)))


def new(party_id: int):
    """The panel for the text that is being typed as a new point of a party."""
    party = found(parties.find(db(), party_id))
    blank_point = Point(0, party.hearing_id, party_id, None, 0)
    return render_template("likeness/_panel.html", panel=panel(blank_point, _typed(party_id)))


def _typed(party_id: int) -> Text:
    # More could not be saved either.
    summary, excerpt = ((tidy(request.form.get(name)) or "")[:LONGEST] for name in ("summary", "excerpt"))
    return Text(summary, excerpt, party_id)


def panel(point: Point, text: Text | None = None) -> Panel:
    """The panel of a point as it is stored, or with the text that is typed; a new point's id is 0."""
    text = text or Text(point.summary, point.excerpt, point.party_id)
    hearing = hearings.find(db(), point.hearing_id)
    said = not (blank(text.summary) and blank(text.excerpt))
    matches = likeness.of_text(db(), point.hearing_id, text, point.id) if said else []
    judged = {
        verdict.other_id if verdict.one_id == point.id else verdict.one_id: verdict.kind
        for verdict in verdicts.touching(db(), point.id)
    }
    group, link = around(point.id), echoes.of_point(db(), point.id)
    open_ = [match for match in matches if match.id not in group and match.id not in judged]
    known = {point.id, *group, *judged, *(match.id for match in matches)}
    hints = likeness.hints(db(), point.hearing_id, text, known) if said else []
    shown = open_[:SHOWN] + hints[: max(SHOWN - len(open_), _HINTED_AT_LEAST)]
    other_of = others([match.id for match in shown] + list(judged) + list(group))
    decision = decisions.find(db(), point.decision_id or 0)
    alike = [
        _weighed(_resemblance(match, other_of[match.id], text), point, decision)
        for match in shown
        if match.id in other_of
    ]
    settled = [(other_of[id], said) for id, said in judged.items() if id in other_of]
    return Panel(
        hearing=hearing,
        point=point if point.id else None,
        asked=said,
        progress=likeness.state(db(), point.hearing_id),
        alike=alike,
        more=max(len(open_) - SHOWN, 0),
        kept=[other for other, said in settled if said is VerdictKind.REFERENCE],
        apart=[(other, said) for other, said in settled if said is not VerdictKind.REFERENCE],
        in_group=len(group) - 1,
        earlier=_earlier(hearing, text) if said else [],
        earlier_is_read=not said or likeness.earlier_is_read(db(), hearing),
        repeats=other_of.get(link.source_id) if link else None,
    )


def _resemblance(match: Match, other: Other, text: Text) -> Resemblance:
    if match.reason is Reason.SAME_WISH:
        said = Text(other.point.summary, other.point.excerpt)
        return Resemblance(match, other, _told(other), contrasts(said, text), match.nearness)
    found = _compared(other, text)
    return Resemblance(
        match, other, _pieces(found, other), found.warnings, found.nearness(match), found.besides, _crossed(found)
    )


def _weighed(one: Resemblance, point: Point, decision: Decision | None) -> Resemblance:
    """The same with what a person should know before one of the two follows the other."""
    other = one.other
    weights = replacing.weight(point, decision), replacing.weight(other.point, other.decision)
    return replace(
        one,
        replaced=replacing.replaced(point, decision, other.point, other.decision, other.name),
        turned=weights[0] > weights[1] and other.source is None,
        barred=replacing.only_points_back(point, other.point),
    )


def _compared(other: Other, text: Text) -> Comparison:
    """The other point held against a text, as much of both as is read in a panel."""
    theirs, mine = (Text(said.summary[:_READ], said.excerpt[:_READ]) for said in (other.point, text))
    return compare(theirs, mine)


def _pieces(found: Comparison, other: Other) -> tuple[Piece, ...]:
    return shortened(found.versions[0].together(), _LONGEST_OWN, _LONGEST) if found.versions else _told(other)


def _told(other: Other) -> tuple[Piece, ...]:
    """What the other says, where all of the words are others and what differs between them says nothing."""
    theirs = one_line(other.point.summary) or one_line(other.point.excerpt)
    return shortened([Piece(Kind.SAME, theirs)], _LONGEST_OWN, _LONGEST)


def _crossed(found: Comparison) -> tuple[str, str] | None:
    """Which of the other's texts is held against which of this one, where they are not of one sort."""
    fields = found.versions[0].fields if found.versions else FIELDS[:1] * 2
    return None if fields[0] == fields[1] else fields


def _earlier(hearing: Hearing, text: Text) -> list[Then]:
    vocabulary = decisions.of(db(), hearing.id)
    told = likeness.earlier(db(), hearing, text)
    other_of = others([one.point.id for one in told])
    return [_then(one, other, vocabulary, text) for one in told if (other := other_of.get(one.point.id))]


def _then(one: Earlier, other: Other, vocabulary: list[Decision], text: Text) -> Then:
    own = earlier_casework.alike(vocabulary, other.decision) if other.decision else None
    found = _compared(other, text)
    return Then(one, other, own, _pieces(found, other), found.nearness(one.match), found.besides)
