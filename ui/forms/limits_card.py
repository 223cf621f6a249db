"""What a whistle asks of the department and by when, reckoned beside the fields."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from mediator_desk.ports import Desk
from mediator_desk.records.whistle import WhistleKind
from mediator_desk.rules.deadlines import Due
from mediator_desk.usecases.whistles import RESIDENT_CLOCK
from mediator_desk.words import _
from ui.said import due_long, rule_said
from ui.theme import SMALL
from ui.widgets.card import Banner, Card
from ui.widgets.label import Label

_RESIDENTS_RULES = "liaocheng"


class LimitsCard(Card):
    """Shows every clock a whistle of this kind would start, and the rule each follows."""

    def __init__(self, desk: Desk, heading: str, parent: QWidget | None = None) -> None:
        """Begin with no clocks."""
        super().__init__(heading, parent=parent)
        self._desk = desk
        self._note = Banner()
        self._lines = [_Line() for _place in range(5)]
        self._because = Label(wrap=True, tone="quiet", scale=SMALL)
        self.column.addWidget(self._note)
        for line in self._lines:
            self.column.addWidget(line.title)
            self.column.addWidget(line.due)
        self.column.addWidget(self._because)
        self.column.addStretch(1)

    def say(self, kind: WhistleKind, rule_set: str, start: datetime | None = None) -> None:
        """Reckon the clocks as if it were dispatched at ``start``, or now."""
        at = start or self._desk.now()
        urgent = _("First call 110, 119 or 120; the whistle follows.")
        self._note.say(urgent if kind is WhistleKind.EMERGENCY else "", "danger")
        dues = clocks_of(self._desk, kind, rule_set, at)
        for line, due in zip(self._lines, dues, strict=False):
            line.title.setText(rule_said(due.rule, self._desk.books.deadlines, at, due.rule_set))
            line.due.setText(due_long(due.moment, at, self._desk.books.calendar))
        reasons = dict.fromkeys(one.words() for due in dues for one in due.because)
        self._because.setText("\n".join(reasons))


class _Line:
    """One clock: what it is for, and until when."""

    def __init__(self) -> None:
        self.title = Label(wrap=True, tone="quiet", scale=SMALL)
        self.due = Label(wrap=True, strong=True)


def clocks_of(desk: Desk, kind: WhistleKind, rule_set: str, at: datetime) -> Sequence[Due]:
    """Reckon the clocks a dispatched whistle starts, the resident's last."""
    report = "D08.report.hard" if kind is WhistleKind.HARD else "D08.report"
    rules = [(rule, rule_set) for rule in ("D08.sign", "D08.contact", "D08.return", report)]
    rules.append((RESIDENT_CLOCK, _RESIDENTS_RULES))
    return [desk.books.deadlines.due(rule, at, desk.books.calendar, named) for rule, named in rules]
