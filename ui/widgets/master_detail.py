"""A list and one record of it: side by side where there is room, else one after the other."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ui.theme import worn
from ui.widgets.side_pane import SidePane

_BOTH = 46.0
_DETAIL = 21.0
_SHARE = 0.34
_UNBOUNDED = 16777215


class MasterDetail(QWidget):
    """Holds the two; narrow, it shows the list until ``enter`` and the record until ``leave``.

    ``above`` (the chips, mostly) stands over both and goes with the list where only one has room.
    """

    turned = Signal(bool)

    def __init__(
        self,
        master: QWidget,
        detail: SidePane,
        *,
        above: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Put the list at the left and the record at the right."""
        super().__init__(parent)
        self._master, self._detail, self._above = master, detail, above
        self._inside = False
        self._narrow: bool | None = None
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(master, 1)
        row.addWidget(detail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        if above is not None:
            column.addWidget(above)
        column.addLayout(row, 1)
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
        list_shown, detail_shown = not narrow or not self._inside, not narrow or self._inside
        self._detail.back.setVisible(narrow)
        self._master.setVisible(list_shown)
        self._detail.setVisible(detail_shown)
        if self._above is not None:
            self._above.setVisible(list_shown)
        wide = max(worn().em(_DETAIL), round(self.width() * _SHARE))
        self._detail.setMaximumWidth(_UNBOUNDED if narrow else wide)
        self._detail.setMinimumWidth(0 if narrow else min(wide, self.width() // 2))
        if narrow != self._narrow:
            self._narrow = narrow
            self.turned.emit(narrow)

    def _wire(self) -> None:
        self._detail.back.clicked.connect(self.leave)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self._detail)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.leave)
