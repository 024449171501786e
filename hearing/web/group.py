"""The group of points that repeat one another, as the page of one of them shows it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from hearing import mentions
from hearing.records import Decision, Echo, Party, Point
from hearing.store import decisions, echoes, parties, points
from hearing.store import mentions as stored
from hearing.web import comments
from hearing.web.database import db


@dataclass(frozen=True)
class Other:
    """Another point, who says it, how it is handled, what it repeats itself, and why it deviates from that."""

    point: Point
    party: Party
    decision: Decision | None = None
    source: "Other | None" = None
    deviation: str = ""

    @property
    def name(self) -> str:
        """What the panel calls it."""
        return f"{mentions.plain(self.party)} {self.point.label}".strip()

    @property
    def handled(self) -> bool:
        """Whether it has a decision or a comment, be it only by what it repeats."""
        own = self.decision or self.point.decision_printed or self.point.comment
        return bool(own or (self.source and self.source.handled))

    def typed_comment(self, hearing_id: int) -> str:
        """Its comment as a form of that hearing holds it; what it mentions in another hearing is plain text."""
        if self.point.hearing_id == hearing_id:
            return comments.shown(db(), self.point)[0]
        return mentions.typed(self.point.comment, self.point.marks, (), {})


@dataclass(frozen=True)
class Group:
    """A source and those that repeat it. ``link`` is the page's own point's, None where that is the source."""

    link: Echo | None
    source: Other
    members: list[tuple[Echo, Other]]

    @property
    def raised_by(self) -> int:
        """How many parties raise the wish."""
        return len({other.party.id for other in (self.source, *(other for _, other in self.members))})


def of(point: Point) -> Group | None:
    """The group that a point is in; None where it repeats nothing and nothing repeats it."""
    ids = _inside(point.id)
    if len(ids) < 2:
        return None
    other_of, link_of = others(ids), echoes.among(db(), ids)
    members = sorted(((link_of[id], other_of[id]) for id in ids[1:]), key=_place)
    return Group(link_of.get(point.id), other_of[ids[0]], members)


def around(id: int) -> set[int]:
    """The points of the group that a point is in, itself too."""
    return {id, *_inside(id)}


def _inside(id: int) -> list[int]:
    """The points of the group that a point is in, the source first; of one that is not stored, none."""
    return next(iter(echoes.inside(db(), [id]).values()), [])


def _place(member: tuple[Echo, Other]) -> tuple[int, int]:
    _, other = member
    return other.point.position, other.point.id


def _as_called(point_of: dict[int, Point]) -> dict[int, Point]:
    """The points, of whichever hearings, with what their comments mention by its name of today."""
    hearings = {point.hearing_id for point in point_of.values()}
    now = [
        point
        for id in hearings
        for point in stored.now(db(), id, [point for point in point_of.values() if point.hearing_id == id])
    ]
    return {point.id: point for point in now}


def others(ids: Iterable[int]) -> dict[int, Other]:
    """The points with these ids that are there, by id, with comments that use the names of today."""
    links = echoes.links_from(db(), ids)
    as_read = echoes.links_from(db(), ids, as_read=True)
    point_of = _as_called(points.among(db(), list({*ids, *links, *links.values()})))
    decided = {id: point.decision_id for id, point in point_of.items()}
    plain = {
        id: Other(
            point,
            parties.find(db(), point.party_id),
            decisions.find(db(), echoes.decided(id, as_read, decided) or 0),
        )
        for id, point in point_of.items()
    }
    own_way = {id: link.deviation for id, link in echoes.among(db(), plain).items()}
    return {
        id: replace(one, source=plain.get(links.get(id, 0)), deviation=own_way.get(id, ""))
        for id, one in plain.items()
    }
