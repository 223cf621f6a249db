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
        """Show the facts; names of more than ``widest`` letters stand above their values."""
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
        said = [fact for fact in facts if fact[1]]
        below = any(self._is_long(name) for name, _value in said)
        for place, (name, value) in enumerate(said):
            words = Label(value, wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            if below:
                # A long name would leave its value a narrow strip. All of them stand alike.
                called = Label(name, tone="quiet", scale=SMALL, wrap=True)
                self._grid.addWidget(called, 2 * place, 0, 1, 2)
                self._grid.addWidget(words, 2 * place + 1, 0, 1, 2)
            else:
                called = Label(name, tone="quiet")
                self._grid.addWidget(called, place, 0, Qt.AlignmentFlag.AlignTop)
                self._grid.addWidget(words, place, 1)

    def _is_long(self, name: str) -> bool:
        return Label(name).sizeHint().width() > worn().em(self._widest)
