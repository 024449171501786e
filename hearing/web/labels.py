"""The labels of a party's points, set anew after a person has seen how."""

from flask import redirect, render_template, url_for
from wtforms import HiddenField

from hearing.casework import labels as casework
from hearing.records import Party
from hearing.store import hearings, parties
from hearing.web.database import by, db, found
from hearing.web.forms import BaseForm
from hearing.web.points import asked_back


class LabelsForm(BaseForm):
    """What the person saw: "id:version" of every point, in order."""

    seen = HiddenField()

    def pairs(self) -> list[tuple[int, int]]:
        """The ids and versions; empty if the field holds anything else, which then is stale."""
        try:
            pairs = [pair.split(":") for pair in (self.seen.data or "").split()]
            return [(int(id), int(version)) for id, version in pairs]
        except ValueError:
            return []


def index(party_id: int):
    """The labels as they are and as they would be."""
    return _page(found(parties.find(db(), party_id)), LabelsForm(None))


def relabel(party_id: int):
    """Set them so."""
    party = found(parties.find(db(), party_id))
    form = LabelsForm()
    if form.does(lambda: casework.relabel(db(), by(form), party_id, form.pairs())):
        form.tell("Bogstaverne er sat på ny.")
        return redirect(asked_back() or url_for("table.show", hearing_id=party.hearing_id), 303)
    return _page(party, form), form.code


def _page(party: Party, form: LabelsForm) -> str:
    proposals = casework.anew(db(), party.id)
    form.seen.data = " ".join(f"{proposal.point.id}:{proposal.point.version}" for proposal in proposals)
    return render_template(
        "labels/index.html",
        hearing=hearings.find(db(), party.hearing_id),
        party=party,
        proposals=proposals,
        form=form,
        back=asked_back() or url_for("table.show", hearing_id=party.hearing_id),
    )
