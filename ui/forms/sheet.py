"""A form made from a declaration: fields, remarks that never block, drafts, the keyboard alone.

sheet = Sheet((
Text(key="what", label=_("&What happened"), lines=4, required=True),
Choice(key="topic", label=_("&Topic"), choices=topics, required=True),
Day(key="on", label=_("Since"), past=True, half=True),
Money(key="amount", label=_("Amount in dispute (yuan)"), half=True),
people("parties", _("Parties"), roles),
))
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.forms.fields import (
    Choice,
    Count,
    Day,
    Field,
    Many,
    Moment,
    Money,
    Pick,
    Remark,
    Text,
    Tick,
    Words,
)
from ui.forms.grid import FieldCell, FieldGrid
from ui.forms.rows import Rows, people
from ui.widgets.reading import ReadingArea

__all__ = [
    "Choice",
    "Count",
    "Day",
    "Field",
    "Many",
    "Moment",
    "Money",
    "Pick",
    "Remark",
    "Rows",
    "Sheet",
    "Text",
    "Tick",
    "Words",
    "people",
]

_DRAFT_AFTER = 2_000


class Sheet(ReadingArea):
    """Fields in a column that scrolls. ``changed`` comes at once, ``drafted`` a little later.

    ``drafted`` carries plain JSON values, good for ``fill`` after the program was killed.
    """

    changed = Signal()
    drafted = Signal(dict)

    def __init__(self, fields: Sequence[Field], parent: QWidget | None = None) -> None:
        """Lay out the fields, empty."""
        super().__init__(parent)
        self.grid = FieldGrid(fields)
        holder = QWidget()
        self.column = QVBoxLayout(holder)
        self.column.setContentsMargins(0, 0, 8, 0)
        self.column.setSpacing(14)
        self.column.addWidget(self.grid)
        self.column.addStretch(1)
        self.setWidget(holder)
        holder.setAutoFillBackground(False)
        self._first = self.grid.values()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_DRAFT_AFTER)
        self._wire()

    def values(self) -> dict[str, Any]:
        """Give what was entered, by key, as text, codes, days, moments, amounts, lists."""
        return self.grid.values()

    def fill(self, values: Mapping[str, Any]) -> None:
        """Enter values or a draft."""
        self.grid.fill(values)
        self._pause.stop()

    def settle(self) -> None:
        """Take what stands now as the beginning: Esc asks only about what comes after."""
        self._first = self.grid.values()

    def problems(self) -> list[tuple[str, str]]:
        """Say what keeps the sheet from being handed over: pairs of key and sentence."""
        return self.grid.problems()

    def touched(self) -> bool:
        """Tell whether anything was entered since the beginning."""
        return self.grid.values() != self._first

    def remark(self, key: str, words: str) -> None:
        """Say a doubt beside a field, found elsewhere (in the store, say); empty takes it back."""
        self.cell(key).say_doubt(words)

    def cell(self, key: str) -> FieldCell:
        """Give one field with its label and input."""
        return self.grid.cell(key)

    def has(self, key: str) -> bool:
        """Tell whether there is such a field, asked now or not."""
        return self.grid.has(key)

    def focus(self, key: str) -> None:
        """Put the keyboard into a field and bring it into sight."""
        self.grid.focus(key)
        self.ensureWidgetVisible(self.cell(key), 0, 40)

    def draft(self) -> dict[str, Any]:
        """Give what was entered as plain JSON values."""
        return {key: _plainly(value) for key, value in self.grid.values().items()}

    def _wire(self) -> None:
        self.grid.changed.connect(self.changed)
        self.grid.changed.connect(self._pause.start)
        self._pause.timeout.connect(self._tell_draft)

    def _tell_draft(self) -> None:
        self.drafted.emit(self.draft())


def _plainly(value: Any) -> Any:
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, list | tuple):
        return [_plainly(one) for one in value]
    if isinstance(value, dict):
        return {key: _plainly(one) for key, one in value.items()}
    return value if isinstance(value, str | bool | int | None) else str(value)
