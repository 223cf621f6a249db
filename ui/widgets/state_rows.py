"""Parts of something, one below another: what it is, a quieter line, and its state in a pill."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import SMALL
from ui.tokens import Tone
from ui.widgets.label import Label
from ui.widgets.pill import Pill
from ui.widgets.press import PressButton

_EDGE, _GAP = 12, 7


@dataclass(frozen=True, slots=True, kw_only=True)
class StateRow:
    """One part: its words, when and by whom, and its state in word and colour.

    With ``do`` a button under the words, called by ``verb``, does something about it.
    """

    what: str
    aside: str = ""
    state: str = ""
    tone: Tone = "quiet"
    verb: str = ""
    do: Callable[[], object] | None = None


class StateRows(QFrame):
    """Shows the parts on one quiet ground, with room to read them down."""

    def __init__(self, rows: Sequence[StateRow], parent: QWidget | None = None) -> None:
        """Lay the rows out."""
        super().__init__(parent)
        self.setProperty("inset", True)
        self._buttons: list[PressButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _GAP, _EDGE, _GAP)
        column.setSpacing(_GAP if not any(row.do for row in rows) else _GAP * 2)
        for row in rows:
            words = QVBoxLayout()
            words.setSpacing(1)
            line = QHBoxLayout()
            line.setSpacing(10)
            line.addWidget(Label(row.what, wrap=True), 1)
            line.addWidget(Pill(row.state, row.tone), 0, Qt.AlignmentFlag.AlignTop)
            words.addLayout(line)
            if row.aside:
                words.addWidget(Label(row.aside, tone="quiet", scale=SMALL, wrap=True))
            if row.do is not None:
                self._buttons.append(_button(row))
                words.addSpacing(4)
                words.addWidget(self._buttons[-1], 0, Qt.AlignmentFlag.AlignLeft)
            column.addLayout(words)

    def buttons(self) -> list[PressButton]:
        """Give the buttons of the rows that have one."""
        return self._buttons


def _button(row: StateRow) -> PressButton:
    """Make the button of a row; it is called after the row, for who cannot see it."""
    button = PressButton(row.verb)
    button.setAutoDefault(False)
    button.setAccessibleName(f"{row.verb} {row.what}")
    button.clicked.connect(lambda _checked=False, do=row.do: do and do())
    return button
