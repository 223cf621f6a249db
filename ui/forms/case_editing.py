"""Dialogs that complete or correct a dispute and its parties."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QDialog

from mediator_desk.labels import label
from mediator_desk.records.dispute import Category, Channel, Topic
from mediator_desk.records.people import Party, PartyKind, Side
from mediator_desk.records.place import Level, Place
from mediator_desk.usecases.change_dispute import (
    AddParty,
    ChangeDispute,
    ChangeParty,
    add_party,
    change_dispute,
    change_party,
)
from mediator_desk.words import _
from ui.forms.case_desk import CaseDesk, choices_of
from ui.forms.inputs import PickInput
from ui.forms.log_form import count_of, log_fields
from ui.forms.party_fields import full_fields, party_from, party_values
from ui.forms.places import communities, estates
from ui.forms.sheet import Choice, Field, Sheet, Text
from ui.forms.sheet_dialog import SheetDialog
from ui.widgets.completing import Candidate


def edit_dialog(at: CaseDesk) -> QDialog:
    """Correct a dispute; the fields of the log form again, and two more."""
    dispute = at.file.dispute

    def request(values: dict[str, Any]) -> ChangeDispute:
        return ChangeDispute(
            dispute=dispute.id,
            version=dispute.version,
            text=values["text"],
            topic=Topic(values["topic"]),
            category=Category(values["category"]),
            channel=Channel(values["channel"]),
            division=values["division"] or dispute.division,
            estate=str(values["estate"] or ""),
            building=values["building"],
            unit=values["unit"],
            title=values["title"],
            happened_on=values["happened_on"],
            households=count_of(values["households"]),
            risk=values["risk"],
        )

    dialog = at.sheet(
        title=_("Edit {number}").format(number=at.number),
        fields=_edit_fields(at),
        verb=_("&Save"),
        usecase=change_dispute,
        request=request,
        said=_("corrected"),
        values=_standing(at),
        explain=_("What stood before stays in the journal."),
        width=42.0,
    )
    _offer_places(at, dialog)
    return dialog


def add_party_dialog(at: CaseDesk) -> QDialog:
    """Add one more party."""
    dispute = at.file.dispute
    sides = {party.side for party in at.file.parties}
    side = Side.RESPONDENT if Side.APPLICANT in sides else Side.APPLICANT
    return at.sheet(
        title=_("Add a party, {number}").format(number=at.number),
        fields=full_fields(at.today, _counties(at)),
        verb=_("&Add"),
        usecase=add_party,
        request=lambda values: AddParty(dispute=dispute.id, party=party_from(values, at.today)),
        said=_("party added"),
        values={"kind": PartyKind.PERSON.value, "side": side.value},
        width=40.0,
    )


def change_party_dialog(at: CaseDesk) -> QDialog:
    """Correct a party; with several, say first which."""
    if len(at.file.parties) == 1:
        return _party_sheet(at, at.file.parties[0])
    return WhichParty(at)


class WhichParty(SheetDialog):
    """Asks which party; then its fields open."""

    def __init__(self, at: CaseDesk) -> None:
        """Offer the parties."""
        super().__init__(
            at.parent,
            title=_("Which party of {number}?").format(number=at.number),
            sheet=Sheet(
                (Choice(key="party", label=_("&Party"), choices=at.parties(), required=True),)
            ),
            verb=_("&Go on"),
            errands=at.errands,
            job=lambda values: partial(_party_of, at, str(values["party"])),
            then=lambda party: _party_sheet(at, party).open(),
            width=24.0,
        )


def _party_of(at: CaseDesk, id: str) -> Party:
    return next(party for party in at.file.parties if str(party.id) == id)


def _party_sheet(at: CaseDesk, party: Party) -> QDialog:
    return at.sheet(
        title=_("Correct {name}").format(name=party.name),
        fields=full_fields(at.today, _counties(at)),
        verb=_("&Save"),
        usecase=change_party,
        request=lambda values: ChangeParty(
            party=party.id,
            version=party.version,
            fields=party_from(values, at.today, before=party),
        ),
        said=_("party corrected"),
        values=party_values(party),
        width=40.0,
    )


def _standing(at: CaseDesk) -> dict[str, Any]:
    """Give what stands in the dispute now; the estate comes in by an errand."""
    dispute = at.file.dispute
    known = at.desk.books.divisions.get(dispute.division)
    name = known.name if known else dispute.division
    return {
        "text": dispute.text,
        "topic": dispute.topic.value,
        "category": dispute.category.value,
        "channel": dispute.channel.value,
        "division": Candidate(dispute.division, name),
        "building": dispute.building,
        "unit": dispute.unit,
        "title": dispute.title,
        "happened_on": dispute.happened_on,
        "households": str(dispute.households or ""),
        "risk": dispute.risk,
    }


def _edit_fields(at: CaseDesk) -> list[Field]:
    """Give the fields of the log form without its parties, which have dialogs of their own."""
    fields = [one for one in log_fields(at.desk) if one.key != "parties"]
    category = Choice(
        key="category",
        label=_("Official cate&gory"),
        choices=choices_of(Category, label),
        required=True,
        half=True,
    )
    return [
        *fields[:2],
        category,
        *fields[2:],
        Text(key="risk", label=_("&Risk"), hint=_("If anything is brewing"), lines=2),
    ]


def _offer_places(at: CaseDesk, dialog: SheetDialog) -> None:
    """Let places and estates come in by errands while the dialog is already open."""
    dispute = at.file.dispute

    def offer(candidates: tuple[Candidate, ...]) -> None:
        line = dialog.sheet.cell("division").input
        if isinstance(line, PickInput):
            line.edit.offer(candidates)
        own = next((one for one in candidates if one.key == dispute.division), None)
        if own is not None and line.value() == dispute.division:
            line.fill(own)

    def offer_estates(places: tuple[Place, ...]) -> None:
        line = dialog.sheet.cell("estate").input
        if isinstance(line, PickInput):
            line.edit.offer(estates(places))
        own = next((one.name for one in places if one.id == dispute.estate), "")
        untouched = not dialog.sheet.touched()
        dialog.sheet.fill({"estate": own})
        if untouched:
            dialog.sheet.settle()

    errands, owner = at.errands, dialog
    errands.run(partial(communities, at.desk), owner=owner, then=offer)
    errands.run(partial(at.desk.queries.estates, dispute.division), owner=owner, then=offer_estates)


def _counties(at: CaseDesk) -> list[str]:
    divisions = at.desk.books.divisions
    return [code for code, one in divisions.items() if one.level is Level.COUNTY]
