"""The foot of the window: when work was last saved on this PC, who is at the desk, the lock."""

from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QWidget

from mediator_desk.rules.durations import CHINA
from mediator_desk.words import _, n_
from ui.theme import SMALL, worn
from ui.widgets.icon import drawn, icon
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.press import PressButton


class Foot(QWidget):
    """Says quietly that everything is where it should be."""

    lock_asked = Signal()

    def __init__(self, person: str, parent: QWidget | None = None) -> None:
        """Name the person at the desk."""
        super().__init__(parent)
        self._sign = QLabel()
        self._saved = ElidedLabel(_("Saved on this PC"), scale=SMALL, tone="quiet")
        self._going = Label(scale=SMALL, tone="warning", strong=True)
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setFixedWidth(worn().em(3))
        self._busy.setAccessibleName(_("Working"))
        self._lock = PressButton(icon("lock", "quiet"), _("Lock (F12)"))
        self._lock.setProperty("flat", True)
        self._lock.setProperty("foot", True)
        self._lock.setAutoDefault(False)
        self._lock.setFont(worn().font(SMALL))
        side = worn().em(1)
        self._lock.setIconSize(QSize(side, side))
        self._sign.setPixmap(
            drawn("shield", worn().tokens.ink("good"), side, self.devicePixelRatioF())
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self._saved, 1)
        row.addWidget(self._going)
        row.addWidget(self._busy, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(Label(person, scale=SMALL, tone="quiet"))
        row.addWidget(self._lock)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lock.clicked.connect(self.lock_asked)
        self._busy.hide()
        self._going.hide()

    def say_saved(self, at: datetime) -> None:
        """Tell when the last change was saved."""
        self._saved.say(_("Saved on this PC {time}").format(time=f"{at.astimezone(CHINA):%H:%M}"))

    def say_locking(self, seconds: int) -> None:
        """Count the seconds until the desk locks by itself; nothing for 0."""
        said = n_("Locks in {count} second", "Locks in {count} seconds", seconds)
        self._going.setText(said.format(count=seconds))
        self._going.setVisible(seconds > 0)

    def set_busy(self, busy: bool) -> None:
        """Show that an errand is under way."""
        self._busy.setVisible(busy)
