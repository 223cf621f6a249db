"""Qt's own words (OK, Cancel, Open …) in the language of the desk, and the keyboard's way in."""

import os
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from mediator_desk.words import _, spoken

_FCITX = "libfcitxplatforminputcontextplugin.so"


class FileDialogWords(QTranslator):
    """The two labels of Qt's own file dialog that its Chinese catalogue forgets."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Take the words from our catalogue."""
        super().__init__(parent)
        self._words = {"Look in:": _("Look in:"), "Files of type:": _("Files of type:")}

    @override
    def isEmpty(self) -> bool:
        return False

    @override
    def translate(
        self,
        context: str,
        sourceText: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        if context == "QFileDialog":
            return self._words.get(sourceText)
        return None


def speak_qt(application: QApplication) -> None:
    """Let Qt's own buttons, menus, dates and numbers follow the language in use."""
    for before in application.findChildren(QTranslator):
        application.removeTranslator(before)
        before.deleteLater()
    chinese = spoken() == "zh_CN"
    QLocale.setDefault(QLocale("zh_CN" if chinese else "en_GB"))
    if not chinese:
        return
    qt_words = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if qt_words.load("qtbase_zh_CN", folder):
        application.installTranslator(qt_words)
    application.installTranslator(FileDialogWords(application))


def open_input_method(plugins: Path | None = None) -> None:
    """Reach fcitx through ibus where Qt came without its plug-in; call before QApplication.

    Without this no Chinese can be typed on a Linux desktop that uses fcitx; fcitx 5 answers there.
    """
    if not os.environ.get("QT_IM_MODULE", "").startswith("fcitx"):
        return
    if plugins is None:
        plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    if not (plugins / "platforminputcontexts" / _FCITX).exists():
        os.environ["QT_IM_MODULE"] = "ibus"
