"""The records of the hearing tracker: frozen, made of plain values, named by the glossary.

Texts are never ``None``: an empty cell is ``""``. Dates are ``datetime.date``. An ``id`` is the key in the
database and is shown on no screen. ``version`` counts the saves of a record; a save names the version that
it was made from.
"""

from dataclasses import dataclass, field
from datetime import date, datetime

from hearing.enums import HearingKind, Meaning, PartyKind, Printing, Status, Verb, VerdictKind


@dataclass(frozen=True)
class By:
    """Who acts. ``once`` is the one-use token of the form, so that a form sent twice acts once.

    ``sent`` is a digest of what stands in the form, to tell the same again from other text under the same token.
    """

    initials: str
    once: str | None = None
    sent: str = ""


@dataclass(frozen=True)
class Hearing:
    """One consultation about one document. ``plan_term`` is how the texts name it ("praksisplanen").

    A ``removed`` hearing is in no list; everything of it is still there, so that it can be brought back.
    ``echo_printing`` is how its echoes are printed, REFERENCE or FULL, unless they say otherwise themselves; the
    three phrases are what a reference prints as summary, as decision, and behind a comment in full ("": as usual).
    """

    id: int
    title: str
    document: str = ""
    plan_term: str = ""
    case_number: str = ""
    committee: str = ""
    authority: str = ""
    period_from: date | None = None
    period_to: date | None = None
    kind: HearingKind = HearingKind.PLAN
    removed: bool = False
    echo_printing: Printing = Printing.REFERENCE
    echo_summary: str = ""
    echo_decision: str = ""
    echo_comment: str = ""
    version: int = 1


@dataclass(frozen=True)
class Party:
    """Who was asked, or answered unasked. ``name`` is as printed, with brackets and "pva. af ...".

    ``position`` lies in the same series as the positions of the points: a silent party's row stands there.
    ``citizen_number`` is n of "Borger n", given once when a person confirms a private citizen.
    """

    id: int
    hearing_id: int
    name: str
    position: int
    short_name: str = ""
    other_names: tuple[str, ...] = ()
    kind: PartyKind = PartyKind.OTHER
    kind_confirmed: bool = False
    represents: tuple[str, ...] = ()
    deadline: date | None = None
    citizen_number: int | None = None
    version: int = 1

    @property
    def masked(self) -> bool:
        """Whether documents print "Borger n" instead of the name: a guessed kind never masks."""
        return self.kind is PartyKind.CITIZEN and self.kind_confirmed

    @property
    def unmasked_citizen(self) -> bool:
        """Whether documents print the name of somebody who looks like a private citizen, until a person says."""
        return self.kind is PartyKind.CITIZEN and not self.kind_confirmed


@dataclass(frozen=True)
class Response:
    """What one party sent once. ``with_remarks`` is false for an answer that says "ingen bemærkninger"."""

    id: int
    hearing_id: int
    party_id: int
    received: date | None = None
    document_number: str = ""
    with_remarks: bool = True
    file_id: int | None = None
    version: int = 1


@dataclass(frozen=True)
class File:
    """A file that came from outside, kept byte for byte; the content is fetched apart."""

    id: int
    hearing_id: int
    name: str
    media_type: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Upload:
    """A file with a handling table that a person looks through before it becomes a hearing.

    ``parties`` is the list of parties that came with it. Its content and its reading are fetched apart.
    """

    id: int
    name: str
    title: str
    parties: str
    at: datetime
    version: int = 1


@dataclass(frozen=True)
class Told:
    """A remark of an import: about the row with this number in the file, and the point that the row became."""

    text: str
    row: int | None = None
    point_id: int | None = None


@dataclass(frozen=True)
class Account:
    """What an import told of the file: what was left out, and what looked odd, until a person has ``seen`` it."""

    id: int
    hearing_id: int
    left_out: tuple[Told, ...]
    odd: tuple[Told, ...]
    seen: bool = False
    version: int = 1


