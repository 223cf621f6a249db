"""The photo of the parking dispute, drawn by the tour itself: a car across the line of a bay."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QImageWriter,
    QLinearGradient,
    QPainter,
    QPen,
    QPolygonF,
)

_WIDE, _HIGH = 1600, 1200
_BAY = 420
_ASPHALT, _SHADE = QColor("#5c6268"), QColor("#474c52")
_PAINT, _GLASS, _CAR = QColor("#e9ecee"), QColor("#22303c"), QColor("#8d1f1f")


def parking_place() -> bytes:
    """Draw the photo and give it as a JPEG."""
    picture = QImage(_WIDE, _HIGH, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw_ground(painter)
    painter.save()
    painter.translate(_WIDE * 0.44, _HIGH * 0.58)
    painter.rotate(-9)
    _draw_car(painter)
    painter.restore()
    painter.end()
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(held, QByteArray(b"jpeg")).write(picture)
    return bytes(held.data().data())


def _draw_ground(painter: QPainter) -> None:
    """Draw the asphalt and the lines of the bays; nobody has numbered them yet."""
    light = QLinearGradient(0, 0, _WIDE, _HIGH)
    light.setColorAt(0, _ASPHALT)
    light.setColorAt(1, _SHADE)
    painter.fillRect(0, 0, _WIDE, _HIGH, light)
    painter.fillRect(0, 0, _WIDE, 120, QColor("#9aa39a"))
    painter.setPen(QPen(_PAINT, 16))
    for place in range(5):
        x = 60 + place * _BAY
        painter.drawLine(x, 150, x, _HIGH)


def _draw_car(painter: QPainter) -> None:
    """Draw a car from above, one of its mirrors broken."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 90))
    painter.drawRoundedRect(QRectF(-150, -330, 345, 700), 90, 110)
    painter.setBrush(_CAR)
    painter.drawRoundedRect(QRectF(-165, -345, 330, 690), 90, 110)
    painter.setBrush(_GLASS)
    painter.drawPolygon(_glass(-190, -90, 118, 140))
    painter.drawPolygon(_glass(250, 170, 112, 136))
    painter.drawRect(QRectF(-146, -70, 22, 220))
    painter.drawRect(QRectF(124, -70, 22, 220))
    painter.setBrush(_CAR.darker(115))
    painter.drawRoundedRect(QRectF(-222, -130, 62, 40), 14, 14)
    painter.drawRoundedRect(QRectF(168, -112, 40, 22), 8, 8)
    painter.setPen(QPen(_PAINT, 5))
    for x, y in ((236, -150), (262, -96), (228, -60)):
        painter.drawLine(QPointF(190, -100), QPointF(x, y))


def _glass(top: float, bottom: float, above: float, below: float) -> QPolygonF:
    """Draw a windscreen: wider on one side than on the other."""
    corners = ((-above, top), (above, top), (below, bottom), (-below, bottom))
    return QPolygonF([QPointF(x, y) for x, y in corners])
