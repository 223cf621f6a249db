"""The bar where notices show: a line above the foot of the window that goes by itself."""

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from mediator_desk.words import _
from ui.notices import Notice
from ui.theme import worn
from ui.widgets.card import Card
from ui.widgets.icon import drawn, icon
from ui.widgets.label import Label
from ui.widgets.layouts import clear
from ui.widgets.press import PressButton
from ui.widgets.verb import Verb, VerbButton

SECONDS = 10
_SIGNS = {"good": "check", "warning": "warning", "danger": "warning"}


class NoticeBar(Card):
    """Shows one notice at a time and covers nothing; the newest wins."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Stay hidden until there is something to say."""
        super().__init__(margin=6, parent=parent)
        self._row = QHBoxLayout()
        self._row.setSpacing(12)
        self.column.addLayout(self._row)
        self._going = QTimer(self)
        self._going.setSingleShot(True)
        self._going.timeout.connect(self.hide)
        self.notice: Notice | None = None
        self.hide()

    def show_notice(self, notice: Notice) -> None:
        """Show a notice; it goes after ten seconds unless it stays or is being used."""
        self.notice = notice
        clear(self._row)
        sign = QLabel()
        colour = worn().tokens.ink(notice.tone)
        name = _SIGNS.get(notice.tone, "info")
        sign.setPixmap(drawn(name, colour, worn().em(1.2), self.devicePixelRatioF()))
        words = Label(notice.text, wrap=True)
        self._row.addWidget(sign, 0)
        self._row.addWidget(words, 1)
        if notice.do is not None:
            self._row.addWidget(VerbButton(Verb(text=notice.verb, do=self.undo, icon=notice.icon)))
        close = PressButton(icon("close", "quiet"), "")
        close.setProperty("flat", True)
        close.setAutoDefault(False)
        close.setProperty("sign", True)
        close.setFixedWidth(worn().target)
        close.setAccessibleName(_("Close"))
        close.setToolTip(_("Close"))
        close.clicked.connect(self.hide)
        self._row.addWidget(close)
        self.setAccessibleName(notice.text)
        self.show()
        self._going.stop()
        if not notice.stays:
            self._going.start(SECONDS * 1000)

    def undo(self) -> None:
        """Do what the notice offers, once."""
        notice, self.notice = self.notice, None
        self.hide()
        if notice is not None and notice.do is not None:
            notice.do()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        # Nobody should lose Undo from under the hand.
        self._going.stop()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        if self.notice is not None and not self.notice.stays:
            self._going.start(SECONDS * 1000)
