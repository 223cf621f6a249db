"""The screen's hand for pictures: its letters, and the colours of each theme for every ink."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from mediator_desk.charts.hand import Hand
from mediator_desk.charts.marks import (
    ON_TINTS,
    TINTS,
    Anchor,
    Box,
    Drawing,
    Filled,
    Ink,
    Stroke,
    Words,
)
from ui.theme import Theme
from ui.tokens import Tokens, contrast

# How much of the accent lies in each tint; the rest is the surface.
_SHARES = (0.0, 0.18, 0.38, 0.6, 1.0)
_NOTHING = 0.1
_FLAGS = {
    Anchor.START: Qt.AlignmentFlag.AlignLeft,
    Anchor.MIDDLE: Qt.AlignmentFlag.AlignHCenter,
    Anchor.END: Qt.AlignmentFlag.AlignRight,
}


def screen_hand(theme: Theme) -> Hand:
    """Give the hand that writes in the letters of the screen; its unit is the pixel."""
    em = float(theme.em())
    metrics: dict[tuple[float, bool], QFontMetricsF] = {}

    def measure(text: str, size: float, strong: bool) -> float:
        if (size, strong) not in metrics:
            metrics[size, strong] = QFontMetricsF(theme.font(size / em, strong=strong))
        return metrics[size, strong].horizontalAdvance(text)

    return Hand(em=em, measure=measure)


def paint(painter: QPainter, drawing: Drawing, theme: Theme) -> None:
    """Paint a picture in the colours of a theme."""
    em = float(theme.em())
    for mark in drawing.marks:
        if isinstance(mark, Filled):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ink_of(theme.tokens, mark.ink)))
            painter.drawRoundedRect(rectangle(mark.box), mark.radius, mark.radius)
        elif isinstance(mark, Stroke):
            pen = QPen(QColor(ink_of(theme.tokens, mark.ink)), mark.weight)
            pen.setStyle(Qt.PenStyle.DashLine if mark.dashed else Qt.PenStyle.SolidLine)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in mark.points]))
        else:
            _write(painter, mark, theme, em)


def rectangle(box: Box) -> QRectF:
    """Give a box as Qt knows it."""
    return QRectF(box.x, box.y, box.width, box.height)


@lru_cache(maxsize=64)
def ink_of(tokens: Tokens, ink: Ink) -> str:
    """Give the colour of an ink as ``#rrggbb``; what is written on a tint can be read on it."""
    if ink in TINTS:
        place = TINTS.index(ink)
        other, share = (tokens.accent, _SHARES[place]) if place else (tokens.edge, _NOTHING)
        return _mixed(tokens.surface, other, share)
    if ink in ON_TINTS:
        place = ON_TINTS.index(ink)
        if not place:
            return tokens.second
        ground = ink_of(tokens, TINTS[place])
        return max((tokens.text, tokens.surface), key=lambda one: contrast(one, ground))
    return {
        Ink.TEXT: tokens.text,
        Ink.SECOND: tokens.second,
        Ink.LINE: tokens.line,
        Ink.ACCENT: tokens.accent,
        Ink.BEFORE: tokens.edge,
    }[ink]


def _write(painter: QPainter, words: Words, theme: Theme, em: float) -> None:
    painter.setFont(theme.font(words.size / em, strong=words.strong))
    painter.setPen(QColor(ink_of(theme.tokens, words.ink)))
    flags = _FLAGS[words.anchor] | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
    painter.drawText(rectangle(words.box), flags, words.text)


def _mixed(one: str, other: str, share: float) -> str:
    """Mix two colours; ``share`` is how much of the other is in it."""
    parts = (
        round(int(one[at : at + 2], 16) * (1 - share) + int(other[at : at + 2], 16) * share)
        for at in (1, 3, 5)
    )
    return "#" + "".join(f"{part:02x}" for part in parts)
