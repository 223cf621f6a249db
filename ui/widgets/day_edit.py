"""A line for a day, and one for a moment: typed in any simple way, said back in full."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QDate, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
    QWidgetAction,
)
from typing_extensions import override

from mediator_desk.rules.calendar import Calendar
from mediator_desk.rules.durations import CHINA
from mediator_desk.rules.typed_days import typed_day, typed_time
from mediator_desk.words import _
from ui.theme import worn
from ui.widgets.icon import icon
from ui.widgets.label import ElidedLabel
from ui.widgets.typed_day import joined, said_back


class DayEdit(QWidget):
    """A day; what was understood stands beside the line, so that nobody has to trust it."""

    changed = Signal()

    def __init__(
        self,
        today: Callable[[], date],
        *,
        past: bool = False,
        calendar: Calendar | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Begin empty; ``past`` reads a day without a year as one gone by."""
        super().__init__(parent)
        self._today, self._past, self._calendar = today, past, calendar
        self.line = _Line(_("11-30, next wed, +5wd"))
        self.line.setToolTip(_("Such as 11-30, tomorrow, next wed, +3d, +5wd (working days), +1m"))
        self.line.setMinimumWidth(worn().em(9.4))
        self.line.setMaximumWidth(worn().em(9.4))
        picker = self.line.addAction(
            icon("calendar", "quiet"), QLineEdit.ActionPosition.TrailingPosition
        )
        picker.setToolTip(_("Open a calendar"))
        picker.triggered.connect(self._open_calendar)
        self._said = _Said()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(10)
        self._row.addWidget(self.line)
        self._row.addWidget(self._said, 1)
        self.setFocusProxy(self.line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.line.textChanged.connect(self._read)
        self.line.left.connect(self._write_out)

    def day(self) -> date | None:
        """Give the day, if one was understood."""
        return typed_day(self.line.text(), self._today(), past=self._past, calendar=self._calendar)

    def set_day(self, day: date | None) -> None:
        """Show a day."""
        self.line.setText(day.isoformat() if day else "")

    def unknown(self) -> bool:
        """Tell whether something was typed that is no day."""
        return bool(self.line.text().strip()) and self.day() is None

    def _read(self) -> None:
        day = self.day()
        if self.unknown():
            self._said.say(_("Which day is this?"))
            self._said.set_tone("warning")
        else:
            self._say(day)
        self.changed.emit()

    def _say(self, day: date | None) -> None:
        """Say back what was understood; a doubt is a colour and words, and never blocks."""
        if day is None:
            self._said.say("")
            return
        said = said_back(day, self._today(), self._calendar, past=self._past)
        self._said.say(said.full, said.short)
        self._said.set_tone(said.tone)

    def _write_out(self) -> None:
        day = self.day()
        if day is not None and self.line.text() != day.isoformat():
            self.set_day(day)

    def _open_calendar(self) -> None:
        menu = QMenu(self)
        calendar = QCalendarWidget(menu)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        day_off = QTextCharFormat()
        day_off.setForeground(worn().colour("danger"))
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(weekday, day_off)
        for name, sign in (("prev", "arrow-left"), ("next", "arrow-right")):
            turn = calendar.findChild(QToolButton, f"qt_calendar_{name}month")
            if isinstance(turn, QToolButton):
                turn.setIcon(icon(sign))
        day = self.day() or self._today()
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.setMinimumSize(QSize(worn().em(18), worn().em(14)))
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(calendar)
        menu.addAction(holder)
        calendar.clicked.connect(self._take)
        calendar.clicked.connect(menu.close)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.line.mapToGlobal(QPoint(0, self.line.height() + 2)))
        calendar.setFocus()

    def _take(self, day: QDate) -> None:
        self.set_day(date(day.year(), day.month(), day.day()))
        self.line.setFocus()


class MomentEdit(DayEdit):
    """A day and a time; both or neither."""

    def __init__(
        self,
        today: Callable[[], date],
        *,
        past: bool = False,
        calendar: Calendar | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Begin empty."""
        super().__init__(today, past=past, calendar=calendar, parent=parent)
        self.time_line = _Line(_("9:30"))
        self.time_line.setFixedWidth(worn().em(4.6))
        self.time_line.setAccessibleName(_("Time"))
        self._row.insertWidget(1, self.time_line)
        self.time_line.textChanged.connect(self._read)
        self.time_line.left.connect(self._write_time)

    def moment(self) -> datetime | None:
        """Give the moment, in China's hours, as everywhere on the desk."""
        day, at = self.day(), typed_time(self.time_line.text())
        return joined(day, at) if day and at else None

    def set_moment(self, moment: datetime | None) -> None:
        """Show a moment."""
        here = moment.astimezone(CHINA) if moment else None
        self.set_day(here.date() if here else None)
        self.time_line.setText(f"{here:%H:%M}" if here else "")

    @override
    def unknown(self) -> bool:
        typed = bool(self.line.text().strip() or self.time_line.text().strip())
        return typed and self.moment() is None

    @override
    def _read(self) -> None:
        super()._read()
        if self.unknown() and self.day() is not None:
            self._said.say(_("At what time?"))
            self._said.set_tone("warning")

    def _write_time(self) -> None:
        at = typed_time(self.time_line.text())
        if at is not None:
            self.time_line.setText(f"{at:%H:%M}")


class _Said(ElidedLabel):
    """A day in words; only its weekday where it is narrow, for the line says the rest."""

    def __init__(self) -> None:
        # Before the words are fitted for the first time.
        self._full, self._short = "", ""
        super().__init__(tone="quiet")

    @override
    def say(self, text: str, short: str = "") -> None:
        self._full, self._short = text, short or text
        self._choose()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._full), super().sizeHint().height())

    @override
    def resizeEvent(self, event: object) -> None:
        self._choose()

    def _choose(self) -> None:
        fits = self.fontMetrics().horizontalAdvance(self._full) <= self.contentsRect().width()
        super().say(self._full if fits else self._short)


class _Line(QLineEdit):
    """A line that tells when it is left."""

    left = Signal()

    def __init__(self, hint: str) -> None:
        super().__init__()
        self.setPlaceholderText(hint)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
