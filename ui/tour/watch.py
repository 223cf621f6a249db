"""What stops the tour: a word of warning from Qt, a refusal nobody expected, a mistake of ours."""

import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import ClassVar

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from mediator_desk.troubles import Trouble
from mediator_desk.words import N_

# The platform without a screen says what it cannot do; nothing is wrong with that.
_HARMLESS = ("This plugin does not support", "propagateSizeHints")
_GRAVE = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)


class TourStopped(Trouble):
    """The tour cannot go on; the sentence says at which picture and why."""

    code: ClassVar[str] = "tour-stopped"


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
