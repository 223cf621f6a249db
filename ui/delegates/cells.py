"""How the cells of a table are painted: hairlines, a left bar for the chosen row, pills."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)
from typing_extensions import override

from ui.delegates.pill import paint_pill, pill_width
from ui.models.column import ALIGNMENT, BAND, DISPLAY, RIGHT_MIDDLE, STRONG, TONE
from ui.theme import SMALL, worn

Index = QModelIndex | QPersistentModelIndex
_BAR = 3
SIDE = 10


class CellDelegate(QStyledItemDelegate):
    """Paints words in their tone; the chosen row keeps its colours and gets a bar at its left."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        if index.data(BAND):
            _band(painter, option, index)
        else:
            self._ground(painter, option, index)
            self._words(painter, option, index)
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._width(index) + 2 * SIDE, worn().row())

    @override
    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if event.type() == QEvent.Type.ToolTip and index.isValid():
            cut = self._width(index) + 2 * SIDE > option.rect.width()
            text = str(index.data(DISPLAY) or "") if cut else ""
            QToolTip.showText(event.globalPos(), text, view)
            return True
        return super().helpEvent(event, view, option, index)

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens = worn().tokens
        box = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(box, QColor(tokens.soft))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(tokens.hover))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, QColor(tokens.line))
        if chosen and _leftmost(option, index):
            active = bool(option.state & QStyle.StateFlag.State_Active)
            bar = QColor(tokens.accent if active else tokens.edge)
            painter.fillRect(box.left(), box.top(), _BAR, box.height(), bar)

    def _words(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = worn()
        font = theme.font(strong=bool(index.data(STRONG)))
        painter.setFont(font)
        painter.setPen(theme.colour(index.data(TONE) or "plain"))
        box = option.rect.adjusted(SIDE, 0, -SIDE, -1)
        shown = QFontMetrics(font).elidedText(
            _one_line(index), Qt.TextElideMode.ElideRight, box.width()
        )
        painter.drawText(box, index.data(int(Qt.ItemDataRole.TextAlignmentRole)), shown)

    def _width(self, index: Index) -> int:
        font = worn().font(strong=bool(index.data(STRONG)))
        return QFontMetrics(font).horizontalAdvance(_one_line(index)) + 1


class PillDelegate(CellDelegate):
    """Paints the state of the row as a pill."""

    @override
    def _words(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box = QRectF(option.rect.adjusted(SIDE, 0, -SIDE, -1))
        text = _one_line(index)
        if text:
            if index.data(int(Qt.ItemDataRole.TextAlignmentRole)) == RIGHT_MIDDLE:
                box.setLeft(max(box.left(), box.right() - pill_width(text)))
            paint_pill(painter, box, text, index.data(TONE) or "plain")

    @override
    def _width(self, index: Index) -> int:
        return round(pill_width(_one_line(index)))


def _band(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
    """Paint the name of a group, small and strong, low on its ground."""
    theme, box = worn(), option.rect
    painter.fillRect(box, QColor(theme.tokens.page))
    painter.fillRect(box.left(), box.bottom(), box.width(), 1, QColor(theme.tokens.line))
    painter.setFont(theme.font(SMALL, strong=True))
    painter.setPen(theme.colour(index.data(TONE)))
    painter.drawText(
        box.adjusted(SIDE, 0, -SIDE, -1), int(index.data(ALIGNMENT)), str(index.data(DISPLAY))
    )


def _leftmost(option: QStyleOptionViewItem, index: Index) -> bool:
    """Tell whether no column in sight stands before this one."""
    view = option.widget
    before = range(index.column())
    return isinstance(view, QTableView) and all(view.isColumnHidden(one) for one in before)


def _one_line(index: Index) -> str:
    return str(index.data(DISPLAY) or "").replace("\n", " ")
