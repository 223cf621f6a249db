"""What stops the tour: a word of warning from Qt, a refusal nobody expected, a mistake of ours."""

import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import ClassVar

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from mediator_desk.troubles import Trouble
from mediator_desk.words import N_

# The platform without a screen says what it cannot do; nothing is wrong with that.
_HARMLESS = ("This plugin does not support", "propagateSizeHints")
_GRAVE = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)


class TourStopped(Trouble):
    """The tour cannot go on; the sentence says at which picture and why."""

    code: ClassVar[str] = "tour-stopped"


def doubled_mnemonics(window: QWidget) -> list[str]:
    """Name the words in sight of one window that share a mnemonic, a pair for each key."""
    named: dict[str, list[str]] = {}
    for widget in window.findChildren(QWidget):
        if isinstance(widget, QAbstractButton | QLabel) and widget.window() is window:
            key = QKeySequence.mnemonic(widget.text()).toString()
            if key and widget.isVisibleTo(window) and _answers(widget):
                named.setdefault(key, []).append(widget.text())
    return [f"{key}: {' / '.join(words)}" for key, words in named.items() if len(words) > 1]


def _answers(widget: QWidget) -> bool:
    """Tell whether a key would reach the widget: a label only hands it to its field."""
    return widget.isEnabled() and not (isinstance(widget, QLabel) and widget.buddy() is None)


class Watch:
    """Gathers what went wrong since it was last asked; ``look`` stops the tour over it."""

    def __init__(self) -> None:
        """Begin with nothing wrong."""
        self._heard: list[str] = []

    def hear(self, sentence: object) -> None:
        """Note something that must not happen in the tour."""
        self._heard.append(str(sentence))

    def look(self, doing: str) -> None:
        """Go on if nothing was heard. Raises ``TourStopped``."""
        if self._heard:
            heard, self._heard = self._heard, []
            raise TourStopped(
                N_("The tour stopped at “{doing}”: {heard}"), doing=doing, heard=" / ".join(heard)
            )

    def look_at_keys(self, window: QWidget) -> None:
        """Note a key that two things in sight of one window share: it would do neither."""
        for words in doubled_mnemonics(window):
            self.hear(words)

    @contextmanager
    def over_qt(self) -> Iterator[None]:
        """Listen to Qt's own warnings and to what nobody caught, for as long as the tour plays."""
        before_qt = qInstallMessageHandler(self._qt_said)
        before, sys.excepthook = sys.excepthook, self._nobody_caught
        try:
            yield
        finally:
            sys.excepthook = before
            qInstallMessageHandler(before_qt)

    def _qt_said(self, kind: QtMsgType, _where: QMessageLogContext, words: str | None) -> None:
        if kind in _GRAVE and words and not any(harmless in words for harmless in _HARMLESS):
            self.hear(f"Qt: {words}")
        if kind == QtMsgType.QtFatalMsg:
            # Qt ends the program right after this, so nobody will ask any more.
            sys.stderr.write(f"Qt: {words}\n")

    def _nobody_caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        last = traceback.extract_tb(trace)[-1:]
        where = "".join(f" ({frame.filename}:{frame.lineno})" for frame in last)
        self.hear(f"{kind.__name__}: {error}{where}")
