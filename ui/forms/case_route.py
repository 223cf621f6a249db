"""Deciding which way a dispute goes: the proposal with its reasons, and three large choices."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from mediator_desk.labels import label
from mediator_desk.records.dispute import Route
from mediator_desk.rules.route import Facts, Proposal
from mediator_desk.usecases.advice import advise
from mediator_desk.usecases.route_dispute import RouteDispute, reasons_of, route_dispute
from mediator_desk.words import _
from ui.forms.advice_card import AdviceCard
from ui.forms.case_desk import CaseDesk
from ui.forms.sheet import Field, Sheet, Text
from ui.forms.sheet_dialog import SheetDialog
from ui.theme import SMALL, worn
from ui.widgets.card import Banner
from ui.widgets.label import Label

_WAYS = (Route.SETTLE, Route.COUNCIL, Route.WHISTLE)


def route_dialog(at: CaseDesk) -> QDialog:
    """Show the proposal and ask for the decision; another way than proposed needs a reason.

    The rules speak at once; what this station decided before is read in the worker and joins in.
    """
    dispute = at.file.dispute
    rules = at.desk.books.routing
    said = f"{dispute.title} {dispute.text}".strip()
    facts = Facts(households=dispute.households)
    dialog = RouteDialog(at, rules.propose(dispute.topic, said, facts))
    at.errands.run(partial(advise, at.desk, dispute), owner=dialog, then=dialog.advised)
    return dialog


class RouteDialog(SheetDialog):
    """The way of one dispute: the proposal, three large choices, and the reason."""

    def __init__(self, at: CaseDesk, proposal: Proposal) -> None:
        """Show the proposal; the way proposed, or the one decided before, is pressed."""
        self._proposal = proposal
        dispute = at.file.dispute
        self.ways = Ways(proposal.route)
        fields: tuple[Field, ...] = (Text(key="reason", label=_("&Reason"), lines=3),)

        def job(values: dict[str, Any]) -> Any:
            asked = RouteDispute(
                dispute=dispute.id,
                route=self.ways.chosen(),
                proposed=self._proposal.route,
                reason=values["reason"],
                because=reasons_of(self._proposal),
                outside=self._proposal.outside,
            )
            return partial(route_dispute, at.desk, asked)

        super().__init__(
            at.parent,
            title=_("Which way for {number}?").format(number=at.number),
            sheet=Sheet(fields),
            verb=_("&Decide"),
            errands=at.errands,
            job=job,
            then=lambda changes: at.done(changes, label(self.ways.chosen())),
            width=44.0,
        )
        self.banner = Banner()
        self.card = AdviceCard(proposal)
        for place, part in enumerate((self.banner, self.ways, self.card)):
            self.sheet.column.insertWidget(place, part)
        self.banner.say(outside_said(proposal), "danger")
        room = self.screen().availableGeometry()
        self.resize(self.width(), min(worn().em(36), round(room.height() * 0.94)))
        self.ways.choose(dispute.route if dispute.route in _WAYS else proposal.route)
        self._looked()
        self.ways.changed.connect(self._looked)
        self.sheet.settle()
        self.ways.setFocus()

    def advised(self, proposal: Proposal) -> None:
        """Take in what the station's own decisions say, unless she has begun to choose herself."""
        if not proposal.learned or self.sheet.touched():
            return
        followed = self.ways.chosen() is self._proposal.route
        self._proposal = proposal
        fresh = AdviceCard(proposal)
        self.sheet.column.replaceWidget(self.card, fresh)
        self.card.hide()
        self.card.deleteLater()
        self.card = fresh
        self.ways.propose(proposal.route)
        if followed:
            self.ways.choose(proposal.route)
        self.sheet.fill({"reason": ""})
        self._looked()
        self.sheet.settle()

    @override
    def hand_over(self) -> None:
        different = self.ways.chosen() is not self._proposal.route
        if different and not self.sheet.values()["reason"]:
            self.refuse(_("You choose another way than proposed. Write down why."))
            self.sheet.focus("reason")
            return
        super().hand_over()

    def _looked(self) -> None:
        """Say whether a reason is needed; a proposal that is followed brings its own."""
        chosen, proposed = self.ways.chosen(), self._proposal.route
        typed = self.sheet.values()["reason"]
        own = " ".join(reasons_of(self._proposal))
        if chosen is proposed and not typed:
            self.sheet.fill({"reason": own})
        elif chosen is not proposed and typed == own:
            self.sheet.fill({"reason": ""})
        note = _("Needed, because it is not the way proposed; it is kept with the dispute.")
        self.sheet.cell("reason").say_note("" if chosen is proposed else note)


class Ways(QWidget):
    """The three ways as large buttons, one pressed; the arrow keys and 1, 2, 3 choose."""

    changed = Signal()

    def __init__(self, proposed: Route) -> None:
        """Mark the proposed one."""
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self._buttons: dict[Route, QPushButton] = {}
        for number, way in enumerate(_WAYS, start=1):
            column = QVBoxLayout()
            column.setSpacing(6)
            row.addLayout(column, 1)
            button = QPushButton(_way_said(number, way, way is proposed))
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setAutoDefault(False)
            button.setProperty("segment", True)
            button.setMinimumHeight(worn().em(2.8))
            button.toggled.connect(self._toggled)
            self._buttons[way] = button
            column.addWidget(button)
            column.addWidget(Label(_MEANS[way](), tone="quiet", scale=SMALL, wrap=True))
            column.addStretch(1)
        self.setFocusProxy(self._buttons[proposed if proposed in _WAYS else Route.SETTLE])

    def propose(self, proposed: Route) -> None:
        """Mark another one as proposed."""
        for number, (way, button) in enumerate(self._buttons.items(), start=1):
            button.setText(_way_said(number, way, way is proposed))

    def chosen(self) -> Route:
        """Give the way that is pressed."""
        pressed = (way for way, button in self._buttons.items() if button.isChecked())
        return next(pressed, Route.UNDECIDED)

    def choose(self, way: Route) -> None:
        """Press one."""
        if way in self._buttons:
            self._buttons[way].setChecked(True)

    def buttons(self) -> Sequence[QPushButton]:
        """List the buttons."""
        return list(self._buttons.values())

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        button = self._buttons.get(self.chosen())
        (button or self._buttons[Route.SETTLE]).setFocus(reason)

    def _toggled(self, on: bool) -> None:
        if on:
            self.changed.emit()


def outside_said(proposal: Proposal) -> str:
    """Say what people are told of a matter that is not for mediation."""
    if proposal.notice is None:
        return ""
    return _("Not for mediation: {notice}").format(notice=proposal.notice)


def _way_said(number: int, way: Route, proposed: bool) -> str:
    if proposed:
        return _("&{number}  {way}  (proposed)").format(number=number, way=label(way))
    return _("&{number}  {way}").format(number=number, way=label(way))


_MEANS = {
    Route.SETTLE: lambda: _("The parties sit down with a mediator; it ends with an agreement."),
    Route.COUNCIL: lambda: _("It concerns many households; the residents' council deliberates."),
    Route.WHISTLE: lambda: _("A department has to act; we call it and watch its clocks."),
}
