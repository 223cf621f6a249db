"""Notices when nobody is at the desk any more, and counts the last seconds aloud."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from typing_extensions import override

IDLE_SECONDS = 600
COUNTED_SECONDS = 60

_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class IdleWatch(QObject):
    """``nearing`` carries the seconds left in the last minute (0 when somebody stirred).

    ``passed`` comes once when nobody stirred for the whole time. Only the windows themselves
    are watched, not every widget in them: a filter on the application would see each repaint.
    """

    nearing = Signal(int)
    passed = Signal()

    def __init__(
        self,
        application: QGuiApplication,
        *,
        after: int = IDLE_SECONDS,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        """Begin to watch; ``clock`` gives seconds that never go back."""
        super().__init__(parent or application)
        self._after, self._clock = after, clock
        self._stirred_at = clock()
        self._nearing = False
        self._gone = False
        self._watched: QWindow | None = None
        self._second = QTimer(self)
        self._second.setInterval(1_000)
        self._second.timeout.connect(self.tick)
        application.focusWindowChanged.connect(self._watch)
        # An input method takes the keys away before any window sees them.
        QGuiApplication.inputMethod().cursorRectangleChanged.connect(self.stir)
        self._second.start()

    def stir(self) -> None:
        """Note that somebody is there."""
        self._stirred_at = self._clock()
        self._gone = False
        if self._nearing:
            self._nearing = False
            self.nearing.emit(0)

    def tick(self) -> None:
        """Look at the clock."""
        left = self._after - (self._clock() - self._stirred_at)
        if left <= 0 and not self._gone:
            self._gone, self._nearing = True, False
            self.nearing.emit(0)
            self.passed.emit()
        elif 0 < left <= COUNTED_SECONDS:
            self._nearing = True
            self.nearing.emit(max(1, round(left)))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE:
            self.stir()
        return False

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            # Installing it again moves it to the front; there is only ever one of it.
            window.installEventFilter(self)
            self.stir()
