"""Facts about a record: what it is called on the left, what it is on the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.widgets.label import Label
from ui.widgets.layouts import clear


class FactGrid(QWidget):
    """Pairs of a name and a value; empty values are left out, for a blank says nothing."""

    def __init__(
        self, facts: Sequence[tuple[str, str]] = (), parent: QWidget | None = None
    ) -> None:
        """Show the facts."""
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self.show_facts(facts)

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show these facts instead of the ones before."""
        clear(self._grid)
        for row, (name, value) in enumerate(fact for fact in facts if fact[1]):
            words = Label(value, wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(Label(name, tone="quiet"), row, 0, top)
            self._grid.addWidget(words, row, 1)
