"""The state of a record as a word on a rounded ground: colour and word, never colour alone."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.delegates.pill import paint_pill, pill_width
from ui.theme import SMALL, worn
from ui.tokens import Tone


class Pill(QWidget):
    """The same pill as a widget of its own."""

    def __init__(
        self, text: str = "", tone: Tone = "accent", parent: QWidget | None = None
    ) -> None:
        """Show the word in its tone."""
        super().__init__(parent)
        self._text = ""
        self._tone: Tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.say(text, tone)

    def say(self, text: str, tone: Tone) -> None:
        """Show another word; an empty one hides the pill."""
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Give the word."""
        return self._text

    @override
    def sizeHint(self) -> QSize:
        height = QFontMetricsF(worn().font(SMALL)).height() + 4
        return QSize(round(pill_width(self._text) + 1), round(height + 1))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_pill(painter, QRectF(self.rect()), self._text, self._tone)
        painter.end()
