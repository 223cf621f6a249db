"""How far a vote is: one bar by heads and one by area, with the marks that must be reached."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from ui.theme import SMALL, worn
from ui.tokens import RADIUS
from ui.widgets.label import Label

_WHOLE = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A height to be reached, in parts of 10,000 of all, and whether it is."""

    at: int
    reached: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MeterBar:
    """One measure in words, and its shares of all in parts of 10,000."""

    what: str
    told: str
    taking_part: int
    agreeing: int
    marks: Sequence[Mark] = ()


def part_of(part: int, whole: int) -> int:
    """Give a share in parts of 10,000, for drawing only."""
    return part * _WHOLE // whole if whole > 0 else 0


class VoteMeter(QWidget):
    """Shows the measures one below the other."""

    def __init__(self, bars: Sequence[MeterBar], parent: QWidget | None = None) -> None:
        """Lay the bars out, each under its words."""
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for bar in bars:
            column.addWidget(Label(bar.what, strong=True, wrap=True))
            column.addWidget(_Bar(bar))
            column.addWidget(Label(bar.told, tone="quiet", scale=SMALL, wrap=True))
            column.addSpacing(6)


class _Bar(QWidget):
    """One bar: agreeing in full colour, the others who take part paler, the marks upright."""

    def __init__(self, bar: MeterBar) -> None:
        super().__init__()
        self._bar = bar
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{bar.what} {bar.told}")

    @override
    def sizeHint(self) -> QSize:
        return QSize(worn().em(10), worn().em(1.6))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = worn()
        room = QRectF(0.5, self.height() * 0.2, self.width() - 1, self.height() * 0.6)
        painter.setPen(QPen(theme.tokens.edge_soft))
        painter.setBrush(theme.ground("quiet"))
        painter.drawRoundedRect(room, RADIUS, RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.ground("accent"))
        painter.drawRoundedRect(self._share(room, self._bar.taking_part), RADIUS, RADIUS)
        painter.setBrush(theme.colour("good"))
        painter.drawRoundedRect(self._share(room, self._bar.agreeing), RADIUS, RADIUS)
        for mark in self._bar.marks:
            self._draw(painter, room, mark)

    def _draw(self, painter: QPainter, room: QRectF, mark: Mark) -> None:
        across = room.left() + room.width() * min(mark.at, _WHOLE) / _WHOLE
        painter.setPen(QPen(worn().colour("plain" if mark.reached else "danger"), 2))
        painter.drawLine(round(across), 0, round(across), self.height())

    def _share(self, room: QRectF, share: int) -> QRectF:
        return QRectF(room.left(), room.top(), room.width() * share / _WHOLE, room.height())
