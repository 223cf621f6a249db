"""Which period the statistics are of: its kind, one step back or on, and how it is counted."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from mediator_desk.rules.periods import Period, PeriodKind, period_of, read_period
from mediator_desk.usecases.statistics import AskStatistics
from mediator_desk.words import _, p_
from ui.theme import HEADING, worn
from ui.widgets.drop_list import DropList
from ui.widgets.icon import icon
from ui.widgets.label import ElidedLabel
from ui.widgets.press import PressButton

CUT_OFFS = (0, 15, 20, 25, 26, 28)


class PeriodBar(QWidget):
    """Asks for a period; ``changed`` comes when it is another one, or counted another way.

    ``days_asked`` comes when a person wants days of her own.
    """

    changed = Signal()
    days_asked = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        """Begin with the month of today."""
        super().__init__(parent)
        self._today = today
        self._period = period_of(PeriodKind.MONTH, today)
        self.kinds = DropList()
        self.back, self.on = PressButton(), PressButton()
        self.named = ElidedLabel(scale=HEADING, strong=True)
        self.how = PressButton(_("Co&unted how"))
        self.written = QAction(_("&Written agreements only"), self)
        self.cut_offs = tuple(self._cut_off_actions())
        self._lay_out()
        self._wire()
        self._say()

    def begin(self, *, cut_off: int, written_only: bool) -> None:
        """Look at the month of today, counted like this; nobody is told."""
        self._period = period_of(PeriodKind.MONTH, self._today, cut_off)
        self.written.blockSignals(True)
        self.written.setChecked(written_only)
        self.written.blockSignals(False)
        self._say()

    def asked(self) -> AskStatistics:
        """Give what is asked for now."""
        return AskStatistics(period=self._period, written_only=self.written.isChecked())

    def period(self) -> Period:
        """Give the period that is looked at."""
        return self._period

    def go_to(self, period: Period) -> None:
        """Look at a period."""
        self._period = period
        self.stay()
        self._say()
        self.changed.emit()

    def step(self, *, on: bool) -> None:
        """Go to the next period, or to the one before."""
        if not on:
            self.go_to(self._period.before())
        elif self._period.kind is not PeriodKind.CUSTOM:
            after = self._period.last_day + timedelta(days=1)
            self.go_to(period_of(self._period.kind, after, self._period.cut_off))

    def stay(self) -> None:
        """Say the period again that is looked at: another was begun and not chosen."""
        self.kinds.setCurrentIndex(max(self.kinds.findData(self._period.kind.value), 0))

    def cut_off(self, day: int) -> None:
        """Let months end on a day, 0 for their own end; days of one's own stay as they are."""
        if self._period.kind is not PeriodKind.CUSTOM:
            self.go_to(read_period(self._period.code(), day))

    def _choose_kind(self) -> None:
        kind = PeriodKind(self.kinds.currentData())
        if kind is PeriodKind.CUSTOM:
            self.days_asked.emit()
        else:
            day = min(self._period.last_day, self._today)
            self.go_to(period_of(kind, day, self._period.cut_off))

    def _say(self) -> None:
        custom = self._period.kind is PeriodKind.CUSTOM
        self.named.say(str(self._period))
        over = not custom and self._period.last_day < self._today
        self.on.setEnabled(over)
        self.on.setToolTip(_("Next") if over or custom else _("This period is not over yet."))
        for action in self.cut_offs:
            action.setEnabled(not custom)
            action.setChecked(action.data() == self._period.cut_off)

    def _cut_off_actions(self) -> Iterator[QAction]:
        group = QActionGroup(self)
        for day in CUT_OFFS:
            words = _("Months end on the {day}th").format(day=day) if day else _("Whole months")
            action = QAction(words, group)
            action.setCheckable(True)
            action.setData(day)
            action.triggered.connect(partial(self.cut_off, day))
            yield action

    def _lay_out(self) -> None:
        self.kinds.setAccessibleName(_("Kind of period"))
        for kind, words in _kinds():
            self.kinds.addItem(words, kind.value)
        self.kinds.fit()
        for button, sign, words in (
            (self.back, "arrow-left", _("Before")),
            (self.on, "arrow-right", _("Next")),
        ):
            button.setIcon(icon(sign))
            button.setAccessibleName(words)
            button.setToolTip(words)
            button.setAutoDefault(False)
            button.setFixedWidth(worn().target)
        self.written.setCheckable(True)
        menu = QMenu(self)
        menu.addActions(self.cut_offs)
        menu.addSeparator()
        menu.addAction(self.written)
        self.how.setMenu(menu)
        self.how.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.kinds, self.back, self.on):
            row.addWidget(widget)
        row.addWidget(self.named, 1)
        row.addWidget(self.how)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _wire(self) -> None:
        self.kinds.activated.connect(self._choose_kind)
        self.written.toggled.connect(self.changed)
        self.back.clicked.connect(partial(self.step, on=False))
        self.on.clicked.connect(partial(self.step, on=True))


def days(first: date, last: date) -> Period:
    """Give the period of certain days. Raises ``Refusal``."""
    return read_period(f"{first.isoformat()}..{last.isoformat()}")


def _kinds() -> tuple[tuple[PeriodKind, str], ...]:
    return (
        (PeriodKind.MONTH, p_("period", "Month")),
        (PeriodKind.QUARTER, p_("period", "Quarter")),
        (PeriodKind.HALF, p_("period", "Half year")),
        (PeriodKind.YEAR, p_("period", "Year")),
        (PeriodKind.CUSTOM, p_("period", "Certain days")),
    )
