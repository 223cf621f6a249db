"""A table whose rows stand in named groups; the bar walks from row to row past the bands."""

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.models.column import Column
from ui.models.groups import Band, GroupedRows
from ui.widgets.table import TableView

Row = TypeVar("Row")


class GroupedTable(TableView[Row]):
    """Shows groups of rows under their bands."""

    rows: GroupedRows[Row]

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], Hashable],
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        """Lay an empty table."""
        super().__init__(columns, key, name, parent, model=GroupedRows(columns, key))

    def show_bands(self, bands: Sequence[Band[Row]]) -> None:
        """Show these groups; the row chosen before stays chosen if it is still there."""
        before, offset = self.current_row(), self.verticalScrollBar().value()
        self.clearSpans()
        self.rows.show_bands(bands)
        for place in self.rows.bands():
            self.setSpan(place, 0, 1, self.rows.columnCount())
        if before is not None:
            self.choose(self.rows.key(before))
            self.verticalScrollBar().setValue(offset)

    @override
    def choose_place(self, place: int) -> None:
        """Put the bar on the row at a place; on a band it goes to the row below."""
        last = self.rows.rowCount() - 1
        while place < last and self.rows.is_band(place):
            place += 1
        super().choose_place(place)
