"""The search box: asks while a person types, and leaves Enter to the input method."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from ui.theme import worn
from ui.widgets.icon import icon

_PAUSE = 180


class SearchBox(QLineEdit):
    """``searched`` carries the words after a short pause; ``left_down`` asks for the table."""

    searched = Signal(str)
    left_down = Signal()

    def __init__(self, hint: str = "", parent: QWidget | None = None) -> None:
        """Show the hint while the box is empty."""
        super().__init__(parent)
        self._composing = False
        self._said = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self.setProperty("search", True)
        self.setClearButtonEnabled(True)
        self.addAction(icon("search", "quiet"), QLineEdit.ActionPosition.LeadingPosition)
        self.set_hint(hint)
        self._wire()

    def set_hint(self, hint: str) -> None:
        """Say what can be searched for."""
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setToolTip(hint)

    def settle(self) -> None:
        """Search now for what stands in the box, unless that was done already."""
        self._pause.stop()
        if not self._composing and self.text().strip() != self._said:
            self._said = self.text().strip()
            self.searched.emit(self._said)

    def clear_quietly(self) -> None:
        """Empty the box without searching."""
        self._pause.stop()
        self._said = ""
        self.blockSignals(True)
        self.clear()
        self.blockSignals(False)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._composing:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.settle()
            self.left_down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.settle()
        else:
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(worn().em(19), super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(worn().em(7), super().minimumSizeHint().height())

    def _wire(self) -> None:
        self.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self.settle)
