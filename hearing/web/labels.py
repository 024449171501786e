"""The labels of a party's points, set anew after a person has seen how."""

from flask import redirect, render_template, url_for

from hearing.casework import labels as casework
from hearing.records import Party
from hearing.store import hearings, parties
from hearing.web.database import by, db, found
from hearing.web.forms import SeenForm
from hearing.web.points import asked_back


def index(party_id: int):
    """The labels as they are and as they would be."""
    return _page(found(parties.find(db(), party_id)), SeenForm(None))


def relabel(party_id: int):
    """Set them so."""
    party = found(parties.find(db(), party_id))
    form = SeenForm()
    if form.does(lambda: casework.relabel(db(), by(form), party_id, form.pairs)):
        form.tell("Bogstaverne er sat på ny.")
        return redirect(asked_back() or url_for("table.show", hearing_id=party.hearing_id), 303)
    return _page(party, form), form.code


def _page(party: Party, form: SeenForm) -> str:
    proposals = casework.anew(db(), party.id)
    form.show(proposal.point for proposal in proposals)
    return render_template(
        "labels/index.html",
        hearing=hearings.find(db(), party.hearing_id),
        party=party,
        proposals=proposals,
        form=form,
        back=asked_back() or url_for("table.show", hearing_id=party.hearing_id),
    )
