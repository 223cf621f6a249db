"""A short question that names the person or the case, answered by a verb, never by Yes or No."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from mediator_desk.words import _
from ui.theme import HEADING, worn
from ui.widgets.label import Label
from ui.widgets.press import PressButton
from ui.widgets.verb import Verb, VerbButton


class Question(QDialog):
    """Asks once above its window; ``open()`` it, and the verb that is pressed is done.

    Esc and the second button leave everything as it is.
    """

    def __init__(
        self,
        parent: QWidget,
        question: str,
        detail: str = "",
        *,
        verb: str,
        do: Callable[[], object],
        danger: bool = False,
        stay: str = "",
    ) -> None:
        """Say the question and what follows from it."""
        super().__init__(parent)
        self.setWindowTitle(question)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._do = do
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Label(question, scale=HEADING, strong=True, wrap=True))
        if detail:
            column.addWidget(Label(detail, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        self.stay = PressButton(stay or _("&Cancel"))
        self.stay.setAutoDefault(False)
        self.stay.clicked.connect(self.reject)
        self.press = VerbButton(Verb(text=verb, do=self._answer, primary=not danger, danger=danger))
        row.addWidget(self.stay)
        row.addWidget(self.press)
        column.addSpacing(4)
        column.addLayout(row)
        self.setMinimumWidth(min(worn().em(24), max(parent.window().width() - 40, worn().em(14))))
        (self.stay if danger else self.press).setDefault(True)
        (self.stay if danger else self.press).setFocus()

    def _answer(self) -> None:
        self.accept()
        self._do()
