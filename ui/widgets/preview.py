"""Looks at a paper page by page before it is saved or printed; only pages in sight are drawn."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from typing_extensions import override

from ui.errands import Errands, Lane
from ui.theme import worn

_GAP = 14
_WIDEST = 1.25
_POINT = 96 / 72
_KEPT = 24  # drawn pages
_STEPS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)


class Picture(Protocol):
    """A drawn page: its size in pixels and its bytes (blue, green, red, alpha)."""

    @property
    def width(self) -> int:
        """Give the pixels across."""

    @property
    def height(self) -> int:
        """Give the pixels down."""

    @property
    def bgra(self) -> bytes:
        """Give the bytes, four a point, line by line."""


Render = Callable[[int, float], Picture]


class PreviewView(QAbstractScrollArea):
    """Shows pages; ``render(page, scale)`` is an errand of the second lane (scale 1 is 72 dpi).

    Keys: Ctrl++ and Ctrl+- zoom, Ctrl+0 fits the width, Page Up and Down turn.
    ``turned`` carries the number of the page in sight, from 1.
    """

    turned = Signal(int)

    def __init__(self, errands: Errands, parent: QWidget | None = None) -> None:
        """Begin with no pages."""
        super().__init__(parent)
        self._errands = errands
        self._sizes: list[tuple[float, float]] = []
        self._renders: list[tuple[Render, int]] = []
        self._boxed: tuple[tuple[float, int], list[QRect]] | None = None
        self._zoom = 0.0
        self._whole = False
        self._drawn: dict[int, tuple[float, QImage]] = {}
        self._asked: set[tuple[int, float]] = set()
        self._round = 0
        self._here = 1
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._wire()

    def show_pages(
        self, sizes: Sequence[tuple[float, float]], render: Render, *, whole: bool = False
    ) -> None:
        """Show pages of these sizes (in points), drawn by the function as they come into sight.

        Each is as wide as there is room, or with ``whole`` small enough to be seen at once.
        """
        self._whole = whole
        self._round += 1
        self._sizes.clear()
        self._renders.clear()
        self._drawn.clear()
        self._asked.clear()
        self._boxed = None
        self.add_pages(sizes, render)
        self.verticalScrollBar().setValue(0)

    def add_pages(self, sizes: Sequence[tuple[float, float]], render: Render) -> None:
        """Put more pages below; what is looked at stays where it is."""
        self._sizes += sizes
        self._renders += [(render, page) for page in range(len(sizes))]
        self._lay_out()

    def here(self) -> int:
        """Give the number of the page in sight, from 1."""
        return self._here

    def pages(self) -> int:
        """Count the pages."""
        return len(self._sizes)

    def scale(self) -> float:
        """Give the present size: 1 is as large as on paper, on a screen of 96 dpi."""
        if self._zoom:
            return self._zoom
        widest = max((width for width, _height in self._sizes), default=595.0)
        room = self.viewport().width() - 2 * _GAP
        fitting = min(room / (widest * _POINT), _WIDEST)
        if self._whole:
            highest = max((height for _width, height in self._sizes), default=842.0)
            fitting = min(fitting, (self.viewport().height() - 2 * _GAP) / (highest * _POINT))
            return max(0.05, fitting)
        return max(0.3, fitting)

    def zoom(self, larger: bool) -> None:
        """Show pages a step larger or smaller; what is in the middle stays there."""
        now, place = self.scale(), self._place(self._boxes())
        if larger:
            self._zoom = next((step for step in _STEPS if step > now + 0.01), _STEPS[-1])
        else:
            self._zoom = next((step for step in reversed(_STEPS) if step < now - 0.01), _STEPS[0])
        self._lay_out()
        self._come_back(place)

    def fit(self) -> None:
        """Let pages be as wide as the room there is."""
        place = self._place(self._boxes())
        self._zoom, self._whole = 0.0, False
        self._lay_out()
        self._come_back(place)

    def go_to(self, page: int) -> None:
        """Bring a page into sight (from 1)."""
        boxes = self._boxes()
        if 1 <= page <= len(boxes):
            self.verticalScrollBar().setValue(boxes[page - 1].top() - _GAP)

    def settled(self) -> bool:
        """Tell whether every page in sight is drawn."""
        return all(
            page in self._drawn and self._drawn[page][0] == self._sharpness()
            for page, _box in self._in_sight()
        )

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = worn().tokens
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(tokens.page))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page, box in self._in_sight():
            painter.fillRect(box, QColor("#ffffff"))
            picture = self._drawn.get(page)
            if picture is not None:
                painter.drawImage(QRectF(box), picture[1])
            painter.setPen(QColor(tokens.edge_soft))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
            if picture is None or picture[0] != self._sharpness():
                self._ask(page)
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        # The boxes are those of the size before.
        place = self._place(self._boxed[1] if self._boxed is not None else [])
        super().resizeEvent(event)
        self._lay_out()
        self._come_back(place)

    @override
    def sizeHint(self) -> QSize:
        return QSize(worn().em(34), worn().em(30))

    def _boxes(self) -> list[QRect]:
        """Give where each page lies; reckoned anew only for another size or more pages."""
        scale = self.scale() * _POINT
        room = max(self.viewport().width(), self._widest() + 2 * _GAP)
        if self._boxed is None or self._boxed[0] != (scale, room):
            self._boxed = ((scale, room), [])
        boxes = self._boxed[1]
        top = boxes[-1].bottom() + 1 + _GAP if boxes else _GAP
        for width, height in self._sizes[len(boxes) :]:
            size = QSize(round(width * scale), round(height * scale))
            boxes.append(QRect((room - size.width()) // 2, top, size.width(), size.height()))
            top += size.height() + _GAP
        return boxes

    def _place(self, boxes: list[QRect]) -> tuple[int, float]:
        """Tell which page is in the middle, and how far down it."""
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        if not boxes or not self.verticalScrollBar().value():
            return 0, -1.0
        page = next((at for at, box in enumerate(boxes) if box.bottom() >= middle), len(boxes) - 1)
        return page, (middle - boxes[page].top()) / max(1, boxes[page].height())

    def _come_back(self, place: tuple[int, float]) -> None:
        """Bring a place into the middle again; at the very top it stays the top."""
        page, down = place
        boxes = self._boxes()
        if down >= 0 and page < len(boxes):
            middle = boxes[page].top() + down * boxes[page].height()
            self.verticalScrollBar().setValue(round(middle - self.viewport().height() / 2))

    def _widest(self) -> int:
        scale = self.scale() * _POINT
        return round(max((width for width, _height in self._sizes), default=0) * scale)

    def _in_sight(self) -> list[tuple[int, QRect]]:
        across = self.horizontalScrollBar().value()
        down = self.verticalScrollBar().value()
        boxes = self._boxes()
        first = bisect_left(boxes, down, key=QRect.bottom)
        window, found = self.viewport().rect(), []
        for page in range(first, len(boxes)):
            box = boxes[page].translated(-across, -down)
            if box.top() > window.bottom():
                break
            found.append((page, box))
        return found

    def _lay_out(self) -> None:
        boxes = self._boxes()
        whole = boxes[-1].bottom() + _GAP if boxes else 0
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, whole - self.viewport().height()))
        down.setPageStep(self.viewport().height())
        down.setSingleStep(40)
        across.setRange(0, max(0, self._widest() + 2 * _GAP - self.viewport().width()))
        across.setPageStep(self.viewport().width())
        self.viewport().update()

    def _sharpness(self) -> float:
        return round(self.scale() * _POINT * self.devicePixelRatioF(), 3)

    def _ask(self, page: int) -> None:
        sharpness = self._sharpness()
        if (page, sharpness) in self._asked:
            return
        self._asked.add((page, sharpness))
        render, within = self._renders[page]
        self._errands.run(
            partial(render, within, sharpness),
            owner=self,
            then=partial(self._take, self._round, page, sharpness),
            lane=Lane.PAPER,
        )

    def _take(self, asked_in: int, page: int, sharpness: float, picture: Picture) -> None:
        if asked_in != self._round:
            return
        form = QImage.Format.Format_RGB32
        borrowed = QImage(picture.bgra, picture.width, picture.height, picture.width * 4, form)
        # The bytes belong to the picture: keep our own before it goes.
        self._drawn[page] = (sharpness, borrowed.copy())
        self._forget()
        self.viewport().update()

    def _forget(self) -> None:
        """Let go of the pages farthest away: a picture takes some megabytes."""
        while len(self._drawn) > _KEPT:
            far = max(self._drawn, key=lambda page: abs(page + 1 - self._here))
            sharpness, _picture = self._drawn.pop(far)
            self._asked.discard((far, sharpness))

    def _tell_page(self) -> None:
        middle = self.viewport().height() // 2
        for page, box in self._in_sight():
            if box.top() <= middle <= box.bottom() + _GAP and page + 1 != self._here:
                self._here = page + 1
                self.turned.emit(self._here)

    def _wire(self) -> None:
        self.verticalScrollBar().valueChanged.connect(self._tell_page)
        for keys, do in (
            ("Ctrl++", partial(self.zoom, True)),
            ("Ctrl+=", partial(self.zoom, True)),
            ("Ctrl+-", partial(self.zoom, False)),
            ("Ctrl+0", self.fit),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(do)
