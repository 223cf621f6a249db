"""Dialogs of a claim of awards: the period, what can be paid of it, and the steps that follow."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QDialog, QWidget

from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.rows import Changes
from mediator_desk.rows.team_work import AwardFile
from mediator_desk.rules.amounts import in_figures
from mediator_desk.rules.awards import Award
from mediator_desk.rules.durations import local_day
from mediator_desk.usecases.awards.cases import awards_between, case_number
from mediator_desk.usecases.awards.claims import (
    STEPS,
    DraftAwardClaim,
    StepAwardClaim,
    draft_award_claim,
)
from mediator_desk.words import N_, _, n_
from ui.errands import Errands
from ui.forms.sheet import Day, Many, Sheet, Text, Words
from ui.forms.sheet_dialog import SheetDialog
from ui.theme import SMALL
from ui.widgets.card import Card
from ui.widgets.label import Label

Then = Callable[[Changes], object]
Named = tuple[Award, str]

_ASKS = {
    "submit-award-claim": N_("Opinion of the &committee"),
    "check-award-claim": N_("Opinion of the justice &office"),
    "approve-award-claim": N_("Opinion of the justice &bureau"),
    "return-award-claim": N_("&Why it came back"),
    "drop-award-claim": N_("&Why it is put aside"),
}
_MOST = 12


def ask_period(
    parent: QWidget, *, desk: Desk, errands: Errands, first: date, last: date, then: Then
) -> QDialog:
    """Ask for the period a claim is made for; then its cases are looked through."""
    sheet = Sheet((_day(desk, "first_on", _("&First day")), _day(desk, "last_on", _("&Last day"))))
    sheet.fill({"first_on": first, "last_on": last})
    sheet.settle()

    def job(values: dict[str, Any]) -> Callable[[], tuple[date, date, list[Named]]]:
        return partial(_look, desk, values["first_on"], values["last_on"])

    def offer(found: tuple[date, date, list[Named]]) -> None:
        _ask_cases(parent, found, desk=desk, errands=errands, then=then)

    dialog = SheetDialog(
        parent,
        title=_("Awards for cases"),
        sheet=sheet,
        verb=_("Look &through the cases"),
        errands=errands,
        job=job,
        then=offer,
        explain=_("Which cases were closed in these days, and which of them can be paid?"),
    )
    dialog.open()
    return dialog


def step_dialog(
    parent: QWidget, step: str, file: AwardFile, *, desk: Desk, errands: Errands, then: Then
) -> QDialog:
    """Ask for the opinion that goes with a step, and its day."""
    asks = _ASKS.get(step)
    fields = [] if asks is None else [Text(key="opinion", label=_(asks), lines=3, required=True)]
    sheet = Sheet((*fields, _day(desk, "on", _("O&n"))))
    sheet.fill({"on": local_day(desk.now()), "opinion": _("Agreed.") if step in _AGREES else ""})
    sheet.settle()

    def job(values: dict[str, Any]) -> Callable[[], Changes]:
        asked = StepAwardClaim(
            claim=file.claim.id, opinion=values.get("opinion") or "", on=values["on"]
        )
        return partial(STEPS[step], desk, asked)

    dialog = SheetDialog(
        parent,
        title=file.claim.number,
        sheet=sheet,
        verb=_("&Keep"),
        errands=errands,
        job=job,
        then=then,
        explain=_("Now: {state}.").format(state=label(file.claim.state)),
    )
    dialog.open()
    return dialog


_AGREES = ("submit-award-claim", "check-award-claim", "approve-award-claim")


def _look(desk: Desk, first: date, last: date) -> tuple[date, date, list[Named]]:
    awards = awards_between(desk, first, last)
    return first, last, [(one, case_number(desk, one.case.dispute)) for one in awards]


def _ask_cases(
    parent: QWidget,
    found: tuple[date, date, list[Named]],
    *,
    desk: Desk,
    errands: Errands,
    then: Then,
) -> None:
    """Show what can be paid, ticked, and beside it what stands against the others."""
    first, last, named = found
    payable = [(award, number) for award, number in named if award.payable]
    choices = [
        (
            str(award.case.dispute),
            _("{number} · {amount} yuan").format(number=number, amount=in_figures(award.amount)),
        )
        for award, number in payable
    ]
    scheme = desk.books.awards.on(last)
    said = Words(label=_("By: {rules} ({source})").format(rules=scheme.title, source=scheme.source))
    fields = (Many(key="disputes", label=_("Can be &paid"), choices=choices), said)
    sheet = Sheet(fields if choices else (said,))
    sheet.fill({"disputes": tuple(code for code, _words in choices)})
    sheet.settle()

    def job(values: dict[str, Any]) -> Callable[[], Changes]:
        asked = DraftAwardClaim(
            first_on=first,
            last_on=last,
            disputes=tuple(UUID(one) for one in values.get("disputes", ())),
        )
        return partial(draft_award_claim, desk, asked)

    SheetDialog(
        parent,
        title=_("Awards for cases"),
        sheet=sheet,
        verb=_("&Draft the claim"),
        errands=errands,
        job=job,
        then=then,
        explain=_("Each matter is paid once. Equal shares go to the mediators who sat with it."),
        aside=_not_yet([one for one in named if not one[0].payable]),
    ).open()


def _not_yet(named: Sequence[Named]) -> Card:
    """Say of each case that cannot be paid yet what is missing."""
    card = Card(_("Not payable yet"))
    for award, number in named[:_MOST]:
        card.column.addWidget(Label(number, strong=True, wrap=True))
        for reason in award.against:
            card.column.addWidget(Label(reason.words(), wrap=True, scale=SMALL))
    more = len(named) - _MOST
    if more > 0:
        said = n_("and {count} more", "and {count} more", more).format(count=more)
        card.column.addWidget(Label(said, scale=SMALL, tone="quiet"))
    if not named:
        card.column.addWidget(Label(_("Nothing stands against any case."), scale=SMALL))
    card.column.addStretch(1)
    return card


def _day(desk: Desk, key: str, name: str) -> Day:
    return Day(
        key=key,
        label=name,
        today=lambda: local_day(desk.now()),
        calendar=desk.books.calendar,
        past=True,
        required=True,
        half=True,
    )
