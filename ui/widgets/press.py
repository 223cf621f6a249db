"""A plain button: Space presses it, and Enter too where it has the focus."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton
from typing_extensions import override

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class PressButton(QPushButton):
    """A button whose word is pressed by either key; Ctrl+Enter still hands the form over."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt gives Enter to the default button of a dialog only; our windows have none.
        if event.key() in _ENTER and not event.modifiers() & ~_KEYPAD:
            self.click()
            return
        super().keyPressEvent(event)
