"""The date an extension would give, reckoned beside the fields while they are filled in."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from mediator_desk.ports import Desk
from mediator_desk.refusals import Refusal
from mediator_desk.rules.deadlines import Due
from mediator_desk.rules.durations import Duration
from mediator_desk.words import _
from ui.said import due_long
from ui.theme import SMALL
from ui.widgets.card import Card
from ui.widgets.label import Label


class NewDateCard(Card):
    """Says the new last day and why; ``reckon`` gives it for a length."""

    def __init__(
        self, desk: Desk, reckon: Callable[[Duration], Due], parent: QWidget | None = None
    ) -> None:
        """Begin with what to type first."""
        super().__init__(_("New date"), parent=parent)
        self._desk, self._reckon = desk, reckon
        self.day = Label(wrap=True, strong=True)
        self.why = Label(wrap=True, tone="quiet", scale=SMALL)
        self.column.addWidget(self.day)
        self.column.addWidget(self.why)
        self.column.addStretch(1)
        self.say(None)

    def say(self, by: Duration | None) -> None:
        """Reckon with so much more time."""
        if by is None:
            self.day.setText("")
            self.why.setText(_("Type by how much, and the new date stands here."))
            return
        try:
            due = self._reckon(by)
        except (Refusal, OverflowError, ValueError):
            self.say(None)
            return
        self.day.setText(due_long(due.moment, self._desk.now(), self._desk.books.calendar))
        self.why.setText("\n".join(one.words() for one in due.because))
