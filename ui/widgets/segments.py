"""Segments: the few lists that share a place, named in one row above the one in sight."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from typing_extensions import override

from ui.theme import worn
from ui.widgets.chips import ChipBar, ChipButton

_SIDE = 4
_LINE = 3


class SegmentButton(ChipButton):
    """One segment: its word, underlined while its list is in sight."""

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(worn().font(strong=True))
        width = metrics.horizontalAdvance(self.chip.text) + 2 * _SIDE
        return QSize(round(width + worn().em(1)), worn().target)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, chosen = worn(), self.isChecked()
        tokens = theme.tokens
        ink = tokens.accent_text if chosen else tokens.text if self.underMouse() else tokens.second
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(strong=chosen))
        painter.setPen(QColor(ink))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.chip.text)
        if chosen:
            line = QRectF(_SIDE, self.height() - _LINE, self.width() - 2 * _SIDE, _LINE)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(line, _LINE / 2, _LINE / 2)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.end()


class SegmentBar(ChipBar):
    """A row of segments of which one is in sight; the arrow keys walk along it."""

    BUTTON = SegmentButton
