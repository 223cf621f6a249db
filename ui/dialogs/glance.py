"""A look at another dispute from inside a form, without leaving what is being typed."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from mediator_desk.ports import Desk
from mediator_desk.rows import CaseFile
from mediator_desk.words import _
from ui.case_detail import detail_of
from ui.theme import worn
from ui.widgets.press import PressButton
from ui.widgets.side_pane import SidePane
from ui.widgets.verb import Verb, VerbButton


class Glance(QDialog):
    """Shows a dispute as the side pane does; Esc goes back to the form."""

    def __init__(
        self, parent: QWidget, desk: Desk, file: CaseFile, *, why: str, go: Callable[[], object]
    ) -> None:
        """Show it; ``go`` leaves the form for it."""
        super().__init__(parent)
        self.setWindowTitle(f"{why} · {file.dispute.number}")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._go = go
        side = SidePane("dispute", "")
        side.show_detail(detail_of(desk, file))
        back = PressButton(_("&Back to the form"))
        back.setAutoDefault(False)
        back.clicked.connect(self.reject)
        self.press = VerbButton(Verb(text=_("Go &there"), do=self._leave))
        self.press.setToolTip(_("The form is kept as a draft."))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        row.addWidget(self.press)
        row.addWidget(back)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(side, 1)
        column.addLayout(row)
        room = self.screen().availableGeometry()
        self.resize(
            min(worn().em(30), room.width() - 40), min(worn().em(34), round(room.height() * 0.9))
        )
        back.setFocus()

    def _leave(self) -> None:
        self.accept()
        self._go()
