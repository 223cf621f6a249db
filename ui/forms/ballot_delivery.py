"""Delivering ballots to each owner by name: find the ballot, press one key, the next one waits."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout
from typing_extensions import override

from mediator_desk.labels import label
from mediator_desk.records.owners_vote import Delivery, VotingUnit
from mediator_desk.rows import Changes, VoteFile
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.pinyin import initials
from mediator_desk.rules.remarks import Day
from mediator_desk.rules.search_words import fold
from mediator_desk.usecases.owners_votes.rosters import DeliverBallots, deliver_ballots
from mediator_desk.words import _, n_
from ui.dialogs.question import Question
from ui.forms.day_inputs import DayInput
from ui.forms.segments import Segments
from ui.forms.vote_desk import VoteDesk
from ui.models.column import Column
from ui.theme import HEADING, worn
from ui.widgets.card import Banner
from ui.widgets.label import Label
from ui.widgets.press import PressButton
from ui.widgets.table import TableView

KEYS = {
    "1": Delivery.BY_HAND,
    "2": Delivery.BY_POST,
    "3": Delivery.ONLINE,
    "4": Delivery.ON_BOARD,
}
WAITING, ALL = "waiting", "all"


class DeliveryDialog(QDialog):
    """Keeps every delivery at once; those delivered leave the list of what is still to be done."""

    def __init__(self, at: VoteDesk) -> None:
        """Begin with what is not delivered yet."""
        super().__init__(at.parent)
        self._at = at
        self._units = at.file.units
        self.setWindowTitle(_("Deliver ballots"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.which = Segments(((WAITING, _("Not delivered yet")), (ALL, _("All"))))
        self.search = QLineEdit()
        self.day = DayInput(partial(local_day, at.desk.now()), past=True)
        self.progress = Label(scale=HEADING, strong=True, wrap=True)
        self.error = Banner()
        self.table = _Ballots()
        self.rest = PressButton(_("&Post the rest on the board"))
        self.over = PressButton(_("D&one"))
        self._lay_out()
        self._wire()
        self.day.fill(local_day(at.desk.now()))
        self.which.choose(WAITING)
        self.table.setFocus()

    def deliver(self, how: Delivery) -> None:
        """Keep that the ballot under the bar was delivered in this way."""
        unit = self.table.current_row()
        if unit is not None:
            self._keep(how, (unit,))

    def post_rest(self) -> None:
        """Ask before all that is left is kept as posted: it stands for a try at every door."""
        left = [one for one in self._units if one.delivery is Delivery.NOT_YET]
        said = n_(
            "{count} ballot could not be delivered?",
            "{count} ballots could not be delivered?",
            len(left),
        )
        Question(
            self,
            said.format(count=len(left)),
            _("What cannot be delivered is posted on the board."),
            verb=_("&They are posted"),
            do=partial(self._keep, Delivery.ON_BOARD, tuple(left)),
            stay=_("&Not yet"),
        ).open()

    def refuse(self, sentence: str) -> None:
        """Say in place what is wrong."""
        self.error.say(sentence, "danger")

    def _keep(self, how: Delivery, units: tuple[VotingUnit, ...]) -> None:
        on = self.day.value()
        if on is None:
            self.refuse(_("Say on which day."))
            return
        asked = DeliverBallots(
            vote=self._at.file.vote.id, how=how, units=tuple(one.id for one in units), on=on
        )
        self._at.errands.run(
            partial(deliver_ballots, self._at.desk, asked),
            owner=self,
            then=self._kept,
            refused=self.refuse,
        )

    def _kept(self, _changes: Changes) -> None:
        self.error.say("")
        self._at.errands.run(
            partial(self._at.desk.queries.vote_file, self._at.file.vote.id),
            owner=self,
            then=self._take,
        )

    def _take(self, file: VoteFile) -> None:
        self._units = file.units
        searched = bool(self.search.text())
        self.search.clear()
        self._show()
        if searched:
            self.search.setFocus()

    def _show(self) -> None:
        waiting = [one for one in self._units if one.delivery is Delivery.NOT_YET]
        asked = fold(self.search.text()).strip()
        place = max(self.table.currentIndex().row(), 0)
        rows = waiting if self.which.chosen() == WAITING else self._units
        shown = [one for one in rows if _holds(one, asked)]
        self.table.show_rows(shown)
        if shown and self.table.current_row() is None:
            self.table.choose_place(min(place, len(shown) - 1))
        self.progress.setText(
            _("{done} of {all} ballots are delivered").format(
                done=len(self._units) - len(waiting), all=len(self._units)
            )
        )
        self.rest.setEnabled(bool(waiting))

    def _to_table(self) -> None:
        if self.table.rows.rowCount():
            self.table.choose_place(0)
            self.table.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(10)
        column.addWidget(Label(self._at.named, scale=HEADING, strong=True, wrap=True))
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self.which, 1)
        first.addWidget(Label(_("On"), tone="quiet"))
        self.day.setMaximumWidth(worn().em(14))
        first.addWidget(self.day)
        column.addLayout(first)
        self.search.setPlaceholderText(_("Number, unit or owner, Enter"))
        self.search.setAccessibleName(_("Number, unit or owner"))
        column.addWidget(self.search)
        column.addWidget(self.error)
        column.addWidget(self.progress)
        column.addWidget(self.table, 1)
        keys = " · ".join(f"{key} {label(how)}" for key, how in KEYS.items())
        column.addWidget(Label(keys, tone="quiet", wrap=True))
        foot = QHBoxLayout()
        foot.addWidget(self.rest)
        foot.addStretch(1)
        foot.addWidget(self.over)
        column.addLayout(foot)
        for one in (self.rest, self.over):
            one.setAutoDefault(False)
        room = self.screen().availableGeometry()
        self.resize(
            min(worn().em(44), room.width() - 24),
            min(worn().em(38), round(room.height() * 0.94)),
        )

    def _wire(self) -> None:
        self.which.changed.connect(self._show)
        self.search.textChanged.connect(self._show)
        self.search.returnPressed.connect(self._to_table)
        self.table.delivered.connect(self.deliver)
        self.rest.clicked.connect(self.post_rest)
        self.over.clicked.connect(self.accept)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter goes from the search into the list, and never closes the window.
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)


class _Ballots(TableView[VotingUnit]):
    """The ballots; one key says how the one under the bar was delivered."""

    delivered = Signal(object)

    def __init__(self) -> None:
        super().__init__(_columns(), key=lambda unit: unit.id, name=_("Ballots to deliver"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        how = KEYS.get(event.text())
        if how is None:
            super().keyPressEvent(event)
        else:
            self.delivered.emit(how)


def deliver(at: VoteDesk) -> QDialog:
    """Open the list of ballots to deliver."""
    dialog = DeliveryDialog(at)
    dialog.open()
    return dialog


def _columns() -> tuple[Column[VotingUnit], ...]:
    return (
        Column(title=_("Ballot"), text=lambda unit: unit.serial, width=5.0),
        Column(title=_("Unit"), text=lambda unit: unit.unit, width=8.0),
        Column(title=_("Owner"), text=_owners, width=8.0, stretch=True),
        Column(title=_("Phone"), text=lambda unit: unit.phone, width=7.0, fold=1),
        Column(title=_("Delivered"), text=_delivered, width=12.0),
    )


def _owners(unit: VotingUnit) -> str:
    agent = _("agent {name}").format(name=unit.agent) if unit.agent else ""
    return "、".join(one for one in (unit.owner, *unit.co_owners, agent) if one)


def _delivered(unit: VotingUnit) -> str:
    if unit.delivered_on is None:
        return ""
    return f"{label(unit.delivery)} {Day(unit.delivered_on)}"


def _holds(unit: VotingUnit, asked: str) -> bool:
    words = (unit.serial, unit.unit, unit.owner, *unit.co_owners, unit.agent)
    return not asked or any(asked in fold(one) or asked in initials(one) for one in words if one)