@dataclass(frozen=True)
class Theme:
    """A heading that points are sorted under; ordered per hearing."""

    id: int
    hearing_id: int
    name: str
    position: int
    version: int = 1


@dataclass(frozen=True)
class Decision:
    """A phrase of the hearing's vocabulary. ``meaning`` is None until a person says what it means."""

    id: int
    hearing_id: int
    phrase: str
    meaning: Meaning | None
    position: int
    version: int = 1


@dataclass(frozen=True)
class Point:
    """One row of the table.

    ``marks`` are the half-open ranges of ``comment`` that are new text in the plan, printed in bold.
    ``theme_printed`` and ``decision_printed`` hold what stood in an imported cell where that differs from the
    theme's name and the vocabulary's phrase. ``unsure`` says, in Danish, what a reader was unsure of; a person
    clears it. ``mentions`` are the half-open ranges of ``comment`` that name another point, each with that
    point's id: what stands there is what the point was called when the comment was saved.
    """

    id: int
    hearing_id: int
    party_id: int
    response_id: int | None
    position: int
    label: str = ""
    theme_id: int | None = None
    theme_printed: str = ""
    summary: str = ""
    decision_id: int | None = None
    decision_printed: str = ""
    comment: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    excerpt: str = ""
    page: str = ""
    responsible: str = ""
    note: str = ""
    status: Status = Status.NEW
    unsure: str = ""
    mentions: tuple[tuple[int, int, int], ...] = ()
    version: int = 1


@dataclass(frozen=True)
class Echo:
    """A point that repeats another, its source, and is handled as that one is.

    ``deviation`` says why it is not; then it has a decision and comment of its own. One printed AS_READ points at
    what its own texts name, which may be an echo again; any other echo points at the source of its whole group.
    """

    id: int
    hearing_id: int
    point_id: int
    source_id: int
    printing: Printing = Printing.AS_READ
    deviation: str = ""
    version: int = 1

    @property
    def as_read(self) -> bool:
        """Whether it says what was read, and no more: its handling is derived from what it points at."""
        return self.printing is Printing.AS_READ

    @property
    def follows(self) -> bool:
        """Whether the point holds the decision and comment of its source, and changes with it."""
        return not self.as_read and not self.deviation

    def takes_over(self, decision_id: int | None) -> bool:
        """Whether a point with this decision of its own has its handling, and how far that is, from its source."""
        return self.follows or (self.as_read and decision_id is None)

    @property
    def seen(self) -> tuple[int, int]:
        """What a form carries of the link that the person saw; (0, 0) where there was none."""
        return self.id, self.version


@dataclass(frozen=True)
class Verdict:
    """What a person has said of two points that are alike; ``one_id`` is the lower id. It holds for good."""

    id: int
    hearing_id: int
    one_id: int
    other_id: int
    kind: VerdictKind
    version: int = 1


@dataclass(frozen=True)
class Draft:
    """The text that is in hearing. What points quote of it makes them no echoes of each other."""

    id: int
    hearing_id: int
    text: str
    version: int = 1


@dataclass(frozen=True)
class Change:
    """What an event did to one record: the record's columns before and after, None where it was not there.

    Of a record that was changed there are the columns that differ, with its id, its version and what it is called.
    A change of a ``series`` is one of many records that came or went at once: ``id`` is the first, and instead of
    columns there is how many ``rows`` and the ``last`` id.
    """

    table: str
    id: int
    before: dict | None
    after: dict | None

    @property
    def series(self) -> bool:
        """Whether this is about many records at once."""
        return "rows" in (self.before or self.after or ())


@dataclass(frozen=True)
class Event:
    """Who did what, when. ``undoes`` names the event that this one took back."""

    id: int
    hearing_id: int | None
    at: datetime
    by: str
    verb: str
    reason: str = ""
    undoes: int | None = None
    changes: tuple[Change, ...] = field(default=())

    @property
    def what(self) -> str:
        """What was done, in Danish."""
        return Verb(self.verb).label if self.verb in set(Verb) else self.verb
