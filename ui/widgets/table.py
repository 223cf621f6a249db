"""A table of rows: one chosen at a time, opened with Enter, columns that fold when it is narrow."""

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from ui.delegates.cells import CellDelegate, PillDelegate
from ui.models.column import Column
from ui.models.rows import Index, RowsModel
from ui.theme import SMALL, worn

Row = TypeVar("Row")
_ONLY_THIS_ROW = (
    QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
)


class TableView(QTableView, Generic[Row]):
    """Rows with hairlines; ``chosen`` carries the row under the bar, ``opened`` the one entered."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], Hashable],
        name: str,
        parent: QWidget | None = None,
        *,
        model: RowsModel[Row] | None = None,
    ) -> None:
        """Lay an empty table; ``name`` is what a screen reader calls it."""
        super().__init__(parent)
        self.rows: RowsModel[Row] = model or RowsModel(columns, key)
        self.rows.setParent(self)
        self.setAccessibleName(name)
        self.setModel(self.rows)
        self._dress()
        self._wire()

    def show_rows(self, rows: Sequence[Row], *, more: bool = False) -> None:
        """Show these rows; the one chosen before stays chosen if it is still there."""
        before = self.current_row()
        offset = self.verticalScrollBar().value()
        self.rows.show(rows, more=more)
        if before is not None:
            self.choose(self.rows.key(before))
            self.verticalScrollBar().setValue(offset)

    def current_row(self) -> Row | None:
        """Give the row under the bar."""
        place = self.currentIndex().row()
        return self.rows.row(place) if place >= 0 else None

    def choose(self, key: Hashable) -> bool:
        """Put the bar on the row with this key; tell whether it is here."""
        place = self.rows.place(key)
        if place is None:
            return False
        self.choose_place(place)
        return True

    def choose_place(self, place: int) -> None:
        """Put the bar on the row at a place, and on no other."""
        # Not selectRow: it looks at the keys held down, and Ctrl+Enter has just saved a form.
        self.selectionModel().setCurrentIndex(self.rows.index(place, 0), _ONLY_THIS_ROW)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            self.chosen.emit(self.rows.row(current.row()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            row = self.current_row()
            if row is not None:
                self.opened.emit(row)
            return
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.rows.rowCount():
            last = self.rows.rowCount() - 1
            self.choose_place(0 if event.key() == Qt.Key.Key_Home else last)
            return
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    @override
    def sizeHint(self) -> QSize:
        return QSize(worn().em(20), worn().row() * 6)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(worn().em(8), worn().row() * 3)

    def _dress(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        # Tab leaves the table for the next thing; arrows walk inside it.
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.setItemDelegate(CellDelegate(self))
        self._pills = PillDelegate(self)
        for place, column in enumerate(self.rows.columns()):
            if column.pill:
                self.setItemDelegateForColumn(place, self._pills)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header.setMinimumSectionSize(24)
        self._measure()

    def _measure(self) -> None:
        theme = worn()
        self.verticalHeader().setDefaultSectionSize(theme.row())
        header = self.horizontalHeader()
        header.setFont(theme.font(SMALL))
        header.setFixedHeight(theme.row() + 4)
        for place, column in enumerate(self.rows.columns()):
            mode = QHeaderView.ResizeMode
            header.setSectionResizeMode(place, mode.Stretch if column.stretch else mode.Fixed)
            if not column.stretch:
                self.setColumnWidth(place, self._wide(column))

    def _wide(self, column: Column[Row]) -> int:
        """Reckon the width of a column: its words, and its title at least."""
        title = QFontMetrics(worn().font()).horizontalAdvance(column.title) + 2
        return max(worn().em(column.width), title) + 20

    def _fold(self) -> None:
        """Hide the columns that fold first until what is left has room."""
        room = self.viewport().width()
        columns = self.rows.columns()
        widths = [self._wide(column) for column in columns]
        hidden: set[int] = set()
        for _fold, place in sorted(
            ((column.fold, place) for place, column in enumerate(columns) if column.fold),
            reverse=True,
        ):
            if sum(width for at, width in enumerate(widths) if at not in hidden) <= room:
                break
            hidden.add(place)
        for place in range(len(columns)):
            self.setColumnHidden(place, place in hidden)

    def _wire(self) -> None:
        self.doubleClicked.connect(self._open)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows.row(index.row()))
