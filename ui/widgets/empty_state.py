"""What stands where nothing is yet: a sign, a sentence that says what to do, and the verb."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.theme import HEADING, worn
from ui.widgets.icon import drawn
from ui.widgets.label import Label
from ui.widgets.layouts import clear
from ui.widgets.verb import Verb, VerbButton


class EmptyState(QWidget):
    """Says why there is nothing to see and what can be done about it."""

    def __init__(
        self,
        sign: str = "document",
        title: str = "",
        text: str = "",
        verb: Verb | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show the sign, the title, the sentence and the verb, if there is one."""
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 24, 24, 24)
        self._column.setSpacing(8)
        self.say(sign, title, text, verb)

    def say(self, sign: str, title: str, text: str = "", verb: Verb | None = None) -> None:
        """Say something else."""
        clear(self._column)
        centre = Qt.AlignmentFlag.AlignHCenter
        picture = QLabel()
        side = worn().em(2.6)
        ratio = self.devicePixelRatioF()
        picture.setPixmap(drawn(sign, worn().tokens.edge, side, ratio))
        heading = Label(title, scale=HEADING, strong=True, wrap=True)
        words = Label(text, tone="quiet", wrap=True)
        for label in (heading, words):
            label.setAlignment(centre)
        self._column.addStretch(2)
        self._column.addWidget(picture, 0, centre)
        self._column.addWidget(heading)
        if text:
            self._column.addWidget(words)
        if verb is not None:
            self._column.addSpacing(6)
            self._column.addWidget(VerbButton(verb), 0, centre)
        self._column.addStretch(3)
