"""A log form that is typed into and moved on from, says what was kept, and waits to be killed.

Run as ``python -m tests.ui.typing_until_killed FOLDER FONTS``.
"""

import os
import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.store.stations import enter
from ui.app import start_application
from ui.errands import Errands
from ui.forms.log_form import open_log_form
from ui.notices import Notices


def main() -> None:
    """Type half a form with real errands and tell when the worker has kept it."""
    application = start_application(["desk"], fonts=Path(sys.argv[2]))
    here = enter(Path(sys.argv[1]))
    errands = Errands()
    behind = QWidget()
    behind.show()
    form = open_log_form(
        behind,
        desk=here.desk,
        errands=errands,
        notices=Notices(Path(sys.argv[1]) / "reports", here.desk.now),
        open_dispute=print,
    )

    def type_half() -> None:
        if not form.isActiveWindow():
            QTimer.singleShot(20, type_half)
            return
        box = form.sheet.cell("text").input.line
        QTest.keyClicks(box, "half a story")
        QTest.keyClick(box, Qt.Key.Key_Tab)
        # The worker does one thing after the other: behind the draft this comes last.
        errands.run(lambda: None, then=lambda _none: os.write(1, b"kept\n"))

    QTimer.singleShot(0, type_half)
    application.exec()


if __name__ == "__main__":
    main()
