"""What of its own a point loses when it is handled as another: told before anybody decides it."""

from hearing import mentions
from hearing.mentions import pointing
from hearing.records import Decision, Point
from hearing.store.table import Entry
from hearing.wording import listed, shortened

_SHOWN = 80


def weight(point: Point, decision: Decision | None) -> int:
    """How much of a handling a point has: of two, the one with more is what the other should repeat.

    New text of the plan is the most, then a comment with a decision, a comment, a decision, and a comment that
    only says where the answer stands.
    """
    if point.marks:
        return 5
    decided = bool(decision or point.decision_printed)
    if point.comment:
        return 1 if pointing.only_points(point.comment, point.mentions) else 3 + decided
    return 2 * decided


def replaced(point: Point, mine: Decision | None, other: Point, theirs: Decision | None, called: str) -> str:
    """The sentence that says what of the point's own is replaced by what of the other; "" where nothing is lost.

    ``mine`` and ``theirs`` are their decisions, and ``called`` is what the other is called.
    """
    if not weight(other, theirs):
        return ""
    if only_points_back(point, other):
        return f"Kan ikke følge {called}, der kun henviser hertil."
    lost = []
    if (phrase := _phrase(point, mine)) and phrase != _phrase(other, theirs):
        lost.append(f"håndteringen »{phrase}«")
    if point.comment and point.comment != other.comment:
        lost.append("kommentaren")
    if loses_new_text(point, other):
        lost.append("den nye tekst til planen")
    instead = other.comment or _phrase(other, theirs)
    return f"Her erstattes {listed(lost)} med svaret på {called}: »{shortened(instead, _SHOWN)}«" if lost else ""


def told(entry: Entry, other: Entry) -> tuple[str, bool]:
    """What is said at a row that is to repeat the other, and whether new text of the plan is lost."""
    called = f"{mentions.plain(other.party)} {other.point.label}".strip()
    said = replaced(entry.point, entry.decision, other.point, other.decision, called)
    if said and entry.raised_by:
        said += " Det gælder også dem, der følger den."
    return said, bool(said) and loses_new_text(entry.point, other.point)


def only_points_back(point: Point, other: Point) -> bool:
    """Whether the other has no answer but that it stands at the point."""
    named = any(id == point.id for *_, id in other.mentions)
    return named and pointing.only_points(other.comment, other.mentions)


def loses_new_text(point: Point, other: Point) -> bool:
    """Whether new text of the plan stands at the point that does not stand at the other."""
    return not set(_new_text(point)) <= set(_new_text(other))


def _new_text(point: Point) -> list[str]:
    return [point.comment[start:end].strip() for start, end in point.marks]


def _phrase(point: Point, decision: Decision | None) -> str:
    return point.decision_printed or (decision.phrase if decision else "")
