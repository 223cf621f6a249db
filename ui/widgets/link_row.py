"""A record named inside another one, as a row that opens it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from ui.theme import SMALL, worn
from ui.widgets.icon import drawn
from ui.widgets.label import ElidedLabel
from ui.widgets.press import PressButton

_SIDE = 12
_EDGE = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A record that can be opened from here: its words, a quieter line below, and the way."""

    text: str
    do: Callable[[], object]
    aside: str = ""


class LinkRow(PressButton):
    """Shows a link; pressing it opens the record."""

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        """Lay out the words, the quieter line, and an arrow."""
        super().__init__(parent)
        self._do = link.do
        self.setProperty("link", True)
        self.setAutoDefault(False)
        self.setAccessibleName(f"{link.text} {link.aside}".strip())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(ElidedLabel(link.text))
        if link.aside:
            words.addWidget(ElidedLabel(link.aside, scale=SMALL, tone="quiet"))
        arrow = QLabel()
        colour = worn().tokens.second
        arrow.setPixmap(drawn("chevron-right", colour, worn().em(1), self.devicePixelRatioF()))
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE, _EDGE, _EDGE, _EDGE)
        row.addLayout(words, 1)
        row.addWidget(arrow, 0, Qt.AlignmentFlag.AlignVCenter)
        for label in self.findChildren(QLabel):
            # The row is pressed, wherever it is pressed.
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(self._press)

    @override
    def sizeHint(self) -> QSize:
        layout = self.layout()
        height = layout.sizeHint().height() if layout is not None else 0
        return QSize(worn().em(10), max(height, worn().target))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(worn().em(6), self.sizeHint().height())

    def _press(self) -> None:
        self._do()
