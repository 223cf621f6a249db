"""Correcting one unit of a roster: what is known of it stands there as soon as it is chosen."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from mediator_desk.labels import label
from mediator_desk.records.owners_vote import (
    AreaSource,
    OwnersVote,
    VoteForm,
    VoteState,
    VotingUnit,
)
from mediator_desk.rows import Changes
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.heads_and_area import square_metres
from mediator_desk.rules.remarks import Day as RemarkDay
from mediator_desk.rules.vote_roster import area_of
from mediator_desk.rules.written_opinions import latest_opinion
from mediator_desk.usecases.owners_votes import rosters
from mediator_desk.words import _
from ui.forms.fields import Field
from ui.forms.sheet import Choice, Day, Pick, Sheet, Text, Tick
from ui.forms.vote_desk import VoteDesk


def correct_unit(at: VoteDesk) -> QDialog:
    """Ask which unit, and what of it is to be corrected."""

    def asked(values: dict[str, Any]) -> Callable[[], Changes]:
        return partial(rosters.change_unit, at.desk, _request(values))

    dialog = at.ask(
        _fields(at),
        _("Correct a unit"),
        _("&Keep"),
        asked,
        _("{vote}: the unit is corrected."),
    )
    _Filling(dialog.sheet, at.file.units)
    return dialog


class _Filling(QObject):
    """Fills the sheet whenever another unit is chosen."""

    def __init__(self, sheet: Sheet, units: tuple[VotingUnit, ...]) -> None:
        super().__init__(sheet)
        self._sheet, self._units = sheet, {one.id: one for one in units}
        self._shown: UUID | None = None
        sheet.changed.connect(self._follow)

    def _follow(self) -> None:
        chosen = self._sheet.values()["unit"]
        if chosen == self._shown:
            return
        self._shown = chosen
        unit = self._units.get(chosen)
        if unit is not None:
            self._sheet.fill(_known(unit))
            self._sheet.settle()


def _known(unit: VotingUnit) -> dict[str, Any]:
    return {
        "owner": unit.owner,
        "co_owners": "、".join(unit.co_owners),
        "area": square_metres(unit.area),
        "area_source": unit.area_source.value,
        "phone": unit.phone,
        "agent": unit.agent,
        "authority": unit.authority,
        "unsold": unit.unsold,
        "own_part": unit.own_part,
        "own_part_agreed_on": unit.own_part_agreed_on,
        "opinion_by": unit.opinion_by,
        "opinion_on": unit.opinion_on,
    }


def _request(values: dict[str, Any]) -> rosters.ChangeUnit:
    area = area_of(values["area"])
    source = values["area_source"]
    return rosters.ChangeUnit(
        unit=values["unit"],
        owner=values["owner"],
        co_owners=tuple(filter(None, map(str.strip, values["co_owners"].split("、")))),
        agent=values["agent"],
        authority=values["authority"],
        phone=values["phone"],
        area=Decimal(area or 0).scaleb(-2),
        area_source=AreaSource(source) if source else None,
        unsold=values["unsold"],
        own_part=values["own_part"],
        own_part_agreed_on=values.get("own_part_agreed_on"),
        opinion_by=values.get("opinion_by"),
        opinion_on=values.get("opinion_on"),
        reason=values.get("reason") or "",
    )


def _fields(at: VoteDesk) -> tuple[Field, ...]:
    today = local_day(at.desk.now())
    return (
        Pick(key="unit", label=_("&Unit"), candidates=at.units(), required=True),
        Text(key="owner", label=_("&Owner"), half=True),
        Text(key="co_owners", label=_("Co-o&wners, with 、 between"), half=True),
        Text(key="area", label=_("A&rea in m²"), half=True, required=True),
        Choice(key="area_source", label=_("The &area is from"), half=True, as_list=True,
               choices=[(one.value, label(one)) for one in AreaSource]),
        Text(key="agent", label=_("A&gent"), half=True),
        Text(key="authority", label=_("&Power of attorney"), half=True),
        Text(key="phone", label=_("Pho&ne"), half=True),
        Tick(key="unsold", label=_("Not sol&d yet"), half=True),
        Tick(key="own_part", label=_("The matter takes up a part this owner owns alone")),
        Day(key="own_part_agreed_on", label=_("The owner agreed to &that on"), past=True,
            today=lambda: today, when=("own_part", (True,))),
        *_opinion(at.file.vote, today),
        *_reason(at.file.vote),
    )  # fmt: skip


def _reason(vote: OwnersVote) -> tuple[Field, ...]:
    """Ask why what counts is changed, once notice was given."""
    if vote.state is VoteState.DRAFT:
        return ()
    return (Text(key="reason", label=_("Why owner, area or unsold is changed &for this unit")),)


def _opinion(vote: OwnersVote, today: date) -> tuple[Field, ...]:
    """Ask for the signed opinion a representative brings, where owners are asked at a meeting."""
    if vote.form is not VoteForm.MEETING:
        return ()
    latest = latest_opinion(vote.opens_on)

    def doubt(signed: date | None) -> str:
        if signed is None or signed <= latest:
            return ""
        return _("Five days before the meeting was {latest}. Let the owner vote in person.").format(
            latest=RemarkDay(latest)
        )

    return (
        Text(key="opinion_by", label=_("Representative who brings the opin&ion"), half=True),
        Day(key="opinion_on", label=_("Opinion &signed on"), half=True, past=True,
            today=lambda: today, remark=doubt),
    )  # fmt: skip
