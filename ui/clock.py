"""The clock of the windows: ticks each minute, so that what became due shows by itself."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from mediator_desk.rules.durations import CHINA

_MINUTE = 60_000


class Clock(QObject):
    """Tells the time it is given and ticks at the turn of each minute."""

    ticked = Signal(object)

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        """Start ticking."""
        super().__init__(parent)
        self._now = now
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.tick)
        self._set()

    def now(self) -> datetime:
        """Give the present moment, in China's hours."""
        return self._now().astimezone(CHINA)

    def tick(self) -> None:
        """Tell everybody the time now."""
        self._set()
        self.ticked.emit(self.now())

    def _set(self) -> None:
        present = self._now()
        passed = present.second * 1000 + present.microsecond // 1000
        self._timer.start(_MINUTE - passed + 5)
