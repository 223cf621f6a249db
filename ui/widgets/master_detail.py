"""A list and one record of it: side by side where there is room, else one after the other."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from mediator_desk.words import _
from ui.theme import worn
from ui.widgets.icon import icon

_BOTH = 46.0
_DETAIL = 21.0


class MasterDetail(QWidget):
    """Holds the two; narrow, it shows the list until ``enter`` and the record until ``leave``."""

    turned = Signal(bool)

    def __init__(self, master: QWidget, detail: QWidget, parent: QWidget | None = None) -> None:
        """Put the list at the left and the record at the right."""
        super().__init__(parent)
        self._master = master
        self._inside = False
        self._back = QPushButton(icon("arrow-left", "accent"), _("&Back to the list"))
        self._back.setProperty("flat", True)
        self._back.setAutoDefault(False)
        self._back.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._right = QWidget()
        column = QVBoxLayout(self._right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._back)
        column.addWidget(detail, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(master, 1)
        row.addWidget(self._right)
        self._wire()
        self._turn()

    def enter(self) -> None:
        """Show the record (where both are in sight, nothing moves)."""
        self._inside = True
        self._turn()

    def leave(self) -> None:
        """Go back to the list."""
        self._inside = False
        self._turn()
        if self.narrow():
            self._master.setFocus()

    def narrow(self) -> bool:
        """Tell whether only one of the two has room."""
        return self.width() < worn().em(_BOTH)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        narrow = self.narrow()
        was_narrow = self._back.isVisibleTo(self._right)
        self._back.setVisible(narrow)
        self._master.setVisible(not narrow or not self._inside)
        self._right.setVisible(not narrow or self._inside)
        wide = 16777215 if narrow else max(worn().em(_DETAIL), round(self.width() * 0.34))
        self._right.setMaximumWidth(wide)
        self._right.setMinimumWidth(0 if narrow else min(wide, self.width() // 2))
        if narrow != was_narrow:
            self.turned.emit(narrow)

    def _wire(self) -> None:
        self._back.clicked.connect(self.leave)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self._right)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.leave)
