"""The state of a record as a word on a rounded ground: colour and word, never colour alone."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.theme import SMALL, worn
from ui.tokens import Tone

_SIDE = 10


def pill_width(text: str) -> float:
    """Measure the pill of a word."""
    return QFontMetricsF(worn().font(SMALL)).horizontalAdvance(text) + 2 * _SIDE


def paint_pill(painter: QPainter, box: QRectF, text: str, tone: Tone) -> None:
    """Paint the word at the left of the box, centred from top to bottom."""
    theme = worn()
    font = theme.font(SMALL)
    metrics = QFontMetricsF(font)
    height = metrics.height() + 4
    width = min(pill_width(text), box.width())
    body = QRectF(box.left(), box.center().y() - height / 2, width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.ground(tone))
    painter.drawRoundedRect(body, height / 2, height / 2)
    painter.setPen(theme.colour(tone))
    painter.setFont(font)
    room = width - 2 * _SIDE + 1
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
    painter.drawText(body, Qt.AlignmentFlag.AlignCenter, shown)
    painter.restore()


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
