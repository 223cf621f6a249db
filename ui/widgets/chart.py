"""A picture of figures on the screen: in the theme's colours, walked with the arrow keys."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QSizePolicy, QWidget
from typing_extensions import override

from mediator_desk.charts.hand import Draw
from mediator_desk.charts.marks import Drawing, Spot
from ui.theme import worn
from ui.widgets.chart_paint import paint, rectangle, screen_hand

_EMPTY = Drawing(width=0, height=0, marks=())
_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class SpotButton(QAbstractButton):
    """One figure of a picture: it says itself; a click, Space or Enter opens what is behind it."""

    opened = Signal(object)

    def __init__(self, spot: Spot, parent: QWidget) -> None:
        """Lie over the figure; the picture itself is painted below."""
        super().__init__(parent)
        self.clicked.connect(self._open)
        self.spot = spot
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def lie_over(self, spot: Spot) -> None:
        """Lie over a figure at its place."""
        self.spot = spot
        self.setAccessibleName(spot.says)
        self.setToolTip(spot.says)
        leads = spot.key is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        self.setGeometry(rectangle(spot.box).toAlignedRect())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not (self.hasFocus() or self.underMouse()):
            return
        tokens = worn().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.accent if self.hasFocus() else tokens.edge), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif Qt.Key(event.key()) in _STEPS:
            event.ignore()  # a button would go on in the order of its siblings
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        if self.spot.key is not None:
            self.opened.emit(self.spot.key)


class _Canvas(QWidget):
    """The picture itself, as large as it was worked out."""

    def __init__(self) -> None:
        super().__init__()
        self.drawing = _EMPTY

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter, self.drawing, worn())
        painter.end()


class ChartView(QScrollArea):
    """Shows one picture as wide as itself; ``opened`` carries the key of the figure pressed.

    It is as high as its picture. A picture that needs more width can be moved sideways. Tab comes
    to one figure of it, the arrow keys go on from there.
    """

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nothing to show."""
        super().__init__(parent)
        self._draw: Draw | None = None
        self._buttons: list[SpotButton] = []
        self._canvas = _Canvas()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setWidget(self._canvas)
        self._canvas.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    @property
    def drawing(self) -> Drawing:
        """Give the picture in sight."""
        return self._canvas.drawing

    def show_chart(self, name: str, draw: Draw) -> None:
        """Show a picture; ``name`` is what a screen reader calls it, ``draw`` works it out."""
        self._canvas.setAccessibleName(name)
        self._draw = draw
        self._work_out()

    def spots(self) -> tuple[SpotButton, ...]:
        """Give the figures one can go to, in their order."""
        return tuple(self._buttons)

    @override
    def sizeHint(self) -> QSize:
        return QSize(worn().em(20), self.minimumHeight())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(worn().em(10), self.minimumHeight())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._work_out()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._work_out()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or not self._walk(*step):
            event.ignore()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page moves, not the picture

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, SpotButton):
            self._stand_on(watched)
        return False

    def _work_out(self) -> None:
        if self._draw is None or self.width() <= 0:
            return
        made = self._draw(screen_hand(worn()), float(self.width()))
        self._canvas.drawing = made
        self._canvas.setFixedSize(int(made.width), round(made.height) + 1)
        bar = self.horizontalScrollBar().sizeHint().height() if made.width > self.width() else 0
        self.setFixedHeight(round(made.height) + 1 + bar)
        self._place_spots(made)
        self.updateGeometry()
        self._canvas.update()

    def _place_spots(self, made: Drawing) -> None:
        for button in self._buttons[len(made.spots) :]:
            button.hide()
            button.deleteLater()
        del self._buttons[len(made.spots) :]
        for spot in made.spots[len(self._buttons) :]:
            button = SpotButton(spot, self._canvas)
            button.opened.connect(self.opened)
            button.installEventFilter(self)
            button.show()
            self._buttons.append(button)
        for button, spot in zip(self._buttons, made.spots, strict=True):
            button.lie_over(spot)
        if self._buttons and self._here() is None:
            self._buttons[0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _walk(self, down: int, right: int) -> bool:
        """Go to the next figure in a direction; tell whether there was one."""
        here = self._here()
        if here is None:
            return False
        row, column = here.spot.row + down, here.spot.column + right
        beside = [one for one in self._buttons if one.spot.row == row and one is not here]
        if right:
            beside = [one for one in beside if (one.spot.column - here.spot.column) * right > 0]
        there = min(beside, key=lambda one: abs(one.spot.column - column), default=None)
        if there is None:
            return False
        self._stand_on(there)
        there.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _stand_on(self, there: SpotButton) -> None:
        """Let Tab come to this figure, and to no other."""
        for one in self._buttons:
            here = one is there
            one.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
        self.ensureWidgetVisible(there)

    def _here(self) -> SpotButton | None:
        """Give the figure that Tab comes to."""
        tab = Qt.FocusPolicy.StrongFocus
        return next((one for one in self._buttons if one.focusPolicy() == tab), None)
