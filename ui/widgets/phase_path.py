"""The way a record goes, as a row of phases: what is behind it, where it stands, what is ahead."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.theme import SMALL, worn

_DOT = 1.35


class Stands(Enum):
    """How a phase stands to the record."""

    BEHIND = "behind"
    HERE = "here"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """One phase: its word, a few quiet words below it, and how it stands."""

    word: str
    note: str = ""
    stands: Stands = Stands.AHEAD


class PhasePath(QWidget):
    """Phases along a line; the one where the record stands is filled, those behind are ticked."""

    def __init__(self, phases: Sequence[Phase], parent: QWidget | None = None) -> None:
        """Show the phases; the whole way can be heard as one sentence."""
        super().__init__(parent)
        self._phases = tuple(phases)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        here = next((one.word for one in phases if one.stands is Stands.HERE), "")
        self.setAccessibleName(here)
        self.setAccessibleDescription(" → ".join(one.word for one in phases))

    @override
    def sizeHint(self) -> QSize:
        return QSize(worn().em(16), self._height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(worn().em(12), self._height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = self.width() / max(len(self._phases), 1)
        radius, middle = worn().em(_DOT) / 2, worn().em(_DOT) / 2 + 2
        for place, phase in enumerate(self._phases):
            x = wide * (place + 0.5)
            if place:
                self._line(painter, phase, x - wide + radius + 5, x - radius - 5, middle)
            self._dot(painter, phase, place, QPointF(x, middle), radius)
            self._words(painter, phase, QRectF(wide * place + 1, middle + radius + 4, wide - 2, 0))
        painter.end()

    def _line(self, painter: QPainter, phase: Phase, left: float, right: float, y: float) -> None:
        tokens = worn().tokens
        passed = phase.stands is not Stands.AHEAD
        painter.setPen(QPen(QColor(tokens.good if passed else tokens.edge_soft), 1.5))
        painter.drawLine(QPointF(left, y), QPointF(right, y))

    def _dot(self, painter: QPainter, phase: Phase, place: int, at: QPointF, radius: float) -> None:
        tokens = worn().tokens
        fills = {
            Stands.BEHIND: (tokens.good_soft, tokens.good, tokens.good),
            Stands.HERE: (tokens.accent, tokens.accent, tokens.on_accent),
            Stands.AHEAD: (tokens.surface, tokens.edge_soft, tokens.second),
        }
        ground, edge, ink = fills[phase.stands]
        painter.setPen(QPen(QColor(edge), 1.5))
        painter.setBrush(QColor(ground))
        painter.drawEllipse(at, radius, radius)
        painter.setPen(QColor(ink))
        painter.setFont(worn().font(SMALL, strong=True))
        said = "✓" if phase.stands is Stands.BEHIND else str(place + 1)
        box = QRectF(at.x() - radius, at.y() - radius, radius * 2, radius * 2)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, said)

    def _words(self, painter: QPainter, phase: Phase, box: QRectF) -> None:
        tokens = worn().tokens
        here = phase.stands is Stands.HERE
        centre = Qt.AlignmentFlag.AlignHCenter
        for words, strong, ink in (
            (phase.word, here, tokens.text if phase.stands is not Stands.AHEAD else tokens.second),
            (phase.note, False, tokens.second),
        ):
            font = worn().font(SMALL, strong=strong)
            metrics = QFontMetricsF(font)
            box.setHeight(metrics.height())
            painter.setFont(font)
            painter.setPen(QColor(ink))
            fitting = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, centre, fitting)
            box.translate(0, metrics.height())

    def _height(self) -> int:
        lines = 2 if any(one.note for one in self._phases) else 1
        small = QFontMetricsF(worn().font(SMALL)).height()
        return round(worn().em(_DOT) + 8 + lines * small)
