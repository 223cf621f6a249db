"""Files of a record as a list: a small picture, what it is, and its kind and state in pills."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QDropEvent, QFontMetrics, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from ui.delegates.pill import paint_pill, pill_width
from ui.theme import SMALL, worn
from ui.tokens import RADIUS, Tone
from ui.widgets.icon import drawn

Index = QModelIndex | QPersistentModelIndex
_LINE = int(Qt.ItemDataRole.UserRole)
_BAR, _EDGE, _GAP = 3, 12, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLine:
    """One file in words; ``sign`` stands where there is no picture."""

    id: UUID
    title: str
    meta: str
    kind: str
    kind_tone: Tone = "accent"
    state: str = ""
    state_tone: Tone = "warning"
    picture: QImage | None = None
    sign: str = "document"


class FileList(QListWidget):
    """Shows files; Enter or a double click opens one, dragging gives them another order."""

    opened = Signal(object)
    moved = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Begin with no files; ``name`` is what a screen reader calls the list."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(_FileDelegate(self))
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setMouseTracking(True)
        self.itemActivated.connect(self._open)

    def show_lines(self, lines: Sequence[FileLine]) -> None:
        """Show these files; the one chosen before stays chosen."""
        before = self.chosen()
        self.clear()
        for line in lines:
            item = QListWidgetItem()
            item.setData(_LINE, line)
            said = (line.title, line.kind, line.state, line.meta)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, " ".join(filter(None, said)))
            item.setToolTip(line.title)
            self.addItem(item)
        self.choose(before)

    def lines(self) -> list[FileLine]:
        """Give the files in the order they are shown."""
        return [self.item(place).data(_LINE) for place in range(self.count())]

    def chosen(self) -> UUID | None:
        """Name the file that is chosen."""
        item = self.currentItem()
        line: Any = None if item is None else item.data(_LINE)
        return None if line is None else line.id

    def choose(self, id: UUID | None) -> None:
        """Choose a file; the first when it is not there."""
        ids = [line.id for line in self.lines()]
        if ids:
            self.setCurrentRow(ids.index(id) if id in ids else 0)

    def step(self, by: int) -> None:
        """Move the chosen file up or down in the order."""
        here = self.currentRow()
        there = here + by
        if here < 0 or not 0 <= there < self.count():
            return
        item = self.takeItem(here)
        self.insertItem(there, item)
        self.setCurrentRow(there)
        self._tell_order()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event)
        if event.source() is self:
            self._tell_order()

    @override
    def sizeHint(self) -> QSize:
        return QSize(worn().em(30), worn().em(16))

    def _tell_order(self) -> None:
        self.moved.emit(tuple(line.id for line in self.lines()))

    def _open(self, item: QListWidgetItem) -> None:
        self.opened.emit(item.data(_LINE).id)


class _FileDelegate(QStyledItemDelegate):
    """Paints one file."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(worn().em(12), _side() + 2 * _EDGE)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: FileLine = index.data(_LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box: QRect = option.rect
        self._ground(painter, option, box)
        side = _side()
        frame = QRect(box.left() + _EDGE, box.top() + _EDGE, side, side)
        _paint_picture(painter, line, frame)
        words = QRect(frame.right() + _GAP, frame.top(), 0, side)
        words.setRight(box.right() - _EDGE)
        _paint_words(painter, line, words)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect) -> None:
        tokens = worn().tokens
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(box, QColor(tokens.soft))
            painter.fillRect(box.left(), box.top(), _BAR, box.height(), QColor(tokens.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(tokens.hover))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, QColor(tokens.line))


def _side() -> int:
    """Give the side of the square a small picture stands in."""
    theme = worn()
    title, small = QFontMetrics(theme.font()), QFontMetrics(theme.font(SMALL))
    return max(56, title.height() + 2 * small.height() + 14)


def _paint_picture(painter: QPainter, line: FileLine, frame: QRect) -> None:
    """Paint the small picture whole into its square, or the sign of what it is."""
    tokens = worn().tokens
    rounded = QPainterPath()
    rounded.addRoundedRect(QRectF(frame), RADIUS, RADIUS)
    painter.fillPath(rounded, QColor(tokens.raised))
    painter.save()
    painter.setClipPath(rounded)
    if line.picture is None:
        side = frame.width() // 2
        ratio = painter.device().devicePixelRatioF()
        sign = drawn(line.sign, tokens.edge, side, ratio)
        painter.drawPixmap(frame.center().x() - side // 2, frame.center().y() - side // 2, sign)
    else:
        size = line.picture.size().scaled(
            frame.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding
        )
        shown = QRect(0, 0, size.width(), size.height())
        shown.moveCenter(frame.center())
        if shown.height() > shown.width():
            # A page is known by its head.
            shown.moveTop(frame.top())
        painter.drawImage(shown, line.picture)
    painter.restore()
    painter.setPen(QPen(QColor(tokens.line), 1))
    painter.drawPath(rounded)


def _paint_words(painter: QPainter, line: FileLine, box: QRect) -> None:
    """Paint the title, then the pills, then the quieter line."""
    theme = worn()
    title, small = theme.font(strong=True), theme.font(SMALL)
    high, low = QFontMetrics(title), QFontMetrics(small)
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    cut = Qt.TextElideMode.ElideRight
    top = QRect(box.left(), box.top(), box.width(), high.height())
    painter.setFont(title)
    painter.setPen(QColor(theme.tokens.text))
    painter.drawText(top, left, high.elidedText(line.title, cut, box.width()))
    pills = QRectF(box.left(), top.bottom() + 3, box.width(), low.height() + 4)
    for words, tone in ((line.kind, line.kind_tone), (line.state, line.state_tone)):
        if words:
            paint_pill(painter, pills, words, tone)
            pills.setLeft(min(pills.right(), pills.left() + pill_width(words) + 6))
    painter.setFont(small)
    painter.setPen(QColor(theme.tokens.second))
    bottom = QRect(box.left(), round(pills.bottom()) + 3, box.width(), low.height())
    painter.drawText(bottom, left, low.elidedText(line.meta, cut, box.width()))
