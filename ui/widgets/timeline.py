"""The course of events: what happened, when, by whom; the newest first."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from mediator_desk.words import _
from ui.theme import SMALL, worn
from ui.tokens import Tone
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.layouts import clear


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One thing that happened: its name, when and by whom (``meta``), and its words."""

    title: str
    meta: str = ""
    text: str = ""
    tone: Tone = "quiet"


class Timeline(QWidget):
    """Happenings along a line, the newest with a filled dot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with an empty line."""
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_happenings(self, happenings: Sequence[Happening]) -> None:
        """Show these instead of the ones before."""
        clear(self._column)
        last = len(happenings) - 1
        for place, happening in enumerate(happenings):
            entry = _Entry(happening, newest=place == 0, oldest=place == last)
            self._column.addWidget(entry)
        if not happenings:
            self._column.addWidget(Label(_("Nothing has happened yet."), tone="quiet", wrap=True))


class _Entry(QWidget):
    """One happening with its stretch of the line."""

    def __init__(self, happening: Happening, *, newest: bool, oldest: bool) -> None:
        super().__init__()
        self._happening, self._newest, self._oldest = happening, newest, oldest
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(self._indent(), 2, 0, 2 if oldest else 14)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(ElidedLabel(happening.title, strong=True), 1)
        head.addWidget(Label(happening.meta, scale=SMALL, tone="quiet"), 0)
        column.addLayout(head)
        if happening.text:
            words = Label(happening.text, wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(words)
        self.setAccessibleName(happening.title)
        self.setAccessibleDescription(f"{happening.meta} {happening.text}".strip())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = worn().tokens
        middle = QFontMetricsF(worn().font()).height() / 2 + 3
        x = self._indent() / 2 - 2.5
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.edge_soft), 1.5))
        top = middle if self._newest else 0
        if not (self._newest and self._oldest):
            bottom = middle if self._oldest else self.height()
            painter.drawLine(QPointF(x, top), QPointF(x, bottom))
        tone = (
            "accent" if self._happening.tone == "quiet" and self._newest else self._happening.tone
        )
        colour = QColor(tokens.edge if tone == "quiet" else tokens.ink(tone))
        painter.setPen(QPen(colour, 2))
        painter.setBrush(colour if self._newest else QColor(tokens.surface))
        painter.drawEllipse(QPointF(x, middle), 4.5, 4.5)
        painter.end()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(worn().em(8), super().minimumSizeHint().height())

    def _indent(self) -> int:
        return worn().em(1.5)
