"""Rows in groups: a band names each group, and nobody can put the bar on it."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from ui.models.column import BAND, DISPLAY, LEFT_MIDDLE, STRONG, TONE, Column
from ui.models.rows import NOWHERE, Index, RowsModel
from ui.tokens import Tone

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True, kw_only=True)
class Band(Generic[Row]):
    """A group: its name, its tone, and the rows under it."""

    text: str
    rows: Sequence[Row]
    tone: Tone = "quiet"


class GroupedRows(RowsModel[Row]):
    """Shows bands and the rows under them as one list."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], Hashable],
        parent: QObject | None = None,
    ) -> None:
        """Begin with no rows."""
        super().__init__(columns, key, parent)
        self._lines: list[Row | Band[Row]] = []

    def show_bands(self, bands: Sequence[Band[Row]]) -> None:
        """Show these groups instead of the ones before; an empty one is left out."""
        self.beginResetModel()
        self._lines = []
        for band in bands:
            if band.rows:
                self._lines += [band, *band.rows]
        self._rows = [row for band in bands for row in band.rows]
        self.endResetModel()

    def bands(self) -> tuple[int, ...]:
        """Give the places of the bands."""
        return tuple(at for at, line in enumerate(self._lines) if isinstance(line, Band))

    def is_band(self, place: int) -> bool:
        """Tell whether a band stands at a place."""
        return isinstance(self._lines[place], Band)

    @override
    def show(self, rows: Sequence[Row], *, more: bool = False) -> None:
        self._lines = list(rows)
        super().show(rows, more=more)

    @override
    def row(self, place: int) -> Row:
        line = self._lines[place]
        if isinstance(line, Band):
            raise LookupError("a band is no row")
        return line

    @override
    def place(self, key: Hashable) -> int | None:
        found = (
            at
            for at, line in enumerate(self._lines)
            if not isinstance(line, Band) and self.key(line) == key
        )
        return next(found, None)

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.is_band(index.row()):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    @override
    def data(self, index: Index, role: int = DISPLAY) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if isinstance(line, Band):
            return _of_band(line, role)
        return self.data_of(line, index.column(), role)


def _of_band(band: Band[Row], role: int) -> object:
    said: dict[int, object] = {
        BAND: True,
        DISPLAY: band.text,
        TONE: band.tone,
        STRONG: True,
        int(Qt.ItemDataRole.TextAlignmentRole): LEFT_MIDDLE,
        int(Qt.ItemDataRole.AccessibleTextRole): band.text,
    }
    return said.get(role)
