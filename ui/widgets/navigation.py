"""The places of the desk at the left: words beside signs, or a rail of signs when it is narrow."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from ui.theme import HEADING, SMALL, worn
from ui.tokens import RADIUS
from ui.widgets.icon import drawn
from ui.widgets.label import ElidedLabel

RAIL = 56
LEAST = 44
_TINY = 0.62


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the desk: its code, its word, its sign; ``low`` places stand at the foot."""

    code: str
    text: str
    sign: str
    low: bool = False


class PlaceButton(QAbstractButton):
    """Leads to one place; shows a number when something waits there."""

    def __init__(self, place: Place, key: str, parent: QWidget | None = None) -> None:
        """Show the place; ``key`` is told in the tool tip."""
        super().__init__(parent)
        self.place = place
        self._rail = False
        self._waiting = 0
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(place.text)
        self.setToolTip(f"{place.text} ({key})")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def set_rail(self, rail: bool) -> None:
        """Shrink to a sign with a small word below it, or grow back."""
        self._rail = rail
        self.updateGeometry()

    def set_waiting(self, count: int) -> None:
        """Show how much waits there; nothing for 0."""
        self._waiting = count
        self.update()

    @override
    def sizeHint(self) -> QSize:
        theme = worn()
        if self._rail:
            small = QFontMetricsF(theme.font(_TINY)).height()
            return QSize(rail_width(), max(theme.target, round(theme.em(1.2) + small + 14)))
        return QSize(theme.em(8), theme.target)

    @override
    def minimumSizeHint(self) -> QSize:
        # On a low screen with large letters the rail keeps its signs and lets go of its words.
        width = rail_width() if self._rail else worn().em(8)
        return QSize(width, max(LEAST, worn().em(1.2) + 6))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, here = worn().tokens, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if here or self.underMouse() or self.hasFocus():
            painter.setBrush(QColor(tokens.soft if here else tokens.hover))
            pen = QPen(QColor(tokens.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen
            painter.setPen(pen)
            painter.drawRoundedRect(body, RADIUS, RADIUS)
        ink = tokens.accent_text if here else tokens.second
        if self._rail:
            self._paint_rail(painter, ink)
        else:
            self._paint_wide(painter, ink, tokens.accent_text if here else tokens.text)
        painter.end()

    def _paint_wide(self, painter: QPainter, ink: str, words: str) -> None:
        theme = worn()
        side = theme.em(1.15)
        sign = drawn(self.place.sign, ink, side, self.devicePixelRatioF())
        painter.drawPixmap(12, (self.height() - side) // 2, sign)
        painter.setPen(QColor(words))
        painter.setFont(theme.font())
        box = QRectF(12 + side + 10, 0, self.width() - side - 30, self.height())
        flags = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, flags | Qt.AlignmentFlag.AlignLeft, self.place.text)
        if self._waiting:
            painter.setFont(theme.font(SMALL))
            painter.setPen(QColor(theme.tokens.second))
            painter.drawText(box, flags | Qt.AlignmentFlag.AlignRight, str(self._waiting))

    def _paint_rail(self, painter: QPainter, ink: str) -> None:
        theme = worn()
        font = theme.font(_TINY)
        metrics = QFontMetricsF(font)
        side = theme.em(1.2)
        worded = self.height() >= side + metrics.height() + 4
        top = (self.height() - side - (metrics.height() if worded else 0)) / 2
        sign = drawn(self.place.sign, ink, side, self.devicePixelRatioF())
        painter.drawPixmap(round((self.width() - side) / 2), round(top), sign)
        if not worded:
            return
        painter.setPen(QColor(ink))
        painter.setFont(font)
        box = QRectF(0, top + side, self.width(), metrics.height())
        shown = metrics.elidedText(self.place.text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)


class Navigation(QWidget):
    """The column of places; ``gone`` carries the code of the place a person asks for."""

    gone = Signal(str)

    def __init__(
        self, name: str, station: str, places: Sequence[Place], parent: QWidget | None = None
    ) -> None:
        """Show the program's and the station's name and the places."""
        super().__init__(parent)
        self._buttons: dict[str, PlaceButton] = {}
        self._group = QButtonGroup(self)
        self._head = QWidget()
        head = QVBoxLayout(self._head)
        head.setContentsMargins(10, 4, 4, 8)
        head.setSpacing(0)
        head.addWidget(ElidedLabel(name, scale=HEADING, strong=True))
        head.addWidget(ElidedLabel(station, scale=SMALL, tone="quiet"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 12, 8, 8)
        self._column.setSpacing(2)
        self._column.addWidget(self._head)
        for low in (False, True):
            for place in places:
                if place.low == low:
                    self._add(place, f"Ctrl+{list(places).index(place) + 1}")
            if not low:
                self._column.addStretch(1)
        self._rail = False
        self.set_rail(False)

    def choose(self, code: str) -> None:
        """Mark the place one is at."""
        self._buttons[code].setChecked(True)

    def button(self, code: str) -> PlaceButton:
        """Give the button of a place."""
        return self._buttons[code]

    def set_waiting(self, code: str, count: int) -> None:
        """Show how much waits at a place."""
        self._buttons[code].set_waiting(count)

    def set_rail(self, rail: bool) -> None:
        """Shrink to a rail, or grow back."""
        self._rail = rail
        self._head.setVisible(not rail)
        self._column.setContentsMargins(*((4, 8, 4, 8) if rail else (8, 12, 8, 8)))
        for button in self._buttons.values():
            button.set_rail(rail)
        self.setFixedWidth(rail_width() if rail else max(176, worn().em(9.6)))

    def is_rail(self) -> bool:
        """Tell whether only signs show."""
        return self._rail

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            back = event.key() == Qt.Key.Key_Up
            if back:
                self.focusPreviousChild()
            else:
                self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _add(self, place: Place, key: str) -> None:
        button = PlaceButton(place, key, self)
        button.clicked.connect(self._pressed)
        self._group.addButton(button)
        self._buttons[place.code] = button
        self._column.addWidget(button)

    def _pressed(self) -> None:
        button = self._group.checkedButton()
        if isinstance(button, PlaceButton):
            self.gone.emit(button.place.code)


def rail_width() -> int:
    """Measure the rail: 56 pixels, more only where the letters are large."""
    return max(RAIL, worn().em(3))
