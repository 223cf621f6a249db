"""The first window: who is at the desk, and the password that opens the station."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from mediator_desk.words import _
from ui.theme import SMALL, TITLE, worn
from ui.widgets.card import Banner, Card
from ui.widgets.drop_list import DropList
from ui.widgets.label import Label
from ui.widgets.reading import ReadingArea
from ui.widgets.verb import Verb, VerbButton


@dataclass(frozen=True, slots=True)
class Entrant:
    """Somebody who may unlock the desk: a code for the key file and the name to choose."""

    code: str
    name: str


class UnlockWindow(QWidget):
    """Shows before everything else is loaded, so it knows nobody: it only asks.

    ``asked`` carries the chosen code and the password; whoever hears it answers with ``let_in``,
    which sends ``unlocked``, or with ``refuse``, and the password can be typed again.
    ``forgotten`` asks for the way in with the recovery code.
    """

    asked = Signal(str, str)
    unlocked = Signal(object)
    forgotten = Signal()

    def __init__(
        self,
        *,
        station: str,
        entrants: Sequence[Entrant],
        last: str = "",
        recoverable: bool = True,
    ) -> None:
        """Lay out the window; the only person there is, or the last one, is chosen already."""
        super().__init__()
        self.setProperty("page", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._station = Label(tone="quiet", wrap=True)
        self.person = DropList()
        self.offer(entrants, last)
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.error = Banner()
        self.press = VerbButton(
            Verb(text=_("&Unlock"), do=self.try_password, icon="lock", primary=True)
        )
        self._lay_out(recoverable=recoverable)
        self.say_station(station)
        self.password.returnPressed.connect(self.try_password)
        self.password.textEdited.connect(self._take_back_error)
        self.password.setFocus()

    def offer(self, entrants: Sequence[Entrant], last: str = "") -> None:
        """Let these people in from now on; ``last`` is chosen if it is among them."""
        self.person.clear()
        for entrant in entrants:
            self.person.addItem(entrant.name, entrant.code)
        self.person.setCurrentIndex(max(0, self.person.findData(last)))

    def entrants(self) -> list[Entrant]:
        """Give the people it lets in."""
        return [
            Entrant(str(self.person.itemData(place)), self.person.itemText(place))
            for place in range(self.person.count())
        ]

    def chosen(self) -> str:
        """Give the code of the chosen person."""
        return str(self.person.currentData() or "")

    def station(self) -> str:
        """Give the name of the station, as far as it is known."""
        return self._station.text()

    def say_station(self, station: str) -> None:
        """Name the station; it is not known before it was opened once on this PC."""
        self.setWindowTitle(
            _("Unlock · {station}").format(station=station) if station else _("Unlock")
        )
        self._station.setText(station)
        self._station.setVisible(bool(station))

    def try_password(self) -> None:
        """Try the password; the window stays usable and says if it does not fit."""
        if not self.press.isEnabled():
            return
        if not self.password.text():
            self.refuse(_("Type your password first."))
            return
        self.press.setEnabled(False)
        self.press.setText(_("Opening …"))
        self.asked.emit(str(self.person.currentData()), self.password.text())

    def let_in(self, opened: Any) -> None:
        """Hand on what the password opened."""
        self.password.clear()
        self._ready()
        self.unlocked.emit(opened)

    def refuse(self, sentence: str) -> None:
        """Say why the password opens nothing."""
        self.error.say(sentence, "danger")
        self._ready()
        self.password.setFocus()
        self.password.selectAll()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.password.clear()
        else:
            super().keyPressEvent(event)

    def _ready(self) -> None:
        self.press.setEnabled(True)
        self.press.setText(_("&Unlock"))

    def _take_back_error(self) -> None:
        self.error.say("")

    def _lay_out(self, *, recoverable: bool) -> None:
        card = Card(margin=28)
        card.setFixedWidth(max(380, worn().em(20)))
        who = Label(_("&Who is at the desk"))
        who.setBuddy(self.person)
        what = Label(_("&Password"))
        what.setBuddy(self.password)
        self.press.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        card.column.setSpacing(8)
        card.column.addWidget(Label(_("Mediator Desk"), scale=TITLE, strong=True))
        card.column.addWidget(self._station)
        card.column.addSpacing(8)
        for widget in (who, self.person, what, self.password, self.error):
            card.column.addWidget(widget)
        card.column.addSpacing(6)
        card.column.addWidget(self.press)
        if recoverable:
            way = VerbButton(Verb(text=_("&Forgotten password …"), do=self.forgotten.emit))
            way.setProperty("flat", True)
            card.column.addWidget(way, 0, Qt.AlignmentFlag.AlignHCenter)
        card.column.addWidget(
            Label(_("Everything stays on this PC, encrypted."), tone="quiet", scale=SMALL)
        )
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.addStretch(1)
        # Between stretches, for an aligned widget would not grow with words that wrap.
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(card)
        across.addStretch(1)
        column.addLayout(across)
        column.addStretch(1)
        area = ReadingArea()
        area.setWidget(middle)
        middle.setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        room = self.screen().availableGeometry()
        self.resize(
            min(max(520, worn().em(26)), room.width()),
            min(max(480, worn().em(31)), round(room.height() * 0.94)),
        )
