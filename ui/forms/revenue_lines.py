"""Entering income, cost and units of an account, with the sums beside them as they are typed."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtWidgets import QDialog

from mediator_desk.records.revenue import RevenueLine, RevenueSide
from mediator_desk.refusals import Refusal
from mediator_desk.rules.amounts import in_figures
from mediator_desk.rules.heads_and_area import square_metres
from mediator_desk.rules.revenue import UnitArea, shares
from mediator_desk.usecases.common_revenue import accounts
from mediator_desk.usecases.common_revenue.pasted import flats_of, lines_of
from mediator_desk.words import _
from ui.forms.revenue_desk import Job, RevenueDesk, Values
from ui.forms.sheet import Choice, Pick, Sheet, Text
from ui.revenue_detail import sums_said, yuan
from ui.widgets.card import Card
from ui.widgets.completing import Candidate
from ui.widgets.fact_grid import FactGrid

_LINES = 4


class LiveSums(Card):
    """The sums of what stands in the sheet now, and the share of the flat that is looked up."""

    def __init__(self, at: RevenueDesk, sheet: Sheet) -> None:
        """Watch the sheet."""
        super().__init__(_("Sums so far"))
        self._units = tuple(UnitArea(unit=one.unit, area=one.area) for one in at.file.units)
        self._opening = at.file.account.opening
        self.sheet = sheet
        self.facts = FactGrid()
        self.column.addWidget(self.facts)
        self.column.addStretch(1)
        sheet.changed.connect(self.reckon)
        self.reckon()

    def reckon(self) -> None:
        """Add up what can be read; what cannot is said beside its field."""
        values = self.sheet.values()
        income, cost = (_sum(values[side.value], side) for side in RevenueSide)
        area = sum(one.area for one in self._units)
        facts = sums_said(income, cost, self._opening, area)
        unit = values.get("unit")
        if unit and income >= cost:
            facts.append((unit, self._share(income - cost, unit)))
        self.facts.show_facts(facts)

    def _share(self, left: Decimal, unit: str) -> str:
        try:
            shared = shares(left, self._units)
        except Refusal as refusal:
            return refusal.words()
        return next((yuan(one.amount) for one in shared if one.unit == unit), "")


def change_lines(at: RevenueDesk) -> QDialog:
    """Ask for income and cost; what was entered can be corrected in place."""
    units = tuple(
        Candidate(key=one.unit, text=one.unit, hint=f"{square_metres(one.area)} m²")
        for one in at.file.units
    )
    hint = _("one on each line: what for, amount, proof")
    fields = [
        Text(key=RevenueSide.INCOME.value, label=_("&Income"), hint=hint, lines=_LINES,
             remark=partial(_remark, RevenueSide.INCOME)),
        Text(key=RevenueSide.COST.value, label=_("Reasonable c&ost"), hint=hint, lines=_LINES,
             remark=partial(_remark, RevenueSide.COST)),
    ]  # fmt: skip
    lookup = Pick(key="unit", label=_("Look up the share of a &flat"), candidates=units, free=True)
    sheet = Sheet((*fields, *([lookup] if units else ())))
    sheet.fill({side.value: _typed(at.file.lines, side) for side in RevenueSide})
    sheet.settle()

    def asked(values: Values) -> Job:
        lines = tuple(
            line for side in RevenueSide for line in lines_of(values[side.value] or "", side)
        )
        request = accounts.ChangeRevenueLines(account=at.file.account.id, lines=lines)
        return partial(accounts.change_revenue_lines, at.desk, request)

    return at.open(
        sheet,
        _("Income and cost of the quarter"),
        _("&Keep the lines"),
        asked,
        _("{account}: the lines are kept."),
        aside=LiveSums(at, sheet),
    )


def take_units(at: RevenueDesk) -> QDialog:
    """Ask for the units, or for the vote whose roster has them."""
    votes = [(str(one.id), f"{one.number} {one.title}") for one in at.votes if one.units]
    listed = Text(
        key="units",
        label=_("&Units: unit, area in m² — one on each line"),
        hint=_("Copy the rows of an Excel table and paste them here"),
        lines=10,
        remark=_units_remark,
    )
    roster = Choice(
        key="vote", label=_("Or the roster of an owners' &vote"), choices=votes, as_list=True
    )
    sheet = Sheet((listed, *([roster] if votes else ())))
    typed = "\n".join(f"{one.unit}, {square_metres(one.area)}" for one in at.file.units)
    sheet.fill({"units": typed})
    sheet.settle()

    def asked(values: Values) -> Job:
        vote = next((one.id for one in at.votes if str(one.id) == values.get("vote")), None)
        units = () if vote else flats_of(values["units"] or "")
        request = accounts.TakeRevenueRoster(account=at.file.account.id, units=units, vote=vote)
        return partial(accounts.take_revenue_roster, at.desk, request)

    return at.open(
        sheet,
        _("Units that share by area"),
        _("&Keep the units"),
        asked,
        _("{account}: the units are kept."),
        explain=_("No names of owners: the account hangs on the board."),
    )


def _sum(text: str, side: RevenueSide) -> Decimal:
    """Add up the lines that can be read already."""
    total = Decimal("0.00")
    for line in (text or "").splitlines():
        try:
            total += sum((one.amount for one in lines_of(line, side)), Decimal("0.00"))
        except Refusal:
            continue
    return total


def _remark(side: RevenueSide, text: str) -> str:
    return _doubt(lambda: lines_of(text or "", side))


def _units_remark(text: str) -> str:
    return _doubt(lambda: flats_of(text or "")) or _counted(text)


def _counted(text: str) -> str:
    units = flats_of(text or "")
    area = square_metres(sum(int(one.area * 100) for one in units))
    return _("{units} units, {area} m²").format(units=len(units), area=area) if units else ""


def _doubt(read: Callable[[], Any]) -> str:
    """Say why something cannot be read; empty when it can."""
    try:
        read()
    except Refusal as refusal:
        return refusal.words()
    return ""


def _typed(lines: tuple[RevenueLine, ...], side: RevenueSide) -> str:
    """Write the lines as they would be typed."""
    return "\n".join(
        " ".join(
            part
            for part in (
                one.what,
                in_figures(one.amount),
                one.proof,
                "" if one.entered_on is None else one.entered_on.isoformat(),
            )
            if part
        )
        for one in lines
        if one.side is side
    )
