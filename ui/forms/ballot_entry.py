"""Entering ballots at speed: number, Enter, one key for what it says, and on to the next.

The second reading is blind: it shows nothing of the first. The third look lists what differs.
"""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from mediator_desk.labels import label
from mediator_desk.records.owners_vote import BallotChannel, Choice, VoteForm
from mediator_desk.rows import Changes, VoteFile
from mediator_desk.rules.ballots import FIRST, SECOND, THIRD, Standing, UnitBallot
from mediator_desk.usecases.owners_votes.entering import Cast, EnterBallots, enter_ballots
from mediator_desk.words import _, n_
from ui.forms.online_ballots import OnlineButton
from ui.forms.segments import Segments
from ui.forms.vote_desk import VoteDesk
from ui.models.column import Column
from ui.theme import HEADING, worn
from ui.widgets.card import Banner
from ui.widgets.drop_list import DropList
from ui.widgets.label import Label
from ui.widgets.press import PressButton
from ui.widgets.table import TableView

KEYS = {"1": Choice.AGREE, "2": Choice.AGAINST, "3": Choice.ABSTAIN, "0": Choice.INVALID}
LETTERS = {"y": "1", "n": "2", "a": "3", "x": "0"}


class BallotEntryDialog(QDialog):
    """Keeps every ballot at once, so that nothing typed is ever lost."""

    def __init__(self, at: VoteDesk, parent: QWidget | None = None) -> None:
        """Begin with the first reading, or with the second where the first is done."""
        super().__init__(parent or at.parent)
        self._at = at
        self._read: list[Cast] = []
        self.setWindowTitle(_("Enter ballots"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.round = Segments(
            (
                (str(FIRST), _("First reading")),
                (str(SECOND), _("Second reading")),
                (str(THIRD), _("What differs")),
            )
        )
        self.channel = DropList()
        self.channel.setAccessibleName(_("How the ballot came in"))
        for one in BallotChannel:
            self.channel.addItem(label(one), one.value)
        self.ballot = QLineEdit()
        self.says = _Says()
        self.reason = QLineEdit()
        self.error = Banner()
        self.progress = Label(scale=HEADING, strong=True, wrap=True)
        self.table: TableView[Cast] = TableView(
            _columns(), key=lambda cast: (cast.ballot, cast.choice), name=_("Read just now")
        )
        self.differs: TableView[UnitBallot] = TableView(
            _differing(at), key=lambda one: one.unit.id, name=_("What differs")
        )
        self._lay_out()
        self._wire()
        self.round.choose(str(_begins(at)))
        self.ballot.setFocus()

    def keep(self, choice: Choice) -> None:
        """Keep one ballot, or say in place why it is not taken."""
        ballot = self.ballot.text().strip()
        if not ballot:
            self.refuse(_("Type the number of the ballot or the unit first."))
            self.ballot.setFocus()
            return
        reason = self.reason.text().strip()
        if not reason and (choice is Choice.INVALID or self._round() == THIRD):
            self.says.show_choice(choice)
            self.reason.setFocus()
            self.refuse(_("Write down why, then press Enter."))
            return
        cast = Cast(
            ballot=ballot,
            choice=choice,
            channel=BallotChannel(self.channel.currentData()),
            reason=reason,
        )
        asked = EnterBallots(vote=self._at.file.vote.id, round=self._round(), ballots=(cast,))
        self._at.errands.run(
            partial(enter_ballots, self._at.desk, asked),
            owner=self,
            then=partial(self._kept, cast),
            refused=self.refuse,
        )

    def refuse(self, sentence: str) -> None:
        """Say in place what is wrong; what was typed stays."""
        self.error.say(sentence, "danger")

    def _kept(self, cast: Cast, _changes: Changes) -> None:
        self._read.insert(0, cast)
        self.error.say("")
        self.ballot.clear()
        self.reason.clear()
        self.says.show_choice(None)
        self.ballot.setFocus()
        self._look()

    def _show(self, file: VoteFile) -> None:
        """Say how far this reading is, and list what differs where that is asked for."""
        third = self._round() == THIRD
        differing = [one for one in file.ballots if one.standing is Standing.DIFFERS]
        done = {one.unit for one in file.entries if one.round == self._round()}
        if third:
            said = n_("{count} ballot to settle", "{count} ballots to settle", len(differing))
            self.progress.setText(said.format(count=len(differing)))
        else:
            said = _("{done} of {all} ballots in this reading")
            self.progress.setText(said.format(done=len(done), all=len(file.units)))
        self.differs.show_rows(differing)
        self.differs.setVisible(third)
        self.table.show_rows(self._read)
        self.table.setVisible(not third)

    def _round(self) -> int:
        return int(self.round.chosen() or FIRST)

    def _round_chosen(self) -> None:
        self._read = []
        self.error.say("")
        self._look()

    def _look(self) -> None:
        self._at.errands.run(
            partial(self._at.desk.queries.vote_file, self._at.file.vote.id),
            owner=self,
            then=self._show,
        )

    def _settle(self, one: UnitBallot) -> None:
        self.ballot.setText(one.unit.serial or one.unit.unit)
        self.says.setFocus()

    def _again(self) -> None:
        choice = self.says.choice()
        if choice is not None:
            self.keep(choice)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(10)
        column.addWidget(Label(self._at.named, scale=HEADING, strong=True, wrap=True))
        readings = QHBoxLayout()
        readings.setSpacing(12)
        readings.addWidget(self.round, 1)
        readings.addWidget(self.channel)
        column.addLayout(readings)
        across = QHBoxLayout()
        across.setSpacing(12)
        self.ballot.setPlaceholderText(_("Number or unit, Enter"))
        self.ballot.setAccessibleName(_("Number of the ballot, or unit"))
        self.ballot.setFixedWidth(worn().em(12))
        across.addWidget(self.ballot)
        across.addWidget(self.says, 1)
        column.addLayout(across)
        self.reason.setPlaceholderText(
            _("Why it is invalid, or what the third look found; otherwise empty")
        )
        self.reason.setAccessibleName(_("Reason"))
        column.addWidget(self.reason)
        column.addWidget(self.error)
        column.addWidget(self.progress)
        column.addWidget(self.table, 1)
        column.addWidget(self.differs, 1)
        foot = QHBoxLayout()
        foot.addWidget(
            Label(_("1 agree · 2 against · 3 abstain · 0 invalid"), tone="quiet", wrap=True), 1
        )
        if self._at.file.vote.form is VoteForm.ONLINE_AND_PAPER:
            foot.addWidget(OnlineButton(self._at, self, kept=self._look, refused=self.refuse))
        done = PressButton(_("&Done"))
        done.setAutoDefault(False)
        done.clicked.connect(self.accept)
        foot.addWidget(done)
        column.addLayout(foot)
        room = self.screen().availableGeometry()
        self.resize(
            min(worn().em(44), room.width() - 24),
            min(worn().em(38), round(room.height() * 0.94)),
        )

    def _wire(self) -> None:
        self.round.changed.connect(self._round_chosen)
        self.ballot.returnPressed.connect(self.says.setFocus)
        self.says.picked.connect(self.keep)
        self.reason.returnPressed.connect(self._again)
        self.differs.opened.connect(self._settle)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter goes on with the ballot, and never closes the window.
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)


class _Says(Segments):
    """The four things a ballot can say: one key or one click is the answer."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__([(key, f"{key} {label(one)}") for key, one in KEYS.items()])

    def choice(self) -> Choice | None:
        """Give what is pressed."""
        return KEYS.get(self.chosen())

    def show_choice(self, choice: Choice | None) -> None:
        """Press one, or none."""
        self.choose(next((key for key, one in KEYS.items() if one is choice), ""))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            typed = event.text().casefold()
            choice = KEYS.get(LETTERS.get(typed, typed))
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                choice = self.choice()
            if choice is not None:
                self.picked.emit(choice)
                return True
        return super().eventFilter(watched, event)

    @override
    def _pressed(self) -> None:
        super()._pressed()
        self.picked.emit(self.choice())


def _begins(at: VoteDesk) -> int:
    """Propose the reading this person is likely to do: the second once the first is another's."""
    first = [one for one in at.file.entries if one.round == FIRST]
    others = any(one.by != at.desk.person.id for one in first)
    return SECOND if others else FIRST


def _columns() -> tuple[Column[Cast], ...]:
    return (
        Column(title=_("Ballot"), text=lambda cast: cast.ballot, width=10.0),
        Column(title=_("Says"), text=lambda cast: label(cast.choice), width=6.0),
        Column(title=_("Reason"), text=lambda cast: cast.reason, width=8.0, stretch=True),
    )


def _differing(at: VoteDesk) -> tuple[Column[UnitBallot], ...]:
    return (
        Column(title=_("Ballot"), text=lambda one: one.unit.serial, width=6.0),
        Column(title=_("Unit"), text=lambda one: one.unit.unit, width=8.0),
        Column(title=_("What was read"), text=partial(_readings, at), width=10.0, stretch=True),
    )


def _readings(at: VoteDesk, one: UnitBallot) -> str:
    """Say who read what, one after the other."""
    people = at.file.people
    return " / ".join(
        f"{people.get(entry.by, '')} {label(entry.choice)} ({label(entry.channel)})"
        for entry in one.entries
    )
