"""A pill painted in a cell or a widget: a word on a rounded ground in the tone of its state."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

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
