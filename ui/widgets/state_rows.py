"""Parts of something, one below another: what it is, a quieter line, and its state in a pill."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import SMALL
from ui.tokens import Tone
from ui.widgets.label import Label
from ui.widgets.pill import Pill

_EDGE, _GAP = 12, 7


@dataclass(frozen=True, slots=True, kw_only=True)
class StateRow:
    """One part: its words, when and by whom, and its state in word and colour."""

    what: str
    aside: str = ""
    state: str = ""
    tone: Tone = "quiet"


class StateRows(QFrame):
    """Shows the parts on one quiet ground, with room to read them down."""

    def __init__(self, rows: Sequence[StateRow], parent: QWidget | None = None) -> None:
        """Lay the rows out."""
        super().__init__(parent)
        self.setProperty("inset", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _GAP, _EDGE, _GAP)
        column.setSpacing(_GAP)
        for row in rows:
            line = QHBoxLayout()
            line.setSpacing(10)
            words = QVBoxLayout()
            words.setSpacing(1)
            words.addWidget(Label(row.what, wrap=True))
            if row.aside:
                words.addWidget(Label(row.aside, tone="quiet", scale=SMALL, wrap=True))
            line.addLayout(words, 1)
            line.addWidget(Pill(row.state, row.tone), 0, Qt.AlignmentFlag.AlignTop)
            column.addLayout(line)
