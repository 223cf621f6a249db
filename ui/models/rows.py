"""A table model that shows rows it is given; a paged one asks for the next page by its last row."""

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from ui.models.column import (
    ACCESSIBLE_TEXT,
    ALIGNMENT,
    DISPLAY,
    LEFT_MIDDLE,
    RIGHT_MIDDLE,
    STRONG,
    TONE,
    TOOL_TIP,
    Column,
)

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
Row = TypeVar("Row")
_WORDS = frozenset((DISPLAY, ACCESSIBLE_TEXT, TOOL_TIP))


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Shows rows; ``key`` names a row, so that the same one is found again after a refresh.

    When there are more rows than it was given (``more=True``), the view asks as it nears the
    end and ``wanted`` carries the last row: fetch the page after it and hand it to ``append``.
    """

    wanted = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], Hashable],
        parent: QObject | None = None,
    ) -> None:
        """Begin with no rows."""
        super().__init__(parent)
        self._columns = tuple(columns)
        self._key = key
        self._rows: list[Row] = []
        self._more = False
        self._asked = False

    def show(self, rows: Sequence[Row], *, more: bool = False) -> None:
        """Show these rows instead of the ones before."""
        self.beginResetModel()
        self._rows = list(rows)
        self._more, self._asked = more, False
        self.endResetModel()

    def append(self, rows: Sequence[Row], *, more: bool = False) -> None:
        """Add the next page below."""
        self._more, self._asked = more, False
        if rows:
            start = len(self._rows)
            self.beginInsertRows(QModelIndex(), start, start + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    def replace(self, row: Row) -> bool:
        """Show a newer state of one row where it stands; tell whether it was there."""
        place = self.place(self._key(row))
        if place is None:
            return False
        self._rows[place] = row
        last = len(self._columns) - 1
        self.dataChanged.emit(self.index(place, 0), self.index(place, last))
        return True

    def rows(self) -> list[Row]:
        """Give the rows shown so far."""
        return list(self._rows)

    def row(self, place: int) -> Row:
        """Give the row at a place."""
        return self._rows[place]

    def place(self, key: Hashable) -> int | None:
        """Find the place of a row by its key."""
        return next((at for at, row in enumerate(self._rows) if self._key(row) == key), None)

    def key(self, row: Row) -> Hashable:
        """Name a row."""
        return self._key(row)

    def columns(self) -> tuple[Column[Row], ...]:
        """Give the columns."""
        return self._columns

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def data(self, index: Index, role: int = DISPLAY) -> object:
        if not index.isValid():
            return None
        return self.data_of(self._rows[index.row()], index.column(), role)

    def data_of(self, row: Row, place: int, role: int) -> object:
        """Say one thing of a row in the column at a place."""
        column = self._columns[place]
        if role in _WORDS:
            return column.text(row)
        if role == TONE:
            return column.tone(row)
        if role == STRONG:
            return column.strong(row)
        if role == ALIGNMENT:
            return RIGHT_MIDDLE if column.right else LEFT_MIDDLE
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == DISPLAY:
            return self._columns[section].title
        if role == ALIGNMENT:
            return RIGHT_MIDDLE if self._columns[section].right else LEFT_MIDDLE
        return None

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._more and not self._asked

    @override
    def fetchMore(self, parent: Index) -> None:
        if self._rows and not self._asked:
            self._asked = True
            self.wanted.emit(self._rows[-1])
