"""The inputs of days and moments: typed in any simple way, said back in full."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from typing_extensions import override

from mediator_desk.rules.calendar import Calendar
from mediator_desk.words import _
from ui.forms.inputs import Input
from ui.widgets.day_edit import DayEdit, MomentEdit


class DayInput(Input):
    """A day."""

    def __init__(
        self, today: Callable[[], date], past: bool, calendar: Calendar | None = None
    ) -> None:
        """Begin empty."""
        super().__init__()
        self._edit = DayEdit(today, past=past, calendar=calendar)
        self._edit.changed.connect(self.changed)
        self.column.addWidget(self._edit)
        self.lead_to(self._edit.line)

    @override
    def value(self) -> date | None:
        return self._edit.day()

    @override
    def fill(self, value: Any) -> None:
        self._edit.set_day(date.fromisoformat(value) if isinstance(value, str) and value else value)

    @override
    def wrong(self) -> str:
        if not self._edit.unknown():
            return ""
        return _("Type a day such as 11-30, tomorrow, next wed or +5wd (working days).")


class MomentInput(Input):
    """A day and a time."""

    def __init__(
        self, today: Callable[[], date], past: bool, calendar: Calendar | None = None
    ) -> None:
        """Begin empty."""
        super().__init__()
        self._edit = MomentEdit(today, past=past, calendar=calendar)
        self._edit.changed.connect(self.changed)
        self.column.addWidget(self._edit)
        self.lead_to(self._edit.line)

    @override
    def value(self) -> datetime | None:
        return self._edit.moment()

    @override
    def fill(self, value: Any) -> None:
        text = isinstance(value, str) and value
        self._edit.set_moment(datetime.fromisoformat(value) if text else value or None)

    @override
    def wrong(self) -> str:
        return _("Type a day and a time such as 11-30 and 9:30.") if self._edit.unknown() else ""
