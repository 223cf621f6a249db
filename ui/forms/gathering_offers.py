"""What could be one topic, offered as rows to press; each leads to the dialog of a topic."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from mediator_desk.ports import Desk
from mediator_desk.rows import Gathering
from mediator_desk.usecases.gathering_said import gathering_said, why_said
from mediator_desk.words import _
from ui.theme import HEADING, worn
from ui.widgets.label import Label
from ui.widgets.link_row import Link, LinkRow
from ui.widgets.press import PressButton

_MOST = 6


class OffersDialog(QDialog):
    """Lists what could be one topic; Esc leaves everything as it is."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        offers: Sequence[Gathering],
        take: Callable[[Gathering], object],
    ) -> None:
        """List the largest; with none it says so."""
        super().__init__(parent)
        self._take = take
        self.setWindowTitle(_("Gather similar disputes"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(Label(self.windowTitle(), scale=HEADING, strong=True))
        said = _("Each dispute keeps its own parties and gets the outcome back.")
        if not offers:
            said = _("No open disputes of one place and topic are enough for a topic of their own.")
        column.addWidget(Label(said, tone="quiet", wrap=True))
        self.rows = [LinkRow(self._link(desk, one)) for one in offers[:_MOST]]
        for row in self.rows:
            column.addWidget(row)
        stay = PressButton(_("&Close"))
        stay.setAutoDefault(False)
        stay.clicked.connect(self.reject)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(stay)
        column.addSpacing(4)
        column.addLayout(below)
        self.setMinimumWidth(min(worn().em(30), max(parent.window().width() - 40, worn().em(14))))
        (self.rows[0] if self.rows else stay).setFocus()

    def _link(self, desk: Desk, one: Gathering) -> Link:
        def take() -> None:
            self.accept()
            self._take(one)

        return Link(text=gathering_said(desk, one), aside=why_said(one), do=take)
