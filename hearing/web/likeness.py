"""The panel "Ligner": what a point is like, what sets them apart, and how the others were handled."""

from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass, replace

from flask import Flask, g, render_template, request

from hearing import likeness
from hearing.casework import earlier as earlier_casework
from hearing.casework.points import LONGEST
from hearing.echoes import difference
from hearing.echoes.contrasts import contrasts
from hearing.echoes.pairs import Match, Reason
from hearing.echoes.texts import Text
from hearing.echoes.warnings import Warned, warnings
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
# Letters of a passage that both texts have; more is left out in its middle.
_LONGEST, _EDGE = 120, 50
# Of a text that only names another so much may be the same by chance.
_VERSIONS = 0.4
# Letters up to which two texts are compared word by word: more than a person reads in a panel.
_READ = 10_000


@dataclass(frozen=True)
class Resemblance:
    """A point that is like this one. ``pieces`` lead from its text to this one's.

    ``replaced`` says what of this one's own is lost if it follows the other, ``turned`` whether the other had
    better follow this one, which has more of a handling, and ``barred`` that this one cannot follow, since the
    answer of that one only points back.
    """

    match: Match
    other: Other
    pieces: tuple[difference.Piece, ...]
    warned: tuple[Warned, ...]
    replaced: str = ""
    turned: bool = False
    barred: bool = False


@dataclass(frozen=True)
class Then:
    """A point of an earlier hearing that is like this one; ``own`` is this hearing's phrase for its decision."""

    found: Earlier
    other: Other
    own: int | None
    pieces: tuple[difference.Piece, ...]

    @property
    def when(self) -> str:
        """The year of the hearing, "" where it is not known."""
        day = self.found.hearing.period_from or self.found.hearing.period_to
        return str(day.year) if day else ""


@dataclass(frozen=True)
class Panel:
    """All that the panel shows. ``point`` is None where it is not stored yet, and ``asked`` whether it has a text.

    ``more`` counts the resemblances that are not shown; ``earlier_is_read`` says whether all earlier hearings have
    been asked. ``apart`` are those that a person handles for themselves.
    """

    hearing: Hearing
    point: Point | None
    asked: bool
    progress: Progress
    alike: list[Resemblance]
    more: int
    kept: list[Other]
    apart: list[tuple[Other, VerdictKind]]
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
        earlier=_earlier(hearing, text) if said else [],
        earlier_is_read=not said or likeness.earlier_is_read(db(), hearing),
        repeats=other_of.get(link.source_id) if link else None,
    )


def _resemblance(match: Match, other: Other, text: Text) -> Resemblance:
    if match.reason is Reason.SAME_WISH:
        said = Text(other.point.summary, other.point.excerpt)
        return _told(match, other, contrasts(said, text))
    theirs, mine, pieces = _difference(other.point, text)
    if match.reason is Reason.REFERENCE and _share(theirs, mine, pieces) < _VERSIONS:
        return _told(match, other)
    return Resemblance(match, other, tuple(_condensed(pieces)), warnings(theirs, mine))


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


def _told(match: Match, other: Other, warned: tuple[Warned, ...] = ()) -> Resemblance:
    """What the other says, where all of the words are others and what differs between them says nothing."""
    theirs = one_line(other.point.summary) or one_line(other.point.excerpt)
    return Resemblance(match, other, tuple(_condensed([difference.Piece(difference.Kind.SAME, theirs)])), warned)


def _difference(other: Point, text: Text) -> tuple[str, str, tuple[difference.Piece, ...]]:
    """The two texts that have most in common, citation with citation or summary with summary, and how they differ.

    A short summary may be the same by chance, and says less than a long citation that is nearly the same.
    """
    pairs = [(other.excerpt, text.excerpt), (other.summary, text.summary)]
    both = [(theirs, mine) for theirs, mine in pairs if not blank(theirs) and not blank(mine)]
    both = both or [(other.excerpt or other.summary, text.excerpt or text.summary)]
    both = [(theirs[:_READ], mine[:_READ]) for theirs, mine in both]
    compared = [(theirs, mine, difference.meanings(theirs, mine)) for theirs, mine in both]
    return max(compared, key=lambda one: (_share(*one) >= _VERSIONS, _shared(one[2])))


def _share(theirs: str, mine: str, pieces: tuple[difference.Piece, ...]) -> float:
    """How much of the shorter text is in the other."""
    return _shared(pieces) / (min(len(theirs), len(mine)) or 1)


def _shared(pieces: tuple[difference.Piece, ...]) -> int:
    """How many letters both texts have."""
    return sum(len(piece.text) for piece in pieces if piece.kind is difference.Kind.SAME)


def _condensed(pieces: Iterable[difference.Piece]) -> Iterable[difference.Piece]:
    """The pieces, long passages that both texts have without their middle."""
    for piece in pieces:
        text = piece.text
        if piece.kind is difference.Kind.SAME and len(text) > _LONGEST:
            start, end = text[:_EDGE].rpartition(" ")[0], text[-_EDGE:].partition(" ")[2]
            text = f"{start} … {end}"
        yield difference.Piece(piece.kind, text)


def _earlier(hearing: Hearing, text: Text) -> list[Then]:
    vocabulary = decisions.of(db(), hearing.id)
    told = likeness.earlier(db(), hearing, text)
    other_of = others([one.point.id for one in told])
    return [
        Then(
            one,
            other,
            earlier_casework.alike(vocabulary, other.decision) if other.decision else None,
            tuple(_condensed(_difference(one.point, text)[2])),
        )
        for one in told
        if (other := other_of.get(one.point.id))
    ]
