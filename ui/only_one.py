"""One window for each station: a second start brings the first one forward and goes."""

import tempfile
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Signal


class OnlyOne(QObject):
    """Holds the station's door while the windows are open; ``knocked`` tells of a second start.

    The lock and the knock are small files beside other temporary ones, named after the folder
    of the station; a lock whose program is gone is taken over.
    """

    knocked = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """Name the files; ``take`` decides who is first."""
        super().__init__(parent)
        name = sha256(str(folder.absolute()).encode()).hexdigest()[:16]
        room = Path(tempfile.gettempdir()) / f"mediator-desk-{name}"
        room.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._knock = room / "knock"
        self._lock = QLockFile(str(room / "lock"))
        self._lock.setStaleLockTime(0)
        self._watch: QFileSystemWatcher | None = None

    def take(self) -> bool:
        """Take the door, or knock at it if somebody else has it; tell which it was."""
        if not self._lock.tryLock(0):
            self._knock.write_text("", encoding="utf-8")
            return False
        self._knock.unlink(missing_ok=True)
        return True

    def listen(self) -> None:
        """Hear knocks from now on; the application must be there."""
        self._watch = QFileSystemWatcher([str(self._knock.parent)], self)
        self._watch.directoryChanged.connect(self._hear)

    def leave(self) -> None:
        """Give the door up."""
        self._lock.unlock()

    def _hear(self) -> None:
        if self._knock.exists():
            self._knock.unlink(missing_ok=True)
            self.knocked.emit()
