"""The strip that offers an unfinished form again: go on with it, or throw it away."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from mediator_desk.words import _
from ui.forms.draft import Draft
from ui.said import moment_said
from ui.widgets.label import Label
from ui.widgets.verb import Verb, VerbButton


class DraftOffer(QFrame):
    """``taken`` carries the draft to go on with; ``thrown_away`` says it is not wanted."""

    taken = Signal(object)
    thrown_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Stay out of sight until there is one."""
        super().__init__(parent)
        self._draft: Draft | None = None
        self.setProperty("banner", "accent")
        self._words = Label(tone="accent", wrap=True)
        self.go_on = VerbButton(Verb(text=_("&Go on with it"), do=self._go_on))
        self.throw_away = VerbButton(Verb(text=_("Th&row it away"), do=self._throw_away))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(self._words, 1)
        row.addWidget(self.go_on)
        row.addWidget(self.throw_away)
        self.hide()

    def say(self, draft: Draft, now: Callable[[], datetime]) -> None:
        """Offer a draft."""
        self._draft = draft
        when = moment_said(draft.at, now())
        self._words.setText(_("An unfinished form from {when} is here.").format(when=when))
        self.show()
        self.go_on.setFocus()

    def _go_on(self) -> None:
        if self._draft is not None:
            self.taken.emit(self._draft)
        self.hide()

    def _throw_away(self) -> None:
        self.hide()
        self.thrown_away.emit()
