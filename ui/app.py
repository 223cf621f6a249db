"""Starting the windows: the application, its letters, its words, and the first thing in sight."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtGui import QFontDatabase, QIcon
from PySide6.QtWidgets import QApplication

from mediator_desk.paper.fonts import SANS, SANS_BOLD, unpacked
from ui.notices import Notices
from ui.theme import Theme, tokens_named, wear
from ui.tokens import TEXT_SIZES
from ui.translator import open_input_method, speak_qt
from ui.widgets.icon import drawn

_ON_WINDOWS = "Microsoft YaHei UI"


def start_application(
    arguments: Sequence[str],
    *,
    fonts: Path,
    colours: str = "light",
    text_size: int = TEXT_SIZES[0],
) -> QApplication:
    """Make the application in the language in use, with all it needs.

    ``fonts`` is the folder where the carried fonts are unpacked once.
    """
    application = dress_application(arguments, fonts=fonts, colours=colours, text_size=text_size)
    complete_application(application)
    return application


def dress_application(
    arguments: Sequence[str], *, fonts: Path, colours: str, text_size: int
) -> QApplication:
    """Make the application with what its first window needs to be seen, and no more."""
    open_input_method()
    application = QApplication(list(arguments))
    application.setApplicationName("Mediator Desk")
    application.setDesktopFileName("mediator-desk")
    families = letters(fonts)
    wear(application, Theme(tokens_named(colours), text_size, families))
    return application


def complete_application(application: QApplication) -> None:
    """Add what can wait until the first window was painted: Qt's own words, and the sign."""
    speak_qt(application)
    sign = QIcon()
    for side in (16, 32, 64):
        sign.addPixmap(drawn("dispute", "#1766b3", side))
    application.setWindowIcon(sign)


def redress(application: QApplication, *, colours: str, text_size: int) -> None:
    """Put on other colours or another size; then let ``FrontDoor.rebuild`` make the window anew."""
    families = tuple(application.font().families())
    wear(application, Theme(tokens_named(colours), text_size, families))


def letters(fonts: Path) -> tuple[str, ...]:
    """Give the families to write with: the system's own on Windows, else the carried ones."""
    if sys.platform == "win32" and _ON_WINDOWS in QFontDatabase.families():
        return (_ON_WINDOWS,)
    found: list[str] = []
    for name in (SANS, SANS_BOLD):
        handle = QFontDatabase.addApplicationFont(str(unpacked(name, fonts)))
        found.extend(QFontDatabase.applicationFontFamilies(handle) if handle >= 0 else ())
    return tuple(dict.fromkeys(found))


def watch_over(notices: Notices) -> Callable[[], None]:
    """Show what nobody caught as our mistake instead of ending the program; answer undoes it."""
    before = sys.excepthook
    sys.excepthook = notices.unforeseen

    def put_back() -> None:
        sys.excepthook = before

    return put_back
