"""A column of widgets that scrolls up and down, never sideways."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget


class ReadingArea(QScrollArea):
    """Scrolls a column of widgets up and down, never sideways."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        # It would take the focus without having a name to say.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        # Asking Qt for its own would make PySide build every kind of widget there is.
        ground = QWidget()
        ground.setAutoFillBackground(False)
        self.setViewport(ground)

    def lay(self, parts: Sequence[QWidget], spacing: int = 14) -> None:
        """Show these widgets below one another."""
        inside = QWidget()
        inside.setAutoFillBackground(False)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(spacing)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
