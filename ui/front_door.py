"""The way in and out of the desk: unlock, work, lock, and come back to where one was."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog

from ui.dialogs.unlock import Entrant, UnlockWindow
from ui.errands import Errands
from ui.main_window import MainWindow


class FrontDoor(QObject):
    """Keeps the unlock window and the main window, of which only one is in sight.

    ``unlock`` makes the errand that opens the desk from a code and a password; ``build`` makes
    the main window from what it gave; ``who`` names the person in it, so that the same person
    finds everything as it was after a lock, and another one gets a desk of their own.
    """

    def __init__(
        self,
        *,
        station: str,
        entrants: Sequence[Entrant],
        errands: Errands,
        unlock: Callable[[str, str], Callable[[], Any]],
        build: Callable[[Any], MainWindow],
        who: Callable[[Any], Hashable],
        last: str = "",
        forgotten: Callable[[], object] | None = None,
        in_sight: UnlockWindow | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Prepare both; ``begin`` shows the first, unless it is ``in_sight`` already."""
        super().__init__(parent)
        self._build, self._who, self._errands = build, who, errands
        self._unlock, self._forgotten = unlock, forgotten
        self._opened: Any = None
        self._aside: list[QDialog] = []
        self.window: MainWindow | None = None
        self.unlock_window = in_sight or self._way_in(station, entrants, last)
        self._attend()

    def begin(self) -> None:
        """Show the unlock window."""
        self.unlock_window.show()

    def enter(self, opened: Any) -> None:
        """Show the desk that was opened (also without a password, right after setting up)."""
        same = self.window is not None and self._who(opened) == self._who(self._opened)
        if self.window is not None and same:
            self.window.show()
            for dialog in self._aside:
                dialog.show()
        else:
            self._replace(opened)
        self._aside = []
        self.unlock_window.hide()

    def lock(self) -> None:
        """Hide the desk behind the unlock window; what was being written stays."""
        if self.window is None:
            return
        self._aside = [dialog for dialog in self.window.findChildren(QDialog) if dialog.isVisible()]
        self.unlock_window.show()
        for dialog in self._aside:
            dialog.hide()
        self.window.hide()
        self.unlock_window.activateWindow()

    def bring_forward(self) -> None:
        """Put whichever window is in sight before all others."""
        shown = self.window if self.window is not None and self.window.isVisible() else None
        window = shown or self.unlock_window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()

    def rebuild(self) -> None:
        """Make the windows anew, at the same place, in other words, colours or letters."""
        before = self.unlock_window
        self.unlock_window = self._way_in(before.station(), before.entrants(), before.chosen())
        self._attend()
        before.deleteLater()
        place = self.window.place() if self.window is not None else ""
        if self.window is not None:
            self._replace(self._opened)
            self.window.open_place(place)

    def _way_in(self, station: str, entrants: Sequence[Entrant], last: str) -> UnlockWindow:
        return UnlockWindow(
            station=station,
            entrants=entrants,
            last=last,
            recoverable=self._forgotten is not None,
        )

    def _attend(self) -> None:
        """Answer to whoever stands at the unlock window."""
        self.unlock_window.asked.connect(self._try)
        self.unlock_window.unlocked.connect(self.enter)
        if self._forgotten is not None:
            self.unlock_window.forgotten.connect(self._forgotten)

    def _try(self, code: str, password: str) -> None:
        window = self.unlock_window
        job = self._unlock(code, password)
        self._errands.run(job, owner=window, then=window.let_in, refused=window.refuse)

    def _replace(self, opened: Any) -> None:
        before, self._opened = self.window, opened
        self.window = self._build(opened)
        self.window.locked.connect(self.lock)
        self.window.open_first()
        if before is not None:
            QApplication.setQuitOnLastWindowClosed(False)
            before.close()
            before.deleteLater()
        QApplication.setQuitOnLastWindowClosed(True)
