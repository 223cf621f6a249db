"""A program start that ends at its first paint; run by ``bench.starting`` in a process of its own.

``bare`` is a QMainWindow and nothing else, ``lettered`` one with a Chinese sentence. ``unlock``
is the desk's own way through ``main`` up to the unlock window. ``desk`` types the password there
and ends when the list of disputes is painted.
"""

import gc
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

SETTLED = 4000
"""How long somebody types a password, in milliseconds; the rest is loaded meanwhile."""


def main_bare() -> None:
    """Show a bare window."""
    from PySide6.QtWidgets import QApplication, QMainWindow  # noqa: PLC0415 - what is measured

    application = QApplication(["bare"])
    once_painted(application, end)
    window = QMainWindow()
    window.show()
    application.exec()


def main_lettered() -> None:
    """Show a bare window that says one sentence in the carried letters."""
    from PySide6.QtCore import Qt  # noqa: PLC0415 - what is measured
    from PySide6.QtGui import QFont, QFontDatabase  # noqa: PLC0415 - what is measured
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow  # noqa: PLC0415 - as above

    application = QApplication(["lettered"])
    once_painted(application, end)
    handle = QFontDatabase.addApplicationFont(sys.argv[2])
    application.setFont(QFont(QFontDatabase.applicationFontFamilies(handle)))
    window = QMainWindow()
    window.setCentralWidget(QLabel("请输入密码", alignment=Qt.AlignmentFlag.AlignCenter))
    window.show()
    application.exec()


def main_desk(folder: str, until: str) -> None:
    """Start the desk as ``main`` does, and end at the asked point."""
    import main  # noqa: PLC0415 - what is measured
    from ui.quickening import quicken_imports  # noqa: PLC0415 - what is measured

    # As main does before it imports the windows; here they must be imported first, to look in.
    gc.disable()
    quicken_imports()
    from ui import start  # noqa: PLC0415 - what is measured

    class Watched(start.FirstPaint):
        """Ends at the first paint, or types the password after the desk behind it was loaded."""

        def __init__(self, window, do) -> None:  # type: ignore[no-untyped-def] # as what it is
            def then() -> None:
                if until == "unlock":
                    end()
                do()
                _type_password(window)

            super().__init__(window, then)

    start.FirstPaint = Watched  # type: ignore[misc] # the one place to look in from outside
    main.main(["--data", folder, "--any-folder", "--stop-below-mb", "0"])


def once_painted(watched, then: Callable[[], object]) -> None:  # type: ignore[no-untyped-def]
    """Do something after the first paint of a window."""
    from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: PLC0415 - not before it is measured

    class Watch(QObject):
        def eventFilter(self, _seen: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it so
            if event.type() == QEvent.Type.Paint:
                watched.removeEventFilter(self)
                QTimer.singleShot(0, then)
            return False

    watched.installEventFilter(Watch(watched))


def end(**told: float) -> None:
    """Leave at once; what Qt would put away is not part of the start."""
    sys.stdout.write(json.dumps({"rss": resident(), **told}) + "\n")
    sys.stdout.flush()
    os._exit(0)


def resident() -> float:
    """Say how much memory this process holds now, in megabytes; where unknown, the most it held."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        import resource  # noqa: PLC0415 - is not there on Windows, where /proc is not either

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20)
    return pages * os.sysconf("SC_PAGE_SIZE") / (1 << 20)


def _type_password(unlock_window) -> None:  # type: ignore[no-untyped-def] # an UnlockWindow
    """Type the password when a person would have, and wait for the list."""
    from PySide6.QtCore import QTimer  # noqa: PLC0415 - after the start
    from PySide6.QtWidgets import QApplication, QTableView  # noqa: PLC0415 - after the start

    from bench.password import PASSWORD  # noqa: PLC0415 - after the start
    from ui.main_window import MainWindow  # noqa: PLC0415 - after the start

    pressed = 0.0

    def press() -> None:
        nonlocal pressed
        unlock_window.unlocked.connect(show_list)
        unlock_window.password.setText(PASSWORD)
        pressed = time.perf_counter()
        unlock_window.try_password()

    def show_list(_desk: object) -> None:
        (window,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))
        window.open_place("disputes")
        look(next(one for one in window.findChildren(QTableView) if one.isVisible()))

    def look(view: QTableView) -> None:
        once_painted(view.viewport(), lambda: told(view))
        view.viewport().update()

    def told(view: QTableView) -> None:
        if view.model().rowCount() == 0:
            look(view)
        else:
            end(ms=(time.perf_counter() - pressed) * 1000, rows=view.model().rowCount())

    QTimer.singleShot(SETTLED, press)


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        main_bare()
    elif sys.argv[1] == "lettered":
        main_lettered()
    else:
        main_desk(sys.argv[2], sys.argv[1])
