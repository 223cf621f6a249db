"""Taking in the roster of a vote: pasted from Excel, with its sums beside it."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QDialog

from mediator_desk.records.owners_vote import AreaSource, VotingUnit
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.ballots import vote_of
from mediator_desk.rules.heads_and_area import UnitVote, square_metres, tally_area, tally_heads
from mediator_desk.usecases.owners_votes import rosters
from mediator_desk.usecases.owners_votes.pasted import units_of
from mediator_desk.words import _
from ui.forms.sheet import Sheet, Text
from ui.forms.sheet_dialog import SheetDialog
from ui.forms.vote_desk import VoteDesk

_LINES = 12


def take_roster(at: VoteDesk) -> QDialog:
    """Ask for the units; what stands in the roster now can be corrected in place."""
    sheet = Sheet(
        (
            Text(
                key="units",
                label=_("&Units: unit, owners, area, remarks — one on each line"),
                hint=_("Copy the rows of an Excel table and paste them here"),
                lines=_LINES,
                required=True,
                remark=_sums,
            ),
        )
    )
    sheet.fill({"units": "\n".join(_line(one) for one in at.file.units)})
    sheet.settle()

    def asked(values: dict[str, Any]) -> Callable[[], Changes]:
        request = rosters.TakeRoster(vote=at.file.vote.id, units=units_of(values["units"]))
        return partial(rosters.take_roster, at.desk, request)

    dialog = SheetDialog(
        at.parent,
        title=_("Roster of the vote"),
        explain=_("Units of one owner count one head; so do all unsold units of a developer."),
        sheet=sheet,
        verb=_("&Keep the roster"),
        errands=at.errands,
        job=asked,
        then=at.then(_("{vote}: the roster is kept.")),
        width=44.0,
    )
    dialog.open()
    return dialog


def _sums(text: str) -> str:
    """Add up what is pasted so far, or say which line cannot be read."""
    if not text:
        return ""
    try:
        units = units_of(text)
        votes = [
            UnitVote(
                unit=one.unit,
                owner=one.owner,
                area=rosters.hundredths(one.area, one.unit),
                took_part=False,
                agrees=False,
                unsold=one.unsold,
            )
            for one in units
        ]
    except Refusal as refusal:
        return refusal.words()
    return _("{units} units, {heads} heads, {area} m²").format(
        units=len(units),
        heads=tally_heads(votes).all,
        area=square_metres(tally_area(votes).all),
    )


def _line(unit: VotingUnit) -> str:
    """Write a unit as it would be typed."""
    source = {AreaSource.SURVEY: "测绘", AreaSource.CONTRACT: "合同"}.get(unit.area_source, "")
    more = (unit.phone, source, "未售" if unit.unsold else "")
    owners = "、".join(one for one in (unit.owner, *unit.co_owners) if one)
    area = square_metres(vote_of(unit, None).area)
    return ", ".join((unit.unit, owners, area, *(one for one in more if one)))
