"""The official table of the statistics on the screen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediator_desk.rows.statistics import Change, Figure
from mediator_desk.usecases.pictures import Behind, unit_said, written
from mediator_desk.usecases.statistics_view import StatisticsView
from mediator_desk.words import _, p_
from ui.models.column import Column
from ui.models.groups import Band
from ui.said import begun, wide
from ui.tokens import Tone
from ui.widgets.card import Banner, Card
from ui.widgets.grouped_table import GroupedTable


class TablePage(QWidget):
    """The official table; Enter or a double click opens the cases of a line."""

    opened = Signal(object)

    def __init__(self) -> None:
        """Lay out an empty table."""
        super().__init__()
        self._view: StatisticsView | None = None
        self.doubts = Banner("", "warning")
        self.table: GroupedTable[Figure] = GroupedTable(
            _columns(), key=lambda row: row.key, name=_("Official table")
        )
        card = Card(margin=1)
        card.column.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.doubts)
        column.addWidget(card, 1)
        self.table.opened.connect(self._open)

    def show_view(self, view: StatisticsView) -> None:
        """Show the figures, and what does not add up."""
        self._view = view
        found = view.found
        self.doubts.say(" ".join(one.words() for one in found.doubts), "warning")
        groups = (*found.table, *found.intake)
        self.table.show_bands([Band(text=begun(str(one.name)), rows=one.figures) for one in groups])

    def _open(self, row: Figure) -> None:
        if self._view is not None and row.value:
            period = self._view.found.period
            self.opened.emit(
                Behind(name=begun(str(row.name)), period=period, keys=frozenset({row.key}))
            )


def _columns() -> tuple[Column[Figure], ...]:
    return (
        Column(title=_("Figure"), text=lambda row: begun(str(row.name)), width=10.0, stretch=True),
        Column(title=_("Count"), text=_value, width=wide(5.5, 5.5), right=True),
        Column(
            title=p_("figure", "Unit"),
            text=lambda row: unit_said(row.counted_in, str),
            tone=_quiet,
            width=wide(2.2, 4.4),
            fold=2,
        ),
        Column(title=_("Share"), text=lambda row: row.share, width=3.6, right=True, fold=1),
        Column(title=_("On the last period"), text=_on_before, width=7.0, right=True, fold=4),
        Column(title=_("On last year"), text=_on_year, width=7.0, right=True, fold=3),
    )


def _value(row: Figure) -> str:
    if row.persons is None:
        return written(row.value)
    return _("{cases} ({persons} people)").format(cases=written(row.value), persons=row.persons)


def _on_before(row: Figure) -> str:
    return _changed(row.on_before)


def _on_year(row: Figure) -> str:
    return _changed(row.on_year)


def _changed(change: Change | None) -> str:
    if change is None:
        return ""
    difference = written(change.difference)
    signed = f"+{difference}" if change.difference > 0 else difference
    return f"{signed}  {change.percent}"


def _quiet(_row: Figure) -> Tone:
    return "quiet"
