"""Filter chips with counts in a row that scrolls; the arrow keys walk along it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QScrollArea, QSizePolicy, QWidget
from typing_extensions import override

from ui.theme import worn

_SIDE = 14


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter: its code, its word, and how many it holds (None: not counted)."""

    code: str
    text: str
    count: int | None = None


class ChipButton(QAbstractButton):
    """One chip: a rounded word, its number a little quieter."""

    def __init__(self, chip: Chip, parent: QWidget | None = None) -> None:
        """Show the chip, not chosen yet."""
        super().__init__(parent)
        self.chip = chip
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.recount(chip)

    def recount(self, chip: Chip) -> None:
        """Show another number or word for the same filter."""
        self.chip = chip
        self.setAccessibleName(chip.text if chip.count is None else f"{chip.text} {chip.count:,}")
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(worn().font())
        width = metrics.horizontalAdvance(self.chip.text) + 2 * _SIDE
        if self._number():
            width += metrics.horizontalAdvance(self._number()) + 8
        return QSize(round(width + 2), worn().target)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, chosen = worn(), self.isChecked()
        tokens = theme.tokens
        font = theme.font()
        metrics = QFontMetricsF(font)
        height = min(metrics.height() + 8, self.height() - 2)
        body = QRectF(1, (self.height() - height) / 2, self.width() - 2, height)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = tokens.accent if chosen or self.hasFocus() else tokens.edge_soft
        painter.setPen(QPen(QColor(edge), 2 if self.hasFocus() else 1))
        ground = tokens.soft if chosen else tokens.hover if self.underMouse() else tokens.surface
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), height / 2, height / 2)
        painter.setFont(font)
        painter.setPen(QColor(tokens.accent_text if chosen else tokens.text))
        words = body.adjusted(_SIDE, 0, -_SIDE, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignLeft, self.chip.text)
        painter.setPen(QColor(tokens.accent_text if chosen else tokens.second))
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignRight, self._number())
        painter.end()

    def _number(self) -> str:
        return "" if self.chip.count is None else f"{self.chip.count:,}"


class ChipBar(QScrollArea):
    """A row of chips of which one is chosen; ``chosen`` carries its code."""

    BUTTON: type[ChipButton] = ChipButton
    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Begin with no chips; ``name`` is what a screen reader calls the row."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._inside = QWidget()
        self._inside.setAutoFillBackground(False)
        self._row = QHBoxLayout(self._inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addStretch(1)
        self.setWidget(self._inside)
        self.viewport().setAutoFillBackground(False)
        self._buttons: dict[str, ChipButton] = {}

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Offer these filters; the one chosen before stays chosen, else the first is."""
        before = self.current()
        if [chip.code for chip in chips] == list(self._buttons):
            for chip in chips:
                self._buttons[chip.code].recount(chip)
            return
        for button in self._buttons.values():
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = {}
        for place, chip in enumerate(chips):
            button = self.BUTTON(chip, self._inside)
            button.installEventFilter(self)
            button.toggled.connect(self._chosen)
            self._row.insertWidget(place, button)
            self._buttons[chip.code] = button
        self.choose(before if before in self._buttons else next(iter(self._buttons), ""))

    def current(self) -> str:
        """Give the code of the chosen filter."""
        return next((code for code, chip in self._buttons.items() if chip.isChecked()), "")

    def choose(self, code: str) -> None:
        """Choose a filter as if it had been pressed."""
        if code in self._buttons:
            self._buttons[code].setChecked(True)

    def step(self, by: int) -> None:
        """Walk along the row, and choose where the walk ends."""
        codes = list(self._buttons)
        if codes:
            place = codes.index(self.current()) + by
            button = self._buttons[codes[max(0, min(place, len(codes) - 1))]]
            button.setFocus()
            button.setChecked(True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.step(1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: object, event: object) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
            by = steps.get(Qt.Key(event.key()))
            if by is not None:
                self.step(by)
                return True
        return False

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - event.angleDelta().y() // 2 - event.angleDelta().x() // 2)

    @override
    def sizeHint(self) -> QSize:
        return QSize(worn().em(20), worn().target)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(worn().em(6), worn().target)

    def _chosen(self, on: bool) -> None:
        if on:
            code = self.current()
            self.ensureWidgetVisible(self._buttons[code], 60, 0)
            self.chosen.emit(code)
