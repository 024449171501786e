"""Whatever is done to points that repeat each other: what follows a source is handled as it is, undone or not."""

from dataclasses import replace

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from hearing import raised as pure
from hearing.casework import (
    cuts,
    decisions,
    echoes,
    imports,
    labels,
    parties,
    places,
    points,
    raised,
    undo,
    verdicts,
)
from hearing.casework.inheritance import alike
from hearing.casework.raising import who_raised
from hearing.casework.refusal import Refused
from hearing.enums import Meaning, Printing, Remaining
from hearing.intake.rows import Reading, Row
from hearing.records import By
from hearing.store import connection, schema
from hearing.store import decisions as stored_decisions
from hearing.store import echoes as links
from hearing.store import parties as stored_parties
from hearing.store import points as stored
from hearing.store import verdicts as judged
from hearing.store.transaction import Stale
from tests.dump import dump

ME = By("abc")
_COMMENTS = st.sampled_from(["", "Drøftes i foråret.", "Er afklaret.\nNy tekst i afsnit 2.", "Afvises her."])
_ANY = st.integers(0, 13)


def _rows() -> tuple[Row, ...]:
    """Three parties. Of the second three points at others, one by way of another; the third go in a ring."""
    names = ["Lyngby Strandråd", "Foreningen Åkanden"]
    rows = [Row(party=names[n // 4], label="abcd"[n % 4], summary=f"Ønske {n}") for n in range(8)]
    rows += [
        Row(party="Bo Lund", label=label, summary=f"Som {of}", echo_of=of) for label, of in (("a", 9), ("b", 8))
    ]
    rows[0] = replace(
        rows[0], decision="Imødekommes", meaning=Meaning.CHANGE, comment="Ny tekst.", marks=((0, 2),)
    )
    rows[1] = replace(rows[1], decision="Afvises", meaning=Meaning.NO_CHANGE, comment="Se planen.")
    rows[5] = replace(rows[5], summary="Samme kommentar som Lyngby Strandråd", decision="Samme", echo_of=0)
    rows[6] = replace(rows[6], summary="Samme kommentar som b", decision="Samme", echo_of=5)
    rows[7] = replace(rows[7], decision="Afvises", meaning=Meaning.NO_CHANGE, echo_of=0)
    return tuple(rows)


class Groups(RuleBasedStateMachine):
    """Verbs in any order, on any points; those that are refused change nothing."""

    @initialize()
    def begin(self) -> None:
        """The two parties' table."""
        self.db = connection.connect(":memory:")
        schema.migrate(self.db)
        self.hearing = imports.create(self.db, ME, "Plan", Reading(rows=_rows()))
        self.done = 1
        self.before, self.verb = {}, 0

    def teardown(self) -> None:
        """Let the memory go."""
        self.db.conn.close()

    def _point(self, n: int):
        found = stored.of(self.db, self.hearing)
        return found[n % len(found)]

    def _latest(self) -> int:
        return self.db.execute("select max(id) from event").fetchone()[0]

    def _does(self, verb, *given, **fields) -> None:
        before, latest = dump(self.db), self._latest()
        try:
            verb(self.db, ME, *given, **fields)
            if self._latest() > latest:
                self.before, self.verb = before, self._latest()
        except (Refused, Stale) as refusal:
            assert str(refusal)
            assert dump(self.db) == before

    @rule(n=_ANY, m=_ANY)
    def confirm(self, n, m) -> None:
        point = self._point(n)
        source = self._point(m)
        self._does(echoes.confirm, point.id, point.version, source.id, source.version)

    @rule(pairs=st.lists(st.tuples(_ANY, _ANY), min_size=2, max_size=3))
    def confirm_many(self, pairs) -> None:
        chosen = [(self._point(n), self._point(m)) for n, m in pairs]
        self._does(echoes.confirm_many, [(one.id, one.version, other.id, other.version) for one, other in chosen])

    @rule(n=_ANY, m=_ANY)
    def copy(self, n, m) -> None:
        point = self._point(n)
        source = self._point(m)
        self._does(echoes.copy, point.id, point.version, source.id, source.version)

    @rule(n=_ANY, comment=_COMMENTS, deviation=st.sampled_from(["", "Kun børn"]), decision=st.integers(0, 2))
    def change(self, n, comment, deviation, decision) -> None:
        point, known = self._point(n), [None, *(d.id for d in stored_decisions.of(self.db, self.hearing))]
        fields = {"comment": comment, "marks": ((0, len(comment)),), "decision_id": known[decision]}
        self._does(points.change, point.id, point.version, deviation=deviation, **fields)

    @rule(n=_ANY, comment=_COMMENTS)
    def deviate(self, n, comment) -> None:
        point = self._point(n)
        self._does(echoes.deviate, point.id, point.version, "Gælder kun søndag", comment=comment, marks=())

    @rule(verb=st.sampled_from([echoes.follow, echoes.leave, echoes.make_source]), n=_ANY)
    def go(self, verb, n) -> None:
        point = self._point(n)
        self._does(verb, point.id, point.version)

    @rule(n=_ANY, printing=st.sampled_from(Printing))
    def print_as(self, n, printing) -> None:
        point = self._point(n)
        self._does(echoes.print_as, point.id, point.version, printing)

    @rule(verb=st.sampled_from([verdicts.reject, verdicts.keep]), n=_ANY, m=_ANY)
    def judge(self, verb, n, m) -> None:
        self._does(verb, self._point(n).id, self._point(m).id)

    @rule(n=_ANY)
    def reconsider(self, n) -> None:
        if said := judged.of(self.db, self.hearing):
            verdict = said[n % len(said)]
            self._does(verdicts.reconsider, verdict.one_id, verdict.other_id, verdict.kind)

    @precondition(lambda self: len(stored.of(self.db, self.hearing)) > 4)
    @rule(n=_ANY, remaining=st.sampled_from([None, *Remaining]))
    def remove(self, n, remaining) -> None:
        point = self._point(n)
        self._does(points.remove, point.id, point.version, remaining)

    @rule(n=_ANY, m=_ANY)
    def merge(self, n, m) -> None:
        one = self._point(n)
        own = stored.of_party(self.db, one.party_id)
        other = own[m % len(own)]
        self._does(cuts.merge, one.id, one.version, other.id, other.version)

    @precondition(lambda self: len(stored.of(self.db, self.hearing)) < 14)
    @rule(n=_ANY, of=st.sampled_from(["summary", "comment"]))
    def split(self, n, of) -> None:
        point = self._point(n)
        self._does(cuts.split, point.id, point.version, **{of: f"{getattr(point, of)} Et.\n---\nTo."})

    @rule(n=_ANY, m=_ANY)
    def move(self, n, m) -> None:
        point, known = self._point(n), stored_parties.of(self.db, self.hearing)
        self._does(places.move, point.id, point.version, known[m % len(known)].id, None)

    @rule(n=_ANY)
    def tell(self, n) -> None:
        """The comment says who has raised the wish."""
        point = self._point(n)
        self._does(raised.tell, point.id, point.version)

    @rule(
        n=_ANY, name=st.sampled_from(["Foreningen Åkanden", "Åkandens Venner, Lyngby og Omegn", "Bo Lund m.fl."])
    )
    def rename(self, n, name) -> None:
        """What a party is called stands in the sentences that name it."""
        known = stored_parties.of(self.db, self.hearing)
        self._does(parties.change, replace(known[n % len(known)], name=name))

    @rule(n=_ANY)
    def relabel(self, n) -> None:
        """The labels of a party, which other points are named by."""
        party_id = self._point(n).party_id
        seen = [(one.point.id, one.point.version) for one in labels.anew(self.db, party_id)]
        self._does(labels.relabel, party_id, seen)

    @rule(n=_ANY)
    def remove_party(self, n) -> None:
        """Refused while it has points; a point that was moved away leaves one that has none."""
        known = stored_parties.of(self.db, self.hearing)
        party = known[n % len(known)]
        self._does(parties.remove, party.id, party.version)

    @precondition(lambda self: len(stored_decisions.of(self.db, self.hearing)) > 3)
    @rule()
    def join_phrases(self) -> None:
        first, second, *_ = stored_decisions.of(self.db, self.hearing)
        self._does(decisions.merge, second.id, second.version, first.id)

    @rule(back=st.integers(0, 4))
    def take_back(self, back) -> None:
        """Undo one of the latest events."""
        latest = self._latest() - back
        if latest > self.done:
            self._does(undo.undo, latest)

    @precondition(lambda self: self.verb == self._latest() > self.done)
    @rule()
    def take_back_the_last(self) -> None:
        """Everything is as it was before the last verb; and taken back in turn, as it was after it."""
        after = dump(self.db)
        undone = undo.undo(self.db, ME, self.verb)
        assert dump(self.db) == self.before
        undo.undo(self.db, ME, undone)
        assert dump(self.db) == after

    @invariant()
    def everything_fits(self) -> None:
        """One source at most (the database sees to that), no echo of an echo, no ring, and all handled alike."""
        if not hasattr(self, "db"):
            return
        point_of = {point.id: point for point in stored.of(self.db, self.hearing)}
        echo_of = {link.point_id: link for link in links.of(self.db, self.hearing)}
        source_of = {id: link.source_id for id, link in echo_of.items()}
        for id, link in echo_of.items():
            assert link.as_read or id not in links.chain(id, source_of)
            assert link.as_read or link.source_id not in echo_of
            assert not (link.as_read and link.deviation)
            if link.follows:
                assert alike(point_of[id], point_of[link.source_id])
        self._sentences_are_true(point_of)
        for verdict in judged.of(self.db, self.hearing):
            assert verdict.one_id in point_of and verdict.other_id in point_of
            assert source_of.get(verdict.one_id) != verdict.other_id
            assert source_of.get(verdict.other_id) != verdict.one_id

    def _sentences_are_true(self, point_of) -> None:
        """Nobody writes who has raised a wish but the program."""
        names = [party.name for party in stored_parties.of(self.db, self.hearing)]
        for ids in links.inside(self.db, point_of).values():
            who = who_raised(self.db, [point_of[id] for id in ids])
            for point in (point_of[id] for id in ids):
                assert pure.find(point, who) or not pure.find_any(point, names), (point.comment, who)


TestGroups = Groups.TestCase
TestGroups.settings = settings(
    max_examples=60, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
)
