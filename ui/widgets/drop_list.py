"""A list that drops down, with rows high enough to press."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QWidget
from typing_extensions import override

from ui.theme import worn
from ui.widgets.widest import widest

_ARROW = 2.9  # the arrow and the free edges, in letters


class DropList(QComboBox):
    """The wheel does not change it by accident while a sheet scrolls; Down takes the first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setMaxVisibleItems(12)
        # Qt's own delegate for drop-down lists would ignore the style sheet.
        self.setItemDelegate(QStyledItemDelegate(self))

    def fit(self) -> None:
        """Be as wide as the longest of the words it holds."""
        words = widest(self.itemText(at) for at in range(self.count()))
        self.setFixedWidth(round(worn().em(words + _ARROW)))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.currentIndex() < 0:
            self.setCurrentIndex(0)
        else:
            super().keyPressEvent(event)
