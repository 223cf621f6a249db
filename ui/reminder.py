"""Quiet notices: one line when something becomes due or late, in duty hours only.

What became late over night is said once, together, in the first minute of duty. Nothing is said
twice, nothing at night, and never in a box.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject

from mediator_desk.ports import Desk
from mediator_desk.records.people import Role
from mediator_desk.rows import TodayRow
from mediator_desk.rules.whose_turn import When
from mediator_desk.usecases.duty_hours import duty_hours
from mediator_desk.words import _, p_
from ui.errands import Errands
from ui.notices import Notice, Notices
from ui.panes.today_rows import lateness_said, to_do, when
from ui.said import first_line

_PRESSING = (When.LATE, When.TODAY)
_Known = Mapping[tuple[object, ...], When]


class Reminder(QObject):
    """Looks at the clocks each minute and tells what is new; ``go`` leads to Today."""

    def __init__(
        self,
        *,
        desk: Desk,
        errands: Errands,
        notices: Notices,
        go: Callable[[], object],
        parent: QObject | None = None,
    ) -> None:
        """Begin with what presses already: that stands on Today and need not be said."""
        super().__init__(parent)
        self._desk, self._errands, self._notices, self._go = desk, errands, notices, go
        self._known: _Known | None = None
        self._look(off_duty_too=True)

    def tick(self, _now: datetime) -> None:
        """Look whether something became due or late."""
        self._look()

    def _look(self, *, off_duty_too: bool = False) -> None:
        self._errands.run(partial(_read, self._desk, off_duty_too), owner=self, then=self._compare)

    def _compare(self, rows: tuple[TodayRow, ...] | None) -> None:
        """Say what presses now and did not when it was last looked at."""
        if rows is None:
            return
        groups = {_key(row): (row, when(self._desk, row)) for row in rows}
        pressing = {key: (row, group) for key, (row, group) in groups.items() if group in _PRESSING}
        known, self._known = self._known, {key: group for key, (_, group) in pressing.items()}
        if known is None:
            return
        fresh = [pair for key, pair in pressing.items() if known.get(key) is not pair[1]]
        if fresh:
            text = self._one(*fresh[0]) if len(fresh) == 1 else lateness_said([g for _, g in fresh])
            self._notices.posted.emit(
                Notice(
                    text=text,
                    tone="warning",
                    verb=_("See &today"),
                    do=self._go,
                    icon="home",
                    stays=True,
                )
            )

    def _one(self, row: TodayRow, group: When) -> str:
        """Say one thing that became due or late, and which one it is."""
        sentence = (
            p_("notice", "Late: {what} · {about}")
            if group is When.LATE
            else p_("notice", "Due today: {what} · {about}")
        )
        return sentence.format(what=to_do(self._desk, row), about=first_line(row.title, 30))


def _read(desk: Desk, off_duty_too: bool) -> tuple[TodayRow, ...] | None:
    """Read what this person has to do; nothing is read off duty."""
    if not off_duty_too and not duty_hours(desk).on_duty(desk.now(), desk.books.calendar):
        return None
    mine = desk.person.id if desk.person.role is Role.MEDIATOR else None
    return desk.queries.today(mine)


def _key(row: TodayRow) -> tuple[object, ...]:
    return row.kind, row.id, row.rule, row.due_at
