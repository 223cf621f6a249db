"""Facts about a record: what it is called on the left, what it is on the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme import SMALL, worn
from ui.widgets.label import Label
from ui.widgets.layouts import clear

_WIDEST = 7.5


class FactGrid(QWidget):
    """Pairs of a name and a value; empty values are left out, for a blank says nothing."""

    def __init__(
        self,
        facts: Sequence[tuple[str, str]] = (),
        *,
        widest: float = _WIDEST,
        parent: QWidget | None = None,
    ) -> None:
        """Show the facts; a name of more than ``widest`` letters stands above its value."""
        super().__init__(parent)
        self._widest = widest
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self.show_facts(facts)

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show these facts instead of the ones before."""
        clear(self._grid)
        row = 0
        for name, value in (fact for fact in facts if fact[1]):
            words = Label(value, wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            called = Label(name, tone="quiet")
            if called.sizeHint().width() > worn().em(self._widest):
                # A long name would leave its value a narrow strip: the value goes below it.
                called = Label(name, tone="quiet", scale=SMALL, wrap=True)
                self._grid.addWidget(called, row, 0, 1, 2)
                self._grid.addWidget(words, row + 1, 0, 1, 2)
            else:
                self._grid.addWidget(called, row, 0, Qt.AlignmentFlag.AlignTop)
                self._grid.addWidget(words, row, 1)
            row += 2
