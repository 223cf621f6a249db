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
    """Make the application in the language in use, dressed and ready for its first window.

    ``fonts`` is the folder where the carried fonts are unpacked once.
    """
    quicken_imports()
    open_input_method()
    application = QApplication(list(arguments))
    application.setApplicationName("Mediator Desk")
    application.setDesktopFileName("mediator-desk")
    speak_qt(application)
    families = letters(fonts)
    wear(application, Theme(tokens_named(colours), text_size, families))
    sign = QIcon()
    for side in (16, 32, 64):
        sign.addPixmap(drawn("dispute", "#1766b3", side))
    application.setWindowIcon(sign)
    return application


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


def quicken_imports() -> None:
    """Keep PySide from reading the source of every module that is imported after it.

    Otherwise the store's libraries take twice as long to load. The name is private to PySide,
    so its absence must change nothing.
    """
    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "feature_imported"):
        setattr(feature, "feature_imported", _look_at_nothing)  # noqa: B010 - not in its stubs


def watch_over(notices: Notices) -> Callable[[], None]:
    """Show what nobody caught as our mistake instead of ending the program; answer undoes it."""
    before = sys.excepthook
    sys.excepthook = notices.unforeseen

    def put_back() -> None:
        sys.excepthook = before

    return put_back


def _look_at_nothing(_module: object) -> None:
    """Stand in for PySide's look at a module's source."""
