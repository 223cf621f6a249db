"""What a whistle asks of the department and by when, reckoned beside the fields."""

from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediator_desk.ports import Desk
from mediator_desk.records.follow_up import Deadline
from mediator_desk.rules.deadlines import Due
from mediator_desk.rules.whistle_kinds import (
    DEPARTMENTS,
    RESIDENT_CLOCK,
    RESIDENTS_RULES,
    Kind,
    Stretch,
)
from mediator_desk.words import _
from ui.banner_words import capital
from ui.said import due_long, rule_said
from ui.theme import SMALL
from ui.widgets.card import Banner, Card
from ui.widgets.label import Label

_MOST = len(Stretch) + 1


class LimitsCard(Card):
    """Shows every clock a whistle of this kind would start, and the rule each follows.

    With ``resident`` the resident's clock runs already and is shown as it stands.
    """

    def __init__(
        self,
        desk: Desk,
        heading: str,
        resident: Deadline | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Begin with no clocks."""
        super().__init__(heading, parent=parent)
        self._desk, self._resident = desk, resident
        self._note = Banner()
        self._clocks = [_ClockLine() for _place in range(_MOST)]
        self._because = Label(wrap=True, tone="quiet", scale=SMALL)
        self.column.addWidget(self._note)
        for clock in self._clocks:
            self.column.addWidget(clock)
        self.column.addWidget(self._because)
        self.column.addStretch(1)

    def say(self, kind: Kind, start: datetime | None = None) -> None:
        """Reckon the clocks as if it were dispatched at ``start``, or now."""
        at = start or self._desk.now()
        urgent = _("First call 110, 119 or 120. The whistle goes out at once, approved after.")
        self._note.say(urgent if kind.at_once else "", "danger")
        dues = clocks_of(self._desk, kind, at)
        shown = [*self._clocks[: len(dues) - 1], self._clocks[-1]]
        for line in self._clocks:
            line.setVisible(line in shown)
        for line, due in zip(shown, dues, strict=True):
            named = rule_said(due.rule, self._desk.books.deadlines, at, due.rule_set)
            line.say(capital(named), self._until(due.moment, at))
        reckoned = dues
        if self._resident is not None:
            named = _("The resident's clock, which goes on")
            self._clocks[-1].say(named, self._until(self._resident.due_at, self._desk.now()))
            reckoned = dues[:-1]
        reasons = dict.fromkeys(one.words() for due in reckoned for one in due.because)
        self._because.setText("\n".join(reasons))

    def _until(self, moment: datetime, now: datetime) -> str:
        return due_long(moment, now, self._desk.books.calendar)


class _ClockLine(QWidget):
    """One clock: what it is for, and until when."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Label(wrap=True, tone="quiet", scale=SMALL)
        self._due = Label(wrap=True, strong=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self._title)
        column.addWidget(self._due)

    def say(self, title: str, due: str) -> None:
        """Name the clock and its moment."""
        self._title.setText(title)
        self._due.setText(due)


def clocks_of(desk: Desk, kind: Kind, at: datetime) -> list[Due]:
    """Reckon the clocks a dispatched whistle starts, the resident's last."""
    stretches = (*DEPARTMENTS, *([Stretch.APPROVE] if kind.at_once else []))
    rules = [(rule, kind.limits) for rule in kind.rules(*stretches)]
    rules.append((RESIDENT_CLOCK, RESIDENTS_RULES))
    return [desk.books.deadlines.due(rule, at, desk.books.calendar, named) for rule, named in rules]
